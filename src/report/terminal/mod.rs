//! The report for people.

mod counts;
mod finding;
mod look;
mod picture;
mod snippet;
#[cfg(test)]
mod tests;
mod window;
mod wrap;

use super::position::Positions;
use super::{Names, Outcome, Reported, Tally, words};
use crate::check::{Checked, Judged};
use crate::finding::Words;
use crate::language::Language;
use counts::document_line;
pub use counts::summary;
use finding::finding_block;
pub use look::Look;
pub(super) use look::{INDENT, plain};
use unicode_width::UnicodeWidthStr;
pub(super) use wrap::wrap;

/// The report on one input. Empty for a draft without findings when the look is quiet.
pub fn document(reported: &Reported<'_>, names: &dyn Names, look: Look) -> String {
    match reported.outcome {
        Outcome::Unreadable(reason) => unreadable(reported.path, reason, look),
        Outcome::Checked { checked, .. } if look.quiet && checked.findings.is_empty() => String::new(),
        Outcome::Checked { checked, source } => checked_document(reported.path, checked, source, names, look),
    }
}

fn unreadable(path: &str, reason: &Words, look: Look) -> String {
    let lead = look.say("KHÔNG ĐỌC ĐƯỢC: ", "CANNOT BE READ: ");
    format!("{}{}\n", header(path, look), look.block(lead, reason.in_language(look.language)))
}

/// The path over a line as wide as the report.
fn header(path: &str, look: Look) -> String {
    let path = plain(path);
    let rest = look.columns().saturating_sub(path.width() + 4).max(3);
    format!("{} {} {}\n", look.dim("──"), look.bold(&path), look.dim(&"─".repeat(rest)))
}

fn checked_document(path: &str, checked: &Checked, source: &[u8], names: &dyn Names, look: Look) -> String {
    let mut text = header(path, look);
    if !look.quiet {
        text.push_str(&judged_by(&checked.judged, names, look));
    }
    text.push('\n');
    let positions = Positions::new(&checked.draft, source);
    for finding in &checked.findings {
        text.push_str(&finding_block(path, finding, checked, &positions, names, look));
        text.push('\n');
    }
    if !look.quiet {
        let tally = Tally::of(Outcome::Checked { checked, source });
        let line = document_line(&tally, look);
        if !line.is_empty() {
            text.push_str(&wrap(&line, &" ".repeat(INDENT), INDENT, look.columns()));
            text.push('\n');
        }
    }
    text
}

/// By what law, day and stage the draft was judged; plainly so when there is none.
fn judged_by(judged: &Judged, names: &dyn Names, look: Look) -> String {
    let language = look.language;
    let day = words::date(judged.day, language);
    let stage = words::stage(judged.stage, language);
    let (line, is_calm) = match (judged.class, &judged.regime) {
        (None, _) => (of_unknown_class(&day, stage, language), false),
        (Some(class), None) => (without_law(words::class(class, language), &day, language), false),
        (Some(class), Some(regime)) => {
            let title = names.regime(regime).map(|title| title.in_language(language).to_owned());
            let regime = title.unwrap_or_else(|| format!("{}, {regime}", words::class(class, language)));
            let line = match language {
                Language::Vi => format!("Kiểm tra theo: {regime}; ngày {day}; {stage}."),
                Language::En => format!("Judged by: {regime}; {day}; {stage}."),
            };
            (line, true)
        }
    };
    let rows = wrap(&line, &" ".repeat(INDENT), INDENT, look.columns());
    if is_calm { rows.lines().flat_map(|row| [look.dim(row), "\n".to_owned()]).collect() } else { rows }
}

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
