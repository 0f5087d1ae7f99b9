//! Lines and columns, counted in characters from 1.
//!
//! For Markdown and plain text they are those of the file, so that an editor finds the words; a
//! .docx has no lines of its own, so they are those of the normalized text: one line a paragraph
//! (or a forced line break).

use crate::draft::{Draft, Format};
use crate::text::{SourceSpan, Span};
use serde::Serialize;

/// A place in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
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

    /// Whether lines and columns are those of the file, and not of the normalized text.
    pub const fn are_of_the_file(&self) -> bool {
        self.in_source
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
    /// Characters before each block, and in all: a line may be long and have many places.
    before: Vec<usize>,
}

/// Bytes of a block whose characters are counted once.
const BLOCK: usize = 1024;

impl<'a> Lines<'a> {
    fn new(text: &'a [u8]) -> Self {
        const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();
        let first = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let breaks = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let mut before = vec![0];
        let mut so_far = 0;
        for block in text.chunks(BLOCK) {
            so_far += characters(block);
            before.push(so_far);
        }
        Self { text, starts: std::iter::once(first).chain(breaks).collect(), before }
    }

    fn line_column(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts[line - 1];
        (line, self.characters_before(offset).saturating_sub(self.characters_before(start)) + 1)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let block = offset / BLOCK;
        let rest = self.text.get(block * BLOCK..offset).unwrap_or_default();
        self.before.get(block).copied().unwrap_or_default() + characters(rest)
    }
}

/// Characters that begin in the bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
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

    #[test]
    fn columns_of_a_long_line_are_counted_over_blocks() {
        let text = format!("đầu\n{}", "ệ".repeat(2 * BLOCK));
        let lines = Lines::new(text.as_bytes());
        for column in [1, 2, BLOCK / 3, BLOCK, 2 * BLOCK + 1] {
            assert_eq!(lines.line_column("đầu\n".len() + 3 * (column - 1)), (2, column));
        }
        let whole = "a".repeat(BLOCK);
        assert_eq!(Lines::new(whole.as_bytes()).line_column(BLOCK), (1, BLOCK + 1));
    }
}
