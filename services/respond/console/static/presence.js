// Says how the agent is at work, three times in the 45 seconds that it lasts, while a page is open. What was chosen
// counts for all tabs of this browser, until the agent signs out, or until tomorrow.
import { call } from "./call.js";

const BEAT = 15000, LASTS = 12 * 3600000;

export function startPresence() {
  const choice = document.getElementById("presence");
  if (!choice) return;
  const key = `earshot.presence.${choice.dataset.me}`;

  const kept = () => {
    try {
      const found = JSON.parse(localStorage.getItem(key));
      return found && Date.now() - found.at < LASTS ? found.state : "online";
    } catch {
      return "online";
    }
  };
  const show = () => { choice.value = kept(); choice.className = choice.value; };
  const beat = () => (kept() === "offline" ? undefined : call("PUT", "/v1/presence", { body: { state: kept() } }));

  choice.addEventListener("change", () => {
    localStorage.setItem(key, JSON.stringify({ state: choice.value, at: Date.now() }));
    show();
    if (choice.value === "offline") call("DELETE", "/v1/presence");
    else beat();
  });
  addEventListener("storage", (event) => { if (event.key === key) show(); });
  document.getElementById("sign-out")?.addEventListener("submit", () => localStorage.removeItem(key));
  show();
  beat();
  setInterval(beat, BEAT);
}
