//! The picture of a finding: its words, underlined, in as much of their paragraph as one takes in.

use super::screen::{INDENT, Screen};
use super::snippet;
use super::window::{Row, window};
use thethuc_core::checker::Checked;
use thethuc_core::draft::Format;
use thethuc_core::finding::Finding;
use thethuc_core::report::position::Positions;
use unicode_width::UnicodeWidthStr;

/// The words of the finding in their paragraph, with line numbers before them, as wide as the
/// screen; nothing where the draft has no words. Line numbers take as many columns as the last one
/// needs, so that all rows align.
pub fn picture(finding: &Finding, checked: &Checked, positions: &Positions<'_>, screen: Screen) -> String {
    // A paragraph of Word has no number that its author could see.
    let span = finding.look_at();
    let is_numbered = checked.draft.format != Format::Docx;
    let digits = if is_numbered { positions.line(span.end).to_string().len() } else { 0 };
    let gutter = INDENT + digits + 4;
    let label = automatic_number(span.start, checked).map_or(0, |(_, label)| label.width() + 1);
    let width = screen.columns().saturating_sub(gutter + label);
    let mut rows = window(&checked.draft.text, span, width);
    let number = |row: &Row| {
        let line = if row.begins_line && is_numbered {
            positions.line(row.span.start).to_string()
        } else {
            String::new()
        };
        format!("{}{line:>digits$} ", " ".repeat(INDENT))
    };
    let gutters: Vec<String> = rows.iter().map(number).collect();
    for row in &mut rows {
        show_automatic_number(row, checked);
    }
    snippet::draw(&rows, &gutters, finding.severity, screen)
}

/// The number that Word renders before the paragraph at `offset` but does not write, and where that
/// paragraph begins.
fn automatic_number(offset: usize, checked: &Checked) -> Option<(usize, &str)> {
    let paragraph = checked.draft.paragraphs.get(checked.draft.paragraph_at(offset)?)?;
    Some((paragraph.span.start, paragraph.label.as_deref()?))
}

/// Puts the number of a list before the row that begins its paragraph and moves the mark by as many
/// bytes: the reader sees `1.` in Word and would not find the row without it.
fn show_automatic_number(row: &mut Row, checked: &Checked) {
    let Some((start, label)) = automatic_number(row.span.start, checked) else { return };
    if row.span.start == start && !row.span.is_empty() {
        let lead = format!("{label} ");
        row.text.insert_str(0, &lead);
        row.marked = row.marked.take().map(|marked| marked.start + lead.len()..marked.end + lead.len());
    }
}
