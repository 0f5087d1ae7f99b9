//! The recipients: their label, who is listed below it, and the archive line.

use super::marks::{is_listed, is_signature_words, label};
use crate::document::{Component, Recipients};
use crate::read::plain::is_typed_rule;
use crate::recognize::lines::Reader;
use crate::rulebook::terms::ClosingTerms;
use crate::rulebook::vocabulary::Certainty;
use crate::text::Span;

/// Reads the recipients from the paragraphs at `positions`, the first of which holds the label.
/// The archive line is the last that looks like one.
pub(super) fn recipients(reader: &Reader<'_>, positions: &[usize]) -> Option<Recipients> {
    let first = reader.paragraphs[*positions.first()?];
    let span = reader.span(first);
    let terms = &reader.lexicon.terms.closing;
    let label_span = Span::new(span.start, span.start + label(terms, reader.words(span))?);
    let beside = Span::new(label_span.end, span.end).trim(&reader.draft.text);
    let beside = reader.lines_in(first, beside).into_iter();
    let beside = beside.filter(|line| !is_signature_words(terms, reader.words(*line)));
    let beside = beside.map(|line| reader.component(line, Certainty::Certain)).collect();
    let (items, archive) = items(reader, beside, &positions[1..]);
    // The bare words, with nobody below, are a heading about recipients or a field of a form.
    if items.is_empty() && !reader.words(label_span).ends_with(':') {
        return None;
    }
    Some(Recipients { label: reader.component(label_span, Certainty::Certain), items, archive })
}

/// The recipients at `positions` behind those that stand beside the label, with the index of the archive
/// line. One who needs two paragraphs is one recipient.
pub(super) fn items(
    reader: &Reader<'_>,
    beside: Vec<Component>,
    positions: &[usize],
) -> (Vec<Component>, Option<usize>) {
    let terms = &reader.lexicon.terms.closing;
    let mut items = beside;
    for (index, position) in positions.iter().enumerate() {
        let paragraph = reader.paragraphs[*position];
        if goes_on(reader, &positions[..index], *position)
            && let Some(last) = items.last_mut()
        {
            let lines: Vec<Span> = last.lines.iter().copied().chain([reader.span(paragraph)]).collect();
            *last = reader.wrapped(&lines, Certainty::Certain);
            continue;
        }
        let lines = reader.lines(paragraph);
        // A recipient may wrap; only its first column is his.
        let own: Vec<Span> = if reader.cell(paragraph).is_some() {
            vec![reader.span(paragraph)]
        } else {
            lines.into_iter().map(|line| line.span).take(1).collect()
        };
        items.extend(own.into_iter().map(|line| reader.component(line, Certainty::Certain)));
    }
    items.retain(|item| !is_typed_rule(&item.value));
    let archive = items.iter().rposition(|item| is_archive(terms, &item.value));
    (items, archive)
}

/// Whether a paragraph without a dash goes on with the last recipient, who is not ended yet.
pub(super) fn goes_on(reader: &Reader<'_>, items: &[usize], position: usize) -> bool {
    let [.., last] = items else { return false };
    let (last, paragraph) = (reader.paragraphs[*last], reader.paragraphs[position]);
    let words = reader.text(paragraph);
    let open = is_listed(reader, last) && !reader.text(last).ends_with([';', '.', ':']);
    // What begins with a capital goes on only where it ends the item: it may be the mark of a typist.
    let goes_on = reader.text(last).ends_with(',')
        || words.starts_with(char::is_lowercase)
        || words.ends_with([';', '.']);
    open && goes_on && !is_listed(reader, paragraph) && !reader.is_capitals(reader.span(paragraph))
}

/// Whether a paragraph in the list of recipients is one whose dash was forgotten: it ends as they do.
pub(super) fn lacks_dash(reader: &Reader<'_>, position: usize) -> bool {
    const LONGEST: usize = 120;
    let words = reader.text(reader.paragraphs[position]);
    words.ends_with(';') && words.chars().count() <= LONGEST
}

/// Whether a recipient is the archive: `- Lưu: VT`.
fn is_archive(terms: &ClosingTerms, item: &str) -> bool {
    let words = item.strip_prefix(['-', '–', '•', '+']).unwrap_or(item).trim_start_matches(' ');
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', ':', ';', ',', '.']);
    terms.archive.strip(words).or_else(|| terms.archive.strip_misspelt(words)).is_some_and(ends)
}
