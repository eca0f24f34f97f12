// Ctrl+K: everything that can be done or gone to here, found by typing a part of its name.
import { node } from "../node.js";
import { bind, usable } from "./keys.js";
import { keycaps } from "./sheet.js";

const MOST = 12;
let choices = [], chosen = 0;

function offered(words) {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  const doings = usable().filter((one) => one.group !== "Dialogs" && one.keys !== "mod+k");
  const found = doings.filter((one) => asked.every((word) => one.words.toLowerCase().includes(word)));
  const search = { words: `Search all messages for “${words.trim()}”`, run: () => location.assign(`/search?q=${encodeURIComponent(words.trim())}`) };
  return words.trim() ? [...found.slice(0, MOST), search] : found.slice(0, MOST);
}

function draw(palette, input) {
  const list = palette.querySelector("[role=listbox]");
  list.replaceChildren(...choices.map((one, at) =>
    node("li", { id: `choice-${at}`, role: "option", "aria-selected": String(at === chosen), "data-at": String(at) }, one.words, one.keys ? keycaps(one.keys) : null)));
  input.setAttribute("aria-activedescendant", choices.length ? `choice-${chosen}` : "");
  list.children[chosen]?.scrollIntoView({ block: "nearest" });
}

export function startPalette() {
  const palette = document.getElementById("palette");
  if (!palette) return;
  const input = palette.querySelector("input");
  const ask = (words) => { choices = offered(words); chosen = 0; draw(palette, input); };
  const run = (event) => {
    const one = choices[chosen];
    palette.close();
    // Closing gives the focus back first; what runs may then move it.
    if (one) setTimeout(() => one.run(event));
  };

  const open = () => { input.value = ""; ask(""); palette.showModal(); };
  bind("mod+k", "Find something to do", open, { typing: true });
  document.getElementById("show-palette")?.addEventListener("click", open);
  input.addEventListener("input", () => ask(input.value));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && choices.length) {
      chosen = (chosen + step + choices.length) % choices.length;
      draw(palette, input);
      event.preventDefault();
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(event);
    }
  });
  palette.addEventListener("click", (event) => {
    const option = event.target.closest("[data-at]");
    if (option) { chosen = Number(option.dataset.at); run(event); }
  });
}
