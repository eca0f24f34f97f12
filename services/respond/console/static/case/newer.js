// The customer wrote while somebody was answering: all that is new is shown beside the answer, which stays as it was.
import { announce } from "../announce.js";
import { say } from "../call.js";
import { node } from "../node.js";
import { field, form, isWriting, notice } from "./composer.js";
import { now, textOf } from "./page.js";

function newSince(seen, newest, fallback) {
  const all = [...document.querySelectorAll("[data-message]")].map((one) => one.dataset.message);
  const ids = all.slice(all.indexOf(seen) + 1);
  const texts = (ids.includes(newest) ? ids : [newest]).map(textOf).filter(Boolean);
  return texts.length ? texts : [node("div", { className: "text", dir: "auto" }, fallback ?? "")];
}

export function wroteAgain(newest, fallback, onward, label) {
  say(notice(), "", "The customer wrote again:");
  const button = node("button", { type: "button", className: "small" }, label);
  button.addEventListener("click", () => { form().dataset.seen = newest; notice().hidden = true; onward(); });
  notice().append(...newSince(form().dataset.seen, newest, fallback), button);
  announce("The customer wrote again. Your answer is kept.");
}

export function startNewer() {
  document.addEventListener("refreshed", () => {
    if (!now() || !isWriting() || now().dataset.last === form().dataset.seen || !notice().hidden) return;
    wroteAgain(now().dataset.last, "", () => field().focus(), "I have read it");
  });
}
