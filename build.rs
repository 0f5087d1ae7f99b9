//! Checks the files of `rules/` and writes them into the program, so that no user ever waits for
//! YAML or meets a broken embedded rule.
//!
//! The rule book and the few ground-floor types it needs are included from the sources themselves:
//! one code checks embedded rules and rules that are loaded at run time.
#![allow(dead_code, missing_docs, reason = "the included modules are documented and used in the library")]
#![allow(unused_imports, unreachable_pub, reason = "the included modules export more than the build needs")]

#[path = "src/document"]
mod document {
    pub mod facts;
    pub mod part_kind;
    pub mod unit;
    pub use facts::{Class, Level, OrganKind, Stage};
    pub use part_kind::PartKind;
    pub use unit::UnitKind;
}
#[path = "src/draft"]
mod draft {
    pub mod layout;
    pub mod style;
    pub use layout::{NumberFormat, Orientation, PagePosition};
    pub use style::Alignment;
}
#[path = "src/finding/mod.rs"]
mod finding;
#[path = "src/language.rs"]
mod language;
#[path = "src/profile.rs"]
mod profile;
#[path = "src/rulebook/mod.rs"]
mod rulebook;
#[path = "src/text"]
mod text {
    pub mod date;
    pub mod regex;
    pub mod span;
    pub mod vietnamese;
    pub use date::Date;
    pub use span::Span;
}

use rulebook::{Contents, RuleFile, files::read_directory, validate::validate};
use serde::Serialize;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    // The included modules count as sources of this script: Cargo builds and runs it anew when one changes.
    say("rerun-if-changed=rules");
    match embed() {
        Ok(faults) if faults.is_empty() => ExitCode::SUCCESS,
        Ok(faults) => {
            for fault in faults {
                say(&format!("error=rules/{fault}"));
            }
            ExitCode::FAILURE
        }
        Err(error) => {
            say(&format!("error={error}"));
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::print_stdout, reason = "the way in which a build script speaks to Cargo")]
fn say(line: &str) {
    println!("cargo::{line}");
}

/// Writes the embedded rules, or returns the faults of the files.
fn embed() -> Result<Vec<rulebook::RuleBookError>, Box<dyn Error>> {
    let files: Vec<RuleFile> = read_directory(Path::new("rules"))?;
    let mut contents = Contents::default();
    let mut faults = contents.add(&files);
    faults.extend(validate(&contents, &files));
    if faults.is_empty() {
        let out = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
        std::fs::write(Path::new(&out).join("rules.rs"), generate(&contents)?)?;
    }
    Ok(faults)
}

/// The Rust source that holds the rule book as JSON texts.
fn generate(contents: &Contents) -> Result<String, Box<dyn Error>> {
    let mut source = String::new();
    let tables = [
        ("REGIMES", json(&contents.regimes)?),
        ("FORMS", json(&contents.forms)?),
        ("ORGANS", json(&contents.organs)?),
        ("INSTRUMENTS", json(&contents.registry.curated)?),
        ("TITLES", contents.registry.titles.text().to_owned()),
        ("HARVESTED", contents.registry.harvested.text().to_owned()),
        ("UNITS", contents.registry.units.text().to_owned()),
        ("SKELETONS", json(&contents.skeletons)?),
    ];
    for (name, text) in tables {
        writeln!(source, "pub static {name}: &str = {text:?};")?;
    }
    writeln!(source, "pub static LAW: &[(&str, &str)] = &[")?;
    for (id, instrument) in &contents.law {
        writeln!(source, "    ({id:?}, {:?}),", json(instrument)?)?;
    }
    writeln!(source, "];\npub static BASES: &[(&str, &str)] = &[")?;
    for (name, text) in &contents.bases {
        writeln!(source, "    ({name:?}, {text:?}),")?;
    }
    writeln!(source, "];\npub static RULES: &[EmbeddedRule] = &[")?;
    for (id, rule) in &contents.rules {
        let regimes: Vec<&str> =
            contents.regimes_of(rule).into_iter().map(|regime| regime.id.as_str()).collect();
        let examples = json(&rule.examples)?;
        let why = json(&rule.why)?;
        let bare = json(&rulebook::Rule { examples: Vec::new(), why: None, ..rule.clone() })?;
        writeln!(
            source,
            "    EmbeddedRule {{ id: {id:?}, regimes: &{regimes:?}, json: {bare:?}, why: {why:?}, examples: {examples:?} }},"
        )?;
    }
    writeln!(source, "];")?;
    Ok(source)
}

/// JSON without the keys that are not given, which would only cost time at every start.
fn json(value: &impl Serialize) -> Result<String, Box<dyn Error>> {
    let mut value = serde_json::to_value(value)?;
    drop_nulls(&mut value);
    Ok(serde_json::to_string(&value)?)
}

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
