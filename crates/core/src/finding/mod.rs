//! Findings: what the rules say of a document, before anyone shows it.

mod decision;
mod fingerprint;
mod fix;
mod place;
mod triaged;
mod unjudged;

use crate::document::Address;
use crate::draft::Draft;
pub use crate::rulebook::law::LawReference;
pub use crate::rulebook::vocabulary::{Certainty, Evidence, Severity, Words};
use crate::text::Span;
pub use decision::{Decision, SaidIn, State, Statement};
pub use fingerprint::Fingerprint;
pub(crate) use fingerprint::fnv_1a_64;
pub use fix::{Fix, Replacement};
pub use place::{Anchor, Place, Role, Side};
pub use triaged::{Gone, Notice, NoticeKind, Triaged};
pub use unjudged::{Reason, Reasons, Unjudged};

/// One thing that a rule found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Rule id, `group/file-name`.
    pub rule: String,
    /// Severity after stage, evidence and certainty, and after the wishes of the owner ([`crate::triage`]).
    pub severity: Severity,
    /// The gravest severity that the evidence for its law and its certainty permit.
    pub cap: Severity,
    /// Certainty of the component.
    pub certainty: Certainty,
    /// What is wrong.
    pub message: Words,
    /// The value or the words found, as the message tells them.
    pub found: Option<String>,
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
    /// What people decided on it.
    pub decision: Decision,
    /// What somebody asked for who has no say in it: the drafter, where a reviewer checks. It changes nothing.
    pub claim: Option<Statement>,
    /// Whether it was there before.
    pub state: State,
}

impl Finding {
    /// Where people should look, in the normalized text: the first place that has words or lacks them, else
    /// what the rule speaks of. Unlike the head of the part that lacks it, a gap is where the pen goes.
    pub fn look_at(&self) -> Span {
        let mut primary = self.places.iter().filter(|place| place.role == Role::Primary);
        let is_in_text = |anchor| matches!(anchor, Anchor::Words | Anchor::Gap { .. } | Anchor::Paragraph(_));
        primary.find(|place| is_in_text(place.anchor)).map_or(self.span, |place| place.span)
    }

    /// How many primary places there are.
    pub fn count(&self) -> usize {
        self.places.iter().filter(|place| place.role == Role::Primary).count()
    }

    /// Whether it is as grave as `least` and still to be dealt with: nobody decided to keep the words or
    /// called it wrong, and no baseline knows it. What does not count is reported all the same.
    pub fn counts_toward(&self, least: Severity) -> bool {
        self.severity >= least && !self.is_set_aside()
    }

    /// Whether it was decided, or was there before.
    pub fn is_set_aside(&self) -> bool {
        self.decision != Decision::Open || self.state == State::Known
    }

    /// Whether it would not be there, or would read otherwise, were a pending change of the draft
    /// rejected: a primary place shares words with what came, or touches what went.
    pub fn is_pending(&self, draft: &Draft) -> bool {
        let mut primary = self.places.iter().filter(|place| place.role == Role::Primary);
        primary.any(|place| draft.beside.changes_at(place.span).next().is_some())
    }

    /// The group of the rule: `format`, `section`, `authority`, `reference` or `language`.
    pub fn group(&self) -> &str {
        self.rule.split('/').next().unwrap_or_default()
    }
}
