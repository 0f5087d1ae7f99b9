//! From rules to findings.

use crate::{BASE, COMPONENTS, RULE, book, checked, file, files, load, options, options_with, rule_with};
use std::sync::Arc;
use thethuc_core::checker::Checker;
use thethuc_core::document::{Class, Stage};
use thethuc_core::finding::{Certainty, Reason, Severity};
use thethuc_core::trial::{Subject, test_rules};

fn wrong() -> String {
    BASE.replace("CỘNG HÒA", "CỘNG HOÀ")
}

#[test]
fn a_finding_says_what_where_and_by_which_law() {
    let checked = checked(&book(RULE), &wrong(), &options());
    assert_eq!(checked.judged.regime.as_deref(), Some("new"));
    let [finding] = checked.findings.as_slice() else { panic!("{:?}", checked.findings) };
    assert_eq!(finding.rule, "format/name");
    assert_eq!(finding.group(), "format");
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(finding.span.of(&checked.draft.text), "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assert_eq!(
        finding.message.vi,
        "“CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM” phải là “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”"
    );
    assert_eq!(finding.place.vi, "Phần mở đầu, Quốc hiệu");
    let law: Vec<&str> = finding.law.iter().map(|law| law.instrument.as_str()).collect();
    assert_eq!(law, ["new-law/NĐ-CP", "new-decree/NĐ-CP"], "the law of the day and of the class");
    let fix = finding.replacement().expect("a repair");
    assert!(fix.safe);
    assert_eq!(fix.with, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
}

#[test]
fn a_document_is_judged_by_the_law_of_its_day() {
    let in_2022 = wrong().replace("2026", "2022");
    let checked = checked(&book(RULE), &in_2022, &options());
    assert_eq!(checked.judged.regime.as_deref(), Some("old"));
    let finding = &checked.findings[0];
    assert_eq!(finding.law[0].instrument, "old-law/NĐ-CP");
    assert_eq!(finding.severity, Severity::Warning, "secondary evidence gives no error");
}

#[test]
fn the_caller_can_name_the_day_and_the_class() {
    let book = book(RULE);
    let as_of = options_with(|options| options.as_of = "2025-05-01".parse().ok());
    let found = checked(&book, &wrong(), &as_of);
    assert_eq!(found.findings[0].law.len(), 1, "the decree was not yet in force");
    let administrative = options_with(|options| options.class = Some(Class::Administrative));
    let found = checked(&book, &wrong(), &administrative);
    assert_eq!(found.judged.regime.as_deref(), Some("administrative"));
    let before_all = options_with(|options| options.as_of = "2010-01-01".parse().ok());
    let found = checked(&book, &wrong(), &before_all);
    assert_eq!((found.judged.regime, found.findings.len()), (None, 0), "no law is known for that day");
}

#[test]
fn a_guessed_class_gives_no_error() {
    let without_number =
        wrong().replace("Số: 05/2026/QĐ-UBND", "").replace("ban hành Quyết định", "quyết định");
    let checked = checked(&book(RULE), &without_number, &options());
    let class = checked.document.facts.class;
    assert_eq!(class.map(|(_, certainty)| certainty), Some(Certainty::Guessed), "{class:?}");
    let severities: Vec<Severity> = checked.findings.iter().map(|finding| finding.severity).collect();
    assert_eq!(severities, [Severity::Warning]);
}

#[test]
fn stages_shift_severity_and_can_silence() {
    let staged = RULE.replace("select:", "stages: { draft: off, review: note }\nselect:");
    let book = book(&staged);
    let at = |stage: Stage| {
        let options = options_with(|options| options.stage = Some(stage));
        checked(&book, &wrong(), &options).findings.first().map(|finding| finding.severity)
    };
    assert_eq!(at(Stage::Draft), None);
    assert_eq!(at(Stage::Review), Some(Severity::Note));
    assert_eq!(at(Stage::Issue), Some(Severity::Error));
}

#[test]
fn rules_and_groups_can_be_chosen() {
    let book = book(RULE);
    let count = |only: &[&str], skip: &[&str]| {
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let options = options_with(|options| (options.only, options.skip) = (list(only), list(skip)));
        checked(&book, &wrong(), &options).findings.len()
    };
    assert_eq!(count(&["format"], &[]), 1);
    assert_eq!(count(&["format/name"], &[]), 1);
    assert_eq!(count(&["format"], &["format/name"]), 0);
    assert_eq!(count(&[], &["format"]), 0);
}

#[test]
fn an_unknown_rule_is_no_clean_draft() {
    let options = options_with(|options| options.skip = vec!["section".to_owned()]);
    let unknown = Checker::new(book(RULE), options).err().expect("the book has no such group");
    assert_eq!((unknown.name.as_str(), unknown.groups), ("section", vec!["format".to_owned()]));
}

#[test]
fn conditions_must_hold() {
    let on = |condition: &str| {
        let rule = RULE.replace("select: header", &format!("when:\n  - {condition}\nselect: header"));
        checked(&book(&rule), &wrong(), &options()).findings.len()
    };
    assert_eq!(on("{ select: form, check: { text: { equals: QUYẾT ĐỊNH } } }"), 1);
    assert_eq!(on("{ select: form, check: { text: { equals: NGHỊ QUYẾT } } }"), 0);
    assert_eq!(on("{ select: closing, check: { text: { matches: . } } }"), 0, "nothing to look at");
    assert_eq!(on("{ select: closing, check: { present: false } }"), 1);
    assert_eq!(on("{ select: title, check: { style: { bold: false } } }"), 0, "unknown holds nothing");
}

#[test]
fn one_cause_can_be_one_finding() {
    let rule = RULE
        .replace("header.national_name\ncheck", "paragraph\none-finding: true\ncheck")
        .replace("{ equals: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM }", "{ not-matches: chợ, expected: chợ }")
        .replace("{expected}", "{count}");
    let checked = checked(&book(&rule), BASE, &options());
    assert_eq!(checked.findings.len(), 1);
    assert!(checked.findings[0].message.vi.ends_with("phải là “3”"), "{}", checked.findings[0].message.vi);
}

#[test]
fn the_components_of_the_form_decide() {
    let rule = |place: &str, list: &str| {
        rule_with(&format!("{{ present: {list}-by-form }}"))
            .replace("header.national_name\ncheck", &format!("{place}\ncheck"))
    };
    let sentence = rule("sentence", "required");
    let words = rule("enacting_words", "forbidden");
    let mut all = files(&sentence);
    all.push(file("format/words.yaml", &words));
    all[1].text += COMPONENTS;
    let book = Arc::new(load(&all).expect("valid"));
    let count = |id: &str, draft: &str| {
        let findings = checked(&book, draft, &options()).findings;
        findings.iter().filter(|finding| finding.rule == id).count()
    };
    assert_eq!(count("format/name", BASE), 0);
    let old_style =
        BASE.replace("*Ủy ban nhân dân ban hành Quyết định quy định mức thu phí chợ.*", "**QUYẾT ĐỊNH:**");
    assert_eq!(count("format/name", &old_style), 1);
    assert_eq!(count("format/words", &old_style), 1);
    let earlier = old_style.replace("tháng 3 năm 2026", "tháng 3 năm 2024").replace("05/2026", "05/2024");
    assert_eq!(count("format/name", &earlier), 1, "of the class");
    assert_eq!(count("format/words", &earlier), 0, "of another regime");
}

/// The reasons why the rule with that check is not fully judged; nothing is found.
fn reasons(check: &str, draft: &str) -> Vec<Reason> {
    let rule = rule_with(check).replace("“{expected}”", "khác");
    let checked = checked(&book(&rule), draft, &options());
    assert!(checked.findings.is_empty(), "{check}: {:?}", checked.findings);
    assert!(checked.unjudged.iter().all(|own| own.rule == "format/name"), "{:?}", checked.unjudged);
    checked.unjudged.iter().flat_map(|own| own.reasons.iter()).collect()
}

#[test]
fn what_the_source_cannot_tell_has_its_reason() {
    let cases: [(&str, &[Reason]); 8] = [
        ("{ style: { bold: true } }", &[Reason::NoTypography]),
        ("{ page-number: { present: true } }", &[Reason::NoPages]),
        ("{ profile: organ }", &[Reason::NoProfile]),
        ("{ authority: power }", &[Reason::NoAuthorityRow]),
        ("{ agree: { with: header.date, as: date } }", &[Reason::Blank]),
        ("{ place-exists: {} }", &[]),
        (
            "{ all: [{ profile: organ }, { style: { bold: true } }] }",
            &[Reason::NoTypography, Reason::NoProfile],
        ),
        ("{ text: { capitals: true } }", &[]),
    ];
    for (check, expected) in cases {
        assert_eq!(reasons(check, BASE), expected, "{check}");
    }
}

#[test]
fn combinations_tell_the_reasons_that_leave_them_open() {
    let unknown = "{ style: { bold: true } }";
    let (right, wrong) = ("{ text: { capitals: true } }", "{ text: { equals: A } }");
    let open = [Reason::NoTypography];
    let cases: [(String, &[Reason]); 7] = [
        (format!("{{ any: [{wrong}, {unknown}] }}"), &open),
        (format!("{{ any: [{wrong}, {unknown}, {right}] }}"), &[]),
        (format!("{{ not: {unknown} }}"), &open),
        (format!("{{ not: {{ all: [{wrong}, {unknown}] }} }}"), &[]),
        (format!("{{ some: {unknown} }}"), &open),
        (format!("{{ when: {{ if: {unknown}, then: {wrong} }} }}"), &open),
        (format!("{{ when: {{ if: {wrong}, then: {unknown} }} }}"), &[]),
    ];
    for (check, expected) in cases {
        assert_eq!(reasons(&check, BASE), expected, "{check}");
    }
}

#[test]
fn examples_are_run_and_their_faults_are_told() {
    let today = options().today;
    let results = test_rules(&book(RULE), today);
    assert!(results.iter().all(|result| result.fault.is_none()), "{results:?}");
    assert_eq!(results.len(), 2, "the example and the base");
    let silent = RULE.replace("VIỆT NAM }\n    at", "VIỆT NAM }\n    finds: 2\n    at");
    let results = test_rules(&book(&silent), today);
    let fault = results.iter().find(|result| matches!(result.subject, Subject::Example(..)));
    let words = fault.and_then(|result| result.fault.as_ref()).expect("one finding is not two");
    assert!(words.en.starts_with("2 findings wanted, 1 made"), "{}", words.en);
}

#[test]
fn files_are_added_to_the_book_or_take_the_place_of_others() {
    let mut all = files(RULE);
    let other = RULE.replace("severity: error", "severity: note");
    all.push(file("format/name.yaml", &other));
    all.push(file("own/name.yaml", RULE));
    let book = Arc::new(load(&all).expect("valid"));
    assert_eq!(book.rule_ids().collect::<Vec<_>>(), ["format/name", "own/name"]);
    assert_eq!(book.rule("format/name").map(|rule| rule.severity), Some(Severity::Note));
    assert_eq!(checked(&book, &wrong(), &options()).findings.len(), 2);
}
