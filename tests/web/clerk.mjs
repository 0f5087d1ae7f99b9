// A clerk with nothing but the page, from a faulty draft to a copy for signing: how many clicks it takes. With
// THETHUC_PICTURES the pictures of docs/clerk-page.md are taken on the way.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checked, launch, open, samples, scratch, words } from "./browser.mjs";
import { unpacked } from "./archives.mjs";

const pictures = process.env.THETHUC_PICTURES;
if (pictures) mkdirSync(pictures, { recursive: true });

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test("from a faulty draft to a copy for signing", async (t) => {
  const folder = scratch(), draft = join(folder, "quyết định.docx"), mended = join(folder, "quyết định - nhận xét thể thức.docx");
  copyFileSync(join(samples, "quyet-dinh-ca-biet-chu-tich-xa-sai.docx"), draft);
  const { page, context } = await open(browser, { viewport: { width: 1100, height: 700 } });
  const look = async (name) => { if (pictures) await page.screenshot({ path: join(pictures, `page-${name}.png`) }); };
  let clicks = 0;
  const click = async (name) => {
    clicks += 1;
    await page.locator("#check").getByRole("button", { name, exact: true }).first().click();
  };
  const choose = async (file) => {
    const chooser = page.waitForEvent("filechooser");
    await click("Chọn tệp…");
    await (await chooser).setFiles(file);
    // In the dialog of the system: a double click on the file.
    clicks += 1;
    await page.waitForTimeout(50);
    await checked(page);
  };
  const save = async (name) => {
    const download = page.waitForEvent("download");
    await click(name);
    const file = await download, bytes = readFileSync(await file.path());
    await checked(page);
    return { bytes, name: file.suggestedFilename() };
  };

  await look("start");
  await choose(draft);
  assert.match(await words(page, "#verdict"), /phải sửa trước khi trình ký/);
  await page.frameLocator("#report").locator("html.ready").waitFor();
  await look("result");
  const copy = await save("Bản có nhận xét");
  assert.match(unpacked(copy.bytes, "word/comments.xml").toString(), /Phải sửa|PHẢI SỬA/i);
  // Word is where drafts are mended; what comes back is the draft in order, under the name of the copy.
  writeFileSync(mended, readFileSync(join(samples, "quyet-dinh-ca-biet-chu-tich-xa.docx")));
  await choose(mended);
  assert.doesNotMatch(await words(page, "#verdict"), /phải sửa trước khi trình ký/);
  await page.frameLocator("#report").locator("html.ready").waitFor();
  assert.equal(await page.locator("#takes .main").innerText(), "Bản sạch để trình ký");
  await look("clean");
  const clean = await save("Bản sạch để trình ký");
  assert.equal(clean.name, "quyết định - bản sạch để trình ký.docx");
  await click("Phiếu kiểm tra trước khi ký");
  await page.frameLocator("#report").locator(".slip").waitFor();
  await page.waitForTimeout(200);
  await look("slip");
  t.diagnostic(`${clicks} clicks, a double click in a dialog counted as one`);
  assert.equal(clicks, 7);
  await context.close();
});
