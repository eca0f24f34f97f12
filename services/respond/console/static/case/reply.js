// Sending an answer. It names the message that it answers, the last one that its author saw, and the ownership under which
// it was written. One key per text, so that a retried request is one answer. Whatever is refused stays in its field.
import { announce } from "../announce.js";
import { call, say, words } from "../call.js";
import { newKey } from "../key.js";
import { refresh } from "../refresh.js";
import { answers, field, form, isPrivate, isWriting, notice } from "./composer.js";
import { showFindings } from "./checks.js";
import { pause } from "./draft.js";
import { wroteAgain } from "./newer.js";
import { now, path } from "./page.js";

let key = newKey();

async function submit(forApproval) {
  const send = [...form().querySelectorAll(".send button")];
  for (const button of send) button.disabled = true;
  await pause();
  const body = { text: field().value, answers: answers(), seen: form().dataset.seen, fence: Number(form().dataset.fence) };
  if (forApproval) body.for_approval = true;
  if (isPrivate()) body.private = true;
  const answer = await call("POST", path("replies"), { body, headers: { "Idempotency-Key": key } });
  for (const button of send) button.disabled = false;
  if (answer.ok) sent(answer.body);
  await refresh();
  if (answer.ok) return;
  document.dispatchEvent(new Event("unsent"));
  if (answer.body.code === "newer_message") wroteAgain(answer.body.newest, answer.body.text, () => submit(forApproval), "I have read it, send again");
  else say(notice(), "bad", words(answer.body));
  if (answer.body.findings) showFindings(answer.body.findings, body.text);
}

function sent(body) {
  field().value = "";
  key = newKey();
  notice().hidden = true;
  document.dispatchEvent(new CustomEvent("sent", { detail: body }));
  announce(body.notice ?? "Queued. Press u to take it back.");
}

export function startReply() {
  if (!form()) return;
  form().addEventListener("submit", (event) => {
    event.preventDefault();
    if (!document.getElementById("send").dataset.blocked) submit(event.submitter?.name === "for_approval");
  });
  field().addEventListener("input", () => { key = newKey(); });
  field().addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) { event.preventDefault(); form().requestSubmit(document.querySelector("#reply .send .primary")); }
  });
  document.addEventListener("refreshed", () => {
    // What somebody has begun to write is never taken out of their sight.
    form().hidden = now()?.dataset.silent === "yes" && !isWriting();
    if (!now()) return;
    if (!isWriting()) form().dataset.seen = now().dataset.last;
    // Written under one ownership, sent under it: where a colleague has taken the case since, the answer is refused.
    if (!isWriting() || !now().dataset.anothers) form().dataset.fence = now().dataset.fence;
  });
}
