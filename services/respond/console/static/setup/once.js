// Shows a key or a secret that nobody can read again, until whoever made it says that it was passed on.
const place = () => document.getElementById("once");

export function showOnce(what, secret) {
  place().querySelector("h2").textContent = what;
  place().querySelector("output").textContent = secret;
  place().hidden = false;
  place().focus();
}

export function startOnce() {
  const said = place().querySelector("output");
  place().querySelector("[data-copies]").addEventListener("click", async (event) => {
    getSelection().selectAllChildren(said);
    try {
      await navigator.clipboard.writeText(said.textContent);
      event.target.textContent = "Copied";
    } catch {
      event.target.textContent = "Marked: copy it now";
    }
  });
  place().querySelector("[data-passed-on]").addEventListener("click", () => {
    said.textContent = "";
    place().querySelector("[data-copies]").textContent = "Copy";
    place().hidden = true;
    document.getElementById("main").focus();
  });
}
