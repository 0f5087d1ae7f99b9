// The report as a page in a real browser: puts playwright-core and axe-core, of the versions that stand in
// package.json, into a folder beside no source of ours, and runs page.mjs there. Where there is no browser, or no
// way to get these two, it says so and is counted as skipped.
//
//   node tests/html/run.mjs target/debug/thethuc
import { execFileSync } from "node:child_process";
import { accessSync, constants, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const program = resolve(process.argv[2] ?? "target/debug/thethuc");
const script = process.argv[3] ?? "page.mjs", more = process.argv.slice(4).map((own) => resolve(own));
const here = fileURLToPath(new URL(".", import.meta.url)), root = resolve(here, "../..");

function runs(path) {
  try { accessSync(path, constants.X_OK); return true; } catch { return false; }
}

/** The browser: Debian's, or the one that is named. */
function browser() {
  const named = process.env.THETHUC_BROWSER;
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return ["chromium", "chromium-browser", "google-chrome"].flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
}

/** The folder with both packages, named by their versions. */
function packages() {
  const wanted = readFileSync(join(here, "package.json"));
  const folder = join(tmpdir(), `thethuc-page-${createHash("sha256").update(wanted).digest("hex").slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(here, "package.json"), join(folder, "package.json"));
  const names = Object.keys(JSON.parse(wanted).dependencies);
  if (!names.every((name) => existsSync(join(folder, "node_modules", name, "package.json")))) {
    execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  }
  return folder;
}

function skip(why) {
  console.log(`skipped: the page in a browser (${why})`);
  process.exit(0);
}

const executable = browser();
if (!executable) skip("no Chromium");
let folder;
try { folder = packages(); } catch (error) { skip(`playwright-core and axe-core cannot be had: ${String(error.stderr || error.message).trim().split("\n")[0]}`); }
for (const name of readdirSync(here).filter((own) => own.endsWith(".mjs"))) copyFileSync(join(here, name), join(folder, name));
try {
  execFileSync(process.execPath, [join(folder, script), program, executable, root, ...more], { stdio: "inherit" });
} catch (error) {
  process.exit(error.status || 1);
}
