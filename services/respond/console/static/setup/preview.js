// Shows a macro as a customer would read it, while it is written, and puts variables in where the writer is.
import { node } from "../node.js";

const PLACE = /\{\{([^{}]*)\}\}/;

export function startPreview() {
  const form = document.querySelector("#macro form");
  if (!form) return;
  const area = form.elements.text, shown = document.getElementById("preview"), wrong = document.getElementById("wrong");
  const buttons = [...form.querySelectorAll("[data-variable]")];

  const draw = () => {
    const brand = form.elements.brand.selectedOptions[0];
    const examples = new Map(buttons.map((one) => [one.dataset.variable, one.dataset.example]));
    examples.set("brand.name", brand?.value ? brand.textContent : "your brand");
    const unknown = [];
    // Every second part is the name of a variable.
    const parts = area.value.split(PLACE).map((part, at) => {
      const name = part.trim();
      if (at % 2 === 0) {
        if (/\{\{|\}\}/.test(part)) unknown.push("{{ or }} without its other half");
        return part;
      }
      if (examples.has(name)) return node("mark", {}, examples.get(name));
      unknown.push(`{{${name}}}`);
      return node("mark", { className: "block" }, `{{${part}}}`);
    });
    shown.replaceChildren(...parts);
    wrong.hidden = !unknown.length;
    wrong.textContent = unknown.length ? `There is no such variable: ${[...new Set(unknown)].join(", ")}.` : "";
  };

  for (const button of buttons)
    button.addEventListener("click", () => {
      area.setRangeText(`{{${button.dataset.variable}}}`, area.selectionStart, area.selectionEnd, "end");
      area.focus();
      draw();
    });
  form.addEventListener("input", draw);
}
