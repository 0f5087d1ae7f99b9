// The page in Firefox, opened from a file and without a network: the main things that people do with it.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pagePath, run, samples, scratch } from "./browser.mjs";
import { archive, bomb } from "./archives.mjs";

const firefoxPath = process.env.FIREFOX || ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path));
const FAULTY = join(samples, "quyet-dinh-ca-biet-chu-tich-xa-sai.docx");
const CLEAN = join(samples, "quyet-dinh-ca-biet-chu-tich-xa.docx");
/** The longest that anything may take, in milliseconds: Firefox runs the module slower than Chromium at first. */
const LONG = 120000;

if (!firefoxPath) console.log("skipped: the page in Firefox: no Firefox");
else {
  const { default: puppeteer } = await import("puppeteer-core");
  const folder = scratch();
  let browser, page;
  const asked = [], complaints = [];

  before(async () => {
    browser = await puppeteer.launch({
      browser: "firefox", executablePath: firefoxPath, headless: true,
      extraPrefsFirefox: {
        "browser.download.folderList": 2, "browser.download.dir": folder, "browser.download.useDownloadDir": true, "browser.download.alwaysOpenPanel": false,
        // A proxy where nobody listens: whatever is asked of a network fails.
        "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9,
      },
    });
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(pagePath).href);
  });
  after(() => browser.close());

  const checked = () => page.waitForFunction(() => document.getElementById("work").hidden, { timeout: LONG });
  const words = (selector) => page.$eval(selector, (own) => own.innerText);

  async function choose(files) {
    const input = await page.$("#files");
    await input.uploadFile(...files);
    // Firefox tells of the choice after the files are set.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await checked();
  }

  /** What a button of the page saves. */
  async function saved(name) {
    const before = new Set(readdirSync(folder));
    await page.evaluate((wanted) => [...document.querySelectorAll("button")].find((own) => own.textContent === wanted).click(), name);
    await checked();
    for (let tries = 0; tries < 100; tries += 1) {
      const own = readdirSync(folder).find((file) => !before.has(file) && !file.endsWith(".part"));
      if (own && readFileSync(join(folder, own)).length && !readdirSync(folder).some((file) => file.endsWith(".part"))) return { name: own, bytes: readFileSync(join(folder, own)) };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return assert.fail(`${name} saves nothing`);
  }

  test("Firefox: a draft, its report and its copies with the program's bytes", { timeout: LONG * 2 }, async () => {
    await choose([FAULTY]);
    assert.match(await words("#verdict"), /\d+ nội dung phải sửa trước khi trình ký/);
    const json = await saved("Kết quả .json");
    assert.equal(json.bytes.toString(), run(["check", "--format", "json", "quyet-dinh-ca-biet-chu-tich-xa-sai.docx"], samples).toString());
    const copy = await saved("Bản có nhận xét");
    run(["annotate", "--output", join(folder, "program.docx"), FAULTY], samples);
    assert.ok(copy.bytes.equals(readFileSync(join(folder, "program.docx"))), "the bytes of the program");
    const frame = await (await page.$("#report")).contentFrame();
    await frame.waitForSelector("html.ready");
    assert.ok((await frame.$$(".f")).length > 5);
  });

  test("Firefox: fifty drafts, a dossier, a broken file and a bomb", { timeout: LONG * 3 }, async () => {
    const own = join(scratch(), "many");
    mkdirSync(own);
    const files = [];
    for (let number = 10; number < 60; number += 1) {
      files.push(join(own, `dự thảo ${number}.docx`));
      copyFileSync(number % 2 ? FAULTY : CLEAN, files.at(-1));
    }
    for (const [name, bytes] of [["hồ sơ.zip", archive([["hai.docx", readFileSync(CLEAN)]])], ["hỏng.docx", "no archive"], ["bom.docx", bomb("word/document.xml")]]) {
      files.push(join(own, name));
      writeFileSync(files.at(-1), bytes);
    }
    await choose(files);
    assert.equal(await words("#result-title"), "53 tệp dự thảo");
    assert.match(await words("#verdict"), /CHƯA KIỂM TRA ĐƯỢC.*2 tệp/);
    const { bytes } = await saved("Tất cả bản có nhận xét (.zip)");
    assert.equal(bytes.subarray(0, 2).toString(), "PK");
  });

  test("Firefox: settings are kept, and no word of a draft", { timeout: LONG }, async () => {
    await page.click('nav [data-view="settings"]');
    await page.select("#t-stage", "issue");
    await page.type("#t-organ", "Ủy ban nhân dân xã Hòa An");
    await page.click("#set button[type=submit]");
    await checked();
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    assert.match(kept, /Hòa An/);
    assert.doesNotMatch(kept, /dự thảo|quyet-dinh/);
  });

  test("Firefox: nothing was asked for and nothing complained of", () => {
    assert.deepEqual(asked.filter((url) => !/^(blob|data|about|file):/.test(url)), []);
    assert.deepEqual(complaints, []);
  });
}
