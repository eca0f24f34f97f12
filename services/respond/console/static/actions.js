// Buttons that ask one thing of the case, resolving it, and replaying a letter.
import { call, say, words } from "./call.js";
import { refresh } from "./refresh.js";

export function startActions() {
  const page = document.querySelector("[data-case]");
  const notice = document.getElementById("action-notice");
  const now = () => document.getElementById("now");

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-do]");
    if (!button || !page) return;
    if (button.dataset.sure && !confirm(button.dataset.sure)) return;
    button.disabled = true;
    const body = button.dataset.body ? JSON.parse(button.dataset.body) : undefined;
    const answer = await call("POST", `/v1/cases/${page.dataset.case}/${button.dataset.do}`, { body });
    button.disabled = false;
    if (answer.ok) notice.hidden = true;
    else say(notice, "bad", words(answer.body));
    await refresh();
  });

  document.getElementById("resolve")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const said = document.getElementById("resolve-notice");
    const body = { disposition: form.elements.disposition.value, reason: form.elements.reason.value.trim() || null };
    const answer = await call("POST", `/v1/cases/${page.dataset.case}/resolve`, { body, headers: { "If-Match": `"${now().dataset.version}"` } });
    if (answer.ok) { said.hidden = true; location.reload(); return; }
    if (answer.status === 412) say(said, "", "The case has just changed. Look at it, then resolve it again.");
    else say(said, "bad", words(answer.body));
    await refresh();
  });

  document.addEventListener("refreshed", () => {
    const box = document.getElementById("resolve-box");
    if (box && now()) box.hidden = now().dataset.resolvable !== "yes";
  });

  document.getElementById("replay")?.addEventListener("click", async (event) => {
    event.currentTarget.disabled = true;
    const id = document.querySelector("[data-letter]").dataset.letter;
    const answer = await call("POST", `/v1/quarantine/${encodeURIComponent(id)}/replay`);
    if (answer.ok) location.reload();
    else { say(notice, "bad", words(answer.body)); event.target.disabled = false; }
  });
}
