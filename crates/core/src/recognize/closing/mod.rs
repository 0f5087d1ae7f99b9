//! What closes a document: recipients, signature, end mark, the closing line of a resolution.
//!
//! The block is known by `Nơi nhận:` or by a line of capacity (`TM.`, `KT.`), the surest marks of a
//! document. Recipients and signature stand beside each other in a table ([`beside`]), or one after the
//! other as lines ([`typed`]). What the words of each mean stands in [`marks`].

mod beside;
mod ending;
mod marks;
mod recipients;
mod signature;
mod typed;

use super::lines::Reader;
use crate::document::{Recipients, Signature};
use crate::text::Span;
pub use ending::{closing_line, end_mark};

/// Where a document is closed.
pub struct Found {
    /// The `Nơi nhận` block.
    pub recipients: Option<Recipients>,
    /// The signatures.
    pub signatures: Vec<Signature>,
    /// Position of the first paragraph of the closing block.
    pub start: usize,
    /// Position of the first paragraph behind it.
    pub end: usize,
}

/// Finds the first closing block at or after `start`: a `Nơi nhận` label or a line of capacity.
/// The first one, since a file may go on with attachments that are signed again. Bounds are positions
/// in [`Reader::paragraphs`].
pub fn find(reader: &Reader<'_>, start: usize, limit: usize, quoted: &[Span]) -> Option<Found> {
    let position = (start..limit).find(|position| {
        let span = reader.span(reader.paragraphs[*position]);
        let structural = !quoted.iter().any(|quoted| quoted.covers(span));
        structural && (marks::is_label(reader, *position) || marks::is_capacity_line(reader, *position))
    })?;
    let table = reader.cell(reader.paragraphs[position]).map(|cell| cell.table);
    Some(match table {
        Some(table) => beside::read(reader, position, start, limit, table),
        None => typed::read(reader, position, limit),
    })
}
