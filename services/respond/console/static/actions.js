// Buttons that ask one thing of the case, and replaying a letter.
import { call, say, words } from "./call.js";
import { refresh } from "./refresh.js";

export function startActions() {
  const page = document.querySelector("[data-case]");
  const notice = document.getElementById("action-notice");

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-do]");
    if (!button || !page) return;
    if (button.dataset.sure && !confirm(button.dataset.sure)) return;
    button.disabled = true;
    const body = button.dataset.body ? JSON.parse(button.dataset.body) : undefined;
    const answer = await call("POST", `/v1/cases/${page.dataset.case}/${button.dataset.do}`, { body });
    button.disabled = false;
    if (!answer.ok) say(notice, "bad", words(answer.body));
    else if (answer.body.notice) say(notice, "", `Done; ${answer.body.notice}.`);
    else notice.hidden = true;
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
