// Opens the form of a new thing, or of one as it is now, and sends what was written. What was written stays while the
// dialog is closed, until it is sent or another thing is opened.
import { announce } from "../announce.js";
import { call, say, words } from "../call.js";
import { openDialog } from "../dialogs.js";
import { newKey } from "../key.js";
import { refresh } from "../refresh.js";
import { differing, fill, read } from "./fields.js";
import { showOnce } from "./once.js";

const opened = new WeakMap(); // by form: { path, was, version, key }

// A form without a path of its own, as that of a password, only writes: there is nothing to read.
async function begin(form, path) {
  const answer = path && form.dataset.path ? await call("GET", path) : null;
  if (answer && !answer.ok) return say(document.getElementById("action-notice"), "bad", words(answer.body));
  form.reset();
  form.querySelector(".notice[role=alert]").hidden = true;
  for (const field of form.querySelectorAll("[data-new]")) {
    field.hidden = Boolean(path);
    field.querySelector("input, select").disabled = Boolean(path);
  }
  if (answer) fill(form, answer.body);
  opened.set(form, { path, was: answer && read(form), version: answer?.body.version, key: newKey() });
  form.dispatchEvent(new Event("input"));
}

// Where nothing was changed, nothing is lost by reading it anew.
function isKept(form, path) {
  const kept = opened.get(form);
  return kept !== undefined && kept.path === path && !(kept.was && !Object.keys(differing(read(form), kept.was)).length);
}

async function open({ edits, title, path }) {
  const dialog = document.getElementById(edits), form = dialog.querySelector("form");
  if (!isKept(form, path)) await begin(form, path);
  if (!opened.has(form) || opened.get(form).path !== path) return;
  dialog.querySelector("h2").textContent = title;
  openDialog(edits);
}

function asked(form) {
  const { path, was, version, key } = opened.get(form), said = read(form);
  if (!path) return ["POST", form.dataset.path, { body: said, headers: { "Idempotency-Key": key } }];
  const body = form.dataset.setup === "PATCH" ? differing(said, was) : said;
  return [form.dataset.setup, path, { body, headers: version ? { "If-Match": `"${version}"` } : {} }];
}

// Whoever was faster is not overwritten unseen: what they wrote is shown, and the next try is over that.
async function show(form, notice, path) {
  const { ok, body } = await call("GET", path);
  if (!ok) return say(notice, "bad", words(body));
  opened.get(form).version = body.version;
  say(notice, "", `Somebody has just changed it. It says now: “${body.text ?? body.url}”. Save again to put yours in its place.`);
}

const told = (body) => (body.errors ? body.errors.map(({ where, what }) => `${where.split("/")[1] ?? "It"}: ${what}`).join("; ") : words(body));

async function send(form) {
  const notice = form.querySelector(".notice[role=alert]"), button = form.querySelector(".primary"), dialog = form.closest("dialog");
  const [method, path, what] = asked(form);
  button.disabled = true;
  const answer = await call(method, path, what);
  button.disabled = false;
  if (answer.status === 412) return show(form, notice, path);
  if (!answer.ok) return say(notice, "bad", told(answer.body));
  opened.delete(form);
  form.reset();
  dialog.close();
  announce("Saved.");
  if (answer.body.key) showOnce(`The key of ${answer.body.name}`, answer.body.key);
  if (answer.body.secret) showOnce("The secret of this webhook", answer.body.secret);
  await refresh();
}

export function startEditing() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-edits]");
    if (button) open(button.dataset);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-setup]");
    if (!form) return;
    event.preventDefault();
    send(form);
  });
}
