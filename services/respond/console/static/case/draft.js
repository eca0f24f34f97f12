// What is being written is kept on the server while it is written, one draft per case: it outlives a reload and a change
// of owner. Nobody writes over what a colleague changed in the meantime; both texts are shown then.
import { call } from "../call.js";
import { node } from "../node.js";
import { since } from "../times.js";
import { answers, field, put } from "./composer.js";
import { caseId, now, path } from "./page.js";

const QUIET = 800;
let version = null, saved = "", planned = 0, running = null;

const line = () => document.getElementById("draft-line");
const me = () => document.getElementById("presence")?.dataset.me;
const tell = (...parts) => { line().replaceChildren(...parts); line().hidden = parts.length === 0; };
const condition = () => (version === null ? { "If-None-Match": "*" } : { "If-Match": `"${version}"` });

function agent(id) {
  return document.querySelector(`#agents [value="${CSS.escape(id)}"]`)?.dataset.name ?? id;
}

function by(draft) {
  return draft.by === me() ? "Your draft, kept " : `A draft of ${agent(draft.by)}'s, kept `;
}

async function save() {
  clearTimeout(planned);
  planned = 0;
  if (running) return (running = running.then(save));
  const text = field().value;
  if (text === saved) return;
  const asked = text.trim() === "" ? call("DELETE", path("draft"), { headers: version === null ? {} : condition() })
    : call("PUT", path("draft"), { body: { text, answers: answers() }, headers: condition() });
  running = asked.then((answer) => {
    running = null;
    if (answer.status === 412) return disputed();
    if (!answer.ok) return tell("Not kept: Earshot does not take the draft now. Do not close this page.");
    saved = text;
    version = text.trim() === "" ? null : answer.body.version;
    if (version === null) tell();
    else tell(by(answer.body), since(answer.body.at), " ago");
    line().classList.remove("disputed");
  });
  return running;
}

async function disputed() {
  const answer = await call("GET", path("draft"));
  if (answer.status === 404) { version = null; return save(); }
  if (!answer.ok) return;
  version = answer.body.version;
  if (answer.body.text === field().value) { saved = answer.body.text; return; }
  const theirs = node("button", { type: "button", className: "quiet" }, "Take theirs");
  theirs.addEventListener("click", () => { saved = answer.body.text; put(answer.body.text, { whole: true }); tell(); });
  const mine = node("button", { type: "button", className: "quiet" }, "Keep mine");
  mine.addEventListener("click", () => { saved = answer.body.text; save(); });
  tell(`${agent(answer.body.by)} changed this draft: `, node("q", { dir: "auto" }, answer.body.text), " ", theirs, mine);
  line().classList.add("disputed");
}

// A colleague wrote on: what they have is shown where nothing unsaved of ours stands.
async function follow() {
  const answer = await call("GET", path("draft"));
  if (answer.status === 404 && field().value === saved) {
    version = null;
    saved = field().value = "";
    tell();
  }
  if (!answer.ok || field().value !== saved) return;
  version = answer.body.version;
  saved = field().value = answer.body.text;
  tell(by(answer.body), since(answer.body.at), " ago");
  field().dispatchEvent(new Event("draft-shown", { bubbles: true }));
}

const soon = () => { clearTimeout(planned); planned = setTimeout(save, QUIET); };

// While an answer is being sent nothing is kept, so that nothing comes after the draft was used up.
export async function pause() {
  clearTimeout(planned);
  planned = 0;
  await running;
}

export function startDraft() {
  field().addEventListener("input", soon);
  document.addEventListener("unsent", soon);
  document.addEventListener("sent", () => { clearTimeout(planned); planned = 0; version = null; saved = ""; tell(); });
  addEventListener("pagehide", () => { if (planned) save(); });
  document.addEventListener("draft", ({ detail }) => {
    if (detail.case === caseId() && detail.by !== me() && detail.version !== version) follow();
  });
  document.addEventListener("refreshed", () => {
    const known = now()?.dataset.draft;
    if (known && Number(known) !== version && !running && !planned && !now().dataset.silent) follow();
  });
  if (field().dataset.draftVersion) {
    version = Number(field().dataset.draftVersion);
    saved = field().defaultValue;
    field().dispatchEvent(new Event("draft-shown", { bubbles: true }));
  }
}
