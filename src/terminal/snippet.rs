//! The window as drawn by miette: text with the found words underlined.
//!
//! miette numbers every line of what it is given and frames it. Here one line takes several rows,
//! so miette gets the rows as its source, and gutter and frame are ours.

use super::window::Row;
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeCharacters, ThemeStyles,
};
use std::fmt;
use thethuc_core::finding::Severity;

/// Columns before the bar in miette's rows: a blank, one digit (a window has fewer than ten rows), a blank.
const GUTTER: usize = 3;

/// Draws the rows with their underlines, each line closed by `\n`. `gutters` gives what stands
/// before each row; all are equally wide.
pub fn draw(rows: &[Row], gutters: &[String], severity: Severity, color: bool) -> String {
    let drawn = if rows.iter().any(|row| row.marked.is_some()) {
        Drawing::of(rows, severity).draw(color)
    } else {
        rows.iter().flat_map(|row| ["   │ ", &row.text, "\n"]).collect()
    };
    let blank = " ".repeat(gutters.first().map_or(0, |gutter| gutter.chars().count()));
    let mut gutters = gutters.iter();
    let mut lines = String::new();
    for line in drawn.lines() {
        let gutter = match line.chars().nth(GUTTER) {
            Some('│') => gutters.next().unwrap_or(&blank),
            Some('·') => &blank,
            _ => continue,
        };
        lines.push_str(gutter);
        lines.push_str(line[GUTTER..].trim_end());
        lines.push('\n');
    }
    lines
}

/// The rows in the shape that miette draws.
#[derive(Debug)]
struct Drawing {
    source: String,
    labels: Vec<LabeledSpan>,
    severity: Severity,
}

impl Drawing {
    fn of(rows: &[Row], severity: Severity) -> Self {
        let mut drawing = Self { source: String::new(), labels: Vec::new(), severity };
        for row in rows {
            if let Some(marked) = &row.marked {
                let start = drawing.source.len() + marked.start;
                drawing.labels.push(LabeledSpan::underline(start..start + marked.len()));
            }
            drawing.source.push_str(&row.text);
            drawing.source.push('\n');
        }
        drawing
    }

    fn draw(&self, color: bool) -> String {
        let mut styles = if color { ThemeStyles::ansi() } else { ThemeStyles::none() };
        styles.highlights = vec![match self.severity {
            Severity::Error => styles.error,
            Severity::Warning => styles.warning,
            Severity::Note => styles.advice,
        }];
        // The number is cut off again: it must be nothing but a digit.
        styles.linum = ThemeStyles::none().linum;
        let theme = GraphicalTheme { characters: ThemeCharacters::unicode(), styles };
        let handler = GraphicalReportHandler::new_themed(theme)
            .without_syntax_highlighting()
            .with_context_lines(self.source.lines().count());
        let mut drawn = String::new();
        // Writing to a string cannot fail, and every label lies inside the source; should miette
        // refuse all the same, the message still stands without its picture.
        if handler.render_report(&mut drawn, self).is_err() {
            drawn.clear();
        }
        drawn
    }
}

impl fmt::Display for Drawing {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Drawing {}

impl Diagnostic for Drawing {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::window::window;
    use super::*;
    use thethuc_core::text::Span;

    #[test]
    fn every_row_is_underlined_under_its_words() {
        let text = "ỦY BAN NHÂN DÂN\nXÃ HÒA BÌNH\n";
        let start = text.find("NHÂN").expect("stands in the text");
        let end = text.find(" BÌNH").expect("stands in the text");
        let rows = window(text, Span::new(start, end), 60);
        let drawn = draw(&rows, &["  7 ".to_owned(), "  8 ".to_owned()], Severity::Error, false);
        assert_eq!(drawn, "  7 │ ỦY BAN NHÂN DÂN\n    ·        ────────\n  8 │ XÃ HÒA BÌNH\n    · ──────\n");
    }

    #[test]
    fn without_marked_words_the_row_stands_alone() {
        let rows = window("QUYẾT ĐỊNH\n", Span::at(0), 60);
        assert_eq!(draw(&rows, &["  1 ".to_owned()], Severity::Note, true), "  1 │ QUYẾT ĐỊNH\n");
    }
}
