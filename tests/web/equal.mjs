// What the page hands out has the program's bytes: reports and copies, file by file. The documents beside the
// repository are looked at where they are; without them the test says so.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { choose, launch, open, run, samples, scratch, shared } from "./browser.mjs";

let browser, own;
before(async () => {
  browser = await launch();
  own = await open(browser);
});
after(() => browser.close());

function drafts(folder, into = []) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) drafts(path, into);
    else if (/\.(docx|md|txt)$/.test(name) && name !== "README.md") into.push(path);
  }
  return into;
}

/** Milliseconds between two downloads: Chromium lets a page begin ten in a second, and drops the next one. */
const PACE = 110;

/** What a button saves; `null` where the page has no such button, or says why there is no file. */
async function taken(page, name) {
  const button = page.locator("#takes").getByRole("button", { name, exact: true });
  if (!await button.count()) return null;
  await page.waitForTimeout(PACE);
  const download = page.waitForEvent("download", { timeout: 60000 }).catch(() => null);
  await button.click();
  const refused = page.locator("#told.bad").waitFor({ timeout: 60000 }).then(() => null, () => null);
  const first = await Promise.race([download, refused]);
  return first ? readFileSync(await first.path()) : null;
}

const whole = (path) => existsSync(path) ? readFileSync(path) : null;

/** Which of the files of a draft differ. */
async function different(path) {
  const { page } = own;
  const folder = dirname(path), name = basename(path), out = scratch();
  await choose(page, path);
  run(["check", "--output", `html=${out}/r.html`, "--output", `json=${out}/r.json`, name], folder);
  run(["annotate", "--output", `${out}/a-${name}`, name], folder);
  run(["annotate", "--clean", "--output", `${out}/c-${name}`, name], folder);
  const pairs = [["Báo cáo .html", "r.html"], ["Kết quả .json", "r.json"], ["Bản có nhận xét", `a-${name}`], ["Bản sạch để trình ký", `c-${name}`]];
  // Of what cannot be read the page offers no copies; the program takes remarks out of it all the same.
  if ((await page.locator("#verdict").innerText()).startsWith("Không đọc được tệp")) pairs.length = 2;
  const wrong = [];
  for (const [button, file] of pairs) {
    const [here, there] = [await taken(page, button), whole(join(out, file))];
    if (!(here && there ? here.equals(there) : here === there)) wrong.push(`${path}: ${button} (${here?.length} here, ${there?.length} there)`);
  }
  return wrong;
}

async function equal(paths) {
  assert.ok(paths.length > 0);
  const wrong = [];
  for (const path of paths) wrong.push(...await different(path));
  assert.deepEqual(wrong, []);
}

test("samples", () => equal(drafts(samples)));

for (const name of ["cases", "layout"]) {
  const folder = join(shared, "corpus", name);
  if (existsSync(folder)) test(name, () => equal(drafts(folder)));
  else console.log(`skipped: downloads of ${name}: no such folder beside the repository`);
}
