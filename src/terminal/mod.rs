//! The report for people.

mod aside;
mod closing;
mod counts;
pub mod fault;
mod finding;
#[cfg(test)]
mod fixture;
mod format;
pub mod guide;
mod judged;
mod picture;
mod screen;
mod snippet;
#[cfg(test)]
mod tests;
mod tree;
mod window;
mod wrap;

use closing::clean_line;
use counts::document_line;
use finding::finding_block;
pub use format::Terminal;
pub use screen::{Extent, INDENT, Screen, plain, shown};
use thethuc_core::checker::{Checked, JudgedBy};
use thethuc_core::finding::{Decision, Words};
use thethuc_core::report::position::Positions;
use thethuc_core::report::{Names, Outcome, Reported, Tally, wording};
use thethuc_core::rulebook::vocabulary::Language;
pub use tree::draw as tree;
use unicode_width::UnicodeWidthStr;
pub use wrap::wrap;

/// The report on one input, each line closed by `\n`. A draft that was judged and has no findings is one
/// line, or nothing where the screen is quiet; where only the sums are wanted, each input is nothing.
///
/// `names` gives the titles of regimes and instruments, so that this room need not know the rule
/// book.
fn document(reported: &Reported<'_>, names: &dyn Names, screen: Screen) -> String {
    match reported.outcome {
        _ if screen.extent == Extent::Summary => String::new(),
        Outcome::Unreadable(reason) => unreadable(reported.path, reason, screen),
        Outcome::Checked { checked, .. } if screen.extent != Extent::Full && is_clean(checked) => {
            match screen.extent {
                Extent::Quiet => String::new(),
                _ => clean_line(reported.path, checked, screen),
            }
        }
        Outcome::Checked { checked, source } => {
            checked_document(reported.path, checked, source, names, screen)
        }
    }
}

fn is_clean(checked: &Checked) -> bool {
    let is_read = checked.draft.unread().next().is_none();
    let is_known = checked.judged_by == JudgedBy::Regime && !checked.reach.is_exceeded;
    let says_more = !checked.triaged.gone.is_empty() || !checked.triaged.notices.is_empty();
    checked.findings.is_empty() && is_known && is_read && !says_more
}

/// The office packs whose rules and data were applied; nothing where there are none.
pub fn packs(names: &dyn Names, screen: Screen) -> String {
    let lead = screen.say("Gói quy tắc, dữ liệu: ", "Pack of rules and data: ");
    let line = |mark| screen.block(lead, &plain(&wording::pack(mark, screen.language)));
    names.packs().into_iter().map(line).collect()
}

/// Most files that [`replacing`] names; whoever works on the rule book itself replaces all of it.
const REPLACING: usize = 5;

/// Which files of the rule book those of an own folder replace; nothing where there are none.
pub fn replacing(paths: &[&str], screen: Screen) -> String {
    if paths.is_empty() {
        return String::new();
    }
    let mut list = paths.iter().take(REPLACING).map(|path| plain(path)).collect::<Vec<_>>().join(", ");
    if let Some(more) = paths.len().checked_sub(REPLACING).filter(|more| *more > 0) {
        list.extend([match screen.language {
            Language::Vi => format!(" và {more} tệp khác"),
            Language::En => format!(" and {more} more"),
        }]);
    }
    screen.block(screen.say("Tệp riêng thay tệp gốc: ", "Own files in the place of built-in ones: "), &list)
}

/// The report on a file that could not be read: its path and the reason, never silence.
fn unreadable(path: &str, reason: &Words, screen: Screen) -> String {
    let lead = screen.say("KHÔNG ĐỌC ĐƯỢC: ", "CANNOT BE READ: ");
    format!("{}{}\n", header(path, screen), screen.block(lead, reason.in_language(screen.language)))
}

/// The path over a line as wide as the report.
fn header(path: &str, screen: Screen) -> String {
    let path = plain(path);
    let rest = screen.columns().saturating_sub(path.width() + 4).max(3);
    format!("{} {} {}\n", screen.dim("──"), screen.bold(&path), screen.dim(&"─".repeat(rest)))
}

/// The report on a draft that was read: what it was judged by, its findings in order, the counts.
/// `source` is the file as it lies on the disk, which lines and columns are counted in.
fn checked_document(
    path: &str,
    checked: &Checked,
    source: &[u8],
    names: &dyn Names,
    screen: Screen,
) -> String {
    let mut text = header(path, screen);
    if let Some(mark) = &checked.document.facts.secrecy {
        let words = wording::secrecy(mark, checked.judged.withholds);
        text.push_str(&screen.block("", words.in_language(screen.language)));
    }
    if screen.extent != Extent::Quiet || checked.judged_by != JudgedBy::Regime || checked.reach.is_exceeded {
        text.push_str(&judged_by(checked, names, screen));
    }
    text.push_str(&aside::configurations(checked, screen));
    text.push('\n');
    let positions = Positions::new(&checked.draft, source);
    for finding in checked.findings.iter().filter(|own| own.decision == Decision::Open) {
        text.push_str(&finding_block(path, finding, checked, &positions, names, screen));
        text.push('\n');
    }
    let beside = aside::aside(checked, screen);
    if screen.extent != Extent::Quiet && !beside.is_empty() {
        text.extend([beside.as_str(), "\n"]);
    }
    if screen.extent != Extent::Quiet {
        let tally = Tally::of(Outcome::Checked { checked, source });
        let line = document_line(&tally, checked, screen);
        if !line.is_empty() {
            text.push_str(&wrap(&line, &" ".repeat(INDENT), INDENT, screen.columns()));
            text.push('\n');
        }
    }
    text
}

/// By what law, day and stage the draft was judged; unmissable where it was not.
fn judged_by(checked: &Checked, names: &dyn Names, screen: Screen) -> String {
    let (line, is_calm) = judged::basis(checked, names, screen);
    let rows = wrap(&line, &" ".repeat(INDENT), INDENT, screen.columns());
    let painted = |row: &str| if is_calm { screen.dim(row) } else { screen.bold(row) };
    rows.lines().flat_map(|row| [painted(row), "\n".to_owned()]).collect()
}
