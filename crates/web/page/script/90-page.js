/* ---- the page ---- */

const VIEWS = ["check", "new", "settings", "about"];

function view(name) {
  for (const own of VIEWS) el(own).hidden = own !== name;
  for (const own of all("nav [data-view]")) {
    if (own.dataset.view === name) own.setAttribute("aria-current", "page"); else own.removeAttribute("aria-current");
  }
  if (name === "new") openSketch();
}

function foot() {
  const facts = engine.facts;
  if (!facts) return;
  el("until").textContent = facts.data_until || say("không rõ", "unknown");
  el("number").textContent = facts.rules;
  el("packs").textContent = facts.packs.length ? " · " + say("gói ", "pack ") + facts.packs.join("; ") : "";
}

function dragging(is) {
  el("veil").hidden = !is;
  /* What is dragged over the report is for the page. */
  document.body.classList.toggle("dragging", is);
}

function listenToDrags() {
  let depth = 0;
  const hasFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  addEventListener("dragenter", (event) => { if (hasFiles(event)) { depth += 1; event.preventDefault(); dragging(true); } });
  addEventListener("dragover", (event) => { if (hasFiles(event)) { event.preventDefault(); event.dataTransfer.dropEffect = busy() ? "none" : "copy"; } });
  addEventListener("dragleave", (event) => { if (hasFiles(event)) { depth -= 1; if (depth <= 0) { depth = 0; dragging(false); } } });
  addEventListener("drop", (event) => {
    depth = 0;
    dragging(false);
    if (!hasFiles(event)) return;
    event.preventDefault();
    take(dropped(event.dataTransfer));
  });
}

/* What a choice of files does. The same file may be chosen again. */
function choice(input, use) {
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    if (files.length) use(files);
  });
}

function listenToChoices() {
  const open = (id, input) => el(id).addEventListener("click", (event) => { event.stopPropagation(); el(input).click(); });
  el("drop").addEventListener("click", (event) => { if (!event.target.closest("button, input")) el("files").click(); });
  open("choose", "files");
  open("choose-folder", "folder");
  open("r-files", "rule-files");
  open("r-folder", "rule-folder");
  open("t-import", "settings-file");
  open("d-choose", "decision-files");
  choice(el("files"), (files) => take(chosen(files)));
  choice(el("folder"), (files) => take(chosenFolder(files)));
  choice(el("rule-files"), (files) => take(chosen(files)));
  choice(el("rule-folder"), (files) => take(chosenFolder(files)));
  choice(el("decision-files"), (files) => take(chosen(files)));
  let told = "";
  choice(el("settings-file"), (files) => setting(async () => { told = await readSettings(files[0]); }, () => say("Đã đọc thiết lập từ tệp.", "Settings were read from the file.") + told));
  el("paste").addEventListener("click", () => { el("pasted").value = ""; el("pasting").returnValue = ""; el("pasting").showModal(); });
  el("pasting").addEventListener("close", () => {
    const words = el("pasted").value;
    el("pasted").value = "";
    if (el("pasting").returnValue !== "yes" || !words.trim()) return;
    take(chosen([new File([words], say("nội dung đã dán.txt", "pasted text.txt"), { type: "text/plain" })]));
  });
  el("stop").addEventListener("click", stop);
}

function listenToForms() {
  const submit = (id, use) => el(id).addEventListener("submit", (event) => { event.preventDefault(); use(); });
  submit("sketch", sketch);
  submit("set", submitSettings);
  el("s-form").addEventListener("change", attaches);
  el("t-export").addEventListener("click", () => setting(saveSettings, say("Đã lưu thethuc.yaml.", "Saved thethuc.yaml.")));
  el("t-reset").addEventListener("click", () => setting(async () => {
    settings.reset();
    engine.forget((own) => own.call === "configure");
    configured = false;
    await apply({});
  }, say("Đã xóa mọi thiết lập khỏi trình duyệt.", "All settings were taken out of the browser.")));
  el("r-drop").addEventListener("click", () => setting(dropRules, say("Chỉ còn dùng quy tắc của trang.", "The rules of the page alone are in use.")));
  el("p-drop").addEventListener("click", () => setting(dropPack, say("Đã thôi dùng gói.", "The pack is in use no more.")));
  el("d-drop").addEventListener("click", () => setting(dropDecisions, say("Đã bỏ các quyết định đã đọc.", "The decisions are forgotten.")));
  el("r-only").addEventListener("change", () => setting(onlyOwnRules, ""));
  for (const own of all("nav [data-view]")) own.addEventListener("click", () => view(own.dataset.view));
  el("language").addEventListener("click", () => { if (!busy()) otherLanguage(); });
}

function otherLanguage() {
  return quietly(say("Đang đổi ngôn ngữ…", "Changing the language…"), async () => {
    if (!await mayLeave()) return;
    settings.change({ language: settings.get("language") === "en" ? "vi" : "en" });
    inLanguage(settings.get("language"));
    fillSketch();
    await engine.set();
    foot();
    fillSettings();
    await again();
  });
}

function born() {
  el("before").remove();
  el("app").classList.remove("unborn");
  inLanguage(settings.get("language"));
  fillSettings();
  view("check");
  listenToDrags();
  listenToChoices();
  listenToForms();
  builtIn();
  /* The module is got ready while people look for their file. */
  engine.begin().then(() => {
    foot();
    fillSettings();
    if (pack && !engine.facts.packs.length) throw say("Gói trong trang này bị hỏng nên chưa được dùng; hãy lấy lại trang từ nơi đã phát hành.", "The pack in this page is damaged and not in use; get the page again from whoever gave it out.");
  }).catch((why) => tell("told", because(why), true));
}

if (window.Worker && window.WebAssembly && window.HTMLDialogElement) born();
