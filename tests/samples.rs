//! The samples show what their README says.
#![allow(clippy::expect_used, clippy::case_sensitive_file_extension_comparisons, clippy::format_collect)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use thethuc_core::checker::{Checker, Options};
use thethuc_core::finding::Severity;

#[test]
fn every_sample_is_told_of() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let readme = fs::read_to_string(folder.join("README.md")).expect("README.md");
    for entry in fs::read_dir(&folder).expect("samples") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let is_draft = name.ends_with(".docx") || (name.ends_with(".md") && name != "README.md");
        assert!(!is_draft || readme.contains(&format!("`{name}`")), "{name} is missing in README.md");
    }
}

/// The lines of samples/README.md that announce findings, and those that the check makes.
#[test]
fn the_check_finds_what_the_readme_announces_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let readme = fs::read_to_string(folder.join("README.md")).expect("README.md");
    let (_, announced) = readme.split_once("## What the check finds\n").expect("the section of findings");
    let announced: Vec<&str> = announced.lines().filter(|line| line.starts_with("| `")).collect();
    let found = findings(&folder);
    let missing: Vec<_> = announced.iter().filter(|line| !found.iter().any(|own| own == *line)).collect();
    let surplus: Vec<_> = found.iter().filter(|line| !announced.contains(&line.as_str())).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "announced and not found:\n{}\nfound and not announced:\n{}",
        missing.iter().map(|line| format!("{line}\n")).collect::<String>(),
        surplus.iter().map(|line| format!("{line}\n")).collect::<String>()
    );
}

/// A line for each rule that finds something in a sample, and one for each clean sample.
fn findings(folder: &Path) -> Vec<String> {
    let options = Options::on("2026-12-31".parse().expect("a day"));
    let door = Checker::new(thethuc_law::book(), options).expect("no names");
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("samples")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name != "README.md" && (name.ends_with(".docx") || name.ends_with(".md")))
        .collect();
    names.sort();
    let mut lines = Vec::new();
    for name in names {
        let bytes = fs::read(folder.join(&name)).expect("a sample");
        let checked = door.check(&name, &bytes).expect("readable");
        let mut counts: BTreeMap<(std::cmp::Reverse<Severity>, String), usize> = BTreeMap::new();
        for finding in &checked.findings {
            *counts.entry((std::cmp::Reverse(finding.severity), finding.rule.clone())).or_default() += 1;
        }
        if counts.is_empty() {
            lines.push(format!("| `{name}` | nothing | |"));
        }
        for ((severity, rule), count) in counts {
            let severity = format!("{:?}", severity.0).to_lowercase();
            lines.push(format!("| `{name}` | {severity} `{rule}` | {count} |"));
        }
    }
    lines
}
