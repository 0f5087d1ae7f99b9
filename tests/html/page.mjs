// The report as a page, in a real browser: nothing asked for, nothing run, reached by keyboard alone, read by a
// screen reader, printed on A4, decisions saved.
//
//   node tests/html/run.mjs target/debug/thethuc
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hostile as hostileWord } from "./hostile.mjs";
import { PHONE, WIDE, access, launch, open, sheets } from "./browser.mjs";

const [program, executable, root] = process.argv.slice(2);
const samples = join(root, "samples/");
const work = mkdtempSync(join(tmpdir(), "thethuc-page-"));

/** Writes the page on some files. Findings end the program with a status of their own. */
function report(name, ...paths) {
  const file = join(work, name);
  try {
    execFileSync(program, ["check", ...paths, "--output", `html=${file}`], { stdio: "pipe", env: { ...process.env, LANG: "vi_VN.UTF-8" } });
  } catch (error) {
    assert.ok([1, 3].includes(error.status), String(error.stderr));
  }
  return file;
}

const HOSTILE = [
  "<script>document.title='run'</script>", "<style>*{display:none}</style>", "</article></details></template><svg onload=alert(1)>",
  "<img src=https://example.invalid/x onerror=alert(1)>", "[x](javascript:alert(1))", "\u202eabc\u2066", "]]> -->", "{{ 7*7 }} {% x %} ${7*7}",
];

/** A folder with each attack in every component of a Word file and of a plain text, and hostile names. */
function hostile() {
  const folder = join(work, "hostile");
  mkdirSync(folder);
  const word = readFileSync(join(samples, "quyet-dinh-ca-biet-chu-tich-xa-sai.docx")), plain = readFileSync(join(samples, "quyet-dinh-ubnd-tinh-2026.md"), "utf8").split("\n");
  HOSTILE.forEach((attack, index) => {
    const name = ["<img src=x onerror=alert(1)>", "{{7*7}}", "\u202ecod.exe", '" onfocus="alert(1)" autofocus="'][index % 4];
    writeFileSync(join(folder, `${index} ${name}.docx`), hostileWord(word, attack));
    writeFileSync(join(folder, `${index} ${name}.txt`), plain.map((line) => line.trim() ? `${line} ${attack}` : line).join("\n"));
  });
  return folder;
}

/** Enough copies that the drafts lie packed. */
function many() {
  const folder = join(work, "many");
  for (const round of ["a", "b"]) cpSync(samples, join(folder, round), { recursive: true, filter: (path) => !path.endsWith("README.md") });
  writeFileSync(join(folder, "hỏng.docx"), "no Word file");
  return folder;
}

async function readsAndAsksForNothing(browser) {
  const folder = hostile(), names = readdirSync(folder);
  // What turns directions is told as a fault of the draft, and is none of its words.
  const odd = (words) => words.replace(/[\u202e\u2066]/g, "");
  for (const file of [report("hostile.html", folder), report("alone.html", join(folder, names[0]))]) {
    const { page, context, faults } = await open(browser, file);
    for (const [id, path] of await page.$$eval("details.doc", (docs) => docs.map((doc) => [doc.id, doc.dataset.path]))) {
      await page.evaluate((hash) => { location.hash = hash; }, id);
      await page.waitForSelector(`#${id}[open] .paper`);
      const text = await page.$eval(`#${id} .paper`, (paper) => paper.textContent);
      const attack = odd(HOSTILE[Number(path.split("/").pop().split(" ")[0])]);
      assert.ok(text.split(attack).length > 20, `${path}: the words are shown, not ${text.slice(0, 400)}`);
    }
    const seen = await page.evaluate(() => [document.title, document.querySelectorAll("svg, img, iframe, object, main script, main style, main [onload], main [onerror], main [onfocus]").length]);
    assert.ok(seen[0].startsWith("Kết quả") && seen[1] === 0, String(seen));
    assert.deepEqual(faults, []);
    await context.close();
  }
}

