//! How grave, how certain, how well known: the three scales of a finding.

use super::words::Words;
use serde::{Deserialize, Serialize};

/// How grave a finding is. Ordered: a note is less than a warning.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably wrong, or wrong by a source that is not primary.
    Warning,
    /// Against the letter of the law, with the text of the law seen.
    Error,
}

impl Severity {
    /// The word of rule files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The word in the middle of a sentence.
    pub fn words(self) -> Words {
        let (vi, en) = match self {
            Self::Note => ("lưu ý", "note"),
            Self::Warning => ("cảnh báo", "warning"),
            Self::Error => ("lỗi", "error"),
        };
        Words { vi: vi.to_owned(), en: en.to_owned() }
    }
}

/// How a component was recognized, and so how far a finding on it may go.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// From position and typography.
    Guessed,
    /// From its own mark, or from a stated fact.
    Certain,
}

/// How well the text of a provision is known.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
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
