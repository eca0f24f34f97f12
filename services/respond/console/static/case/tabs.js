// Answer or note: two fields that cannot be taken for one another.
export function showTab(name) {
  const tab = document.getElementById(`tab-${name}`);
  if (!tab) return null;
  for (const one of tab.parentElement.querySelectorAll("[role=tab]")) {
    const chosen = one === tab;
    one.setAttribute("aria-selected", String(chosen));
    one.tabIndex = chosen ? 0 : -1;
    document.getElementById(one.getAttribute("aria-controls")).hidden = !chosen;
  }
  return document.querySelector(`#${tab.getAttribute("aria-controls")} textarea`);
}

// Goes on behind what stands there already.
export function write(name) {
  const field = showTab(name);
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}

export function startTabs() {
  const list = document.querySelector(".composer [role=tablist]");
  list?.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) write(tab.id.slice("tab-".length));
  });
  list?.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const tabs = [...list.querySelectorAll("[role=tab]")];
    const other = tabs[(tabs.indexOf(document.activeElement) + 1) % tabs.length];
    showTab(other.id.slice("tab-".length));
    other.focus();
  });
}
