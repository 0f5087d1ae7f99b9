//! What a rule is in the regimes: whose documents its provisions bind.

use crate::{BASE, RULE, checked, file, files, load, options_with};
use std::sync::Arc;
use thethuc_core::checker::Options;
use thethuc_core::document::Class;
use thethuc_core::finding::Severity;
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

fn one_law(provisions: &str) -> Arc<RuleBook> {
    let rule = RULE.replace("[decree/a, old-law/a, new-law/a, new-decree/a]", provisions);
    let mut files = files(&rule);
    for own in &mut files {
        if own.path == "regimes.yaml" {
            own.text = own.text.replace("{ id: decree }", "{ id: new-law }").replace("old-law", "new-law");
        }
    }
    files.push(file("law/new-law.yaml", ONE_LAW));
    Arc::new(load(&files).expect("a valid rule book"))
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
            options_with(|options| (options.class, options.as_of) = (Some(class), day.parse().ok()));
        let findings = checked(&book, &wrong, &options).findings;
        findings.iter().flat_map(|finding| &finding.law).map(|law| law.at.clone()).collect::<Vec<_>>()
    };
    assert_eq!(cited(Class::Normative, "2026-01-01"), ["Điều 1"]);
    assert_eq!(cited(Class::Normative, "2022-01-01"), ["Điều 1", "Điều 3"]);
    assert_eq!(cited(Class::Administrative, "2026-01-01"), ["Điều 2"]);
}

