//! Recognition: a [`Draft`] becomes a [`Document`].
//!
//! In this order of trust: explicit facts (front matter), the component's own mark, position and
//! typography (then it is only guessed). The marks are words of the rule book, which the [`Lexicon`] holds;
//! what stands here is how a text is built around them.
//!
//! Each step narrows the text for the next one:
//!
//! 1. **Quotations** come first: what an amending document puts into another one is content, and would
//!    bring articles, signatures and appendices of that other one into everything below.
//! 2. **The closing block** (`Nơi nhận`, `TM.`) tells where the act ends. It is sought before anything else
//!    of the act because its marks are the surest, and because a heading behind it begins a new part.
//! 3. **Parts**: act, attached texts, appendices. New text without quotation marks is then sought up to the
//!    end of the act, where amending is done.
//! 4. **In each part from top to bottom**: header, form and title, preamble, body. Each begins where the
//!    one above ends; of a title and a body without marks nothing else tells. A header line is first held
//!    against all marks, and only what none explains can be the name of an organ. The preamble of an
//!    enacted form ends at its first article, whatever stands before it; in others it ends at the first
//!    paragraph without a mark, for a plan may cite its bases in its text.
//! 5. **Citations**, those of bases first, so that each knows its basis; number and attribution of the
//!    document itself are none.
//! 6. **References**: they lead to units, so the units of all parts must be known.
//! 7. **Facts** last: they weigh components against each other (form line against symbol, header against
//!    competence line), and what the author stated goes above all.

pub mod amending;
mod appendix_heading;
mod attribution;
mod blank_form;
#[cfg(test)]
mod built;
mod citation;
mod closing;
mod dates;
mod effect;
mod facts;
#[cfg(test)]
pub mod fixture;
mod header;
mod lines;
mod near;
mod number;
pub mod organ;
mod parts;
mod preamble;
mod proposer;
pub mod quotes;
mod references;
mod title;
mod units;

use crate::document::{Citation, Document, InternalReference, Part, PartKind};
use crate::draft::Draft;
use crate::rulebook::vocabulary::Certainty;
use crate::rulebook::{Lexicon, Shape};
use crate::text::{Span, Spans};
use lines::Reader;
pub use number::canonical_symbol;

/// Recognizes the document in a draft by the words of a rule book ([`crate::rulebook::RuleBook::lexicon`]).
/// Never fails: what is not recognized is simply not there.
pub fn recognize(draft: &Draft, lexicon: &Lexicon) -> Document {
    let reader = Reader::new(draft, lexicon);
    let count = reader.paragraphs.len();
    if count == 0 {
        return Document::default();
    }
    let quoted = quotes::find(&reader, 0..count);
    let closing = closing::find(&reader, 1, count, &quoted);
    let ranges = parts::split(&reader, closing.as_ref(), &quoted);
    // Amending text stands in the act, and the act ends with its signature.
    let act_end = closing.as_ref().map_or(count, |closing| closing.start);
    let unmarked = amending::unmarked(&reader, 0..act_end, &quoted);
    let mut document = Document { quoted, unmarked, ..Document::default() };
    for range in &ranges {
        let part = match range.kind {
            PartKind::Act => act(&reader, range, closing.as_ref(), &document.quoted),
            PartKind::Attached => attached(&reader, range, &document.quoted),
            PartKind::Appendix => appendix(&reader, range),
        };
        document.parts.push(part);
    }
    cite(&reader, &mut document);
    refer(&reader, &ranges, &mut document);
    document.facts = facts::gather(&reader, &document);
    document
}

/// The span of the paragraphs at positions `start` to `end`.
fn span_of(reader: &Reader<'_>, start: usize, end: usize) -> Span {
    let first = reader.paragraphs.get(start).map_or(0, |paragraph| reader.span(*paragraph).start);
    let last = end.checked_sub(1).and_then(|last| reader.paragraphs.get(last));
    let last = last.map_or(first, |paragraph| reader.span(*paragraph).end);
    Span::new(first, last.max(first))
}

/// Reads the act: header, title, preamble, body, closing.
fn act(reader: &Reader<'_>, range: &parts::Range, closing: Option<&closing::Found>, quoted: &[Span]) -> Part {
    let mut part =
        Part { kind: PartKind::Act, span: span_of(reader, range.start, range.end), ..Part::default() };
    let closing = closing.filter(|closing| closing.start < range.end);
    let body_limit = closing.map_or(range.end, |closing| closing.start);
    let header = header::recognize(reader, range.start, body_limit);
    part.header = header.header;
    let title = title::recognize(reader, header.end, body_limit);
    part.form = title.form;
    part.form_name = title.name;
    part.title = title.title;
    let form = part.form_name.as_deref().and_then(|name| reader.lexicon.form(name));
    let is_act = form.is_some_and(|form| form.shape == Shape::Enacted);
    let day = part.header.place_date.as_ref().and_then(|date| date.date.latest());
    let preamble = preamble::recognize(reader, title.end, body_limit, is_act, day);
    part.preamble = preamble.preamble;
    part.addressees = preamble.addressees;
    body(reader, &mut part, preamble.end, body_limit, quoted);
    if let Some(closing) = closing {
        part.recipients.clone_from(&closing.recipients);
        part.signatures.clone_from(&closing.signatures);
    }
    part
}

