
  /* ---- the page before signing ---- */
  function listed(name, own, doc, most) {
    if (!own.length) return [make("h3", null, name, ": ", ["không có", "none"])];
    const items = own.slice(0, most).map((one) => {
      const card = doc.querySelector('.f[data-n="' + one.number + '"]');
      const place = [...card.querySelector(".pl").childNodes].map((node) => node.cloneNode(true));
      return make("li", null, one.number + ". ", ...place, ": ", one.message, ...(one.decided ? [" ", told(one.decided.decision)] : one.state === "known" ? [" ", ["Đã biết từ lần kiểm tra trước.", "Known from an earlier check."]] : []));
    });
    if (own.length > most) items.push(make("li", null, ["và " + (own.length - most) + " nội dung khác, xem báo cáo.", "and " + (own.length - most) + " more, see the report."]));
    return [make("h3", null, name, " (" + own.length + ")"), make("ul", null, ...items)];
  }
  function paper(doc) {
    const { found, data } = known.get(doc), all_ = found.map((one, index) => ({ ...one, number: index + 1 }));
    const of_ = (level) => all_.filter((one) => one.state === "open" && one.level === level);
    const facts = [data.organ, data.form, data.number, data.date].filter(Boolean).join(" · ");
    const left = data.applicable - data.evaluated, isJudged = data.judged === "regime";
    const judged = isJudged
      ? ["Đã kiểm tra " + data.evaluated + " trên " + data.applicable + " yêu cầu áp dụng; chưa kiểm tra được " + left + (left ? ", vì:" : "."), "Checked " + data.evaluated + " of " + data.applicable + " requirements that apply; not checked: " + left + "."]
      : ["CHƯA KIỂM TRA ĐƯỢC (không có nghĩa là không có lỗi).", "NOT CHECKED (which does not mean that nothing is wrong)."];
    const reasons = all(".reasons li, .result .stop, .by + .by + .by", doc).slice(0, 4).map((own) => make("li", null, ...[...own.childNodes].map((node) => node.cloneNode(true))));
    return make("section", { class: "slip" },
      make("h2", null, ["PHIẾU KIỂM TRA THỂ THỨC TRƯỚC KHI KÝ", "CHECK OF FORM AND TECHNIQUE BEFORE SIGNING"]),
      make("p", { class: "what" }, ["Tệp: ", "File: "], make("bdi", null, data.path)), ...(facts ? [make("p", { class: "what" }, ["Dự thảo: ", "Draft: "], facts)] : []),
      ...listed(["Còn phải sửa", "Still to be corrected"], of_("e"), doc, 9),
      ...listed(["Cần xem lại", "To look at again"], of_("w"), doc, 6),
      ...listed(["Giữ nguyên và lý do", "Kept, and why"], all_.filter((one) => one.state !== "open"), doc, 5),
      make("h3", null, ["Chưa kiểm tra", "Not checked"]), make("p", null, judged), make("ul", { class: "tiny" }, ...reasons),
      make("h3", null, ["Mã tệp đã kiểm tra (SHA-256)", "Digest of the file checked (SHA-256)"]), make("p", { class: "tiny sum" }, data.digest || "–"),
      make("p", { class: "tiny" }, ["Máy kiểm tra, không thay người có trách nhiệm kiểm tra. Tệp sửa rồi thì mã khác đi: kiểm tra lại.", "A machine checked; it does not take the place of whoever is responsible. A file that was edited has another digest: check it again."]),
      make("div", { class: "sign" }, ...[["Người kiểm tra", "Checked by"], ["Người đứng đầu đơn vị soạn thảo", "Head of the drafting unit"]].map((name) => make("div", null, make("b", null, name), make("span", null, ["(Ký, ghi rõ họ tên)", "(signature, full name)"])))));
  }
  async function slips() {
    const doc = shown(), wanted = doc ? [doc] : order();
    await Promise.all(wanted.map(unpack));
    all(".slips-box").forEach((own) => own.remove());
    const to = make("a", { href: doc ? "#" + doc.id : "#overview", class: "button" }, ["Về báo cáo", "Back to the report"]);
    bar.after(make("div", { class: "slips-box" }, make("p", { class: "home" }, to, " ", ...(doc ? [] : [make("span", null, [wanted.length + " phiếu, mỗi phiếu một trang A4", wanted.length + " pages, one a draft"])])), ...wanted.map(paper)));
    body.classList.add("slips");
    scrollTo(0, 0);
    to.focus({ preventScroll: true });
    refresh();
  }
