//! `--rules`, `--only` and `--skip`.

use super::support::{DRAFT, Folder};

#[test]
fn a_rule_that_does_not_exist_is_named() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    for option in ["--only", "--skip"] {
        let ended = folder.run(&["check", "a.md", option, "không/có"]);
        assert_eq!(ended.status, 2);
        assert!(ended.err.contains("“không/có”"), "{ended}");
        assert!(ended.out.is_empty());
    }
}

#[test]
fn a_folder_of_rules_that_does_not_exist_is_named() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    let ended = folder.run(&["check", "a.md", "--rules", "thiếu"]);
    assert_eq!(ended.status, 2);
    assert_eq!(ended.err, "Lỗi: không có thư mục quy tắc “thiếu”.\n");
}

#[test]
fn a_faulty_rule_is_told_with_its_line_and_column() {
    let rule = "title: { vi: Quốc hiệu, en: National name }\nseverty: error\n";
    let folder = Folder::with(&[("a.md", DRAFT), ("luật/format/x.yaml", rule)]);
    let ended = folder.run(&["check", "a.md", "--rules", "luật"]);
    assert_eq!(ended.status, 2);
    assert!(ended.err.contains("luật/format/x.yaml:2:1"), "{ended}");
    assert!(ended.err.contains("severity"), "{ended}");
    assert!(ended.out.is_empty());
}

/// A rule of an office of its own, on the law that the program was built with.
const OWN_RULE: &str = "\
title: { vi: Quốc hiệu ghi đúng nguyên văn, en: The national name is exact }
law: [nd30/C-01]
severity: error
select: header.national_name
check: { text: { equals: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM } }
message:
  vi: Quốc hiệu ghi “{found}”, phải ghi “{expected}”.
  en: The national name reads “{found}”; it must read “{expected}”.
help: { vi: Gõ lại đúng nguyên văn Quốc hiệu., en: Type the national name exactly. }
examples:
  - from: decision-admin-commune-2026
    set: { header.national_name: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN }
";

#[test]
fn findings_of_an_own_rule_are_shown_and_decide_the_status() {
    let wrong = DRAFT.replace("VIỆT NAM**", "VIỆT NAN**");
    let folder =
        Folder::with(&[("sai.md", &wrong), ("đúng.md", DRAFT), ("luật/format/own-name.yaml", OWN_RULE)]);
    let run = |more: &[&str]| {
        let own = ["check", "sai.md", "đúng.md", "--rules", "luật", "--only", "format/own-name"];
        folder.run(&[&own, more].concat())
    };
    insta::assert_snapshot!("findings-vi", run(&[]));
    insta::assert_snapshot!("findings-en-quiet", run(&["--lang", "en", "--quiet"]));
    assert_eq!(run(&["--fail-on", "never"]).status, 0);
    assert_eq!(run(&["--skip", "format"]).status, 0);
    let json = run(&["--format", "json"]).json();
    let finding = &json["documents"][0]["findings"][0];
    assert_eq!(finding["text"], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN");
    assert_eq!(finding["law"][0]["instrument"], "30/2020/NĐ-CP");
    let (start, end) = (&finding["source"]["start"], &finding["source"]["end"]);
    let bytes = |offset: &serde_json::Value| offset.as_u64().and_then(|at| usize::try_from(at).ok());
    assert_eq!(
        wrong.get(bytes(start).expect("a byte")..bytes(end).expect("a byte")),
        finding["text"].as_str()
    );
    assert_eq!(json["documents"][1]["findings"], serde_json::json!([]));
}

#[test]
fn former_ids_of_rules_keep_working() {
    let wrong = DRAFT.replace("ngày 02 tháng 3", "ngày 02 tháng 03");
    assert_ne!(wrong, DRAFT);
    let folder = Folder::with(&[("a.md", &wrong)]);
    let rules = |option: &str, name: &str| {
        let json = folder.run(&["check", "a.md", option, name, "--format", "json"]).json();
        let findings = json["documents"][0]["findings"].as_array().expect("a list").clone();
        findings.iter().map(|own| own["rule"].to_string()).collect::<Vec<_>>()
    };
    let today = "\"format/month-unpadded\"".to_owned();
    assert_eq!(rules("--only", "format/month-padded"), std::slice::from_ref(&today));
    assert!(rules("--skip", "section").contains(&today));
    assert!(!rules("--skip", "format/month-padded").contains(&today));
    let explained = folder.run(&["explain", "format/month-padded"]);
    assert!(explained.out.starts_with("format/month-unpadded  "), "{explained}");
    let tested = folder.run(&["rules", "test", "format/month-padded"]);
    assert_eq!(tested.status, 0, "{tested}");
}
