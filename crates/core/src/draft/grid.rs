//! Which columns of a table are taken in a row by cells that reach down from above.

/// Cells over several rows, as seen from the row at hand.
#[derive(Clone, Debug, Default)]
pub struct Reaching {
    /// First column, the one behind the last, and the row at which they end; in order.
    above: Vec<(usize, usize, usize)>,
}

impl Reaching {
    /// Goes to a row: what ended before it no longer counts.
    pub fn begin(&mut self, row: usize) {
        self.above.retain(|(_, _, end)| *end > row);
        self.above.sort_unstable();
    }

    /// The first free column at `column` or behind it.
    pub fn free_from(&self, column: usize) -> usize {
        let first = self.above.partition_point(|own| own.1 <= column);
        let mut free = column;
        for own in &self.above[first..] {
            if own.0 > free {
                break;
            }
            free = own.1;
        }
        free
    }

    /// Free columns from `column` on; endless where nothing is taken behind it.
    pub fn room(&self, column: usize) -> usize {
        let next = self.above.partition_point(|own| own.0 < column);
        self.above.get(next).map_or(usize::MAX, |own| own.0 - column)
    }

    /// Takes columns, from the next row on, for a cell that reaches down to the row before `end`. The
    /// columns of one row are asked for before any of its own are taken.
    pub fn take(&mut self, column: usize, columns: usize, end: usize) {
        self.above.push((column, column + columns, end));
    }

    /// Whether one cell from above takes just these columns.
    pub fn covers(&self, column: usize, columns: usize) -> bool {
        let next = self.above.partition_point(|own| own.0 < column);
        self.above.get(next).is_some_and(|own| (own.0, own.1) == (column, column + columns))
    }
}
