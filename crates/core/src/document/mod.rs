//! The Document: what recognition makes of a draft. Components with spans and certainty, the tree
//! of units, cited instruments, facts, and structural addresses. Types only; knows no law.

pub mod address;
pub mod citation;
pub mod component;
pub mod facts;
pub mod locator;
pub mod part;
pub mod unit;

use crate::rulebook::vocabulary::Certainty;
use crate::text::Span;
use crate::text::span::any_covers;
pub use address::{Address, Step};
pub use citation::{Citation, CitedDate, InternalReference, ReferenceTarget};
pub use component::ComponentKind;
pub use facts::{Class, DateFact, Facts, Level, Organ, OrganKind, Outside, Stage};
pub use locator::Locator;
pub use part::{
    Addressees, Attribution, Basis, ClosingLine, Effect, EffectDate, Header, NumberLine, Part, PartKind,
    PlaceDate, Preamble, Recipients, Signature, SignatureLine,
};
pub use unit::{Unit, UnitKind};

/// A recognized document.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What is stated or follows directly from the words.
    pub facts: Facts,
    /// The parts in order; the act is the first, if there is one.
    pub parts: Vec<Part>,
    /// Every cited instrument, those of the bases included, in order of the text.
    pub citations: Vec<Citation>,
    /// Every reference to a unit of this document or of another one, in order of the text.
    pub references: Vec<InternalReference>,
    /// Stretches between quotation marks that hold amending text: content, not structure. One behind the other.
    pub quoted: Vec<Span>,
    /// Stretches of amending text that stand without quotation marks, so that nobody can be sure. One behind
    /// the other.
    pub unmarked: Vec<Span>,
}

/// A recognized component: some words of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// From the first to the last word, wrapped lines included.
    pub span: Span,
    /// The lines it is made of, in order; one for a component that does not wrap.
    pub lines: Vec<Span>,
    /// Its words as one line: wrapped lines joined by a blank, blanks squeezed.
    pub value: String,
    /// How it was recognized.
    pub certainty: Certainty,
}

impl Component {
    /// A component of one line.
    pub fn line(text: &str, span: Span, certainty: Certainty) -> Self {
        Self::wrapped(text, vec![span], certainty)
    }

    /// A component of several lines (at least one).
    pub fn wrapped(text: &str, lines: Vec<Span>, certainty: Certainty) -> Self {
        let span = lines.iter().copied().reduce(Span::join).unwrap_or_default();
        let joined = lines.iter().map(|line| line.of(text)).collect::<Vec<_>>().join(" ");
        Self { span, lines, value: crate::text::vietnamese::squeeze(&joined), certainty }
    }
}

impl Document {
    /// The act itself: the first part that is one.
    pub fn act(&self) -> Option<&Part> {
        self.parts.iter().find(|part| part.kind == PartKind::Act)
    }

    /// The part that holds `offset`.
    pub fn part_at(&self, offset: usize) -> Option<&Part> {
        self.parts.get(self.part_index_at(offset)?)
    }

    /// Index of the part that holds `offset`.
    pub fn part_index_at(&self, offset: usize) -> Option<usize> {
        // Parts stand one behind the other.
        let begun = self.parts.partition_point(|part| part.span.start <= offset);
        let last = begun.checked_sub(1)?;
        self.parts.get(last).is_some_and(|part| offset <= part.span.end).then_some(last)
    }

    /// Whether `span` lies in amending text, quoted or not: what it says, it says for another document.
    pub fn is_foreign(&self, span: Span) -> bool {
        self.is_quoted(span) || any_covers(&self.unmarked, span)
    }

    /// Whether `span` lies in quoted amending text.
    pub fn is_quoted(&self, span: Span) -> bool {
        any_covers(&self.quoted, span)
    }

    /// Whether `span` shares words with a cited instrument.
    pub fn is_cited(&self, span: Span) -> bool {
        let next = self.citations.partition_point(|citation| citation.span.end <= span.start);
        self.citations.get(next).is_some_and(|citation| citation.span.overlaps(span))
    }
}
