// Saving what is shown as a view, and removing one.
import { call, say, words } from "../call.js";
import { newKey } from "../key.js";

export function startViews() {
  const dialog = document.getElementById("save-view");
  if (!dialog) return;
  const form = dialog.querySelector("form"), notice = form.querySelector(".notice"), key = newKey();

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = { name: form.elements.name.value.trim(), filter: JSON.parse(form.dataset.filter), sort: form.dataset.sort, shared: form.elements.shared?.checked ?? false };
    const answer = await call("POST", "/v1/views", { body, headers: { "Idempotency-Key": key } });
    if (answer.ok) location.assign(`/?saved=${encodeURIComponent(answer.body.id)}`);
    else say(notice, "bad", words(answer.body));
  });

  document.getElementById("remove-view")?.addEventListener("click", async (event) => {
    if (!confirm("Remove this view? The cases in it stay.")) return;
    const answer = await call("DELETE", `/v1/views/${encodeURIComponent(event.target.dataset.view)}`);
    if (answer.ok) location.assign("/");
    else alert(words(answer.body));
  });
}
