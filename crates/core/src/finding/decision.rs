//! What people said of a finding, and whether it was there before.

use crate::text::Date;
use serde::{Deserialize, Serialize};

/// What people decided on a finding. A decision never removes it: every face shows both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Decision {
    /// Nobody decided yet.
    #[default]
    Open,
    /// The words stay as they are.
    Kept(Statement),
    /// The finding itself is wrong.
    Wrong(Statement),
}

/// Who decided, why, when, and where it was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Statement {
    /// Why, in the words of who decided; null where nothing was said.
    #[serde(default)]
    pub reason: Option<String>,
    /// Who decided; null if unknown.
    #[serde(default)]
    pub who: Option<String>,
    /// The day of the decision; null if unknown.
    #[serde(default)]
    pub day: Option<Date>,
    /// Where it was said.
    pub source: SaidIn,
}

/// Where a decision was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SaidIn {
    /// In a reply to a comment in the document.
    Comment,
    /// By a tick on the page of a report.
    Page,
    /// In a configuration file.
    Configuration,
    /// In a baseline.
    Baseline,
    /// In a configuration file, as words or a value that the organ uses on purpose.
    #[serde(rename = "own-rule")]
    OwnRule,
}

/// Whether a finding was there before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It was not there before; where nothing is known of before, every finding is new.
    #[default]
    New,
    /// It was there before: it is in the baseline or in the old revision, or the draft has not changed since.
    Known,
}
