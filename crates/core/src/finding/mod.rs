//! Findings: what the rules say of a document, before anyone shows it.

mod unjudged;

use crate::document::Address;
pub use crate::rulebook::law::LawReference;
pub use crate::rulebook::vocabulary::{Certainty, Evidence, Severity, Words};
use crate::text::Span;
use serde::Serialize;
pub use unjudged::{Reason, Reasons, Unjudged};

/// What to put in the place of the found words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// The words that go.
    pub span: Span,
    /// The words that come.
    pub replacement: String,
    /// Whether it can be applied without asking a person.
    pub safe: bool,
}

/// One thing that a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Rule id, `group/file-name`.
    pub rule: String,
    /// Severity after stage, evidence and certainty.
    pub severity: Severity,
    /// Certainty of the component.
    pub certainty: Certainty,
    /// What is wrong.
    pub message: Words,
    /// What to do.
    pub help: Option<Words>,
    /// Structural address in the words of a lawyer: `điểm b khoản 2 Điều 3`.
    pub place: Words,
    /// Structural address, step by step.
    pub address: Address,
    /// The exact words, in the normalized text.
    pub span: Span,
    /// The law.
    pub law: Vec<LawReference>,
    /// A mechanical repair, where there is one.
    pub fix: Option<Fix>,
}

impl Finding {
    /// The group of the rule: `format`, `section`, `authority`, `reference` or `language`.
    pub fn group(&self) -> &str {
        self.rule.split('/').next().unwrap_or_default()
    }
}
