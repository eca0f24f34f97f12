// Deadlines count down, and instants are shown in the reader's own time.
const SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });

export function span(length) {
  const ms = Math.abs(length);
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ${String(Math.floor((ms % HOUR) / MINUTE)).padStart(2, "0")}`;
  return `${Math.floor(ms / DAY)} d ${Math.floor((ms % DAY) / HOUR)} h`;
}

// How long ago something was, counting on by itself.
export function since(at) {
  const time = document.createElement("time");
  time.dateTime = time.dataset.since = at;
  time.textContent = span(Date.now() - new Date(at));
  return time;
}

function tick() {
  const now = Date.now();
  for (const time of document.querySelectorAll("time[data-since]")) {
    const text = span(now - new Date(time.dataset.since));
    if (time.textContent !== text) time.textContent = text;
  }
  for (const time of document.querySelectorAll("time[data-until]")) {
    const text = span(Math.max(0, new Date(time.dateTime) - now));
    if (time.textContent !== text) time.textContent = text;
  }
  for (const time of document.querySelectorAll("time[data-due]")) {
    const left = new Date(time.dataset.due) - now;
    const warned = time.dataset.warn && new Date(time.dataset.warn) <= now;
    const text = left < 0 ? `${span(left)} late` : span(left);
    if (time.textContent !== text) time.textContent = text;
    time.className = `due ${left < 0 ? "late" : warned ? "soon" : "calm"}`;
  }
}

export function localise(root = document) {
  const today = new Date().toDateString();
  for (const time of root.querySelectorAll("time[data-at]")) {
    const at = new Date(time.dateTime);
    time.textContent = at.toDateString() === today ? clock.format(at) : date.format(at);
    time.title = full.format(at);
  }
  for (const time of root.querySelectorAll("time[data-since]")) time.title = `Since ${full.format(new Date(time.dataset.since))}`;
  for (const time of root.querySelectorAll("time[data-due]")) time.title = `Due ${full.format(new Date(time.dataset.due))}`;
}

export function startTimes() {
  localise();
  tick();
  setInterval(tick, SECOND);
  document.addEventListener("refreshed", () => { localise(); tick(); });
}
