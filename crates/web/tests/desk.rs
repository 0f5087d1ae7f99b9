//! The desk as the worker of the page calls it.
#![allow(clippy::expect_used)]

use serde_json::Value;
use thethuc_web::Desk;

const TODAY: &str = "2026-11-29";
const FAULTY: &[u8] = include_bytes!("../../../samples/quyet-dinh-ca-biet-chu-tich-xa-sai.docx");
const CLEAN: &[u8] = include_bytes!("../../../samples/quyet-dinh-ca-biet-chu-tich-xa.docx");

fn desk() -> Desk {
    Desk::new(TODAY, "{}").expect("a desk")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("json")
}

#[test]
fn a_draft_is_checked_reported_and_copied() {
    let mut desk = desk();
    let facts = json(&desk.check(0, "a.docx", "a.docx", FAULTY, false));
    assert_eq!((&facts["judged"], &facts["takes_remarks"]), (&Value::from("regime"), &Value::from(true)));
    assert!(facts["open"][0].as_u64() > Some(0));
    let report = json(&desk.report("json", &[0], 0, 0).expect("a report"));
    assert_eq!(report["documents"][0]["path"], "a.docx");
    assert!(desk.report("html", &[0], 0, 0).expect("a page").ends_with("</html>\n"));
    assert!(desk.report("jsonl", &[0], 0, 0).is_err());
    let copy = desk.annotated("a.docx", "a.docx", FAULTY).expect("a copy");
    assert_eq!(copy.name(), "a - nhận xét thể thức.docx");
    let clean = desk.cleaned(&copy.name(), &copy.bytes()).expect("a copy");
    assert_eq!(clean.name(), "a - bản sạch để trình ký.docx");
}

#[test]
fn what_a_worker_before_this_one_checked_is_missing() {
    let mut desk = desk();
    desk.check(1, "a.docx", "a.docx", CLEAN, false);
    desk.refuse(2, "b.docx", "Dừng");
    assert_eq!(desk.missing(&[0, 1, 2]), [0]);
    let report = json(&desk.report("json", &[1, 2], 3, 4).expect("a report"));
    assert_eq!(report["documents"][1]["error"], "Dừng");
    desk.begin(3);
    assert_eq!(desk.missing(&[0, 1, 2]), [0, 1, 2]);
}

#[test]
fn the_profile_of_a_folder_holds_below_it_alone() {
    let mut desk = desk();
    desk.profile("hồ sơ", "organ: { name: Ủy ban nhân dân xã Khác Hẳn }".as_bytes()).expect("a profile");
    let found = |desk: &mut Desk, path: &str| {
        desk.check(0, path, path, CLEAN, false);
        desk.report("json", &[0], 0, 0).expect("a report").contains("Khác Hẳn")
    };
    assert!(found(&mut desk, "hồ sơ/con/a.docx"));
    assert!(!found(&mut desk, "khác/a.docx"));
    assert!(desk.profile("x", b"organ:\n  nam: x\n").expect_err("a fault").contains("thethuc.yaml:2:3"));
}

