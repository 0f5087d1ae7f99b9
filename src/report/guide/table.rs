//! The table of rules.

use super::super::terminal::{INDENT, Look, wrap};
use super::super::words;
use crate::guide::Row;
use unicode_width::UnicodeWidthStr;

/// Two rows a rule: id, severity and title; below them, dim, regimes and provisions.
pub fn table(rows: &[Row], look: Look) -> String {
    let width = |of: &dyn Fn(&Row) -> usize| rows.iter().map(of).max().unwrap_or(0);
    let id_width = width(&|row| row.rule.width());
    let severity_width = width(&|row| words::severity(row.severity, look.language).width());
    let mut text = String::new();
    for row in rows {
        let severity = words::severity(row.severity, look.language);
        text.extend([
            look.bold(&padded(&row.rule, id_width)),
            "  ".to_owned(),
            look.severity(&padded(severity, severity_width), row.severity),
            "  ".to_owned(),
            row.title.in_language(look.language).to_owned(),
            "\n".to_owned(),
        ]);
        let detail = format!("{}; {}", row.regimes.join(", "), row.law.join(", "));
        let rows = wrap(&detail, &" ".repeat(2 * INDENT), 2 * INDENT, look.columns());
        text.extend(rows.lines().flat_map(|row| [look.dim(row), "\n".to_owned()]));
    }
    text.push_str(&words::counted(rows.len(), "quy tắc", ["rule", "rules"], look.language));
    text.push_str(".\n");
    text
}

/// The text, filled with blanks up to so many columns.
pub(super) fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}
