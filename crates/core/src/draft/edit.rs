//! Changing a draft: words, paragraphs, styles. Everything that lies over the text moves with it.
//!
//! These are the hand tools; whoever changes a draft says so with the edits of [`crate::edit`]. A changed
//! draft has lost its way back to the source: it shows what a repair makes, and writes no file.

use super::{Cell, Draft, Paragraph, Run, RunStyle};
use crate::text::{Oddity, OffsetMap, Span, TextBuilder};

/// Puts words in the place of a stretch within one paragraph. The words are normalized as a reader
/// would, and their peculiarities are remembered. They take the style of the first run they replace.
pub fn replace(draft: &mut Draft, span: Span, words: &str) {
    let (text, oddities) = normalized(words);
    draft.text.replace_range(span.start..span.end, &text);
    let shift = Shift { span, added: text.len() };
    for paragraph in &mut draft.paragraphs {
        paragraph.span = shift.span_of(paragraph.span);
        for run in &mut paragraph.runs {
            run.span = shift.span_of(run.span);
        }
        join_runs(paragraph);
    }
    for section in &mut draft.sections {
        section.span = shift.span_of(section.span);
    }
    draft.beside.move_spans(|own| shift.span_of(own));
    draft.oddities.retain(|oddity| !inside(span, oddity.span));
    for oddity in &mut draft.oddities {
        oddity.span = shift.span_of(oddity.span);
        oddity.source.clear();
    }
    let moved = oddities.into_iter().map(|oddity| {
        // What was written anew stands in no source.
        Oddity { span: oddity.span.shift(span.start), source: Vec::new(), ..oddity }
    });
    draft.oddities.extend(moved);
    draft.oddities.sort_by_key(|oddity| oddity.span);
    draft.map = OffsetMap::default();
}

/// Takes a paragraph away. The last paragraph of a cell is emptied instead: a cell is never without one.
pub fn remove_paragraph(draft: &mut Draft, index: usize) {
    let span = draft.paragraphs[index].span;
    replace(draft, span, "");
    let alone = cells(draft).any(|cell| cell.paragraphs == (index, index + 1));
    if alone || draft.paragraphs.len() == 1 {
        return;
    }
    // The end of the paragraph goes too; everything after it moves by that one byte.
    let start = draft.paragraphs[index].span.start;
    draft.paragraphs.remove(index);
    for at in draft.paragraphs.iter_mut().filter_map(|own| own.stands_at.as_mut()) {
        *at -= usize::from(*at > index);
    }
    for cell in cells_mut(draft) {
        let (first, last) = cell.paragraphs;
        cell.paragraphs = (first - usize::from(first > index), last - usize::from(last > index));
    }
    draft.lines.retain(|line| line.paragraph != index);
    for line in &mut draft.lines {
        line.paragraph -= usize::from(line.paragraph > index);
    }
    draft.beside.paragraph_removed(index);
    draft.text.remove(start);
    let back = |offset: usize| if offset > start { offset - 1 } else { offset };
    move_all(draft, back);
}

/// Puts a paragraph of the same look before or after another one, and returns its index.
pub fn insert(draft: &mut Draft, index: usize, after: bool, words: &str) -> usize {
    let Some(model) = draft.paragraphs.get(index) else { return index };
    let (at, own) = if after { (model.span.end + 1, index + 1) } else { (model.span.start, index) };
    let style = model.runs.first().map(|run| run.style.clone()).unwrap_or_default();
    let span = Span::at(at);
    let paragraph = Paragraph {
        span,
        runs: vec![Run { span, style }],
        label: None,
        page_break_before: model.page_break_before && !after,
        heading: None,
        element: None,
        ..model.clone()
    };
    draft.text.insert(at, '\n');
    let begins: Vec<usize> = draft.sections.iter().map(|section| section.span.start).collect();
    let forth = |offset: usize| if offset >= at { offset + 1 } else { offset };
    move_all(draft, forth);
    // What is put before the first words of a section is on its pages.
    for (section, begin) in draft.sections.iter_mut().zip(begins).filter(|(_, begin)| *begin == at && !after)
    {
        section.span.start = begin;
    }
    if !after {
        draft.paragraphs[index].page_break_before = false;
    }
    draft.paragraphs.insert(own, paragraph);
    count_one_more(draft, index, own);
    replace(draft, span, words);
    own
}

