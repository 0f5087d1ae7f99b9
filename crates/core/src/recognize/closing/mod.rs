//! What closes a document: recipients, signature, end mark, the closing line of a resolution.
//!
//! The block is known by `Nơi nhận:` or by a line of capacity (`TM.`, `KT.`), the surest marks of a
//! document. Recipients and signature stand beside each other in a table ([`beside`]), or one after the
//! other as lines ([`typed`]). What the words of each mean stands in [`marks`].

mod beside;
mod ending;
mod marks;
mod recipients;
mod signature;
mod typed;

use super::appendix_heading;
use super::lines::Reader;
use crate::document::{Recipients, Signature};
use crate::read::plain::is_typed_rule;
use crate::rulebook::vocabulary::Certainty;
use crate::text::Span;
use crate::text::span::any_covers;
pub use ending::{closing_line, end_mark};

/// Where a document is closed.
pub struct Found {
    /// The `Nơi nhận` block.
    pub recipients: Option<Recipients>,
    /// The signatures.
    pub signatures: Vec<Signature>,
    /// Position of the first paragraph of the closing block.
    pub start: usize,
    /// Position of the first paragraph behind it.
    pub end: usize,
}

/// Finds the first closing block at or after `start`: a `Nơi nhận` label or a line of capacity.
/// The first one, since a file may go on with attachments that are signed again. Bounds are positions
/// in [`Reader::paragraphs`].
pub fn find(reader: &Reader<'_>, start: usize, limit: usize, quoted: &[Span]) -> Option<Found> {
    let position = (start..limit).find(|position| {
        let span = reader.span(reader.paragraphs[*position]);
        let structural = !any_covers(quoted, span);
        structural && (marks::is_label(reader, *position) || marks::is_capacity_line(reader, *position))
    })?;
    let mut found = block(reader, position, start, limit);
    complete(reader, &mut found, limit);
    name_below(reader, &mut found, limit);
    Some(found)
}

/// The block that is known by the paragraph at `position`.
fn block(reader: &Reader<'_>, position: usize, start: usize, limit: usize) -> Found {
    match reader.cell(reader.paragraphs[position]) {
        Some(cell) => beside::read(reader, position, start..limit, cell),
        None => typed::read(reader, position, limit),
    }
}

/// Adds the half of a block that stands right below the other one, built in another way: recipients as lines
/// under the table of the signatures, a table of its own for each.
fn complete(reader: &Reader<'_>, found: &mut Found, limit: usize) {
    let position = found.end;
    let wanted = found.recipients.is_none() || found.signatures.is_empty();
    if !wanted || position >= limit {
        return;
    }
    let begins = match &found.recipients {
        None => marks::is_label(reader, position),
        Some(_) => marks::is_capacity_line(reader, position),
    };
    if !begins {
        return;
    }
    let below = block(reader, position, position, limit);
    let other_half = match &found.recipients {
        None => below.signatures.is_empty() && below.recipients.is_some(),
        Some(_) => below.recipients.is_none() && !below.signatures.is_empty(),
    };
    if other_half {
        found.recipients = found.recipients.take().or(below.recipients);
        found.signatures.extend(below.signatures);
        found.end = below.end;
    }
}

/// The name of the signer in a paragraph or a table below the block. In capitals it might as well head what
/// follows, so there nothing may follow but an appendix.
fn name_below(reader: &Reader<'_>, found: &mut Found, limit: usize) {
    const REACH: usize = 3;
    let terms = &reader.lexicon.terms.closing;
    let [signature] = found.signatures.as_mut_slice() else { return };
    if signature.name.is_some() {
        return;
    }
    let heads_part = |position: usize| {
        let next = reader.paragraphs.get(position).map(|paragraph| reader.text(*paragraph));
        next.is_none_or(|words| appendix_heading::is_heading(reader.lexicon, words))
    };
    for position in found.end..limit.min(found.end + REACH) {
        let span = reader.span(reader.paragraphs[position]);
        let words = reader.words(span);
        if heads_part(position) {
            return;
        }
        let alone = !reader.is_capitals(span) || heads_part(position + 1);
        if alone && marks::is_name(terms, words) && marks::looks_like_person(terms, &words.to_uppercase()) {
            signature.name = Some(reader.component(span, Certainty::Guessed));
            signature.span = signature.span.join(span);
            found.end = position + 1;
            return;
        }
        if !marks::is_signed_note(terms, words) && !is_typed_rule(words) {
            return;
        }
    }
}

#[cfg(test)]
mod tests;
