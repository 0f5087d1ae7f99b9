//! The report as people see it.

use super::fixture::{FewNames, SOURCE, checked, words};
use super::*;
use thethuc_core::checker::{Coverage, NotEvaluated};
use thethuc_core::finding::Reason;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::json::Json;
use thethuc_core::report::jsonl::JsonLines;

const SETTING: Setting<'_> = Setting { language: Language::Vi, names: &FewNames, replacing: &[] };
const LOOK: Screen = Screen { language: Language::Vi, color: false, width: 80, quiet: false };

fn shown(checked: &Checked, screen: Screen) -> String {
    let outcome = Outcome::Checked { checked, source: SOURCE.as_bytes() };
    let document = document(&Reported { path: "thu-muc/du-thao.md", outcome }, &FewNames, screen);
    document + &summary(&Tally::of(outcome), None, screen)
}

#[test]
fn a_draft_with_findings() {
    insta::assert_snapshot!("narrow", shown(&checked(), Screen { width: 60, ..LOOK }));
    insta::assert_snapshot!("vietnamese", shown(&checked(), LOOK));
    insta::assert_snapshot!(
        "wide-english",
        shown(&checked(), Screen { width: 120, language: Language::En, ..LOOK })
    );
    insta::assert_snapshot!(
        "colors",
        shown(&checked(), Screen { color: true, ..LOOK }).replace('\u{1b}', "␛")
    );
}

#[test]
fn a_draft_without_a_regime_says_so() {
    let mut checked = checked();
    checked.findings.clear();
    checked.judged.regime = None;
    checked.judged_by = JudgedBy::None;
    checked.coverage = Coverage::default();
    let without_law = shown(&checked, LOOK);
    checked.judged.class = None;
    checked.judged_by = JudgedBy::Common;
    checked.coverage.applicable = 30;
    checked.coverage.evaluated = 30;
    let english = Screen { language: Language::En, ..LOOK };
    let of_unknown_class = shown(&checked, LOOK) + &shown(&checked, english);
    insta::assert_snapshot!("no-regime", without_law + &of_unknown_class);
}

#[test]
fn what_was_not_judged_is_said_even_where_the_look_is_quiet() {
    let mut checked = checked();
    checked.findings.clear();
    checked.judged_by = JudgedBy::None;
    checked.draft.text = "\n".to_owned();
    let without_words = shown(&checked, Screen { quiet: true, ..LOOK });
    assert!(without_words.contains("CHƯA KIỂM TRA ĐƯỢC"), "{without_words}");
    checked.draft.text = SOURCE.to_owned();
    checked.coverage.evaluated = 0;
    checked.coverage.failed = 0;
    let in_vain = shown(&checked, LOOK);
    assert!(in_vain.contains("CHƯA KIỂM TRA ĐƯỢC") && in_vain.contains("0 trên 143"), "{in_vain}");
    for shown in [without_words, in_vain] {
        assert!(!shown.contains("Không phát hiện"), "{shown}");
    }
}

#[test]
fn the_most_frequent_reasons_are_told_with_what_to_do() {
    let mut checked = checked();
    let because = [(Reason::NoTypography, 9), (Reason::NoPages, 2), (Reason::Blank, 1)];
    checked.coverage.not_evaluated = because.map(|(reason, rules)| NotEvaluated { reason, rules }).to_vec();
    let say = |language| judged::coverage_words(&checked, language).expect("rules applied");
    insta::assert_snapshot!("reasons", format!("{}\n{}", say(Language::Vi), say(Language::En)));
    checked.coverage.evaluated = checked.coverage.applicable;
    let all = judged::coverage_words(&checked, Language::Vi);
    assert_eq!(all.as_deref(), Some("Đã kiểm tra 143 trên 143 yêu cầu áp dụng."));
}

#[test]
fn a_quiet_look_is_silent_about_clean_drafts() {
    let mut checked = checked();
    checked.findings.clear();
    let outcome = Outcome::Checked { checked: &checked, source: SOURCE.as_bytes() };
    let quiet = Screen { quiet: true, ..LOOK };
    assert_eq!(document(&Reported { path: "a.md", outcome }, &FewNames, quiet), "");
}

#[test]
fn automatic_numbers_are_shown_but_not_underlined() {
    let mut checked = checked();
    checked.draft.paragraphs[0].label = Some("Điều 7.".to_owned());
    let shown = shown(&checked, LOOK);
    assert!(shown.contains("│ Điều 7. CỘNG HOÀ"), "{shown}");
    let underlines: Vec<_> = shown.lines().filter(|row| row.contains("· ")).collect();
    assert_eq!(underlines[0].find('─'), Some("    · Dieu 7. ".len()), "{shown}");
}

#[test]
fn rows_keep_to_the_width() {
    for width in [60, 80, 100] {
        for row in shown(&checked(), Screen { width, ..LOOK }).lines() {
            assert!(row.width() <= width, "{row:?} is wider than {width}");
        }
    }
}

#[test]
fn names_cannot_steer_the_terminal() {
    let reason = words("không tìm thấy tệp.", "not found.");
    let reported = Reported { path: "a\u{1b}[2J.md", outcome: Outcome::Unreadable(&reason) };
    assert!(!document(&reported, &FewNames, LOOK).contains('\u{1b}'));
}

#[test]
fn plurals_follow_the_language() {
    let tally = Tally {
        documents: 1,
        unreadable: 1,
        not_drafts: 2,
        applicable: 1,
        skipped_checks: 1,
        other_documents: 1,
        ..Tally::default()
    };
    insta::assert_snapshot!(
        summary(&tally, None, Screen { language: Language::En, ..LOOK }) + &summary(&tally, None, LOOK)
    );
}

#[test]
fn a_report_is_one_json_value_with_the_fields_of_the_schema() {
    let checked = checked();
    let outcome = Outcome::Checked { checked: &checked, source: SOURCE.as_bytes() };
    let reason = words("Tệp rỗng.", "The file is empty.");
    let unreadable = Reported { path: "hỏng.docx", outcome: Outcome::Unreadable(&reason) };
    let mut tally = Tally::of(outcome);
    tally.add(&Tally::of(unreadable.outcome));
    let report = [
        Json.open(&SETTING),
        Json.piece(&Reported { path: "du-thao.md", outcome }, &SETTING),
        Json.between().to_owned(),
        Json.piece(&unreadable, &SETTING),
        Json.close(&tally, &SETTING),
    ]
    .concat();
    let value: serde_json::Value = serde_json::from_str(&report).expect("one JSON value");
    assert_eq!(value["summary"]["documents"], 2);
    let version = concat!("\"version\": \"", env!("CARGO_PKG_VERSION"));
    insta::assert_snapshot!(report.replace(version, "\"version\": \"[version]"));
    let of_lines = |index: usize, reported: &Reported<'_>| {
        let line = JsonLines.piece(reported, &SETTING);
        assert_eq!(line.find('\n'), Some(line.len() - 1));
        let mut line: serde_json::Value = serde_json::from_str(&line).expect("one JSON value");
        let schema = line.as_object_mut().and_then(|fields| fields.remove("schema"));
        assert_eq!(schema, Some("thethuc/document/v1".into()));
        assert_eq!(line, value["documents"][index]);
    };
    of_lines(0, &Reported { path: "du-thao.md", outcome });
    of_lines(1, &unreadable);
}

#[test]
fn a_report_on_nothing_is_json_too() {
    let report = Json.open(&SETTING) + &Json.close(&Tally::default(), &SETTING);
    let value: serde_json::Value = serde_json::from_str(&report).expect("one JSON value");
    assert_eq!(value["documents"], serde_json::json!([]));
}
