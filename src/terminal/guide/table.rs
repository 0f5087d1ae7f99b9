//! The table of rules.

use super::super::{INDENT, Screen, wrap};
use thethuc_core::guide::Row;
use thethuc_core::guide::table::Repairs;
use thethuc_core::report::guide::say;
use thethuc_core::report::wording;
use thethuc_core::rulebook::Origin;
use unicode_width::UnicodeWidthStr;

/// Two rows a rule: id, severity and title; below them, dim, where it comes from unless that is the
/// rule book, regimes and provisions. Columns are as wide as their widest cell; titles are not
/// wrapped, so that the list can be searched line by line.
pub fn table(rows: &[Row], screen: Screen) -> String {
    let width = |of: &dyn Fn(&Row) -> usize| rows.iter().map(of).max().unwrap_or(0);
    let id_width = width(&|row| row.rule.width());
    let severity_width = width(&|row| wording::severity(row.severity, screen.language).width());
    let mut text = String::new();
    for row in rows {
        let severity = wording::severity(row.severity, screen.language);
        text.extend([
            screen.bold(&padded(&row.rule, id_width)),
            "  ".to_owned(),
            screen.severity(&padded(severity, severity_width), row.severity),
            "  ".to_owned(),
            row.title.in_language(screen.language).to_owned(),
            "\n".to_owned(),
        ]);
        let origin = match row.origin {
            Origin::BuiltIn => "",
            Origin::Own => screen.say("quy tắc riêng; ", "own rule; "),
            Origin::Replacing => screen.say("thay quy tắc gốc; ", "in the place of the built-in rule; "),
        };
        let detail = format!("{origin}{}; {}", row.regimes.join(", "), row.law.join(", "));
        let rows = wrap(&detail, &" ".repeat(2 * INDENT), 2 * INDENT, screen.columns());
        text.extend(rows.lines().flat_map(|row| [screen.dim(row), "\n".to_owned()]));
    }
    text.push_str(&wording::counted(rows.len(), "quy tắc", ["rule", "rules"], screen.language));
    text.extend([". ", &say::repairs(Repairs::of(rows), screen.language), "\n"]);
    text
}

/// The text, filled with blanks up to so many columns.
pub fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}
