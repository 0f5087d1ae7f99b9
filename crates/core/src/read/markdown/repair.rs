//! What converters and web pages do to Markdown, undone before it is read.
//!
//! Lines that were wrapped hard are joined, for a wrapped line may begin like a list or a heading; marks of
//! pandoc that are no text go. Every byte keeps its place, so that all offsets stay those of the file: what
//! must go is overwritten with [`GONE`], and a line end becomes a blank.

use super::comments::within;
use crate::read::wrap::{Wrapping, breaks_word};
use crate::text::Pattern;
use std::borrow::Cow;
use std::ops::Range;

/// Stands for a byte that is not read. The source may hold the same letter, which goes with it: a
/// control character is no text either.
pub const GONE: char = '\u{1}';

/// The same as a byte.
const GONE_BYTE: u8 = 1;

/// `[words]{.underline}`, as pandoc writes looks that Markdown does not have.
static SPAN: Pattern = Pattern::new(r"\[(?P<words>[^\[\]\n]*)\]\{[.#][^}\n]*\}");

/// The body of a Markdown file as it was meant. `tables` are stretches in which every line end is meant, `comments`
/// those of which nothing is told: what a remark says must not change how the text around it is read.
pub fn repaired<'s>(
    body: &'s str,
    lines: &[Range<usize>],
    tables: &[Range<usize>],
    comments: &[Range<usize>],
) -> Cow<'s, str> {
    let is_kept = |line: &Range<usize>| within(tables, line.start) || within(comments, line.start);
    let mut bytes: Option<Vec<u8>> = None;
    let mut write = |range: Range<usize>, byte: u8| {
        let bytes = bytes.get_or_insert_with(|| body.as_bytes().to_vec());
        bytes[range].fill(byte);
    };
    rows(body, lines, comments, &mut write);
    let is_prose = |line: &Range<usize>| is_prose(&body[line.clone()]) && !is_kept(line);
    let prose: Vec<(&Range<usize>, &Range<usize>)> = lines
        .iter()
        .zip(lines.iter().skip(1))
        .filter(|(line, next)| is_prose(line) && is_prose(next))
        .collect();
    let pairs = prose.iter().map(|(line, next)| (&body[(*line).clone()], &body[(*next).clone()]));
    if let Some(wrapping) = Wrapping::find(pairs) {
        for (line, next) in prose {
            let (words, after) = (&body[line.clone()], &body[next.clone()]);
            let meant = words.ends_with("  ") || words.ends_with('\\');
            if !meant && wrapping.goes_on(words, quoted(words, after)) {
                join(body, line, next, &mut write);
            }
        }
    }
    let outside: Vec<Range<usize>> = lines.iter().filter(|line| !is_kept(line)).cloned().collect();
    pandoc(body, &outside, comments, &mut write);
    match bytes.map(String::from_utf8) {
        Some(Ok(text)) => Cow::Owned(text),
        // Only ASCII is overwritten, and with ASCII.
        Some(Err(_)) | None => Cow::Borrowed(body),
    }
}

/// The lines of a text without their ends.
pub fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let all = text.split_inclusive('\n').map(|line| {
        let range = start..start + line.trim_end_matches(['\n', '\r']).len();
        start += line.len();
        range
    });
    all.collect()
}

/// Whether a line can be part of a paragraph that a program wrapped.
fn is_prose(line: &str) -> bool {
    let words = line.trim();
    !words.is_empty() && !words.starts_with(['|', '#', '<']) && !crate::read::plain::is_typed_rule(words)
}

/// The words of a line behind the mark of quotation that the line before it has, too.
fn quoted<'t>(before: &str, line: &'t str) -> &'t str {
    if before.starts_with('>') { line.trim_start_matches(['>', ' ']) } else { line }
}

/// Writes one blank for the end of a line and all that only indents the next, or nothing inside a word.
fn join(body: &str, line: &Range<usize>, next: &Range<usize>, write: &mut impl FnMut(Range<usize>, u8)) {
    let (words, after) = (&body[line.clone()], &body[next.clone()]);
    let start = line.start + words.trim_end().len();
    let end = next.end - quoted(words, after).trim_start().len();
    write(start..end, GONE_BYTE);
    if !breaks_word(words, after) {
        write(end - 1..end, b' ');
    }
}

/// Joins rows of a table that were wrapped: a row has as many bars as the row of dashes.
fn rows(
    body: &str,
    lines: &[Range<usize>],
    comments: &[Range<usize>],
    write: &mut impl FnMut(Range<usize>, u8),
) {
    let belongs =
        |line: &&Range<usize>| !body[(*line).clone()].trim().is_empty() && !within(comments, line.start);
    let mut at = 0;
    while at < lines.len() {
        let block = lines[at..].iter().take_while(belongs).count();
        let block = &lines[at..at + block];
        at += block.len().max(1);
        let Some(first) = block.first().filter(|line| body[(*line).clone()].trim_start().starts_with('|'))
        else {
            continue;
        };
        let is_dashes = |line: &&Range<usize>| {
            let words = body[(*line).clone()].trim();
            words.contains("--")
                && words.starts_with('|')
                && words.chars().all(|it| matches!(it, '|' | '-' | ':' | ' '))
        };
        let Some(dashes) = block.iter().find(is_dashes) else { continue };
        let bars = bars(&body[dashes.clone()]);
        let mut row = first.clone();
        for line in &block[1..] {
            let open = &body[row.clone()];
            if bars > self::bars(open) || !open.trim_end().ends_with('|') {
                join(body, &row, line, write);
                row = row.start..line.end;
            } else {
                row = line.clone();
            }
        }
    }
}

/// The bars of a row that are not escaped.
fn bars(row: &str) -> usize {
    row.match_indices('|').filter(|(at, _)| !row[..*at].ends_with('\\')).count()
}

/// Takes away what only pandoc means: spans, fenced blocks, no-break blanks and line ends at the end
/// of a paragraph.
fn pandoc(
    body: &str,
    lines: &[Range<usize>],
    comments: &[Range<usize>],
    write: &mut impl FnMut(Range<usize>, u8),
) {
    if body.contains("]{") {
        for found in SPAN.regex().captures_iter(body) {
            let (Some(whole), Some(words)) = (found.get(0), found.name("words")) else { continue };
            if within(comments, whole.start()) {
                continue;
            }
            write(whole.start()..words.start(), GONE_BYTE);
            write(words.end()..whole.end(), GONE_BYTE);
        }
    }
    for (index, line) in lines.iter().enumerate() {
        let words = &body[line.clone()];
        if words.starts_with(":::") {
            write(line.clone(), b' ');
        }
        for (at, _) in words.match_indices("\\ ").filter(|(at, _)| !words[..*at].ends_with('\\')) {
            write(line.start + at..line.start + at + 1, GONE_BYTE);
        }
        let ends = lines.get(index + 1).is_none_or(|next| body[next.clone()].trim().is_empty());
        if ends && words.ends_with('\\') && !words.ends_with("\\\\") {
            write(line.end - 1..line.end, GONE_BYTE);
        }
    }
}
