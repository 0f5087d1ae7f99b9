//! A decision and the findings that it is on.

use crate::finding::{Decision, Finding, Fingerprint};
use crate::rulebook::RuleBook;
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
}

impl Record {
    /// The record with the id that its rule has today.
    pub(super) fn current(mut self, book: &RuleBook) -> Self {
        if let Subject::Words { rule, words } = &mut self.on {
            *words = squeeze(words);
            if let Some(id) = book.resolve(rule) {
                id.clone_into(rule);
            }
        }
        self
    }

    /// Whether it is on a finding with these words in a document of that path.
    pub(super) fn fits(&self, finding: &Finding, words: &str, path: &str) -> bool {
        let is_there = self.path.as_deref().is_none_or(|own| holds(own, path));
        is_there
            && match &self.on {
                Subject::Fingerprint(own) => *own == finding.fingerprint,
                Subject::Words { rule, words: own } => *rule == finding.rule && own == words,
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
