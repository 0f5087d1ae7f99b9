//! Tables as grids: every place of every row belongs to just one cell.

use super::Block;
use super::build::Builder;
use crate::draft::grid::Reaching;
use crate::draft::{Cell, CellAddress, Table};

/// A table.
#[derive(Clone, Debug)]
pub struct Grid<'a> {
    /// Index of the table in the draft.
    pub table: usize,
    /// Number of its columns.
    pub columns: usize,
    /// Whether any line of it is drawn. One without lines only puts things beside each other.
    pub is_ruled: bool,
    /// Its rows, each with its cells from left to right.
    pub rows: Vec<Vec<CellView<'a>>>,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct CellView<'a> {
    /// Its place in the draft; `None` for room that a row leaves free.
    pub address: Option<CellAddress>,
    /// The first column that it covers, from 0.
    pub column: usize,
    /// Columns that it covers, at least 1.
    pub columns: usize,
    /// Rows that it covers, at least 1.
    pub rows: usize,
    /// Whether a cell above covers its place: it is not to be shown, and has no words unless somebody
    /// wrote some there afterwards.
    pub covered: bool,
    /// Width in mm, where the source says.
    pub width: Option<f32>,
    /// What it holds.
    pub blocks: Vec<Block<'a>>,
}

impl CellView<'_> {
    /// Room that a row leaves free.
    const fn free(column: usize, columns: usize) -> Self {
        Self { address: None, column, columns, rows: 1, covered: false, width: None, blocks: Vec::new() }
    }

    /// The column behind it.
    const fn end(&self) -> usize {
        self.column + self.columns
    }
}

impl<'a> Builder<'a> {
    /// A table whose cells share the paragraphs `[first, last)` among them, all of them in order.
    pub fn grid(&mut self, index: usize, first: usize, last: usize) -> Grid<'a> {
        let table = &self.draft.tables[index];
        let mut left = table.rows.iter().map(Vec::len).sum::<usize>();
        let (mut at, mut rows) = (first, Vec::with_capacity(table.rows.len()));
        let mut above = Reaching::default();
        for (row, cells) in table.rows.iter().enumerate() {
            above.begin(row);
            let mut placed: Vec<CellView<'_>> = Vec::with_capacity(cells.len());
            let mut column = 0;
            for (number, cell) in cells.iter().enumerate() {
                left -= 1;
                let end = if left == 0 { last } else { cell.paragraphs.1.clamp(at, last) };
                let blocks = self.blocks(at, end);
                at = end;
                let mut own = place(cell, &above, column, table.rows.len() - row);
                own.address = Some(CellAddress { table: index, row, column: number });
                own.blocks = blocks;
                if !own.covered {
                    placed.extend(free(&above, column, own.column));
                    column = own.end();
                }
                placed.push(own);
            }
            reach(&mut above, &placed, row);
            rows.push(placed);
        }
        let columns = close(&mut rows);
        Grid { table: index, columns, is_ruled: is_ruled(table), rows }
    }
}

/// Whether any cell has a drawn line.
fn is_ruled(table: &Table) -> bool {
    // Where the source cannot tell, as in Markdown, a table is shown as one.
    table.rows.iter().flatten().any(|cell| cell.bordered != Some(false))
}

/// Where a cell goes that comes in a row behind `column`, with so many rows left for it.
fn place(cell: &Cell, above: &Reaching, column: usize, left: usize) -> CellView<'static> {
    let width = cell.width;
    if cell.rows == 0 && cell.column >= column && above.covers(cell.column, cell.columns) {
        let covered = CellView::free(cell.column, cell.columns);
        return CellView { covered: true, width, ..covered };
    }
    let start = above.free_from(cell.column.max(column));
    let columns = cell.columns.min(above.room(start)).max(1);
    CellView { rows: cell.rows.min(left).max(1), width, ..CellView::free(start, columns) }
}

/// Takes the columns of those cells of a row that reach below it.
fn reach(above: &mut Reaching, cells: &[CellView<'_>], row: usize) {
    for cell in cells.iter().filter(|cell| cell.rows > 1) {
        above.take(cell.column, cell.columns, row + cell.rows);
    }
}

/// The free room between two columns, without what cells from above take.
fn free<'a>(above: &Reaching, from: usize, to: usize) -> Vec<CellView<'a>> {
    let mut found = Vec::new();
    let mut at = above.free_from(from);
    while at < to {
        let columns = above.room(at).min(to - at);
        found.push(CellView::free(at, columns));
        at = above.free_from(at + columns);
    }
    found
}

/// Fills every row up to the width of the widest, which is given back.
fn close(rows: &mut [Vec<CellView<'_>>]) -> usize {
    let width = rows.iter().flatten().map(CellView::end).max().unwrap_or(0);
    let mut above = Reaching::default();
    for (row, cells) in rows.iter_mut().enumerate() {
        above.begin(row);
        let end = cells.iter().rev().find(|cell| !cell.covered).map_or(0, CellView::end);
        cells.extend(free(&above, end, width));
        reach(&mut above, cells, row);
    }
    width
}
