//! The rules test themselves: every example of every rule, every base draft against all rules.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::LazyLock;
use thethuc_core::guide::table::{Filter, Repairs, table};
use thethuc_core::rulebook::{Kind, Safety};
use thethuc_core::text::Date;
use thethuc_core::trial::{ExampleResult, Subject, demonstrate, lacking, test_rules};

/// The examples and bases are run once for all tests.
static RESULTS: LazyLock<Vec<ExampleResult>> = LazyLock::new(|| test_rules(&thethuc_law::book(), today()));

fn today() -> Date {
    "2026-11-23".parse().expect("a date")
}

#[test]
fn every_example_finds_exactly_what_it_announces_and_every_base_is_clean() {
    let results = &*RESULTS;
    let mut faults = String::new();
    for result in results {
        let Some(words) = &result.fault else { continue };
        let line = match &result.subject {
            Subject::Example(rule, number) => format!("{rule}, example {number}: {}", words.vi),
            Subject::Base(name) => format!("bases/{name}.md: {}", words.vi),
        };
        faults.push_str(&line);
        faults.push('\n');
    }
    println!("{} examples and bases", results.len());
    assert!(!results.is_empty(), "nothing was tested");
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn every_rule_has_an_example_in_each_regime_in_which_it_can_apply() {
    let lacking = lacking(&thethuc_law::book(), &RESULTS);
    let lines: Vec<_> = lacking.iter().map(|own| format!("{} in {}", own.rule, own.regime)).collect();
    assert!(lines.is_empty(), "no example shows what these rules find:\n{}", lines.join("\n"));
}

#[test]
fn every_kind_of_check_every_group_and_every_regime_is_in_use() {
    let contents = thethuc_law::book().contents();
    let mut kinds = BTreeSet::new();
    let mut regimes = BTreeSet::new();
    let groups: BTreeSet<&str> = contents.rules.keys().filter_map(|id| id.split('/').next()).collect();
    for rule in contents.rules.values() {
        let of_variants = rule.variants.iter().filter_map(|variant| variant.check.as_ref());
        for check in of_variants.chain([&rule.check]) {
            check.visit(&mut |kind| {
                kinds.insert(kind.name());
            });
        }
        regimes.extend(contents.regimes_of(rule).into_iter().map(|regime| regime.id.as_str()));
    }
    let unused: Vec<&str> = Kind::NAMES.iter().copied().filter(|name| !kinds.contains(name)).collect();
    assert!(unused.is_empty(), "no rule uses {unused:?}");
    assert_eq!(groups, BTreeSet::from(["authority", "format", "language", "reference", "section"]));
    assert_eq!(regimes.len(), contents.regimes.len());
}

#[test]
fn every_rule_says_why_it_matters_and_what_to_do() {
    let book = thethuc_law::book();
    let mut silent = Vec::new();
    for id in book.rule_ids() {
        let rules = book.regimes_of(id).into_iter().map(|regime| book.rule_in(id, regime));
        let mut helps = rules.map(|rule| rule.is_some_and(|rule| rule.help.is_some()));
        if book.why(id).is_none() || helps.any(|has_help| !has_help) {
            silent.push(id);
        }
    }
    assert!(silent.is_empty(), "without why or help: {silent:?}");
}

#[test]
fn every_embedded_file_can_be_read_back() {
    let book = thethuc_law::book();
    let contents = book.contents();
    assert_eq!(contents.rules.len(), book.rule_ids().count());
    for id in book.rule_ids() {
        assert!(book.rule(id).is_some(), "{id}");
        assert!(!book.examples(id).is_empty(), "{id} has no example");
    }
}

#[test]
fn every_rule_that_announces_a_repair_makes_one() {
    let book = thethuc_law::book();
    let makes_one = |id: &str| {
        let shown =
            (0..book.examples(id).len()).filter_map(|index| demonstrate(&book, id, index, today()).ok());
        shown.into_iter().any(|shown| !shown.finding.fixes.is_empty())
    };
    let contents = book.contents();
    let announced = contents
        .rules
        .iter()
        .filter(|(_, rule)| rule.fix.as_ref().is_some_and(|fix| fix.safety != Safety::Never));
    let idle: Vec<&String> = announced.map(|(id, _)| id).filter(|id| !makes_one(id)).collect();
    assert!(idle.is_empty(), "the examples show no repair: {idle:?}");
}

#[test]
fn every_rule_says_whether_what_it_finds_is_repaired() {
    let rows = table(&thethuc_law::book(), &Filter::default());
    let silent: Vec<_> = rows.iter().filter(|row| row.fix.is_none()).map(|row| &row.rule).collect();
    assert!(silent.is_empty(), "without a policy of repair: {silent:?}");
    let Repairs { safe, ask, never, .. } = Repairs::of(&rows);
    insta::assert_snapshot!("repairs", format!("safe {safe}, ask {ask}, never {never}"));
}
