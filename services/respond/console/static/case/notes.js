// Notes for colleagues. They go another way than answers from the first line on: another form, another address.
import { announce } from "../announce.js";
import { call, say, words } from "../call.js";
import { refresh } from "../refresh.js";
import { newKey } from "../key.js";
import { path } from "./page.js";

let key = newKey();

export function startNotes() {
  const form = document.getElementById("note");
  if (!form) return;
  const text = form.elements.text, notice = form.querySelector(".notice");

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await call("POST", path("notes"), { body: { text: text.value }, headers: { "Idempotency-Key": key } });
    if (!answer.ok) return say(notice, "bad", words(answer.body));
    text.value = "";
    key = newKey();
    notice.hidden = true;
    announce("Note kept. Only colleagues see it.");
    await refresh();
  });
  text.addEventListener("input", () => { key = newKey(); });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) { event.preventDefault(); form.requestSubmit(); }
  });
}
