/* ---- what came of it ---- */

const isJudged = (facts) => facts.judged === "regime";
const isThere = (own) => own.facts && !["passed", "left out"].includes(own.facts.judged);

/* How many things are to be done, gravest first. */
function counted(open) {
  const levels = [
    [open[0], "e", say("nội dung phải sửa trước khi trình ký", "to be corrected before signing")],
    [open[1], "w", say("nội dung cần xem lại", "to look at again")],
    [open[2], "n", say("lưu ý", "to note")],
  ];
  const said = levels.filter(([number]) => number).map(([number, kind, words]) => make("span", { class: kind }, number + " " + words));
  if (!said.length) return [say("Trong phạm vi đã kiểm tra, máy không thấy điểm nào còn phải sửa hoặc cần xem lại.", "Within what was checked, nothing was found that is still to be corrected or looked at.")];
  return said.flatMap((own, at) => at ? ["; ", own] : [own]).concat(".");
}

const unjudged = () => make("b", null, say("CHƯA KIỂM TRA ĐƯỢC (không có nghĩa là không có lỗi).", "NOT CHECKED (which does not mean that nothing is wrong)."));

function verdictOf(facts) {
  if (facts.judged === "unreadable") return [make("b", null, say("Không đọc được tệp. ", "The file cannot be read. ")), facts.error];
  const aside = facts.aside ? say(" Đã có quyết định giữ nguyên hoặc đã biết: ", " Kept or known before: ") + facts.aside + "." : "";
  const remarks = facts.remarks ? say(" Trong tệp có ", " In the file: ") + facts.remarks + say(" nhận xét của máy; bản sạch bỏ các nhận xét này.", " comments of the program, which the clean copy leaves out.") : "";
  if (!isJudged(facts)) return [unjudged(), " ", say("Xem lý do trong báo cáo dưới đây.", "The report below says why."), ...(facts.open.some(Boolean) ? [" ", ...counted(facts.open)] : []), aside];
  const [all, done] = facts.requirements;
  return [...counted(facts.open), aside, make("span", { class: "small" }, " " + say("Đã kiểm tra ", "Checked ") + done + say(" trên ", " of ") + all + say(" yêu cầu áp dụng.", " requirements that apply.") + remarks)];
}

function sums(own) {
  const open = [0, 0, 0];
  let not = 0;
  for (const { facts } of own) {
    facts.open.forEach((number, at) => { open[at] += number; });
    if (!isJudged(facts)) not += 1;
  }
  return { open, not };
}

/* Shows a batch: what it comes to, what can be taken away, and the report. */
async function show(own) {
  const there = own.sources.filter(isThere);
  const numbers = there.map((source) => own.sources.indexOf(source));
  const single = there.length === 1 ? there[0] : null;
  own.there = there;
  document.body.classList.remove("busy");
  document.body.classList.add("done");
  el("result").hidden = false;
  el("result-title").textContent = single ? single.path : there.length + say(" tệp dự thảo", " drafts");
  const leftOut = own.sources.filter(({ facts }) => facts && facts.judged === "left out").length;
  const passed = own.sources.length - there.length - leftOut + own.notDrafts;
  const besides = [
    own.others ? say("Không đọc được loại tệp này (.doc, .pdf …): ", "Files of a kind that cannot be read (.doc, .pdf …): ") + own.others + "." : "",
    leftOut ? say("Bỏ qua theo thethuc.yaml: ", "Left out by thethuc.yaml: ") + leftOut + say(" tệp.", " files.") : "",
    passed ? say("Không phải dự thảo, đã bỏ qua: ", "Passed over as no drafts: ") + passed + say(" tệp.", " files.") : "",
  ].filter(Boolean).map((words) => make("span", { class: "small" }, " " + words));
  if (single) el("verdict").replaceChildren(...verdictOf(single.facts), ...besides);
  else {
    const { open, not } = sums(there);
    el("verdict").replaceChildren(...counted(open), ...(not ? [" ", unjudged(), " " + not + say(" tệp.", " files.")] : []), ...besides);
  }
  el("takes").replaceChildren(...(single ? takesOfOne(single) : takesOfMany(own, there)));
  el("steps").replaceChildren(...steps(single, there).map((words) => make("li", null, words)));
  el("asks").replaceChildren(...(single && ["common", "none"].includes(single.facts.judged) ? asks() : []));
  each(own, single ? [] : there);
  await framed(own, numbers);
  by();
  el("result-title").focus({ preventScroll: true });
}

/* Where the class was not seen, people say it, for the files at hand alone. */
function asks() {
  const one = (value, words) => make("button", { type: "button", onclick: () => once({ class: value }) }, words);
  return [say("Văn bản này là: ", "This document is: "), one("administrative", say("văn bản hành chính", "administrative")), one("normative", say("văn bản quy phạm pháp luật", "normative"))];
}

function once(some) {
  return quietly(say("Đang kiểm tra lại…", "Checking again…"), async () => {
    if (!await mayLeave() || !settings.pass(some)) return;
    await engine.set();
    await again();
  });
}

const button = (words, onclick, isMain) => make("button", { type: "button", class: isMain ? "main" : null, onclick }, words);

