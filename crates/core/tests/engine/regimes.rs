//! What a rule is in the regimes: whose documents its provisions bind.

use crate::{BASE, RULE, checked, file, files, load, options};
use thethuc_core::document::Class;
use thethuc_core::rulebook::RuleBook;

/// One law in every regime: it speaks to normative documents, but for one provision.
const ONE_LAW: &str = "
id: new-law
number: 1/NĐ-CP
title: { vi: Luật, en: Law }
class: [normative]
provisions:
  a: { at: Điều 1, requirement: { vi: Quốc hiệu, en: National name }, evidence: primary }
  b: { at: Điều 2, requirement: { vi: Quốc hiệu, en: National name }, class: [administrative], evidence: primary }
  c:
    at: Điều 3
    requirement: { vi: Quốc hiệu, en: National name }
    class: [normative, administrative]
    to: 2025-03-31
    evidence: primary
";

fn one_law(provisions: &str) -> RuleBook {
    let rule = RULE.replace("[decree/a, old-law/a, new-law/a, new-decree/a]", provisions);
    let mut files = files(&rule);
    for own in &mut files {
        if own.path == "regimes.yaml" {
            own.text = own.text.replace("{ id: decree }", "{ id: new-law }").replace("old-law", "new-law");
        }
    }
    files.push(file("law/new-law.yaml", ONE_LAW));
    load(&files).expect("a valid rule book")
}

fn regimes(book: &RuleBook) -> Vec<&str> {
    book.regimes_of("format/name").into_iter().map(|regime| regime.id.as_str()).collect()
}

#[test]
fn a_provision_binds_the_documents_of_its_class_on_its_days() {
    assert_eq!(regimes(&one_law("[new-law/a]")), ["old", "new"]);
    assert_eq!(regimes(&one_law("[new-law/b]")), ["administrative"]);
    assert_eq!(regimes(&one_law("[new-law/c]")), ["administrative", "old"]);
    assert_eq!(regimes(&one_law("[new-law/a, new-law/b]")), ["administrative", "old", "new"]);
}

#[test]
fn a_finding_cites_what_binds_its_document() {
    let book = one_law("[new-law/a, new-law/b, new-law/c]");
    let wrong = BASE.replace("CỘNG HÒA", "CỘNG HOÀ");
    let cited = |class: Class, day: &str| {
        let options =
            thethuc_core::check::Options { class: Some(class), as_of: day.parse().ok(), ..options() };
        let findings = checked(&book, &wrong, &options).findings;
        findings.iter().flat_map(|finding| &finding.law).map(|law| law.at.clone()).collect::<Vec<_>>()
    };
    assert_eq!(cited(Class::Normative, "2026-01-01"), ["Điều 1"]);
    assert_eq!(cited(Class::Normative, "2022-01-01"), ["Điều 1", "Điều 3"]);
    assert_eq!(cited(Class::Administrative, "2026-01-01"), ["Điều 2"]);
}
