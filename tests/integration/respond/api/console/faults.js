// What is wrong with a page for whoever does not see it: computed in the page, as the tools for it do.
() => {
  const faults = [], seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const text = (id) => document.getElementById(id)?.textContent.trim() ?? "";
  const labels = (one) => [...(one.labels ?? [])].map((label) => label.textContent.trim()).join(" ");
  const name = (one) => one.getAttribute("aria-label") || (one.getAttribute("aria-labelledby") ?? "").split(" ").map(text).join(" ").trim()
    || labels(one) || (one.matches("input, select, textarea") ? "" : one.textContent.trim()) || one.querySelector("img")?.alt || "";
  for (const one of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=tab], dialog, nav, aside, [role=listbox]"))
    if ((seen(one) || one.matches("dialog")) && !name(one)) faults.push(`no name: ${one.outerHTML.slice(0, 120)}`);
  for (const one of document.querySelectorAll("img:not([alt])")) faults.push(`no alt: ${one.outerHTML}`);
  const levels = [...document.querySelectorAll("main h1, main h2, main h3")].filter(seen).map((one) => Number(one.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1) faults.push(`headings begin ${levels}`);
  levels.forEach((level, at) => { if (at && level > levels[at - 1] + 1) faults.push(`headings jump ${levels}`); });
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  for (const id of new Set(ids)) if (ids.filter((one) => one === id).length > 1) faults.push(`twice: ${id}`);
  for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "for"])
    for (const one of document.querySelectorAll(`[${attribute}]`))
      for (const id of one.getAttribute(attribute).split(" ")) if (!document.getElementById(id)) faults.push(`${attribute} names nothing: ${id}`);
  for (const one of document.querySelectorAll("a a, a button, button a, label button")) faults.push(`inside: ${one.outerHTML.slice(0, 120)}`);
  if (!document.documentElement.lang || !document.title || document.querySelectorAll("main").length !== 1) faults.push("no language, title or main");
  for (const one of document.querySelectorAll("[style], [onclick], script:not([src])")) faults.push(`inline: ${one.outerHTML.slice(0, 120)}`);
  return faults;
}
