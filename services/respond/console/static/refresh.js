// Takes the page anew from the server and puts its live regions in place of ours: one way of rendering, on the server.
// Regions are replaced as parsed nodes. What the reader has focused or opened stays so, and what they write is no region.
const APART = 1500;
let last = 0, planned = null, running = false;

export function refreshSoon() {
  if (planned !== null || document.hidden) return;
  planned = setTimeout(() => { planned = null; refresh(); }, Math.max(120, APART - (performance.now() - last)));
}

export async function refresh() {
  if (running) return refreshSoon();
  running = true;
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (response.status === 401) location.reload();
    if (response.ok) swap(new DOMParser().parseFromString(await response.text(), "text/html"));
  } catch {
    // The next event, or the reader, asks again.
  } finally {
    running = false;
    last = performance.now();
  }
}

function swap(fresh) {
  const focused = document.activeElement?.getAttribute("href") ?? document.activeElement?.dataset?.do ?? null;
  const opened = [...document.querySelectorAll("details[open][id]")].map((details) => details.id);
  const versions = new Map([...document.querySelectorAll("[data-version][id]")].map((row) => [row.id, row.dataset.version]));
  for (const region of document.querySelectorAll("[data-live]")) {
    const other = fresh.querySelector(`[data-live="${region.dataset.live}"]`);
    if (!other) continue;
    region.toggleAttribute("hidden", other.hasAttribute("hidden"));
    if (region.innerHTML !== other.innerHTML) region.replaceChildren(...document.adoptNode(other).childNodes);
  }
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  if (focused) [...document.querySelectorAll("[href], [data-do]")].find((one) => (one.getAttribute("href") ?? one.dataset.do) === focused)?.focus({ preventScroll: true });
  for (const row of document.querySelectorAll(".row[data-version]"))
    if (versions.size && versions.get(row.id) !== row.dataset.version) row.classList.add("fresh");
  document.dispatchEvent(new Event("refreshed"));
}
