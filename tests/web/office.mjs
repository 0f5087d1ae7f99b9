// What an office gives the page: a whole thethuc.yaml, decisions, a pack. All of it counts as it does in the program.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checked, choose, drop, launch, open, pagePath, run, samples, saved, scratch, words } from "./browser.mjs";
import { unpacked } from "./archives.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const FAULTY = "quyet-dinh-ca-biet-chu-tich-xa-sai.docx";
const report = (page) => saved(page, "Kết quả .json").then(({ bytes }) => bytes.toString());

/** A folder with the faulty draft and these files. */
function office(files = {}) {
  const folder = join(scratch(), "dự thảo");
  mkdirSync(folder);
  copyFileSync(join(samples, FAULTY), join(folder, FAULTY));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Two of the findings of the faulty draft, with their words. */
function found() {
  const { documents: [{ findings }] } = JSON.parse(run(["check", "--format", "json", FAULTY], samples));
  const one = findings.find((own) => own.severity === "error" && own.span?.text);
  return { all: findings, one: one ?? findings[0], other: findings.find((own) => own.rule !== (one ?? findings[0]).rule) };
}

const CONFIG = () => {
  const { one, other } = found();
  return `organ: { name: Ủy ban nhân dân xã Khác Hẳn }
stage: issue
severity: { ${other.rule}: note }
skip: [language]
exclude: [lưu]
silence:
- fingerprint: "${one.fingerprint}"
  reason: chữ trên phôi in sẵn
  who: Lê Thị Hoa
- rule: format/no-such-rule-here
  words: không có
  reason: thử
`;
};

test("a thethuc.yaml in a folder counts whole, as in the program", async () => {
  const folder = office({ "thethuc.yaml": CONFIG(), "lưu/cũ.docx": readFileSync(join(samples, FAULTY)) });
  const { page, context } = await open(browser);
  await choose(page, folder, "#folder");
  const text = await report(page);
  assert.equal(text, run(["check", "--format", "json", "dự thảo"], join(folder, "..")).toString(), "the bytes of the program");
  assert.match(text, /chữ trên phôi in sẵn/);
  assert.match(await words(page, "#verdict"), /Bỏ qua theo thethuc\.yaml: 1 tệp/);
  await context.close();
});

test("a thethuc.yaml by itself counts whole, and words of drafts in it are kept nowhere", async () => {
  const folder = office();
  // In the program silences hold below the folder of their file; on the page for every draft.
  const yaml = join(folder, "..", "thethuc.yaml");
  const { one } = found();
  const slip = `${CONFIG()}accept:\n- rule: ${one.rule}\n  words: lời văn riêng của dự thảo\n  reason: thử\nrules: [a]\n`;
  writeFileSync(yaml, slip);
  const { page, context } = await open(browser);
  await choose(page, yaml);
  await page.getByText("Đã đọc thiết lập từ thethuc.yaml").waitFor();
  assert.match(await words(page, "#told"), /không tự mở được tệp nêu ở rules/);
  await choose(page, join(folder, FAULTY));
  const own = JSON.parse(await report(page)), there = JSON.parse(run(["check", "--format", "json", FAULTY], folder));
  const told = ({ documents: [{ findings, stage }] }) => [stage, findings.map((one) => [one.rule, one.severity, one.decision])];
  assert.deepEqual(told(own), told(there));
  assert.match(JSON.stringify(own), /chữ trên phôi in sẵn/);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  assert.match(kept, /Khác Hẳn/);
  assert.doesNotMatch(kept, /lời văn riêng|phôi in sẵn|fingerprint/);
  // What is saved again is whole.
  await page.getByRole("button", { name: "Thiết lập" }).click();
  const again = (await saved(page, "Lưu thành tệp thethuc.yaml")).bytes.toString();
  for (const part of ["lời văn riêng", "phôi in sẵn", "exclude:", "stage: issue", "Khác Hẳn"]) assert.ok(again.includes(part), again);
  await page.getByRole("button", { name: "Xóa mọi thiết lập" }).click();
  await checked(page);
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).first().click();
  assert.doesNotMatch(await report(page), /phôi in sẵn/);
  await context.close();
});

test("decisions that are imported reach the copy with comments", async () => {
  const folder = office(), { one } = found();
  const decisions = { schema: "thethuc/decisions/v1", decisions: [{ on: { fingerprint: one.fingerprint }, path: FAULTY, decision: { kind: "kept", reason: "tên riêng của công trình", who: "Lê Thị Hoa", day: "2026-11-29", source: "page" } }] };
  writeFileSync(join(folder, "quyet-dinh.json"), JSON.stringify(decisions));
  const { page, context } = await open(browser);
  await choose(page, [join(folder, "quyet-dinh.json"), join(folder, FAULTY)]);
  assert.match(await words(page, "#verdict"), /giữ nguyên hoặc đã biết: 1/);
  const { bytes } = await saved(page, "Bản có nhận xét");
  writeFileSync(join(folder, "thethuc.yaml"), "decisions: [quyet-dinh.json]\n");
  run(["annotate", "--output", "copy.docx", FAULTY], folder);
  assert.ok(bytes.equals(readFileSync(join(folder, "copy.docx"))), "the bytes of the program");
  const comments = unpacked(bytes, "word/comments.xml").toString();
  assert.match(comments, /tên riêng của công trình/);
  await context.close();
});

