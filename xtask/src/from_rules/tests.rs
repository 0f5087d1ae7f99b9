//! What is made from the rule book is fresh, and the schema says what the reader of rules says.

use super::*;
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use thethuc_core::rulebook::Rule;

const STALE: &str = "is stale: run `cargo xtask book`";

use crate::root;

pub fn committed(path: &Path) -> String {
    // Git may have given the file the line ends of another system.
    fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n")
}

#[test]
fn the_committed_schema_is_fresh() {
    let fresh = committed(&root().join("rules/schema.json")) == super::schema().expect("JSON");
    assert!(fresh, "rules/schema.json {STALE}");
}

#[test]
fn the_committed_pages_are_fresh() {
    let folder = root().join("docs/rules");
    let pages = super::docs();
    for page in &pages {
        assert!(committed(&folder.join(&page.name)) == page.text, "docs/rules/{} {STALE}", page.name);
    }
    let files = fs::read_dir(&folder).expect("docs/rules").count();
    assert_eq!(files, pages.len(), "docs/rules has a page of a group that is gone and {STALE}");
}

/// The schema, ready to judge.
fn schema() -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema: Value = serde_json::from_str(&super::schema().expect("JSON")).expect("JSON");
    compiler.add_resource("rule.json", schema).expect("a resource");
    let index = compiler.compile("rule.json", &mut schemas).expect("a sound schema");
    (schemas, index)
}

#[test]
fn every_rule_file_fits_the_schema() {
    let (schemas, index) = schema();
    for id in thethuc_law::book().rule_ids() {
        let file = root().join("rules").join(format!("{id}.yaml"));
        let rule: Value = serde_yaml::from_str(&committed(&file)).expect("YAML");
        if let Err(error) = schemas.validate(&rule, index) {
            panic!("{}: {error:#}", file.display());
        }
    }
}

const RULE: &str = "
title: { vi: Một, en: One }
law: [nd30/C-01]
severity: error
select: title
check: { text: { equals: A } }
message: { vi: Sai, en: Wrong }
examples: [{ from: letter-ward-2026, set: { \"basis[2]\": A } }]
";

#[test]
fn what_the_reader_refuses_the_schema_refuses_too() {
    let (schemas, index) = schema();
    let fits = |yaml: &str| {
        let value: Value = serde_yaml::from_str(yaml).expect("YAML");
        let (read, fits) =
            (serde_yaml::from_str::<Rule>(yaml).is_ok(), schemas.validate(&value, index).is_ok());
        assert_eq!(read, fits, "reader and schema differ on: {yaml}");
        fits
    };
    assert!(fits(RULE));
    let wrong = [
        ("severity: error", "severty: error"),
        ("severity: error", "severity: grave"),
        ("select: title", "select: titel"),
        ("select: title", "select: []"),
        ("basis[2]", "basis[0]"),
        ("basis[2]", "bases"),
        ("{ equals: A }", "{ equal: A }"),
        ("{ text: { equals: A } }", "{ style: { size: wide } }"),
        ("{ text: { equals: A } }", "{ style: { color: [red] } }"),
        ("{ text: { equals: A } }", "{ style: { size: { tolerance: 1 } } }"),
        ("{ text: { equals: A } }", "{ present: twice }"),
        ("{ text: { equals: A } }", "{ present: {} }"),
        ("vi: Sai", "vi: ''"),
        (", en: Wrong", ""),
        ("select: title", "select: title\napplies: { from: soon }"),
    ];
    for (right, wrong) in wrong {
        assert!(RULE.contains(right), "{right}");
        assert!(!fits(&RULE.replace(right, wrong)), "{wrong}");
    }
    let also_right = [
        ("{ text: { equals: A } }", "{ style: { size: { min: 12, max: 13 } }, present: { min: 1, max: 1 } }"),
        ("{ text: { equals: A } }", "{ any: [{ present: false }, { not: { text: { capitals: true } } }] }"),
        ("select: title", "select: [title, form]\napplies: { from: 2025-07-01, level: [special-zone] }"),
    ];
    for (right, other) in also_right {
        assert!(fits(&RULE.replace(right, other)), "{other}");
    }
}
