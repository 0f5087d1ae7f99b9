//! A closing block in a table: the recipients in one cell, the signature in another.

use super::Found;
use super::marks::{is_label, is_listed};
use super::recipients::{items, recipients};
use super::signature::signature;
use crate::draft::CellAddress;
use crate::recognize::lines::{Line, Reader};
use std::ops::Range;

/// The block around the paragraph at `position`, which stands in `cell`. Bounds are positions.
///
/// A table may hold each half in a table of its own: where the innermost table holds one half only, the
/// other one is sought in the tables around it, as long as they are no more than a block.
pub(super) fn read(reader: &Reader<'_>, position: usize, within: Range<usize>, cell: CellAddress) -> Found {
    const LONGEST_BLOCK: usize = 60;
    let innermost = in_table(reader, position, within.clone(), cell.table);
    let is_whole = |found: &Found| found.recipients.is_some() && !found.signatures.is_empty();
    let hosts = std::iter::successors(Some(cell), |cell| reader.draft.tables.get(cell.table)?.host).skip(1);
    let mut around = hosts.map(|host| in_table(reader, position, within.clone(), host.table));
    if is_whole(&innermost) {
        return innermost;
    }
    around.find(|found| is_whole(found) && found.end - found.start <= LONGEST_BLOCK).unwrap_or(innermost)
}

/// The cell of a table that holds a paragraph, in tables inside it or by itself.
fn cell_of(reader: &Reader<'_>, paragraph: usize, table: usize) -> Option<CellAddress> {
    let own = reader.cell(paragraph);
    let mut cells = std::iter::successors(own, |cell| reader.draft.tables.get(cell.table)?.host);
    cells.find(|cell| cell.table == table)
}

/// A table with the recipients in one cell and the signature in another.
/// Cells of one column are read together: a table may have a row for each line of the signature. Two
/// columns with a capacity each are two signatures, as under minutes.
fn in_table(reader: &Reader<'_>, position: usize, within: Range<usize>, table: usize) -> Found {
    let Range { start, end: limit } = within;
    let inside = |position: &usize| cell_of(reader, reader.paragraphs[*position], table).is_some();
    let first = (start..position).rev().take_while(|position| inside(position)).last().unwrap_or(position);
    let end = (position..limit).take_while(|position| inside(position)).last().unwrap_or(position) + 1;
    let mut cells: Vec<(CellAddress, Vec<usize>)> = Vec::new();
    for position in first..end {
        let paragraph = reader.paragraphs[position];
        let Some(cell) = cell_of(reader, paragraph, table) else { continue };
        match cells.iter_mut().find(|(known, _)| *known == cell) {
            Some((_, positions)) => positions.push(position),
            None => cells.push((cell, vec![position])),
        }
    }
    let mut found = Found { recipients: None, signatures: Vec::new(), start: first, end };
    let mut columns: Vec<(usize, Vec<Line>)> = Vec::new();
    for (cell, positions) in cells {
        let labelled = positions.iter().position(|position| is_label(reader, *position));
        let (above, below) = positions.split_at(labelled.unwrap_or(positions.len()));
        if !below.is_empty() && found.recipients.is_none() {
            found.recipients = recipients(reader, below);
        }
        let lines = above.iter().flat_map(|position| reader.lines(reader.paragraphs[*position]));
        match columns.iter_mut().find(|(column, _)| *column == cell.column) {
            Some((_, known)) => known.extend(lines),
            None => columns.push((cell.column, lines.collect())),
        }
    }
    found.signatures = columns.iter().filter_map(|(_, lines)| signature(reader, lines)).collect();
    list_below(reader, &mut found, first..end, limit);
    found
}

/// A list in the rows below its label, or in the paragraphs below the table.
fn list_below(reader: &Reader<'_>, found: &mut Found, table: Range<usize>, limit: usize) {
    let Some(recipients) = found.recipients.as_mut().filter(|recipients| recipients.items.is_empty()) else {
        return;
    };
    let own = |position: usize| reader.paragraphs[position];
    let label = table.clone().find(|position| is_label(reader, *position));
    let column = label.and_then(|label| reader.cell(own(label))).map(|cell| cell.column);
    let below = |position: &usize| {
        Some(*position) > label && reader.cell(own(*position)).map(|cell| cell.column) == column
    };
    let mut positions: Vec<usize> =
        table.clone().filter(below).filter(|position| is_listed(reader, own(*position))).collect();
    if positions.is_empty() {
        let free =
            |position: &usize| reader.cell(own(*position)).is_none() && is_listed(reader, own(*position));
        positions = (table.end..limit).take_while(free).collect();
        found.end = found.end.max(positions.last().map_or(0, |last| last + 1));
    }
    (recipients.items, recipients.archive) = items(reader, Vec::new(), &positions);
}
