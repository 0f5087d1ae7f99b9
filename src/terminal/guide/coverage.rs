//! How far the rules cover the law.
//!
//! A provision that no program can check is no gap: it is counted apart and told with its reason.

use super::super::Screen;
use super::table::padded;
use thethuc_core::guide::Coverage;
use thethuc_core::guide::coverage::{Counts, ProvisionCoverage, Status};
use thethuc_core::report::guide::say;
use thethuc_core::report::{citing, wording};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::vietnamese::first_capital;
use unicode_width::UnicodeWidthStr;

/// What is listed besides the counts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown {
    /// The provisions that no rule enforces though a program could.
    pub uncovered: bool,
    /// The provisions that no program can check, with the reason.
    pub not_checkable: bool,
}

/// The counts of every instrument and of all, and the provisions that are asked for.
pub fn coverage(coverage: &Coverage, shown: Shown, screen: Screen) -> String {
    let mut rows = vec![heading(screen.language)];
    rows.extend(coverage.instruments.iter().map(|own| {
        let number = own.number.as_deref().unwrap_or(&own.id);
        row(number, &own.counts, own.title.in_language(screen.language), screen.language)
    }));
    rows.push(row(screen.say("Tổng cộng", "In all"), &coverage.total, "", screen.language));
    let mut text = aligned(&rows, screen);
    let wanted = |provision: &&ProvisionCoverage| match provision.status {
        Status::Covered => false,
        Status::Uncovered => shown.uncovered,
        Status::NotCheckable => shown.not_checkable,
    };
    for own in &coverage.instruments {
        let provisions: Vec<_> = own.provisions.iter().filter(wanted).collect();
        if !provisions.is_empty() {
            text.extend([format!("\n{}\n", screen.bold(&say::instrument(own, screen.language)))]);
            text.extend(provisions.into_iter().map(|provision| listed(provision, screen)));
        }
    }
    text
}

/// Cells of a row: instrument, three counts, share, title.
type Cells = [String; 6];

/// The heads of the columns; titles need none.
fn heading(language: Language) -> Cells {
    [
        language.pick("Văn bản", "Instrument"),
        language.pick("có quy tắc", "covered"),
        language.pick("chưa có", "not covered"),
        language.pick("không kiểm tra được", "not checkable"),
        language.pick("tỷ lệ", "share"),
        "",
    ]
    .map(str::to_owned)
}

/// The share is that of the covered among the checkable ones.
fn row(name: &str, counts: &Counts, title: &str, language: Language) -> Cells {
    [
        name.to_owned(),
        counts.covered.to_string(),
        counts.uncovered.to_string(),
        counts.not_checkable.to_string(),
        wording::percent(counts.percent, language),
        title.to_owned(),
    ]
}

/// Names to the left, numbers to the right, titles as far as there is room; the first and the last
/// row stand out.
fn aligned(rows: &[Cells], screen: Screen) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let mut text = String::new();
    for (index, row) in rows.iter().enumerate() {
        let mut line = padded(&row[0], width(0));
        for (column, cell) in row.iter().enumerate().take(5).skip(1) {
            let blanks = " ".repeat(width(column) - cell.width());
            line.extend(["  ", blanks.as_str(), cell]);
        }
        let room = screen.columns().saturating_sub(line.width() + 2);
        let title = cut(&row[5], room);
        let stands_out = index == 0 || index + 1 == rows.len();
        text.push_str(&if stands_out { screen.bold(&line) } else { line });
        if !title.is_empty() {
            text.extend(["  ", &screen.dim(&title)]);
        }
        text.push('\n');
    }
    text
}

/// As much of the text as fits into so many columns.
fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut shown = String::new();
    for word in text.split(' ') {
        if shown.width() + word.width() + 2 > columns {
            break;
        }
        shown.extend([word, " "]);
    }
    if shown.is_empty() { shown } else { shown.trim_end().to_owned() + "…" }
}

/// A provision with its demand, and the reason why no program can check it.
fn listed(provision: &ProvisionCoverage, screen: Screen) -> String {
    let lead = format!("{} ", provision.id);
    let requirement = provision.requirement.in_language(screen.language);
    let at = citing::place(&provision.at, screen.language);
    let place = if at.is_empty() { at } else { format!("{}: ", first_capital(&at)) };
    let mut text = screen.block(&lead, &format!("{place}{requirement}"));
    if let (Status::NotCheckable, Some(reason)) = (provision.status, &provision.reason) {
        let because = format!("→ {}", reason.in_language(screen.language));
        text.push_str(&screen.block("", &because));
    }
    text
}
