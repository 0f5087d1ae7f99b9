
  /* ---- moving about ---- */
  let now = null;
  const shown = () => now;
  const key = (keys) => ({ "aria-keyshortcuts": keys, title: keys });
  const button = (onclick, words, more) => make("button", { type: "button", onclick, ...more }, words);
  const back = make("a", { href: "#overview", class: "button" }, ["Tất cả tệp", "All files"]);
  const at = make("output", { "aria-live": "polite" }), file = make("output", { "aria-live": "polite" });
  const steps = make("span", { class: "steps" },
    button(() => step(-1), "‹", { label: ["Nhận xét trước", "Previous finding"], ...key("Shift+F8") }), at,
    button(() => step(1), "›", { label: ["Nhận xét sau", "Next finding"], ...key("F8") }));
  const turns = make("span", { class: "steps" },
    button(() => turn(-1), "‹", { label: ["Tệp trước", "Previous file"], ...key("Shift+F9") }), file,
    button(() => turn(1), "›", { label: ["Tệp sau", "Next file"], ...key("F9") }));
  const slip = button(() => { location.hash = "phieu"; }, ["Phiếu trước khi ký", "Pre-signing page"]);
  const keep = button(save, "");
  const print = button(() => window.print(), ["In", "Print"]);
  const bar = make("nav", { class: "bar", label: ["Đi lại trong báo cáo", "Moving about"] }, ...(many ? [back, turns] : []), steps, make("span", { class: "space" }), slip, print, keep);
  main.before(bar);
  const language = button(() => { root.lang = root.lang === "vi" ? "en" : "vi"; tongue(); }, "");
  const light = button(() => { root.dataset.light = isDark() ? "on" : "off"; lamp(); }, "");
  const isDark = () => root.dataset.light ? root.dataset.light === "off" : matchMedia("(prefers-color-scheme: dark)").matches;
  const lamp = () => fill(light, ...(isDark() ? ["Nền sáng", "Light"] : ["Nền tối", "Dark"]));
  function tongue() {
    language.textContent = ["English", "Tiếng Việt"][speaks()];
    language.lang = ["en", "vi"][speaks()];
    speak();
    if (body.classList.contains("slips")) slips();
  }
  document.querySelector(".top .heading").append(make("span", { class: "steps" }, language, light));

  function refresh() {
    const doc = shown(), onSlips = body.classList.contains("slips"), list = doc ? cards(doc) : [];
    const on = doc && doc.querySelector(".f.on"), row = order(), place = doc ? row.indexOf(doc) + 1 : 0;
    steps.hidden = !list.length || onSlips;
    fill(at, ...(on ? [on.dataset.n + "/" + list.length, on.dataset.n + "/" + list.length] : [list.length + " nhận xét", list.length + " findings"]));
    turns.hidden = !doc || onSlips;
    fill(file, "Tệp " + (place || "–") + "/" + row.length, "File " + (place || "–") + "/" + row.length);
    slip.hidden = onSlips;
    keep.hidden = !made;
    fill(keep, saved ? "Đã lưu quyết định" : "Lưu quyết định", saved ? "Decisions saved" : "Save decisions");
    back.hidden = !doc && !onSlips;
    bar.hidden = many && !doc && !onSlips && !made && !order().length;
  }
  async function show(doc) {
    now = doc;
    await unpack(doc);
    furnish(doc);
    for (const other of docs) if (many && other !== doc) other.open = false;
    doc.open = true;
    body.classList.toggle("reading", many);
  }
  function leave() {
    now = null;
    body.classList.remove("reading");
    docs.forEach((own) => { own.open = false; });
  }
  function mark(card) {
    all(".on").forEach((own) => own.classList.remove("on"));
    card.classList.add("on");
    card.open = true;
    all('.r[data-n="' + card.dataset.n + '"]', card.closest("details.doc")).forEach((own) => own.classList.add("on"));
  }
  function step(by) {
    const doc = shown(), list = doc ? cards(doc) : [];
    if (!list.length) return;
    const place = list.findIndex((card) => card.classList.contains("on"));
    const next = list[(place + by + (place < 0 && by < 0 ? 1 : 0) + list.length) % list.length];
    mark(next);
    next.scrollIntoView({ block: "center" });
    next.querySelector("summary").focus({ preventScroll: true });
    refresh();
  }
  function turn(by) {
    const row = order(), place = row.indexOf(shown());
    if (row.length) location.hash = row[(place + by + row.length) % row.length].id;
  }
  addEventListener("keydown", (event) => {
    if (!["F8", "F9"].includes(event.key) || dialog.open || event.ctrlKey || event.altKey) return;
    if (event.key === "F9" && !many) return;
    event.preventDefault();
    (event.key === "F8" ? step : turn)(event.shiftKey ? -1 : 1);
  });
  const home = (id) => docs.find((doc) => id === doc.id || (id.startsWith(doc.id) && /^[mntu]\d/.test(id.slice(doc.id.length))));
  async function go() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id === "phieu") { await slips(); return; }
    body.classList.remove("slips");
    const doc = id && home(id);
    if (id === "overview" && many) { leave(); scrollTo(0, 0); (rows.find((row) => row.doc === last) || { line: overview }).line.querySelector("a")?.focus(); }
    if (doc) {
      last = doc;
      await show(doc);
      const aim = document.getElementById(id) || doc, number = aim.dataset.n;
      const card = number && cards(doc).find((own) => own.dataset.n === number);
      if (card) mark(card);
      if (aim === doc) scrollTo(0, 0); else aim.scrollIntoView({ block: "center" });
      (aim.matches("details") ? aim.querySelector("summary") : aim).focus({ preventScroll: true });
    }
    const aim = id && document.getElementById(id);
    if (aim && ["rules", "others"].includes(id)) { leave(); aim.scrollIntoView(); aim.focus({ preventScroll: true }); }
    if (aim && aim.classList.contains("rule")) { if (many) leave(); aim.open = true; aim.scrollIntoView(); aim.querySelector("summary").focus({ preventScroll: true }); }
    refresh();
  }
  let last = null;
  addEventListener("hashchange", go);
  for (const doc of docs) {
    doc.addEventListener("toggle", async () => {
      if (doc.open && now !== doc) await show(doc);
      if (!doc.open && now === doc) leave();
      refresh();
    });
    if (many) continue;
    doc.querySelector("summary").addEventListener("click", (event) => event.preventDefault());
  }
  /* On paper nothing opens. */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = shown() ? all(".f:not([open]), .jump:not([open]), .facts:not([open])", shown()) : [];
    folded.forEach((own) => { own.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((own) => { own.open = false; }));
