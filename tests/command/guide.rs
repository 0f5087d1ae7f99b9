//! `thethuc rules` and `thethuc explain`, with a small rule book of an office of its own: its
//! regime takes the place of all others, so that only its rules are in the way.

use super::support::{Ended, Folder};

const REGIMES: &str = "\
- id: office
  class: administrative
  from: 2020-01-01
  title: { vi: Văn bản của cơ quan, en: Documents of the office }
  instruments: [{ id: office, from: 2021-01-01 }]
";

const LAW: &str = "\
id: office
number: 01/2021/QC-VP
title: { vi: Quy chế về văn bản của cơ quan, en: Regulation on documents of the office }
provisions:
  A-1:
    at: Điều 1
    requirement: { vi: Quốc hiệu ghi đúng nguyên văn., en: The national name is exact. }
    evidence: primary
  A-2:
    at: Điều 2
    requirement: { vi: Tên cơ quan in đậm., en: The organ is bold. }
    to: 2030-12-31
    evidence: practice
  A-3:
    at: Điều 3
    requirement: { vi: Có số., en: There is a number. }
    evidence: primary
  A-4:
    at: Điều 4
    requirement: { vi: Lời văn lịch sự., en: The tone is polite. }
    evidence: primary
    not-checkable: { vi: Phải do người đọc đánh giá., en: A reader must judge it. }
";

const NAME: &str = "\
title: { vi: Quốc hiệu đúng, en: The national name is right }
law: [office/A-1, office/A-2]
severity: error
stages: { draft: note, review: warning }
applies: { form: [Quyết định], level: [commune] }
select: header.national_name
check: { text: { equals: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM } }
message: { vi: 'Đang ghi “{found}”, phải ghi “{expected}”.', en: 'It reads “{found}”; it must read “{expected}”.' }
help: { vi: Gõ lại., en: Type it again. }
why: { vi: Văn bản nào cũng mang tên nước., en: Every document bears the name of the country. }
fix: { replace-with: expected, safety: safe }
examples:
  - from: office
    set: { header.national_name: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN }
";

const BOLD: &str = "\
title: { vi: Tên cơ quan in đậm, en: The organ is bold }
law: [office/A-2]
severity: warning
select: header.organ
check: { style: { bold: true } }
message: { vi: Chưa in đậm., en: Not bold. }
examples:
  - from: office
    style: { header.organ: { bold: false } }
";

const BASE: &str = "
| **ỦY BAN NHÂN DÂN**<br>**XÃ VÂN HẠ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
| :---: | :---: |
| Số: 05/QĐ-UBND | *Vân Hạ, ngày 02 tháng 3 năm 2026* |

**QUYẾT ĐỊNH**

**Về việc thành lập Tổ công tác**

*Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;*

**QUYẾT ĐỊNH:**

**Điều 1.** Thành lập Tổ công tác.

**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký./.

| *Nơi nhận:*<br>- Như Điều 1;<br>- Lưu: VT. | **TM. ỦY BAN NHÂN DÂN**<br>**CHỦ TỊCH**<br><br>**Trần Văn An** |
| :--- | :---: |
";

fn office(bold: &str) -> Folder {
    Folder::with(&[
        ("luật/regimes.yaml", REGIMES),
        ("luật/law/office.yaml", LAW),
        ("luật/bases/office.md", BASE),
        ("luật/office/name.yaml", NAME),
        ("luật/office/bold.yaml", bold),
    ])
}

fn run(arguments: &[&str]) -> Ended {
    office(BOLD).run(&[arguments, &["--rules", "luật"]].concat())
}

#[test]
fn rules_are_listed_in_both_languages() {
    insta::assert_snapshot!("list-vi", run(&["rules", "list", "--regime", "office"]));
    insta::assert_snapshot!("list-en", run(&["rules", "list", "--group", "office", "--lang", "en"]));
    let json = run(&["rules", "list", "--group", "office", "--format", "json"]).json();
    assert_eq!(json["schema"], "thethuc/rules/v1");
    assert_eq!(json["rules"][1]["rule"], "office/name");
    assert_eq!(json["rules"][1]["law"], serde_json::json!(["office/A-1", "office/A-2"]));
}

#[test]
fn an_unknown_group_or_regime_is_named_with_those_there_are() {
    let group = run(&["rules", "list", "--group", "ofice"]);
    assert_eq!((group.status, group.out.as_str()), (2, ""));
    assert!(group.err.starts_with("Lỗi: không có nhóm “ofice”; hiện có: "), "{group}");
    assert!(group.err.contains("office"), "{group}");
    let regime = run(&["rules", "list", "--regime", "x", "--lang", "en"]);
    assert_eq!(regime.status, 2);
    assert_eq!(regime.err, "Error: there is no regime “x”; there are: office.\n");
}

#[test]
fn coverage_counts_and_lists_provisions() {
    let json = run(&["rules", "coverage", "--format", "json"]).json();
    assert_eq!(json["schema"], "thethuc/coverage/v1");
    let instruments = json["instruments"].as_array().expect("a list");
    let own = instruments.iter().find(|own| own["id"] == "office").expect("the own instrument");
    let counts = serde_json::json!(
        { "covered": 2, "uncovered": 1, "not_checkable": 1, "percent": 200.0 / 3.0 }
    );
    assert_eq!(own["counts"], counts);
    let provision = |index: usize| own["provisions"][index].clone();
    assert_eq!(provision(1)["rules"], serde_json::json!(["office/bold", "office/name"]));
    assert_eq!(provision(2)["status"], "uncovered");
    assert_eq!(provision(3)["reason"]["vi"], "Phải do người đọc đánh giá.");
    let sum = |key: &str| {
        let of = |own: &serde_json::Value| own["counts"][key].as_u64().expect("a count");
        instruments.iter().map(of).sum::<u64>()
    };
    for key in ["covered", "uncovered", "not_checkable"] {
        assert_eq!(json["total"][key], sum(key), "{key}");
    }
}

