//! A decision and the findings that it is on.

use super::Area;
use crate::finding::{Decision, Finding, Fingerprint};
use crate::rulebook::RuleBook;
use crate::text::Date;
use crate::text::vietnamese::squeeze;
use serde::{Deserialize, Serialize};

/// A decision of people on findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The findings.
    pub on: Subject,
    /// The document (`a/b.docx`) or the folder (`a`) in which they are; everywhere if not given.
    #[serde(default)]
    pub path: Option<String>,
    /// What was decided.
    pub decision: Decision,
}

/// The findings that a decision is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// The one with this fingerprint.
    Fingerprint(Fingerprint),
    /// Those of a rule on the same words.
    Words {
        /// Id of the rule.
        rule: String,
        /// The words found; blanks and line ends count as one blank.
        words: String,
    },
    /// Those of a rule that found the same value, such as a size.
    Value {
        /// Id of the rule.
        rule: String,
        /// The value as messages tell it.
        value: String,
    },
}

/// A record with what is known of it beside what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Silence {
    /// The record.
    pub record: Record,
    /// The files that it is for; those of the record where none are given.
    pub area: Option<Area>,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// Whether it is only asked for: it came with the draft, from somebody whose word does not count.
    pub is_claim: bool,
    /// Where it stands (`thethuc.yaml:12`), for whoever keeps it.
    pub stands_in: String,
}

impl From<Record> for Silence {
    /// A record that holds for ever.
    fn from(record: Record) -> Self {
        Self { record, area: None, until: None, is_claim: false, stands_in: String::new() }
    }
}

impl Silence {
    /// The record with the id that its rule has today.
    pub(super) fn current(mut self, book: &RuleBook) -> Self {
        let (rule, words) = match &mut self.record.on {
            Subject::Words { rule, words } => (rule, words),
            Subject::Value { rule, value } => (rule, value),
            Subject::Fingerprint(_) => return self,
        };
        *words = squeeze(words);
        if let Some(id) = book.resolve(rule) {
            id.clone_into(rule);
        }
        self
    }

    /// Whether it is past its day.
    pub fn is_over(&self, today: Option<Date>) -> bool {
        self.until.zip(today).is_some_and(|(until, today)| today > until)
    }

    /// Whether it is on a finding with these words in a document of that path.
    pub(super) fn fits(&self, finding: &Finding, words: &str, path: &str) -> bool {
        let is_there = self.record.path.as_deref().is_none_or(|own| holds(own, path))
            && self.area.as_ref().is_none_or(|area| area.holds(path));
        is_there
            && match &self.record.on {
                Subject::Fingerprint(own) => *own == finding.fingerprint,
                Subject::Words { rule, words: own } => *rule == finding.rule && own == words,
                Subject::Value { rule, value } => {
                    *rule == finding.rule && finding.found.iter().any(|found| squeeze(found) == *value)
                }
            }
    }
}

/// Whether a path is that of a document or of a folder that holds it.
fn holds(own: &str, path: &str) -> bool {
    let own = own.strip_suffix('/').unwrap_or(own);
    path.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_holds_its_documents_and_no_others() {
        assert!(holds("a/b.docx", "a/b.docx") && holds("a", "a/b.docx") && holds("a/", "a/c/b.docx"));
        assert!(!holds("a", "ab.docx") && !holds("a/b.doc", "a/b.docx"));
    }
}
