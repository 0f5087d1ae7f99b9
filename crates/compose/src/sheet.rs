//! The named styles of the document, and what paragraphs say beyond them.
//!
//! A named style lets people restyle a document at one place, paste its text elsewhere without losing the
//! look, and walk through it in the navigation pane. What Word shows must be what the draft says all the
//! same: so only what equals the style is left to it.

use super::{WriteError, ooxml, style};
use roxmltree::Document;
use thethuc_core::draft::{ParagraphStyle, RunStyle};
use thethuc_core::look::NamedStyle;
use thethuc_core::text::vietnamese::{ascii_key, title_case};

/// The named styles with the ids that the XML knows them by.
pub struct Sheet<'a>(Vec<Named<'a>>);

/// A named style with its id.
pub struct Named<'a> {
    /// The id: letters of ASCII alone, for old readers; unique in the document.
    pub id: String,
    /// The style.
    pub style: &'a NamedStyle,
}

impl<'a> Sheet<'a> {
    /// The styles, with an id made of each name.
    pub fn new(styles: &'a [NamedStyle]) -> Self {
        let named = |(index, style): (usize, &'a NamedStyle)| {
            let words: String = title_case(&ascii_key(&style.name));
            let letters: String = words.chars().filter(char::is_ascii_alphanumeric).collect();
            Named { id: format!("{letters}{}", index + 1), style }
        };
        Self(styles.iter().enumerate().map(named).collect())
    }

    /// The style of that name.
    pub fn find(&self, name: Option<&str>) -> Option<&Named<'a>> {
        let name = name?;
        self.0.iter().find(|named| named.style.name == name)
    }

    /// The document with the styles.
    ///
    /// # Errors
    /// What [`style::run`] refuses.
    pub fn add(&self, mut docx: ooxml::Docx) -> Result<ooxml::Docx, WriteError> {
        for named in &self.0 {
            let mut own = ooxml::Style::new(&named.id, ooxml::StyleType::Paragraph)
                .name(&named.style.name)
                .based_on("Normal")
                .ui_priority(1);
            own.run_property = style::run(&named.style.run)?;
            own.paragraph_property =
                style::paragraph(ooxml::Paragraph::new(), &named.style.paragraph).property;
            if let Some(level) = named.style.outline {
                own = own.outline_lvl(usize::from(level.saturating_sub(1)));
            }
            docx = docx.add_style(own);
        }
        Ok(docx)
    }

    /// The part of styles: the fixed one, with these styles at its end out of what docx-rs built.
    ///
    /// # Errors
    /// [`WriteError::Package`] where docx-rs built no XML.
    pub fn part(&self, fixed: &str, built: &[u8]) -> Result<Vec<u8>, WriteError> {
        let fault = |error: &dyn std::fmt::Display| WriteError::Package(error.to_string());
        let built = std::str::from_utf8(built).map_err(|error| fault(&error))?;
        let document = Document::parse(built).map_err(|error| fault(&error))?;
        let mut own = String::new();
        for node in document.root_element().children().filter(|node| node.tag_name().name() == "style") {
            let id = node.attributes().find(|attribute| attribute.name() == "styleId");
            if id.is_some_and(|id| self.0.iter().any(|named| named.id == id.value())) {
                // Word asks styles that are not its own to say so.
                let custom = built[node.range()].replacen("<w:style ", "<w:style w:customStyle=\"1\" ", 1);
                own.push_str(&custom);
            }
        }
        Ok(fixed.replace("</w:styles>", &format!("{own}</w:styles>")).into_bytes())
    }
}

impl Named<'_> {
    /// What a paragraph says beyond the style.
    pub fn beyond(&self, own: &ParagraphStyle) -> ParagraphStyle {
        let base = &self.style.paragraph;
        ParagraphStyle {
            alignment: own.alignment.filter(|value| base.alignment != Some(*value)),
            indent_left: own.indent_left.filter(|value| base.indent_left != Some(*value)),
            indent_right: own.indent_right.filter(|value| base.indent_right != Some(*value)),
            indent_first: own.indent_first.filter(|value| base.indent_first != Some(*value)),
            space_before: own.space_before.filter(|value| base.space_before != Some(*value)),
            space_after: own.space_after.filter(|value| base.space_after != Some(*value)),
            line_spacing: own.line_spacing.filter(|value| base.line_spacing != Some(*value)),
            contextual_spacing: own.contextual_spacing,
            name: None,
        }
    }

    /// What letters say beyond the style.
    pub fn beyond_letters(&self, own: &RunStyle) -> RunStyle {
        let base = &self.style.run;
        RunStyle {
            font: own.font.clone().filter(|value| base.font.as_ref() != Some(value)),
            size: own.size.filter(|value| base.size != Some(*value)),
            bold: own.bold.filter(|value| base.bold != Some(*value)),
            italic: own.italic.filter(|value| base.italic != Some(*value)),
            color: own.color.clone().filter(|value| base.color.as_ref() != Some(value)),
            ..own.clone()
        }
    }
}
