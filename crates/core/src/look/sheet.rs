//! The named styles of a Word document, as the layout prescribes them.

use super::dress::{paragraph_style, run_style};
use crate::draft::{ParagraphStyle, RunStyle};
use crate::rulebook::layout::Layout;

/// A named style of paragraphs.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedStyle {
    /// The name that Word shows; [`super::dress`] gives it to the paragraphs.
    pub name: String,
    /// Level of the heading, 1 to 9.
    pub outline: Option<u8>,
    /// What it says of the paragraph.
    pub paragraph: ParagraphStyle,
    /// What it says of the letters.
    pub run: RunStyle,
}

/// All named styles of the layout, in its order: also those that a draft does not use yet, so that who
/// goes on writing finds them.
#[must_use]
pub fn sheet(layout: &Layout) -> Vec<NamedStyle> {
    let named = |style: &crate::rulebook::layout::StyleName| NamedStyle {
        name: style.name.clone(),
        outline: style.outline,
        paragraph: ParagraphStyle {
            name: Some(style.name.clone()),
            ..paragraph_style(layout.look(style.look))
        },
        run: run_style(layout, style.look),
    };
    layout.styles.iter().map(named).collect()
}