/// Reads the body between two positions.
fn body(reader: &Reader<'_>, part: &mut Part, start: usize, end: usize, quoted: &[Span]) {
    let closing = closing::closing_line(reader, start..end);
    let text_end = closing.as_ref().map_or(end, |(_, position)| *position);
    // A form to be filled in goes on with no unit, and what ends it does not end the text before it.
    let form = blank_form::behind(reader, start..text_end, quoted);
    part.body = span_of(reader, start, end);
    part.blank_form = form.map(|form| span_of(reader, form, text_end));
    part.units = units::recognize(reader, start..form.unwrap_or(text_end), quoted);
    part.effects = effect::find(reader, start..end, quoted);
    let before_form = form.and_then(|form| closing::end_mark(reader, start..form));
    part.end_mark = before_form.or_else(|| closing::end_mark(reader, start..end));
    part.closing = closing.map(|(line, _)| line);
}

/// Reads a regulation that the act promulgates.
fn attached(reader: &Reader<'_>, range: &parts::Range, quoted: &[Span]) -> Part {
    let mut part =
        Part { kind: PartKind::Attached, span: span_of(reader, range.start, range.end), ..Part::default() };
    part.header = header::recognize(reader, range.start, range.heading).header;
    let title = title::recognize(reader, range.heading, range.end);
    (part.form, part.form_name, part.title) = (title.form, title.name, title.title);
    let mut start = title.end.max(range.heading);
    start = read_attribution(reader, &mut part, start, range.end);
    // A signature in an attachment does not belong there, but it ends the body.
    let closing = closing::find(reader, start + 1, range.end, quoted);
    let end = closing.as_ref().map_or(range.end, |closing| closing.start);
    body(reader, &mut part, start, end, quoted);
    if let Some(closing) = closing {
        (part.recipients, part.signatures) = (closing.recipients, closing.signatures);
    }
    part
}

/// Reads an appendix: its heading, title and attribution; its content is free.
fn appendix(reader: &Reader<'_>, range: &parts::Range) -> Part {
    let mut part =
        Part { kind: PartKind::Appendix, span: span_of(reader, range.start, range.end), ..Part::default() };
    part.header = header::recognize(reader, range.start, range.heading).header;
    let head = appendix_head(reader, range);
    part.appendix_number = head.number;
    part.form = Some(reader.component(head.form, Certainty::Certain));
    part.title = (!head.title.is_empty()).then(|| reader.wrapped(&head.title, Certainty::Guessed));
    let mut start = head.end;
    start = read_attribution(reader, &mut part, start, range.end);
    part.body = span_of(reader, start.min(range.end), range.end);
    // A list or a table with a header of its own is promulgated as a text, and not as an appendix; what it holds is as
    // free as there.
    let is_named =
        part.form.as_ref().is_some_and(|form| appendix_heading::is_heading(reader.lexicon, &form.value));
    if !is_named && part.header.national_name.is_some() {
        part.kind = PartKind::Attached;
        part.body = Span::at(part.body.end);
    }
    part
}

/// The head of an appendix.
struct AppendixHead {
    /// Its number.
    number: Option<String>,
    /// `PHỤ LỤC I`, without the mark behind it.
    form: Span,
    /// The lines of its title.
    title: Vec<Span>,
    /// The position at which its attribution may stand.
    end: usize,
}

