// Follows the stream of changes. The browser reconnects by itself and says where it was; a reset means: look for yourself.
import { refreshSoon } from "./refresh.js";
import { tell } from "./notices.js";

export function follow() {
  const follows = document.querySelector("[data-follow]")?.dataset.follow;
  const light = document.getElementById("live");
  if (!light) return;
  const show = (state, words) => { light.className = `live ${state}`; light.textContent = words; light.title = words; };
  let wasDown = false;

  const listen = () => {
    const source = new EventSource("/v1/stream");
    source.addEventListener("hello", () => {
      show("on", "Live");
      if (wasDown) refreshSoon();
      wasDown = false;
    });
    source.addEventListener("case", (event) => {
      if (follows === "all" || follows === JSON.parse(event.data).case_id) refreshSoon();
    });
    source.addEventListener("notice", (event) => tell(JSON.parse(event.data)));
    source.addEventListener("storm", () => setTimeout(refreshSoon, 600));
    source.addEventListener("reset", () => { show("on", "Live"); refreshSoon(); });
    source.onerror = () => {
      wasDown = true;
      show("off", "Reconnecting");
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
    };
  };
  listen();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refreshSoon(); });
}
