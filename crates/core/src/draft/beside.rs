//! What stands beside the text or lies over it without being words of the draft: comments, tracked changes
//! of others, marks of notes, text boxes, pictures, and where printed pages begin.
//!
//! Checks look at the text as it reads once all changes are accepted; faces need the rest to show the
//! draft as people know it, and to say what nobody could look at.

use super::Draft;
use crate::text::Span;

/// All that a reader keeps beside the text. Empty where the source has none of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// Comments that stand somewhere in the text, in order of the source's list.
    pub comments: Vec<Comment>,
    /// Tracked changes that nobody has accepted or rejected yet, in order of the text.
    pub changes: Vec<Change>,
    /// Footnotes and endnotes in order of their words.
    pub notes: Vec<Note>,
    /// Text boxes in order; one that stands within another follows it.
    pub boxes: Vec<TextBox>,
    /// Pictures and embedded things in order of the text.
    pub pictures: Vec<Picture>,
    /// Bytes at which a page began when the body was last printed or shown, the first page left out.
    pub page_starts: Vec<usize>,
    /// Number of pages that the file states of itself.
    pub pages: Option<usize>,
}

/// A comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    /// What the source calls it (`w:id`); empty where it has no name.
    pub id: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// When, as the source writes it (ISO 8601 in Word).
    pub date: Option<String>,
    /// What it says; paragraphs end with a line end.
    pub words: String,
    /// The text it stands on; an empty span where it stands at a point.
    pub span: Span,
    /// Index of the comment that it answers.
    pub parent: Option<usize>,
    /// Whether somebody marked it as done.
    pub resolved: bool,
}

/// What a tracked change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// Words come.
    Insertion,
    /// Words go.
    Deletion,
    /// Words that went elsewhere stood here.
    MovedFrom,
    /// Words that stood elsewhere come here.
    MovedTo,
    /// The look of words, paragraphs, tables or pages changes.
    Formatting,
}

impl ChangeKind {
    /// Whether the words are in the text as it is judged only because the change counts as accepted.
    pub const fn brings_words(self) -> bool {
        matches!(self, Self::Insertion | Self::MovedTo)
    }

    /// Whether words are missing from the text as it is judged for that reason.
    pub const fn takes_words(self) -> bool {
        matches!(self, Self::Deletion | Self::MovedFrom)
    }
}

/// A tracked change that waits for a decision. Neighbours of one kind and author are one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it does.
    pub kind: ChangeKind,
    /// Who made it.
    pub author: Option<String>,
    /// When, as the source writes it.
    pub date: Option<String>,
    /// The text concerned; the empty span where words are gone. A paragraph end that came with the
    /// change belongs to it.
    pub span: Span,
    /// The words that are gone; empty for other kinds.
    pub words: String,
}

/// A footnote or an endnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Byte at which its mark stands in the text, which shows nothing there; `None` without a mark.
    pub at: Option<usize>,
    /// Indices `[first, last)` of its paragraphs.
    pub paragraphs: (usize, usize),
    /// Whether it stands at the end of the document rather than of the page.
    pub at_end: bool,
}

/// A text box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextBox {
    /// Index of the paragraph that anchors it.
    pub anchor: usize,
    /// Indices `[first, last)` of its paragraphs, which follow the anchor.
    pub paragraphs: (usize, usize),
}

/// What stands in the text without having words that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PictureKind {
    /// A picture.
    Picture,
    /// A document, sheet, chart or the like that is embedded.
    Object,
    /// Another file that Word takes into the text when it opens this one.
    Import,
}

/// A picture, or something embedded.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it is.
    pub kind: PictureKind,
    /// Byte of the text at which it stands.
    pub at: usize,
    /// Index of the paragraph that holds it.
    pub paragraph: usize,
    /// Width and height in mm, where the source says.
    pub size: Option<(f32, f32)>,
}

impl Beside {
    /// How many changes wait for a decision; both ends of a move are one.
    pub fn pending(&self) -> usize {
        let count = |kind| self.changes.iter().filter(|change| change.kind == kind).count();
        let moved = count(ChangeKind::MovedFrom).max(count(ChangeKind::MovedTo));
        let others = [ChangeKind::Insertion, ChangeKind::Deletion, ChangeKind::Formatting];
        moved + others.into_iter().map(count).sum::<usize>()
    }

