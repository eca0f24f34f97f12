// Corrects a letter: what is wrong is named with its line, and leads there.
import { call, say, words } from "../call.js";
import { node } from "../node.js";

function select(area, line) {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  area.scrollTop = Math.max(0, (area.scrollHeight / lines.length) * (line - 4));
}

function show(list, area, problems) {
  const name = (where) => (where === "/" ? "the record" : where.slice(1).replaceAll("/", " › "));
  list.replaceChildren(...problems.map(({ where, line, what }) => {
    const button = node("button", { type: "button", className: "quiet" }, node("span", { className: "line-number", textContent: line ? `Line ${line}` : "" }), ` ${name(where)}: ${what}`);
    button.addEventListener("click", () => select(area, line ?? 1));
    return node("li", {}, button);
  }));
  list.hidden = !problems.length;
  if (problems[0]?.line) select(area, problems[0].line);
}

export function startLetter() {
  const form = document.getElementById("fix");
  if (!form) return;
  const area = form.querySelector("textarea"), list = document.getElementById("problems"), place = document.getElementById("place");
  const notice = document.getElementById("action-notice"), button = form.querySelector("button.primary");
  document.addEventListener("selectionchange", () => {
    if (document.activeElement === area) place.textContent = `Line ${area.value.slice(0, area.selectionStart).split("\n").length}`;
  });
  form.addEventListener("reset", () => show(list, area, []));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    const id = document.querySelector("[data-letter]").dataset.letter;
    const answer = await call("POST", `/v1/quarantine/${encodeURIComponent(id)}/fix`, { body: { value: area.value } });
    button.disabled = false;
    if (answer.ok) return location.reload();
    show(list, area, answer.body.errors ?? []);
    if (answer.body.errors) notice.hidden = true;
    else say(notice, "bad", words(answer.body));
  });
}
