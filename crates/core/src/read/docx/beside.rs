//! What stands beside the text: it is noted while the text is read, for only then its place is known.
//!
//! Within a paragraph a place is a mark until the paragraph is finished; between paragraphs it is the byte
//! at which the next one begins.

use super::xml::{self, Node};
use crate::draft::{Beside, Change, ChangeKind, Note, Picture, PictureKind, TextBox};
use crate::text::{Mark, Span};
use std::collections::HashMap;

/// A note: `footnotes` or `endnotes`, and its identifier there.
pub type NoteId = (&'static str, String);

/// Where a comment stands, as far as it was seen.
#[derive(Clone, Copy, Default)]
pub struct Range {
    /// Where its range begins.
    pub start: Option<usize>,
    /// Where its range ends.
    pub end: Option<usize>,
    /// Where its mark stands.
    mark: Option<usize>,
}

impl Range {
    /// The text that the comment stands on; `None` for one that was seen nowhere. A range with one end
    /// is that point.
    pub fn span(self) -> Option<Span> {
        let end = self.end.or(self.mark).or(self.start)?;
        let start = self.start.unwrap_or(end).min(end);
        Some(Span::new(start, end))
    }
}

/// What was found in finished paragraphs.
#[derive(Default)]
pub struct Found {
    /// Comments by identifier.
    pub comments: HashMap<String, Range>,
    /// Tracked changes, not yet in order.
    changes: Vec<Change>,
    /// The first mark of each note.
    marks: HashMap<NoteId, usize>,
    /// Notes with their paragraphs.
    notes: Vec<Note>,
    /// Text boxes.
    pub boxes: Vec<TextBox>,
    /// Pictures.
    pub pictures: Vec<Picture>,
    /// Where pages begin.
    page_starts: Vec<usize>,
}

/// What was found in the paragraph at hand.
#[derive(Default)]
pub struct OpenBeside {
    /// Things with the place where they stand.
    events: Vec<(Mark, Event)>,
    /// Changes with the marks of their ends.
    changes: Vec<(Change, Mark, Mark)>,
}

/// Something that stands at a point.
pub enum Event {
    /// A comment's range begins.
    CommentStart(String),
    /// A comment's range ends.
    CommentEnd(String),
    /// The mark of a comment.
    CommentMark(String),
    /// The mark of a note.
    Note(NoteId),
    /// A page begins.
    Page,
    /// A picture.
    Picture(PictureKind, Option<(f32, f32)>),
}

impl OpenBeside {
    /// Notes something at a place.
    pub fn push(&mut self, mark: Mark, event: Event) {
        self.events.push((mark, event));
    }

    /// Whether there is something to be seen.
    pub fn has_pictures(&self) -> bool {
        self.events.iter().any(|(_, event)| matches!(event, Event::Picture(..)))
    }

    /// Notes a change between two places.
    pub fn change(&mut self, node: Node<'_>, kind: ChangeKind, from: Mark, to: Mark, words: String) {
        self.changes.push((change(node, kind, Span::default(), words), from, to));
    }
}

impl Found {
    /// Takes over what a paragraph held, now that its places are known.
    pub fn settle(&mut self, open: OpenBeside, paragraph: usize, offset: impl Fn(Mark) -> usize) {
        for (mut change, from, to) in open.changes {
            let (start, end) = (offset(from), offset(to));
            change.span = Span::new(start, end.max(start));
            self.changes.push(change);
        }
        for (mark, event) in open.events {
            let at = offset(mark);
            match event {
                Event::CommentStart(id) => self.comment(id).start = Some(at),
                Event::CommentEnd(id) => self.comment(id).end = Some(at),
                Event::CommentMark(id) => self.comment(id).mark = Some(at),
                Event::Note(id) => {
                    self.marks.entry(id).or_insert(at);
                }
                Event::Page => self.page_starts.push(at),
                Event::Picture(kind, size) => self.pictures.push(Picture { kind, at, paragraph, size }),
            }
        }
    }

    /// The comment of an identifier.
    pub fn comment(&mut self, id: String) -> &mut Range {
        self.comments.entry(id).or_default()
    }

    /// Notes a change of whole paragraphs, or of their look.
    pub fn change(&mut self, node: Node<'_>, kind: ChangeKind, span: Span, words: String) {
        self.changes.push(change(node, kind, span, words));
    }

    /// Notes the changes of the look that some properties bear.
    pub fn formatting(&mut self, props: Option<Node<'_>>, span: Span) {
        for node in props.into_iter().flat_map(|props| props.children()).filter(|node| is_formatting(*node)) {
            self.change(node, ChangeKind::Formatting, span, String::new());
        }
    }

    /// Notes the paragraphs of a note.
    pub fn note(&mut self, id: Option<&NoteId>, paragraphs: (usize, usize)) {
        let at = id.and_then(|id| self.marks.get(id)).copied();
        let at_end = id.is_some_and(|(kind, _)| *kind == "endnotes");
        if paragraphs.0 < paragraphs.1 {
            self.notes.push(Note { at, paragraphs, at_end });
        }
    }

    /// All of it, in order, without what only the package tells.
    pub fn finish(self, paragraphs: usize) -> Beside {
        let last = paragraphs.saturating_sub(1);
        let mut pictures = self.pictures;
        for picture in &mut pictures {
            picture.paragraph = picture.paragraph.min(last);
        }
        pictures.sort_by_key(|picture| picture.at);
        let mut page_starts = self.page_starts;
        page_starts.sort_unstable();
        Beside {
            changes: joined(self.changes),
            notes: self.notes,
            boxes: self.boxes,
            pictures,
            page_starts,
            ..Beside::default()
        }
    }
}

/// A change with what its element says of it.
fn change(node: Node<'_>, kind: ChangeKind, span: Span, words: String) -> Change {
    let stated = |name| xml::attribute(node, name).map(str::to_owned);
    Change { kind, author: stated("author"), date: stated("date"), span, words }
}

/// Word parts one change into many elements, by runs and paragraphs; people see one.
fn joined(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort_by_key(|change| (change.span.start, change.span.end));
    let mut found: Vec<Change> = Vec::with_capacity(changes.len());
    let mut last_of: HashMap<ChangeKind, usize> = HashMap::new();
    for change in changes {
        let last = last_of.get(&change.kind).and_then(|index| found.get_mut(*index));
        let goes_on = |last: &&mut Change| last.author == change.author && change.span.start <= last.span.end;
        if let Some(last) = last.filter(goes_on) {
            last.span = last.span.join(change.span);
            last.words.push_str(&change.words);
        } else {
            last_of.insert(change.kind, found.len());
            found.push(change);
        }
    }
    found
}

/// Whether an element among properties holds those before a change of the look.
fn is_formatting(node: Node<'_>) -> bool {
    matches!(
        xml::word_name(node),
        "rPrChange"
            | "pPrChange"
            | "sectPrChange"
            | "tblPrChange"
            | "tblPrExChange"
            | "tblGridChange"
            | "trPrChange"
            | "tcPrChange"
    )
}

/// The words of deleted content, or of any other that is not read: paragraphs end with a line end.
pub fn words(node: Node<'_>) -> String {
    let mut found = String::new();
    for inner in node.descendants().filter(Node::is_element) {
        match xml::word_name(inner) {
            "t" | "delText" => found.push_str(inner.text().unwrap_or_default()),
            "tab" if !xml::parent_is(inner, "tabs") => found.push('\t'),
            "br" | "cr" => found.push('\n'),
            "p" if !found.is_empty() => found.push('\n'),
            _ => {}
        }
    }
    found
}

/// Whether what a change brings came from elsewhere.
pub fn insertion(node: Node<'_>) -> ChangeKind {
    if xml::is(node, "moveTo") { ChangeKind::MovedTo } else { ChangeKind::Insertion }
}

/// Whether what a change takes went elsewhere.
pub fn deletion(node: Node<'_>) -> ChangeKind {
    if xml::is(node, "moveFrom") { ChangeKind::MovedFrom } else { ChangeKind::Deletion }
}
