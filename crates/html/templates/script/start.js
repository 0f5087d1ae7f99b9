
(() => {
  "use strict";
  const root = document.documentElement, body = document.body;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const main = document.getElementById("docs"), overview = document.getElementById("overview");
  const docs = all("details.doc", main);
  const many = docs.length !== 1;

  /* ---- words in both languages ---- */
  const speaks = () => root.lang === "vi" ? 0 : 1;
  const both = ([vi, en]) => vi === en ? [vi] : [make("span", { lang: "vi" }, vi), make("span", { lang: "en" }, en)];
  const plain = (node) => {
    const copy = node.cloneNode(true);
    all("[lang]", copy).forEach((own) => { if ((own.lang === "vi") !== (speaks() === 0) && own.tagName === "SPAN") own.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const fill = (node, vi, en) => node.replaceChildren(...both([vi, en]));
  /* What has room for one language only. */
  function speak(from = document) {
    for (const own of all("[data-vi][data-en]", from)) {
      const words = own.dataset[root.lang];
      if (own.tagName === "OPTION") own.textContent = words; else own.setAttribute("aria-label", words);
      if (own.hasAttribute("title")) own.title = words;
    }
    document.title = ["Kết quả kiểm tra thể thức", "Report on form and technique"][speaks()];
  }

  /* Words become text and nothing else. A pair is said in both languages; `label` names what has no words. */
  function make(tag, attributes, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "onclick") made.addEventListener("click", value);
      else if (name === "label") {
        [made.dataset.vi, made.dataset.en] = value;
        if (tag !== "option") made.setAttribute("aria-label", value[speaks()]);
      } else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
    }
    if (tag === "option" && attributes && attributes.label) made.textContent = attributes.label[speaks()];
    made.append(...inside.flatMap((own) => Array.isArray(own) ? both(own) : [own]));
    return made;
  }

  /* ---- drafts ---- */
  const LEVELS = ["e", "w", "n"];
  /* What the table knows of each draft: its findings in brief, and what was decided on them. */
  const known = new Map(docs.map((doc) => [doc, {
    doc, data: doc.dataset,
    found: (doc.dataset.found || "").split("\n").filter(Boolean).map((line) => {
      const [level, rule, state, fingerprint, message, decided] = line.split("\t");
      return { doc, level, rule, state, fingerprint, message, decided: decided ? JSON.parse(decided) : undefined };
    }),
  }]));
  const cards = (doc) => all(".f", doc).sort((one, other) => one.dataset.n - other.dataset.n);
  const brief = (card) => known.get(card.closest("details.doc")).found[card.dataset.n - 1];
  /* What is wrong, in both languages, as the card says it. */
  const message = (card) => [...card.querySelector(".msg").childNodes].map((node) => node.cloneNode(true));
  const counts = (own) => LEVELS.map((level) => own.found.filter((one) => one.level === level && one.state === "open").length);

  /* A draft of a large folder lies packed until it is wanted, behind what all have in common. */
  const before = document.getElementById("common");
  const bytes = (template) => Uint8Array.from(atob(template.content.textContent), (letter) => letter.charCodeAt(0));
  let shared = null;
  const common = () => shared ||= bytes(before);
  async function unpack(doc) {
    const own = known.get(doc);
    return own.unpacked ||= (async () => {
      const packed = doc.querySelector(":scope > template");
      if (!packed) return;
      const parts = [common(), bytes(packed)];
      const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      const all_ = await new Response(stream).arrayBuffer();
      const markup = new TextDecoder().decode(all_.slice(Number(before.dataset.length)));
      const read = new DOMParser().parseFromString(markup, "text/html");
      packed.replaceWith(...read.body.childNodes);
      speak(doc);
    })();
  }
