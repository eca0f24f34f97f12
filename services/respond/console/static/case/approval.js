// The second person's word on an answer. Approving names the last message on the page, so that nothing unread goes by.
import { ask } from "./forms.js";
import { now } from "./page.js";

export function startApproval() {
  const form = document.getElementById("approval");
  if (!form) return;
  const notice = form.querySelector(".notice");
  const reason = form.elements.reason;
  const reply = () => `replies/${encodeURIComponent(now().dataset.approving)}`;

  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("approve").addEventListener("click", () => ask(`${reply()}/approve`, { seen: now().dataset.last }, { notice }));
  document.getElementById("refuse").addEventListener("click", async () => {
    if (!reason.value.trim()) { reason.required = true; reason.reportValidity(); return; }
    const answer = await ask(`${reply()}/refuse`, { reason: reason.value.trim() }, { notice });
    if (answer.ok) reason.value = "";
  });
}
