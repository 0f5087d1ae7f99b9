//! What ends the text before it is signed: the line of adoption of a resolution, and the end mark.
//! Both are sought from below: the last one closes the document, while earlier ones stand in its text.

use crate::document::{ClosingLine, Component, DateFact};
use crate::recognize::dates;
use crate::recognize::lines::Reader;
use crate::rulebook::terms::ClosingTerms;
use crate::rulebook::vocabulary::Certainty;
use crate::text::vietnamese::squeeze;
use crate::text::{Pattern, Span};

/// Whether the words are the line of adoption: `Nghị quyết này đã được Hội đồng nhân dân …`.
fn is_adoption(terms: &ClosingTerms, words: &str) -> bool {
    let Some(rest) = terms.resolution.strip(words) else { return false };
    let rest = rest.strip_prefix(" này").unwrap_or(rest);
    let rest = rest.strip_prefix(" đã").unwrap_or(rest);
    rest.strip_prefix(" được ").is_some_and(|rest| terms.adopting.begins(rest))
}

/// The closing line of a resolution among the paragraphs at `positions`.
/// The day is read behind the word for the adoption: the line may name other days before it. Gives the
/// position of the line too, behind which no unit goes on.
pub fn closing_line(reader: &Reader<'_>, positions: std::ops::Range<usize>) -> Option<(ClosingLine, usize)> {
    let terms = &reader.lexicon.terms.closing;
    let position =
        positions.rev().find(|position| is_adoption(terms, reader.text(reader.paragraphs[*position])))?;
    let span = reader.span(reader.paragraphs[position]);
    let words = reader.words(span);
    let adopted = words.find(terms.adopted.as_str()).map_or(0, |at| span.start + at);
    let date = dates::first(&reader.draft.text, Span::new(adopted, span.end));
    let line = reader.component(span, Certainty::Certain);
    let fact = date.map_or(DateFact::default(), |date| date.fact);
    Some((ClosingLine { line, date: fact, date_span: date.map(|date| date.span) }, position))
}

/// The end mark `./.` that closes the paragraphs at `positions`: the last one.
/// Slips of it (`/.`, `./`) count as one: a rule tells what is wrong with them.
pub fn end_mark(reader: &Reader<'_>, positions: std::ops::Range<usize>) -> Option<Component> {
    static MARK: Pattern = Pattern::new(r"[.]? ?/ ?[.-]? *[”\x22]? *$");
    static TORN: Pattern = Pattern::new(r"\. ?/ ?\.$");
    let position = positions.rev().find(|position| {
        let words = reader.text(reader.paragraphs[*position]);
        words.ends_with("./.") || words.ends_with("/.") || TORN.is_match(words) || squeeze(words) == "./"
    })?;
    let span = reader.span(reader.paragraphs[position]);
    let found = MARK.regex().find(reader.words(span))?;
    Some(
        reader.component(Span::new(span.start + found.start(), span.start + found.end()), Certainty::Certain),
    )
}
