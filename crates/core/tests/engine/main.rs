//! The rule engine as a caller sees it, with a small rule book of its own.
#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a test fails by panicking")]

mod faults;
mod findings;
mod fingerprints;
mod hostile;
mod own;
mod place;
mod places;
mod recognition;
mod regimes;

use std::sync::{Arc, LazyLock};
use thethuc_core::checker::{Checked, Checker, Options};
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::{RuleBookError, RuleFile};

/// Two regimes for normative documents and one for administrative ones.
const REGIMES: &str = "
- id: administrative
  class: administrative
  from: 2020-03-05
  title: { vi: Hành chính, en: Administrative }
  instruments: [{ id: decree }]
- id: old
  class: normative
  from: 2016-07-01
  to: 2025-03-31
  title: { vi: Cũ, en: Old }
  instruments: [{ id: old-law }]
- id: new
  class: normative
  from: 2025-04-01
  title: { vi: Mới, en: New }
  instruments: [{ id: new-law }, { id: new-decree, from: 2025-07-01 }]
";

const FORMS: &str = "
forms:
  - name: Quyết định
    abbreviation: QĐ
    english: Decision
    normative: true
    shape: enacted
";

/// The components of that form, for books that have rules for them.
pub const COMPONENTS: &str = "
    components: { normative: { required: [sentence] }, new: { forbidden: [enacting_words] } }
";

/// A rule of all three regimes, of primary evidence but for the old one.
pub const RULE: &str = "
title: { vi: Quốc hiệu đúng, en: National name }
law: [decree/a, old-law/a, new-law/a, new-decree/a]
severity: error
select: header.national_name
check: { text: { equals: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM } }
message: { vi: \"“{found}” phải là “{expected}”\", en: \"“{found}” must be “{expected}”\" }
fix: { replace-with: expected, safety: safe }
examples:
  - from: decision
    set: { header.national_name: CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM }
    at: CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
";

/// The check of the small rule.
pub const CHECK: &str = "{ text: { equals: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM } }";

/// The small rule with another check, which need not know what to repair.
pub fn rule_with(check: &str) -> String {
    RULE.replace(CHECK, check).replace("fix: { replace-with: expected, safety: safe }\n", "")
}

/// A decision of a province, without fault.
pub const BASE: &str = "
| **ỦY BAN NHÂN DÂN**<br>**TỈNH VĨNH LONG** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
| :---: | :---: |
| Số: 05/2026/QĐ-UBND | *Vĩnh Long, ngày 02 tháng 3 năm 2026* |

**QUYẾT ĐỊNH**

**Quy định mức thu phí chợ**

*Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;*

*Theo đề nghị của Giám đốc Sở Tài chính;*

*Ủy ban nhân dân ban hành Quyết định quy định mức thu phí chợ.*

**Điều 1. Phạm vi điều chỉnh**

1. Quyết định này quy định mức thu phí chợ.

**Điều 2. Hiệu lực thi hành**

Quyết định này có hiệu lực thi hành từ ngày 12 tháng 3 năm 2026./.

| *Nơi nhận:*<br>- Như Điều 2;<br>- Lưu: VT. | **TM. ỦY BAN NHÂN DÂN**<br>**CHỦ TỊCH**<br><br>**Trần Văn An** |
| :--- | :---: |
";

fn law(id: &str, evidence: &str) -> RuleFile {
    let text = format!(
        "id: {id}
number: {id}/NĐ-CP
title: {{ vi: {id}, en: {id} }}
provisions:
  a: {{ at: Điều 1, requirement: {{ vi: Quốc hiệu, en: National name }}, evidence: {evidence} }}
"
    );
    file(&format!("law/{id}.yaml"), &text)
}

/// A file of the rule book.
pub fn file(path: &str, text: &str) -> RuleFile {
    RuleFile { path: path.to_owned(), text: text.to_owned() }
}

/// The files of the small rule book, with one rule.
pub fn files(rule: &str) -> Vec<RuleFile> {
    vec![
        file("regimes.yaml", REGIMES),
        file("forms.yaml", FORMS),
        law("decree", "primary"),
        law("old-law", "secondary"),
        law("new-law", "primary"),
        law("new-decree", "memory"),
        file("bases/decision.md", BASE),
        file("format/name.yaml", rule),
        file("layout.yaml", &layout()),
        file("terms.yaml", include_str!("../../../../rules/terms.yaml")),
    ]
}

/// The typography of the rule book, by the law and for the regimes of the small one.
fn layout() -> String {
    let own = |line: &str| {
        let bare = line.trim_start();
        let indent = &line[..line.len() - bare.len()];
        match bare.split_once(':') {
            Some(("law", _)) => format!("{indent}law: [decree/a]\n"),
            Some(("regimes", _)) => "regimes: [administrative, old, new]\n".to_owned(),
            _ => format!("{line}\n"),
        }
    };
    include_str!("../../../../rules/layout.yaml").lines().map(own).collect()
}

/// The small rule book, or the faults of its files.
pub fn load(files: &[RuleFile]) -> Result<RuleBook, Vec<RuleBookError>> {
    RuleBook::of_files(files)
}

/// The rule book of the program.
pub static LAW: LazyLock<Arc<RuleBook>> = LazyLock::new(|| Arc::new(thethuc_law::book()));

/// The small rule book with one rule.
pub fn book(rule: &str) -> Arc<RuleBook> {
    Arc::new(load(&files(rule)).expect("a valid rule book"))
}

/// Options without any wish.
pub fn options() -> Options {
    Options::on("2026-11-23".parse().expect("a date"))
}

/// Options with one wish.
pub fn options_with(wish: impl FnOnce(&mut Options)) -> Options {
    let mut options = options();
    wish(&mut options);
    options
}

/// Checks a Markdown draft.
pub fn checked(book: &Arc<RuleBook>, draft: &str, options: &Options) -> Checked {
    let checker = Checker::new(Arc::clone(book), options.clone()).expect("known names");
    checker.check("draft.md", draft.as_bytes()).expect("a readable draft")
}
