//! How far a draft was judged: what was looked at, what was not and why, so that nothing reads as
//! clean that nobody could look at.

use crate::draft::Draft;
use crate::engine::judge::regimes;
use crate::engine::{Judged, Judgement};
use crate::finding::Reason;
use crate::rulebook::RuleBook;
use serde::Serialize;
use std::cmp::Reverse;

/// What a draft was judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JudgedBy {
    /// By nothing: it has no words, the rule book has no law for its class and day, no requirement
    /// that applies could be evaluated, or the caller's choice leaves no rule at all.
    None,
    /// By the requirements that all classes share: its class is not known.
    Common,
    /// By the law of its class and day.
    Regime,
}

/// How many of the requirements that apply to a draft were judged, among those that the caller wants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Requirements (rules) that apply.
    pub applicable: usize,
    /// Those of them that were fully judged.
    pub evaluated: usize,
    /// Those of them that found something. One that was not fully judged may have found something all
    /// the same.
    pub failed: usize,
    /// Why the others were not fully judged: the most frequent reason first.
    pub not_evaluated: Vec<NotEvaluated>,
    /// Requirements that apply too, but that the caller does not want.
    pub unwanted: usize,
}

/// A reason and how often it was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct NotEvaluated {
    /// Why.
    pub reason: Reason,
    /// Requirements that were not fully judged for this reason, and perhaps for others besides.
    pub rules: usize,
}

impl Coverage {
    pub(super) fn of(judgement: &Judgement) -> Self {
        let unjudged = &judgement.unjudged;
        let rules = |reason| unjudged.iter().filter(|own| own.reasons.contains(reason)).count();
        let counted =
            Reason::ALL.iter().map(|reason| NotEvaluated { reason: *reason, rules: rules(*reason) });
        let mut not_evaluated: Vec<_> = counted.filter(|own| own.rules > 0).collect();
        not_evaluated.sort_by_key(|own| Reverse(own.rules));
        Self {
            applicable: judgement.applied,
            evaluated: judgement.applied.saturating_sub(unjudged.len()),
            failed: judgement.failed,
            not_evaluated,
            unwanted: judgement.unwanted,
        }
    }

    /// Whether there was something to judge, and nothing came of it.
    pub const fn is_in_vain(&self) -> bool {
        self.applicable > 0 && self.evaluated == 0 && self.failed == 0
    }
}

impl JudgedBy {
    pub(super) fn of(
        book: &RuleBook,
        draft: &Draft,
        judged: &Judged,
        judgement: &Judgement,
        coverage: &Coverage,
    ) -> Self {
        let has_no_words = draft.text.trim().is_empty();
        let is_in_vain = judgement.wants_none || coverage.is_in_vain();
        if has_no_words || regimes(book, judged).is_empty() || is_in_vain {
            return Self::None;
        }
        if judged.class.is_some() { Self::Regime } else { Self::Common }
    }
}
