//! What an office keeps on purpose: silences, words and values of its own, severities for some files.

use super::{Config, PathPattern};
use crate::locate::line_and_column;
use crate::vocabulary::{Date, Severity, Words};
use crate::yaml::Fault;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Severities for some files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ByPath {
    /// The files.
    pub paths: Vec<PathPattern>,
    /// Severities by rule or group.
    pub severity: BTreeMap<String, Severity>,
}

/// Findings that people decided to keep, or that are wrong. What is silenced is shown with its reason and
/// fails no run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Silence {
    /// The rule; needed with `words`.
    pub rule: Option<String>,
    /// The words found; blanks and line ends count as one blank.
    pub words: Option<String>,
    /// The fingerprint of the finding, instead of rule and words.
    pub fingerprint: Option<String>,
    /// The files; all below the folder of the configuration if not given.
    pub path: Option<PathPattern>,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub who: Option<String>,
    /// The day of the decision.
    pub day: Option<Date>,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// Whether the finding itself is wrong, rather than kept.
    #[serde(default)]
    pub wrong: bool,
}

/// Words, or a value such as a size, that an office uses on purpose. Not for rules on authority and not for
/// the national name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Accept {
    /// The rule.
    pub rule: String,
    /// The words found.
    pub words: Option<String>,
    /// The value found, as the message tells it: `15 pt`.
    pub value: Option<String>,
    /// Why.
    pub reason: String,
    /// The office's own instrument that says so.
    pub provision: Option<String>,
}

/// What is wrong with an entry, and the word of it to stand at.
type Doubt = (&'static str, &'static str);

impl Silence {
    fn doubt(&self) -> Option<Doubt> {
        let by_words = self.rule.is_some() && self.words.is_some();
        if self.reason.trim().is_empty() {
            return Some(("thiếu lý do ở “reason”", "the “reason” is empty"));
        }
        if self.fingerprint.as_deref().is_some_and(|own| !is_fingerprint(own)) {
            return Some((
                "“fingerprint” cần 16 chữ số, chữ cái từ a đến f, đặt trong \"…\"",
                "a “fingerprint” has 16 figures and letters from a to f, in \"…\"",
            ));
        }
        let names_one = self.fingerprint.is_some() != by_words;
        (!names_one || self.rule.is_some() != self.words.is_some()).then_some((
            "cần “rule” cùng “words”, hoặc “fingerprint”",
            "it needs “rule” with “words”, or a “fingerprint”",
        ))
    }
}

impl Accept {
    fn doubt(&self) -> Option<Doubt> {
        let filled = |own: &Option<String>| own.as_deref().is_some_and(|own| !own.trim().is_empty());
        if self.reason.trim().is_empty() {
            return Some(("thiếu lý do ở “reason”", "the “reason” is empty"));
        }
        let names_one = filled(&self.words) != filled(&self.value);
        (!names_one)
            .then_some(("cần một trong hai khóa “words”, “value”", "it needs one of “words” and “value”"))
    }
}

fn is_fingerprint(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|own| matches!(own, b'0'..=b'9' | b'a'..=b'f'))
}

impl Config {
    /// An entry that decides nothing, or without a reason.
    pub(super) fn undecided(&self, text: &str) -> Option<Fault> {
        let silences = self.silence.iter().map(Silence::doubt).enumerate();
        let accepted = self.accept.iter().map(Accept::doubt).enumerate();
        let doubts = silences.map(|own| ("silence", own)).chain(accepted.map(|own| ("accept", own)));
        let mut found = doubts.filter_map(|(key, (index, doubt))| Some((key, index, doubt?)));
        found.next().map(|(key, index, (vi, en))| {
            let (line, column) = place_of_entry(text, key, index);
            Fault { line, column, words: Words { vi: vi.to_owned(), en: en.to_owned() } }
        })
    }
}

/// Where an entry of a list stands that is a key of the file, by its number from 0: line and column of its dash,
/// or of the key for a list of one line.
pub fn place_of_entry(text: &str, key: &str, index: usize) -> (usize, usize) {
    line_and_column(text, offset_of_entry(text, key, index))
}

/// The byte at which an entry begins; that of its key where entries are not told apart.
pub(super) fn offset_of_entry(text: &str, key: &str, index: usize) -> usize {
    let lead = format!("{key}:");
    let starts = text.match_indices('\n').map(|(at, _)| at + 1);
    let Some(list) = std::iter::once(0).chain(starts).find(|at| text[*at..].starts_with(&lead)) else {
        return 0;
    };
    let mut dashes = Vec::new();
    let mut indent = None;
    let mut at = list;
    for line in text[list..].split_inclusive('\n') {
        let own = line.len() - line.trim_start().len();
        let is_entry = line.trim_start().starts_with("- ");
        if at > list && own == 0 && !is_entry && !line.trim().is_empty() && !line.starts_with('#') {
            break;
        }
        if is_entry && at > list && own == *indent.get_or_insert(own) {
            dashes.push(at + own);
        }
        at += line.len();
    }
    dashes.get(index).copied().unwrap_or(list)
}
