// Macros: prepared texts, found by a part of their title and filled in for this case.
import { announce } from "../announce.js";
import { call, say, words } from "../call.js";
import { openDialog } from "../dialogs.js";
import { node } from "../node.js";
import { put } from "./composer.js";
import { page, path } from "./page.js";

let all = [], shown = [], chosen = 0;

const dialog = () => document.getElementById("macros");
const notice = () => dialog().querySelector(".notice");

function draw() {
  const list = dialog().querySelector("[role=listbox]"), input = dialog().querySelector("input");
  list.replaceChildren(...shown.map((one, at) =>
    node("li", { id: `macro-${at}`, role: "option", "aria-selected": String(at === chosen), "data-at": String(at) },
      node("span", {}, node("strong", {}, one.title), node("span", { className: "soft macro-text", dir: "auto" }, one.text)))));
  input.setAttribute("aria-activedescendant", shown.length ? `macro-${chosen}` : "");
  list.children[chosen]?.scrollIntoView({ block: "nearest" });
  dialog().querySelector(".none").hidden = shown.length > 0;
}

function find(asked) {
  const parts = asked.toLowerCase().split(/\s+/).filter(Boolean);
  shown = all.filter((one) => parts.every((part) => `${one.title} ${one.text}`.toLowerCase().includes(part)));
  chosen = 0;
  draw();
}

async function use() {
  const one = shown[chosen];
  if (!one) return;
  const answer = await call("POST", path(`macros/${encodeURIComponent(one.id)}`));
  if (!answer.ok) return say(notice(), "bad", words(answer.body));
  dialog().close();
  put(answer.body.text);
  if (answer.body.missing?.length) announce(`Fill in yourself: ${answer.body.missing.join(", ")}`);
}

export async function pickMacro() {
  openDialog("macros");
  const input = dialog().querySelector("input");
  input.value = "";
  notice().hidden = true;
  const { brand } = page().dataset;
  const answer = await call("GET", `/v1/macros?brand=${encodeURIComponent(brand)}&limit=200`);
  if (!answer.ok) return say(notice(), "bad", words(answer.body));
  all = answer.body.items;
  find(input.value);
}

export function startMacros() {
  const input = dialog()?.querySelector("input");
  if (!input) return;
  input.addEventListener("input", () => find(input.value));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length) { chosen = (chosen + step + shown.length) % shown.length; draw(); event.preventDefault(); }
    if (event.key === "Enter") { event.preventDefault(); use(); }
  });
  dialog().addEventListener("click", (event) => {
    const option = event.target.closest("[data-at]");
    if (option) { chosen = Number(option.dataset.at); use(); }
  });
  document.getElementById("pick-macro")?.addEventListener("click", pickMacro);
}
