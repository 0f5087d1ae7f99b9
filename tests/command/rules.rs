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
    insta::assert_snapshot!("faults-vi", ended);
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
    // The number of rules that nobody asked for grows with the book.
    let told = |more: &[&str]| {
        let said = run(more).to_string();
        let is_counted = |word: &&str| word.parse::<usize>().is_ok_and(|number| number > 99);
        let many = said.split_whitespace().find(is_counted).unwrap_or("…");
        said.replace(many, "…")
    };
    insta::assert_snapshot!("findings-vi", told(&[]));
    insta::assert_snapshot!("findings-en-quiet", told(&["--lang", "en", "--quiet"]));
    assert_eq!(run(&["--fail-on", "never"]).status, 0);
    assert_eq!(run(&["--skip", "format"]).status, 3, "nothing is left to be judged");
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

/// A province's own instrument, which joins a regime of the rule book of itself.
const OWN_LAW: &str = "\
id: qd-tinh
number: 00/2026/QĐ-UBND
title: { vi: Quy định của tỉnh về kế hoạch, en: Regulation of the province on plans }
regimes: [administrative-2020]
provisions:
  focal-point:
    at: Điều 5
    requirement: { vi: Kế hoạch nêu đơn vị đầu mối., en: A plan names who coordinates it. }
    evidence: primary
";

const OWN_PLAN_RULE: &str = "\
title: { vi: Kế hoạch nêu đơn vị đầu mối, en: A plan names who coordinates it }
law: [qd-tinh/focal-point]
severity: error
applies: { form: [Kế hoạch], place: [Nghệ An] }
select: body.paragraph
check: { some: { text: { matches: đầu mối } } }
message: { vi: Kế hoạch chưa nêu đơn vị đầu mối., en: The plan names nobody who coordinates it. }
help: { vi: Thêm đơn vị đầu mối vào phần tổ chức thực hiện., en: Name the unit. }
examples:
  - from: plan-commune-2026
    replace: [{ find: là đầu mối, with: chủ trì }]
    options: { profile: { name: Ủy ban nhân dân xã Vân Hạ, parent: Ủy ban nhân dân tỉnh Nghệ An } }
";

#[test]
fn a_province_adds_its_law_and_its_rule_in_two_files() {
    let plan = include_str!("../../rules/bases/plan-commune-2026.md").replace("là đầu mối", "chủ trì");
    let of = |province: &str| {
        format!(
            "---\norgan:\n  name: Ủy ban nhân dân xã Vân Hạ\n  parent: Ủy ban nhân dân tỉnh {province}\n---\n{plan}"
        )
    };
    let folder = Folder::with(&[
        ("luật/law/qd-tinh.yaml", OWN_LAW),
        ("luật/nghe-an/focal-point.yaml", OWN_PLAN_RULE),
        ("nghe-an.md", &of("Nghệ An")),
        ("ha-tinh.md", &of("Hà Tĩnh")),
    ]);
    let tested = folder.run(&["rules", "test", "--rules", "luật"]);
    assert_eq!(tested.status, 0, "{tested}");
    let checked = folder.run(&["check", ".", "--rules", "luật", "--only", "nghe-an", "--format", "json"]);
    let report = checked.json();
    assert_eq!(report["documents"][0]["findings"], serde_json::json!([]), "{checked}");
    let finding = &report["documents"][1]["findings"][0];
    assert_eq!(finding["rule"], "nghe-an/focal-point", "{checked}");
    assert_eq!(finding["law"][0]["instrument"], "00/2026/QĐ-UBND");
    assert_eq!(report.get("replacing"), None, "nothing of the rule book is replaced");
    let explained = folder.run(&["explain", "nghe-an/focal-point", "--rules", "luật"]);
    assert!(explained.out.contains("loại Kế hoạch; thuộc Nghệ An"), "{explained}");
}

