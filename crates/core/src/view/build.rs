//! From a flat draft to the tree that a face walks through.

use super::local::{Local, lay};
use super::places::{Place, places, side, zone};
use super::{Block, MarginView, Mark, NoteView, ParagraphView, PartView, View, Zone, ZoneView};
use crate::document::Document;
use crate::draft::{Draft, RuleLine, Story};
use crate::text::Span;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Something that holds paragraphs: where it ends, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Container {
    /// Index of the paragraph behind its last one; of several that begin together the longest is the
    /// outermost.
    end: Reverse<usize>,
    /// The table, or `None` for a text box, which is outside of a table of the same length.
    table: Option<usize>,
}

/// What is needed to build blocks.
pub struct Builder<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// What lies over each paragraph.
    locals: Vec<Local<'a>>,
    /// Where each belongs.
    places: Vec<Place<'a>>,
    /// Rule lines by paragraph.
    lines: HashMap<usize, Vec<&'a RuleLine>>,
    /// What begins at each paragraph and was not yet built, the outermost last.
    containers: HashMap<usize, Vec<Container>>,
}

/// Builds the view.
pub fn view<'a>(draft: &'a Draft, document: &'a Document, marks: Vec<Mark>) -> View<'a> {
    let (ranges, note_of) = notes(draft);
    let (locals, unplaced) = lay(draft, &marks, &note_of);
    let mut lines: HashMap<usize, Vec<&RuleLine>> = HashMap::new();
    for line in &draft.lines {
        lines.entry(line.paragraph).or_default().push(line);
    }
    let places = places(draft, document);
    let mut builder = Builder { draft, locals, places, lines, containers: containers(draft) };
    let body = draft.paragraphs.iter().position(|own| own.story != Story::Body);
    let body = body.unwrap_or(draft.paragraphs.len());
    let parts = builder.parts(document, body);
    let notes = ranges.iter().map(|(first, last, record)| NoteView {
        has_mark: record.is_some_and(|record| draft.beside.notes[record].at.is_some()),
        at_end: record.is_some_and(|record| draft.beside.notes[record].at_end),
        blocks: builder.blocks(*first, *last),
    });
    let notes: Vec<NoteView<'_>> = notes.collect();
    let first = ranges.last().map_or(body, |range| range.1);
    let margins = builder.margins(first);
    let (comments, changes) = (draft.beside.comments.as_slice(), draft.beside.changes.as_slice());
    View { parts, notes, margins, marks, unplaced, comments, changes }
}

/// Paragraphs `[first, last)` of a note, and which of the draft's notes it is.
type NoteRange = (usize, usize, Option<usize>);

/// The notes that are shown, and for each note of the draft which of them it is.
fn notes(draft: &Draft) -> (Vec<NoteRange>, Vec<usize>) {
    let first = draft.paragraphs.iter().position(|own| own.story == Story::Note);
    let Some(mut at) = first else { return (Vec::new(), vec![0; draft.beside.notes.len()]) };
    let behind = draft.paragraphs[at..].iter().position(|own| own.story != Story::Note);
    let end = behind.map_or(draft.paragraphs.len(), |behind| at + behind);
    let (mut ranges, mut note_of) = (Vec::new(), Vec::new());
    for (record, note) in draft.beside.notes.iter().enumerate() {
        let (from, to) = (note.paragraphs.0.clamp(at, end), note.paragraphs.1.clamp(at, end));
        if at < from {
            ranges.push((at, from, None));
        }
        note_of.push(ranges.len());
        ranges.push((from, to.max(from), Some(record)));
        at = to.max(from);
    }
    if at < end {
        ranges.push((at, end, None));
    }
    (ranges, note_of)
}

