//! Tables: bordered ones for data, borderless ones for header and signature.
//!
//! Header and signature are borderless tables of two columns in most drafts, so they are written as
//! such.

use super::paragraph::paragraph;
use super::{Work, WriteError, length, ooxml};
use thethuc_core::draft::Cell;

/// Width of a cell where the draft knows none, mm.
const DEFAULT_WIDTH: f32 = 40.0;

/// The table of the draft with that index. Columns are fixed, for Word would otherwise set them by
/// their words; a row that lacks cells stretches its last one; no row breaks over two pages.
///
/// # Errors
/// A paragraph of a cell holds what is not written.
pub fn table(work: &Work<'_>, index: usize) -> Result<ooxml::Table, WriteError> {
    let own = &work.draft.tables[index];
    let bordered = own.rows.iter().flatten().any(|cell| cell.bordered != Some(false));
    let mut rows = Vec::with_capacity(own.rows.len());
    for row in &own.rows {
        let mut cells = Vec::with_capacity(row.len());
        for (column, own_cell) in row.iter().enumerate() {
            let lacking = own.columns() - row.len();
            let span = if column + 1 == row.len() { 1 + lacking } else { 1 };
            cells.push(cell(work, own_cell, span)?);
        }
        rows.push(ooxml::TableRow::new(cells).cant_split());
    }
    let grid = own.rows.iter().find(|row| row.len() == own.columns());
    let grid = grid.map(|row| row.iter().map(width).collect()).unwrap_or_default();
    let table = if bordered { ooxml::Table::new(rows) } else { ooxml::Table::without_borders(rows) };
    let whole = own.rows.first().map_or(0, |row| row.iter().map(width).sum());
    Ok(table.set_grid(grid).layout(ooxml::TableLayoutType::Fixed).width(whole, ooxml::WidthType::Dxa))
}

/// Width of a cell in twentieths of a point.
fn width(cell: &Cell) -> usize {
    length(cell.width.unwrap_or(DEFAULT_WIDTH)) as usize
}

/// A cell over `span` columns with its paragraphs.
fn cell(work: &Work<'_>, own: &Cell, span: usize) -> Result<ooxml::TableCell, WriteError> {
    let mut cell = ooxml::TableCell::new().width(width(own), ooxml::WidthType::Dxa);
    if span > 1 {
        cell = cell.grid_span(span);
    }
    let (first, last) = own.paragraphs;
    for index in first..last {
        cell = cell.add_paragraph(paragraph(work, index)?);
    }
    // Word wants a paragraph in every cell.
    Ok(if first >= last { cell.add_paragraph(ooxml::Paragraph::new()) } else { cell })
}
