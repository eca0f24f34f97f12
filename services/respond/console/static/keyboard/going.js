// g and a letter go to a page of the rail; the rail says which letter is whose. / goes to the search.
import { bind } from "./keys.js";

const NUMBERED = 9;

export function startGoing() {
  const links = [...document.querySelectorAll("[data-go]")];
  for (const link of links) {
    const find = () => document.querySelector(`[data-go="${link.dataset.go}"]`);
    bind(`g ${link.dataset.go}`, `Go to ${link.dataset.name}`, () => location.assign(find().href), { group: "Go to", when: () => find() !== null });
  }
  [...document.querySelectorAll("[data-saved-view]")].slice(0, NUMBERED).forEach((link, at) =>
    bind(`g ${at + 1}`, `Go to the view ${link.dataset.name}`, () => location.assign(link.href), { group: "Go to" }));
  const search = document.getElementById("search");
  bind("/", "Search", () => { search.focus(); search.select(); }, { when: () => search !== null });
  bind("Escape", "Leave the field; close what is open", leave, { typing: true });
}

function leave() {
  const open = document.activeElement?.closest("details[open]");
  if (open) {
    open.removeAttribute("open");
    open.querySelector("summary")?.focus();
  } else {
    document.activeElement?.blur();
  }
  document.dispatchEvent(new Event("left"));
}
