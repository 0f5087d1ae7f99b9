// What people do with the page, from a file and without a network.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { choose, checked, drop, launch, open, pagePath, run, samples, saved, scratch, words } from "./browser.mjs";
import { archive, bomb } from "./archives.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const FAULTY = join(samples, "quyet-dinh-ca-biet-chu-tich-xa-sai.docx");
const CLEAN = join(samples, "quyet-dinh-ca-biet-chu-tich-xa.docx");

/** Nothing but the page itself was asked for, and the browser has nothing to complain of. */
function quiet({ asked, complaints }) {
  const others = asked.filter((url) => !/^(blob|data|about):/.test(url) && url !== pathToFileURL(pagePath).href);
  assert.deepEqual(others, []);
  assert.deepEqual(complaints, []);
}

test("a draft: verdict, report, copies, pre-signing page", async () => {
  const own = await open(browser);
  const { page } = own;
  await choose(page, FAULTY);
  assert.match(await words(page, "#verdict"), /\d+ nội dung phải sửa trước khi trình ký/);
  const frame = page.frameLocator("#report");
  assert.ok(await frame.locator(".f").count() > 5);
  const copy = await saved(page, "Bản có nhận xét");
  assert.equal(copy.name, "quyet-dinh-ca-biet-chu-tich-xa-sai - nhận xét thể thức.docx");
  // The copy comes back: its remarks are of the program, and the clean copy has none.
  const folder = scratch();
  writeFileSync(join(folder, copy.name), copy.bytes);
  await choose(page, join(folder, copy.name));
  const clean = await saved(page, "Bản sạch để trình ký");
  assert.equal(clean.name, "quyet-dinh-ca-biet-chu-tich-xa-sai - bản sạch để trình ký.docx");
  assert.match(await words(page, "#told"), /còn \d+ nội dung phải sửa/);
  await page.getByRole("button", { name: "Phiếu kiểm tra trước khi ký" }).click();
  await frame.getByRole("heading", { name: "PHIẾU KIỂM TRA THỂ THỨC TRƯỚC KHI KÝ" }).waitFor();
  quiet(own);
  await own.context.close();
});

test("fifty drafts, and the copies of all of them", async () => {
  const folder = join(scratch(), "hồ sơ quý IV");
  mkdirSync(folder);
  for (let number = 10; number < 60; number += 1) copyFileSync(number % 2 ? FAULTY : CLEAN, join(folder, `dự thảo ${number}.docx`));
  const own = await open(browser);
  const { page } = own;
  await choose(page, folder, "#folder");
  assert.equal(await words(page, "#result-title"), "50 tệp dự thảo");
  assert.equal(await page.frameLocator("#report").locator("details.doc").count(), 50);
  const { bytes, name } = await saved(page, "Tất cả bản có nhận xét (.zip)");
  assert.equal(name, "hồ sơ quý IV - bản có nhận xét.zip");
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  quiet(own);
  await own.context.close();
});

test("a folder that is dropped, with a dossier, a lock, another format and its own organ", async () => {
  const folder = join(scratch(), "dự thảo");
  mkdirSync(join(folder, "nhóm một"), { recursive: true });
  copyFileSync(FAULTY, join(folder, "nhóm một", "một.docx"));
  writeFileSync(join(folder, "hồ sơ.zip"), archive([["hai.docx", readFileSync(CLEAN)], ["__MACOSX/x.docx", Buffer.from("x")], ["c.pdf", Buffer.from("x")]]));
  writeFileSync(join(folder, "~$ba.docx"), "x");
  writeFileSync(join(folder, "bốn.doc"), "x");
  writeFileSync(join(folder, "thethuc.yaml"), "organ: { name: Ủy ban nhân dân xã Khác Hẳn }\n");
  const own = await open(browser);
  const { page } = own;
  await drop(page, [folder]);
  assert.equal(await words(page, "#result-title"), "2 tệp dự thảo");
  assert.match(await words(page, "#verdict"), /\.pdf …\): 2\./);
  const dropped = (await saved(page, "Kết quả .json")).bytes.toString();
  assert.deepEqual(JSON.parse(dropped).documents.map((one) => one.path), ["dự thảo/hồ sơ.zip/hai.docx", "dự thảo/nhóm một/một.docx"]);
  assert.match(dropped, /Khác Hẳn/);
  // What is dropped comes without the locks of Word, so the whole folder is chosen for the comparison.
  await choose(page, folder, "#folder");
  const report = (await saved(page, "Kết quả .json")).bytes.toString();
  assert.equal(report, run(["check", "--format", "json", "dự thảo"], join(folder, "..")).toString(), "the bytes of the program");
  quiet(own);
  await own.context.close();
});

