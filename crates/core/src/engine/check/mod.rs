//! The kinds of checks, one file each, and how they are combined.
//!
//! A kind takes the context, what the rule says (its part of the rule file) and the nodes that the rule
//! selects; it gives a [`Verdict`]: hits with their variables, and the reasons for what could not be
//! told. It knows neither the rule's message nor its severity, so that one kind serves rules of any
//! law.
//!
//! Two promises hold for all of them. What the draft does not tell (a look in Markdown, a blank date,
//! an organ that was not recognized) is unknown, never a hit. And a hit is never more certain than the
//! recognition of the place that it speaks of.

mod abbreviation;
mod agree;
mod amendment;
mod authority;
mod beside;
mod calls_itself;
mod combine;
mod date_distance;
mod encoding;
mod instrument;
mod leads;
pub(super) mod letters;
mod list_punctuation;
pub(crate) mod measure;
mod mentions;
mod mixed;
mod moments;
mod nesting;
mod not_after;
mod numbered;
mod order;
mod page;
mod page_number;
pub(crate) mod paragraph;
mod phrases;
mod place_capitals;
pub(crate) mod place_exists;
mod present;
mod profile;
mod resolves;
mod rule_line;
mod same_size;
mod sentence;
mod sequence;
mod signed_by;
mod some;
mod spoken_date;
mod style;
mod syllables;
mod text;
mod titled;
mod together;
mod unique;
mod unsettled;
mod words;

#[cfg(test)]
mod fixture;

use super::context::{Context, Target};
use super::outcome::Verdict;
use crate::rulebook::{Check, Kind};

/// What a check says of its target: every kind in it is judged.
pub fn evaluate(context: &Context<'_>, check: &Check, target: Target<'_>) -> Verdict {
    check.kinds().map(|kind| judge(context, kind, target)).collect()
}

/// The one place where a kind of the rule book meets the code that judges it. The compiler sees to it
/// that none is left out: a kind that a rule may name but nobody judges would pass in silence.
fn judge(context: &Context<'_>, kind: Kind<'_>, target: Target<'_>) -> Verdict {
    let nodes = target.nodes;
    match kind {
        Kind::All(all) => all.0.iter().map(|check| evaluate(context, check, target)).collect(),
        Kind::Any(any) => combine::any(context, &any.0, target),
        Kind::Some(some) => some::check(context, &some.0, target),
        Kind::Not(not) => combine::not(context, &not.0, target),
        Kind::When(when) => combine::when(context, &when.0, target),
        Kind::Present(count) => present::check(context, count, target),
        Kind::Text(spec) => text::check(context, spec, nodes),
        Kind::Style(spec) => style::check(context, spec, nodes),
        Kind::Paragraph(spec) => paragraph::check(context, spec, nodes),
        Kind::Page(spec) => page::check(context, spec, nodes),
        Kind::PageNumber(spec) => page_number::check(context, spec),
        Kind::RuleLine(spec) => rule_line::check(context, spec, nodes),
        Kind::Sequence(spec) => sequence::check(context, spec, nodes),
        Kind::Nesting(spec) => nesting::check(context, spec, nodes),
        Kind::Titled(wanted) => titled::check(context, wanted.0, nodes),
        Kind::Order(order) => order::check(context, &order.0, target.parts),
        Kind::Agree(spec) => agree::check(context, spec, nodes),
        Kind::Authority(mode) => authority::check(context, *mode, nodes),
        Kind::Instrument(mode) => instrument::check(context, *mode, nodes),
        Kind::Amendment(mode) => amendment::check(context, *mode, nodes),
        Kind::Resolves(_) => resolves::check(context, nodes),
        Kind::Leads(spec) => leads::check(context, spec, nodes),
        Kind::SignedBy(spec) => signed_by::check(context, spec),
        Kind::CallsItself(spec) => calls_itself::check(context, spec, nodes),
        Kind::Profile(mode) => profile::check(context, *mode, nodes),
        Kind::PlaceExists(spec) if spec.capitals => place_capitals::check(context, spec, nodes),
        Kind::PlaceExists(spec) => place_exists::check(context, spec, nodes),
        Kind::DateDistance(spec) => date_distance::check(context, spec, nodes),
        Kind::NotAfter(limit) => not_after::check(context, *limit, nodes),
        Kind::Unsettled(what) => unsettled::check(context, *what),
        Kind::ListPunctuation(spec) => list_punctuation::check(context, spec, nodes),
        Kind::Encoding(spec) => encoding::check(context, spec, nodes),
        Kind::Together(spec) => together::check(context, spec),
        Kind::Weekday(spec) => moments::weekday(context, spec, nodes),
        Kind::Moments(spec) => moments::moments(context, spec, nodes),
        Kind::SameSize(spec) => same_size::check(context, spec, nodes),
        Kind::Beside(spec) => beside::check(context, spec),
        Kind::Unique(spec) => unique::check(context, &spec.ignoring, nodes),
        Kind::Words(words) => words::check(context, &words.0, nodes),
        Kind::Mentions(spec) => mentions::check(context, spec, nodes),
        Kind::Mixed(spec) => mixed::check(context, spec, nodes),
        Kind::Abbreviation(spec) => abbreviation::check(context, spec, nodes),
        Kind::Syllables(spec) => syllables::check(context, spec, nodes),
        Kind::Phrases(spec) => phrases::check(context, spec, nodes),
        Kind::Sentence(spec) => sentence::check(context, spec, nodes),
    }
}