#[test]
fn a_configuration_counts_whole() {
    let mut desk = desk();
    let before = json(&{
        desk.check(0, "a.docx", "a.docx", FAULTY, false);
        desk.report("json", &[0], 0, 0).expect("a report")
    });
    let first = &before["documents"][0]["findings"][0];
    let (rule, mark) = (first["rule"].as_str().expect("a rule"), first["fingerprint"].as_str().expect("one"));
    let yaml = format!(
        "stage: issue\nseverity: {{ {rule}: note }}\nsilence:\n- fingerprint: \"{mark}\"\n  reason: phôi in sẵn\n\
         skip: [no-such-rule]\nregistry: a.csv\n"
    );
    let doubts = desk.configure(yaml.as_bytes()).expect("a configuration");
    assert!(doubts.contains("no-such-rule") && doubts.contains("registry"), "{doubts}");
    desk.check(0, "a.docx", "a.docx", FAULTY, false);
    let report = json(&desk.report("json", &[0], 0, 0).expect("a report"));
    let found = report["documents"][0]["findings"].as_array().expect("findings");
    let own = found.iter().find(|own| own["fingerprint"] == mark).expect("the finding");
    assert!(own["severity"] == "note" && own["decision"].to_string().contains("phôi in sẵn"), "{own}");
    assert_eq!(report["documents"][0]["configurations"], json(r#"["thethuc.yaml"]"#));
    desk.profile("kho", "exclude: [lưu]".as_bytes()).expect("a configuration");
    assert_eq!(json(&desk.check(1, "kho/lưu/a.docx", "a.docx", CLEAN, true))["judged"], "left out");
    assert_ne!(json(&desk.check(1, "kho/lưu/a.docx", "a.docx", CLEAN, false))["judged"], "left out");
}

#[test]
fn what_is_no_draft_is_told_or_passed_over() {
    let mut desk = desk();
    assert_eq!(json(&desk.check(0, "a.docx", "a.docx", b"no archive", false))["judged"], "unreadable");
    assert_eq!(json(&desk.check(0, "a.txt", "a.txt", b"milk, bread", true))["judged"], "passed");
    let kinds = desk.kinds(r#"["a.docx","a.zip","a.pdf","~$a.docx","a"]"#).expect("kinds");
    assert_eq!(json(&kinds), json(r#"["draft","dossier","other","none","unknown"]"#));
}

#[test]
fn own_rules_are_tried_and_used_and_faulty_ones_are_not() {
    let mut desk = desk();
    desk.rule_file("rieng/a.yaml", b"title: { vi: Sai, en: Wrong }\nseverty: error\n".to_vec());
    let ran = json(&desk.use_rules(false));
    assert_eq!(ran["faults"][0]["place"], "rieng/a.yaml:2:1");
    let rule = "title: { vi: Quốc hiệu, en: National name }\nlaw: [nd30/C-01]\nseverity: error\n\
        select: header.national_name\ncheck: { text: { equals: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN } }\n\
        message: { vi: \"Riêng: {found}.\", en: \"Own: {found}.\" }\nhelp: { vi: Sửa., en: Mend. }\n\
        examples:\n  - from: decision-admin-commune-2026\n    set: { header.national_name: CỘNG HÒA }\n";
    desk.rule_file("rieng/a.yaml", rule.as_bytes().to_vec());
    let ran = json(&desk.use_rules(true));
    assert_eq!((&ran["rules"], &ran["examples"]), (&Value::from(1), &Value::from(1)), "{ran}");
    desk.check(0, "a.docx", "a.docx", CLEAN, false);
    let report = json(&desk.report("json", &[0], 0, 0).expect("a report"));
    let findings = report["documents"][0]["findings"].as_array().expect("findings");
    assert!(findings.iter().all(|own| own["rule"] == "rieng/a") && findings.len() == 1, "{findings:?}");
}

#[test]
fn decisions_are_those_of_a_report_or_none() {
    let mut desk = desk();
    let none = r#"{"schema":"thethuc/decisions/v1","decisions":[]}"#;
    assert_eq!(desk.decide(none.as_bytes()), Ok(0));
    assert!(desk.decide(b"{}").is_err());
}

#[test]
fn a_new_draft_follows_a_model() {
    let desk = desk();
    assert!(json(&desk.forms().expect("forms"))["forms"].as_array().is_some_and(|own| own.len() > 5));
    let saved = desk
        .sketch(r#"{"form":"Thông báo","organ":"Ủy ban nhân dân xã Hòa An","date":"15/11/2026"}"#)
        .expect("a draft");
    assert_eq!(saved.name(), "Thông báo - dự thảo.docx");
    assert!(saved.bytes().starts_with(b"PK"));
    let refused = desk.sketch(r#"{"form":"Thông báo","organ":"x","date":"31/02/2026"}"#);
    assert!(refused.err().is_some_and(|words| words.contains("31/02/2026")));
}
