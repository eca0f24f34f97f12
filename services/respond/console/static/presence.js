// Says that the agent is at work, three times in the 45 seconds that it lasts, while the page is open.
import { call } from "./call.js";

export function startPresence() {
  if (!document.querySelector(".me")) return;
  const beat = () => call("PUT", "/v1/presence");
  beat();
  setInterval(beat, 15000);
}
