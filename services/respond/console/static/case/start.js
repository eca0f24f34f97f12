// The page of one case.
import { startAnswering } from "./answering.js";
import { startApproval } from "./approval.js";
import { startAside } from "./aside.js";
import { startAttention } from "./attention.js";
import { startCaseKeys } from "./keys.js";
import { startChecks } from "./checks.js";
import { startCollision } from "./collision.js";
import { startCorrecting } from "./correct.js";
import { startDraft } from "./draft.js";
import { startForms } from "./forms.js";
import { startMacros } from "./macros.js";
import { startNewer } from "./newer.js";
import { startNotes } from "./notes.js";
import { startReply } from "./reply.js";
import { startTabs } from "./tabs.js";
import { startTags } from "./tags.js";
import { startTransfer } from "./transfer.js";

// Long cases open where it goes on, not where it began.
function showNewest() {
  const newest = document.querySelector(".timeline > :last-child");
  if (newest && !location.hash) newest.scrollIntoView({ block: "end" });
}

export function startCase() {
  if (!document.querySelector("[data-case]")) return;
  showNewest();
  startForms();
  startAside();
  startApproval();
  startTabs();
  startNotes();
  startTags();
  startTransfer();
  startCorrecting();
  startCaseKeys();
  if (!document.getElementById("reply")) return;
  startAnswering();
  startReply();
  startNewer();
  startCollision();
  startMacros();
  startChecks();
  startDraft();
  startAttention();
}
