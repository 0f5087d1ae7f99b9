//! What changes about letters, paragraphs and lines. What is `None` stays as it is.

use crate::draft::{Alignment, Capitals, LineSpacing, ParagraphStyle, RunStyle};
use crate::rulebook::example::StyleChange;

/// A change of letters; the size in points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LettersChange {
    /// Size.
    pub size: Option<f32>,
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Underlined.
    pub underline: Option<bool>,
    /// Font.
    pub font: Option<String>,
    /// Colour, `RRGGBB`.
    pub color: Option<String>,
    /// Capitals made by the style.
    pub capitals: Option<Capitals>,
    /// A colour behind the words.
    pub highlight: Option<bool>,
}

/// The colour that is meant where a change only says that words are marked.
const MARKER: &str = "yellow";

/// A change of a paragraph; indent in mm, spaces in points, lines as a multiple of the single line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParagraphChange {
    /// Alignment.
    pub alignment: Option<Alignment>,
    /// Indent of the first line.
    pub indent_first: Option<f32>,
    /// Space before.
    pub space_before: Option<f32>,
    /// Space after.
    pub space_after: Option<f32>,
    /// Distance between lines.
    pub line_spacing: Option<f32>,
}

/// A change of the rule line of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LineChange {
    /// One line is drawn, in the place of any other; of that length in mm where it is known.
    Draw(Option<f32>),
    /// All go.
    Drop,
    /// They are typed characters.
    Typed,
    /// They are of that length in mm.
    Length(f32),
}

/// The look of a paragraph that is put in.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Its letters.
    pub letters: RunStyle,
    /// How it is set.
    pub paragraph: ParagraphStyle,
    /// Length in mm of the line that is drawn below it.
    pub line: Option<f32>,
}

impl LettersChange {
    /// What an example says of letters.
    pub fn of(change: &StyleChange) -> Self {
        Self {
            size: change.size,
            bold: change.bold,
            italic: change.italic,
            underline: change.underline,
            font: change.font.clone(),
            color: change.color.as_ref().map(|color| color.0.clone()),
            capitals: None,
            highlight: change.highlight,
        }
    }

    /// Puts what changes in the place of what was.
    pub fn apply(&self, style: &mut RunStyle) {
        style.size = self.size.or(style.size);
        style.bold = self.bold.or(style.bold);
        style.italic = self.italic.or(style.italic);
        style.underline = self.underline.or(style.underline);
        style.capitals = self.capitals.or(style.capitals);
        if let Some(font) = &self.font {
            style.font = Some(font.clone());
        }
        if let Some(color) = &self.color {
            style.color = Some(color.clone());
        }
        if let Some(marked) = self.highlight {
            style.highlight = marked.then(|| MARKER.to_owned());
        }
    }

    /// Takes what another change says too; what both say stays as it is here.
    pub fn add(&mut self, other: Self) {
        self.size = self.size.or(other.size);
        self.bold = self.bold.or(other.bold);
        self.italic = self.italic.or(other.italic);
        self.underline = self.underline.or(other.underline);
        self.font = self.font.take().or(other.font);
        self.color = self.color.take().or(other.color);
        self.capitals = self.capitals.or(other.capitals);
        self.highlight = self.highlight.or(other.highlight);
    }
}

impl ParagraphChange {
    /// What an example says of paragraphs.
    pub const fn of(change: &StyleChange) -> Self {
        Self {
            alignment: change.alignment,
            indent_first: change.first_line_indent,
            space_before: change.space_before,
            space_after: change.space_after,
            line_spacing: change.line_spacing,
        }
    }

    /// Puts what changes in the place of what was.
    pub fn apply(&self, style: &mut ParagraphStyle) {
        style.alignment = self.alignment.or(style.alignment);
        style.indent_first = self.indent_first.or(style.indent_first);
        style.space_before = self.space_before.or(style.space_before);
        style.space_after = self.space_after.or(style.space_after);
        style.line_spacing = self.line_spacing.map(LineSpacing::Multiple).or(style.line_spacing);
        // Space that was asked for is meant to be seen.
        if self.space_before.is_some() || self.space_after.is_some() {
            style.contextual_spacing = false;
        }
    }
}
