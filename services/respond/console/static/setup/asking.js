// Buttons that ask one thing of what is set up: pause, resume, a test, a new key, remove.
import { call, say, words } from "../call.js";
import { refresh } from "../refresh.js";
import { showOnce } from "./once.js";

const CHANGED = "Somebody has just changed it. Look at it again, then try again.";

async function ask(button, notice) {
  const { asks, path, sure, said, once, then, version } = button.dataset;
  if (sure && !confirm(sure)) return;
  button.disabled = true;
  const answer = await call(asks, path, { headers: version ? { "If-Match": `"${version}"` } : {} });
  button.disabled = false;
  if (answer.ok && then) return location.assign(then);
  if (!answer.ok) say(notice, "bad", answer.status === 412 ? CHANGED : words(answer.body));
  else if (once) showOnce(once, answer.body.key ?? answer.body.secret);
  if (answer.ok && said) say(notice, "good", said);
  await refresh();
}

export function startAsking() {
  const notice = document.getElementById("action-notice");
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-asks]");
    if (button) ask(button, notice);
  });
}
