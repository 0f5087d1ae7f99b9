// A browser with the page in it, opened from a file and cut off from every network.
import { chromium } from "playwright-core";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
/** The page as one file. */
export const pagePath = resolve(process.env.THETHUC_PAGE || join(root, "target/page/kiem-tra-the-thuc.html"));
/** The program that the page is held against. */
export const program = resolve(process.env.THETHUC_PROGRAM || join(root, "target/debug/thethuc"));
/** Documents beside the repository, where they are. */
export const shared = resolve(process.env.THETHUC_SHARED || join(root, "../shared"));
export const samples = join(root, "samples");

const scratches = [];
process.on("exit", () => scratches.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder of its own, which is gone after the tests. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "thethuc-web-"));
  scratches.push(folder);
  return folder;
}

/** The program's standard output and, for those that write files, nothing more. */
export function run(args, cwd) {
  try {
    return execFileSync(program, args, { cwd, env: { ...process.env, THETHUC_LANG: "vi" }, maxBuffer: 1 << 29, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    // Findings, and files that cannot be read, end the program with a status of their own.
    if (error.stdout === undefined) throw error;
    return error.stdout;
  }
}

const browserPath = () => process.env.CHROMIUM || ["/usr/lib/chromium/chromium", "/usr/bin/chromium"].find((path) => existsSync(path));

export const launch = () => chromium.launch({
  executablePath: browserPath(),
  args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--disable-background-networking", "--lang=vi"],
});

/** Opens the page; everything that it asks for and complains of is noted. */
export async function open(browser, { at = pathToFileURL(pagePath).href, ...options } = {}) {
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 900 }, ...options });
  if (at.startsWith("file:")) await context.setOffline(true);
  const page = await context.newPage();
  const asked = [], complaints = [];
  context.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(at);
  return { page, context, asked, complaints };
}

/** Waits until what was given to the page is checked. */
export async function checked(page) {
  await page.waitForFunction(() => document.getElementById("work").hidden, null, { timeout: 300000 });
}

/** Gives files to the page, as a choice in the dialog does, and waits. */
export async function choose(page, files, input = "#files") {
  await page.locator(input).setInputFiles(files);
  await checked(page);
}

/** Drops files or folders from the disk on the page, as the hand does. */
export async function drop(page, paths) {
  const client = await page.context().newCDPSession(page);
  const { x, y, width, height } = await page.locator("#main").boundingBox();
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  const at = { x: x + width / 2, y: y + Math.min(height, 200) / 2, data };
  for (const type of ["dragEnter", "dragOver", "drop"]) await client.send("Input.dispatchDragEvent", { type, ...at });
  await client.detach();
  await page.waitForTimeout(50);
  await checked(page);
}

/** What a button of the page saves: its bytes, and the name that it proposes. */
export async function saved(page, name, from = page) {
  const [download] = await Promise.all([page.waitForEvent("download"), from.getByRole("button", { name, exact: true }).first().click()]);
  const bytes = readFileSync(await download.path());
  await checked(page);
  return { bytes, name: download.suggestedFilename() };
}

export const words = (page, selector) => page.locator(selector).innerText();
