//! The columns of tables: Markdown and HTML write cells one after the other, and a cell may reach down.

use crate::draft::Table;
use crate::draft::grid::Reaching;

/// Gives every cell its place in the grid. No cell reaches over another, or below the last row.
pub fn place(table: &mut Table) {
    let mut above = Reaching::default();
    let last = table.rows.len();
    for (row, cells) in table.rows.iter_mut().enumerate() {
        above.begin(row);
        let mut reaching = Vec::new();
        let mut column = 0;
        for cell in cells {
            column = above.free_from(column);
            cell.column = column;
            cell.columns = cell.columns.min(above.room(column)).max(1);
            cell.rows = cell.rows.min(last - row).max(1);
            if cell.rows > 1 {
                reaching.push((column, cell.columns, row + cell.rows));
            }
            column += cell.columns;
        }
        for (column, columns, end) in reaching {
            above.take(column, columns, end);
        }
    }
}
