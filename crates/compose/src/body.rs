//! The order of paragraphs and tables in a section.

use super::paragraph::paragraph;
use super::{Work, WriteError, ooxml, table};
use thethuc_core::draft::Story;

/// A block of the body.
pub enum Block {
    /// A paragraph.
    Paragraph(Box<ooxml::Paragraph>),
    /// A table.
    Table(Box<ooxml::Table>),
}

/// The blocks of a section in order; a table stands where its first cell does. An empty paragraph
/// keeps two tables from becoming one.
///
/// # Errors
/// A paragraph or a table holds what is not written.
pub fn blocks(work: &Work<'_>, section: usize) -> Result<Vec<Block>, WriteError> {
    let mut blocks = Vec::new();
    let mut written = None;
    for (index, own) in work.draft.paragraphs.iter().enumerate() {
        if own.story != Story::Body || own.section != section {
            continue;
        }
        let Some(cell) = own.cell else {
            blocks.push(Block::Paragraph(Box::new(paragraph(work, index)?)));
            continue;
        };
        if written == Some(cell.table) {
            continue;
        }
        if matches!(blocks.last(), Some(Block::Table(_))) {
            blocks.push(Block::Paragraph(Box::new(gap())));
        }
        written = Some(cell.table);
        blocks.push(Block::Table(Box::new(table::table(work, cell.table)?)));
    }
    Ok(blocks)
}

/// An empty paragraph of the least height: a line of one point (20 twentieths), letters of one
/// point (2 halves).
pub fn gap() -> ooxml::Paragraph {
    let spacing =
        ooxml::LineSpacing::new().before(0).after(0).line(20).line_rule(ooxml::LineSpacingType::Exact);
    ooxml::Paragraph::new().size(2).line_spacing(spacing)
}
