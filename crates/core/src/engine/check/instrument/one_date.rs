//! What is cited twice bears one date.
//!
//! Whoever writes the day of one instrument in two ways has it wrong at one place at least; which one, only the
//! original tells. Number and symbol alone do not make two citations one: every commune has a decision 118, and has
//! it every year.

use super::entry::year_of;
use crate::document::Citation;
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Certainty;
use crate::rulebook::registry::Fact;
use crate::text::vietnamese::name_key;
use std::collections::HashMap;

/// Citations of one instrument with different days; each is held against the first of them.
pub(super) fn check(context: &Context<'_>, nodes: &[Node]) -> Verdict {
    let mut firsts: HashMap<(String, String), Vec<(String, &Citation)>> = HashMap::new();
    let mut hits = Vec::new();
    for node in nodes {
        let Handle::Citation(index) = node.handle else { continue };
        let Some(citation) = context.document.citations.get(index) else { continue };
        let Some((key, issuer)) = key(context, citation) else { continue };
        if context.document.is_quoted(citation.span) {
            continue;
        }
        let known = firsts.entry(key).or_default();
        // The words behind the issuer may have been taken for the end of its name.
        let is_same = |own: &String| own.starts_with(&issuer) || issuer.starts_with(own.as_str());
        let Some((_, first)) = known.iter().find(|(own, _)| is_same(own)) else {
            if known.len() < MOST_ISSUERS {
                known.push((issuer, citation));
            }
            continue;
        };
        let (Some(own), Some(other)) = (&citation.date, &first.date) else { continue };
        if own.date == other.date || is_known(context, citation) {
            continue;
        }
        let place = context.address(other.span).words();
        let number = citation.number.as_deref().unwrap_or_default();
        let hit = Hit::new(own.span, Certainty::Guessed).with("found", context.words(own.span));
        let hit = hit.with("other", context.words(other.span)).with("number", number);
        hits.push(hit.with_words("other_place", place.vi, place.en).against(other.span));
    }
    Verdict::of(hits)
}

/// Whether the registry has the day for sure: then the other one is wrong, and that is told where it stands.
fn is_known(context: &Context<'_>, citation: &Citation) -> bool {
    let entry = citation.number.as_ref().and_then(|number| context.book.registry().instrument(number));
    let day = citation.date.as_ref().and_then(|own| own.date);
    entry
        .is_some_and(|own| own.issued.is_some() && own.issued == day && own.grade(Fact::Issued).contradicts())
}

/// Issuers of one number that are kept apart; more are of a list that nobody wrote by hand.
const MOST_ISSUERS: usize = 16;

/// Kind and number of a citation with a day, and its issuer; of a number without a year, that of the day belongs to
/// it. What names no issuer may be of anybody.
fn key(context: &Context<'_>, citation: &Citation) -> Option<((String, String), String)> {
    let number = citation.number.as_ref()?;
    let date = citation.date.as_ref()?.date?;
    let issuer = context.words(citation.issuer?).trim_end_matches(['.', ',', ';', ' ']);
    let issuer = context.book.lexicon().organ_key(issuer);
    let number = match year_of(number) {
        Some(_) => number.clone(),
        None => format!("{number} {}", date.year()),
    };
    Some(((name_key(&citation.kind), number), issuer))
}
