//! The rules test themselves: every example of every rule, every base draft against all rules.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use thethuc::examples::{Subject, test_rules};
use thethuc::rules::RuleBook;
use thethuc::text::Date;

fn today() -> Date {
    "2026-11-23".parse().expect("a date")
}

#[test]
fn every_example_finds_exactly_what_it_announces_and_every_base_is_clean() {
    let results = test_rules(&RuleBook::embedded(), today());
    let mut faults = String::new();
    for result in &results {
        let Some(words) = &result.fault else { continue };
        let line = match &result.subject {
            Subject::Example(rule, number) => format!("{rule}, example {number}: {}", words.vi),
            Subject::Base(name) => format!("bases/{name}.md: {}", words.vi),
        };
        faults.push_str(&line);
        faults.push('\n');
    }
    println!("{} examples and bases", results.len());
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn every_embedded_file_can_be_read_back() {
    let book = RuleBook::embedded();
    let contents = book.contents();
    assert_eq!(contents.rules.len(), book.rule_ids().count());
    for id in book.rule_ids() {
        assert!(book.rule(id).is_some(), "{id}");
        assert!(!book.examples(id).is_empty(), "{id} has no example");
    }
}
