// The page behind a web server: several files, each held by its digest.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { choose, launch, open, pagePath, samples, words } from "./browser.mjs";

const folder = join(dirname(pagePath), "may-chu");
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
let browser, server, changed = null;

before(async () => {
  browser = await launch();
  server = createServer((request, response) => {
    const name = request.url === "/" ? "index.html" : request.url.slice(1), path = join(folder, name);
    if (name.includes("/") || !existsSync(path)) { response.writeHead(404).end(); return; }
    const bytes = readFileSync(path);
    if (name === changed) bytes[bytes.length - 1] ^= 1;
    response.writeHead(200, { "content-type": types[extname(name)] }).end(bytes);
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
});
after(async () => {
  await browser.close();
  server.close();
});

const address = () => `http://127.0.0.1:${server.address().port}/`;

test("it checks, and asks for nothing but its own four files", async () => {
  const { page, asked, complaints, context } = await open(browser, { at: address() });
  await choose(page, join(samples, "quyet-dinh-ca-biet-chu-tich-xa-sai.docx"));
  assert.match(await words(page, "#verdict"), /phải sửa trước khi trình ký/);
  assert.deepEqual(complaints.filter((own) => !own.includes("favicon")), []);
  const names = asked.filter((url) => url.startsWith("http")).map((url) => new URL(url).pathname).filter((path) => path !== "/favicon.ico");
  assert.deepEqual([...new Set(names)].sort(), ["/", "/kiem-tra.css", "/kiem-tra.js", "/kiem-tra.wasm"]);
  await context.close();
});

for (const name of ["kiem-tra.wasm", "kiem-tra.js"]) {
  test(`a changed ${name} is not run`, async () => {
    changed = name;
    const { page, context } = await open(browser, { at: address() });
    await page.waitForTimeout(1500);
    const shown = await page.locator("body").innerText();
    assert.match(shown, name.endsWith(".js") ? /Lưu về máy rồi mở bằng Edge hoặc Chrome/ : /không đúng mã đã công bố/);
    changed = null;
    await context.close();
  });
}
