//! Effective styles: what is rendered, after document defaults, style chains, table styles,
//! numbering and direct formatting have been resolved.

pub use crate::rulebook::vocabulary::Alignment;

/// Effective style of a run. `None` means that the source cannot tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunStyle {
    /// Name of the font that renders Vietnamese letters (theme fonts resolved).
    pub font: Option<String>,
    /// Size in points.
    pub size: Option<f32>,
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Underlined, in whatever manner.
    pub underline: Option<bool>,
    /// Struck through.
    pub strike: Option<bool>,
    /// Capitals made by the style; the text keeps the letters as typed.
    pub capitals: Option<Capitals>,
    /// Colour as `RRGGBB` in capitals; `None` for automatic or unknown.
    pub color: Option<String>,
    /// Hidden text, never printed. What a Word file hides is not in the text at all.
    pub hidden: bool,
    /// Colour behind the words, as the source names it (`yellow`) or as `RRGGBB` in capitals.
    pub highlight: Option<String>,
    /// Whether the letters stand above or below the line.
    pub script: Script,
}

/// Where letters stand beside the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    /// On it.
    #[default]
    Baseline,
    /// Above it, and smaller.
    Super,
    /// Below it, and smaller.
    Sub,
}

/// Capitals made by a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capitals {
    /// Letters as typed.
    AsTyped,
    /// All letters are shown as capitals.
    All,
    /// Small capitals, which are not capitals in the sense of the law.
    Small,
}

/// Distance between the lines of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LineSpacing {
    /// Multiple of the single line.
    Multiple(f32),
    /// Exactly so many points.
    Exactly(f32),
    /// At least so many points.
    AtLeast(f32),
}

/// Effective style of a paragraph. `None` means that the source cannot tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParagraphStyle {
    /// Horizontal alignment.
    pub alignment: Option<Alignment>,
    /// Indent of the left edge in mm.
    pub indent_left: Option<f32>,
    /// Indent of the right edge in mm.
    pub indent_right: Option<f32>,
    /// Indent of the first line in mm, relative to the left edge; negative when hanging.
    pub indent_first: Option<f32>,
    /// Space before in points.
    pub space_before: Option<f32>,
    /// Space after in points.
    pub space_after: Option<f32>,
    /// Whether space between neighbours of the same style is dropped.
    pub contextual_spacing: bool,
    /// Distance between lines.
    pub line_spacing: Option<LineSpacing>,
    /// Name of the named style (`Normal`, `heading 1`), for recognition of neighbours.
    pub name: Option<String>,
}
