//! A closing block in a table: the recipients in one cell, the signature in another.

use super::Found;
use super::marks::{is_label, is_listed, is_name, is_signed_note, looks_like_person};
use super::recipients::{items, recipients};
use super::signature::signature;
use crate::draft::CellAddress;
use crate::read::plain::is_typed_rule;
use crate::recognize::lines::{Line, Reader};
use crate::recognize::parts;
use crate::rulebook::vocabulary::Certainty;

/// A table with the recipients in one cell and the signature in another.
/// Cells of one column are read together: a table may have a row for each line of the signature. Two
/// columns with a capacity each are two signatures, as under minutes.
pub(super) fn read(reader: &Reader<'_>, position: usize, start: usize, limit: usize, table: usize) -> Found {
    let inside =
        |position: &usize| reader.cell(reader.paragraphs[*position]).is_some_and(|cell| cell.table == table);
    let first = (start..position).rev().take_while(|position| inside(position)).last().unwrap_or(position);
    let end = (position..limit).take_while(|position| inside(position)).last().unwrap_or(position) + 1;
    let mut cells: Vec<(CellAddress, Vec<usize>)> = Vec::new();
    for position in first..end {
        let paragraph = reader.paragraphs[position];
        let Some(cell) = reader.cell(paragraph) else { continue };
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
    name_below(reader, &mut found, limit);
    found
}

/// A list in the rows below its label, or in the paragraphs below the table.
fn list_below(reader: &Reader<'_>, found: &mut Found, table: std::ops::Range<usize>, limit: usize) {
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

/// The name of the signer in a paragraph below the table of the block. In capitals it might as well head
/// what follows.
fn name_below(reader: &Reader<'_>, found: &mut Found, limit: usize) {
    const REACH: usize = 3;
    let terms = &reader.lexicon.terms.closing;
    let [signature] = found.signatures.as_mut_slice() else { return };
    if signature.name.is_some() {
        return;
    }
    for position in found.end..limit.min(found.end + REACH) {
        let paragraph = reader.paragraphs[position];
        let span = reader.span(paragraph);
        let words = reader.words(span);
        if reader.cell(paragraph).is_some() || parts::is_appendix_heading(reader.lexicon, words) {
            return;
        }
        if is_name(terms, words)
            && !reader.is_capitals(span)
            && looks_like_person(terms, &words.to_uppercase())
        {
            signature.name = Some(reader.component(span, Certainty::Guessed));
            signature.span = signature.span.join(span);
            found.end = position + 1;
            return;
        }
        if !is_signed_note(terms, words) && !is_typed_rule(words) {
            return;
        }
    }
}