test("a broken file and a bomb stop nothing else", async () => {
  const folder = scratch();
  writeFileSync(join(folder, "hỏng.docx"), "no archive");
  writeFileSync(join(folder, "bom.docx"), bomb("word/document.xml"));
  writeFileSync(join(folder, "bom.zip"), bomb("a.docx"));
  writeFileSync(join(folder, "rách.zip"), "PK");
  const own = await open(browser);
  const { page } = own;
  await choose(page, ["hỏng.docx", "bom.docx", "bom.zip", "rách.zip"].map((name) => join(folder, name)).concat(FAULTY));
  assert.match(await words(page, "#verdict"), /CHƯA KIỂM TRA ĐƯỢC.*4 tệp/);
  const { documents } = JSON.parse((await saved(page, "Kết quả .json")).bytes);
  assert.equal(documents.length, 5);
  assert.equal(documents.filter((one) => one.error || one.unreadable || one.reason).length, 4);
  quiet(own);
  await own.context.close();
});

/** The page with a worker that does something else at a file of that name. */
function mended(name, instead, more = (page) => page) {
  const path = join(scratch(), "kiem-tra-the-thuc.html");
  const call = "async check({ at, source, walked }) {";
  const page = readFileSync(pagePath, "utf8");
  assert.ok(page.includes(call));
  writeFileSync(path, more(page.replace(call, () => `${call} if (source.path === ${JSON.stringify(name)}) { ${instead} }`)));
  return { at: pathToFileURL(path).href };
}
// A module whose one function is unreachable.
const TRAP = "new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,5,1,3,0,0,11]))).exports.f();";

test("a trap in the module: the page says at which file, and goes on", async () => {
  const folder = scratch();
  for (const name of ["a.docx", "b.docx", "c.docx"]) copyFileSync(FAULTY, join(folder, name));
  const { page, context } = await open(browser, mended("b.docx", TRAP));
  await choose(page, ["a.docx", "b.docx", "c.docx"].map((name) => join(folder, name)));
  const { documents } = JSON.parse((await saved(page, "Kết quả .json")).bytes);
  const told = documents.map((one) => [one.path, one.findings?.length > 5]);
  assert.deepEqual(told, [["a.docx", true], ["b.docx", false], ["c.docx", true]]);
  assert.match(JSON.stringify(documents[1]), /Bộ kiểm tra gặp lỗi ở tệp này/);
  await choose(page, join(folder, "a.docx"));
  assert.match(await words(page, "#verdict"), /phải sửa/);
  await context.close();
});

test("a file that never ends can be stopped", async () => {
  const folder = scratch();
  for (const name of ["a.docx", "b.docx", "c.docx"]) copyFileSync(FAULTY, join(folder, name));
  const { page, context } = await open(browser, mended("b.docx", "for (;;);"));
  await page.locator("#files").setInputFiles(["a.docx", "b.docx", "c.docx"].map((name) => join(folder, name)));
  await page.getByText("2/3: b.docx").waitFor();
  await page.getByRole("button", { name: "Dừng" }).click();
  await checked(page);
  assert.match(await words(page, "#verdict"), /CHƯA KIỂM TRA ĐƯỢC.*2 tệp/);
  await choose(page, join(folder, "a.docx"));
  assert.match(await words(page, "#verdict"), /phải sửa/);
  await context.close();
});

test("a file that takes too long is given up by itself", async () => {
  const folder = scratch();
  for (const name of ["a.docx", "b.docx"]) copyFileSync(FAULTY, join(folder, name));
  const { at } = mended("a.docx", "for (;;);", (page) => page.replace("const LONGEST = 60000;", "const LONGEST = 4000;"));
  // The page has another script than the one that its policy lets run.
  const { page, context } = await open(browser, { at, bypassCSP: true });
  await choose(page, ["a.docx", "b.docx"].map((name) => join(folder, name)));
  const { documents } = JSON.parse((await saved(page, "Kết quả .json")).bytes);
  assert.match(JSON.stringify(documents[0]), /quá lâu nên đã dừng/);
  assert.ok(documents[1].findings.length > 5);
  await context.close();
});

