// The sheet of all keys that do something here, and the switch for those of a single letter.
import { areOff, bind, switchOff, usable } from "./keys.js";
import { node } from "../node.js";

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const NAMES = { mod: IS_MAC ? "⌘" : "Ctrl", Escape: "Esc", Enter: "Enter", Space: "Space" };

export function keycaps(keys) {
  const caps = keys.split(" ").flatMap((press, at) => [
    ...(at ? [node("span", { className: "soft" }, " then ")] : []),
    ...press.split("+").map((key) => node("kbd", {}, NAMES[key] ?? key)),
  ]);
  return node("span", { className: "keycaps" }, ...caps);
}

function list() {
  const groups = Map.groupBy(usable(), (one) => one.group);
  return [...groups].map(([group, keys]) =>
    node("section", {}, node("h3", {}, group), node("dl", {}, ...keys.map((one) => node("div", {}, node("dt", {}, one.words), node("dd", {}, keycaps(one.keys)))))));
}

export function startSheet() {
  const sheet = document.getElementById("sheet");
  if (!sheet) return;
  const off = document.getElementById("keys-off");
  const open = () => {
    sheet.querySelector(".all-keys").replaceChildren(...list());
    off.checked = areOff();
    sheet.showModal();
  };
  bind("?", "Show this list", open);
  off.addEventListener("change", () => switchOff(off.checked));
  document.getElementById("show-sheet")?.addEventListener("click", open);
}