/// Tables and text boxes by their first paragraph.
fn containers(draft: &Draft) -> HashMap<usize, Vec<Container>> {
    let mut found: HashMap<usize, Vec<Container>> = HashMap::new();
    for (index, table) in draft.tables.iter().enumerate() {
        let cells = || table.rows.iter().flatten().map(|cell| cell.paragraphs).filter(|own| own.0 < own.1);
        let range = cells().map(|own| own.0).min().zip(cells().map(|own| own.1).max());
        if let Some((first, last)) = range {
            found.entry(first).or_default().push(Container { end: Reverse(last), table: Some(index) });
        }
    }
    for own in draft.beside.boxes.iter().filter(|own| own.paragraphs.0 < own.paragraphs.1) {
        let (first, last) = own.paragraphs;
        found.entry(first).or_default().push(Container { end: Reverse(last), table: None });
    }
    for list in found.values_mut() {
        list.sort_unstable_by(|one, other| other.cmp(one));
    }
    found
}

impl<'a> Builder<'a> {
    /// The blocks of the paragraphs `[first, last)`: each of them once and in order, whatever the tables
    /// say of theirs.
    pub fn blocks(&mut self, first: usize, last: usize) -> Vec<Block<'a>> {
        let mut found = Vec::new();
        let mut at = first;
        while at < last {
            let Some(container) = self.next_container(at, last) else {
                found.push(Block::Paragraph(self.paragraph(at)));
                at += 1;
                continue;
            };
            let Reverse(end) = container.end;
            found.push(match container.table {
                Some(index) => Block::Table(self.grid(index, at, end)),
                None => Block::TextBox(self.blocks(at, end)),
            });
            at = end;
        }
        found
    }

    /// The outermost thing that begins at a paragraph and ends in time.
    fn next_container(&mut self, at: usize, last: usize) -> Option<Container> {
        let waiting = self.containers.get_mut(&at)?;
        while let Some(container) = waiting.pop() {
            if container.end.0 <= last {
                return Some(container);
            }
        }
        None
    }

    fn paragraph(&mut self, index: usize) -> ParagraphView<'a> {
        let draft = self.draft;
        let paragraph = &draft.paragraphs[index];
        let mut local = std::mem::take(&mut self.locals[index]);
        let Place { unit, component, .. } = self.places[index];
        ParagraphView {
            index,
            paragraph,
            component,
            side: component.and_then(side),
            unit,
            inlines: local.inlines(&draft.text, paragraph),
            lines: self.lines.remove(&index).unwrap_or_default(),
            before: local.before,
            after: local.after,
            whole: local.whole,
        }
    }

    /// The body, up to the paragraph `last`, by parts and zones.
    fn parts(&mut self, document: &Document, last: usize) -> Vec<PartView<'a>> {
        let mut parts: Vec<PartView<'_>> = Vec::new();
        for block in self.blocks(0, last) {
            let (first, span) = extent(&block);
            let part = self.places.get(first).and_then(|place| place.part);
            let part = part.map(|index| (index, document.parts[index].kind));
            let zone = part.map_or(Zone::Outside, |(index, _)| zone(&document.parts[index], span));
            if parts.last().is_none_or(|last| last.part != part) {
                parts.push(PartView { part, zones: Vec::new() });
            }
            let Some(open) = parts.last_mut() else { continue };
            match open.zones.last_mut().filter(|last| last.zone == zone) {
                Some(last) => last.blocks.push(block),
                None => open.zones.push(ZoneView { zone, blocks: vec![block] }),
            }
        }
        parts
    }

    /// Page headers and footers, each with its neighbours of the same section.
    fn margins(&mut self, first: usize) -> Vec<MarginView<'a>> {
        let mut found = Vec::new();
        let mut at = first;
        let all = &self.draft.paragraphs;
        while let Some(own) = all.get(at) {
            let (story, section) = (own.story, own.section);
            let same = all[at..].iter().take_while(|next| (next.story, next.section) == (story, section));
            let end = at + same.count();
            found.push(MarginView { story, section, blocks: self.blocks(at, end) });
            at = end;
        }
        found
    }
}

/// The first paragraph of a block, and its text.
fn extent(block: &Block<'_>) -> (usize, Span) {
    let mut paragraphs = Vec::new();
    super::collect(std::slice::from_ref(block), &mut paragraphs);
    let spans = paragraphs.iter().map(|own| own.paragraph.span);
    (paragraphs.first().map_or(0, |own| own.index), spans.reduce(Span::join).unwrap_or_default())
}
