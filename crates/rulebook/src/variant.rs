//! One demand that differs by regime in a number or a short wording: one rule with variants.

use super::bilingual::Bilingual;
use super::check::Check;
use super::rule::Rule;
use crate::vocabulary::Severity;
use serde::{Deserialize, Serialize};

/// What a rule says otherwise in some regimes. Keys that are not given are those of the rule.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Variant {
    /// Ids of the regimes.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
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

impl Rule {
    /// Number of the variant that holds in a regime; `None` where the rule holds as it stands.
    pub fn variant_of(&self, regime: &str) -> Option<usize> {
        self.variants.iter().position(|own| own.regime.iter().any(|id| id == regime))
    }

    /// The rule as it holds in a regime, without variants.
    #[must_use]
    pub fn in_regime(&self, regime: &str) -> Self {
        let own = self.variant_of(regime).and_then(|number| self.variants.get(number));
        own.map_or_else(|| Self { variants: Vec::new(), ..self.clone() }, |own| self.with(own))
    }

    /// The rule with what a variant says in the place of its own words, without variants.
    #[must_use]
    pub fn with(&self, own: &Variant) -> Self {
        let mut whole = Self { variants: Vec::new(), ..self.clone() };
        whole.severity = own.severity.unwrap_or(whole.severity);
        if let Some(check) = &own.check {
            whole.check.clone_from(check);
        }
        if let Some(message) = &own.message {
            whole.message.clone_from(message);
        }
        if own.help.is_some() {
            whole.help.clone_from(&own.help);
        }
        whole
    }
}
