//! A window on the text: the found words with as much around them as one takes in at a glance.
//!
//! A paragraph of Word is one line of a thousand characters. The window cuts it around the found
//! words, wraps the rest to the width, and remembers where the words lie in each row.

use std::ops::Range;
use thethuc_core::text::Span;
use unicode_width::UnicodeWidthChar;

/// What stands where text was left out.
const CUT: &str = "…";
/// Rows shown of one finding; beyond that the middle is left out.
const MAX_ROWS: usize = 6;
/// Columns taken by a cut and its blank at both ends of a row.
const CUT_COLUMNS: usize = 4;

/// One row of a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row as shown: tabs are blanks, cuts are marked.
    pub text: String,
    /// The found words in `text`, in bytes; `None` where the row holds none of them.
    pub marked: Option<Range<usize>>,
    /// The stretch of the normalized text that is shown; empty for a row that stands for rows left out.
    pub span: Span,
    /// Whether a line of the normalized text begins with this row (or was cut to begin with it).
    pub begins_line: bool,
}

/// The rows to show for the words of `span`, each at most `width` columns wide. No words are marked
/// for an empty span: the line that holds it (or the next one that is not blank) is the context.
pub fn window(text: &str, span: Span, width: usize) -> Vec<Row> {
    let width = width.max(20);
    if span.of(text).trim_matches('\n').is_empty() {
        let line = line_with_words(text, span.start);
        let shown = cut_line(text, line, Span::at(line.start), width);
        let rows = shown.rows(text, Span::at(line.start), width).into_iter();
        return rows.take(1).filter(|row| !row.text.trim().is_empty()).collect();
    }
    let lines = lines_in(text, span);
    let rows = lines.into_iter().flat_map(|line| cut_line(text, line, span, width).rows(text, span, width));
    without_middle(rows.collect())
}

/// A stretch of one line, and whether text was left out before and after it.
struct Shown {
    /// The stretch that is kept, in bytes of the normalized text.
    span: Span,
    /// Whether words of the line before it are left out.
    cut_before: bool,
    /// Whether words of the line after it are left out.
    cut_after: bool,
}

/// The line around `offset`, or the next one with words, or the one before.
fn line_with_words(text: &str, offset: usize) -> Span {
    let own = line_at(text, offset.min(text.len()));
    let following = || lines_in(text, Span::new(own.end, text.len())).into_iter().next();
    let preceding = || {
        let before = text.get(..own.start).unwrap_or_default().trim_end();
        line_at(text, before.len())
    };
    if own.of(text).trim().is_empty() { following().unwrap_or_else(preceding) } else { own }
}

/// The line that holds the byte `offset`, without its `\n`.
fn line_at(text: &str, offset: usize) -> Span {
    let start = text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let end = text.get(offset..).and_then(|after| after.find('\n')).map_or(text.len(), |at| offset + at);
    Span::new(start, end)
}

/// The whole lines that share a character with `span`; of blank ones only those with a marked blank.
fn lines_in(text: &str, span: Span) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut at = span.start;
    while at < span.end {
        let line = line_at(text, at);
        let shared = Span::new(line.start.max(span.start), line.end.min(span.end));
        let only_blanks = span.of(text).trim().is_empty();
        if !line.of(text).trim().is_empty() && (only_blanks || !shared.of(text).trim().is_empty()) {
            lines.push(line);
        }
        at = line.end + 1;
    }
    lines
}

/// Cuts a line around the marked words: half a row before them, a row after them.
fn cut_line(text: &str, line: Span, marked: Span, width: usize) -> Shown {
    if fits(line.of(text), width) {
        return Shown { span: line, cut_before: false, cut_after: false };
    }
    let marked = Span::new(marked.start.max(line.start), marked.end.clamp(line.start, line.end));
    let before = Span::new(line.start, marked.start);
    let start = line.start + tail_start(before.of(text), width / 2);
    let after = Span::new(marked.end, line.end);
    let end = marked.end + head_end(after.of(text), width);
    Shown { span: Span::new(start, end), cut_before: start > line.start, cut_after: end < line.end }
}

/// Whether a text takes no more than so many columns; looks no further than needed, for a line may
/// be as long as a file.
fn fits(text: &str, columns: usize) -> bool {
    let mut used = 0;
    text.chars().all(|letter| {
        used += columns_of(letter);
        used <= columns
    })
}

