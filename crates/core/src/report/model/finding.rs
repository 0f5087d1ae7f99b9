//! A finding in the report.

use super::fix::{self, Fix, Repair};
use super::place::{Place, Step, address, places};
use crate::draft::Draft;
use crate::finding::{
    self, Certainty, Decision, Fingerprint, LawReference, Severity, State, Statement, Words,
};
use crate::report::position::Positions;
use crate::report::span::{SourceJson, SpanJson, part_name, span_json};
use crate::rulebook::vocabulary::Language;
use crate::text::Span;
use serde::Serialize;
use std::borrow::Cow;

/// One thing that a rule found.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Finding")]
pub struct Finding<'a, W = Cow<'a, Words>> {
    /// Id of the rule, `group/name`; the report's `rules` tell more of it.
    pub rule: &'a str,
    /// The group of the rule.
    pub group: &'a str,
    /// How grave it is.
    pub severity: Severity,
    /// How surely its place was recognized.
    pub certainty: Certainty,
    /// What is wrong.
    pub message: W,
    /// What to do.
    pub help: Option<W>,
    /// Where it is, in words.
    pub place: W,
    /// The paragraph of the draft, from 1.
    pub paragraph: Option<usize>,
    /// The words found.
    pub text: &'a str,
    /// Where they are in the text.
    pub span: SpanJson,
    /// Where people should look ([`finding::Finding::look_at`]); the places tell it in reports.
    #[serde(skip)]
    pub look_at: SpanJson,
    /// Where they are in the source, with any markup between them.
    pub source: Option<SourceJson<'a>>,
    /// The law that it rests on.
    pub law: &'a [LawReference],
    /// A mechanical repair.
    pub fix: Option<Fix<'a>>,
    /// All that would put it right, where a machine can.
    pub fixes: Vec<Repair<'a, W>>,
    /// What it is known by from one round to the next.
    pub fingerprint: Fingerprint,
    /// Where it is, from large to small.
    pub address: Vec<Step>,
    /// Number of primary places.
    pub count: usize,
    /// All its places: the primary ones, then those they disagree with.
    pub places: Vec<Place<'a>>,
    /// What people decided on it.
    pub decision: &'a Decision,
    /// What the drafter asks for, where a reviewer checks who does not take the drafter's word; not there if
    /// nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<&'a Statement>,
    /// Whether a baseline knows it.
    pub state: State,
    /// Whether it may vanish or differ when a pending change of the draft is rejected.
    pub pending_change: bool,
}

impl<'a> Finding<'a> {
    pub(super) fn of(
        own: &'a finding::Finding,
        draft: &'a Draft,
        positions: &Positions<'_>,
        withholds: bool,
    ) -> Self {
        Self {
            rule: &own.rule,
            group: own.group(),
            severity: own.severity,
            certainty: own.certainty,
            message: Cow::Borrowed(&own.message),
            help: own.help.as_ref().map(Cow::Borrowed),
            place: Cow::Borrowed(&own.place),
            paragraph: draft.paragraph_at(own.span.start).map(|index| index + 1),
            text: if withholds { "" } else { own.span.of(&draft.text) },
            span: span_json(own.span, positions),
            look_at: span_json(own.look_at(), positions),
            source: source(own.span, draft),
            law: &own.law,
            fix: fix::fix(own, positions).filter(|_| !withholds),
            fixes: if withholds { Vec::new() } else { fix::fixes(own, positions) },
            fingerprint: own.fingerprint,
            address: address(&own.address),
            count: own.count(),
            places: places(&own.places, draft, positions, withholds),
            decision: &own.decision,
            claim: own.claim.as_ref(),
            state: own.state,
            pending_change: own.is_pending(draft),
        }
    }

    pub(super) fn in_language(&self, language: Language) -> Finding<'_, &str> {
        Finding {
            rule: self.rule,
            group: self.group,
            severity: self.severity,
            certainty: self.certainty,
            message: self.message.in_language(language),
            help: self.help.as_deref().map(|help| help.in_language(language)),
            place: self.place.in_language(language),
            paragraph: self.paragraph,
            text: self.text,
            span: self.span,
            look_at: self.look_at,
            source: self.source,
            law: self.law,
            fix: self.fix.clone(),
            fixes: self.fixes.iter().map(|own| own.in_language(language)).collect(),
            fingerprint: self.fingerprint,
            address: self.address.clone(),
            count: self.count,
            places: self.places.clone(),
            decision: self.decision,
            claim: self.claim,
            state: self.state,
            pending_change: self.pending_change,
        }
    }
}

fn source(span: Span, draft: &Draft) -> Option<SourceJson<'_>> {
    let found = draft.map.source(span)?;
    Some(SourceJson { part: part_name(draft, found.part), start: found.start, end: found.end })
}
