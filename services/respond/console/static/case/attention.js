// Who else is at this case, and that we are: looking, or typing. Each word of it lasts twenty seconds unless renewed.
import { announce } from "../announce.js";
import { call } from "../call.js";
import { node } from "../node.js";
import { field, isWriting } from "./composer.js";
import { caseId, path } from "./page.js";

const RENEW = 8000, STOPPED = 6000;
let doing = "viewing", typedAt = 0, told = "";

const me = () => document.getElementById("presence")?.dataset.me;

async function pay() {
  if (document.hidden) return;
  const answer = await call("PUT", path("attention"), { body: { doing } });
  if (answer.ok && answer.body.items) show(answer.body.items);
}

function face(one) {
  const words = `${one.name} ${one.doing === "typing" ? "is typing" : "is looking"}`;
  return node("span", { className: `face ${one.doing}`, title: words }, node("span", { "aria-hidden": "true" }, one.name.slice(0, 1).toUpperCase()), node("span", { className: "sr" }, words));
}

const names = (people) => people.map((one) => one.name).join(" and ");

function show(items) {
  const others = items.filter((one) => one.agent !== me() && Date.parse(one.until) > Date.now());
  document.getElementById("together").replaceChildren(...others.map(face));
  const typing = others.filter((one) => one.doing === "typing");
  const warning = document.getElementById("typing");
  const words = typing.length ? `${names(typing)} ${typing.length === 1 ? "is" : "are"} writing an answer right now.` : "";
  warning.hidden = words === "";
  warning.textContent = words && isWriting() ? `${words} Agree who sends: the second answer will be refused.` : words;
  if (words && words !== told) announce(words);
  told = words;
}

export function startAttention() {
  const renew = () => {
    if (Date.now() - typedAt > STOPPED) doing = "viewing";
    return pay();
  };
  field()?.addEventListener("input", () => {
    typedAt = Date.now();
    if (doing === "typing" || !isWriting()) return;
    doing = "typing";
    pay();
  });
  document.addEventListener("attention", (event) => { if (event.detail.case === caseId()) show(event.detail.items); });
  document.addEventListener("sent", () => { doing = "viewing"; pay(); });
  document.addEventListener("visibilitychange", renew);
  addEventListener("pagehide", () => { fetch(path("attention"), { method: "DELETE", keepalive: true }); });
  setInterval(renew, RENEW);
  renew();
}
