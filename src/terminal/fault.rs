//! Faults of rule files and of profiles: the words that say what is wrong, and below them the line of the file.
//!
//! Drawn by miette. Findings in drafts are drawn by `snippet.rs`: they need rows wrapped at words. Faults go
//! to standard error, which is never painted.

use super::window::{head_end, tail_start};
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents,
};
use std::fmt;
use std::ops::Range;
use thethuc_core::rulebook::clean::clean;
use thethuc_core::text::steering::steers;
use unicode_width::UnicodeWidthStr;

/// How many faults are shown with their line; whoever meets more mends these first.
pub const PICTURES: usize = 10;
/// Columns of a line that are shown, so that it stands in a terminal of eighty with its number.
const COLUMNS: usize = 68;
/// Columns before the marked words that are kept when a long line is cut.
const BEFORE: usize = 24;
/// What stands where text was left out.
const CUT: char = '…';

/// A fault: its message, `path:line:column: words`, and the line of the file that it is in.
#[derive(Debug)]
struct Fault<'m> {
    message: &'m str,
    line: Line,
}

/// A line of a file, as far as it is shown.
#[derive(Debug)]
struct Line {
    /// Its number, from 1.
    number: usize,
    /// What is shown of it, closed by `\n` so that its end can be marked too.
    text: String,
    /// The marked words in `text`, in bytes.
    marked: Range<usize>,
}

impl fmt::Display for Fault<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message)
    }
}

impl std::error::Error for Fault<'_> {}

impl Diagnostic for Fault<'_> {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.line)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = LabeledSpan::new_with_span(None, self.line.marked.clone());
        Some(Box::new(std::iter::once(span)))
    }
}

impl SourceCode for Line {
    /// The line, whatever is asked for: there is nothing around it.
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let whole = SourceSpan::from(0..self.text.len());
        let number = self.number.saturating_sub(1);
        Ok(Box::new(MietteSpanContents::new(self.text.as_bytes(), whole, number, 0, 1)))
    }
}

/// The message, indented by two blanks, and below it the line of `text` at that line and column (in
/// characters, both from 1) with the words there underlined. The message alone where there is no text, or
/// nothing to be seen at its place.
pub fn draw(message: &str, text: Option<&str>, place: (usize, usize)) -> String {
    let picture = text.and_then(|text| Line::of(text, place)).and_then(|line| picture(message, line));
    picture.unwrap_or_else(|| format!("  {message}"))
}

fn picture(message: &str, line: Line) -> Option<String> {
    let mut theme = GraphicalTheme::unicode_nocolor();
    // The message begins with its place, as elsewhere, not with a sign.
    theme.characters.error.clear();
    let handler = GraphicalReportHandler::new_themed(theme).with_wrap_lines(false);
    let mut drawn = String::new();
    handler.render_report(&mut drawn, &Fault { message, line }).ok()?;
    let rows: Vec<String> = drawn.trim().lines().map(|row| format!("  {}", row.trim_end())).collect();
    Some(rows.join("\n"))
}

impl Line {
    /// The line of a file at a place, cut where it is long; none where it is blank or not there.
    fn of(text: &str, (number, column): (usize, usize)) -> Option<Self> {
        // Places are those of the text as it was read.
        let text = clean(text);
        let line: String =
            text.lines().nth(number.checked_sub(1)?)?.trim_end().chars().map(visible).collect();
        let start = line.char_indices().nth(column.checked_sub(1)?).map_or(line.len(), |(at, _)| at);
        let (before, rest) = line.split_at_checked(start).filter(|_| !line.trim().is_empty())?;
        let is_listed = before.contains(['{', '[']);
        let (marked, after) = rest.split_at_checked(word_end(rest, is_listed))?;
        Some(Self::cut(number, before, marked, after))
    }

    fn cut(number: usize, before: &str, marked: &str, after: &str) -> Self {
        let fits = before.width() + marked.width() + after.width() <= COLUMNS;
        let kept = if fits { before } else { before.get(tail_start(before, BEFORE)..).unwrap_or_default() };
        let mut text = String::new();
        if kept.len() < before.len() {
            text.extend([CUT, ' ']);
        }
        text.push_str(kept);
        let start = text.len();
        let left = COLUMNS.saturating_sub(text.width());
        let shown = marked.get(..head_end(marked, left)).filter(|shown| !shown.is_empty());
        let shown = shown.unwrap_or_else(|| first_columns(marked, left));
        text.push_str(shown);
        let end = text.len();
        let left = COLUMNS.saturating_sub(text.width());
        let is_whole = shown.len() == marked.len();
        let rest = after.get(..head_end(after, left)).filter(|_| is_whole).unwrap_or_default();
        text.push_str(rest);
        if !is_whole || rest.len() < after.len() {
            text.extend([' ', CUT]);
        }
        text.push('\n');
        Self { number, text, marked: start..end }
    }
}