    /// The changes without which the words of a span would read otherwise: it shares words with those
    /// that came, or touches the place of those that are gone.
    pub fn changes_at(&self, span: Span) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| {
            let own = change.span;
            let touches = own.start <= span.end && span.start <= own.end;
            let shares = own.overlaps(span) || span.is_empty() && own.contains(span.start);
            change.kind.takes_words() && touches || change.kind.brings_words() && shares
        })
    }

    /// Moves everything with the text.
    pub(super) fn move_spans(&mut self, to: impl Fn(Span) -> Span) {
        let comments = self.comments.iter_mut().map(|comment| &mut comment.span);
        for span in comments.chain(self.changes.iter_mut().map(|change| &mut change.span)) {
            *span = to(*span);
        }
        let notes = self.notes.iter_mut().filter_map(|note| note.at.as_mut());
        let pictures = self.pictures.iter_mut().map(|picture| &mut picture.at);
        for at in notes.chain(pictures).chain(&mut self.page_starts) {
            *at = to(Span::at(*at)).start;
        }
    }

    /// A paragraph was taken away: what stood in it alone goes, what it anchored stands before it.
    pub(super) fn paragraph_removed(&mut self, index: usize) {
        let gone = |at: usize| at - usize::from(at > index);
        for (first, last) in self.ranges() {
            (*first, *last) = (gone(*first), gone(*last));
        }
        self.boxes.retain(|own| own.paragraphs.0 < own.paragraphs.1);
        self.notes.retain(|own| own.paragraphs.0 < own.paragraphs.1);
        for own in &mut self.boxes {
            own.anchor -= usize::from(own.anchor >= index && own.anchor > 0);
        }
        self.pictures.retain(|picture| picture.paragraph != index);
        for picture in &mut self.pictures {
            picture.paragraph = gone(picture.paragraph);
        }
    }

    /// A paragraph was put in and has this index; those from there on are one further.
    pub(super) fn paragraph_inserted(&mut self, own: usize) {
        let moved = |at: usize| at + usize::from(at >= own);
        for (first, last) in self.ranges() {
            (*first, *last) = (moved(*first), moved(*last));
        }
        for own in &mut self.boxes {
            own.anchor = moved(own.anchor);
        }
        for picture in &mut self.pictures {
            picture.paragraph = moved(picture.paragraph);
        }
    }

    /// All ranges of paragraphs.
    fn ranges(&mut self) -> impl Iterator<Item = (&mut usize, &mut usize)> {
        let notes = self.notes.iter_mut().map(|note| &mut note.paragraphs);
        let boxes = self.boxes.iter_mut().map(|own| &mut own.paragraphs);
        notes.chain(boxes).map(|(first, last)| (first, last))
    }
}

/// Share of a page from which on a picture counts as the page itself.
const WHOLE_PAGE: f32 = 0.4;
/// The page that is printed on where a file does not say, in mm.
const A4: (f32, f32) = (210.0, 297.0);

impl Draft {
    /// The page, from 1, on which a byte of the body stands: where the file tells where its pages begin,
    /// and does not contradict itself. The marks of pages are those of the last time it was laid out.
    pub fn page_at(&self, offset: usize) -> Option<usize> {
        let Beside { page_starts, pages, .. } = &self.beside;
        if pages == &Some(1) {
            return Some(1);
        }
        let paragraph = self.paragraph_at(offset)?;
        if !page_starts.is_empty() {
            let is_whole = pages.is_none_or(|pages| pages == page_starts.len() + 1);
            return is_whole.then(|| 1 + page_starts.iter().filter(|start| **start <= offset).count());
        }
        let breaks =
            |last: usize| self.paragraphs[..last].iter().skip(1).filter(|own| own.page_break_before).count();
        // Without marks, breaks tell the page only where there are as many pages as breaks make.
        (*pages == Some(breaks(self.paragraphs.len()) + 1)).then(|| breaks(paragraph + 1) + 1)
    }

    /// What may hold words that nobody could read: pictures as large as a page, and everything embedded.
    pub fn unread(&self) -> impl Iterator<Item = &Picture> {
        self.beside.pictures.iter().filter(|picture| match picture.kind {
            PictureKind::Object | PictureKind::Import => true,
            PictureKind::Picture => self.fills_a_page(picture),
        })
    }

    /// Whether a picture takes so much of its page that it is likely a scanned one.
    fn fills_a_page(&self, picture: &Picture) -> bool {
        let section = self.paragraphs.get(picture.paragraph).and_then(|own| self.sections.get(own.section));
        let page = section.and_then(|own| own.width.zip(own.height)).unwrap_or(A4);
        picture.size.is_some_and(|(width, height)| width * height >= WHOLE_PAGE * page.0 * page.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(kind: ChangeKind, span: Span) -> Change {
        Change { kind, author: None, date: None, span, words: String::new() }
    }

    #[test]
    fn a_move_is_one_change_and_only_words_depend_on_the_reading() {
        let kinds = [
            (ChangeKind::Insertion, Span::new(0, 4)),
            (ChangeKind::MovedFrom, Span::at(6)),
            (ChangeKind::MovedTo, Span::new(8, 9)),
            (ChangeKind::Formatting, Span::new(10, 20)),
        ];
        let changes = kinds.map(|(kind, span)| change(kind, span)).to_vec();
        let beside = Beside { changes, ..Beside::default() };
        assert_eq!(beside.pending(), 3);
        let touched = |start, end| beside.changes_at(Span::new(start, end)).count();
        assert_eq!((touched(3, 5), touched(4, 5), touched(4, 6), touched(7, 8)), (1, 0, 1, 0));
        assert_eq!((touched(2, 2), touched(4, 4), touched(12, 14)), (1, 0, 0));
    }
}