test("pasted text, and a class that people name", async () => {
  const own = await open(browser);
  const { page } = own;
  await page.getByRole("button", { name: "Dán nội dung…" }).click();
  await page.locator("#pasted").fill("Kính gửi các đồng chí,\n\nNội dung không có phần đầu.\n");
  await page.locator("#pasting").getByRole("button", { name: "Kiểm tra" }).click();
  await page.locator("#result").waitFor();
  await checked(page);
  assert.match(await words(page, "#verdict"), /CHƯA KIỂM TRA ĐƯỢC/);
  await page.getByRole("button", { name: "văn bản hành chính" }).click();
  await checked(page);
  assert.match(await words(page, "#by"), /coi là: văn bản hành chính/);
  // It held for that text alone.
  await choose(page, CLEAN);
  assert.doesNotMatch(await words(page, "#by"), /coi là/);
  quiet(own);
  await own.context.close();
});

test("settings hold, go out and come in as thethuc.yaml, and no word of a draft is kept", async () => {
  const own = await open(browser);
  const { page } = own;
  await choose(page, FAULTY);
  await page.getByRole("button", { name: "Thiết lập" }).click();
  await page.locator("#t-stage").selectOption("issue");
  await page.locator("#t-day").fill("31/02/2026");
  await page.getByRole("button", { name: "Áp dụng" }).click();
  await page.getByText("không có trong lịch").waitFor();
  await page.locator("#t-day").fill("02/3/2026");
  await page.locator("#t-organ").fill("Ủy ban nhân dân xã Hòa An");
  await page.locator("#t-reviewer").fill("Nguyễn Thị Kiểm");
  await page.getByRole("button", { name: "Áp dụng" }).click();
  await page.getByText("Đã áp dụng").waitFor();
  await checked(page);
  const file = await saved(page, "Lưu thành tệp thethuc.yaml");
  assert.equal(file.name, "thethuc.yaml");
  assert.equal(file.bytes.toString(), 'organ:\n  name: "Ủy ban nhân dân xã Hòa An"\nstage: issue\nas-of: 2026-03-02\n');
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).first().click();
  const { bytes } = await saved(page, "Bản có nhận xét");
  assert.ok(bytes.length > 1000);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  assert.match(kept, /Hòa An/);
  const draft = await page.frameLocator("#report").locator("article.paper").innerText();
  const phrases = draft.split(/[\n.;:,]+/).map((own) => own.trim()).filter((own) => own.length > 12);
  assert.ok(phrases.length > 20);
  assert.deepEqual(phrases.filter((phrase) => kept.includes(phrase)), []);
  assert.ok(!kept.includes("quyet-dinh"));
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).length), 0);
  await page.reload();
  await page.getByText("giai đoạn: trình ký").waitFor();
  await page.getByRole("button", { name: "Thiết lập" }).click();
  await page.getByRole("button", { name: "Xóa mọi thiết lập" }).click();
  await page.getByText("Đã xóa mọi thiết lập").waitFor();
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage).includes("Hòa An")), false);
  const path = join(scratch(), "thethuc.yaml");
  writeFileSync(path, file.bytes);
  await choose(page, path);
  await page.getByText("Ủy ban nhân dân xã Hòa An").first().waitFor();
  quiet(own);
  await own.context.close();
});

test("a new draft from a model is checked clean once it is filled in", async () => {
  const own = await open(browser);
  const { page } = own;
  await page.getByRole("button", { name: "Lập dự thảo mới" }).click();
  await page.locator("#s-form option").nth(5).waitFor({ state: "attached" });
  await page.locator("#s-form").selectOption("Thông báo");
  await page.locator("#s-organ").fill("Ủy ban nhân dân xã Hòa An");
  await page.locator("#s-date").fill("15/11/2026");
  const made = await saved(page, "Lưu dự thảo (.docx)");
  const folder = scratch();
  run(["new", "Thông báo", "--organ", "Ủy ban nhân dân xã Hòa An", "--date", "15/11/2026", "--output", "x.docx"], folder);
  assert.ok(made.bytes.equals(readFileSync(join(folder, "x.docx"))), "the bytes of the program");
  await page.locator("#s-organ").fill("Sở Nội vụ tỉnh Khác");
  quiet(own);
  await own.context.close();
});

