// Lists by keyboard: j and k move, Enter or o opens. The list is kept, so that [ and ] on a case go to its neighbours.
import { bind } from "../keyboard/keys.js";

const LIST = "earshot.list";
const rows = () => [...document.querySelectorAll(".row a")];
const group = "The list";

function move(step) {
  const all = rows();
  const at = all.indexOf(document.activeElement?.closest(".row")?.querySelector("a"));
  const next = at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step));
  all[next].focus();
  all[next].scrollIntoView({ block: "nearest" });
}

function keep() {
  const ids = [...document.querySelectorAll(".row[data-version]")].map((row) => row.id);
  if (document.querySelector("[data-follow=all]")) sessionStorage.setItem(LIST, JSON.stringify({ from: location.pathname + location.search, ids }));
}

export function keptList() {
  try { return JSON.parse(sessionStorage.getItem(LIST)) ?? { from: "/", ids: [] }; } catch { return { from: "/", ids: [] }; }
}

export function startRows() {
  const when = () => rows().length > 0;
  bind("j", "Next in the list", () => move(1), { group, when });
  bind("k", "Previous in the list", () => move(-1), { group, when });
  bind("o", "Open it (or Enter)", () => document.activeElement?.closest(".row")?.querySelector("a")?.click(), { group, when });
  keep();
  document.addEventListener("refreshed", keep);
}
