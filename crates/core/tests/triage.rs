//! What triage does to findings, on a draft with faults and the rule book of the program.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use std::sync::{Arc, LazyLock};
use thethuc_core::checker::{Checked, Checker, Options};
use thethuc_core::finding::{Decision, Finding, SaidIn, Severity, State, Statement};
use thethuc_core::report::{Outcome, Tally};
use thethuc_core::rulebook::RuleBook;
use thethuc_core::triage::{Baseline, Identity, Met, Record, Subject, Triage, triage};

static LAW: LazyLock<Arc<RuleBook>> = LazyLock::new(|| Arc::new(thethuc_law::book()));

/// Faults of all severities, on certain and on guessed places.
const DRAFT: &str = "UBND XÃ HÒA AN

CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAN

Độc lập – Tự do – Hạnh phúc

Số: 5/2026/QĐ-UBND

Hòa An, ngày 2 tháng 3 năm 2026

QUYẾT ĐỊNH

Về việc ban hành quy chế

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025,

Theo đề nghị của Trưởng phòng Kinh tế

Điều 1. Ban hành quy chế

Điều 3. Thi hành theo khoản 7 Điều 9.

TM UỶ BAN NHÂN DÂN
";

static CHECKED: LazyLock<Checked> = LazyLock::new(|| check(DRAFT));

fn check(draft: &str) -> Checked {
    let today = "2026-11-23".parse().expect("a date");
    let checker = Checker::new(Arc::clone(&LAW), Options::on(today)).expect("no names");
    checker.check("draft.md", draft.as_bytes()).expect("a readable draft")
}

fn identity(path: &str) -> Identity {
    Identity::of(path, &CHECKED, DRAFT.as_bytes())
}

fn kept() -> Decision {
    Decision::Kept(Statement {
        reason: Some("Theo ý kiến của Sở Tư pháp".to_owned()),
        who: Some("Nguyễn Văn A".to_owned()),
        day: "2026-11-20".parse().ok(),
        source: SaidIn::Configuration,
    })
}

fn record(on: Subject, path: Option<&str>) -> Record {
    Record { on, path: path.map(str::to_owned), decision: kept() }
}

/// Where a finding is and what it says, without what triage sets.
fn core(finding: &Finding) -> Finding {
    Finding {
        severity: finding.cap,
        decision: Decision::Open,
        claim: None,
        state: State::New,
        ..finding.clone()
    }
}

