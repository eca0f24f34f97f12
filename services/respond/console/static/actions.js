// Buttons that ask one thing of the case, and replaying a letter. 202 is no promise, and is not shown as one.
import { announce } from "./announce.js";
import { call, say, words } from "./call.js";
import { refresh } from "./refresh.js";

const NOT_PROMISED = "Not promised: it is on its way already. If it lands, it is deleted there.";

function tell(notice, answer, button) {
  if (!answer.ok) return say(notice, "bad", words(answer.body));
  const happened = "withdraw" in button.dataset && answer.status === 202 ? NOT_PROMISED
    : answer.body.notice ? `Done; ${answer.body.notice}.` : "";
  if (happened) return say(notice, "", happened);
  notice.hidden = true;
  announce(`${button.textContent.trim()}: done.`);
}

export function startActions() {
  const page = document.querySelector("[data-case]");
  const notice = document.getElementById("action-notice");

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-do]");
    if (!button || !page) return;
    if (button.dataset.sure && !confirm(button.dataset.sure)) return;
    button.disabled = true;
    const body = button.dataset.body ? JSON.parse(button.dataset.body) : undefined;
    const answer = await call(button.dataset.method ?? "POST", `/v1/cases/${page.dataset.case}/${button.dataset.do}`, { body });
    button.disabled = false;
    tell(notice, answer, button);
    await refresh();
  });

  document.getElementById("replay")?.addEventListener("click", async (event) => {
    event.currentTarget.disabled = true;
    const id = document.querySelector("[data-letter]").dataset.letter;
    const answer = await call("POST", `/v1/quarantine/${encodeURIComponent(id)}/replay`);
    if (answer.ok) location.reload();
    else { say(notice, "bad", words(answer.body)); event.target.disabled = false; }
  });
}
