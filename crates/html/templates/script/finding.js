
  /* ---- findings ---- */
  const rules = new Map(all("details.rule").map((own) => [own.dataset.rule, own]));

  /* What only a draft that is read needs is made when it is opened. */
  function furnish(doc) {
    const own = known.get(doc);
    if (own.furnished) return;
    own.furnished = true;
    for (const link of all(".r", doc)) link.setAttribute("aria-label", ["Nhận xét ", "Finding "][speaks()] + link.dataset.n);
    for (const card of cards(doc)) {
      const acts = make("div", { class: "acts" }), rule = rules.get(card.dataset.rule), end = card.querySelector(".ru");
      if (rule) {
        const why = make("details", { class: "why" }, make("summary", null, ["Vì sao, ví dụ", "Why, and an example"]));
        why.addEventListener("toggle", () => {
          if (why.open && why.childElementCount === 1) why.append(...all(".told", rule).map((one) => one.cloneNode(true)));
        });
        end.remove();
        acts.append(why);
      }
      const words = card.querySelector("q"), instead = card.querySelector(".to");
      if (words) acts.append(copier(words.textContent, ["Chép chữ để tìm", "Copy words to search"]));
      if (instead) acts.append(copier(instead.textContent, ["Chép chữ sửa", "Copy the correction"]));
      acts.append(
        make("button", { type: "button", onclick: () => ask(card, "kept") }, ["Giữ nguyên", "Keep"]),
        make("button", { type: "button", onclick: () => ask(card, "wrong") }, ["Máy nhận xét sai", "Wrong finding"]),
      );
      card.querySelector(".fb").append(acts);
      dress(card);
    }
    for (const row of all(".jump", doc)) list(row, doc);
    if (own.isNew) recount(doc);
  }

  /* The findings of a level as a list, which stands open where it is short or the gravest. */
  function list(row, doc) {
    const items = all("a", row).map((link) => {
      const card = doc.querySelector("#" + CSS.escape(link.hash.slice(1))), place = card.querySelector(".pl");
      return make("li", { value: card.dataset.n }, make("a", { href: link.hash }, ...message(card)), " ", make("span", { class: "pl" }, ...[...place.childNodes].map((node) => node.cloneNode(true))));
    });
    const box = make("details", { class: row.className, open: row.classList.contains("e") || items.length <= 5 },
      make("summary", null, ...[...row.querySelector("b").childNodes].map((node) => node.cloneNode(true)), " " + items.length), make("ol", null, ...items));
    row.replaceWith(box);
  }

  function copier(words, name) {
    const button = make("button", { type: "button" }, name);
    button.addEventListener("click", () => {
      const done = () => { fill(button, "Đã chép", "Copied"); setTimeout(() => fill(button, ...name), 1500); };
      const old = () => {
        const field = make("textarea");
        field.value = words;
        body.append(field);
        field.select();
        document.execCommand("copy");
        field.remove();
        button.focus();
        done();
      };
      if (navigator.clipboard) navigator.clipboard.writeText(words).then(done, old); else old();
    });
    return button;
  }
