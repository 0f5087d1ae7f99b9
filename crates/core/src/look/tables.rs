//! Tables: which of them only lay out header and signature, and how wide the columns are.
//!
//! Markdown has no widths, so those of data tables are worked out from the words, as Word does when it
//! fits columns to their contents.

use super::measure;
use super::plan::Plan;
use crate::draft::{Draft, Table};
use crate::rulebook::layout::{Layout, Role};

/// What a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It lays out the header.
    Header,
    /// It lays out recipients and signature.
    End,
    /// It holds data.
    Data,
}

/// Left and right padding of a cell in Word, mm.
pub const PADDING: f32 = 3.8;

/// The narrowest column of a data table, mm.
const NARROWEST: f32 = 10.0;

impl Purpose {
    /// What a table is for, told by the components that it holds.
    /// Both kinds may be recognized in one table; the first component tells.
    pub fn of(draft: &Draft, table: usize, plan: &Plan) -> Self {
        let in_table = draft.paragraphs.iter().filter(|own| own.cell.is_some_and(|cell| cell.table == table));
        let mut roles = in_table.filter_map(|paragraph| plan.role(paragraph));
        match roles.find(|role| role.is_header() || role.is_end()) {
            Some(role) if role.is_header() => Self::Header,
            Some(_) => Self::End,
            None => Self::Data,
        }
    }
}

/// Widths in mm of the columns of a table.
/// Header and signature have the two columns of the layout; other numbers of columns share the page
/// evenly.
pub fn widths(draft: &Draft, table: &Table, purpose: Purpose, plan: &Plan, layout: &Layout) -> Vec<f32> {
    let columns = table.columns();
    let pair = match purpose {
        Purpose::Header => Some(&layout.tables.header),
        Purpose::End => Some(&layout.tables.signature),
        Purpose::Data => None,
    };
    match pair {
        Some(pair) if columns == 2 && purpose == Purpose::Header => {
            header_widths(draft, table, (pair.left, pair.right), plan, layout)
        }
        Some(pair) if columns == 2 => vec![pair.left, pair.right],
        Some(_) => vec![layout.text_width() / columns.max(1) as f32; columns],
        None => data_widths(draft, table, columns, layout),
    }
}

/// How far in mm a header may reach into the right margin before a line of it is broken.
const OVERHANG: f32 = 4.0;

/// The columns of a header: as usual, unless a long place wants more and the names of the organs can
/// spare it.
fn header_widths(draft: &Draft, table: &Table, usual: (f32, f32), plan: &Plan, layout: &Layout) -> Vec<f32> {
    let widest = |column: usize, roles: &[Role]| {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        let lengths = cells.flat_map(|cell| cell.paragraphs.0..cell.paragraphs.1).filter_map(|index| {
            let paragraph = draft.paragraphs.get(index)?;
            let look = layout.look(plan.role(paragraph).filter(|role| roles.contains(role))?);
            Some(measure::length(paragraph.text(draft), look.size, look.bold) + PADDING + 1.0)
        });
        lengths.fold(0.0, f32::max)
    };
    let whole = usual.0 + usual.1;
    let right = widest(1, &[Role::PlaceDate]);
    if right <= usual.1 {
        return vec![usual.0, usual.1];
    }
    let names = widest(0, &[Role::ParentOrgan, Role::Organ]).min(usual.0);
    let left = (whole - right).max(names);
    vec![left, right.min(whole + OVERHANG - left)]
}

/// Columns as wide as their text wants, shrunk to the page where they want more than it has.
/// The narrowest is that of the longest word, the widest that of the longest paragraph in one line.
fn data_widths(draft: &Draft, table: &Table, columns: usize, layout: &Layout) -> Vec<f32> {
    let size = layout.look(Role::TableCell).size;
    let mut narrow = vec![NARROWEST; columns];
    let mut wide = vec![NARROWEST; columns];
    for row in table.rows.iter().filter(|row| row.len() == columns) {
        for (column, cell) in row.iter().enumerate() {
            let (first, last) = cell.paragraphs;
            for paragraph in draft.paragraphs.get(first..last).unwrap_or_default() {
                let text = paragraph.text(draft);
                let length = |words: &str| measure::length(words, size, true) + PADDING + 1.0;
                wide[column] = wide[column].max(length(text));
                let longest = text.split_whitespace().map(length).fold(0.0, f32::max);
                narrow[column] = narrow[column].max(longest);
            }
        }
    }
    spread(&narrow, &wide, layout.text_width())
}

/// Shares `total` out: every column its narrowest width, and of the rest as much as it lacks.
fn spread(narrow: &[f32], wide: &[f32], total: f32) -> Vec<f32> {
    let needed: f32 = narrow.iter().sum();
    let lacking: f32 = wide.iter().sum::<f32>() - needed;
    if needed >= total || lacking <= 0.0 {
        return narrow.iter().map(|width| width * total / needed).collect();
    }
    let rest = total - needed;
    narrow.iter().zip(wide).map(|(narrow, wide)| narrow + (wide - narrow) * rest / lacking).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_the_page() {
        for (narrow, wide) in [([10.0, 20.0], [10.0, 20.0]), ([10.0, 30.0], [15.0, 400.0])] {
            let sum: f32 = spread(&narrow, &wide, 160.0).iter().sum();
            assert!((sum - 160.0).abs() < 0.01);
        }
        assert!(spread(&[10.0, 30.0], &[15.0, 400.0], 160.0)[1] > 140.0);
    }
}
