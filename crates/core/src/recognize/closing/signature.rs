//! A signature: its lines of capacity and position, and the name below them.

use super::marks::{
    capacity, is_capacity_miswritten, is_name, is_position, is_position_miswritten, is_signed_note,
    looks_like_person,
};
use crate::document::{Signature, SignatureLine};
use crate::read::plain::is_typed_rule;
use crate::recognize::lines::{Line, Reader};
use crate::rulebook::terms::ClosingTerms;
use crate::rulebook::vocabulary::Certainty;
use crate::text::Span;

/// Reads a signature from its lines; `None` when no line is a capacity or a position.
/// The name is guessed, see [`is_name`]. A note in the place of a signature is no line of it.
pub(super) fn signature(reader: &Reader<'_>, lines: &[Line]) -> Option<Signature> {
    let terms = &reader.lexicon.terms.closing;
    let lines: Vec<Line> =
        lines.iter().copied().filter(|line| !is_typed_rule(reader.words(line.span))).collect();
    let first = lines.iter().position(|line| {
        let words = reader.words(line.span);
        let official = is_position(terms, words) && reader.is_capitals(line.span);
        capacity(terms, words).is_some() || official || is_miswritten(terms, words)
    })?;
    let mut signature = Signature::default();
    for line in &lines[first..] {
        let words = reader.words(line.span);
        let noted = is_signed_note(terms, words);
        let person =
            || is_name(terms, words) && !signature.lines.is_empty() && looks_like_person(terms, words);
        let official = reader.is_capitals(line.span) || is_miswritten(terms, words);
        if official && signature.name.is_none() && !noted && !person() {
            signature.lines.push(signature_line(reader, *line));
        } else if !noted && signature.name.is_none() {
            signature.name = Some(reader.component(line.span, Certainty::Guessed));
        }
    }
    let spans =
        signature.lines.iter().map(|line| line.line.span).chain(signature.name.iter().map(|name| name.span));
    signature.span = spans.reduce(Span::join)?;
    Some(signature)
}

/// A line of capacity or position with small letters or wrong marks.
fn is_miswritten(terms: &ClosingTerms, words: &str) -> bool {
    is_position_miswritten(terms, words) || is_capacity_miswritten(terms, words)
}

/// A line of capacity or position, taken apart.
fn signature_line(reader: &Reader<'_>, line: Line) -> SignatureLine {
    let capitals = reader.words(line.span).to_uppercase();
    let found = capacity(&reader.lexicon.terms.closing, &capitals);
    let represented = found
        .as_ref()
        .filter(|_| capitals.len() == line.span.len())
        .map_or(line.span, |found| Span::new(line.span.end - found.represented.len(), line.span.end));
    SignatureLine {
        line: reader.component(line.span, Certainty::Certain),
        capacity: found.map(|found| found.mark),
        words: represented,
    }
}
