// The supervisors' pages.
import { startToday } from "./today.js";
import { startQuarantine } from "./quarantine.js";
import { startLetter } from "./letter.js";

export function startSupervising() {
  startToday();
  startQuarantine();
  startLetter();
}
