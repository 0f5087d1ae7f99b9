/* ---- checking ---- */

/* What is checked now: sources with what came of them, in order. */
let batch = null;

/* Why a file could not be checked, for people. */
function because(words) {
  if (!(words instanceof Broken)) return String(words);
  if (words.kind === "late") return say("Kiểm tra tệp này quá lâu nên đã dừng; các tệp khác vẫn được kiểm tra. Hãy mở tệp bằng Word, lưu lại rồi thử lại.", "This file took too long and was stopped; the others are checked all the same. Open it in Word, save it and try again.");
  if (words.kind === "stopped") return say("Chưa kiểm tra: đã bấm Dừng.", "Not checked: it was stopped.");
  return say("Bộ kiểm tra gặp lỗi ở tệp này và đã khởi động lại; các tệp khác vẫn được kiểm tra. Xin báo lại kèm theo tên tệp.", "The checker failed at this file and was started again; the others are checked all the same. Please report it.") + " (" + words.message + ")";
}

function working(words, done, most) {
  el("work").hidden = !words;
  document.body.classList.toggle("busy", Boolean(words));
  el("doing").textContent = words || "";
  el("progress").max = most || 1;
  el("progress").value = done || 0;
}

/* Checks one source, whatever happens. */
async function checkOne(own, at) {
  if (own.refused) return engine.call("refuse", { at, path: own.path, why: own.refused });
  try {
    return await engine.call("check", { at, source: bare(own), walked: own.walked });
  } catch (words) {
    own.refused = because(words);
    return engine.call("refuse", { at, path: own.path, why: own.refused });
  }
}

/* What the worker needs of a source. */
const bare = ({ path, name, file, dossier, entry, folder }) => ({ path, name, file, dossier, entry, folder });

/* Whether people want no more, and which call is under way. */
let stopWanted = false, current = 0;

/* What was checked lives in the worker: so it is thrown away only if the file at hand takes its time. */
function stop() {
  const at = current;
  stopWanted = true;
  setTimeout(() => { if (stopWanted && at === current && busy()) engine.stop(); }, 1500);
}

async function checkSome(own, numbers, words) {
  stopWanted = false;
  for (const [done, at] of numbers.entries()) {
    const source = own.sources[at];
    current += 1;
    if (stopWanted) source.refused = source.refused || because(new Broken("stopped"));
    working(words + (done + 1) + "/" + numbers.length + ": " + source.path, done, numbers.length);
    source.facts = await checkOne(source, at);
  }
  stopWanted = false;
}

/* Checks all, in order; a worker that was replaced on the way lost what came before, so that is done again. */
async function checkAll(own) {
  const numbers = own.sources.map((_, at) => at);
  await checkSome(own, numbers, say("Đang kiểm tra ", "Checking "));
  for (let tries = 0; tries < 3; tries += 1) {
    const missing = await engine.call("missing", { numbers });
    if (!missing.length) return;
    await checkSome(own, missing, say("Đang kiểm tra lại ", "Checking again "));
  }
}

/* Checks what came, or does with it what it is for. */
async function take(coming) {
  if (busy()) return;
  view("check");
  tell("told", "");
  working(say("Đang chuẩn bị…", "Getting ready…"));
  try {
    if (!await mayLeave()) return;
    const found = await sorted(await coming);
    const own = await takeBeside(found);
    if (found.sources.length) {
      engine.forget((one) => ["begin", "profile"].includes(one.call));
      if (settings.pass(null)) await engine.set();
      await engine.keep("begin", { files: found.sources.length });
      for (const profile of found.profiles) await takeProfile(profile);
      batch = { sources: found.sources, others: found.others, notDrafts: found.notDrafts };
      await checkAndShow();
    } else if (own && batch) {
      await again();
    } else if (!own) {
      tell("told", say("Không có tệp nào kiểm tra được. Cần tệp Word .docx (hoặc .md, .txt)", "There is no file that can be checked: it takes a Word file, .docx (or .md, .txt)")
        + (found.others ? say("; đã bỏ qua ", "; passed over: ") + found.others + say(" tệp .doc, .pdf …", " files such as .doc, .pdf") : "") + ".", true);
    }
  } catch (words) {
    tell("told", because(words), true);
  } finally {
    working("");
  }
}

const busy = () => !el("work").hidden;

async function takeProfile({ folder, file }) {
  try {
    const doubts = await engine.keep("profile", { folder, file });
    if (doubts) tell("told", doubts.trim(), true);
  } catch (words) {
    if (words instanceof Broken) throw words;
    tell("told", folder + "/" + words, true);
  }
}

/* The same files again, after a change of settings, rules or decisions. */
async function again() {
  if (!batch) return;
  for (const own of batch.sources) if (!own.isClosed) delete own.refused;
  working(say("Đang kiểm tra lại…", "Checking again…"));
  try {
    await checkAndShow();
  } finally {
    working("");
  }
}

async function checkAndShow() {
  document.body.classList.add("busy");
  await checkAll(batch);
  await show(batch);
}