/// Some wishes: a severity for some rules and groups, decisions on some findings, some findings known.
fn wishes() -> impl Strategy<Value = Triage> {
    let severity = prop_oneof![Just(Severity::Note), Just(Severity::Warning), Just(Severity::Error)];
    let group = prop_oneof![Just("format"), Just("section"), Just("reference"), Just("language")];
    let groups = proptest::collection::vec((group.prop_map(str::to_owned), severity.clone()), 0..3);
    let index = || 0..CHECKED.findings.len();
    let rules = proptest::collection::vec((index(), severity), 0..4);
    let decided = proptest::collection::vec((index(), any::<bool>(), any::<bool>()), 0..4);
    let known = proptest::option::of(proptest::collection::vec(index(), 0..6));
    (groups, rules, decided, known).prop_map(|(groups, rules, decided, known)| {
        let all = &CHECKED.findings;
        let rules = rules.into_iter().map(|(index, severity)| (all[index].rule.clone(), severity));
        let records = decided.into_iter().map(|(index, by_words, wrong)| {
            let finding = &all[index];
            let words = finding.span.of(&CHECKED.draft.text).to_owned();
            let on = if by_words {
                Subject::Words { rule: finding.rule.clone(), words }
            } else {
                Subject::Fingerprint(finding.fingerprint)
            };
            let statement = Statement { reason: None, who: None, day: None, source: SaidIn::Page };
            let decision = if wrong { Decision::Wrong(statement) } else { kept() };
            Record { on, path: None, decision }
        });
        let by = Triage::default().with_severities(&LAW, groups.into_iter().chain(rules));
        let by = by.expect("known names").with_decisions(&LAW, records);
        let Some(known) = known else { return by };
        let known: Vec<Finding> = known.into_iter().map(|index| all[index].clone()).collect();
        let mut baseline = Baseline::default();
        baseline.record(identity("draft.md"), &known);
        by.against(baseline, ["draft.md".to_owned()])
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_is_removed_or_raised_above_what_is_known(by in wishes()) {
        let mut triaged = CHECKED.clone();
        triage(&mut triaged, &identity("draft.md"), &by);
        prop_assert_eq!(triaged.findings.len(), CHECKED.findings.len());
        for (after, before) in triaged.findings.iter().zip(&CHECKED.findings) {
            prop_assert_eq!(core(after), core(before));
            prop_assert!(after.severity <= after.cap, "{}", after.rule);
        }
    }

    #[test]
    fn a_second_time_changes_nothing(by in wishes()) {
        let mut once = CHECKED.clone();
        let met = triage(&mut once, &identity("draft.md"), &by);
        let mut twice = once.clone();
        prop_assert_eq!(triage(&mut twice, &identity("draft.md"), &by), met);
        prop_assert_eq!(twice.findings, once.findings);
    }
}

#[test]
fn the_draft_has_findings_of_all_kinds() {
    let all = &CHECKED.findings;
    assert!(all.len() > 6, "{}", all.len());
    for cap in [Severity::Warning, Severity::Error] {
        assert!(all.iter().any(|finding| finding.cap == cap), "{cap:?}");
    }
    assert!(all.iter().all(|finding| finding.severity <= finding.cap));
}

#[test]
fn a_severity_for_a_rule_goes_before_that_for_its_group() {
    let name = "format/national-name";
    let wishes = [("format", Severity::Note), (name, Severity::Error)];
    let wishes = wishes.map(|(name, severity)| (name.to_owned(), severity));
    let by = Triage::default().with_severities(&LAW, wishes).expect("known names");
    let mut triaged = CHECKED.clone();
    triage(&mut triaged, &identity("draft.md"), &by);
    let format = || triaged.findings.iter().filter(|finding| finding.group() == "format");
    assert!(format().any(|finding| finding.rule == name));
    for finding in format() {
        let wanted = if finding.rule == name { finding.cap } else { Severity::Note };
        assert_eq!(finding.severity, wanted, "{}", finding.rule);
    }
    let misspelt = Triage::default().with_severities(&LAW, [("fromat".to_owned(), Severity::Note)]);
    assert_eq!(misspelt.expect_err("no such group").nearest.as_deref(), Some("format"));
}

#[test]
fn what_is_decided_or_known_is_shown_and_does_not_count() {
    let all = &CHECKED.findings;
    let words = all[0].span.of(&CHECKED.draft.text).to_owned();
    let records = [
        record(Subject::Words { rule: all[0].rule.clone(), words }, Some("folder")),
        record(Subject::Fingerprint(all[1].fingerprint), Some("elsewhere")),
        record(Subject::Words { rule: "format/of-old".to_owned(), words: String::new() }, None),
    ];
    let mut baseline = Baseline::default();
    // Since then the draft was edited: in one that is as it was nothing is new.
    baseline.record(Identity::of("folder/draft.md", &CHECKED, b"as it was"), &all[2..4]);
    baseline.record(Identity { path: "folder/other.md".to_owned(), ..identity("") }, &all[..1]);
    let by = Triage::default().with_decisions(&LAW, records);
    let by = by.against(baseline, ["folder/draft.md".to_owned()]);
    let mut triaged = CHECKED.clone();
    let met = triage(&mut triaged, &identity("folder/draft.md"), &by);
    assert_eq!(triaged.findings[0].decision, kept());
    assert_eq!(triaged.findings[1].decision, Decision::Open);
    let known: Vec<bool> = triaged.findings.iter().map(|finding| finding.state == State::Known).collect();
    let expected: Vec<bool> = (0..all.len()).map(|index| (2..4).contains(&index)).collect();
    assert_eq!(known, expected);
    let counted = triaged.findings.iter().filter(|finding| finding.counts_toward(Severity::Note)).count();
    assert_eq!(counted, all.len() - 3);
    let tally = Tally::of(Outcome::Checked { checked: &triaged, source: DRAFT.as_bytes() });
    assert_eq!((tally.findings(), tally.at_least(Severity::Note)), (all.len(), counted));
    let stale = by.stale(&met);
    assert_eq!(stale.records.len(), 2);
    assert_eq!(
        stale.documents.iter().map(|known| known.path.as_str()).collect::<Vec<_>>(),
        ["folder/other.md"]
    );
    assert_eq!(met.gone, []);
}

#[test]
fn what_was_repaired_since_is_told() {
    let mut baseline = Baseline::default();
    baseline.record(identity("draft.md"), &CHECKED.findings);
    let read = Baseline::read(&baseline.text()).expect("what was written");
    assert_eq!(read, baseline);
    let by = Triage::default().against(read, ["final.md".to_owned()]);
    // Renamed as well: the number of the document still names it.
    let repaired = DRAFT.replace("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    let mut after = check(&repaired);
    let document = Identity::of("final.md", &after, repaired.as_bytes());
    let mut met = Met::default();
    met.add(triage(&mut after, &document, &by));
    assert!(after.findings.iter().all(|finding| finding.state == State::Known));
    let name = CHECKED.findings.iter().find(|finding| finding.rule == "format/national-name");
    let name = name.expect("a finding on the name").fingerprint;
    assert!(met.gone.iter().any(|gone| gone.fingerprint == name && gone.path == "draft.md"), "{met:?}");
    assert_eq!(by.stale(&met).documents.len(), 0);
}
