// Picking several cases, by x, by a click on the box, or a whole stretch with Shift, to do one thing to all of them.
import { announce } from "../announce.js";
import { bind } from "../keyboard/keys.js";

const boxes = () => [...document.querySelectorAll("[data-pick]")];
let last = null;

// What is picked, with the version that was seen of it.
export const picked = () => boxes().filter((box) => box.checked).map((box) => {
  const row = box.closest(".row");
  return { id: box.value, version: Number(row.dataset.version), name: row.querySelector(".who bdi").textContent };
});

function changed() {
  const count = picked().length;
  for (const box of boxes()) box.closest(".row").classList.toggle("picked", box.checked);
  document.querySelector("[data-live=queue]").classList.toggle("picking", count > 0);
  document.dispatchEvent(new CustomEvent("picked", { detail: count }));
}

export function pickOnly(ids) {
  for (const box of boxes()) box.checked = ids.includes(box.value);
  changed();
}

export const pickNone = () => pickOnly([]);

function stretch(to, checked) {
  const all = boxes();
  const [from, until] = [all.findIndex((box) => box.value === last), all.indexOf(to)].sort((one, other) => one - other);
  for (const box of all.slice(Math.max(from, 0), until + 1)) box.checked = checked;
}

function toggle(box, isStretch) {
  if (isStretch && last) stretch(box, box.checked);
  last = box.value;
  changed();
  announce(`${picked().length} picked`);
}

export function startPicking() {
  if (!document.querySelector("[data-live=queue]")) return;
  document.addEventListener("click", (event) => {
    const box = event.target.closest("[data-pick]");
    if (box) return toggle(box, event.shiftKey);
    const row = event.shiftKey && event.target.closest(".row a");
    if (!row) return;
    event.preventDefault();
    const own = row.closest(".row").querySelector("[data-pick]");
    own.checked = !own.checked;
    toggle(own, true);
  });
  const here = () => document.activeElement?.closest(".row")?.querySelector("[data-pick]") ?? null;
  bind("x", "Pick it, or leave it", () => { const box = here(); box.checked = !box.checked; toggle(box, false); }, { group: "The list", when: () => here() !== null });
  bind("X", "Pick up to here", () => { const box = here(); box.checked = true; toggle(box, true); }, { group: "The list", when: () => here() !== null });
  document.addEventListener("left", () => { if (picked().length) pickNone(); });
  document.addEventListener("refreshed", changed);
  document.querySelector("[data-submits]")?.addEventListener("change", (event) => event.target.form.requestSubmit());
}
