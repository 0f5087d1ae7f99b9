/* ---- settings ----
   What people set, and nothing else, is kept in the browser: never a word of a draft, never the name of one. */
const settings = (() => {
  const PLACE = "thethuc-settings";
  const empty = { language: "vi", stage: null, class: null, "as-of": null, reviewer: "", profile: "" };
  let own = { ...empty };
  /* What holds for the files at hand alone. */
  let passing = {};

  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) || "{}");
    for (const key of Object.keys(empty)) if (typeof kept[key] === "string") own[key] = kept[key];
  } catch (error) { /* A browser that keeps nothing, or something else. */ }
  if (own.language !== "en") own.language = "vi";

  function keep() {
    try {
      localStorage.setItem(PLACE, JSON.stringify(own));
    } catch (error) { /* Then they hold until the page is closed. */ }
  }

  return {
    get: (key) => own[key],
    isSet: () => Object.keys(empty).some((key) => key !== "language" && own[key]),
    change(some) { own = { ...own, ...some }; keep(); },
    /* For the files at hand alone; `null` ends it. Says whether anything is other than before. */
    pass(some) {
      const before = JSON.stringify(passing);
      passing = some || {};
      return JSON.stringify(passing) !== before;
    },
    passing: () => passing,
    reset() { own = { ...empty, language: own.language }; try { localStorage.removeItem(PLACE); } catch (error) { /* Nothing was kept. */ } },
    text: () => JSON.stringify({ ...own, ...passing }),
  };
})();
