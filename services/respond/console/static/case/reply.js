// Writing an answer. It names the message that it answers and the last one that its author saw; when the customer writes
// meanwhile, the page says so and asks again. One key per text, so that a retried request is one answer.
import { call, say, words } from "../call.js";
import { refresh } from "../refresh.js";

const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export function startReply() {
  const form = document.getElementById("reply");
  if (!form) return;
  const page = document.querySelector("[data-case]");
  const text = document.getElementById("reply-text");
  const answering = document.getElementById("answering");
  const notice = document.getElementById("reply-notice");
  const send = document.getElementById("send");
  const letters = document.getElementById("letters");
  let key = newKey();
  let forApproval = false;

  const textOf = (id) => document.querySelector(`[data-message="${CSS.escape(id)}"] .text`)?.cloneNode(true);
  const mark = () => {
    for (const one of document.querySelectorAll("[data-message]"))
      one.classList.toggle("chosen", one.dataset.message === answering.dataset.answers && document.querySelectorAll("[data-answer]").length > 1);
  };
  const choose = (id) => {
    answering.dataset.answers = id;
    const said = textOf(id);
    if (said) answering.replaceChildren(...said.childNodes);
    mark();
  };

  // The newest message is shown in place, with the way to go on; the answer itself stays as it was written.
  const wroteAgain = (newest, fallback, onward, label) => {
    say(notice, "", "The customer wrote again:");
    const said = textOf(newest) ?? Object.assign(document.createElement("div"), { className: "text", dir: "auto", textContent: fallback ?? "" });
    const button = Object.assign(document.createElement("button"), { type: "button", className: "small", textContent: label });
    button.addEventListener("click", () => { form.dataset.seen = newest; notice.hidden = true; onward(); });
    notice.append(said, button);
  };

  async function submit() {
    send.disabled = true;
    const body = { text: text.value, answers: answering.dataset.answers, seen: form.dataset.seen, for_approval: forApproval };
    const answer = await call("POST", `/v1/cases/${page.dataset.case}/replies`, { body, headers: { "Idempotency-Key": key } });
    send.disabled = false;
    if (answer.ok) {
      text.value = "";
      letters.textContent = "0";
      key = newKey();
      notice.hidden = true;
    }
    await refresh();
    if (answer.ok) return;
    if (answer.body.code === "newer_message") wroteAgain(answer.body.newest, answer.body.text, submit, "I have read it, send again");
    else say(notice, "bad", words(answer.body));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    forApproval = event.submitter?.name === "for_approval";
    submit();
  });
  text.addEventListener("input", () => { key = newKey(); letters.textContent = String([...text.value].length); });
  text.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) form.requestSubmit(); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-answer]");
    if (button) { choose(button.dataset.answer); text.focus(); }
  });
  document.addEventListener("refreshed", () => {
    const now = document.getElementById("now");
    if (!now) return;
    form.hidden = now.dataset.silent === "yes";
    if (text.value === "") {
      form.dataset.seen = now.dataset.last;
      if (now.dataset.answering) choose(now.dataset.answering);
    } else if (now.dataset.last !== form.dataset.seen && notice.hidden) {
      wroteAgain(now.dataset.last, "", () => text.focus(), "I have read it");
    }
    mark();
  });
  mark();
}
