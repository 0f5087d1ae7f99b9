//! What one rule file says.

use super::applies::Applies;
use super::bilingual::Bilingual;
use super::check::Check;
use super::example::Example;
use super::repair::FixSpec;
use super::selector::Selector;
use super::value::OneOrMany;
use super::variant::{Saying, Variant};
use crate::vocabulary::{PartKind, Severity, Stage};
use serde::{Deserialize, Serialize};

/// A rule. Its id is not in the file: it is the path of the file, `group/name`.
#[derive(Clone, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// What the rule demands, in a few words.
    pub title: Bilingual,
    /// Ids that it had before; they keep working wherever a rule is named.
    #[serde(default)]
    pub was: Vec<String>,
    /// The provisions it enforces (`nd30/annex-1.II.1.a`); its period and evidence follow from them.
    #[schemars(length(min = 1))]
    pub law: Vec<String>,
    /// Severity before stage, evidence and certainty.
    pub severity: Severity,
    /// Severity at a stage, instead of `severity`.
    #[serde(default)]
    pub stages: Stages,
    /// Documents that the rule is for; all if not given.
    #[serde(default)]
    pub applies: Applies,
    /// Documents that are exempt: those that fit one of these scopes, or may fit it as far as is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<Applies>,
    /// What must hold for the rule to apply at all.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Where to look.
    pub select: OneOrMany<Selector>,
    /// What must be so. It may be left to the variants, where they stand for every regime of the rule.
    #[serde(default)]
    pub check: Check,
    /// What is wrong, with `{variables}`.
    pub message: Bilingual,
    /// What to do.
    pub help: Option<Bilingual>,
    /// Why the rule exists.
    pub why: Option<Bilingual>,
    /// Other words for some documents; the first that fits is taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub says: Vec<Saying>,
    /// What may be repaired, or why nothing is.
    pub fix: Option<FixSpec>,
    /// Rules whose finding on the same words makes this one a consequence, which is not told.
    #[serde(default)]
    pub yields_to: Vec<String>,
    /// Whether all hits in a document are one finding at the first place (`{count}` tells how many).
    #[serde(default)]
    pub one_finding: bool,
    /// What is otherwise in some regimes.
    #[serde(default)]
    pub variants: Vec<Variant>,
    /// Base drafts with one change each; they are the tests of the rule.
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub examples: Vec<Example>,
}

/// Severity at a stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Stages {
    /// While being written.
    pub draft: Option<StageSeverity>,
    /// While being reviewed.
    pub review: Option<StageSeverity>,
    /// When about to be signed.
    pub issue: Option<StageSeverity>,
}

/// A severity, or silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StageSeverity {
    /// The rule is silent.
    Off,
    /// See [`Severity::Note`].
    Note,
    /// See [`Severity::Warning`].
    Warning,
    /// See [`Severity::Error`].
    Error,
}

impl StageSeverity {
    /// The severity; `None` for silence.
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Note => Some(Severity::Note),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

impl Rule {
    /// The rule with the words of one of its sayings in the place of its own.
    #[must_use]
    pub fn saying(&self, own: &Saying) -> Self {
        let mut whole = Self { says: Vec::new(), ..self.clone() };
        if let Some(message) = &own.message {
            whole.message = message.clone();
        }
        if let Some(help) = &own.help {
            whole.help = Some(help.clone());
        }
        whole
    }

    /// The severity at a stage; `None` where the rule is silent.
    pub fn severity_at(&self, stage: Stage) -> Option<Severity> {
        let shifted = match stage {
            Stage::Draft => self.stages.draft,
            Stage::Review => self.stages.review,
            Stage::Issue => self.stages.issue,
        };
        shifted.map_or(Some(self.severity), StageSeverity::severity)
    }

    /// Kinds of parts of the file that the rule looks at.
    pub fn parts(&self) -> &[PartKind] {
        self.applies.part.as_deref().unwrap_or(&[PartKind::Act])
    }

    /// The gravest severity at any stage and in any variant.
    pub fn gravest(&self) -> Severity {
        let stages = [Stage::Draft, Stage::Review, Stage::Issue];
        let at_stages = stages.into_iter().filter_map(|stage| self.severity_at(stage));
        let varied = self.variants.iter().filter_map(|variant| variant.severity);
        at_stages.chain(varied).fold(self.severity, Severity::max)
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

/// A condition of a rule: holds where the selection is not empty and every node passes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Where to look.
    pub select: OneOrMany<Selector>,
    /// What must be so.
    pub check: Check,
}
