// Holds the core in WebAssembly against the program: the same bytes of report for every sample.
// node tests/wasm/parity.mjs MODULE.wasm PROGRAM [FOLDER]
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [modulePath, program, folder = "samples"] = process.argv.slice(2);
const module = new WebAssembly.Module(readFileSync(modulePath));
const imports = WebAssembly.Module.imports(module);
if (imports.length > 0) {
  throw new Error(`the module asks for ${imports.map((own) => `${own.module}.${own.name}`).join(", ")}`);
}
const { exports } = new WebAssembly.Instance(module, {});

/** Today in Vietnam, as the program takes it. */
const today = () => new Date(Date.now() + 7 * 3600 * 1000);

function inModule(path) {
  const [name, bytes] = [new TextEncoder().encode(path), readFileSync(path)];
  const start = exports.room(name.length + bytes.length);
  const memory = new Uint8Array(exports.memory.buffer);
  memory.set(name, start);
  memory.set(bytes, start + name.length);
  const day = today();
  const length = exports.check(name.length, day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  return Buffer.from(exports.memory.buffer, exports.result(), length);
}

function inProgram(path) {
  const environment = { ...process.env, THETHUC_LANG: "vi" };
  try {
    return execFileSync(program, ["check", "--format", "json", path], { env: environment, maxBuffer: 1 << 28 });
  } catch (error) {
    // Findings, and files that cannot be read, end the program with a status of their own.
    return error.stdout;
  }
}

const names = readdirSync(folder).filter((name) => /\.(docx|md|txt)$/.test(name)).sort();
const different = names.filter((name) => {
  const path = join(folder, name);
  return !inModule(path).equals(inProgram(path));
});
console.log(`wasm parity: ${names.length - different.length} of ${names.length} reports of ${folder} have the program's bytes`);
if (different.length > 0 || names.length === 0) {
  console.error(different.join("\n"));
  process.exit(1);
}
