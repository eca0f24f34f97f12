// The tags of a case: put on by name, taken off one by one.
import { call, say, words } from "../call.js";
import { refresh } from "../refresh.js";
import { path } from "./page.js";

// Tags are small letters, digits and hyphens; what people type is made so where that can be done.
const slug = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

export function startTags() {
  const form = document.getElementById("tag-form");
  if (!form) return;
  const notice = form.querySelector(".notice"), field = form.elements.tag;

  const ask = async (method, tag) => {
    const answer = await call(method, path(`tags/${encodeURIComponent(tag)}`));
    await refresh();
    if (answer.ok) notice.hidden = true;
    else say(notice, "bad", words(answer.body));
    return answer.ok;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const tag = slug(field.value);
    if (tag && await ask("PUT", tag)) field.value = "";
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-untag]");
    if (button) ask("DELETE", button.dataset.untag).then(() => field.focus());
  });
}
