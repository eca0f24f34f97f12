// Correcting how a message was understood: what differs from what classify said is sent, and nothing else is claimed.
import { announce } from "../announce.js";
import { call, say, words } from "../call.js";
import { openDialog } from "../dialogs.js";
import { refresh } from "../refresh.js";
import { path } from "./page.js";

// As the form was opened: the page may learn better below it.
let correcting = null, was = {}, before = "";

const dialog = () => document.getElementById("correct");
const buttons = () => [...document.querySelectorAll("[data-correct]")];
// That of the message where the focus is; else that of the newest.
function nearest() {
  const message = document.activeElement?.closest("[data-message]");
  return message ? message.querySelector("[data-correct]") : buttons().at(-1);
}
const where = () => path(`messages/${encodeURIComponent(correcting.dataset.correct)}/correction`);
const flags = (form) => [...form.querySelectorAll("[name=flags]")];
const asText = (value) => (value === null || value === undefined ? "" : String(value));
const KINDS = ["intent", "sentiment", "severity", "needs_answer", "language"];

export const isCorrectable = () => buttons().length > 0;

export function correctHere() {
  const button = nearest();
  if (button) open(button);
  else announce("Its author has deleted this message; it is corrected no more.");
}

function open(button) {
  correcting = button;
  const form = dialog().querySelector("form"), said = JSON.parse(button.dataset.said);
  for (const kind of KINDS) {
    form.elements[kind].value = asText(said[kind]);
    if (form.elements[kind].selectedIndex === -1) form.elements[kind].value = "";
  }
  for (const box of flags(form)) box.checked = (said.flags ?? []).includes(box.value);
  form.elements.note.value = button.dataset.note;
  form.querySelector(".notice").hidden = true;
  form.querySelector("[data-withdraw-correction]").hidden = !("corrected" in button.dataset);
  was = JSON.parse(button.dataset.was);
  before = written(form);
  openDialog("correct");
}

const written = (form) => JSON.stringify(bodyOf(form, {}));

// What the form says that classify did not. Flags that the form does not know stay as they are.
function bodyOf(form, was) {
  const body = {};
  for (const kind of KINDS) {
    const value = form.elements[kind].value.trim();
    if (value && value !== asText(was[kind])) body[kind] = kind === "needs_answer" ? value === "true" : value;
  }
  const boxes = flags(form), raised = was.flags ?? [];
  if (boxes.some((box) => box.checked !== raised.includes(box.value))) body.flags = boxes.filter((box) => box.checked).map((box) => box.value);
  return body;
}

async function ask(method, body, told) {
  const answer = await call(method, where(), { body });
  if (!answer.ok) return say(dialog().querySelector(".notice"), "bad", words(answer.body));
  dialog().close();
  announce(told);
  await refresh();
}

const withdraw = () => ask("DELETE", undefined, "The correction is withdrawn.");

export function startCorrecting() {
  const form = dialog()?.querySelector("form");
  if (!form) return;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-correct]");
    if (button) open(button);
  });
  form.querySelector("[data-withdraw-correction]").addEventListener("click", withdraw);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = bodyOf(form, was), note = form.elements.note.value.trim();
    if (Object.keys(body).length) ask("PUT", note ? { ...body, note } : body, "The correction is kept.");
    else if ("corrected" in correcting.dataset && written(form) !== before) withdraw();
    else dialog().close();
  });
}
