// What the tests of the page share: a browser that logs whatever a page asks for, and the judge of axe-core.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export function launch(executablePath) {
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** Opens a page of a report; `faults` gathers every request, error and dialog that it should not make. */
export async function open(browser, file, options = {}) {
  const context = await browser.newContext({ viewport: WIDE, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const faults = [], own = pathToFileURL(file).href;
  page.on("request", (request) => {
    const address = request.url();
    if (address.split("#")[0] !== own && !address.startsWith("blob:")) faults.push(`asks for ${address.slice(0, 120)}`);
  });
  page.on("pageerror", (error) => faults.push(`fails: ${error.message}`));
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(`says: ${message.text()}`); });
  page.on("dialog", (dialog) => {
    // Leaving with decisions that were not saved asks once; nothing else may.
    if (dialog.type() !== "beforeunload") faults.push(`asks: ${dialog.message()}`);
    dialog.accept();
  });
  await page.goto(own + (options.hash ? "#" + options.hash : ""));
  await page.waitForSelector("html.ready");
  return { page, context, faults };
}

/** Faults of access that axe-core calls serious or critical. */
export async function access(page) {
  // Evaluated, not added: the policy of the page lets no other script in.
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations
    .filter((own) => ["serious", "critical"].includes(own.impact))
    .map((own) => `${own.id} (${own.impact}): ${own.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

/** How many sheets of paper a page takes. */
export async function sheets(page) {
  const bytes = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
  return (bytes.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) || []).length;
}
