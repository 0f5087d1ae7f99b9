/* ---- own rules, newer data, decisions ---- */

/* Files of own rules and data by their path: one that comes again takes the place of the one before. */
let ownRules = new Map();
let onlyOwn = false;
/* Files of decisions with how many each holds. */
let decisions = [];

const ruleFiles = () => [...ownRules].map(([path, file]) => ({ path, file }));

/* Has the rules of the page and the own ones used anew. */
async function useRules() {
  engine.forget((own) => own.call === "rules");
  await engine.set();
  if (!ownRules.size) return null;
  const given = { files: ruleFiles(), only: onlyOwn };
  const ran = await engine.call("rules", given);
  if (!ran.faults.length) engine.remember("rules", given);
  return ran;
}

async function takeRules(files) {
  const before = ownRules;
  ownRules = new Map(before);
  for (const { path, file } of files) ownRules.set(path, file);
  working(say("Đang đọc quy tắc và chạy các ví dụ…", "Reading rules and running their examples…"));
  const ran = await useRules();
  if (ran.faults.length) {
    ownRules = before;
    if (before.size) await useRules();
  }
  showRules(ran);
  engine.facts = await engine.call("about");
  fillSettings();
  foot();
}

async function dropRules() {
  ownRules = new Map();
  onlyOwn = false;
  el("r-only").checked = false;
  await useRules();
  el("rules").replaceChildren();
  fillSettings();
  foot();
}

/* Whether own rules alone are applied. */
async function onlyOwnRules() {
  onlyOwn = el("r-only").checked;
  if (ownRules.size) showRules(await useRules());
  by();
}

function table(rows) {
  return make("div", { class: "list", tabindex: "0", role: "region", "aria-label": say("Lỗi của quy tắc", "Faults of rules") },
    make("table", null, make("thead", null, make("tr", null, make("th", { scope: "col" }, say("Ở đâu", "Where")), make("th", { scope: "col" }, say("Lỗi", "Fault")))),
      make("tbody", null, ...rows.map(({ place, words }) => make("tr", null, make("td", null, place), make("td", null, words))))));
}

function showRules(ran) {
  const { faults, failed } = ran;
  const place = el("rules");
  if (faults.length) {
    place.replaceChildren(make("p", { class: "told bad" }, say("Chưa dùng được, quy tắc vẫn như trước. Số lỗi: ", "Not used; the rules are as before. Faults: ") + faults.length + "."), table(faults));
    return;
  }
  const said = [
    say("Đang dùng ", "In use: ") + ran.rules + say(" quy tắc riêng; ", " own rules; ") + ran.examples + say(" ví dụ đã chạy, ", " examples ran, ") + failed.length + say(" không như mong đợi.", " do not say what they should."),
    ran.replacing.length ? say("Thay tệp gốc: ", "In the place of files of the page: ") + ran.replacing.join(", ") + "." : "",
    ran.data_until ? say("Dữ liệu hiệu lực văn bản đến ", "Data up to ") + ran.data_until + "." : "",
  ].filter(Boolean);
  place.replaceChildren(make("p", { class: failed.length ? "told bad" : "told" }, said.join(" ")), ...(failed.length ? [table(failed)] : []));
}

/* The office pack in use: its name and file. */
let pack = null;

/* Takes an office pack; one with faults leaves everything as it was. */
async function takePack(own) {
  const before = pack;
  engine.forget((one) => one.call === "pack");
  try {
    await engine.set();
    const doubts = await engine.call("pack", own);
    engine.rememberFirst("pack", own);
    pack = own;
    engine.facts = await engine.call("about");
    return doubts;
  } catch (why) {
    if (before) {
      engine.rememberFirst("pack", before);
      await engine.set();
    }
    throw why;
  } finally {
    fillSettings();
    foot();
  }
}

async function dropPack() {
  pack = null;
  engine.forget((one) => one.call === "pack");
  await engine.set();
  fillSettings();
  foot();
}

/* The pack that lies in the page itself: everything is judged by it, or the page says that it is not. */
function builtIn() {
  const place = el("pack");
  if (!place) return;
  const bytes = Uint8Array.from(atob(place.textContent.trim()), (letter) => letter.charCodeAt(0));
  pack = { shown: say("gói trong trang", "the pack in the page"), file: new Blob([bytes]) };
  engine.rememberFirst("pack", pack);
}

async function takeDecisions(file) {
  const count = await engine.keep("decide", { file });
  decisions.push({ file, count });
  return count;
}

async function dropDecisions() {
  decisions = [];
  engine.forget((own) => own.call === "decide");
  await engine.set();
  fillSettings();
}

/* What came beside drafts, or instead of them. Says whether anything was taken. */
async function takeBeside(found) {
  const said = [];
  let isTaken = false;
  for (const own of found.packs) {
    working(say("Đang đọc gói…", "Reading the pack…"));
    const doubts = await takePack(own);
    said.push(say("Đang dùng gói ", "The pack in use: ") + engine.facts.packs.join("; ") + "." + (doubts ? "\n" + doubts.trim() : ""));
    isTaken = true;
  }
  if (found.settings) {
    working(say("Đang đọc thiết lập…", "Reading settings…"));
    const more = await readSettings(found.settings);
    said.push(say("Đã đọc thiết lập từ thethuc.yaml.", "Settings were read from thethuc.yaml.") + more);
    isTaken = true;
  }
  if (found.rules.length) {
    await takeRules(found.rules);
    isTaken = true;
    if (!found.sources.length) view("settings");
  }
  if (found.decisions.length) {
    let count = 0;
    for (const file of found.decisions) count += await takeDecisions(file);
    said.push(say("Đã đọc quyết định: ", "Decisions read: ") + count + ".");
    isTaken = true;
  }
  if (isTaken) fillSettings();
  if (said.length) tell("told", said.join(" "));
  return isTaken;
}
