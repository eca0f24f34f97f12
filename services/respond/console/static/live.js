// Follows the stream of changes. The browser reconnects by itself and says where it was; a reset means: look for yourself.
import { refreshSoon } from "./refresh.js";
import { tell } from "./notices.js";

const STORM_IS_KEPT = 600, AGAIN = 3000;

export function follow() {
  const follows = document.querySelector("[data-follow]")?.dataset.follow;
  const light = document.getElementById("live");
  if (!light) return;
  const show = (state, words) => { light.className = `live ${state}`; light.textContent = words; light.title = words; };
  // A page that was loaded ahead is as old as that.
  let wasDown = performance.getEntriesByType("navigation")[0]?.deliveryType === "navigational-prefetch";

  const listen = () => {
    const source = new EventSource("/v1/stream");
    const on = (kind, heard) => source.addEventListener(kind, (event) => heard(JSON.parse(event.data)));
    on("hello", () => {
      show("on", "Live");
      if (wasDown) refreshSoon();
      wasDown = false;
    });
    on("case", (told) => { if (follows === "all" || follows === told.case_id) refreshSoon(); });
    on("note", (told) => { if (follows === told.case) refreshSoon(); });
    for (const kind of ["attention", "draft"]) on(kind, (told) => document.dispatchEvent(new CustomEvent(kind, { detail: told })));
    on("notice", tell);
    on("storm", () => setTimeout(refreshSoon, STORM_IS_KEPT));
    on("reset", () => { show("on", "Live"); refreshSoon(); });
    source.onerror = () => {
      wasDown = true;
      show("off", "Reconnecting");
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN);
    };
  };
  listen();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refreshSoon(); });
}
