// Fetches the page again and shows what is new, without losing the reader's place.
const EVERY_MS = 2500;

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const shown = document.querySelector("main");
  if (!fresh || fresh.innerHTML === shown.innerHTML) return;
  const known = new Set([...shown.querySelectorAll("article")].map((post) => post.id));
  for (const post of fresh.querySelectorAll("article")) {
    if (!known.has(post.id)) post.classList.add("new");
  }
  const opened = new Set([...shown.querySelectorAll("article:has(details[open])")].map((post) => post.id));
  for (const id of opened) fresh.querySelector(`#${id} details`)?.setAttribute("open", "");
  shown.replaceWith(fresh);
}

setInterval(() => refresh().catch(() => {}), EVERY_MS);
