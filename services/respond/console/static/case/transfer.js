// Giving the case to a colleague, with a word to them.
import { announce } from "../announce.js";
import { call, say, words } from "../call.js";
import { refresh } from "../refresh.js";
import { path } from "./page.js";

export function startTransfer() {
  const dialog = document.getElementById("transfer");
  if (!dialog) return;
  const form = dialog.querySelector("form"), notice = dialog.querySelector(".notice");

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const note = form.elements.note.value.trim();
    const body = { to: form.elements.to.value, ...(note ? { note } : {}) };
    const answer = await call("POST", path("transfer"), { body });
    if (!answer.ok) return say(notice, "bad", words(answer.body));
    notice.hidden = true;
    form.reset();
    dialog.close();
    announce(`Given to ${form.elements.to.selectedOptions[0]?.textContent ?? "a colleague"}.`);
    await refresh();
  });
}