function takesOfOne(source) {
  const { facts } = source;
  const copies = facts.takes_remarks && facts.judged !== "unreadable";
  /* What is most likely wanted next: mending, or, where nothing is left to mend, signing. */
  const isDone = isJudged(facts) && !facts.open[0] && !facts.open[1];
  return [
    ...(copies ? [
      button(say("Bản có nhận xét", "Copy with comments"), () => takeCopy("annotated", source), !isDone),
      button(say("Bản sạch để trình ký", "Clean copy for signing"), () => takeCopy("cleaned", source), isDone),
    ] : []),
    ...(facts.judged !== "unreadable" ? [button(say("Phiếu kiểm tra trước khi ký", "Pre-signing page"), () => toFrame("phieu"))] : []),
    button(say("Báo cáo .html", "Report .html"), () => takeReport("html")),
    button(say("Kết quả .json", "Findings .json"), () => takeReport("json")),
  ];
}

function takesOfMany(own, there) {
  const copies = there.filter(({ facts }) => facts.takes_remarks && facts.judged !== "unreadable");
  return [
    ...(copies.length ? [button(say("Tất cả bản có nhận xét (.zip)", "All copies with comments (.zip)"), () => takeBundle(copies), true)] : []),
    button(say("Báo cáo .html", "Report .html"), () => takeReport("html"), !copies.length),
    button(say("Phiếu kiểm tra trước khi ký", "Pre-signing pages"), () => toFrame("phieu")),
    button(say("Kết quả .json", "Findings .json"), () => takeReport("json")),
  ];
}

function steps(single, there) {
  const open = there.reduce((sum, { facts }) => sum + facts.open[0] + facts.open[1], 0);
  if (!there.some(({ facts }) => facts.takes_remarks && facts.judged !== "unreadable")) return [];
  if (!open) return single ? [say("Lấy “Phiếu kiểm tra trước khi ký” và “Bản sạch để trình ký” (không còn nhận xét của máy, giữ ý kiến của người khác).", "Take the pre-signing page and the clean copy for signing (without comments of the program; those of people stay).")] : [];
  return [
    say("Lấy bản có nhận xét, mở bằng Word, sửa theo nhận xét rồi lưu. Không đồng ý: bấm Trả lời (Reply), ghi “Giữ nguyên vì …”.", "Take the copy with comments, open it in Word, put right what it says and save. Where you disagree, reply “Giữ nguyên vì …” (kept because …)."),
    say("Kéo tệp đã sửa vào trang này để kiểm tra lại.", "Drag the corrected file here to check it again."),
    say("Xong thì lấy “Bản sạch để trình ký”.", "Then take the clean copy for signing."),
  ];
}

/* The list of many files, each with its copies. */
function each(own, there) {
  const place = el("each");
  place.hidden = !there.length;
  if (!there.length) return;
  place.querySelector("summary").textContent = say("Lấy bản của từng tệp", "Copies file by file");
  place.querySelector("ul").replaceChildren(...there.map((source) => {
    const { facts } = source;
    const said = facts.judged === "unreadable" ? facts.error : [say("phải sửa ", "must fix ") + facts.open[0], say("cần xem lại ", "to review ") + facts.open[1], say("lưu ý ", "notes ") + facts.open[2]].join(" · ") + (isJudged(facts) ? "" : say(" · chưa kiểm tra được", " · not checked"));
    const one = (call, words, named) => {
      const own = button(words, () => takeCopy(call, source));
      own.setAttribute("aria-label", named + ": " + source.path);
      return own;
    };
    const acts = facts.takes_remarks && facts.judged !== "unreadable"
      ? [one("annotated", say("Có nhận xét", "With comments"), say("Bản có nhận xét", "Copy with comments")), one("cleaned", say("Bản sạch", "Clean"), say("Bản sạch để trình ký", "Clean copy for signing"))] : [];
    return make("li", null, make("span", null, make("bdi", null, source.path), " ", make("span", { class: "small" }, said)), ...acts);
  }));
}

/* ---- the report in its frame ----
   The frame has no origin: nothing in a report can reach the page, its storage or another file. The script
   that goes before the report's own policy takes the address within the report, and tells of dragged files. */
async function framed(own, numbers) {
  own.numbers = numbers;
  const html = await engine.call("report", { form: "html", numbers, others: own.others, notDrafts: own.notDrafts });
  const frame = el("report");
  isRead = false;
  frame.srcdoc = html.replace("<head>", () => "<head><script>" + el("frame").textContent + "<\u002fscript>");
}

function toFrame(at) {
  const frame = el("report");
  frame.contentWindow.postMessage({ thethuc: "show", at }, "*");
  frame.scrollIntoView({ block: "start" });
  frame.focus();
}

/* Whether the report at hand may go: decisions that were noted in it and not saved would go with it. */
async function mayLeave() {
  if (!isRead) return true;
  const may = await new Promise((resolve) => {
    leaving = resolve;
    setTimeout(resolve, 500, true);
    el("report").contentWindow.postMessage({ thethuc: "leave" }, "*");
  });
  leaving = null;
  return may || confirm(say("Báo cáo đang mở có quyết định chưa lưu; kiểm tra lại thì mất. Vẫn tiếp tục?", "The report holds decisions that were not saved; they will be lost. Go on?"));
}
let leaving = null, isRead = false;
el("report").addEventListener("load", () => { isRead = Boolean(el("report").srcdoc); });

addEventListener("message", (event) => {
  if (event.source !== el("report").contentWindow || !event.data) return;
  if (event.data.thethuc === "drag") dragging(true);
  if (event.data.thethuc === "leave" && leaving) leaving(event.data.may === true);
});
