/* ---- words and elements ---- */
const el = (id) => document.getElementById(id);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const say = (vi, en) => document.documentElement.lang === "en" ? en : vi;

/* Words become text and nothing else. */
function make(tag, attributes, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "onclick") made.addEventListener("click", value);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...inside);
  return made;
}

/* The words of the page are Vietnamese; the English ones stand beside them. */
function inLanguage(language) {
  const root = document.documentElement;
  root.lang = language;
  for (const own of all("[data-en]")) {
    if (own.vietnamese === undefined) own.vietnamese = [...own.childNodes].map((node) => node.cloneNode(true));
    own.replaceChildren(...(language === "en" ? [own.dataset.en] : own.vietnamese.map((node) => node.cloneNode(true))));
  }
  for (const own of all("[data-en-label]")) {
    own.vietnamese = own.vietnamese || own.getAttribute("aria-label");
    own.setAttribute("aria-label", language === "en" ? own.dataset.enLabel : own.vietnamese);
  }
  document.title = say("Kiểm tra thể thức văn bản", "Check of form and technique");
  el("language").textContent = language === "en" ? "Tiếng Việt" : "English";
  el("language").lang = language === "en" ? "vi" : "en";
  el("report").title = say("Báo cáo kiểm tra", "Report");
}

function tell(where, words, isBad = false) {
  const place = el(where);
  place.hidden = !words;
  place.classList.toggle("bad", isBad);
  place.textContent = words || "";
}

/* Hands out a file. */
function save(bytes, name, type) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const typeOf = (name) => /\.docx$/i.test(name) ? WORD : /\.zip$/i.test(name) ? "application/zip" : "text/plain;charset=utf-8";
