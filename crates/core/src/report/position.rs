//! Lines and columns, counted in characters from 1.
//!
//! For Markdown and plain text they are those of the file, so that an editor finds the words; a
//! .docx has no lines of its own, so they are those of the normalized text: one line a paragraph
//! (or a forced line break).

use crate::draft::{Draft, Format};
use crate::text::{SourceSpan, Span};
use serde::Serialize;

/// A place in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    /// Byte of the normalized text.
    pub offset: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Finds lines and columns of one draft.
pub struct Positions<'a> {
    draft: &'a Draft,
    lines: Lines<'a>,
    in_source: bool,
}

impl<'a> Positions<'a> {
    /// Prepares a draft that was read from `source`.
    pub fn new(draft: &'a Draft, source: &'a [u8]) -> Self {
        // Only of a UTF-8 file are the offsets of the map bytes of the file itself.
        let in_source = draft.format != Format::Docx && std::str::from_utf8(source).is_ok();
        let lines = Lines::new(if in_source { source } else { draft.text.as_bytes() });
        Self { draft, lines, in_source }
    }

    /// The first and the past-the-end place of a span.
    pub fn of(&self, span: Span) -> (Position, Position) {
        let (start, end) = if self.in_source { self.source_ends(span) } else { (span.start, span.end) };
        (self.position(span.start, start), self.position(span.end, end))
    }

    /// The line on which `offset` lies.
    pub fn line(&self, offset: usize) -> usize {
        self.of(Span::at(offset)).0.line
    }

    fn position(&self, offset: usize, counted: usize) -> Position {
        let (line, column) = self.lines.line_column(counted);
        Position { offset, line, column }
    }

    fn source_ends(&self, span: Span) -> (usize, usize) {
        let at = |offset| self.draft.map.source(Span::at(offset)).map_or(0, |found| found.start);
        let whole = self.draft.map.source(span).map(|SourceSpan { start, end, .. }| (start, end));
        whole.unwrap_or_else(|| (at(span.start), at(span.end)))
    }
}

/// Where the lines of a text begin.
struct Lines<'a> {
    text: &'a [u8],
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a [u8]) -> Self {
        const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();
        let first = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let breaks = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(first).chain(breaks).collect() }
    }

    fn line_column(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts[line - 1];
        let before = self.text.get(start..offset.min(self.text.len())).unwrap_or_default();
        let is_first_byte_of_character = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
        (line, before.iter().filter(is_first_byte_of_character).count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_forget_the_byte_order_mark() {
        let text = "\u{FEFF}Căn cứ\r\nĐiều 1\n";
        let lines = Lines::new(text.as_bytes());
        let at = |words: &str| lines.line_column(text.find(words).expect("stands in the text"));
        assert_eq!(at("Căn"), (1, 1));
        assert_eq!(at("cứ"), (1, 5));
        assert_eq!(at("1"), (2, 6));
        assert_eq!(lines.line_column(text.len()), (3, 1));
    }
}