#[test]
fn what_an_own_file_takes_the_place_of_is_shown() {
    let rule = include_str!("../../rules/format/national-name.yaml");
    let layout = include_str!("../../rules/layout.yaml");
    let folder = Folder::with(&[
        ("a.md", DRAFT),
        ("luật/format/national-name.yml", rule),
        ("luật/format/own-name.yaml", OWN_RULE),
        ("luật/layout.yaml", layout),
    ]);
    let line = "Tệp riêng thay tệp gốc: format/national-name.yaml, layout.yaml";
    let listed = folder.run(&["rules", "list", "--rules", "luật", "--group", "format"]);
    assert!(listed.out.contains(line), "{listed}");
    assert_eq!(listed.out.matches("thay quy tắc gốc;").count(), 1, "{listed}");
    assert_eq!(listed.out.matches("quy tắc riêng;").count(), 1, "{listed}");
    let json = folder.run(&["rules", "list", "--rules", "luật", "--format", "json"]).json();
    assert_eq!(json["replacing"], serde_json::json!(["format/national-name.yaml", "layout.yaml"]));
    let rules = json["rules"].as_array().expect("rules");
    let origin = |id: &str| rules.iter().find(|rule| rule["rule"] == id).expect("the rule").get("origin");
    assert_eq!(origin("format/national-name"), Some(&serde_json::json!("replacing")));
    assert_eq!(origin("format/own-name"), Some(&serde_json::json!("own")));
    assert_eq!(origin("format/motto"), None);
    let checked = folder.run(&["check", "a.md", "--rules", "luật"]);
    assert!(checked.out.contains(line), "{checked}");
    assert!(!folder.run(&["check", "a.md"]).out.contains("thay tệp gốc"));
    let report = folder.run(&["check", "a.md", "--rules", "luật", "--format", "json"]).json();
    assert_eq!(report["replacing"], serde_json::json!(["format/national-name.yaml", "layout.yaml"]));
}

#[test]
fn no_more_than_ten_faults_are_shown_with_their_lines() {
    let rule = "title: { vi: Quốc hiệu, en: National name }\nseverty: error\n";
    let names: Vec<String> = (10..22).map(|number| format!("luật/format/x{number}.yaml")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), rule)).collect();
    let ended = Folder::with(&files).run(&["rules", "list", "--rules", "luật"]);
    assert_eq!(ended.status, 2);
    for name in &names {
        assert!(ended.err.contains(&format!("\n  {name}:2:1: ")), "{ended}");
    }
    assert_eq!(ended.err.matches("│ severty: error\n").count(), 10, "{ended}");
}

#[test]
fn a_file_that_cannot_be_read_stops_none_of_the_others() {
    let large = " ".repeat((1 << 20) + 1);
    let folder = Folder::with(&[
        ("luật/format/a.yaml", "title: x\n"),
        ("luật/format/large.yaml", &large),
        ("luật/format/.#hidden.yaml", "no rule"),
    ]);
    std::fs::create_dir(folder.path().join("luật/law")).expect("a folder");
    std::fs::write(folder.path().join("luật/law/nd30.yaml"), b"id: nd30\n\xff").expect("a file");
    let ended = folder.run(&["rules", "test", "--rules", "luật"]);
    assert_eq!(ended.status, 2);
    let lines: Vec<&str> =
        ended.err.lines().map(str::trim).filter(|line| line.starts_with("luật/")).collect();
    let [small, large, law] = lines.as_slice() else { panic!("three faults wanted: {ended}") };
    assert!(small.starts_with("luật/format/a.yaml:1:8: cần { vi: …, en: … }; ở đây là “x”"), "{ended}");
    assert!(large.starts_with("luật/format/large.yaml:1:1: tệp lớn hơn 1 MiB"), "{ended}");
    assert!(law.starts_with("luật/law/nd30.yaml:2:1: tệp không phải là văn bản UTF-8"), "{ended}");
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_not_waited_for() {
    use std::os::unix::net::UnixListener;
    let folder = Folder::with(&[("a.md", DRAFT), ("luật/format/own-name.yaml", OWN_RULE)]);
    // A socket, like a pipe, is a file that nobody can read to its end.
    let _rule = UnixListener::bind(folder.path().join("luật/format/x.yaml")).expect("a socket");
    let ended = folder.run(&["check", "a.md", "--rules", "luật"]);
    assert_eq!(ended.status, 2);
    assert!(ended.err.contains("luật/format/x.yaml:1:1: không phải là tệp thường"), "{ended}");
    let _profile = UnixListener::bind(folder.path().join("thethuc.yaml")).expect("a socket");
    let ended = folder.run(&["check", "a.md"]);
    assert_eq!(ended.status, 2);
    assert!(ended.err.contains("thethuc.yaml”: không phải là tệp thường"), "{ended}");
}
