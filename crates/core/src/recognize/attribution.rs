//! `(Kèm theo Quyết định số …)` under the title of an attachment.
//!
//! It ties an attachment to its act, so it is the sign by which parts are told apart as well as a
//! source of number, date and organ that must agree with the act.

use super::dates;
use super::lines::Reader;
use crate::document::{Attribution, DateFact};
use crate::rulebook::Lexicon;
use crate::rulebook::vocabulary::Certainty;
use crate::text::{Pattern, Span};

/// A number that may be blank, and a symbol.
static NUMBER: Pattern = Pattern::new(
    r"số *:? *(?P<number>(?:[0-9]{1,6}[a-z]?|[ .…_]*) */ *(?:(?:[0-9]{4}|20[.…_ ]+) */ *)?[A-ZĐÐ][A-Za-zÀ-ỹ0-9&]*(?: ?[-–] ?[A-ZĐÐ][A-Za-zÀ-ỹ0-9]*)*)",
);

/// Whether the words are an attribution line: `(Ban hành kèm theo Quyết định`.
pub fn is_line(lexicon: &Lexicon, words: &str) -> bool {
    attached_to(lexicon, words).is_some_and(|document| lexicon.begin_document(document).is_some())
}

/// Whether the words say that a text was issued with an instrument that only central organs issue.
pub fn is_of_central_instrument(lexicon: &Lexicon, words: &str) -> bool {
    let kinds = &lexicon.terms.citations;
    let is_such = |document: &str| kinds.instruments.begins(document) || kinds.laws.begins(document);
    attached_to(lexicon, words).is_some_and(is_such)
}

/// What stands behind the words that say with what a text was issued.
fn attached_to<'t>(lexicon: &Lexicon, words: &'t str) -> Option<&'t str> {
    let terms = &lexicon.terms.attachments;
    let words = words.trim_start_matches(['*', '_']);
    let words = words.strip_prefix('(').unwrap_or(words).trim_start_matches(' ');
    let rest = terms.promulgated.strip(words).and_then(|rest| rest.strip_prefix(' ')).unwrap_or(words);
    let attached = terms.attached.strip(rest).or_else(|| terms.promulgated_with.strip(words));
    attached.and_then(|rest| rest.strip_prefix(' '))
}

/// The attribution line in a paragraph: all of it, or what begins on one of its further lines.
pub fn in_paragraph(reader: &Reader<'_>, paragraph: usize) -> Option<Span> {
    let span = reader.span(paragraph);
    let words = reader.words(span);
    if is_line(reader.lexicon, words) {
        return Some(span);
    }
    let mut ends = words.match_indices('\n').map(|(at, _)| at + 1);
    let start = ends.find(|start| {
        words[*start..].trim_start().starts_with('(') && is_line(reader.lexicon, words[*start..].trim_start())
    })?;
    Some(Span::new(span.start + start, span.end).trim(&reader.draft.text))
}

/// The lines of an attribution that begins at `start` and goes on in the paragraphs behind `position`, up to
/// the bracket that closes it, one a paragraph; the first line alone where no near one does.
pub fn over_paragraphs(reader: &Reader<'_>, start: Span, position: usize) -> Vec<Span> {
    /// Paragraphs over which one sentence in brackets is torn at most.
    const MOST: usize = 3;
    /// Characters of a line of the sentence at most; an article is longer.
    const LONGEST: usize = 200;
    let words = reader.words(start);
    let mut lines = vec![start];
    if !words.starts_with('(') || words.contains(')') {
        return lines;
    }
    let cell = reader.paragraphs.get(position).and_then(|paragraph| reader.cell(*paragraph));
    for paragraph in reader.paragraphs.iter().skip(position + 1).take(MOST - 1) {
        let words = reader.text(*paragraph);
        if reader.cell(*paragraph) != cell || words.chars().count() > LONGEST || words.contains('(') {
            break;
        }
        lines.push(reader.span(*paragraph));
        if words.contains(')') {
            return lines;
        }
    }
    vec![start]
}

/// The issuer that an attribution line names: `của Ủy ban nhân dân xã …`, as offsets.
fn issuer(lexicon: &Lexicon, words: &str) -> Option<(usize, usize)> {
    const OF: &str = "của ";
    let mut ofs = words.match_indices(OF).map(|(at, _)| at + OF.len());
    let start = ofs.find(|start| lexicon.terms.attachments.issuers.begins(&words[*start..]))?;
    let end = words[start..].find(')').map_or(words.len(), |end| start + end);
    Some((start, end))
}

/// Where the matter of the act begins in an attribution line, or its end: numbers, dates and organs behind it
/// are of the matter, or of an instrument that it names.
fn before_matter(words: &str) -> usize {
    const ABOUT: &str = " về ";
    words.find(ABOUT).unwrap_or(words.len())
}

/// Reads an attribution, which may go over several lines.
/// A blank number is `None`: there is nothing yet that could disagree.
pub fn parse(reader: &Reader<'_>, lines: &[Span]) -> Option<Attribution> {
    let span = lines.iter().copied().reduce(Span::join)?;
    let words = reader.words(span);
    if !is_line(reader.lexicon, words) {
        return None;
    }
    let at = |(start, end): (usize, usize)| {
        Span::new(span.start + start, span.start + end).trim(&reader.draft.text)
    };
    let act = &words[..before_matter(words)];
    let number = NUMBER.captures(act);
    let number =
        number.and_then(|found| found.name("number").map(|number| at((number.start(), number.end()))));
    let number =
        number.filter(|number| reader.words(*number).starts_with(|letter: char| letter.is_ascii_digit()));
    let date = dates::first(&reader.draft.text, at((0, act.len())));
    let line = match lines {
        [line] => reader.component(*line, Certainty::Certain),
        lines => reader.wrapped(lines, Certainty::Certain),
    };
    Some(Attribution {
        line,
        number,
        date: date.map_or(DateFact::default(), |date| date.fact),
        date_span: date.map(|date| date.span),
        organ: issuer(reader.lexicon, act).map(at),
    })
}
