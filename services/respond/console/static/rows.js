// Lists by keyboard: j and k move, Enter opens. Choosing a filter shows it.
export function startRows() {
  document.querySelector("[data-filters]")?.addEventListener("change", (event) => event.currentTarget.requestSubmit());
  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key !== "j" && event.key !== "k") return;
    const rows = [...document.querySelectorAll(".row a")];
    if (!rows.length) return;
    const at = rows.indexOf(document.activeElement);
    const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)));
    rows[next].focus();
    event.preventDefault();
  });
}