/// Moves the indices of paragraphs by one from `own` on; a cell that holds `index` holds the new one too.
fn count_one_more(draft: &mut Draft, index: usize, own: usize) {
    draft.beside.paragraph_inserted(own);
    for at in draft.paragraphs.iter_mut().filter_map(|paragraph| paragraph.stands_at.as_mut()) {
        *at += usize::from(*at >= own);
    }
    for cell in cells_mut(draft) {
        let (first, last) = cell.paragraphs;
        cell.paragraphs = (first + usize::from(first > index), last + usize::from(last > index));
    }
    for line in &mut draft.lines {
        line.paragraph += usize::from(line.paragraph >= own);
    }
}

/// Makes two paragraphs of one. The second one begins at a byte of the first, and looks like it.
pub fn split(draft: &mut Draft, at: usize) {
    let Some(index) = draft.paragraph_at(at) else { return };
    let whole = draft.paragraphs[index].clone();
    if !draft.text.is_char_boundary(at) {
        return;
    }
    let own = insert(draft, index, true, "");
    // The new one takes the end of the words with their runs: the two lie in the text as one did, with
    // the end of a paragraph between them.
    let end = whole.span.end;
    draft.text.remove(end);
    draft.text.insert(at, '\n');
    let moved = |span: Span| Span::new(span.start.max(at) + 1, span.end.max(at) + 1);
    let rest = whole.runs.iter().filter(|run| run.span.end > at);
    let runs: Vec<Run> = rest.map(|run| Run { span: moved(run.span), style: run.style.clone() }).collect();
    let last = whole.runs.last().map(|run| Run { span: Span::at(at + 1), style: run.style.clone() });
    draft.paragraphs[own].runs = if runs.is_empty() { last.into_iter().collect() } else { runs };
    draft.paragraphs[own].span = Span::new(at + 1, end + 1);
    let first = &mut draft.paragraphs[index];
    first.span.end = at;
    for run in &mut first.runs {
        run.span = Span::new(run.span.start.min(at), run.span.end.min(at));
    }
    join_runs(first);
    for oddity in draft.oddities.iter_mut().filter(|own| at <= own.span.start && own.span.end <= end) {
        oddity.span = oddity.span.shift(1);
    }
}

/// Makes one paragraph of two neighbours of one cell, with a blank between their words.
pub fn join(draft: &mut Draft, index: usize) {
    let neighbours = draft.paragraphs.get(index).zip(draft.paragraphs.get(index + 1));
    let Some((upper, lower)) = neighbours.filter(|(upper, lower)| upper.cell == lower.cell) else { return };
    let end = upper.span.end;
    let runs = lower.runs.clone();
    let (words, rest) = (lower.text(draft).to_owned(), lower.span);
    remove_paragraph(draft, index + 1);
    let gap = if words.is_empty() || draft.paragraphs[index].span.is_empty() { "" } else { " " };
    replace(draft, Span::at(end), &format!("{gap}{words}"));
    for run in runs {
        let start = end + gap.len() + (run.span.start - rest.start);
        restyle(draft, Span::new(start, start + run.span.len()), |own| own.clone_from(&run.style));
    }
}

/// Changes the style of the words of a stretch, splitting runs at its ends.
pub fn restyle(draft: &mut Draft, span: Span, change: impl Fn(&mut RunStyle)) {
    for paragraph in &mut draft.paragraphs {
        if !paragraph.span.overlaps(span) {
            continue;
        }
        paragraph.runs = paragraph.runs.drain(..).flat_map(|run| cut(run, span)).collect();
        for run in paragraph.runs.iter_mut().filter(|run| span.covers(run.span) && !run.span.is_empty()) {
            change(&mut run.style);
        }
    }
}

