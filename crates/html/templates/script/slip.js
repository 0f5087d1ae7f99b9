
  /* ---- the page before signing ---- */
  const FEWEST = 2;
  function listed(name, own, doc) {
    if (!own.length) return [make("h3", null, name, ": ", ["không có", "none"])];
    const items = own.map((one) => {
      const card = doc.querySelector('.f[data-n="' + one.number + '"]');
      const place = [...card.querySelector(".pl").childNodes].map((node) => node.cloneNode(true));
      return make("li", null, one.number + ". ", ...place, ": ", ...message(card), ...(one.decided ? [" ", told(one.decided)] : one.state === "known" ? [" ", ["Đã biết từ lần kiểm tra trước.", "Known from an earlier check."]] : []));
    });
    return [make("h3", null, name, " (" + own.length + ")"), make("ul", { class: "listed" }, ...items, make("li", { class: "more", hidden: true }))];
  }
  /* A draft has one sheet, however much is to be said: what has no room there is counted, and stands in the report. */
  function fit(slip) {
    /* The gravest list is given twice the room. */
    const lists = all(".listed", slip).map((list, index) => ({ shown: all("li:not(.more)", list), room: index ? 1 : 2, away: 0, more: list.lastChild }));
    while (lists.length && slip.scrollHeight > slip.clientHeight) {
      const longest = lists.reduce((one, other) => other.shown.length / other.room > one.shown.length / one.room ? other : one);
      if (longest.shown.length <= FEWEST) break;
      longest.shown.pop().remove();
      longest.away += 1;
      longest.more.hidden = false;
      fill(longest.more, "và " + longest.away + " nội dung khác, xem báo cáo.", "and " + longest.away + " more, see the report.");
    }
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
      ...listed(["Còn phải sửa", "Still to be corrected"], of_("e"), doc),
      ...listed(["Cần xem lại", "To look at again"], of_("w"), doc),
      ...listed(["Giữ nguyên và lý do", "Kept, and why"], all_.filter((one) => one.state !== "open"), doc),
      make("h3", null, ["Chưa kiểm tra", "Not checked"]), make("p", null, judged), make("ul", { class: "tiny" }, ...reasons),
      ...all(".top .pack").map((own) => make("p", { class: "tiny" }, ...[...own.childNodes].map((node) => node.cloneNode(true)))),
      make("h3", null, ["Mã tệp đã kiểm tra (SHA-256)", "Digest of the file checked (SHA-256)"]), make("p", { class: "tiny sum" }, data.digest || "–"),
      make("p", { class: "tiny" }, ["Máy kiểm tra, không thay người có trách nhiệm kiểm tra. Tệp sửa rồi thì mã khác đi: kiểm tra lại.", "A machine checked; it does not take the place of whoever is responsible. A file that was edited has another digest: check it again."]),
      make("div", { class: "sign" }, ...[["Người kiểm tra", "Checked by"], ["Người đứng đầu đơn vị soạn thảo", "Head of the drafting unit"]].map((name) => make("div", null, make("b", null, name), make("span", null, ["(Ký, ghi rõ họ tên)", "(signature, full name)"])))));
  }
  async function slips() {
    const doc = shown(), wanted = doc ? [doc] : order();
    await Promise.all(wanted.map(unpack));
    all(".slips-box").forEach((own) => own.remove());
    const to = make("a", { href: doc ? "#" + doc.id : "#overview", class: "button" }, ["Về báo cáo", "Back to the report"]);
    const box = make("div", { class: "slips-box measured" }, make("p", { class: "home" }, to, " ", ...(doc ? [] : [make("span", null, [wanted.length + " phiếu, mỗi phiếu một trang A4", wanted.length + " pages, one a draft"])])), ...wanted.map(paper));
    bar.after(box);
    body.classList.add("slips");
    all(".slip", box).forEach(fit);
    box.classList.remove("measured");
    scrollTo(0, 0);
    to.focus({ preventScroll: true });
    refresh();
  }
