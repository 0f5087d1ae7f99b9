/* ---- from what is dropped or chosen to sources ----
   A source is { path, name, file } or { path, name, file, dossier, entry, folder }: the worker reads it when
   its turn comes. What is no draft may be settings, rules, data or decisions. */

const lastOf = (path) => path.slice(path.lastIndexOf("/") + 1);
const isYaml = (name) => /\.ya?ml$/i.test(name);
const isProfile = (name) => /^thethuc\.ya?ml$/i.test(name);
const composed = (text) => text.normalize("NFC");
let dossiers = 0;

/* All files of a folder, as pairs of path and file. */
/* In Chromium: on a page from the disk it does not let entries be read. It passes over names that
   Windows keeps for itself, such as a folder “con”, and over those that begin with “~”. */
async function walkHandle(handle, path, into) {
  for await (const own of handle.values()) {
    if (own.kind === "directory") await walkHandle(own, path + own.name + "/", into);
    else into.push({ path: path + own.name, file: await own.getFile() });
  }
}
async function walkEntry(entry, path, into) {
  if (entry.isFile) {
    into.push({ path: path + entry.name, file: await new Promise((resolve, reject) => entry.file(resolve, reject)) });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return;
    for (const own of some) await walkEntry(own, path + entry.name + "/", into);
  }
}

/* What was dropped: files by themselves, and the files of folders. What the browser hands out must be asked
   for at once, before anything is waited for. */
async function dropped(transfer) {
  const items = [...(transfer.items || [])].filter((item) => item.kind === "file");
  const asked = items.map((item) => ({
    handle: item.getAsFileSystemHandle ? item.getAsFileSystemHandle().catch(() => null) : null,
    entry: item.webkitGetAsEntry ? item.webkitGetAsEntry() : null,
    file: item.getAsFile(),
  }));
  const found = { named: [], walked: [] };
  if (!items.length) found.named = [...transfer.files].map((file) => ({ path: file.name, file }));
  for (const own of asked) {
    const isFolder = own.entry && own.entry.isDirectory;
    if (!isFolder) { if (own.file) found.named.push({ path: own.file.name, file: own.file }); continue; }
    const handle = own.handle && await own.handle;
    if (handle) await walkHandle(handle, handle.name + "/", found.walked);
    else await walkEntry(own.entry, "", found.walked);
  }
  return found;
}

const chosen = (files) => ({ named: [...files].map((file) => ({ path: file.name, file })), walked: [] });
const chosenFolder = (files) => ({ named: [], walked: [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })) });

/* Whether the files of a folder are rules: group/name.yaml, and no Word file among them. */
function areRules(walked) {
  const yaml = walked.filter((own) => isYaml(own.path) && !isProfile(lastOf(own.path)));
  return yaml.length > 0 && !walked.some((own) => /\.do[ct][xm]$/i.test(own.path));
}

/* Sorts what came into drafts, and what the page itself takes. */
async function sorted({ named, walked }) {
  const found = { sources: [], profiles: [], rules: [], packs: [], decisions: [], settings: null, others: 0, notDrafts: 0, lost: [] };
  walked.sort((one, other) => one.path < other.path ? -1 : 1);
  if (areRules(walked)) {
    for (const own of walked) found.rules.push({ path: composed(own.path.slice(own.path.indexOf("/") + 1)), file: own.file });
    walked = [];
  }
  const plain = [];
  for (const own of named) {
    if (isProfile(own.path)) found.settings = own.file;
    else if (isYaml(own.path)) found.rules.push({ path: "rieng/" + composed(own.path), file: own.file });
    else if (/\.csv$/i.test(own.path)) found.rules.push({ path: composed(own.path), file: own.file });
    else if (/\.json$/i.test(own.path)) found.decisions.push(own.file);
    else plain.push({ ...own, walked: false });
  }
  const hidden = (path) => path.split("/").some((step) => step.startsWith(".") || step === "__MACOSX");
  for (const own of walked) {
    if (hidden(own.path)) continue;
    if (isProfile(lastOf(own.path))) found.profiles.push({ folder: own.path.slice(0, own.path.lastIndexOf("/")), file: own.file });
    else plain.push({ ...own, walked: true });
  }
  const kinds = await engine.call("kinds", { names: plain.map((own) => lastOf(own.path)) });
  for (const [index, own] of plain.entries()) await place(own, kinds[index], found);
  return found;
}

/* A file by its kind. What people name is checked whatever it is called. */
async function place(own, kind, found) {
  if (kind === "dossier") { await unpack(own, found); return; }
  if (!own.walked || kind === "draft") found.sources.push({ path: own.path, name: own.path, file: own.file, walked: own.walked });
  else if (kind === "other") found.others += 1;
  else if (kind === "none") found.notDrafts += 1;
}

/* The drafts in a dossier. */
async function unpack(own, found) {
  const whole = { path: own.path, name: own.path, file: own.file, walked: own.walked };
  dossiers += 1;
  const number = dossiers;
  try {
    const listed = await engine.call("dossier", { number, path: own.path, file: own.file });
    if (!listed) { found.sources.push(whole); return; }
    /* One that lies among drafts came with them, and changes no rules. */
    if (listed.pack && !own.walked) { found.packs.push({ shown: lastOf(own.path), file: own.file }); return; }
    for (const [entry, name] of listed.drafts) {
      found.sources.push({ path: own.path + "/" + name, name, file: own.file, walked: true, dossier: number, entry, folder: own.path });
    }
    found.others += listed.others;
    found.notDrafts += listed.not_drafts;
  } catch (words) {
    found.sources.push({ ...whole, refused: because(words), isClosed: true });
  }
}
