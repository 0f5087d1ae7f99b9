// What the page looks like, and what those who cannot see it, or have no mouse, get of it. Pictures go to the
// folder named by THETHUC_PICTURES.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { checked, choose, launch, open, samples, scratch } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.THETHUC_PICTURES;
if (pictures) mkdirSync(pictures, { recursive: true });

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const FAULTY = join(samples, "quyet-dinh-ca-biet-chu-tich-xa-sai.docx");

async function look(page, name) {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Serious and critical faults of accessibility, in the page and in the frame of the report. */
async function faults(page) {
  const found = [];
  // The frame of the report is empty until there is one.
  for (const frame of page.frames().filter((own) => own.url() !== "about:blank")) {
    await frame.evaluate(axe);
    const { violations } = await frame.evaluate(() => globalThis.axe.run(document, { iframes: false, resultTypes: ["violations"] }));
    for (const own of violations.filter(({ impact }) => ["serious", "critical"].includes(impact))) found.push(`${own.id}: ${own.nodes.map((node) => node.target).join(" | ")}`);
  }
  return found;
}

const wide = { viewport: { width: 1280, height: 900 } };
const narrow = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

for (const [size, options] of Object.entries({ wide, narrow, dark: { ...wide, colorScheme: "dark" } })) {
  test(`every part of the page, ${size}`, async () => {
    // The tests put the checker of accessibility into the page, which its policy would not let in.
    const { page, context } = await open(browser, { ...options, bypassCSP: true });
    const seen = async (name) => {
      const report = page.locator("#report");
      if (await report.isVisible()) await page.frameLocator("#report").locator("header.top").waitFor();
      await page.waitForTimeout(150);
      await look(page, `${name}-${size}`);
      assert.deepEqual(await faults(page), [], name);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wider <= 0, `${name}: ${wider} px too wide`);
    };
    await seen("start");
    await choose(page, FAULTY);
    await seen("one");
    const folder = join(scratch(), "hồ sơ");
    mkdirSync(folder);
    for (const name of ["quyet-dinh-ca-biet-chu-tich-xa-sai.docx", "bao-cao-ubnd-xa.docx", "ke-hoach-ubnd-xa-sai.docx"]) copyFileSync(join(samples, name), join(folder, name));
    await choose(page, folder, "#folder");
    await page.locator("#each summary").click();
    await seen("many");
    for (const name of ["new", "settings", "about"]) {
      await page.locator(`nav [data-view="${name}"]`).click();
      await seen(name);
    }
    await page.locator('nav [data-view="check"]').click();
    await page.locator("#paste").click();
    await seen("paste");
    await context.close();
  });
}

test("with the keyboard alone, from the first key to the copy", async () => {
  const { page, context } = await open(browser);
  // The box for files is held back from the beginning: asked for together with the key, it may open before.
  page.on("filechooser", () => {});
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
  const reach = async (wanted) => {
    for (let keys = 0; keys < 40; keys += 1) {
      await page.keyboard.press("Tab");
      if (await focused() === wanted) return;
    }
    assert.fail(`no way to ${wanted}`);
  };
  await reach("choose");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  await chooser.setFiles(FAULTY);
  await page.locator("#result").waitFor();
  await checked(page);
  assert.equal(await focused(), "result-title");
  await reach("Bản có nhận xét");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(download.suggestedFilename(), /nhận xét thể thức\.docx$/);
  await context.close();
});
