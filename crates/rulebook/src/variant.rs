//! One demand that differs by regime in a number or a short wording: one rule with variants; and one
//! fault of which documents of other forms or organs are told in other words.

use super::applies::Applies;
use super::bilingual::Bilingual;
use super::check::Check;
use crate::vocabulary::Severity;
use serde::{Deserialize, Serialize};

/// What a rule says otherwise in some regimes. Keys that are not given are those of the rule.
#[derive(Clone, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Variant {
    /// Ids of the regimes.
    #[schemars(length(min = 1))]
    pub regime: Vec<String>,
    /// Severity before stage, evidence and certainty.
    pub severity: Option<Severity>,
    /// What must be so.
    pub check: Option<Check>,
    /// What is wrong, with `{variables}`.
    pub message: Option<Bilingual>,
    /// What to do.
    pub help: Option<Bilingual>,
}

impl Variant {
    /// Whether it demands or says something else than the rule; the severity alone is neither.
    pub const fn speaks(&self) -> bool {
        self.check.is_some() || self.message.is_some() || self.help.is_some()
    }

    /// Whether it has nothing of its own.
    pub const fn is_empty(&self) -> bool {
        self.severity.is_none() && !self.speaks()
    }
}

/// What a rule says to some documents only, so that advice names what holds for this draft and not what
/// would hold for another form or organ. Words that are not given are those of the rule.
#[derive(Clone, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Saying {
    /// The documents; the first saying that fits is taken.
    pub applies: Applies,
    /// What is wrong, with `{variables}`.
    pub message: Option<Bilingual>,
    /// What to do.
    pub help: Option<Bilingual>,
}
