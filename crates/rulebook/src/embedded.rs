//! A rule book that is part of a program: written as Rust source when the program is built, after
//! its files were checked, and read piece by piece when a document needs them.

use crate::{Contents, Rule};
use serde::Serialize;
use std::fmt::Write;

/// The texts of a rule book, all of them checked before. JSON unless something else is said.
#[derive(Clone, Copy, Debug)]
pub struct Embedded {
    /// `regimes.yaml`.
    pub regimes: &'static str,
    /// `forms.yaml`.
    pub forms: &'static str,
    /// `terms.yaml`.
    pub terms: &'static str,
    /// `organs.yaml`.
    pub organs: &'static str,
    /// `layout.yaml`.
    pub layout: &'static str,
    /// `registry/about.yaml`.
    pub about: &'static str,
    /// `registry/instruments.yaml`.
    pub instruments: &'static str,
    /// The titles of instruments, as ordered lines.
    pub titles: &'static str,
    /// `registry/harvested.csv`, as ordered lines.
    pub harvested: &'static str,
    /// `registry/units.csv`, as ordered lines.
    pub units: &'static str,
    /// `skeletons/`.
    pub skeletons: &'static str,
    /// `law/`: ids and instruments.
    pub law: &'static [(&'static str, &'static str)],
    /// `bases/`: names and Markdown.
    pub bases: &'static [(&'static str, &'static str)],
    /// The rules.
    pub rules: &'static [EmbeddedRule],
}

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct EmbeddedRule {
    /// `group/name`.
    pub id: &'static str,
    /// Ids that it had before.
    pub was: &'static [&'static str],
    /// Ids of the regimes in which it can apply.
    pub regimes: &'static [&'static str],
    /// The rule without what no check needs: why it exists, and its examples.
    pub json: &'static str,
    /// Why it exists.
    pub why: &'static str,
    /// Its examples.
    pub examples: &'static str,
}

/// The Rust source of a constant `BOOK` that holds the contents.
///
/// # Errors
/// When a value cannot be written as JSON, which no value of a rule book is.
pub fn source(contents: &Contents) -> Result<String, serde_json::Error> {
    let mut source = "/// The rule book.\npub static BOOK: Embedded = Embedded {\n".to_owned();
    let tables = [
        ("regimes", json(&contents.joined_regimes())?),
        ("forms", json(&contents.forms)?),
        ("terms", json(&contents.terms)?),
        ("organs", json(&contents.organs)?),
        ("layout", json(&contents.layout)?),
        ("about", json(&contents.registry.about)?),
        ("instruments", json(&contents.registry.curated)?),
        ("titles", contents.registry.titles.text().to_owned()),
        ("harvested", contents.registry.harvested.text().to_owned()),
        ("units", contents.registry.units.text().to_owned()),
        ("skeletons", json(&contents.skeletons)?),
    ];
    for (name, text) in tables {
        let _ = writeln!(source, "    {name}: {text:?},");
    }
    let laws = contents.law.iter().map(|(id, law)| Ok(format!("({id:?}, {:?})", json(law)?)));
    let bases = contents.bases.iter().map(|(name, text)| Ok(format!("({name:?}, {text:?})")));
    let rules = contents.rules.iter().map(|(id, rule)| source_of_rule(contents, id, rule));
    list(&mut source, "law", laws)?;
    list(&mut source, "bases", bases)?;
    list(&mut source, "rules", rules)?;
    source.push_str("};\n");
    Ok(source)
}

/// Writes a list of the embedded book, one entry a line.
fn list(
    source: &mut String,
    name: &str,
    entries: impl Iterator<Item = Result<String, serde_json::Error>>,
) -> Result<(), serde_json::Error> {
    let _ = writeln!(source, "    {name}: &[");
    for entry in entries {
        let _ = writeln!(source, "        {},", entry?);
    }
    source.push_str("    ],\n");
    Ok(())
}

/// A rule as Rust, with its parts that are wanted at different times in texts of their own, and
/// with its regimes, which would need all of the law at run time.
fn source_of_rule(contents: &Contents, id: &str, rule: &Rule) -> Result<String, serde_json::Error> {
    let regimes: Vec<&str> = contents.regimes_of(rule).into_iter().map(|regime| regime.id.as_str()).collect();
    let examples = json(&rule.examples)?;
    let why = json(&rule.why)?;
    let bare = json(&Rule { examples: Vec::new(), why: None, ..rule.clone() })?;
    let was = &rule.was;
    Ok(format!(
        "EmbeddedRule {{ id: {id:?}, was: &{was:?}, regimes: &{regimes:?}, json: {bare:?}, why: {why:?}, examples: {examples:?} }}"
    ))
}

/// JSON without the keys that are not given, which would only cost time at every start.
fn json(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut value = serde_json::to_value(value)?;
    drop_nulls(&mut value);
    serde_json::to_string(&value)
}

/// Takes out, at every depth, the keys without a value.
fn drop_nulls(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(map) => {
            map.retain(|_, value| !value.is_null());
            map.values_mut().for_each(drop_nulls);
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(drop_nulls),
        _ => {}
    }
}
