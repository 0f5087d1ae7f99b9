
  /* ---- the table of files ---- */
  const rows = [], OFTEN = 5;
  /* Rows that fit the filter, as the table has them. */
  const fitting = () => all("#files tbody tr").map((line) => rows.byLine.get(line)).filter((own) => own.fits);
  /* Drafts as the table has them: filtered and sorted. */
  const order = () => rows.length ? fitting().map((own) => own.doc) : docs;
  /* More rows than any screen holds come at once, the others in the frames after: to lay a thousand out takes
     longer than anyone likes to wait for. */
  const AT_ONCE = 100;
  let coming = 0;
  function reveal(count = AT_ONCE) {
    cancelAnimationFrame(coming);
    const lines = fitting().map((own) => own.line), shown = new Set(lines.slice(0, count));
    for (const own of rows) own.line.hidden = !shown.has(own.line);
    let at = shown.size;
    const more = () => {
      for (const line of lines.slice(at, at + AT_ONCE)) line.hidden = false;
      at += AT_ONCE;
      if (at < lines.length) coming = requestAnimationFrame(more);
    };
    if (at < lines.length) coming = requestAnimationFrame(more);
  }
  addEventListener("beforeprint", () => reveal(rows.length));
  /* Vietnamese has no small letters of its own rules, and asking for them by language takes three times as long. */
  const lower = (words) => words.normalize("NFC").toLowerCase();
  function row(own) {
    const { doc, data } = own;
    const name = make("a", { href: "#" + doc.id }, ...[...doc.querySelectorAll("h2 bdi")].map((part) => part.cloneNode(true)));
    const sums = LEVELS.map((level) => make("td", { class: "nr " + level }));
    const line = make("tr", { hidden: true }, make("td", null, name), ...sums, ...[data.organ, data.proposer, data.form, data.date].map((words) => make("td", { class: "less" }, words)));
    const text = lower([data.path, data.organ, data.number, data.proposer, data.form].join(" "));
    for (const one of own.found) one.group = one.rule.split("/")[0];
    own.renumber = () => {
      const numbers = counts(own);
      sums.forEach((cell, index) => { cell.textContent = numbers[index] || "–"; cell.classList.toggle("nil", !numbers[index]); });
      result.sort = [data.path, ...numbers, data.organ, data.proposer, data.form, data.day];
    };
    const result = { ...own, line, text };
    own.renumber();
    return result;
  }
  function table(own, name) {
    const heads = [["Tệp", "File"], ["Phải sửa", "Must fix"], ["Cần xem lại", "To review"], ["Lưu ý", "Notes"], ["Cơ quan", "Organ"], ["Đơn vị trình", "Submitted by"], ["Tên loại", "Form"], ["Ngày", "Date"]];
    const lines = make("tbody", null, ...own.map((one) => one.line));
    const compare = new Intl.Collator("vi", { numeric: true }).compare;
    const head = make("tr", null, ...heads.map((words, column) => {
      const cell = make("th", { scope: "col", class: column > 3 ? "less" : column ? "nr" : null });
      cell.append(button(() => {
        const sorted = cell.getAttribute("aria-sort"), isNumber = column > 0 && column < 4;
        const down = sorted ? sorted === "ascending" : isNumber;
        all("th", head).forEach((other) => other.removeAttribute("aria-sort"));
        cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        own.sort((one, other) => (isNumber ? one.sort[column] - other.sort[column] : compare(one.sort[column], other.sort[column])) * (down ? -1 : 1));
        own.forEach((one) => { one.line.hidden = true; });
        lines.append(...own.map((one) => one.line));
        reveal();
      }, words));
      return cell;
    }));
    return make("div", { class: "list", tabindex: "0", role: "region", label: name }, make("table", null, make("thead", null, head), lines));
  }
  function choice(name, values, words) {
    const select = make("select", null, make("option", { value: "", label: ["tất cả", "all"] }), ...values.map((value) => make("option", { value, label: words(value) })));
    return { select, label: make("label", null, make("span", null, name), select) };
  }
  const same = (value) => [value, value];
  const GROUPS = { format: ["thể thức", "format"], section: ["bố cục", "sections"], authority: ["thẩm quyền", "authority"], reference: ["viện dẫn", "references"], language: ["ngôn ngữ", "language"] };
  const STATES = { open: ["còn phải xử lý", "to deal with"], kept: ["giữ nguyên", "kept"], wrong: ["máy nhận xét sai", "called wrong"], known: ["đã biết từ trước", "known before"], none: ["máy không thấy gì", "nothing found"], not: ["chưa kiểm tra được", "not checked"] };
  function filters() {
    const found = rows.flatMap((own) => own.found), compare = new Intl.Collator("vi").compare;
    const values = (list) => [...new Set(list)].filter(Boolean).sort(compare);
    const said = (node) => node.children.length === 2 ? ["vi", "en"].map((tongue) => node.querySelector(`[lang="${tongue}"]`).textContent) : same(node.textContent);
    const titles = new Map([...rules].map(([id, own]) => [id, said(own.querySelector("b")).map((words) => words + " (" + own.dataset.count + ")")]));
    const used = new Set(found.map((one) => one.rule));
    const levels = { e: ["phải sửa", "must fix"], w: ["cần xem lại", "to review"], n: ["lưu ý", "notes"] };
    const by = {
      level: choice(["Mức", "Level"], LEVELS, (value) => levels[value]),
      group: choice(["Nhóm", "Group"], values(found.map((one) => one.group)), (value) => GROUPS[value] || same(value)),
      rule: choice(["Quy tắc", "Rule"], [...titles.keys()].filter((id) => used.has(id)), (value) => titles.get(value)),
      organ: choice(["Cơ quan", "Organ"], values(rows.map((own) => own.data.organ)), same),
      proposer: choice(["Đơn vị trình", "Submitted by"], values(rows.map((own) => own.data.proposer)), same),
      state: choice(["Tình trạng", "State"], Object.keys(STATES), (value) => STATES[value]),
    };
    const search = make("input", { type: "search" }), count = make("output", { "aria-live": "polite" });
    const clear = button(() => { for (const own of Object.values(by)) own.select.value = ""; search.value = ""; filter(); search.focus(); }, ["Bỏ lọc", "Clear"]);
    function filter() {
      const want = Object.fromEntries(Object.entries(by).map(([name, own]) => [name, own.select.value])), words = lower(search.value.trim());
      const ofFile = ["none", "not"].includes(want.state), ofFinding = want.level || want.group || want.rule || (want.state && !ofFile);
      let files = 0, findings = 0;
      for (const own of rows) {
        const isRead = words && own.text.includes(words), isJudged = own.data.judged === "regime";
        const number = !ofFinding && !words ? own.found.length : own.found.filter((one) => (!want.level || one.level === want.level) && (!want.group || one.group === want.group) && (!want.rule || one.rule === want.rule)
          && (!want.state || ofFile || one.state === want.state) && (!words || isRead || (one.text ??= lower(one.message)).includes(words))).length;
        const fits = (!want.organ || own.data.organ === want.organ) && (!want.proposer || own.data.proposer === want.proposer)
          && (want.state !== "none" || (isJudged && !own.found.length)) && (want.state !== "not" || !isJudged)
          && (!ofFinding || number > 0) && (!words || isRead || number > 0);
        own.fits = fits;
        if (fits) { files += 1; findings += number; }
      }
      reveal();
      for (const list of all("#files .list")) {
        list.hidden = !all("tbody tr", list).some((line) => rows.byLine.get(line).fits);
        if (list.previousElementSibling.id === "others") list.previousElementSibling.hidden = list.hidden;
      }
      clear.hidden = !words && !Object.values(want).some(Boolean);
      fill(count, files + "/" + rows.length + " tệp, " + findings + " nhận xét", files + "/" + rows.length + " files, " + findings + " findings");
      refresh();
    }
    const form = make("form", { class: "filters", role: "search", label: ["Lọc tệp", "Filter files"] }, ...Object.values(by).map((own) => own.label), make("label", null, make("span", null, ["Tìm chữ", "Words"]), search), clear, count);
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const [id, own] of rules) {
      own.querySelector(".told").append(make("p", { class: "only" }, button(() => { by.rule.select.value = id; filter(); overview.scrollIntoView(); by.rule.select.focus({ preventScroll: true }); }, ["Chỉ xem các tệp có lỗi này", "Only files with this finding"])));
    }
    return { form, filter };
  }
  function files() {
    body.classList.add("many");
    main.before(overview);
    rows.push(...docs.map((doc) => row(known.get(doc))));
    rows.byLine = new Map(rows.map((own) => [own.line, own]));
    const judged = rows.filter((own) => own.data.judged === "regime"), others = rows.filter((own) => own.data.judged !== "regime");
    const { form, filter } = filters(), box = document.getElementById("files");
    const often = [...rules.values()].slice(0, OFTEN);
    if (often.length) box.append(make("p", { class: "often" }, make("b", null, ["Hay gặp nhất:", "Most frequent:"]), " ",
      ...often.flatMap((own, index) => [index ? "; " : "", make("a", { href: "#" + own.id }, ...[...own.querySelector("b").childNodes].map((node) => node.cloneNode(true))), " (" + own.dataset.count + ")"]),
      ...(rules.size > OFTEN ? ["; ", make("a", { href: "#rules" }, ["tất cả " + rules.size + " quy tắc", "all " + rules.size + " rules"])] : []), "."));
    const apart = overview.querySelector(".stop");
    if (apart && others.length) apart.append(" ", make("a", { href: "#others" }, ["Xem các tệp này", "See them"]));
    box.append(form);
    if (judged.length) box.append(table(judged, ["Các tệp đã kiểm tra", "Files checked"]));
    if (others.length) box.append(make("h3", { id: "others", tabindex: "-1" }, ["Chưa kiểm tra được", "Not checked"]), table(others, ["Chưa kiểm tra được", "Not checked"]));
    filter();
  }