/// Where the last words of `text` that fit `columns` begin; at the start of a word.
pub fn tail_start(text: &str, columns: usize) -> usize {
    let mut used = 0;
    let mut start = text.len();
    for (at, letter) in text.char_indices().rev() {
        used += columns_of(letter);
        if used > columns {
            return start;
        }
        if is_break(letter) {
            start = at + letter.len_utf8();
        }
    }
    0
}

/// Where the first words of `text` that fit `columns` end; at the end of a word.
pub fn head_end(text: &str, columns: usize) -> usize {
    let mut used = 0;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        if is_break(letter) {
            end = at;
        }
        used += columns_of(letter);
        if used > columns {
            return end;
        }
    }
    text.len()
}

/// Whether a row may end here. No-break blanks hold their words together.
fn is_break(letter: char) -> bool {
    letter == ' ' || letter == '\t'
}

/// Columns that a letter takes; a tab is shown as one blank, see [`row`].
fn columns_of(letter: char) -> usize {
    if letter == '\t' { 1 } else { letter.width().unwrap_or(0) }
}

impl Shown {
    /// The rows of the stretch, with the marked words in them.
    fn rows(&self, text: &str, marked: Span, width: usize) -> Vec<Row> {
        let cut = self.cut_before || self.cut_after;
        let columns = if cut { width.saturating_sub(CUT_COLUMNS) } else { width };
        let pieces = wrapped(text, self.span, marked, columns);
        let last = pieces.len().saturating_sub(1);
        let row = |(index, piece): (usize, Span)| {
            let before = self.cut_before && index == 0;
            let after = self.cut_after && index == last;
            row(text, piece, marked, [before, after], index == 0)
        };
        pieces.into_iter().enumerate().map(row).collect()
    }
}

/// One row of `piece`, with cuts where asked for; its mark moves with the cut before it. Tabs
/// become blanks of the same number of bytes, so that the mark stays right.
fn row(text: &str, piece: Span, marked: Span, [cut_before, cut_after]: [bool; 2], begins_line: bool) -> Row {
    let lead = if cut_before { format!("{CUT} ") } else { String::new() };
    let shared = Span::new(piece.start.max(marked.start), piece.end.min(marked.end));
    let moved = |offset: usize| offset - piece.start + lead.len();
    let is_marked = shared.start < shared.end;
    let tail = if cut_after { format!(" {CUT}") } else { String::new() };
    Row {
        marked: is_marked.then(|| moved(shared.start)..moved(shared.end)),
        text: format!("{lead}{}{tail}", piece.of(text).replace('\t', " ")),
        span: piece,
        begins_line,
    }
}

/// Breaks a stretch into pieces of at most `columns`, at blanks where there are any. Blanks at a
/// break are dropped, unless blanks are the very thing that is marked.
fn wrapped(text: &str, stretch: Span, marked: Span, columns: usize) -> Vec<Span> {
    let keeps_blanks = marked.of(text).trim().is_empty();
    let mut pieces = Vec::new();
    let mut start = stretch.start;
    let mut used = 0;
    let mut last_break = None;
    for (index, letter) in stretch.of(text).char_indices() {
        let at = stretch.start + index;
        let is_blank = is_break(letter) && !(keeps_blanks && marked.contains(at));
        used += columns_of(letter);
        if used > columns && columns_of(letter) > 0 && !is_blank {
            let end = last_break.filter(|end| *end > start).unwrap_or(at);
            pieces.push(Span::new(start, end));
            start = end + blanks_at(text, Span::new(end, at));
            used = Span::new(start, at).of(text).chars().map(columns_of).sum::<usize>() + columns_of(letter);
            last_break = None;
        }
        if is_blank {
            last_break = last_break.filter(|end| Span::new(*end, at).of(text).trim().is_empty()).or(Some(at));
        }
    }
    let last = Span::new(start, stretch.end);
    let words_end = start + last.of(text).trim_end().len();
    let kept_end = if keeps_blanks { marked.end.clamp(start, stretch.end) } else { start };
    pieces.push(if used > columns { Span::new(start, words_end.max(kept_end)) } else { last });
    pieces
}

/// Bytes of the blanks with which a stretch begins.
fn blanks_at(text: &str, stretch: Span) -> usize {
    let words = stretch.of(text);
    words.len() - words.trim_start_matches(is_break).len()
}

