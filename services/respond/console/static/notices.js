// What the agent is to be told of: a toast for each warning and breach of the last hour, until it was seen.
import { call } from "./call.js";

const SEEN = "earshot.notices.seen", SHOWN = 3, KEPT = 200, HOUR = 3600000;
const CLOCKS = { first_response: "First answer", next_response: "Next answer", resolution: "Resolution" };
const MOVES = { warn: "is due soon", breach: "is late" };

const seen = () => { try { return JSON.parse(localStorage.getItem(SEEN)) ?? []; } catch { return []; } };
const keyOf = (notice) => [notice.case, notice.about, Date.parse(notice.at)].join(" ");
const waiting = new Map(); // by case and clock: a breach takes the place of its warning

function forget(notices) {
  localStorage.setItem(SEEN, JSON.stringify([...seen(), ...notices.map(keyOf)].slice(-KEPT)));
  drop();
}

function drop() {
  for (const [clock, notice] of waiting) if (seen().includes(keyOf(notice))) waiting.delete(clock);
  draw();
}

function toast(notice) {
  const [clock, move] = notice.about.split(" ");
  const kind = clock in CLOCKS ? (move === "breach" ? "late" : "soon") : "told";
  const box = Object.assign(document.createElement("p"), { className: `toast ${kind}` });
  const link = Object.assign(document.createElement("a"), { href: `/cases/${encodeURIComponent(notice.case)}` });
  const whose = notice.customer ? `the case of @${notice.customer}` : "a case";
  if (clock === "note") link.textContent = `A colleague names you in a note on ${whose}`;
  else if (clock === "transfer") link.textContent = `A colleague gives you ${whose}`;
  else link.textContent = `${CLOCKS[clock] ?? clock} to ${notice.customer ? `@${notice.customer}` : "a customer"} ${MOVES[move] ?? move ?? ""}`;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "Dismiss" });
  button.addEventListener("click", () => forget([notice]));
  box.append(link, button);
  return box;
}

function draw() {
  const room = document.getElementById("toasts");
  const all = [...waiting.values()].reverse();
  const shown = all.slice(0, SHOWN).map(toast);
  if (all.length > SHOWN) {
    const more = Object.assign(document.createElement("p"), { className: "toast more" });
    const link = Object.assign(document.createElement("a"), { href: "/waiting", textContent: `and ${all.length - SHOWN} more` });
    const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "Dismiss all" });
    button.addEventListener("click", () => forget(all));
    more.append(link, button);
    shown.push(more);
  }
  room.replaceChildren(...shown);
}

export function tell(notice) {
  const clock = `${notice.case} ${notice.about.split(" ")[0]}`;
  waiting.delete(clock);
  if (notice.case === document.querySelector("[data-case]")?.dataset.case) return forget([notice]);
  if (!seen().includes(keyOf(notice))) waiting.set(clock, notice);
  draw();
}

export async function startNotices() {
  if (!document.getElementById("toasts")) return;
  addEventListener("storage", (event) => { if (event.key === SEEN) drop(); });
  const since = new Date(Date.now() - HOUR).toISOString();
  const answer = await call("GET", `/v1/notices?since=${encodeURIComponent(since)}`);
  for (const one of (answer.body.items ?? []).reverse())
    tell({ case: one.case_id, customer: one.customer_handle, about: one.about, at: one.at });
}
