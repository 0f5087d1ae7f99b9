//! Carries out in the file itself what is to be said of it: remarks on words of the draft, put in, renewed
//! and taken out again.
//!
//! A file is patched and never rewritten. What need not change keeps its bytes; changes are splices at the
//! pieces of the source that the words of a place have. Nothing here knows a rule or a law: a [`Remark`]
//! says where and what, and the room carries it out.
//!
//! | where | how |
//! | --- | --- |
//! | a Word document | a comment on the words ([`word`]) |
//! | Markdown | an HTML comment above the paragraph ([`markdown`]) |
//!
//! Plain text has no place for remarks.

mod mark;
pub mod markdown;
mod splice;
pub mod word;

use crate::finding::Place;
pub use mark::Mark;

/// Something to be said at a place of a draft.
#[derive(Clone, Debug)]
pub struct Remark {
    /// What it is known by the next time.
    pub mark: Mark,
    /// What it says, paragraph by paragraph, without the mark.
    pub lines: Vec<String>,
    /// Where; `None` for what is said of the draft as a whole, at its head.
    pub place: Option<Place>,
}

/// In whose name remarks are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name that Word shows.
    pub name: String,
    /// The initials that Word shows where there is little room.
    pub initials: String,
    /// The moment, as Word writes it (`2026-11-29T08:00:00Z`); without one, equal drafts give equal bytes.
    pub moment: Option<String>,
}

/// A remark that stands in a file, of whatever origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The mark, where it is ours.
    pub mark: Option<Mark>,
    /// Who made it.
    pub author: String,
    /// When, as the file writes it.
    pub moment: Option<String>,
    /// What it says, without the mark.
    pub words: String,
    /// Whether a person changed the words of one of ours.
    pub edited: bool,
    /// Whether somebody set it to be settled.
    pub settled: bool,
    /// The answers to it, in order.
    pub answers: Vec<Answer>,
}

impl Standing {
    /// Whether a person said anything to it: such a remark is never taken out or written over unasked.
    pub fn is_touched(&self) -> bool {
        self.edited || self.settled || !self.answers.is_empty()
    }
}

/// An answer to a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Who.
    pub author: String,
    /// When, as the file writes it.
    pub moment: Option<String>,
    /// The words.
    pub words: String,
}

/// Which of our remarks are taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Those to which no person said anything: to make room for new ones.
    Untouched,
    /// All, with the answers to them: for the copy that is put up for signing.
    All,
}

/// A file without remarks of ours.
#[derive(Clone, Debug)]
pub struct Cleared {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// How many of ours were taken out.
    pub removed: usize,
    /// How many answers of people went with them.
    pub answers: usize,
    /// The remarks that are left, in the order of the file.
    pub standing: Vec<Standing>,
}
