// Makes what stands here look like what the server says now, and leaves alone what is the same: things with an id stay the
// same nodes, wherever they move, so that what has the focus keeps it, what is open stays open, and what is ticked, ticked.
// What is marked data-keep is the page's own and is left as it is.
const OURS = new Set(["open"]);

export function morph(here, there) {
  const focused = document.activeElement;
  const place = here.contains(focused) ? placeOf(focused) : null;
  children(here, there);
  if (place === null || document.activeElement === focused) return;
  if (focused.isConnected) focused.focus({ preventScroll: true });
  else standIn(here, place)?.focus({ preventScroll: true });
}

// Where the focus was, for when the thing itself is gone: what leads to the same place, else the row that moved up.
function placeOf(focused) {
  const row = focused.closest(".row");
  const at = row ? [...document.querySelectorAll(".row")].indexOf(row) : -1;
  return { href: focused.getAttribute("href"), does: focused.dataset.do, at };
}

function standIn(here, { href, does, at }) {
  const same = [...here.querySelectorAll("[href], [data-do]")].find((one) => (href && one.getAttribute("href") === href) || (does && one.dataset.do === does));
  const rows = [...here.querySelectorAll(".row a")];
  return same ?? (at < 0 ? undefined : rows[Math.min(at, rows.length - 1)]);
}

function children(here, there) {
  const named = new Map([...here.children].filter((one) => one.id).map((one) => [one.id, one]));
  const wanted = new Set([...there.children].map((one) => one.id).filter(Boolean));
  let next = here.firstChild;
  for (const fresh of [...there.childNodes]) {
    while (next?.id && !wanted.has(next.id)) next = drop(next);
    const known = fresh.id ? named.get(fresh.id) : next && !next.id && next.nodeName === fresh.nodeName ? next : null;
    if (!known) {
      here.insertBefore(document.adoptNode(fresh), next);
    } else {
      if (known === next) next = next.nextSibling;
      else here.insertBefore(known, next);
      one(known, fresh);
    }
  }
  while (next) next = drop(next);
}

function drop(gone) {
  const next = gone.nextSibling;
  gone.remove();
  return next;
}

function one(here, there) {
  if (here.nodeType !== Node.ELEMENT_NODE) {
    if (here.data !== there.data) here.data = there.data;
    return;
  }
  if (here.hasAttribute("data-keep")) return;
  // A time that means the same instant already stands there in the reader's own words.
  if (here.nodeName === "TIME" && here.dateTime === there.dateTime && here.dataset.warn === there.dataset.warn) return;
  for (const { name } of [...here.attributes]) if (!there.hasAttribute(name) && !OURS.has(name)) here.removeAttribute(name);
  for (const { name, value } of there.attributes) if (here.getAttribute(name) !== value && !OURS.has(name)) here.setAttribute(name, value);
  children(here, there);
}
