
/* The worker: one module, one desk. It answers each call with what came of it; a sentence for people is an
   answer too, anything else that is thrown is a fault, after which the page starts another worker. */
let desk = null;
/* The dossier that the desk has open, by the number that the page gave it. */
let open = null;

const whole = async (file) => new Uint8Array(await file.arrayBuffer());

/* The bytes of a source: a file, or an entry of a dossier. */
async function bytesOf(source) {
  if (!source.dossier) return whole(source.file);
  if (open !== source.dossier) {
    desk.open_dossier(source.folder, await whole(source.file));
    open = source.dossier;
  }
  return desk.unpack(source.entry);
}

const saved = (own) => {
  const { name, told } = own;
  return { name, told, bytes: own.bytes() };
};

const calls = {
  async start({ packed, bytes, module, today, settings }) {
    const ready = module || await WebAssembly.compile(packed ? unlzma(unlettered(packed)) : bytes);
    wasm_bindgen.initSync({ module: ready });
    desk = new wasm_bindgen.Desk(today, settings);
    return { module: ready, about: JSON.parse(desk.about()) };
  },
  set({ today, settings }) {
    const next = new wasm_bindgen.Desk(today, settings);
    desk.free();
    desk = next;
    open = null;
    return JSON.parse(desk.about());
  },
  about: () => JSON.parse(desk.about()),
  begin({ files }) {
    desk.begin(files);
    open = null;
  },
  kinds: ({ names }) => JSON.parse(desk.kinds(JSON.stringify(names))),
  profile: async ({ folder, file }) => desk.profile(folder, await whole(file)),
  async check({ at, source, walked }) {
    return JSON.parse(desk.check(at, source.path, source.name, await bytesOf(source), walked));
  },
  refuse: ({ at, path, why }) => JSON.parse(desk.refuse(at, path, why)),
  missing: ({ numbers }) => [...desk.missing(Uint32Array.from(numbers))],
  report: ({ form, numbers, others, notDrafts }) => desk.report(form, Uint32Array.from(numbers), others, notDrafts),
  annotated: async ({ source }) => saved(desk.annotated(source.path, source.name, await bytesOf(source))),
  cleaned: async ({ source }) => saved(desk.cleaned(source.name, await bytesOf(source))),
  bundle: async ({ source }) => desk.bundle(source.path, source.name, await bytesOf(source)),
  bundled: ({ name }) => saved(desk.bundled(name)),
  async dossier({ number, path, file }) {
    const listed = JSON.parse(desk.open_dossier(path, await whole(file)));
    open = number;
    return listed;
  },
  forms: () => JSON.parse(desk.forms()),
  sketch: ({ request }) => saved(desk.sketch(JSON.stringify(request))),
  async rules({ files, only }) {
    for (const { path, file } of files) desk.rule_file(path, await whole(file));
    return JSON.parse(desk.use_rules(only));
  },
  configure: async ({ file }) => desk.configure(await whole(file)),
  pack: async ({ shown, file }) => desk.use_pack(shown, await whole(file)),
  decide: async ({ file }) => desk.decide(await whole(file)),
  file: () => desk.settings_file(),
  settingsOf: async ({ file }) => JSON.parse(desk.settings_of(await whole(file))),
};

addEventListener("message", async ({ data: { id, call, given } }) => {
  try {
    postMessage({ id, value: await calls[call](given || {}) });
  } catch (error) {
    if (typeof error === "string") postMessage({ id, said: error });
    /* A file that was moved or changed while it was read. */
    else if (error instanceof DOMException) postMessage({ id, lost: error.name });
    else postMessage({ id, fault: String(error && error.message || error) });
  }
});
