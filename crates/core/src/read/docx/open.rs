//! What is open while it is being read: a paragraph with its page-number fields.
//!
//! Offsets in the normalized text are only known when a paragraph is finished, for a letter may be put
//! together from several runs; until then places are marks.

use super::beside::OpenBeside;
use super::drawing::Drawings;
use super::walker::ParagraphBase;
use crate::draft::{Alignment, NumberFormat, RunStyle};
use crate::text::Mark;

/// A paragraph whose content is being read.
pub struct Open<'a> {
    /// Its effective properties.
    pub base: ParagraphBase,
    /// Runs with the place where each begins.
    pub runs: Vec<(Mark, RunStyle)>,
    /// Text boxes and lines that it anchors.
    pub drawings: Drawings<'a>,
    /// Page-number fields in it.
    pub pages: Vec<OpenPage>,
    /// Tabs since the line began.
    pub tabs: usize,
    /// What an absolute tab aligns the rest of the line to.
    pub tab_alignment: Option<Alignment>,
    /// Page breaks, by place.
    pub breaks: Vec<Mark>,
    /// A page break whose text after it must stand on a line of its own; its place in the source.
    pub pending_break: Option<std::ops::Range<usize>>,
    /// What stands beside its text.
    pub beside: OpenBeside,
    /// Whether the run at hand holds only letters of ASCII so far.
    pub plain: bool,
    /// The size of its mark, where it has no words.
    pub blank_size: Option<f32>,
}

/// A page-number field in the paragraph that is being read.
pub struct OpenPage {
    /// Where its result begins.
    pub start: Mark,
    /// Where its result ends.
    pub end: Option<Mark>,
    /// Its style.
    pub style: RunStyle,
    /// Whether the style is that of its result.
    pub styled: bool,
    /// Its alignment on the page.
    pub alignment: Option<Alignment>,
    /// The format that the field itself asks for.
    pub format: Option<NumberFormat>,
}
