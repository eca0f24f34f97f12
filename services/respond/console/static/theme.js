// Light, dark, or as the system has it. No module: it runs before the first paint, so that nothing flashes.
(() => {
  const KEY = "earshot.theme", CHOICES = ["auto", "light", "dark"];
  const read = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const kept = () => (CHOICES.includes(read()) ? read() : "auto");
  const paint = () => {
    const theme = kept();
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    for (const choice of document.querySelectorAll("[data-theme-choice]")) choice.value = theme;
  };

  paint();
  addEventListener("storage", (event) => { if (event.key === KEY) paint(); });
  document.addEventListener("DOMContentLoaded", paint);
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-theme-choice]")) return;
    localStorage.setItem(KEY, event.target.value);
    paint();
  });
})();
