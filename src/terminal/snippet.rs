//! Rows of text with the found words underlined.
//!
//! Widths are columns of the terminal, not characters: a combining mark has none.

use super::Screen;
use super::window::Row;
use thethuc_core::finding::Severity;
use unicode_width::UnicodeWidthStr;

/// Draws the rows with their underlines, each line closed by `\n`. `gutters` gives what stands
/// before each row; all are equally wide.
pub fn draw(rows: &[Row], gutters: &[String], severity: Severity, screen: Screen) -> String {
    let blank = " ".repeat(gutters.first().map_or(0, |gutter| gutter.chars().count()));
    let mut lines = String::new();
    for (row, gutter) in rows.iter().zip(gutters) {
        lines.push_str(&line(gutter, "│", &row.text));
        if let Some(marked) = row.marked.as_ref().filter(|marked| !marked.is_empty()) {
            let width = |part: &str| part.width();
            let before = " ".repeat(row.text.get(..marked.start).map_or(0, width));
            let under = "─".repeat(row.text.get(marked.clone()).map_or(0, width));
            lines.push_str(&line(&blank, "·", &format!("{before}{}", screen.severity(&under, severity))));
        }
    }
    lines
}

/// `  7 │ ỦY BAN NHÂN DÂN`; nothing trails where the row is empty.
fn line(gutter: &str, bar: &str, text: &str) -> String {
    format!("{}\n", format!("{gutter}{bar} {text}").trim_end())
}

#[cfg(test)]
mod tests {
    use super::super::Extent;
    use super::super::window::window;
    use super::*;
    use thethuc_core::rulebook::vocabulary::Language;
    use thethuc_core::text::Span;

    const PLAIN: Screen = Screen { language: Language::Vi, color: false, width: 80, extent: Extent::Usual };

    #[test]
    fn every_row_is_underlined_under_its_words() {
        let text = "ỦY BAN NHÂN DÂN\nXÃ HÒA BÌNH\n";
        let start = text.find("NHÂN").expect("stands in the text");
        let end = text.find(" BÌNH").expect("stands in the text");
        let rows = window(text, Span::new(start, end), 60);
        let drawn = draw(&rows, &["  7 ".to_owned(), "  8 ".to_owned()], Severity::Error, PLAIN);
        assert_eq!(drawn, "  7 │ ỦY BAN NHÂN DÂN\n    ·        ────────\n  8 │ XÃ HÒA BÌNH\n    · ──────\n");
    }

    #[test]
    fn without_marked_words_the_row_stands_alone() {
        let rows = window("QUYẾT ĐỊNH\n", Span::at(0), 60);
        assert_eq!(draw(&rows, &["  1 ".to_owned()], Severity::Note, PLAIN), "  1 │ QUYẾT ĐỊNH\n");
    }
}
