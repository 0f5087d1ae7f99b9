
(() => {
  "use strict";
  const root = document.documentElement, body = document.body;
  const say = (vi, en) => root.lang === "vi" ? vi : en;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const main = document.getElementById("docs"), overview = document.getElementById("overview");
  const docs = all("details.doc", main);
  const many = docs.length !== 1;
  /* Decisions that were made on this page: they leave it only as a file that is saved. */
  const decisions = new Map();
  let saved = true;

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

  /* ---- findings ---- */
  const cards = (doc) => all(".f", doc).sort((one, other) => one.dataset.n - other.dataset.n);
  const key = (card) => card.closest("details.doc").id + " " + card.dataset.print;
  const state = (card) => decisions.get(key(card))?.decision.kind || (card.dataset.kind !== "open" ? card.dataset.kind : "known" in card.dataset ? "known" : "open");
  const level = (card) => ["e", "w", "n"].find((name) => card.classList.contains(name));
  const message = (card) => card.querySelector(".msg").textContent;
  const place = (card) => card.querySelector(".pl").textContent;

  /* What only a page that is read needs is made when its draft is opened. */
  function furnish(doc) {
    if (doc.furnished) return;
    doc.furnished = true;
    for (const link of all(".r", doc)) link.setAttribute("aria-label", say("Nhận xét ", "Finding ") + link.dataset.n);
    for (const card of cards(doc)) {
      card.setAttribute("aria-label", say("Nhận xét ", "Finding ") + card.dataset.n);
      card.querySelector(".no").setAttribute("aria-label", card.dataset.n + say(": đến chỗ trong dự thảo", ": to the words of the draft"));
      const acts = make("div", { class: "acts" });
      const rule = all("details.rule").find((own) => own.dataset.rule === card.dataset.rule);
      if (rule) {
        const why = make("details", { class: "why" }, make("summary", null, say("Vì sao, ví dụ", "Why, and an example")));
        why.addEventListener("toggle", () => {
          if (why.open && why.childElementCount === 1) why.append(...all(".told", rule).map((own) => own.cloneNode(true)));
        });
        card.querySelector(".ru").remove();
        acts.append(why);
      }
      const words = card.querySelector("q");
      if (words) acts.append(make("button", { type: "button", onclick: (event) => copy(words.textContent, event.target) }, say("Chép chữ để tìm", "Copy the words")));
      acts.append(
        make("button", { type: "button", onclick: () => ask(card, "kept") }, say("Giữ nguyên", "Keep")),
        make("button", { type: "button", onclick: () => ask(card, "wrong") }, say("Máy nhận xét sai", "Wrong finding")),
      );
      card.append(acts);
    }
    for (const row of all(".jump", doc)) {
      const list = make("ol");
      for (const link of all("a", row)) {
        const card = document.getElementById(link.hash.slice(1));
        link.remove();
        list.append(make("li", { value: card.dataset.n }, make("a", { href: link.hash }, message(card)), " ", make("span", { class: "pl" }, place(card))));
      }
      row.append(" " + list.childElementCount, list);
    }
  }

  function copy(words, button) {
    const done = () => { const before = button.textContent; button.textContent = say("Đã chép", "Copied"); setTimeout(() => { button.textContent = before; }, 1500); };
    const old = () => {
      const field = make("textarea"); field.value = words; body.append(field); field.select();
      document.execCommand("copy"); field.remove(); button.focus(); done();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(words).then(done, old); else old();
  }

  /* ---- decisions ---- */
  const reason = make("textarea", { required: true, id: "why" }), who = make("input", { id: "who", autocomplete: "name" });
  const asked = make("h2", { id: "asked" });
  const form = make("form", { method: "dialog" }, asked,
    make("p", { class: "of" }),
    make("p", null, make("label", { for: "why" }, say("Lý do (bắt buộc)", "Reason (required)")), reason),
    make("p", null, make("label", { for: "who" }, say("Người quyết định ", "Who decides ")), who),
    make("p", { class: "acts" }, make("button", { type: "submit", value: "yes" }, say("Ghi lại", "Note it")), make("button", { type: "button", onclick: () => dialog.close("no") }, say("Thôi", "Cancel"))));
  const dialog = make("dialog", { "aria-labelledby": "asked" }, form);
  body.append(dialog);
  let open = null;
  function ask(card, kind) {
    open = { card, kind };
    asked.textContent = kind === "kept" ? say("Giữ nguyên như dự thảo", "Keep the words of the draft") : say("Máy nhận xét sai", "The finding is wrong");
    form.querySelector(".of").textContent = card.dataset.n + ". " + message(card);
    reason.value = decisions.get(key(card))?.decision.reason || "";
    dialog.returnValue = "";
    dialog.showModal();
  }
  dialog.addEventListener("close", () => {
    const { card, kind } = open;
    if (dialog.returnValue === "yes" && reason.value.trim()) {
      const now = new Date(), two = (number) => String(number).padStart(2, "0");
      const day = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
      decisions.set(key(card), {
        on: { fingerprint: card.dataset.print }, path: card.closest("details.doc").dataset.path,
        decision: { kind, reason: reason.value.trim(), who: who.value.trim() || null, day, source: "page" },
      });
      saved = false;
      all(".said.here", card).forEach((own) => own.remove());
      card.querySelector(".acts").before(make("p", { class: "said here" }, told(decisions.get(key(card)).decision)));
      card.classList.add("k");
      refresh();
    }
    card.focus();
  });
  const told = (own) => (own.kind === "kept" ? say("Giữ nguyên – lý do: ", "Kept, because: ") : say("Máy nhận xét sai – lý do: ", "Wrong, because: ")) + own.reason + (own.who ? " (" + own.who + ")" : "");
  function save() {
    const text = JSON.stringify({ schema: "thethuc/decisions/v1", decisions: [...decisions.values()] }, null, 2) + "\n";
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    make("a", { href: address, download: "quyet-dinh.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    saved = true;
  }
  addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });

  /* ---- moving about ---- */
  const shown = () => docs.find((doc) => doc.open) || null;
  const back = make("a", { href: "#overview" }, say("Tất cả tệp", "All files"));
  const at = make("output", { "aria-live": "polite" });
  const before = make("button", { type: "button", onclick: () => step(-1), "aria-keyshortcuts": "Shift+F8", title: "Shift+F8" }, say("Nhận xét trước", "Previous finding"));
  const after = make("button", { type: "button", onclick: () => step(1), "aria-keyshortcuts": "F8", title: "F8" }, say("Nhận xét sau", "Next finding"));
  const slip = make("button", { type: "button", onclick: () => { location.hash = "phieu"; } }, say("Phiếu kiểm tra trước khi ký", "Pre-signing page"));
  const keep = make("button", { type: "button", onclick: save, hidden: true });
  const print = make("button", { type: "button", onclick: () => window.print() }, say("In", "Print"));
  const bar = make("nav", { class: "bar", "aria-label": say("Đi lại trong báo cáo", "Moving about") }, ...(many ? [back] : []), at, before, after, slip, print, keep);
  main.before(bar);
  function refresh() {
    const doc = shown(), on = doc && doc.querySelector(".f.on"), slips = body.classList.contains("slips");
    const list = doc ? cards(doc) : [];
    before.hidden = after.hidden = !list.length || slips;
    at.textContent = slips ? "" : on ? on.dataset.n + "/" + list.length : doc ? list.length + say(" nhận xét", " findings") : "";
    slip.hidden = slips;
    keep.hidden = !decisions.size;
    keep.textContent = say("Lưu quyết định (", "Save decisions (") + decisions.size + ")";
    back.hidden = !doc && !slips;
  }
  function show(doc) {
    for (const other of docs) if (many && other !== doc) other.open = false;
    doc.open = true;
    furnish(doc);
  }
  function mark(card) {
    all(".on").forEach((own) => own.classList.remove("on"));
    card.classList.add("on");
    all('.r[data-n="' + card.dataset.n + '"]', card.closest("details.doc")).forEach((own) => own.classList.add("on"));
  }
  function step(by) {
    const doc = shown(), list = doc ? cards(doc) : [];
    if (!list.length) return;
    const now = list.findIndex((card) => card.classList.contains("on"));
    const next = list[(now + by + (now < 0 && by < 0 ? 1 : 0) + list.length) % list.length];
    mark(next);
    next.scrollIntoView({ block: "center" });
    next.focus({ preventScroll: true });
    refresh();
  }
  addEventListener("keydown", (event) => {
    if (event.key !== "F8" || dialog.open) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  function go() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id === "phieu") { slips(); return; }
    body.classList.remove("slips");
    const aim = id && document.getElementById(id), doc = aim && aim.closest("details.doc");
    if (id === "overview" && many) docs.forEach((own) => { own.open = false; });
    if (doc) {
      show(doc);
      const number = aim.dataset.n, card = number && cards(doc).find((own) => own.dataset.n === number);
      if (card) mark(card);
      aim.scrollIntoView({ block: card ? "center" : "start" });
      (aim === doc ? doc.querySelector("summary") : aim).focus({ preventScroll: true });
    }
    if (aim && aim.classList.contains("rule")) { aim.open = true; aim.scrollIntoView(); }
    refresh();
  }
  addEventListener("hashchange", go);
  for (const doc of docs) doc.addEventListener("toggle", () => { if (doc.open) show(doc); refresh(); });

  /* ---- the page before signing ---- */
  function listed(title, cards, most) {
    if (!cards.length) return [make("h3", null, title + ": " + say("không có", "none"))];
    const list = make("ul", null, ...cards.slice(0, most).map((card) => {
      const said = card.querySelector(".said");
      return make("li", null, card.dataset.n + ". " + place(card) + ": " + message(card) + (said ? " " + said.textContent : ""));
    }));
    if (cards.length > most) list.append(make("li", null, say("và ", "and ") + (cards.length - most) + say(" nội dung khác, xem báo cáo.", " more, see the report.")));
    return [make("h3", null, title + " (" + cards.length + ")"), list];
  }
  function paper(doc) {
    const list = cards(doc), open = list.filter((card) => state(card) === "open"), data = doc.dataset;
    const rest = list.filter((card) => state(card) !== "open");
    const facts = [data.organ, data.form, data.number, data.date].filter(Boolean).join(" · ");
    const left = data.applicable - data.evaluated;
    const judged = data.judged === "regime"
      ? [say("Đã kiểm tra ", "Checked ") + data.evaluated + say(" trên ", " of ") + data.applicable + say(" yêu cầu; chưa kiểm tra ", " requirements; not checked: ") + left + "."]
      : [say("CHƯA KIỂM TRA ĐƯỢC (không có nghĩa là không có lỗi).", "NOT CHECKED (which does not mean that nothing is wrong).")];
    const reasons = all(".reasons li", doc).slice(0, 4).map((own) => make("li", null, own.textContent));
    return make("section", { class: "slip" },
      make("h2", null, say("PHIẾU KIỂM TRA THỂ THỨC TRƯỚC KHI KÝ", "CHECK OF FORM AND TECHNIQUE BEFORE SIGNING")),
      make("p", null, say("Tệp: ", "File: "), make("bdi", null, data.path)), ...(facts ? [make("p", null, say("Dự thảo: ", "Draft: ") + facts)] : []),
      ...listed(say("Còn phải sửa", "Still to be corrected"), open.filter((card) => level(card) === "e"), 9),
      ...listed(say("Cần xem lại", "To look at again"), open.filter((card) => level(card) === "w"), 6),
      ...listed(say("Giữ nguyên và lý do", "Kept, and why"), rest, 5),
      make("h3", null, say("Chưa kiểm tra", "Not checked")), make("p", null, ...judged), make("ul", { class: "tiny" }, ...reasons),
      make("h3", null, say("Mã tệp đã kiểm tra (SHA-256)", "Digest of the file checked (SHA-256)")), make("p", { class: "tiny" }, data.digest || say("không có", "none")),
      make("p", { class: "tiny" }, say("Máy kiểm tra, không thay người có trách nhiệm kiểm tra. Sửa tệp thì mã đổi: kiểm tra lại.", "A machine checked; it does not take the place of whoever is responsible. A file that is edited has another digest: check it again.")),
      make("div", { class: "sign" }, make("div", null, make("b", null, say("Người kiểm tra", "Checked by"))), make("div", null, make("b", null, say("Người đứng đầu đơn vị soạn thảo", "Head of the drafting unit")))));
  }
  function slips() {
    all(".slips-box").forEach((own) => own.remove());
    const doc = shown();
    const wanted = doc ? [doc] : rows.length ? rows.filter((row) => !row.line.hidden).map((row) => row.doc) : docs;
    const home = make("p", { class: "bar" }, make("a", { href: doc ? "#" + doc.id : "#overview" }, say("Về báo cáo", "Back to the report")));
    bar.after(make("div", { class: "slips-box" }, home, ...wanted.map(paper)));
    body.classList.add("slips");
    scrollTo(0, 0);
    refresh();
  }

  /* ---- the table of files ---- */
  const rows = [];
  function number(words, kind) { return make("td", { class: "nr" + (words !== "0" ? " " + kind : "") }, words === "0" ? "–" : words); }
  function row(doc) {
    const data = doc.dataset;
    const line = make("tr", null,
      make("td", null, make("a", { href: "#" + doc.id }, make("bdi", null, data.path))),
      number(data.e, "e"), number(data.w, "w"), number(data.n, "n"),
      make("td", { class: "less" }, data.organ), make("td", { class: "less" }, data.proposer), make("td", { class: "less" }, data.form), make("td", { class: "less" }, data.date));
    const rules = new Set(all(".f", doc).map((card) => card.dataset.rule));
    return { doc, line, rules, groups: new Set([...rules].map((id) => id.split("/")[0])), sort: [data.path, +data.e, +data.w, +data.n, data.organ, data.proposer, data.form, data.day] };
  }
  function table(own, name) {
    const heads = [say("Tệp", "File"), say("Phải sửa", "Must fix"), say("Cần xem lại", "To review"), say("Lưu ý", "Notes"), say("Cơ quan", "Organ"), say("Đơn vị trình", "Submitted by"), say("Tên loại", "Form"), say("Ngày", "Date")];
    const lines = make("tbody", null, ...own.map((row) => row.line));
    const head = make("tr", null, ...heads.map((words, column) => {
      const cell = make("th", { scope: "col", class: column > 3 ? "less" : null });
      cell.append(make("button", { type: "button", onclick: () => {
        const down = cell.getAttribute("aria-sort") === "ascending" || (cell.getAttribute("aria-sort") === null && column > 0 && column < 4);
        all("th", head).forEach((other) => other.removeAttribute("aria-sort"));
        cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        const compare = (one, other) => typeof one === "number" ? one - other : one.localeCompare(other, "vi");
        own.sort((one, other) => compare(one.sort[column], other.sort[column]) * (down ? -1 : 1));
        lines.append(...own.map((row) => row.line));
      } }, words));
      return cell;
    }));
    return make("div", { class: "list", tabindex: "0", role: "region", "aria-label": name }, make("table", null, make("caption", { hidden: true }, name), make("thead", null, head), lines));
  }
  function choice(name, values, words) {
    const select = make("select", null, make("option", { value: "" }, say("tất cả", "all")), ...values.map((value) => make("option", { value }, words ? words(value) : value)));
    return { select, label: make("label", null, name, select) };
  }
  function files() {
    body.classList.add("many");
    main.before(overview);
    rows.push(...docs.map(row));
    const judged = rows.filter((row) => row.doc.dataset.judged === "regime"), others = rows.filter((row) => row.doc.dataset.judged !== "regime");
    const values = (pick) => [...new Set(rows.flatMap(pick))].filter(Boolean).sort((one, other) => one.localeCompare(other, "vi"));
    const titles = new Map(all("details.rule").map((own) => [own.dataset.rule, own.querySelector("b").textContent]));
    const groups = { format: say("thể thức", "format"), section: say("bố cục", "sections"), authority: say("thẩm quyền", "authority"), reference: say("viện dẫn", "references"), language: say("ngôn ngữ", "language") };
    const levels = { e: say("phải sửa", "must fix"), w: say("cần xem lại", "to review"), n: say("lưu ý", "notes") };
    const states = { open: say("còn nhận xét", "with findings"), none: say("máy không thấy gì", "nothing found"), aside: say("có quyết định", "with decisions"), not: say("chưa kiểm tra được", "not checked") };
    const by = {
      level: choice(say("Mức", "Level"), Object.keys(levels), (value) => levels[value]),
      group: choice(say("Nhóm", "Group"), values((row) => [...row.groups]), (value) => groups[value] || value),
      rule: choice(say("Quy tắc", "Rule"), values((row) => [...row.rules]), (value) => titles.get(value) || value),
      organ: choice(say("Cơ quan", "Organ"), values((row) => row.doc.dataset.organ)),
      proposer: choice(say("Đơn vị trình", "Submitted by"), values((row) => row.doc.dataset.proposer)),
      state: choice(say("Tình trạng", "State"), Object.keys(states), (value) => states[value]),
    };
    const search = make("input", { type: "search" }), count = make("output", { "aria-live": "polite" });
    const text = (row) => row.text || (row.text = [row.doc.dataset.path, row.doc.dataset.organ, row.doc.dataset.number, ...all(".msg", row.doc).map((own) => own.textContent)].join(" ").toLocaleLowerCase("vi"));
    function filter() {
      const want = Object.fromEntries(Object.entries(by).map(([name, own]) => [name, own.select.value])), words = search.value.trim().normalize("NFC").toLocaleLowerCase("vi");
      let left = 0;
      for (const own of rows) {
        const data = own.doc.dataset, is = data.judged !== "regime" ? "not" : +data.e + +data.w + +data.n ? "open" : "none";
        const fits = (!want.level || +data[want.level]) && (!want.group || own.groups.has(want.group)) && (!want.rule || own.rules.has(want.rule)) && (!want.organ || data.organ === want.organ)
          && (!want.proposer || data.proposer === want.proposer) && (!want.state || want.state === is || (want.state === "aside" && +data.aside)) && (!words || text(own).includes(words));
        own.line.hidden = !fits;
        left += fits ? 1 : 0;
      }
      count.textContent = left + "/" + rows.length + say(" tệp", " files");
    }
    const filters = make("form", { class: "filters", role: "search", "aria-label": say("Lọc tệp", "Filter files") }, ...Object.values(by).map((own) => own.label), make("label", null, say("Tìm chữ", "Words"), search), count);
    filters.addEventListener("input", filter);
    filters.addEventListener("submit", (event) => event.preventDefault());
    const box = document.getElementById("files");
    box.append(filters);
    if (judged.length) box.append(table(judged, say("Các tệp đã kiểm tra", "Files checked")));
    if (others.length) box.append(make("h3", null, say("Chưa kiểm tra được", "Not checked")), table(others, say("Chưa kiểm tra được", "Not checked")));
    filter();
  }

  if (many) files(); else { body.classList.add("alone"); overview.hidden = true; show(docs[0]); }
  go();
})();
