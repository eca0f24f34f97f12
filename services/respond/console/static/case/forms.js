// Forms that ask one thing of the case. What is left empty is not sent; a time goes out with the reader's own zone.
// A form whose box needs what can no longer be asked is hidden; what is being written in the others stays.
import { call, say, words } from "../call.js";
import { refresh } from "../refresh.js";
import { now, path } from "./page.js";

export async function ask(what, body, { notice, seenVersion = false } = {}) {
  const headers = seenVersion ? { "If-Match": `"${now().dataset.version}"` } : {};
  const answer = await call("POST", path(what), { body, headers });
  await refresh();
  if (answer.ok) notice.hidden = true;
  else if (answer.status === 412) say(notice, "", "The case has just changed. Look at it, then try again.");
  else say(notice, "bad", words(answer.body));
  return answer;
}

function bodyOf(form) {
  const body = form.dataset.also ? JSON.parse(form.dataset.also) : {};
  for (const field of form.querySelectorAll("[name]")) {
    const value = field.value.trim();
    if (value) body[field.name] = field.type === "datetime-local" ? new Date(value).toISOString() : value;
  }
  return body;
}

export function startForms() {
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-post]");
    if (!form) return;
    event.preventDefault();
    const asked = { notice: form.querySelector(".notice"), seenVersion: "seenVersion" in form.dataset };
    const answer = await ask(form.dataset.post, bodyOf(form), asked);
    if (answer.ok) {
      form.reset();
      form.closest("details")?.removeAttribute("open");
    }
  });

  document.addEventListener("refreshed", () => {
    if (!now()) return;
    const can = now().dataset.can.split(" ");
    for (const one of document.querySelectorAll("[data-needs]")) one.hidden = !can.includes(one.dataset.needs);
  });
}
