//! Nodes: the places of a document that a selector leads to.
//!
//! A node is a copy of what a check needs of a place, so that checks need not know how recognition
//! keeps its components. Spans are bytes of the draft's text.

use super::flow::{Flow, FlowText};
use crate::document::{Component, Document, Part};
use crate::draft::Draft;
use crate::finding::Certainty;
use crate::text::Span;
use crate::text::vietnamese::squeeze;
use std::cell::OnceCell;

/// A place of a document that a check looks at.
#[derive(Clone, Debug)]
pub struct Node {
    /// From its first to its last word.
    pub span: Span,
    /// The lines it is made of.
    pub lines: Vec<Span>,
    /// Its words as one line.
    pub value: String,
    /// How the place was recognized.
    pub certainty: Certainty,
    /// Index of its part in [`Document::parts`]; `None` for pages.
    pub part: Option<usize>,
    /// What else it is.
    pub handle: Handle,
    /// Whether its lines are one running line (a component) or lines of their own (running text).
    pub flow: Flow,
    /// Its words as patterns see them: many rules look at the same place, so they are put together once.
    words: OnceCell<FlowText>,
}

/// Indices by which a check finds more about a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handle {
    /// Nothing more.
    None,
    /// The part itself.
    Part,
    /// Into the units of its part.
    Unit(usize),
    /// Into the bases of its part.
    Basis(usize),
    /// Into [`Document::citations`].
    Citation(usize),
    /// Into [`Document::references`].
    Reference(usize),
    /// Into the effects of its part.
    Effect(usize),
    /// Into [`Draft::sections`].
    PageSection(usize),
    /// Into [`Draft::paragraphs`].
    Paragraph(usize),
    /// Into the signatures of its part.
    Signature(usize),
}

impl Node {
    /// A node on a component.
    pub fn component(component: &Component, part: usize, handle: Handle) -> Self {
        Self {
            span: component.span,
            lines: component.lines.clone(),
            value: component.value.clone(),
            certainty: component.certainty,
            part: Some(part),
            handle,
            flow: Flow::Joined,
            words: OnceCell::new(),
        }
    }

    /// A node on a stretch within one component.
    pub fn stretch(draft: &Draft, span: Span, certainty: Certainty, part: usize, handle: Handle) -> Self {
        Self {
            span,
            lines: vec![span],
            value: squeeze(span.of(&draft.text)),
            certainty,
            part: Some(part),
            handle,
            flow: Flow::Joined,
            words: OnceCell::new(),
        }
    }

    /// A node on running text.
    pub fn running(draft: &Draft, lines: Vec<Span>, part: Option<usize>, handle: Handle) -> Self {
        let span = lines.iter().copied().reduce(Span::join).unwrap_or_default();
        Self {
            span,
            value: squeeze(span.of(&draft.text)),
            lines,
            certainty: Certainty::Certain,
            part,
            handle,
            flow: Flow::Running,
            words: OnceCell::new(),
        }
    }

    /// The words of the node with the way back to the draft's text.
    pub fn words(&self, draft: &Draft) -> &FlowText {
        let words = || FlowText::of(&self.lines, self.flow, self.span.end, &draft.text);
        self.words.get_or_init(words)
    }

    /// The part that the node stands in.
    pub fn part_of<'a>(&self, document: &'a Document) -> Option<&'a Part> {
        document.parts.get(self.part?)
    }
}
