// What can be done to a case by one key each. A key does what its button does, and nothing where there is no button.
import { bind } from "../keyboard/keys.js";
import { openDialog } from "../dialogs.js";
import { keptList } from "../queue/rows.js";
import { correctHere, isCorrectable } from "./correct.js";
import { pickMacro } from "./macros.js";
import { can, caseId } from "./page.js";
import { write } from "./tabs.js";

const group = "This case";
const button = (does) => [...document.querySelectorAll(`[data-do="${does}"]`)].find((one) => one.offsetParent !== null);
const withdrawing = () => [...document.querySelectorAll("[data-withdraw]")].at(-1);
const isAnswerable = () => document.getElementById("reply")?.hidden === false;
const isThere = () => document.getElementById("note") !== null;

function openBox(id, field) {
  const box = document.getElementById(id);
  box.open = true;
  box.scrollIntoView({ block: "nearest" });
  box.querySelector(field).focus();
}

function neighbour(step) {
  const { ids } = keptList();
  const at = ids.indexOf(caseId());
  return at < 0 ? ids[0] : ids[at + step];
}

const goTo = (id) => location.assign(`/cases/${encodeURIComponent(id)}`);

export function startCaseKeys() {
  bind("c", "Claim it, or take it over", () => button("claim").click(), { group, when: () => button("claim") !== undefined });
  bind("r", "Write the answer", () => write("answer"), { group, when: isAnswerable });
  bind("n", "Write a note for colleagues", () => write("note"), { group, when: isThere });
  bind("mod+Enter", "Send what is being written", () => document.activeElement?.form?.requestSubmit(), { group, typing: true, when: isThere });
  bind("m", "Put in a macro", pickMacro, { group, when: isAnswerable });
  bind("t", "Put a tag on", () => document.querySelector("#tag-form input").focus(), { group, when: () => document.getElementById("tag-form") !== null });
  bind("e", "Resolve", () => openBox("resolve-box", "select"), { group, when: () => can("resolve") });
  bind("z", "Snooze", () => openBox("aside-box", "[data-snooze]"), { group, when: () => can("snooze") });
  bind("h", "Hold, with a reason", () => openBox("aside-box", "[name=reason]"), { group, when: () => can("hold") });
  bind("x", "Give it to a colleague", () => openDialog("transfer"), { group, when: () => can("transfer") });
  bind("l", "Correct how a message was understood", correctHere, { group, when: isCorrectable });
  bind("u", "Take the last answer back", () => withdrawing().click(), { group, when: () => withdrawing() !== undefined });
  bind("]", "Next case of the list", () => goTo(neighbour(1)), { group, when: () => neighbour(1) !== undefined });
  bind("[", "Previous case of the list", () => goTo(neighbour(-1)), { group, when: () => neighbour(-1) !== undefined });
  const back = document.querySelector(".case-bar .back");
  if (back) back.href = keptList().from;
  bind("Backspace", "Back to the list", () => location.assign(keptList().from), { group });
}
