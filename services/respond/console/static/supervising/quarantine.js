// Replays the letters of one reason, and says what became of them.
import { call, say, words } from "../call.js";

const DONE = "earshot.replayed";

function told({ results, is_all: isAll }) {
  const done = results.filter((one) => one.status === 200).length;
  const failed = results.filter((one) => one.status !== 200);
  const parts = [`${done} replayed`];
  if (failed.length) parts.push(`${failed.length} not: ${failed[0].problem.detail}`);
  if (!isAll) parts.push("more of them wait");
  return { kind: failed.length ? "bad" : "good", words: `${parts.join("; ")}.` };
}

async function replay(button, notice) {
  button.disabled = true;
  const { station, reason } = button.dataset;
  const answer = await call("POST", "/v1/quarantine/replay", { body: { station, reason } });
  button.disabled = false;
  if (!answer.ok) return say(notice, "bad", words(answer.body));
  sessionStorage.setItem(DONE, JSON.stringify(told(answer.body)));
  location.reload();
}

export function startQuarantine() {
  if (location.pathname !== "/quarantine") return;
  const notice = document.getElementById("action-notice");
  for (const button of document.querySelectorAll("[data-replay-all]")) button.addEventListener("click", () => replay(button, notice));
  const before = JSON.parse(sessionStorage.getItem(DONE) ?? "null");
  sessionStorage.removeItem(DONE);
  if (before) say(notice, before.kind, before.words);
}
