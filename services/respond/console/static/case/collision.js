// Somebody else answered while we wrote: said at once, and nothing that was written is lost.
import { announce } from "../announce.js";
import { since } from "../times.js";
import { isWriting } from "./composer.js";
import { now } from "./page.js";

let known = null;

export function startCollision() {
  const place = document.getElementById("collision");
  if (!place) return;
  known = now().dataset.replied;
  document.addEventListener("refreshed", () => {
    if (!now()) return;
    const { replied, replier, repliedAt } = now().dataset;
    if (replied === known) return;
    known = replied;
    place.hidden = !(replied && isWriting());
    if (place.hidden) return;
    place.replaceChildren(`${replier} answered `, since(repliedAt), " ago. What you wrote is kept here and was not sent.");
    announce(`${replier} has answered. What you wrote is kept and was not sent.`);
  });
  document.addEventListener("sent", () => { place.hidden = true; });
}
