//! Findings: what the rules say of a document, before anyone shows it.

mod fingerprint;
mod fix;
mod place;
mod unjudged;

use crate::document::Address;
pub use crate::rulebook::law::LawReference;
pub use crate::rulebook::vocabulary::{Certainty, Evidence, Severity, Words};
use crate::text::Span;
pub use fingerprint::Fingerprint;
pub use fix::{Fix, Replacement};
pub use place::{Anchor, Place, Role, Side};
pub use unjudged::{Reason, Reasons, Unjudged};

/// One thing that a rule found.
#[derive(Clone, Debug, PartialEq)]
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
    /// The exact words, in the normalized text; where something is missing, the head of the part that
    /// lacks it.
    pub span: Span,
    /// Every place that it speaks of: the primary ones in order of the text, then those they disagree
    /// with. The first is where `span` is, unless something is missing, which belongs elsewhere.
    pub places: Vec<Place>,
    /// What it is known by from one round to the next.
    pub fingerprint: Fingerprint,
    /// The law.
    pub law: Vec<LawReference>,
    /// What would put it right, where a machine can.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// How many primary places there are.
    pub fn count(&self) -> usize {
        self.places.iter().filter(|place| place.role == Role::Primary).count()
    }

    /// The group of the rule: `format`, `section`, `authority`, `reference` or `language`.
    pub fn group(&self) -> &str {
        self.rule.split('/').next().unwrap_or_default()
    }
}
