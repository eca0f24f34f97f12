// One thing done to all that are picked. Each has its own outcome: what was refused is said case by case, and stays picked.
import { announce } from "../announce.js";
import { call, words } from "../call.js";
import { openDialog } from "../dialogs.js";
import { node } from "../node.js";
import { refresh } from "../refresh.js";
import { pickNone, picked, pickOnly } from "./picking.js";

// What changes what the customer gets is done only to what was seen; the rest may have moved on.
const SEEN_ONLY = new Set(["resolve"]);

function valuesOf(form) {
  const values = {};
  for (const field of form.querySelectorAll("[name]")) {
    const value = field.value.trim();
    if (value) values[field.name] = field.type === "datetime-local" ? new Date(value).toISOString() : value;
  }
  return values;
}

function show(results, cases) {
  const names = new Map(cases.map((one) => [one.id, one.name]));
  const refused = results.filter((one) => one.problem);
  const done = `${results.length - refused.length} of ${results.length} done`;
  announce(done);
  if (refused.length === 0) return pickNone();
  const lines = refused.map((one) => node("li", {}, node("a", { href: `/cases/${encodeURIComponent(one.id)}` }, names.get(one.id) ?? one.id), `: ${words(one.problem)}`));
  const dialog = openDialog("bulk-results");
  dialog.querySelector("h2").textContent = `${done}; these were not`;
  dialog.querySelector(".results").replaceChildren(...lines);
  pickOnly(refused.map((one) => one.id));
}

async function run(action, values = {}) {
  const cases = picked();
  const asked = cases.map(({ id, version }) => ({ id, version: SEEN_ONLY.has(action) ? version : null }));
  const answer = await call("POST", "/v1/bulk", { body: { action, cases: asked, with: values } });
  await refresh();
  show(answer.ok ? answer.body.results : cases.map(({ id }) => ({ id, problem: answer.body })), cases);
}

export function startBulk() {
  const bar = document.getElementById("bulk");
  if (!bar) return;
  document.addEventListener("picked", (event) => {
    bar.hidden = event.detail === 0;
    document.getElementById("bulk-count").textContent = `${event.detail} picked`;
  });
  document.getElementById("pick-none").addEventListener("click", pickNone);
  for (const button of document.querySelectorAll("button[data-bulk]")) button.addEventListener("click", () => run(button.dataset.bulk));
  for (const form of document.querySelectorAll("form[data-bulk]"))
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      form.closest("dialog").close();
      run(form.dataset.bulk, valuesOf(form));
    });
}
