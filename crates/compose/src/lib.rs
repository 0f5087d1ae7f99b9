//! A Word document from a draft, through docx-rs.
//!
//! Paragraphs carry the named styles that the caller gives, see [`sheet`]; whatever a draft says beyond
//! them, or without them, is direct formatting, so that what the draft says is what Word shows. docx-rs has
//! no drawn lines: their places are bookmarks until the XML is built, see [`rule`]; and its properties are
//! put into the order of the schema, see [`order`]. The same draft gives the same bytes: no author, no time,
//! fixed paragraph ids.

mod body;
mod order;
mod package;
mod pages;
mod paragraph;
mod rule;
mod sheet;
mod style;
mod table;

use docx_rs as ooxml;
use sheet::Sheet;
use std::fmt;
use thethuc_core::draft::{Draft, PagePosition, Story};
use thethuc_core::look::NamedStyle;

/// Why a draft cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The draft holds something that this writer does not write; the payload names it.
    Unsupported(&'static str),
    /// The package could not be built; with the technical reason.
    Package(String),
}

impl fmt::Display for WriteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsupported(what) => write!(formatter, "cannot write {what} into a Word document"),
            Self::Package(reason) => write!(formatter, "cannot build the Word document: {reason}"),
        }
    }
}

impl std::error::Error for WriteError {}

/// Writes a draft as a Word document and gives the bytes of the package (.docx). Paragraphs whose style
/// name is one of `styles` refer to it; the document holds all of them.
///
/// Lengths of the draft are mm, sizes and spaces points; Word wants twentieths and halves of
/// points, to which they are rounded here and nowhere else.
///
/// # Errors
/// [`WriteError::Unsupported`] where the draft holds what would be lost (notes, text boxes, nested
/// tables …): a document that silently lacks something is worse than none. [`WriteError::Package`]
/// where the archive cannot be built.
pub fn write(draft: &Draft, styles: &[NamedStyle]) -> Result<Vec<u8>, WriteError> {
    refuse(draft)?;
    let sheet = Sheet::new(styles);
    let work = Work { draft, sheet: &sheet };
    let mut docx = ooxml::Docx::new();
    let last = draft.sections.len().saturating_sub(1);
    for index in 0..last {
        docx = docx.add_section(pages::section(&work, index)?);
    }
    docx = pages::last_section(docx, &work, last)?;
    let mut parts = sheet.add(docx)?.build();
    rule::draw(&mut parts.document, draft)?;
    package::finish(parts, &sheet)
}

/// What is written: a draft, and the named styles that its paragraphs may refer to.
#[derive(Clone, Copy)]
struct Work<'a> {
    /// The draft.
    draft: &'a Draft,
    /// The styles.
    sheet: &'a Sheet<'a>,
}

/// Refuses what would be lost silently.
fn refuse(draft: &Draft) -> Result<(), WriteError> {
    for paragraph in &draft.paragraphs {
        let words = paragraph.text(draft);
        match paragraph.story {
            Story::Note if !words.is_empty() => return Err(WriteError::Unsupported("notes")),
            _ if paragraph.in_text_box => return Err(WriteError::Unsupported("text boxes")),
            _ if paragraph.label.is_some() => return Err(WriteError::Unsupported("automatic numbers")),
            _ => {}
        }
    }
    if draft.tables.iter().any(|table| table.host.is_some()) {
        return Err(WriteError::Unsupported("nested tables"));
    }
    let mut numbers = draft.sections.iter().flat_map(|section| &section.page_numbers);
    if numbers.any(|number| number.position == PagePosition::Body) {
        return Err(WriteError::Unsupported("page numbers in the body"));
    }
    Ok(())
}

/// mm to twentieths of a point, of which an inch has 1440.
#[allow(clippy::cast_possible_truncation, reason = "lengths on a page are far below the limit")]
fn twips(mm: f32) -> i32 {
    (mm / 25.4 * 1440.0).round() as i32
}

/// mm to twentieths of a point, for lengths that are never negative.
fn length(mm: f32) -> u32 {
    twips(mm).unsigned_abs()
}

/// Points to some smaller unit of which `per_point` make one.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes are small and not negative"
)]
fn points(points: f32, per_point: f32) -> u32 {
    (points.max(0.0) * per_point).round() as u32
}

#[cfg(test)]
mod tests;