const RULE = `title: { vi: Quốc hiệu ghi đúng nguyên văn, en: The national name is exact }
law: [nd30/C-01]
severity: error
select: header.national_name
check: { text: { equals: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM } }
message: { vi: "Quy tắc của tỉnh: “{found}”.", en: "The province's own: “{found}”." }
help: { vi: Gõ lại đúng nguyên văn., en: Type it exactly. }
fix: { safety: never, because: person-knows }
examples:
  - from: decision-admin-commune-2026
    set: { header.national_name: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN }
`;

/** A pack, and a page with it inside. */
function packs(folder) {
  writeFileSync(join(folder, "nguon.yaml"), "organ: { name: Ủy ban nhân dân tỉnh Thử }\nseverity: { format/date: note }\n");
  const args = ["pack", "--rules", "quy-tac", "--profile", "nguon.yaml", "--issuer", "Sở Nội vụ", "--name", "Gói thử", "--date", "2026-11-29"];
  run([...args, "-o", "goi.zip"], folder);
  run([...args, "--page", pagePath, "-o", "kiem-tra.html"], folder);
}

test("a pack, dropped or within the page, counts as in the program and stands in every report", async () => {
  const folder = office({ "quy-tac/rieng/quoc-hieu.yaml": RULE });
  packs(folder);
  const json = run(["check", "--pack", "goi.zip", "--format", "json", FAULTY], folder).toString();
  assert.match(json, /Quy tắc của tỉnh/);
  assert.equal(JSON.parse(json).packs[0].issuer, "Sở Nội vụ");
  const dropped = await open(browser);
  await drop(dropped.page, [join(folder, "goi.zip")]);
  await dropped.page.getByText("Đang dùng gói “Gói thử” của Sở Nội vụ, ngày 29/11/2026").first().waitFor();
  const inside = await open(browser, { at: pathToFileURL(join(folder, "kiem-tra.html")).href });
  for (const { page, asked, complaints } of [dropped, inside]) {
    await choose(page, join(folder, FAULTY));
    assert.equal(await report(page), json, "the bytes of the program");
    const head = page.frameLocator("#report").locator("header .pack");
    assert.match(await head.innerText(), /“Gói thử” của Sở Nội vụ, ngày 29\/11\/2026, mã SHA-256 [0-9a-f]{64}/);
    assert.match(await words(page, "footer"), /gói “Gói thử”/);
    assert.deepEqual(complaints, []);
    assert.deepEqual(asked.filter((url) => !/^(blob|data|about|file):/.test(url)), []);
  }
  // It goes when people want it to, and comes back with the page.
  const { page } = inside;
  await page.getByRole("button", { name: "Thiết lập" }).click();
  await page.getByRole("button", { name: "Thôi dùng gói" }).click();
  await checked(page);
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).first().click();
  assert.doesNotMatch(await report(page), /Quy tắc của tỉnh/);
  await dropped.context.close();
  await inside.context.close();
});

test("a damaged pack changes nothing", async () => {
  const folder = office({ "quy-tac/rieng/quoc-hieu.yaml": RULE });
  packs(folder);
  const { page, context } = await open(browser);
  await choose(page, join(folder, "goi.zip"));
  await choose(page, join(folder, FAULTY));
  const before = await report(page);
  const bytes = readFileSync(join(folder, "goi.zip"));
  // The manifest lies there still, and cannot be unpacked.
  bytes[bytes.indexOf("thethuc-pack.json") + 20] ^= 0xff;
  writeFileSync(join(folder, "hong.zip"), bytes);
  await choose(page, join(folder, "hong.zip"));
  assert.ok(await page.locator("#told.bad").isVisible());
  await choose(page, join(folder, FAULTY));
  assert.equal(await report(page), before);
  await context.close();
  // A page whose own pack is damaged says so.
  const text = readFileSync(join(folder, "kiem-tra.html"), "utf8");
  const end = text.indexOf("</script>", text.indexOf('id="pack">'));
  writeFileSync(join(folder, "hong.html"), text.slice(0, end - 80) + text.slice(end));
  const inside = await open(browser, { at: pathToFileURL(join(folder, "hong.html")).href });
  await inside.page.getByText("Gói trong trang này bị hỏng").waitFor();
  await inside.context.close();
});
