//! Pages and drawn lines.

use super::style::{Alignment, RunStyle};
pub use crate::rulebook::vocabulary::{NumberFormat, Orientation, PagePosition};
use crate::text::Span;

/// A section of pages, as Word parts a file; no section (mục) of the text. Lengths in mm.
#[derive(Clone, Debug, PartialEq)]
pub struct PageSection {
    /// Width of the page as printed.
    pub width: Option<f32>,
    /// Height of the page as printed.
    pub height: Option<f32>,
    /// Orientation as stated, or as the sides show.
    pub orientation: Option<Orientation>,
    /// Margins.
    pub margins: Margins,
    /// Whether the first page has a header and a footer of its own.
    pub title_page: bool,
    /// The number that the first page of the section is given, where numbering restarts.
    pub number_start: Option<u32>,
    /// How page numbers are written.
    pub number_format: NumberFormat,
    /// The page-number fields of the headers and footers in force here (inherited ones included).
    pub page_numbers: Vec<PageNumber>,
    /// Span of the section in the text of the body.
    pub span: Span,
}

/// Margins in mm; `left` and `right` without the gutter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Margins {
    /// Top.
    pub top: Option<f32>,
    /// Bottom.
    pub bottom: Option<f32>,
    /// Left.
    pub left: Option<f32>,
    /// Right.
    pub right: Option<f32>,
    /// Extra room for the binding, on the left unless `gutter_at_top`.
    pub gutter: f32,
    /// Whether the gutter lies at the top.
    pub gutter_at_top: bool,
}

/// Header or footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderFooter {
    /// In the top margin.
    Header,
    /// In the bottom margin.
    Footer,
}

/// The pages that a header or footer is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhichPages {
    /// All pages that have none of their own.
    Default,
    /// The first page.
    First,
    /// Even pages.
    Even,
}

/// A page-number field.
#[derive(Clone, Debug, PartialEq)]
pub struct PageNumber {
    /// Where it stands.
    pub position: PagePosition,
    /// On which pages.
    pub pages: WhichPages,
    /// Alignment of its paragraph (a centring frame or tab counts as centred).
    pub alignment: Option<Alignment>,
    /// Its effective style.
    pub style: RunStyle,
    /// Words beside the field in its paragraph (`Trang`, `- -`), trimmed; empty for a bare number.
    pub beside: String,
}

/// What draws a rule line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleLineKind {
    /// A DrawingML or VML line, connector or flat shape.
    Drawn,
    /// A border under (or over) a paragraph.
    Border,
    /// Typed characters (`-----`, `_____`) that stand for the drawn line.
    Typed,
}

/// A horizontal rule line under some words.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleLine {
    /// What draws it.
    pub kind: RuleLineKind,
    /// Index of the paragraph that anchors it, or that bears the border.
    pub paragraph: usize,
    /// Length in mm, where the source says.
    pub length: Option<f32>,
    /// Distance in mm of a drawn line below the top of its anchor paragraph, where the source says.
    pub below_anchor: Option<f32>,
}