/// Reads heading and title of an appendix, on lines of one paragraph or in paragraphs of their own.
fn appendix_head(reader: &Reader<'_>, range: &parts::Range) -> AppendixHead {
    let paragraph = reader.paragraphs[range.heading];
    let whole = reader.span(paragraph);
    let lines: Vec<Span> =
        reader.lines(paragraph).into_iter().skip(range.line).map(|line| line.span).collect();
    let apart = lines.len() > 1 && appendix_heading::is_numbered(reader.lexicon, reader.words(lines[0]));
    let (span, below) = if apart { (lines[0], &lines[1..]) } else { (whole, &[][..]) };
    let words = reader.words(span);
    let (number, title_at) = appendix_heading::number_and_title(reader.lexicon, words);
    let form_end = title_at.map_or(words.len(), |(start, _)| start);
    let form = words[..form_end].trim_end_matches([' ', ':', '.', '-', '–']);
    let form = Span::new(span.start, span.start + form.len());
    let mut title: Vec<Span> =
        title_at.map(|(start, end)| Span::new(span.start + start, span.start + end)).into_iter().collect();
    let attributed = attribution::in_paragraph(reader, paragraph).filter(|own| own.start > span.start);
    title.extend(below.iter().take_while(|line| attributed.is_none_or(|own| line.start < own.start)));
    let end = match (attributed, reader.cell(paragraph)) {
        (Some(_), _) => range.heading,
        (None, Some(cell)) => title_in_cell(reader, range, cell, &mut title),
        (None, None) => title::read_title(reader, range.heading + 1, range.end, &mut title),
    };
    AppendixHead { number: number.map(str::to_owned), form, title, end }
}

/// The lines in capitals below a heading in its own cell; gives the position behind them.
fn title_in_cell(
    reader: &Reader<'_>,
    range: &parts::Range,
    cell: crate::draft::CellAddress,
    title: &mut Vec<Span>,
) -> usize {
    let mut position = range.heading + 1;
    while position < range.end {
        let paragraph = reader.paragraphs[position];
        let span = reader.span(paragraph);
        if reader.cell(paragraph) != Some(cell) || !reader.is_capitals(span) {
            break;
        }
        title.push(span);
        position += 1;
    }
    position
}

/// Reads the attribution line at or just after `start`; gives the position behind it.
fn read_attribution(reader: &Reader<'_>, part: &mut Part, start: usize, end: usize) -> usize {
    const REACH: usize = 4;
    for position in start..end.min(start + REACH) {
        let Some(line) = attribution::in_paragraph(reader, reader.paragraphs[position]) else { continue };
        let lines = attribution::over_paragraphs(reader, line, position);
        if let Some(attribution) = attribution::parse(reader, &lines) {
            part.attribution = Some(attribution);
            return position + lines.len();
        }
    }
    start
}

/// Finds the cited instruments: those of the bases first, then those of all other paragraphs.
fn cite(reader: &Reader<'_>, document: &mut Document) {
    let mut citations: Vec<Citation> = Vec::new();
    let mut bases: Vec<(Span, usize, usize)> = Vec::new();
    for (part_index, part) in document.parts.iter().enumerate() {
        for (index, basis) in part.preamble.bases.iter().enumerate() {
            bases.push((basis.line.span, part_index, index));
        }
    }
    let own_numbers = own_numbers(document);
    for paragraph in &reader.paragraphs {
        let span = reader.span(*paragraph);
        // Bases stand one behind the other.
        let next = bases.get(bases.partition_point(|(own, ..)| own.end <= span.start));
        let holder = next.filter(|(own, ..)| own.overlaps(span)).map(|(_, part, index)| (*part, *index));
        if own_numbers.overlap(span) {
            continue;
        }
        citation::find(reader, span, holder, &mut citations);
    }
    for (index, citation) in citations.iter().enumerate() {
        if let Some((part, basis)) = citation.basis
            && let Some(basis) = document.parts[part].preamble.bases.get_mut(basis)
        {
            basis.citations.push(index);
        }
    }
    document.citations = citations;
}

/// The number lines and attribution lines: those name the document itself.
fn own_numbers(document: &Document) -> Spans {
    let of_part = |part: &Part| {
        let number = part.header.number.as_ref().map(|number| number.line.span);
        let attribution = part.attribution.as_ref().map(|attribution| attribution.line.span);
        [number, attribution].into_iter().flatten()
    };
    document.parts.iter().flat_map(of_part).collect()
}

/// Finds the references to units in bodies and recipients.
fn refer(reader: &Reader<'_>, ranges: &[parts::Range], document: &mut Document) {
    let mut references: Vec<InternalReference> = Vec::new();
    for (index, range) in ranges.iter().enumerate() {
        let part = &document.parts[index];
        if part.kind == PartKind::Appendix {
            continue;
        }
        let recipients: Spans =
            part.recipients.iter().flat_map(|own| &own.items).map(|own| own.span).collect();
        for position in range.start..range.end {
            let span = reader.span(reader.paragraphs[position]);
            if (part.body.covers(span) && !document.is_foreign(span)) || recipients.overlap(span) {
                references::find(reader, span, index, &document.parts, &mut references);
            }
        }
    }
    // Within quotation marks stands what another document says, or what this one shall no longer say.
    let marks = quotes::InSentences::of(&reader.draft.text);
    references.retain(|reference| !document.is_quoted(reference.span) && !marks.hold(reader, reference.span));
    references.sort_by_key(|reference| reference.span.start);
    document.references = references;
}

#[cfg(test)]
mod tests;