#[test]
fn coverage_lists_what_is_asked_for() {
    let plain = run(&["rules", "coverage"]);
    assert_eq!(plain.status, 0);
    let row = "01/2021/QC-VP";
    assert!(plain.out.lines().any(|line| line.starts_with(row) && line.contains("66,6 %")), "{plain}");
    assert!(!plain.out.contains("office/A-"), "{plain}");
    let uncovered = run(&["rules", "coverage", "--uncovered"]);
    assert!(uncovered.out.contains("office/A-3 Điều 3: Có số."), "{uncovered}");
    assert!(!uncovered.out.contains("office/A-1") && !uncovered.out.contains("office/A-4"), "{uncovered}");
    let beyond = run(&["rules", "coverage", "--not-checkable", "--lang", "en"]);
    assert!(
        beyond.out.contains("office/A-4 Article 4: The tone is polite.\n  → A reader must judge it."),
        "{beyond}"
    );
    assert!(!beyond.out.contains("office/A-3"), "{beyond}");
}

#[test]
fn examples_are_run_and_decide_the_status() {
    let good = run(&["rules", "test", "office"]);
    assert_eq!((good.out.as_str(), good.status), ("2 ví dụ: tất cả đều đúng.\n", 0));
    let wrong = BOLD.replace("bold: false", "bold: true");
    let folder = office(&wrong);
    let test = |more: &[&str]| folder.run(&[&["rules", "test", "office", "--rules", "luật"], more].concat());
    insta::assert_snapshot!("test-vi", test(&[]));
    insta::assert_snapshot!("test-en", test(&["--lang", "en"]));
    let json = test(&["--format", "json"]).json();
    assert_eq!(json["failed"], 1);
    assert_eq!(json["examples"][0]["rule"], "office/bold");
    assert!(json["examples"][1]["fault"].is_null());
    let unknown = test(&["ofice/name"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("có phải ý bạn là “office/name”?"), "{unknown}");
}

#[test]
fn a_regime_that_no_example_shows_is_listed() {
    let acts = REGIMES.replace("id: office\n  class: administrative", "id: acts\n  class: normative");
    let folder = Folder::with(&[
        ("luật/regimes.yaml", &format!("{REGIMES}\n{acts}")),
        ("luật/law/office.yaml", LAW),
        ("luật/bases/office.md", BASE),
        ("luật/office/name.yaml", NAME),
        ("luật/office/bold.yaml", &BOLD.replace("select:", "applies: { class: [administrative] }\nselect:")),
    ]);
    let test = |more: &[&str]| folder.run(&[&["rules", "test", "office", "--rules", "luật"], more].concat());
    insta::assert_snapshot!("lacking-vi", test(&[]));
    insta::assert_snapshot!("lacking-en", test(&["--lang", "en"]));
    let json = test(&["--format", "json"]).json();
    assert_eq!(json["lacking"], serde_json::json!([{ "rule": "office/name", "regime": "acts" }]));
    assert_eq!(json["examples"][0]["regime"], "office");
}

#[test]
fn a_rule_is_explained_in_both_languages() {
    insta::assert_snapshot!("explain-vi", run(&["explain", "office/name"]));
    insta::assert_snapshot!("explain-en", run(&["explain", "office/bold", "--lang", "en"]));
}

#[test]
fn an_unknown_rule_gets_a_suggestion() {
    let near = run(&["explain", "office/nam"]);
    assert_eq!((near.status, near.out.as_str()), (2, ""));
    assert_eq!(near.err, "Lỗi: không có quy tắc “office/nam”; có phải ý bạn là “office/name”?\n");
    let bare = run(&["explain", "bold"]);
    assert!(bare.err.contains("“office/bold”"), "{bare}");
    let far = run(&["explain", "zzzzzzzzzz", "--lang", "en"]);
    assert!(far.err.contains("thethuc rules list"), "{far}");
}

#[test]
fn every_rule_of_the_program_can_be_explained() {
    let folder = Folder::with(&[]);
    let json = folder.run(&["rules", "list", "--format", "json"]).json();
    let rules = json["rules"].as_array().expect("a list");
    assert!(!rules.is_empty());
    // One of each group is enough to see that the embedded book is read whole.
    let mut groups = std::collections::BTreeMap::new();
    for rule in rules {
        let id = rule["rule"].as_str().expect("an id");
        groups.entry(id.split('/').next()).or_insert(id);
    }
    for id in groups.values() {
        let ended = folder.run(&["explain", id]);
        assert_eq!(ended.status, 0, "{ended}");
        assert!(ended.out.contains(id) && ended.out.contains("Pháp luật yêu cầu"), "{ended}");
    }
}

#[test]
fn the_schema_is_printed() {
    let schema = Folder::with(&[]).run(&["rules", "schema"]).json();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(schema["properties"]["select"].is_object());
}

#[test]
fn help_of_rules_lists_its_commands() {
    let folder = Folder::with(&[]);
    insta::assert_snapshot!("rules-help-vi", folder.run(&["rules", "--help"]));
    insta::assert_snapshot!("rules-help-en", folder.run(&["rules", "test", "--help", "--lang", "en"]));
    let bare = folder.run(&["rules"]);
    assert_eq!((bare.status, bare.out.as_str()), (2, ""));
    let wrong = folder.run(&["rules", "list", "--grop", "x", "--lang", "en"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.err.contains("--group"), "{wrong}");
}
