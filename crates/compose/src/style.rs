//! Styles of runs and paragraphs as properties of Word.
//!
//! What a draft leaves open is left open here too: Word then takes it from the named style or the defaults
//! of the document.

use super::{WriteError, ooxml, points, twips};
use thethuc_core::draft::{Alignment, Capitals, LineSpacing, ParagraphStyle, RunStyle};

/// The properties of a run. Sizes are points in a draft, halves of points in Word.
///
/// # Errors
/// [`WriteError::Unsupported`] for small capitals.
pub fn run(style: &RunStyle) -> Result<ooxml::RunProperty, WriteError> {
    let mut property = ooxml::RunProperty::new();
    if let Some(font) = &style.font {
        let fonts = ooxml::RunFonts::new().ascii(font).hi_ansi(font).cs(font).east_asia(font);
        property = property.fonts(fonts);
    }
    if let Some(size) = style.size {
        property = property.size(points(size, 2.0) as usize);
    }
    if let Some(color) = &style.color {
        property = property.color(color);
    }
    property = switch(property, style.bold, ooxml::RunProperty::bold, ooxml::RunProperty::disable_bold);
    property = switch(property, style.italic, ooxml::RunProperty::italic, ooxml::RunProperty::disable_italic);
    if style.strike == Some(true) {
        property = property.strike();
    }
    // docx-rs turns the properties of other scripts on where it shall turn them off.
    property.bold_cs = property.bold_cs.filter(|_| style.bold == Some(true));
    property.italic_cs = property.italic_cs.filter(|_| style.italic == Some(true));
    if let Some(color) = &style.highlight {
        property = property.highlight(color);
    }
    if style.underline == Some(true) {
        property = property.underline("single");
    }
    match style.capitals {
        Some(Capitals::All) => property = property.caps(),
        Some(Capitals::Small) => return Err(WriteError::Unsupported("small capitals")),
        Some(Capitals::AsTyped) | None => {}
    }
    Ok(if style.hidden { property.vanish() } else { property })
}

/// Turns a property on or off, or leaves it alone: `false` is said too, for it may overrule a
/// style.
fn switch(
    property: ooxml::RunProperty,
    value: Option<bool>,
    on: fn(ooxml::RunProperty) -> ooxml::RunProperty,
    off: fn(ooxml::RunProperty) -> ooxml::RunProperty,
) -> ooxml::RunProperty {
    match value {
        Some(true) => on(property),
        Some(false) => off(property),
        None => property,
    }
}

/// Gives a paragraph its style. Indents are mm; a negative one of the first line hangs.
pub fn paragraph(mut paragraph: ooxml::Paragraph, style: &ParagraphStyle) -> ooxml::Paragraph {
    if let Some(side) = style.alignment {
        paragraph = paragraph.align(alignment(side));
    }
    if style.indent_left.is_some() || style.indent_right.is_some() || style.indent_first.is_some() {
        let first = style.indent_first.map(|first| {
            if first < 0.0 {
                ooxml::SpecialIndentType::Hanging(-twips(first))
            } else {
                ooxml::SpecialIndentType::FirstLine(twips(first))
            }
        });
        paragraph =
            paragraph.indent(style.indent_left.map(twips), first, style.indent_right.map(twips), None);
    }
    paragraph.line_spacing(spacing(style))
}

/// Space before and after (points) and between lines, in Word's units: twentieths of a point, or
/// 240ths of the single line for a multiple.
fn spacing(style: &ParagraphStyle) -> ooxml::LineSpacing {
    let mut spacing = ooxml::LineSpacing::new();
    if let Some(before) = style.space_before {
        spacing = spacing.before(points(before, 20.0));
    }
    if let Some(after) = style.space_after {
        spacing = spacing.after(points(after, 20.0));
    }
    let (rule, line) = match style.line_spacing {
        Some(LineSpacing::Multiple(multiple)) => (ooxml::LineSpacingType::Auto, points(multiple, 240.0)),
        Some(LineSpacing::Exactly(exact)) => (ooxml::LineSpacingType::Exact, points(exact, 20.0)),
        Some(LineSpacing::AtLeast(least)) => (ooxml::LineSpacingType::AtLeast, points(least, 20.0)),
        None => return spacing,
    };
    spacing.line_rule(rule).line(i32::try_from(line).unwrap_or(240))
}

/// The word of OOXML for an alignment.
pub const fn alignment(side: Alignment) -> ooxml::AlignmentType {
    match side {
        Alignment::Left => ooxml::AlignmentType::Left,
        Alignment::Center => ooxml::AlignmentType::Center,
        Alignment::Right => ooxml::AlignmentType::Right,
        // `both` is what Word writes; `justified` is no word of OOXML.
        Alignment::Justified => ooxml::AlignmentType::Both,
    }
}