async function isRead(browser, alone, folder) {
  for (const [viewport, colorScheme] of [[WIDE, "light"], [WIDE, "dark"], [PHONE, "light"]]) {
    const { page, context, faults } = await open(browser, alone, { viewport, colorScheme });
    await page.evaluate(() => document.querySelectorAll(".f, .facts").forEach((own) => { own.open = true; }));
    assert.deepEqual(await access(page), [], `one draft, ${viewport.width}, ${colorScheme}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `the page is ${over} px too wide at ${viewport.width}`);
    await context.close();
    assert.deepEqual(faults, []);
  }
  for (const viewport of [WIDE, PHONE]) {
    const { page, context } = await open(browser, folder, { viewport });
    assert.deepEqual(await access(page), [], `folder, ${viewport.width}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "as wide as the screen");
    await page.click("#files tbody a >> nth=0");
    await page.waitForSelector("details.doc[open] .paper");
    assert.deepEqual(await access(page), [], `a draft of a folder, ${viewport.width}`);
    await page.evaluate(() => { location.hash = "phieu"; });
    await page.waitForSelector(".slip");
    assert.deepEqual(await access(page), [], `before signing, ${viewport.width}`);
    await context.close();
  }
}

/** Everything that a mouse can reach, Tab can. */
async function tabs(page) {
  const reachable = await page.evaluate(() => [...document.querySelectorAll("a[href], button, summary, select, input, textarea, [tabindex='0']")]
    .filter((own) => own.checkVisibility() && !own.closest("dialog")).map((own, index) => { own.dataset.tab = index; return String(index); }));
  await page.evaluate(() => { document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0); document.querySelector(".skip").focus(); });
  const met = new Set([await page.evaluate(() => document.activeElement.dataset.tab)]);
  for (let turn = 0; turn < reachable.length + 5; turn += 1) {
    await page.keyboard.press("Tab");
    met.add(await page.evaluate(() => document.activeElement.dataset.tab));
  }
  const missed = reachable.filter((own) => !met.has(own));
  assert.deepEqual(missed, [], "reached by Tab");
  return reachable.length;
}

async function worksByKeyboard(browser, alone, folder) {
  const { page, context, faults } = await open(browser, alone);
  assert.ok(await tabs(page) > 30);
  await page.keyboard.press("F8");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".f").dataset.n), "1");
  await page.keyboard.press("F8");
  const second = page.locator(".f.on");
  assert.equal(await second.getAttribute("data-n"), "2");
  assert.ok(await second.evaluate((own) => own.open), "it stands open");
  // Down to “Giữ nguyên”, a reason, and Enter.
  const on = () => page.evaluate(() => document.activeElement.textContent);
  for (let turn = 0; turn < 12 && !(await on()).startsWith("Giữ nguyên"); turn += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type("tên riêng của công trình");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Nguyễn Văn A");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".f.on.k .said");
  for (let turn = 0; turn < 400 && !(await on()).startsWith("Lưu quyết định"); turn += 1) await page.keyboard.press("Shift+Tab");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const decisions = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(decisions.schema, "thethuc/decisions/v1");
  const [own] = decisions.decisions;
  assert.match(own.on.fingerprint, /^[0-9a-f]{16}$/);
  assert.deepEqual([own.decision.kind, own.decision.reason, own.decision.who, own.decision.source], ["kept", "tên riêng của công trình", "Nguyễn Văn A", "page"]);
  assert.deepEqual(faults, []);
  await context.close();

  const { page: of, context: other } = await open(browser, folder);
  await tabs(of);
  await of.focus("#files tbody a");
  await of.keyboard.press("Enter");
  await of.waitForSelector("details.doc[open] .paper");
  const first = await of.evaluate(() => location.hash);
  await of.keyboard.press("F9");
  await of.waitForFunction((hash) => location.hash !== hash && document.querySelector("details.doc[open]")?.id === location.hash.slice(1), first);
  await other.close();
}