/// The letters of a word without blanks that fit.
fn first_columns(word: &str, columns: usize) -> &str {
    let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
    let fitting = ends.take_while(|end| word.get(..*end).unwrap_or_default().width() <= columns);
    word.get(..fitting.last().unwrap_or(0)).unwrap_or_default()
}

/// A letter that neither steers the terminal nor moves what stands below it.
fn visible(letter: char) -> char {
    match letter {
        '\t' => ' ',
        _ if steers(letter) => '\u{FFFD}',
        _ => letter,
    }
}

/// Where the word, key or value that begins `text` ends: at the closing sign of what it opens, else before
/// the colon of a key, a remark, or, inside of a list or map of one line, the next sign of it.
fn word_end(text: &str, is_listed: bool) -> usize {
    let whole = text.trim_end().len();
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            text.get(1..).and_then(|rest| rest.find(quote)).map_or(whole, |at| at + 2)
        }
        Some('{' | '[') => closing(text).unwrap_or(whole),
        _ => {
            let ends = text.char_indices().map(|(at, _)| at).find(|at| is_end(text, *at, is_listed));
            let end = ends.unwrap_or(whole);
            text.get(..end).map_or(whole, |word| word.trim_end().len())
        }
    }
}

fn is_end(text: &str, at: usize, is_listed: bool) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    rest == ":"
        || rest.starts_with(": ")
        || rest.starts_with(" #")
        || (is_listed && rest.starts_with([',', '}', ']']))
}

/// The end of the list or map of one line that begins `text`.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, letter)| {
        match letter {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at + letter.len_utf8())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that are marked in the first line of a file, from a column on.
    fn marked(text: &str, column: usize) -> String {
        let line = Line::of(text, (1, column)).expect("a line");
        line.text[line.marked].to_owned()
    }

    #[test]
    fn the_line_stands_below_the_message_with_its_word_underlined() {
        let drawn = draw("a.yaml:2:3: sai", Some("organ:\n  nam: Ủy ban\n"), (2, 3));
        assert_eq!(drawn, "  a.yaml:2:3: sai\n     ╭────\n   2 │   nam: Ủy ban\n     ·   ───\n     ╰────");
    }

    #[test]
    fn the_message_stands_alone_where_nothing_can_be_shown() {
        for (text, place) in
            [(None, (1, 1)), (Some(""), (1, 1)), (Some("a\n\n"), (2, 1)), (Some("a"), (9, 1))]
        {
            assert_eq!(draw("a.yaml:1:1: sai", text, place), "  a.yaml:1:1: sai");
        }
    }

    #[test]
    fn words_keys_and_values_are_marked_to_their_end() {
        assert_eq!(marked("severty: error # x", 1), "severty");
        assert_eq!(marked("severity: eror # x", 11), "eror");
        assert_eq!(marked("vi: Một, hai", 5), "Một, hai");
        assert_eq!(marked("law: [nd30/a, nd30/b]", 15), "nd30/b");
        assert_eq!(marked("check: { text: { equal: A } }", 14 + 2), "{ equal: A }");
        assert_eq!(marked("vi: Ghi “{foud}” {found}", 10), "{foud}");
        assert_eq!(marked("vi: \"a: b\" # x", 5), "\"a: b\"");
        assert_eq!(marked("message:", 1), "message");
        assert_eq!(marked("title: x", 99), "");
    }

    #[test]
    fn marks_stand_where_the_reader_counted() {
        // A byte-order mark and a decomposed letter, which are gone when the file is read.
        assert_eq!(marked("\u{FEFF}A\u{302}n: x\r\n", 1), "Ân");
        assert_eq!(marked("a\u{7}:\tb", 1), "a\u{FFFD}");
    }

    #[test]
    fn long_lines_are_cut_around_the_marked_words() {
        let long = "chữ ".repeat(50);
        for text in
            [format!("{long}sai: {long}"), format!("sai: {long}"), format!("{long}{}", "x".repeat(300))]
        {
            let column = text.find("sai").or(text.find('x')).expect("the word");
            let column = text[..column].chars().count() + 1;
            let line = Line::of(&text, (1, column)).expect("a line");
            assert!(line.text.contains(CUT), "{}", line.text);
            assert!(line.text.width() <= COLUMNS + 4, "{}", line.text);
            assert!(["sai", "xxx"].iter().any(|word| line.text[line.marked.clone()].starts_with(word)));
        }
    }
}
