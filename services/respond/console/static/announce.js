// Says to those who listen rather than look what has just changed. What is said twice in a row is heard twice.
export function announce(words) {
  const place = document.getElementById("announcer");
  if (!place) return;
  place.textContent = place.textContent === words ? `${words}\u00a0` : words;
}
