/* ---- a new draft ---- */

let forms = null;

async function openSketch() {
  if (!forms) {
    try {
      forms = (await engine.call("forms")).forms;
    } catch (why) {
      tell("sketched", because(why), true);
      return;
    }
  }
  fillSketch();
}

function fillSketch() {
  if (!forms) return;
  const before = el("s-form").value, kind = el("s-class").value;
  fill(el("s-form"), [["", "– chọn –", "– choose –"], ...forms.map(({ form, english }) => [form, form, english + " (" + form + ")"])], before);
  attaches();
  fill(el("s-class"), [["", "theo loại văn bản và cơ quan", "by form and organ"], ...CLASSES.slice(1)], kind);
  if (!el("s-organ").value) el("s-organ").value = organs()[0] || "";
  const day = today().split("-").reverse().join("/");
  if (!el("s-date").value) el("s-date").value = day;
}

/* Only some acts can promulgate a text that is attached to them. */
function attaches() {
  const own = forms && forms.find(({ form }) => form === el("s-form").value);
  const can = Boolean(own && own.models.some((model) => model.attaches));
  el("s-attach-line").hidden = !can;
  if (!can) el("s-attach").value = "";
}

async function sketch() {
  const value = (id) => el(id).value.trim().normalize("NFC");
  const request = { form: value("s-form"), organ: value("s-organ"), date: value("s-date"), title: value("s-title"), attach: value("s-attach"), class: value("s-class") || null };
  try {
    const made = await engine.call("sketch", { request });
    save(made.bytes, made.name, typeOf(made.name));
    tell("sketched", say("Đã lưu “", "Saved “") + made.name + "”. " + made.told + say("\nĐiền xong, kéo tệp vào trang này để kiểm tra.", "\nFill it in, then drag it here to check it."));
  } catch (why) {
    tell("sketched", because(why), true);
  }
}
