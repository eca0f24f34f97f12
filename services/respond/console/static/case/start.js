// The page of one case.
import { startAside } from "./aside.js";
import { startApproval } from "./approval.js";
import { startForms } from "./forms.js";
import { startReply } from "./reply.js";

export function startCase() {
  if (!document.querySelector("[data-case]")) return;
  startForms();
  startAside();
  startApproval();
  startReply();
}
