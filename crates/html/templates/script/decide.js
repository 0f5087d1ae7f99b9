
  /* ---- decisions: they leave this page only as a file that is saved ---- */
  let saved = true, made = 0;
  const reason = make("textarea", { required: true, id: "why" }), who = make("input", { id: "who", autocomplete: "name" });
  const asked = make("h2", { id: "asked" }), of = make("p", { class: "of" });
  const every = make("input", { type: "checkbox", id: "every" }), everyOf = make("label", { for: "every" }), everyBox = make("p", { class: "every" }, every, " ", everyOf);
  const drop = make("button", { type: "submit", value: "drop", formnovalidate: true }, ["Bỏ quyết định", "Take it back"]);
  const form = make("form", { method: "dialog" }, asked, of,
    make("p", null, make("label", { for: "why" }, ["Lý do (bắt buộc)", "Reason (required)"]), reason),
    make("p", null, make("label", { for: "who" }, ["Người quyết định", "Who decides"]), who), everyBox,
    make("p", { class: "acts" }, make("button", { type: "submit", value: "yes", class: "first" }, ["Ghi lại", "Note it"]), make("button", { type: "button", onclick: () => dialog.close("no") }, ["Thôi", "Cancel"]), drop));
  const dialog = make("dialog", { "aria-labelledby": "asked" }, form);
  body.append(dialog);
  let open = null;
  /* Only what was ticked on a page can be taken back there: other decisions stand in files of their own. */
  const isOurs = (own) => own.decided && own.decided.source === "page";
  /* Findings that say the very same of other places, in whatever draft. */
  const equals = (own) => [...known.values()].flatMap(({ found }) => found)
    .filter((one) => one !== own && one.state === "open" && one.rule === own.rule && one.message === own.message);
  function ask(card, kind) {
    const own = brief(card), others = equals(own);
    open = { card, kind, own, others };
    fill(asked, ...(kind === "kept" ? ["Giữ nguyên như dự thảo", "Keep the words of the draft"] : ["Máy nhận xét sai", "The finding is wrong"]));
    of.replaceChildren(card.dataset.n + ". ", ...message(card));
    reason.value = own.decided ? own.decided.reason || "" : "";
    every.checked = false;
    everyBox.hidden = !others.length;
    fill(everyOf, "Ghi như vậy cho cả " + others.length + " nhận xét khác cùng quy tắc, cùng nội dung này", "Note the same for " + others.length + " other findings of this rule that say the same");
    drop.hidden = !isOurs(own);
    dialog.returnValue = "";
    dialog.showModal();
  }
  dialog.addEventListener("close", () => {
    const { card, kind, own, others } = open, said = reason.value.trim();
    if (dialog.returnValue === "yes" && said) {
      const now = new Date(), two = (number) => String(number).padStart(2, "0");
      const day = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
      for (const one of every.checked ? [own, ...others] : [own]) set(one, { kind, reason: said, who: who.value.trim() || null, day, source: "page" });
    } else if (dialog.returnValue === "drop") set(own, undefined);
    sum();
    refresh();
    card.querySelector("summary").focus();
  });
  /* What was decided on a finding, wherever it shows. */
  function set(own, decided) {
    own.decided = decided;
    own.state = decided ? decided.kind : "open";
    own.isNew = known.get(own.doc).isNew = true;
    made += 1;
    saved = false;
    const card = own.doc.querySelector('.f[data-n="' + (known.get(own.doc).found.indexOf(own) + 1) + '"]');
    if (card) dress(card);
    recount(own.doc);
  }
  const told = (own) => {
    const after = own.reason + (own.who ? " (" + own.who + ")" : "");
    return own.kind === "kept" ? ["Giữ nguyên – lý do: " + after, "Kept – because: " + after] : ["Máy nhận xét sai – lý do: " + after, "The finding is wrong – because: " + after];
  };
  function dress(card) {
    const own = brief(card), isOpen = own.state === "open";
    card.classList.toggle("k", !isOpen);
    for (const link of all('.r[data-n="' + card.dataset.n + '"]', own.doc)) link.classList.toggle("k", !isOpen);
    if (!own.isNew) return;
    all(".said, .state", card).forEach((one) => one.remove());
    if (own.decided) card.querySelector(".fh b").after(" ", make("i", { class: "state" }, "(", STATES[own.decided.kind], ")"));
    if (own.decided) card.append(make("p", { class: "said" }, told(own.decided)));
  }
  /* The sums of a draft after a decision. */
  function recount(doc) {
    const own = known.get(doc), [e, w, n] = counts(own), aside = own.found.filter((one) => one.state !== "open").length;
    fill(doc.querySelector(".sums"), [e + " phải sửa", w + " cần xem lại", n + " lưu ý", aside + " đã quyết định hoặc đã biết"].join(" · "), [e + " must fix", w + " to review", n + " notes", aside + " decided or known"].join(" · "));
    const lead = doc.querySelector(".lead");
    if (lead) fill(lead, "Còn " + e + " nội dung phải sửa trước khi trình ký; " + w + " nội dung cần xem lại; " + n + " lưu ý; " + aside + " đã quyết định.", "Left: " + e + " to be corrected before signing; " + w + " to look at again; " + n + " to note; " + aside + " decided.");
    if (own.renumber) own.renumber();
  }
  /* And of the whole run. */
  function sum() {
    const number = [...known.values()].flatMap(({ found }) => found).filter((one) => one.state !== "open").length;
    const [e, w, n] = [...known.values()].map(counts).reduce((sums, own) => sums.map((one, at) => one + own[at]));
    fill(overview.querySelector(".left"), e + " phải sửa, " + w + " cần xem lại, " + n + " lưu ý", e + " must fix, " + w + " to review, " + n + " notes");
    fill(overview.querySelector(".aside"), number ? "; ngoài ra đã quyết định hoặc đã biết: " + number : "", number ? "; besides, decided or known: " + number : "");
  }
  function save() {
    const decisions = [];
    for (const { doc, found } of known.values()) {
      for (const one of found.filter(isOurs)) decisions.push({ on: { fingerprint: one.fingerprint }, path: doc.dataset.path, decision: one.decided });
    }
    const text = JSON.stringify({ schema: "thethuc/decisions/v1", decisions }, null, 2) + "\n";
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    make("a", { href: address, download: "quyet-dinh.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    saved = true;
    refresh();
  }
  addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });
