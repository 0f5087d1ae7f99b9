//! Edits: the one vocabulary in which changes of a draft are said.
//!
//! Examples of rules make their fault with it, findings say with it what would put them right, previews
//! and repairs carry it out. An edit knows places of a draft and no rule: why it is made is for whoever
//! makes it.
//!
//! ```
//! use thethuc_core::edit::{Edit, apply};
//! use thethuc_core::read::read;
//! use thethuc_core::text::Span;
//!
//! let mut draft = read("a.txt", "Khoản 2".as_bytes())?;
//! apply(&mut draft, &[Edit::Words { span: Span::new(0, 1), with: "k".to_owned() }]);
//! assert_eq!(draft.text, "khoản 2\n");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod apply;
mod change;
mod conflict;
mod say;

use crate::draft::Draft;
pub use crate::rulebook::example::{PageChange, PageNumberChange};
use crate::text::{OddityKind, Span};
pub use apply::apply;
pub use change::{LettersChange, LineChange, Look, ParagraphChange};
pub use conflict::conflict;
pub(crate) use conflict::reach;
pub use say::title;
use serde::Serialize;

/// Which edge of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Above its first line.
    Before,
    /// Below its last line.
    After,
}

/// One change of a draft. Spans are bytes of its text; paragraphs and sections are its indices.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Words take the place of others; none goes where the span is empty, none comes where `with` is.
    Words {
        /// The words that go. They may wrap over paragraphs, of which the first remains.
        span: Span,
        /// The words that come.
        with: String,
    },
    /// A paragraph more.
    Insert {
        /// The paragraph that it stands beside.
        paragraph: usize,
        /// On which side.
        side: Side,
        /// Its words.
        words: String,
        /// Its look; that of its neighbour if not given.
        look: Option<Box<Look>>,
    },
    /// A paragraph less.
    Remove {
        /// The paragraph.
        paragraph: usize,
    },
    /// A paragraph becomes two.
    Split {
        /// First byte of the second one.
        at: usize,
    },
    /// A paragraph and the next one become one, with a blank between their words.
    Join {
        /// The first of the two.
        paragraph: usize,
    },
    /// Letters look otherwise.
    Letters {
        /// The letters.
        span: Span,
        /// What changes.
        style: LettersChange,
    },
    /// A paragraph is set otherwise.
    Paragraph {
        /// The paragraph.
        paragraph: usize,
        /// What changes.
        style: ParagraphChange,
    },
    /// The pages of a section change, in mm.
    Page {
        /// The section.
        section: usize,
        /// What changes.
        change: PageChange,
    },
    /// The page numbers of a section change.
    PageNumber {
        /// The section.
        section: usize,
        /// What changes. A position where there is no number puts one there.
        change: PageNumberChange,
    },
    /// The rule line of a paragraph changes.
    Line {
        /// The paragraph that anchors or bears the line.
        paragraph: usize,
        /// What changes.
        change: LineChange,
    },
    /// A peculiarity goes that normalization saw and the text does not show.
    Clean {
        /// Which.
        kind: OddityKind,
        /// Where it lies.
        span: Span,
    },
}

impl Edit {
    /// Takes a line away: its paragraph, if the line is all of it; else the words alone.
    pub fn without(draft: &Draft, line: Span) -> Self {
        let is_all = |index: &usize| line.covers(draft.paragraphs[*index].span.trim(&draft.text));
        match draft.paragraphs_in(line).find(is_all) {
            Some(paragraph) => Self::Remove { paragraph },
            None => Self::Words { span: line, with: String::new() },
        }
    }
}

#[cfg(test)]
mod tests;
