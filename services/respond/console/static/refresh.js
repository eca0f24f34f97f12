// Takes the page anew from the server and makes its live regions look like it: one way of rendering, on the server.
// What the reader has focused, opened or ticked stays so, and what they write is no region.
import { morph } from "./morph.js";

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
  const versions = new Map([...document.querySelectorAll(".row[data-version]")].map((row) => [row.id, row.dataset.version]));
  for (const region of document.querySelectorAll("[data-live]")) {
    const other = fresh.querySelector(`[data-live="${region.dataset.live}"]`);
    if (!other) continue;
    region.toggleAttribute("hidden", other.hasAttribute("hidden"));
    morph(region, other);
  }
  for (const row of document.querySelectorAll(".row[data-version]"))
    if (versions.size && versions.get(row.id) !== row.dataset.version) row.classList.add("fresh");
  document.dispatchEvent(new Event("refreshed"));
}
