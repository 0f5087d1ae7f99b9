//! The report for people.

mod counts;
pub mod fault;
mod finding;
#[cfg(test)]
mod fixture;
pub mod guide;
mod picture;
mod screen;
mod snippet;
#[cfg(test)]
mod tests;
mod tree;
mod window;
mod wrap;

use counts::document_line;
pub use counts::summary;
use finding::finding_block;
pub use screen::Screen;
pub use screen::{INDENT, plain};
use thethuc_core::checker::{Checked, Judged};
use thethuc_core::finding::Words;
use thethuc_core::report::position::Positions;
use thethuc_core::report::{Names, Outcome, Reported, Tally, wording};
use thethuc_core::rulebook::vocabulary::Language;
pub use tree::draw as tree;
use unicode_width::UnicodeWidthStr;
pub use wrap::wrap;

/// The report on one input, each line closed by `\n`. Empty for a draft without findings when the
/// screen is quiet.
///
/// `names` gives the titles of regimes and instruments, so that this room need not know the rule
/// book.
pub fn document(reported: &Reported<'_>, names: &dyn Names, screen: Screen) -> String {
    match reported.outcome {
        Outcome::Unreadable(reason) => unreadable(reported.path, reason, screen),
        Outcome::Checked { checked, .. } if screen.quiet && checked.findings.is_empty() => String::new(),
        Outcome::Checked { checked, source } => {
            checked_document(reported.path, checked, source, names, screen)
        }
    }
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
    if !screen.quiet {
        text.push_str(&judged_by(&checked.judged, names, screen));
    }
    text.push('\n');
    let positions = Positions::new(&checked.draft, source);
    for finding in &checked.findings {
        text.push_str(&finding_block(path, finding, checked, &positions, names, screen));
        text.push('\n');
    }
    if !screen.quiet {
        let tally = Tally::of(Outcome::Checked { checked, source });
        let line = document_line(&tally, screen);
        if !line.is_empty() {
            text.push_str(&wrap(&line, &" ".repeat(INDENT), INDENT, screen.columns()));
            text.push('\n');
        }
    }
    text
}

/// By what law, day and stage the draft was judged; plainly so when there is none. Dim where all is
/// in order, for who reads one draft after another looks for the exceptions.
fn judged_by(judged: &Judged, names: &dyn Names, screen: Screen) -> String {
    let language = screen.language;
    let day = wording::date(judged.day, language);
    let stage = wording::stage(judged.stage, language);
    let (line, is_calm) = match (judged.class, &judged.regime) {
        (None, _) => (of_unknown_class(&day, stage, language), false),
        (Some(class), None) => (without_law(wording::class(class, language), &day, language), false),
        (Some(class), Some(regime)) => {
            let title = names.regime(regime).map(|title| title.in_language(language).to_owned());
            let regime = title.unwrap_or_else(|| format!("{}, {regime}", wording::class(class, language)));
            let line = match language {
                Language::Vi => format!("Kiểm tra theo: {regime}; ngày {day}; {stage}."),
                Language::En => format!("Judged by: {regime}; {day}; {stage}."),
            };
            (line, true)
        }
    };
    let rows = wrap(&line, &" ".repeat(INDENT), INDENT, screen.columns());
    if is_calm { rows.lines().flat_map(|row| [screen.dim(row), "\n".to_owned()]).collect() } else { rows }
}

/// Says that only rules common to both classes were applied, and with which option to have the
/// others.
fn of_unknown_class(day: &str, stage: &str, language: Language) -> String {
    match language {
        Language::Vi => format!(
            "Kiểm tra theo: các quy tắc chung; ngày {day}; {stage}. Không xác định được đây là văn bản quy \
             phạm pháp luật hay văn bản hành chính; hãy ghi rõ bằng --class normative hoặc --class \
             administrative để áp dụng đủ quy tắc."
        ),
        Language::En => format!(
            "Judged by: common rules only; {day}; {stage}. It could not be told whether this is a normative \
             or an administrative document; say which with --class normative or --class administrative to \
             apply all rules."
        ),
    }
}

/// Says that no law of the rule book governs that class on that day, and how to choose another day.
fn without_law(class: &str, day: &str, language: Language) -> String {
    match language {
        Language::Vi => format!(
            "Bộ quy tắc không có quy định cho {class} vào ngày {day} nên không áp dụng quy tắc nào. Có thể \
             chọn ngày khác bằng --as-of."
        ),
        Language::En => format!(
            "The rule book has no law for the class “{class}” on {day}, so no rule was applied. Another day \
             can be chosen with --as-of."
        ),
    }
}
