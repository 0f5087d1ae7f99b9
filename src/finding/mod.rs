//! Findings: what the rules say of a document, before anyone shows it.

use crate::language::Language;
use crate::text::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How grave a finding is. Ordered: a note is less than a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably wrong, or wrong by a source that is not primary.
    Warning,
    /// Against the letter of the law, with the text of the law seen.
    Error,
}

/// How a component was recognized, and so how far a finding on it may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// From position and typography.
    Guessed,
    /// From its own mark, or from a stated fact.
    Certain,
}

/// How well the text of a provision is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// From memory; no text seen.
    Memory,
    /// Observed in many issued documents.
    Practice,
    /// Quoted or applied elsewhere.
    Secondary,
    /// The text itself was seen.
    Primary,
}

impl Evidence {
    /// The gravest severity that a rule may reach on such evidence.
    pub const fn cap(self) -> Severity {
        match self {
            Self::Memory => Severity::Note,
            Self::Practice | Self::Secondary => Severity::Warning,
            Self::Primary => Severity::Error,
        }
    }
}

impl Certainty {
    /// The gravest severity that a finding on such a component may reach.
    pub const fn cap(self) -> Severity {
        match self {
            Self::Guessed => Severity::Warning,
            Self::Certain => Severity::Error,
        }
    }
}

/// Words in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The words in one language.
    pub fn in_language(&self, language: Language) -> &str {
        language.pick(&self.vi, &self.en)
    }
}

/// A provision that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LawReference {
    /// Number of the instrument (`30/2020/NĐ-CP`).
    pub instrument: String,
    /// Where in the instrument, in Vietnamese (`Phụ lục I, Phần I, Mục II, khoản 1, điểm a`).
    pub at: String,
    /// How well its text is known.
    pub evidence: Evidence,
}

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
    /// Structural address, as a lawyer would give it.
    pub place: Words,
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