/** A rule of an office of its own; its example shows the fault where it is there. */
const RULE = (slip) => `title: { vi: Quốc hiệu ghi đúng nguyên văn, en: The national name is exact }
law: [nd30/C-01]
severity: error
select: header.national_name
check: { text: { equals: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM } }
message: { vi: "Quy tắc của xã: “{found}”.", en: "The commune's own: “{found}”." }
help: { vi: Gõ lại đúng nguyên văn., en: Type it exactly. }
fix: { safety: never, because: person-knows }
examples:
  - from: decision-admin-commune-2026
    set: { header.national_name: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT ${slip} }
`;

test("own rules by drop: faults with file and line, then examples run, then over a draft", async () => {
  const folder = join(scratch(), "quy tắc"), rule = join(folder, "rieng", "quoc-hieu.yaml");
  mkdirSync(join(folder, "rieng"), { recursive: true });
  writeFileSync(rule, "title: { vi: Sai, en: Wrong }\nseverty: error\n");
  const own = await open(browser);
  const { page } = own;
  await drop(page, [folder]);
  await page.getByText("rieng/quoc-hieu.yaml:2:1").waitFor();
  writeFileSync(rule, RULE("NAM"));
  await drop(page, [folder]);
  await page.getByText("1 ví dụ đã chạy, 1 không như mong đợi").waitFor();
  await page.getByText("rieng/quoc-hieu, ví dụ 1").waitFor();
  writeFileSync(rule, RULE("NAN"));
  await drop(page, [folder]);
  await page.getByText("1 ví dụ đã chạy, 0 không như mong đợi").waitFor();
  const draft = join(scratch(), "sai.md");
  writeFileSync(draft, readFileSync(join(samples, "ke-hoach-ubnd-xa.md"), "utf8").replace("NGHĨA VIỆT NAM", "NGHĨA VIỆT NAN"));
  await choose(page, draft);
  assert.match((await saved(page, "Kết quả .json")).bytes.toString(), /Quy tắc của xã/);
  await page.getByRole("button", { name: "Thiết lập" }).click();
  await page.locator("#r-only").check();
  await checked(page);
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).first().click();
  assert.match(await words(page, "#by"), /chỉ áp dụng quy tắc riêng/);
  const { documents } = JSON.parse((await saved(page, "Kết quả .json")).bytes);
  assert.deepEqual([...new Set(documents[0].findings.map((one) => one.rule?.id ?? one.rule))], ["rieng/quoc-hieu"]);
  quiet(own);
  await own.context.close();
});

test("decisions of a report come back", async () => {
  const own = await open(browser);
  const { page } = own;
  await choose(page, FAULTY);
  const frame = page.frameLocator("#report");
  const card = frame.locator(".f").first();
  // What can be done with a finding shows with it alone.
  await card.locator(".no").click();
  await card.getByRole("button", { name: "Giữ nguyên" }).click();
  await frame.locator("#why").fill("theo quy chế của xã");
  await frame.getByRole("button", { name: "Ghi lại" }).click();
  // What was not saved does not go unasked.
  let asked = "";
  page.once("dialog", (dialog) => { asked = dialog.message(); dialog.dismiss(); });
  await choose(page, CLEAN);
  assert.match(asked, /quyết định chưa lưu/);
  assert.match(await words(page, "#result-title"), /sai/);
  const [download] = await Promise.all([page.waitForEvent("download"), frame.getByRole("button", { name: /Lưu quyết định/ }).click()]);
  const path = join(scratch(), "quyet-dinh.json");
  await download.saveAs(path);
  const before = JSON.parse((await saved(page, "Kết quả .json")).bytes);
  await choose(page, path);
  await page.getByText("Đã đọc quyết định: 1.").waitFor();
  assert.match(await words(page, "#verdict"), /giữ nguyên hoặc đã biết: 1/);
  const now = JSON.parse((await saved(page, "Kết quả .json")).bytes);
  assert.equal(now.documents[0].findings.length, before.documents[0].findings.length);
  assert.match(JSON.stringify(now), /theo quy chế của xã/);
  quiet(own);
  await own.context.close();
});

test("before any script the page says what to do", async () => {
  const own = await open(browser, { javaScriptEnabled: false });
  assert.ok(await own.page.getByText("Lưu về máy rồi mở bằng Edge hoặc Chrome.").isVisible());
  assert.ok(!(await own.page.locator("#app").isVisible()));
  await own.context.close();
});

test("English, by one button", async () => {
  const own = await open(browser);
  const { page } = own;
  await choose(page, FAULTY);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("to be corrected before signing").first().waitFor();
  await checked(page);
  assert.match(await page.frameLocator("#report").locator("h1").innerText(), /Report/);
  quiet(own);
  await own.context.close();
});
