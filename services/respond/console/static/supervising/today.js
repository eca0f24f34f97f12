// The day is the reader's own, and the page keeps up with it. All is drawn on the server.
import { refreshSoon } from "../refresh.js";

const EVERY = 30000;

export function startToday() {
  const shown = document.querySelector("input[name=zone]");
  if (!shown) return;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone, asked = new URL(location.href);
  if (here && shown.value !== here && !asked.searchParams.has("zone")) {
    asked.searchParams.set("zone", here);
    location.replace(asked);
  }
  setInterval(refreshSoon, EVERY);
}
