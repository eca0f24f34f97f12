// The pages for setting things up: macros, agents, webhooks.
import { refreshSoon } from "../refresh.js";
import { startAsking } from "./asking.js";
import { startEditing } from "./editing.js";
import { startOnce } from "./once.js";
import { startPreview } from "./preview.js";

const EVERY = 5000;

export function startSetup() {
  if (!document.getElementById("once")) return;
  startOnce();
  startAsking();
  startEditing();
  startPreview();
  if (document.querySelector("[data-watched]")) setInterval(refreshSoon, EVERY);
}