/// Words as a reader would give them, with their peculiarities at bytes of the words.
fn normalized(words: &str) -> (String, Vec<Oddity>) {
    let mut builder = TextBuilder::new();
    let part = builder.part("");
    builder.push_verbatim(words, part, 0);
    builder.finish_paragraph();
    let (mut text, _, oddities) = builder.finish();
    text.truncate(text.len().saturating_sub(1));
    (text, oddities)
}

/// How offsets move when `added` bytes take the place of `span`.
#[derive(Clone, Copy)]
struct Shift {
    /// What is replaced, in bytes.
    span: Span,
    /// Bytes of what takes its place.
    added: usize,
}

impl Shift {
    /// Where a span lies after the change.
    fn span_of(self, own: Span) -> Span {
        let start = self.start(own.start);
        Span::new(start, self.end(own.end).max(start))
    }

    /// Where something that begins at a byte begins afterwards.
    fn start(self, offset: usize) -> usize {
        match offset {
            _ if offset <= self.span.start => offset,
            _ if offset < self.span.end => self.span.start + self.added,
            _ => offset - self.span.len() + self.added,
        }
    }

    /// Words that are inserted where something ends belong to it.
    fn end(self, offset: usize) -> usize {
        match offset {
            _ if offset < self.span.start => offset,
            _ if offset == self.span.start && !self.span.is_empty() => offset,
            _ if offset <= self.span.end => self.span.start + self.added,
            _ => offset - self.span.len() + self.added,
        }
    }
}

/// Closes the gaps and overlaps that a replacement leaves between runs.
fn join_runs(paragraph: &mut Paragraph) {
    let mut at = paragraph.span.start;
    for run in &mut paragraph.runs {
        run.span = Span::new(at, run.span.end.max(at));
        at = run.span.end;
    }
    if let Some(last) = paragraph.runs.last_mut() {
        last.span.end = paragraph.span.end;
    }
    let first = paragraph.runs.first().cloned();
    paragraph.runs.retain(|run| !run.span.is_empty());
    if paragraph.runs.is_empty() {
        // An emptied paragraph keeps the look that words in it would have.
        paragraph.runs.extend(first);
    }
}

/// Whether a peculiarity goes with the replaced words. One at either end of an insertion stays.
fn inside(span: Span, oddity: Span) -> bool {
    !span.is_empty() && span.covers(oddity) && (!oddity.is_empty() || oddity.start < span.end)
}

/// Moves everything that lies over the text; for changes that take or add the end of a paragraph.
fn move_all(draft: &mut Draft, to: impl Fn(usize) -> usize) {
    let moved = |span: Span| Span::new(to(span.start), to(span.end));
    for paragraph in &mut draft.paragraphs {
        paragraph.span = moved(paragraph.span);
        for run in &mut paragraph.runs {
            run.span = moved(run.span);
        }
    }
    for section in &mut draft.sections {
        section.span = moved(section.span);
    }
    for oddity in &mut draft.oddities {
        oddity.span = moved(oddity.span);
    }
    draft.beside.move_spans(moved);
}

/// All cells of all tables.
fn cells(draft: &Draft) -> impl Iterator<Item = &Cell> {
    draft.tables.iter().flat_map(|table| table.rows.iter().flatten())
}

/// All cells of all tables, to be changed.
fn cells_mut(draft: &mut Draft) -> impl Iterator<Item = &mut Cell> {
    draft.tables.iter_mut().flat_map(|table| table.rows.iter_mut().flatten())
}

/// A run in up to three pieces, cut where the span begins and ends.
fn cut(run: Run, span: Span) -> Vec<Run> {
    let own = run.span;
    let cuts = [own.start, span.start.clamp(own.start, own.end), span.end.clamp(own.start, own.end), own.end];
    let pieces = cuts.windows(2).map(|pair| Span::new(pair[0], pair[1])).filter(|piece| !piece.is_empty());
    let pieces: Vec<Run> = pieces.map(|span| Run { span, style: run.style.clone() }).collect();
    if pieces.is_empty() { vec![run] } else { pieces }
}

#[cfg(test)]
mod tests;