async function sortsFiltersAndSpeaks(browser, folder) {
  const { page, context } = await open(browser, folder);
  const names = () => page.$$eval("#files tbody tr:not([hidden]) td:first-child", (cells) => cells.map((cell) => cell.textContent));
  const all = (await names()).length;
  assert.ok(all > 40 && await page.$$eval("#files table", (tables) => tables.length) === 2, "what could not be judged stands apart");
  await page.selectOption(".filters select >> nth=0", "e");
  const grave = (await names()).length;
  assert.ok(grave > 0 && grave < all);
  await page.fill(".filters input", "quốc hiệu");
  assert.ok((await names()).length <= grave);
  await page.click(".filters button");
  assert.equal((await names()).length, all);
  await page.click("#files th button >> nth=1");
  const errors = await page.$$eval("#files table >> nth=0 >> tbody tr td.e", (cells) => cells.map((cell) => Number(cell.textContent) || 0)).catch(() => null)
    ?? await page.$$eval("#files .list:first-of-type td.e", (cells) => cells.map((cell) => Number(cell.textContent) || 0));
  assert.deepEqual(errors, [...errors].sort((one, other) => other - one));
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.locator("h1").innerText(), "Report on the form and technique of drafts");
  await page.getByRole("button", { name: "Dark" }).click();
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(243, 244, 245)");
  await context.close();
}

/** One decision on all findings that say the same: the copies of a folder hold each at least twice. */
async function decidesOnEquals(browser, folder) {
  const { page, context, faults } = await open(browser, folder);
  await page.click("#files th button >> nth=1");
  await page.click("#files tbody a >> nth=0");
  await page.waitForSelector("details.doc[open] .paper");
  await page.keyboard.press("F8");
  await page.click(".f.on .acts button:has-text('Máy nhận xét sai')");
  await page.fill("#why", "hai cách viết đều dùng");
  await page.check("#every");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".f.on.k .said");
  await page.keyboard.press("F9");
  await page.waitForFunction(() => document.querySelector("details.doc[open] .f.k .said"));
  assert.ok((await page.locator("details.doc[open] .lead").innerText()).includes("1 đã quyết định"), "the copy is counted anew");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("nav button:has-text('Lưu quyết định')")]);
  const { decisions } = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.ok(decisions.length >= 2 && new Set(decisions.map((own) => own.path)).size >= 2);
  assert.ok(decisions.every((own) => /^[0-9a-f]{16}$/.test(own.on.fingerprint) && own.decision.kind === "wrong" && own.decision.reason));
  await page.click("nav a:has-text('Tất cả tệp')");
  assert.ok((await page.locator("#overview .lead").innerText()).includes(`đã quyết định hoặc đã biết: ${decisions.length}`));
  await page.selectOption(".filters select >> nth=5", "wrong");
  assert.equal(await page.locator("#files tbody tr:visible").count(), new Set(decisions.map((own) => own.path)).size);
  assert.deepEqual(faults, []);
  await context.close();
}

async function printsASheetADraft(browser, alone, folder) {
  for (const [file, count] of [[alone, 1], [folder, null]]) {
    const { page, context } = await open(browser, file, { hash: "phieu" });
    await page.waitForSelector(".slip");
    const slips = await page.locator(".slip").count();
    assert.ok(count === null || slips === count);
    assert.equal(await sheets(page), slips, "one sheet of A4 a draft");
    await context.close();
  }
}

const browser = await launch(executable);
try {
  const alone = report("one.html", join(samples, "quyet-dinh-ca-biet-chu-tich-xa-sai.docx")), folder = report("many.html", many());
  await readsAndAsksForNothing(browser);
  await isRead(browser, alone, folder);
  await worksByKeyboard(browser, alone, folder);
  await sortsFiltersAndSpeaks(browser, folder);
  await decidesOnEquals(browser, folder);
  await printsASheetADraft(browser, alone, folder);
  console.log("The page holds in a browser.");
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
