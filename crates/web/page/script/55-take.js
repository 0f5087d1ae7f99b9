/* ---- what is taken away ---- */

/* The name of what is made of a file or of many. */
function baseName() {
  const { there } = batch;
  if (there.length === 1) return lastOf(there[0].path).replace(/\.[^.]*$/, "");
  const tops = new Set(there.map(({ path }) => path.includes("/") ? path.slice(0, path.indexOf("/")) : ""));
  const [top] = tops;
  return tops.size === 1 && top ? top.replace(/\.zip$/i, "") : say("nhiều dự thảo", "drafts");
}

async function quietly(words, work) {
  if (busy()) return;
  tell("told", "");
  working(words);
  try {
    await work();
  } catch (why) {
    tell("told", because(why), true);
  } finally {
    working("");
  }
}

const left = ({ facts }) => facts.open[0] ? say(" Dự thảo còn ", " The draft has ") + facts.open[0] + say(" nội dung phải sửa.", " findings still to be corrected.") : "";

function takeCopy(call, source) {
  return quietly(say("Đang ghi bản chép…", "Writing the copy…"), async () => {
    const made = await engine.call(call, { source: bare(source) });
    save(made.bytes, made.name, typeOf(made.name));
    tell("told", say("Đã lưu “", "Saved “") + made.name + "”: " + made.told + (call === "cleaned" ? left(source) : ""));
  });
}

function takeReport(form) {
  return quietly(say("Đang ghi báo cáo…", "Writing the report…"), async () => {
    const text = await engine.call("report", { form, numbers: batch.numbers, others: batch.others, notDrafts: batch.notDrafts });
    const name = baseName() + say(" - báo cáo thể thức.", " - report.") + form;
    save(text, name, (form === "html" ? "text/html" : "application/json") + ";charset=utf-8");
    tell("told", say("Đã lưu “", "Saved “") + name + "”." + (form === "html" ? say(" Báo cáo có lời văn của dự thảo: giữ như giữ dự thảo.", " The report holds the words of the draft: keep it as you keep the draft.") : ""));
  });
}

/* All copies with remarks as one archive. */
function takeBundle(sources) {
  return quietly(say("Đang ghi các bản có nhận xét…", "Writing copies…"), async () => {
    const refused = [];
    for (const [at, source] of sources.entries()) {
      working(say("Đang ghi bản có nhận xét ", "Writing copy ") + (at + 1) + "/" + sources.length + ": " + source.path, at, sources.length);
      try {
        await engine.call("bundle", { source: bare(source) });
      } catch (why) {
        if (why instanceof Broken) throw why;
        refused.push(source.path + ": " + why);
      }
    }
    const made = await engine.call("bundled", { name: baseName() + say(" - bản có nhận xét.zip", " - copies with comments.zip") });
    save(made.bytes, made.name, typeOf(made.name));
    tell("told", say("Đã lưu “", "Saved “") + made.name + "”: " + (sources.length - refused.length) + say(" bản.", " copies.") + (refused.length ? "\n" + say("Không ghi được:", "Not written:") + "\n" + refused.join("\n") : ""), refused.length > 0);
  });
}