/// Leaves out the middle of many rows.
fn without_middle(mut rows: Vec<Row>) -> Vec<Row> {
    let head = MAX_ROWS / 2;
    let tail = MAX_ROWS - head - 1;
    if rows.len() > MAX_ROWS {
        let end = rows.len() - tail;
        let gap = Row {
            text: CUT.to_owned(),
            marked: None,
            span: Span::at(rows[head].span.start),
            begins_line: false,
        };
        rows.splice(head..end, [gap]);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    fn marked_words(rows: &[Row]) -> Vec<&str> {
        rows.iter().filter_map(|row| row.marked.clone().map(|range| &row.text[range])).collect()
    }

    fn dense(text: &str) -> String {
        text.split_whitespace().collect()
    }

    /// Snaps two numbers to character boundaries of the text, in order.
    fn span_in(text: &str, ends: (usize, usize)) -> Span {
        let snap =
            |offset: usize| (0..=offset % (text.len() + 1)).rev().find(|at| text.is_char_boundary(*at));
        let (first, second) = (snap(ends.0).unwrap_or(0), snap(ends.1).unwrap_or(0));
        Span::new(first.min(second), first.max(second))
    }

    fn vietnamese() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "Căn",
            "cứ",
            "Luật",
            "Tổ",
            "chức",
            "chính",
            "quyền",
            "địa",
            "phương",
            "số",
            "72/2025/QH15",
            "ỦY",
            "BAN",
            "nghie\u{302}\u{323}p",
            "日本",
            "\t",
            " ",
            "\n",
            ";",
            "a",
            "ngàythángnămvàmộtchuỗirấtdàikhôngcócáchnàonữa",
        ]);
        prop::collection::vec(word, 1..160).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn marked_words_are_the_words_of_the_span(
            text in vietnamese(), ends in any::<(usize, usize)>(), width in 20..130usize
        ) {
            let span = span_in(&text, ends);
            let rows = window(&text, span, width);
            let words = dense(span.of(&text));
            let marked = dense(&marked_words(&rows).concat());
            match rows.iter().position(|row| row.text == CUT) {
                None => prop_assert_eq!(marked, words),
                Some(gap) => {
                    prop_assert!(words.starts_with(&dense(&marked_words(&rows[..gap]).concat())));
                    prop_assert!(words.ends_with(&dense(&marked_words(&rows[gap..]).concat())));
                }
            }
        }

        #[test]
        fn rows_fit_and_show_the_text(text in vietnamese(), ends in any::<(usize, usize)>(), width in 20..130usize) {
            let span = span_in(&text, ends);
            let rows = window(&text, span, width);
            prop_assert!(rows.len() <= MAX_ROWS);
            for row in &rows {
                prop_assert!(row.text.width() <= width, "{:?} is wider than {}", row, width);
                prop_assert!(row.text == CUT || row.text.contains(&row.span.of(&text).replace('\t', " ")));
            }
        }
    }

    #[test]
    fn marked_blanks_stay_visible() {
        let text = "Căn cứ  Luật Tổ chức chính quyền địa phương\n";
        let at = text.find("  ").expect("two blanks");
        let rows = window(text, Span::new(at, at + 2), 60);
        assert_eq!(marked_words(&rows), ["  "]);
    }

    #[test]
    fn blanks_that_hang_over_a_cut_make_no_row_wider() {
        let text = format!("{}    {}\n", "chữ ".repeat(14), "chữ ".repeat(30));
        let rows = window(&text, Span::at(0), 60);
        assert_eq!(rows.len(), 1);
        assert!(rows[0].text.width() <= 60, "{rows:?}");
    }

    #[test]
    fn a_missing_thing_shows_the_next_words_unmarked() {
        let rows = window("\n\nQUYẾT ĐỊNH\nVề việc ban hành\n", Span::at(0), 60);
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].text.as_str(), &rows[0].marked), ("QUYẾT ĐỊNH", &None));
    }

    #[test]
    fn long_lines_are_cut_at_words() {
        let text = format!("{}SAI{}\n", "một hai ba ".repeat(50), " bốn năm sáu".repeat(50));
        let at = text.find("SAI").expect("stands in the text");
        let rows = window(&text, Span::new(at, at + 3), 60);
        assert_eq!(marked_words(&rows), ["SAI"]);
        assert!(rows.len() <= 3, "{rows:?}");
        assert!(rows[0].text.starts_with("… ") && rows[rows.len() - 1].text.ends_with(" …"), "{rows:?}");
    }
}
