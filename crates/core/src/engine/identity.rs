//! What findings are known by; see [`Fingerprint`].

use super::context::Context;
use crate::document::{Address, Step};
use crate::finding::{Anchor, Finding, Fingerprint, Place};
use crate::text::Span;
use crate::text::vietnamese::squeeze;
use std::collections::HashMap;

/// The fingerprint of a finding that is alone of its kind. `all_places`: the rule tells all its places in
/// one finding, however many there are.
pub fn fingerprint(context: &Context<'_>, rule: &str, first: &Place, all_places: bool) -> Fingerprint {
    if all_places {
        return Fingerprint::of([rule, part(&first.address)]);
    }
    let words = squeeze(words(context, first));
    let mut fields = vec![rule, words.as_str()];
    for step in first.address.steps() {
        fields.push(step.kind());
    }
    Fingerprint::of(fields)
}

/// The kind of the part of the file.
fn part(address: &Address) -> &'static str {
    match address.steps().first() {
        Some(step @ (Step::Attached(_) | Step::Appendix(_))) => step.kind(),
        _ => "act",
    }
}

/// The words that are wrong. Pages, gaps and whole bodies have none of their own: whatever else is
/// repaired in them, the finding is the same.
fn words<'a>(context: &Context<'a>, place: &Place) -> &'a str {
    let is_words = matches!(place.anchor, Anchor::Words | Anchor::Paragraph(_));
    if is_words && !is_whole_body(context, place.span) { context.words(place.span) } else { "" }
}

fn is_whole_body(context: &Context<'_>, span: Span) -> bool {
    let part = context.document.part_at(span.start);
    // Most words are those of one line, which spares the search for the part.
    context.words(span).contains('\n')
        && part.is_some_and(|part| span.covers(part.body.trim(&context.draft.text)))
}

/// Tells equal findings apart by their order in the text.
pub fn number_equals(findings: &mut [Finding]) {
    let mut seen: HashMap<Fingerprint, u64> = HashMap::new();
    for finding in findings {
        let number = seen.entry(finding.fingerprint).or_default();
        finding.fingerprint = finding.fingerprint.numbered(*number);
        *number += 1;
    }
}
