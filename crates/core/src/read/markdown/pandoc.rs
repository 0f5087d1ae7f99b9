//! Tables as pandoc draws them: columns under rows of dashes, or a grid.
//!
//! Word headers and signatures come out of pandoc so. Other readers of Markdown take them for text or code, and
//! cut the national name in two. A cell is a stretch of columns; a line of it ends where a backslash says so.

use std::ops::Range;
use unicode_normalization::char::canonical_combining_class;

/// The most lines of one table.
const LONGEST: usize = 2000;

/// The most lines of a head.
const LONGEST_HEAD: usize = 40;

/// A table in the source.
#[derive(Debug)]
pub struct Table {
    /// All of its lines, in bytes.
    pub range: Range<usize>,
    /// Its rows; a cell is the stretches of its lines, in bytes.
    pub rows: Vec<Vec<Vec<Range<usize>>>>,
}

/// The tables of a body, in order; `lines` are its lines outside of comments.
pub fn tables(body: &str, lines: &[Range<usize>]) -> Vec<Table> {
    let mut tables = Vec::new();
    if !body.contains("---") {
        return tables;
    }
    let mut at = 0;
    while at < lines.len() {
        match table_at(body, &lines[at..lines.len().min(at + LONGEST)]) {
            Some((table, length)) => {
                tables.push(table);
                at += length;
            }
            None => at += 1,
        }
    }
    tables
}

/// The table that begins at the first line, with the number of its lines.
fn table_at(body: &str, lines: &[Range<usize>]) -> Option<(Table, usize)> {
    let first = &body[lines.first()?.clone()];
    let is_first = |line: &Range<usize>| body[line.clone()].trim_end() == first.trim_end();
    if first.starts_with('+') {
        return grid(body, lines, first);
    }
    let head = dashes(first)?;
    let (columns, begin) = if head.len() > 1 {
        (head, 1)
    } else {
        let below =
            lines[1..].iter().take(LONGEST_HEAD).take_while(|line| !body[(*line).clone()].trim().is_empty());
        let found = below.enumerate().find_map(|(at, line)| Some((at, dashes(&body[line.clone()])?)));
        let (at, columns) = found.filter(|(_, columns)| columns.len() > 1)?;
        (columns, at + 2)
    };
    let length = begin + lines[begin..].iter().position(is_first)?;
    let mut blocks = vec![&lines[1..begin.max(2) - 1]];
    let content = &lines[begin..length];
    let is_blank = |line: &Range<usize>| body[line.clone()].trim().is_empty();
    let parted = content.iter().any(|line| is_blank(line) || body[line.clone()].trim_end().ends_with('\\'));
    if parted {
        blocks.extend(content.split(is_blank));
    } else {
        blocks.extend(content.chunks(1));
    }
    blocks.retain(|block| !block.is_empty());
    (!content.is_empty()).then(|| (table(body, lines, length, &columns, &blocks), length + 1))
}

/// The columns under a row of dashes: where each begins, in letters.
fn dashes(line: &str) -> Option<Vec<usize>> {
    let words = line.trim();
    if words.len() < 10 || !words.bytes().all(|byte| matches!(byte, b'-' | b' ')) {
        return None;
    }
    let starts = line
        .bytes()
        .enumerate()
        .filter(|(at, byte)| *byte == b'-' && (*at == 0 || line.as_bytes()[at - 1] == b' '));
    Some(starts.map(|(at, _)| at).collect())
}

/// A table whose rows stand between lines of `+---+`.
fn grid(body: &str, lines: &[Range<usize>], first: &str) -> Option<(Table, usize)> {
    let is_rule = |line: &Range<usize>| {
        let words = body[line.clone()].trim_end();
        words.starts_with('+')
            && words.ends_with('+')
            && words.bytes().all(|it| matches!(it, b'+' | b'-' | b'=' | b':'))
    };
    if !is_rule(lines.first()?) || !first.contains("--") {
        return None;
    }
    let belongs = |line: &&Range<usize>| is_rule(line) || body[(*line).clone()].starts_with('|');
    let length = lines.iter().take_while(belongs).count();
    let bars: Vec<usize> = first.match_indices('+').map(|(at, _)| at + 1).collect();
    let columns = bars.split_last()?.1;
    let blocks: Vec<&[Range<usize>]> =
        lines[..length].split(is_rule).filter(|block| !block.is_empty()).collect();
    (!blocks.is_empty()).then(|| (table(body, lines, length - 1, columns, &blocks), length))
}

/// Cuts the lines of each row at the columns; `last` is the last line of the table.
fn table(
    body: &str,
    lines: &[Range<usize>],
    last: usize,
    columns: &[usize],
    blocks: &[&[Range<usize>]],
) -> Table {
    let cell = |block: &[Range<usize>], column: usize| {
        let (start, end) = (columns[column], columns.get(column + 1));
        block.iter().map(|line| slice(body, line, start, end.copied())).collect::<Vec<_>>()
    };
    let row = |block: &&[Range<usize>]| (0..columns.len()).map(|column| cell(block, column)).collect();
    Table { range: lines[0].start..lines[last].end, rows: blocks.iter().map(row).collect() }
}

/// The stretch of a line from one column to the next, without blanks and bars around it. A mark that
/// belongs to the letter before it takes no room.
fn slice(body: &str, line: &Range<usize>, start: usize, end: Option<usize>) -> Range<usize> {
    let words = &body[line.clone()];
    let mut letters = words.char_indices().filter(|(_, letter)| canonical_combining_class(*letter) == 0);
    let from = letters.clone().nth(start).map_or(words.len(), |(at, _)| at);
    let to = end.and_then(|end| letters.nth(end)).map_or(words.len(), |(at, _)| at);
    let is_edge = |letter: char| letter.is_whitespace() || letter == '|';
    let inside = &words[from..to.max(from)];
    let begin = from + (inside.len() - inside.trim_start_matches(is_edge).len());
    let length = inside.trim_matches(is_edge).len();
    line.start + begin..line.start + begin + length
}
