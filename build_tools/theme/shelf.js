// Show the edition in the reader's language. Without this script the first is shown, and links choose another.
(() => {
  const editions = [...document.querySelectorAll(".edition")];
  const root = document.documentElement;
  // Browsers say "tl" for Filipino.
  const aliases = { tl: "fil" };

  function findPreferred() {
    for (const wanted of navigator.languages || [navigator.language || ""]) {
      const full = wanted.toLowerCase();
      const primary = aliases[full.split("-")[0]] || full.split("-")[0];
      const found = editions.find((edition) => edition.id.toLowerCase() === full)
        || editions.find((edition) => edition.id.toLowerCase().split("-")[0] === primary);
      if (found) return found;
    }
    return editions[0];
  }

  function findChosen() {
    return editions.find((edition) => "#" + edition.id === location.hash);
  }

  function show(chosen) {
    for (const edition of editions) edition.hidden = edition !== chosen;
    for (const word of document.querySelectorAll("[data-for]")) word.hidden = word.dataset.for !== chosen.id;
    for (const link of document.querySelectorAll(".top a")) {
      if (link.hash === "#" + chosen.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    root.lang = chosen.lang;
    root.dir = chosen.dir;
    document.title = chosen.querySelector("h1").textContent;
  }

  if (!editions.length) return;
  root.classList.add("scripted");
  show(findChosen() || findPreferred());
  addEventListener("hashchange", () => {
    show(findChosen() || findPreferred());
    scrollTo(0, 0);
  });
})();
