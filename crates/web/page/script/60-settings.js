/* ---- the form of settings ---- */

const STAGES = [["", "theo dự thảo", "as the draft shows"], ["draft", "đang soạn thảo", "being written"], ["review", "thẩm định, rà soát", "under review"], ["issue", "trình ký, ban hành", "about to be signed"]];
const CLASSES = [["", "để máy nhận ra", "as it is recognized"], ["administrative", "văn bản hành chính", "administrative"], ["normative", "văn bản quy phạm pháp luật", "normative"]];

function fill(select, values, value) {
  select.replaceChildren(...values.map(([own, vi, en]) => make("option", { value: own, selected: own === value }, say(vi, en))));
  select.value = value || "";
}

const organs = () => engine.facts && engine.facts.organs || [];

function fillSettings() {
  fill(el("t-stage"), STAGES, settings.get("stage"));
  fill(el("t-class"), CLASSES, settings.get("class"));
  el("t-day").value = settings.get("as-of") || "";
  el("t-organ").value = organs().join("; ");
  el("t-reviewer").value = settings.get("reviewer");
  el("r-drop").hidden = !ownRules.size;
  el("d-drop").hidden = !decisions.length;
  el("p-drop").hidden = !pack;
  by();
}

/* What is set apart from the usual, in one line above the files: nobody shall wonder by what a draft was
   judged. */
function by() {
  const named = (list, value) => { const own = list.find(([key]) => key === value); return own ? say(own[1], own[2]) : ""; };
  const said = [
    settings.get("stage") ? say("giai đoạn: ", "stage: ") + named(STAGES, settings.get("stage")) : "",
    settings.get("class") || settings.passing().class ? say("coi là: ", "taken as: ") + named(CLASSES, settings.passing().class || settings.get("class")) : "",
    settings.get("as-of") ? say("theo quy định của ngày ", "law of ") + settings.get("as-of") : "",
    organs().length ? say("cơ quan: ", "organ: ") + organs().join("; ") : "",
    engine.facts && engine.facts.packs.length ? say("gói: ", "pack: ") + engine.facts.packs.join("; ") : "",
    configured ? say("các lựa chọn trong thethuc.yaml", "the choices of thethuc.yaml") : "",
    ownRules.size ? say("quy tắc riêng: ", "own files of rules: ") + ownRules.size + say(" tệp", "") + (onlyOwn ? say(" (chỉ áp dụng quy tắc riêng)", " (those alone)") : "") : "",
    decisions.length ? say("quyết định đã đọc: ", "decisions read: ") + decisions.reduce((sum, own) => sum + own.count, 0) : "",
  ].filter(Boolean);
  el("by").replaceChildren(...(said.length ? [say("Đang dùng – ", "In use – ") + said.join("; ") + ". ", button(say("Xem, đổi", "See, change"), () => view("settings"))] : []));
}

/* Takes other settings over; what the checker refuses leaves them as they were. */
async function apply(some) {
  const before = Object.fromEntries(Object.keys(some).map((key) => [key, settings.get(key)]));
  settings.change(some);
  settings.pass(null);
  try {
    await engine.set();
  } catch (why) {
    settings.change(before);
    throw why;
  }
  fillSettings();
}

async function submitSettings() {
  const name = el("t-organ").value.trim().normalize("NFC");
  const some = { stage: el("t-stage").value || null, class: el("t-class").value || null, "as-of": el("t-day").value.trim() || null, reviewer: el("t-reviewer").value.trim() };
  /* A file that was read may say more of an organ than its name. */
  if (name !== organs().join("; ")) some.profile = name ? "organ:\n  name: " + JSON.stringify(name) + "\n" : "";
  await setting(() => apply(some), say("Đã áp dụng. Trình duyệt nhớ các thiết lập này cho lần sau.", "Applied, and kept in this browser for the next time."));
}

async function setting(work, words) {
  if (busy()) return;
  working(say("Đang áp dụng…", "Applying…"));
  try {
    if (!await mayLeave()) return;
    await work();
    tell("set-told", typeof words === "function" ? words() : words);
    await again();
  } catch (why) {
    tell("set-told", because(why), true);
  } finally {
    working("");
  }
}

/* Whether a thethuc.yaml that says more than settings is in use. It may hold words of drafts, so the browser
   never keeps it: it holds until the page is closed. */
let configured = false;

/* Takes a thethuc.yaml, and returns what there is to tell of it. */
async function readSettings(file) {
  const own = await engine.call("settingsOf", { file });
  const some = { profile: own.profile };
  for (const key of ["stage", "class", "as-of"]) some[key] = own[key] || null;
  engine.forget((one) => one.call === "configure");
  configured = false;
  await apply(some);
  if (!own.says_more) return "";
  const doubts = await engine.keep("configure", { file });
  configured = true;
  fillSettings();
  return say(" Cách kiểm tra ghi trong tệp (mức, giữ nguyên, bỏ qua …) dùng cho đến khi đóng trang; trình duyệt không nhớ phần này.", " What it says of checks holds until the page is closed; the browser keeps none of it.") + (doubts ? "\n" + doubts.trim() : "");
}

async function saveSettings() {
  const text = await engine.call("file");
  if (!text) throw say("Chưa có thiết lập nào để lưu: hãy chọn, bấm Áp dụng, rồi lưu.", "There is nothing to save: set something and apply it first.");
  save(text, "thethuc.yaml", "text/plain;charset=utf-8");
}
