// Snoozing by one click: an hour, or until tomorrow morning where the reader is.
import { ask } from "./forms.js";

const HOUR = 3600000;

function until(name) {
  const at = new Date(Date.now() + (name === "hour" ? HOUR : 0));
  if (name === "tomorrow") {
    at.setDate(at.getDate() + 1);
    at.setHours(9, 0, 0, 0);
  }
  return at.toISOString();
}

export function startAside() {
  for (const button of document.querySelectorAll("[data-snooze]"))
    button.addEventListener("click", async () => {
      const notice = button.form.querySelector(".notice");
      const answer = await ask("snooze", { until: until(button.dataset.snooze) }, { notice });
      if (answer.ok) button.closest("details").removeAttribute("open");
    });
}
