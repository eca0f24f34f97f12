// Which message an answer is to: the newest without one, unless the agent chooses another.
import { field, isWriting } from "./composer.js";
import { now, textOf } from "./page.js";

const answering = () => document.getElementById("answering");

function mark() {
  const several = document.querySelectorAll("[data-answer]").length > 1;
  for (const one of document.querySelectorAll("[data-message]"))
    one.classList.toggle("chosen", several && one.dataset.message === answering().dataset.answers);
}

export function choose(id) {
  answering().dataset.answers = id;
  const said = textOf(id);
  if (said) answering().replaceChildren(...said.childNodes);
  mark();
}

export function startAnswering() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-answer]");
    if (!button) return;
    choose(button.dataset.answer);
    field().focus();
    field().dispatchEvent(new Event("input", { bubbles: true }));
  });
  document.addEventListener("refreshed", () => {
    if (!isWriting() && now()?.dataset.answering) choose(now().dataset.answering);
    mark();
  });
  mark();
}
