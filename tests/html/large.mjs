// The page on a thousand drafts with ten thousand findings: how large it is, how soon it shows, how long a filter
// takes, and how its writing compares with that of JSON. Takes minutes; no part of the run of every change.
//
//   node tests/html/run.mjs target/release/thethuc large.mjs [FOLDER or REPORT.html]
//
// Without a folder, drafts are made of the samples. Of a report that is there already only the page is measured.
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WIDE, launch, open } from "./browser.mjs";

const [program, executable, root, folder] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "thethuc-large-"));
const FILES = 1000, ROUNDS = 5;

/** A folder of a thousand drafts, half of which hold many faults. */
function made() {
  const samples = join(root, "samples"), drafts = join(work, "drafts");
  const names = readdirSync(samples).filter((name) => /\.(docx|md)$/.test(name) && name !== "README.md");
  for (let index = 0; index < FILES; index += 1) {
    const name = names[index % names.length], place = join(drafts, `phong-${index % 12}`);
    mkdirSync(place, { recursive: true });
    copyFileSync(join(samples, name), join(place, `${String(index).padStart(4, "0")}-${name}`));
  }
  return drafts;
}

/** Runs the program; how long it took, in seconds, and the most memory that it had, in MB. */
async function run(form, from) {
  const to = join(work, `report.${form}`), start = performance.now();
  const child = spawn(program, ["check", from, "--output", `${form}=${to}`], { stdio: "ignore" });
  let most = 0;
  const watch = setInterval(() => {
    try { most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0)); } catch { /* It has ended, or this is no Linux. */ }
  }, 50);
  await new Promise((resolve) => child.on("exit", resolve));
  clearInterval(watch);
  return { to, seconds: (performance.now() - start) / 1000, memory: most / 1024, size: statSync(to).size };
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1];

/** How long the page takes to show and to filter, in milliseconds. */
async function measured(browser, file) {
  const { page, context } = await open(browser, file, { viewport: WIDE });
  const times = await page.evaluate(async () => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime, ready = performance.now();
    const [level, group, rule, organ, proposer, state] = document.querySelectorAll(".filters select"), words = document.querySelector(".filters input");
    const filter = async (own, value) => {
      const start = performance.now();
      own.value = value;
      own.dispatchEvent(new Event("input", { bubbles: true }));
      document.body.getBoundingClientRect();
      const done = performance.now() - start;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return done;
    };
    const times = { paint, ready };
    // Each filter by its second choice, and then taken back: the state by what nothing is of, and all.
    for (const [name, own, value] of [["level", level, "e"], ["group", group], ["rule", rule], ["organ", organ], ["proposer", proposer], ["state", state, "kept"], ["words", words, "quốc hiệu"], ["no words", words, "không có chữ này"]]) {
      const chosen = value ?? own.options[1]?.value;
      if (chosen === undefined) continue;
      times[name] = await filter(own, chosen);
      times[`${name}, cleared`] = await filter(own, "");
    }
    return times;
  });
  await page.click("#files tbody a >> nth=1");
  const start = Date.now();
  await page.waitForSelector("details.doc[open] .paper");
  times.open = Date.now() - start;
  await context.close();
  return times;
}

/** Writes both reports and compares them; where the page lies. */
async function written(from) {
  const json = await run("json", from), html = await run("html", from);
  const report = JSON.parse(readFileSync(json.to, "utf8"));
  const findings = report.documents.reduce((sum, own) => sum + (own.findings ?? []).length, 0);
  console.log(`${report.documents.length} files, ${findings} findings`);
  for (const [name, own] of [["JSON", json], ["HTML", html]]) console.log(`${name}: ${(own.size / 1e6).toFixed(1)} MB, ${own.seconds.toFixed(1)} s, ${own.memory.toFixed(0)} MB of memory`);
  console.log(`HTML takes ${(html.seconds / json.seconds).toFixed(2)} times as long as JSON`);
  return html.to;
}

try {
  const file = folder?.endsWith(".html") ? folder : await written(folder ?? made());
  const browser = await launch(executable), rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measured(browser, file));
  for (const key of Object.keys(rounds[0])) console.log(`${key}: ${median(rounds.map((own) => own[key])).toFixed(0)} ms (median of ${ROUNDS}; ${rounds.map((own) => own[key].toFixed(0)).join(", ")})`);
  await browser.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}
