//! A baseline as a file: JSON, one entry a line and in order, so that two people who write one merge them
//! without a conflict. It holds no words of drafts.

use super::{Baseline, KnownDocument, KnownFinding, MadeBy};
use crate::finding::{Fingerprint, Words};
use crate::rulebook::yaml;
use crate::text::Date;
use crate::triage::identity::{Designation, Digest, Identity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the first line says that the file is.
const SCHEMA: &str = "thethuc/baseline/v1";

/// Why a text is no baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaselineFault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub words: Words,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Head { schema: String, program: String, data_until: Option<Date> },
    Rule { rule: String, said: Digest },
    Finding { path: String, fingerprint: Fingerprint, count: usize, rule: String },
    Document { path: String, digest: Digest, designation: Option<Designation> },
}

impl Baseline {
    /// The text of the file.
    pub fn text(&self) -> String {
        let made_by = self.made_by.iter();
        let head = made_by.clone().map(|own| Line::Head {
            schema: SCHEMA.to_owned(),
            program: own.program.clone(),
            data_until: own.data_until,
        });
        let rules = made_by.flat_map(|own| &own.rules);
        let rules = rules.map(|(rule, said)| Line::Rule { rule: rule.clone(), said: *said });
        let mut documents: Vec<&KnownDocument> = self.documents.iter().collect();
        documents.sort_by(|one, other| one.document.path.cmp(&other.document.path));
        let documents = documents.into_iter().flat_map(|own| {
            let Identity { path, designation, digest } = own.document.clone();
            let findings = own.findings.iter().map(move |(fingerprint, finding)| Line::Finding {
                path: own.document.path.clone(),
                fingerprint: *fingerprint,
                count: finding.count,
                rule: finding.rule.clone(),
            });
            std::iter::once(Line::Document { path, digest, designation }).chain(findings)
        });
        // Strings and numbers make no error.
        let lines = head.chain(rules).chain(documents).filter_map(|line| serde_json::to_string(&line).ok());
        lines.flat_map(|line| [line, "\n".to_owned()]).collect()
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// Tells the first line that is none of a baseline.
    pub fn read(text: &str) -> Result<Self, BaselineFault> {
        let mut baseline = Self::default();
        let mut findings: Vec<(usize, String, Fingerprint, KnownFinding)> = Vec::new();
        let mut rules = BTreeMap::new();
        for (index, text) in text.lines().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
            let line = index + 1;
            match serde_json::from_str(text).map_err(|error| no_line(line, None, &error.to_string()))? {
                Line::Head { schema, program, data_until } if schema == SCHEMA => {
                    baseline.made_by = Some(MadeBy { program, data_until, rules: BTreeMap::new() });
                }
                Line::Head { schema, .. } => return Err(no_line(line, Some(&schema), &schema)),
                Line::Rule { rule, said } => {
                    rules.insert(rule, said);
                }
                Line::Document { path, digest, designation } => {
                    let document = Identity { path, designation, digest };
                    baseline.insert(KnownDocument { document, findings: BTreeMap::new() });
                }
                Line::Finding { path, fingerprint, count, rule } => {
                    findings.push((line, path, fingerprint, KnownFinding { rule, count }));
                }
            }
        }
        if let Some(own) = &mut baseline.made_by {
            own.rules = rules;
        }
        for (line, path, fingerprint, finding) in findings {
            let index = baseline.by_path.get(&path).copied();
            let document = index.and_then(|index| baseline.documents.get_mut(index));
            let document = document.ok_or_else(|| no_line(line, Some(&path), &path))?;
            document.findings.insert(fingerprint, finding);
        }
        Ok(baseline)
    }
}

/// A line that is none of a baseline. `named` is what a person can look for in it; what the library says is of use in
/// its own language alone.
fn no_line(line: usize, named: Option<&str>, reason: &str) -> BaselineFault {
    let named = named.map(|named| format!(" (“{}”)", yaml::shown(named))).unwrap_or_default();
    let reason = yaml::shown(reason);
    BaselineFault {
        line,
        words: Words {
            vi: format!("đây không phải là một dòng của tệp mốc{named}; hãy lập lại bằng --write-baseline"),
            en: format!("this is no line of a baseline ({reason}); write it anew with --write-baseline"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn baseline() -> Baseline {
        let mut own = Baseline::default();
        let rules = BTreeMap::from([("format/a".to_owned(), Digest::of(b"a"))]);
        own.made_by = Some(MadeBy { program: "0.1.0".to_owned(), data_until: None, rules });
        for path in ["b.md", "a.md"] {
            let findings = BTreeMap::from([(
                Fingerprint::of([path]),
                KnownFinding { rule: "format/a".to_owned(), count: 2 },
            )]);
            let document = Identity {
                path: path.to_owned(),
                designation: (path == "a.md").then(|| Designation {
                    number: "05/QĐ-UBND".to_owned(),
                    year: 2026,
                    organ: "ủy ban nhân dân xã hòa an".to_owned(),
                }),
                digest: Digest::of(path.as_bytes()),
            };
            own.insert(KnownDocument { document, findings });
        }
        own
    }

    #[test]
    fn what_is_written_is_read_back_line_by_line_in_order() {
        let text = baseline().text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 6, "{text}");
        assert!(lines[2].contains("\"a.md\"") && lines[5].contains("\"b.md\""), "{text}");
        let read = Baseline::read(&text).expect("what was written");
        assert_eq!(read.text(), text);
        assert_eq!(read.made_by, baseline().made_by);
        assert_eq!(read.documents().len(), 2);
    }

    #[test]
    fn what_is_no_baseline_is_told_with_its_line() {
        let text = baseline().text();
        assert_eq!(Baseline::read(&format!("{text}<<<<<<< HEAD\n")).expect_err("a mark of git").line, 7);
        assert_eq!(Baseline::read("{\"schema\":\"x\",\"program\":\"\"}\n").expect_err("another").line, 1);
        assert!(Baseline::read("").expect("empty").documents().is_empty());
        let lost = text.lines().rev().take(1).collect::<String>();
        assert!(Baseline::read(&lost).is_err(), "a finding of no document");
    }
}
