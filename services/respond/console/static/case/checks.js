// What the rules say of an answer while it is written: how long it is as the network counts, what to look at again, what
// keeps it from being sent, and whether a second person has to see it.
import { announce } from "../announce.js";
import { call } from "../call.js";
import { node } from "../node.js";
import { answers, field, form, isPrivate, isWriting } from "./composer.js";
import { path } from "./page.js";

const QUIET = 400;
let planned = 0, asked = 0, said = "";

const findings = () => document.getElementById("findings");
const send = () => document.getElementById("send");

// Places are counted in characters, of which JavaScript sometimes takes two for one.
const marked = (text, { start, end }) => [...text].slice(start, end).join("");

function finding(one, text) {
  const places = [...new Set(one.spans.map((span) => marked(text, span)))];
  const words = places.map((place) => node("mark", { className: one.level }, place));
  const quoted = words.flatMap((word, at) => (at ? [", ", word] : [": ", word]));
  return node("li", { className: one.level }, node("strong", {}, one.level === "block" ? "Must change: " : "Look again: "), one.what, ...quoted);
}

function length(counted) {
  const place = document.getElementById("letters");
  if (!counted) return place.replaceChildren();
  const { used, limit, unit, parts } = counted;
  const several = parts > 1 ? `, in ${parts} posts` : "";
  place.textContent = `${used} of ${limit} ${unit}${several}`;
  place.classList.toggle("over", used > limit && parts <= 1);
}

function show({ findings: found, length: long, approval }, text) {
  const order = (one) => (one.level === "block" ? 0 : 1);
  const sorted = found.toSorted((one, other) => order(one) - order(other));
  findings().replaceChildren(...sorted.map((one) => finding(one, text)));
  findings().hidden = sorted.length === 0;
  length(long);
  const blocks = sorted.filter((one) => one.level === "block");
  block(blocks.length ? blocks.map((one) => one.what).join("; ") : "");
  needsApproval(approval);
  const words = sorted.map((one) => one.what).join(". ");
  if (words !== said) announce(words ? `${sorted.length === 1 ? "One thing" : `${sorted.length} things`} to look at: ${words}` : "Nothing to look at any more.");
  said = words;
}

// Send stays reachable, so that whoever cannot see why it does nothing can ask it.
function block(why) {
  send().toggleAttribute("data-blocked", why !== "");
  if (why) send().dataset.blocked = why;
  send().setAttribute("aria-disabled", String(why !== ""));
  send().title = why;
}

function needsApproval(approval) {
  const line = document.getElementById("needs-approval");
  line.hidden = approval === null || approval === undefined;
  send().textContent = approval ? "Send for approval" : isPrivate() ? "Send in private" : "Send answer";
  document.getElementById("send-for-approval").hidden = Boolean(approval);
  if (approval) line.textContent = `A second person has to approve this${approval.certification ? ` (certified for ${approval.certification})` : ""}: ${approval.why}`;
}

// What a refused answer was refused for is shown like what was found while it was written.
export function showFindings(found, text) {
  show({ findings: found, length: null, approval: null }, text);
}

async function check() {
  const text = field().value, number = ++asked;
  if (!isWriting()) return nothing();
  const answer = await call("POST", path("checks"), { body: { text, answers: answers(), private: isPrivate() } });
  if (number === asked && answer.ok) show(answer.body, text);
}

function nothing() {
  asked += 1;
  said = "";
  findings().hidden = true;
  findings().replaceChildren();
  document.getElementById("letters").textContent = "0";
  block("");
  needsApproval(null);
}

export function startChecks() {
  const soon = () => { clearTimeout(planned); planned = setTimeout(check, QUIET); };
  for (const kind of ["input", "draft-shown"]) field().addEventListener(kind, soon);
  form().elements.private?.addEventListener("change", check);
  document.addEventListener("sent", () => { clearTimeout(planned); nothing(); });
}