/// A rule that leaves its check to two variants; the third regime has the check of neither.
const VARIED: &str = "
title: { vi: Cỡ chữ, en: Size }
was: [format/old-name]
law: [decree/a, old-law/a, new-law/a]
severity: error
select: header.national_name
message: { vi: \"“{found}” phải là “{expected}”\", en: \"“{found}” must be “{expected}”\" }
variants:
  - regime: [administrative, old]
    check: { text: { equals: CỘNG HÒA } }
    severity: warning
  - regime: [new]
    check: { text: { equals: VIỆT NAM } }
    message: { vi: \"phải là “{expected}”\", en: \"it must be “{expected}”\" }
    help: { vi: Gõ lại., en: Type it again. }
examples:
  - from: decision
    replace: [{ find: CỘNG HÒA, with: CỘNG HOÀ }]
";

fn under(class: Option<Class>, day: &str) -> Options {
    options_with(|options| (options.class, options.as_of) = (class, day.parse().ok()))
}

#[test]
fn a_variant_takes_the_place_of_what_it_says() {
    let book = crate::book(VARIED);
    let found = |day: &str| {
        let findings = checked(&book, BASE, &under(Some(Class::Normative), day)).findings;
        let finding = findings.into_iter().next().expect("a finding");
        (finding.severity, finding.message.en, finding.help.map(|help| help.en))
    };
    let (severity, message, help) = found("2026-01-01");
    assert_eq!((severity, help.as_deref()), (Severity::Error, Some("Type it again.")));
    assert_eq!(message, "it must be “VIỆT NAM”");
    let (severity, message, help) = found("2022-01-01");
    assert_eq!((severity, help), (Severity::Warning, None));
    assert_eq!(message, "“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” must be “CỘNG HÒA”");
}

#[test]
fn a_rule_that_differs_between_classes_is_silent_where_the_class_is_unknown() {
    let unknown = BASE.replace("| Số: 05/2026/QĐ-UBND |", "| |").replace("**QUYẾT ĐỊNH**", "**ABC**");
    let unknown = unknown.replace("*Ủy ban nhân dân ban hành Quyết định quy định mức thu phí chợ.*", "");
    let silent = checked(&crate::book(VARIED), &unknown, &under(None, "2022-01-01"));
    assert_eq!((silent.judged.class, silent.findings.len()), (None, 1), "one variant for both classes");
    let silent = checked(&crate::book(VARIED), &unknown, &under(None, "2026-01-01"));
    assert_eq!((silent.judged.class, silent.findings.len()), (None, 0), "a variant for each class");
}

#[test]
fn faults_of_variants_are_told_where_they_stand() {
    let cases = [
        ("[new]", "[ned]", 12, "unknown regime “ned”; did you mean “new”"),
        ("[new]", "[new, old]", 12, "two variants name the regime “old”"),
        ("regime: [new]\n", "regime: [new]\n    chek: {}\n", 13, "did you mean “check”"),
        (
            "law: [decree/a, old-law/a, new-law/a]",
            "law: [old-law/a, new-law/a]",
            9,
            "does not apply in the regime “administrative”",
        ),
        ("[administrative, old]", "[old]", 8, "no variant has one for the regimes: administrative"),
        ("{ text: { equals: VIỆT NAM } }", "{ text: { ignoring: [case] } }", 13, "tests nothing"),
        ("it must be “{expected}”", "it must be “{expectd}”", 14, "no variable {expectd}"),
        (
            "    check: { text: { equals: CỘNG HÒA } }\n    severity: warning\n",
            "",
            9,
            "needs its own severity",
        ),
    ];
    for (find, with, line, words) in cases {
        assert!(VARIED.contains(find), "{find}");
        let faults = load(&files(&VARIED.replacen(find, with, 1))).err().unwrap_or_default();
        let fault = faults.iter().find(|fault| fault.words.en.contains(words));
        let fault = fault.unwrap_or_else(|| panic!("{with}: {faults:?}"));
        assert_eq!(fault.line, line, "{with}: {fault}");
    }
}

#[test]
fn an_id_that_a_rule_had_keeps_working() {
    let book = crate::book(VARIED);
    assert_eq!(book.resolve("format/old-name"), Some("format/name"));
    assert_eq!(book.resolve("format/name"), Some("format/name"));
    assert_eq!(book.resolve("format/no-name"), None);
    let count = |only: &[&str], skip: &[&str]| {
        let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect();
        let options = options_with(|options| (options.only, options.skip) = (names(only), names(skip)));
        checked(&book, BASE, &options).findings.len()
    };
    assert_eq!(count(&[], &[]), 1);
    assert_eq!(count(&["format/old-name"], &[]), 1);
    assert_eq!(count(&[], &["format/old-name"]), 0);
    let today = "2026-11-23".parse().expect("a date");
    let explained = thethuc_core::guide::explain(&book, "format/old-name", today).expect("a rule");
    assert_eq!(explained.rule, "format/name");
}

#[test]
fn a_former_id_names_one_rule() {
    let told = |rules: &[(&str, &str)]| {
        let mut all = files(VARIED);
        all.extend(rules.iter().map(|(path, text)| file(path, text)));
        let faults = load(&all).err().unwrap_or_default();
        let faults = faults.into_iter().map(|fault| (fault.file, fault.line, fault.words.en));
        faults.collect::<Vec<_>>()
    };
    let own = RULE.replace("law:", "was: [format/old-name]\nlaw:");
    let both = told(&[("format/other.yaml", &own)]);
    assert_eq!(both.len(), 2, "both files that claim it: {both:?}");
    assert_eq!(both[1].1, 3, "{both:?}");
    assert!(both[1].2.contains("“format/old-name” in was already is the id of a rule"), "{both:?}");
    let shapeless = told(&[("format/other.yaml", &RULE.replace("law:", "was: [old]\nlaw:"))]);
    assert!(shapeless[0].2.contains("not of the form group/name"), "{shapeless:?}");
}

#[test]
fn a_file_at_a_former_path_is_told_where_the_rule_is_now() {
    let own = file("format/old-name.yaml", RULE);
    let faults = crate::book(VARIED).extended(&[own]).err().unwrap_or_default();
    let [fault] = faults.as_slice() else { panic!("one fault wanted: {faults:?}") };
    assert_eq!(fault.file, "format/old-name.yaml");
    assert_eq!(
        fault.words.en,
        "the rule “format/old-name” is now “format/name”: put the file at format/name.yaml"
    );
}

#[test]
fn what_only_the_new_regime_demands_is_mild_while_the_old_one_may_govern() {
    let severity = |provisions: &str, day: &str| {
        let mut all = files(&RULE.replace("[decree/a, old-law/a, new-law/a, new-decree/a]", provisions));
        for own in &mut all {
            own.text = own.text.replace("from: 2025-04-01\n", "from: 2025-04-01\n  transition: 2025-06-30\n");
        }
        let book = Arc::new(load(&all).expect("a valid rule book"));
        let wrong = BASE.replace("CỘNG HÒA", "CỘNG HOÀ");
        let options = options_with(|options| {
            (options.class, options.as_of) = (Some(Class::Normative), day.parse().ok());
        });
        checked(&book, &wrong, &options).findings.first().map(|finding| finding.severity)
    };
    assert_eq!(severity("[new-law/a]", "2025-06-30"), Some(Severity::Warning));
    assert_eq!(severity("[new-law/a]", "2025-07-01"), Some(Severity::Error));
    assert_eq!(severity("[old-law/a, new-law/a]", "2025-06-30"), Some(Severity::Error), "both demand it");
}
