//! Where a finding is: every place that it speaks of, each with what it is fastened to.

use crate::document::Address;
pub use crate::edit::Side;
use crate::text::Span;
use serde::Serialize;

/// What a place has to do with its finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// What is wrong stands here, or is missing here.
    Primary,
    /// The other end of a disagreement: what the words of a primary place were compared with.
    Related,
}

/// What a place is fastened to. Paragraphs and sections are indices into those of the draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The words of the span.
    #[default]
    Words,
    /// The gap beside a paragraph in which something missing belongs.
    Gap {
        /// The paragraph.
        paragraph: usize,
        /// Which of its two gaps.
        side: Side,
    },
    /// A paragraph as a whole: how it is set, or what its last line lacks.
    Paragraph(usize),
    /// The pages of a section.
    Section(usize),
    /// The page header or footer of a section, there or not.
    HeaderPart(usize),
    /// The document: it cannot be told where in it.
    Document,
}

/// A place of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it has to do with the finding.
    pub role: Role,
    /// What it is fastened to.
    pub anchor: Anchor,
    /// The words, in the normalized text; empty in a gap.
    pub span: Span,
    /// Its structural address. What is missing is addressed by the part that lacks it.
    pub address: Address,
}
