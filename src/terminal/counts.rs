//! The closing lines: how much was found, and what was not looked at.
//!
//! A reader who skips to the end must learn both: a count without what was left out would read as
//! clean.

use super::judged::{counted as judged_words, coverage_words};
use super::screen::Screen;
use super::wrap::wrap;
use thethuc_core::checker::Checked;
use thethuc_core::finding::Severity;
use thethuc_core::report::Tally;
use thethuc_core::report::wording::counted;
use thethuc_core::rulebook::vocabulary::Language;

/// `2 lỗi, 1 cảnh báo.` for one draft, and how many requirements were judged. That nothing was found is
/// only said of a draft that was judged by the law of its class.
pub fn document_line(tally: &Tally, checked: &Checked, language: Language) -> String {
    let found = (tally.judged() > 0 || tally.findings() > 0)
        .then(|| format!("{}.", capitalized(&found_words(tally, language))));
    let sentences: Vec<_> = found.into_iter().chain(coverage_words(checked, language)).collect();
    sentences.join(" ")
}

/// `2 lỗi, 1 cảnh báo`, the gravest first and only what there is; says so where nothing was found.
fn found_words(tally: &Tally, language: Language) -> String {
    let found = [
        (tally.errors, "lỗi", ["error", "errors"]),
        (tally.warnings, "cảnh báo", ["warning", "warnings"]),
        (tally.notes, "lưu ý", ["note", "notes"]),
    ];
    let found = found.into_iter().filter(|(number, ..)| *number > 0);
    let found: Vec<_> = found.map(|(number, vi, en)| counted(number, vi, en, language)).collect();
    if found.is_empty() {
        return language.pick("không phát hiện vấn đề nào", "nothing was found").to_owned();
    }
    found.join(", ")
}

/// The sentence with a capital at its head.
fn capitalized(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The closing lines over all inputs, painted in the colour of the gravest finding; nothing for a
/// single draft, whose own report says it all.
pub fn summary(tally: &Tally, screen: Screen) -> String {
    let passed_over = tally.not_drafts + tally.other_documents;
    if tally.documents == 1 && tally.unreadable == 0 && passed_over == 0 {
        return String::new();
    }
    let rows = wrap(&summary_words(tally, screen.language), "", 0, screen.columns());
    let grave =
        [(tally.errors, Severity::Error), (tally.warnings, Severity::Warning), (tally.notes, Severity::Note)];
    let gravest = grave.into_iter().find(|(number, _)| *number > 0).map(|(_, severity)| severity);
    let painted =
        |row: &str| gravest.map_or_else(|| screen.bold(row), |severity| screen.severity(row, severity));
    rows.lines().map(|row| painted(row) + "\n").collect()
}

/// All sentences of the closing lines. What was not judged, not read or passed over has one each,
/// so that a folder never reads as clean because of files that nobody looked at.
fn summary_words(tally: &Tally, language: Language) -> String {
    let mut sentences = vec![all_words(tally, language)];
    if tally.skipped_checks > 0 {
        let evaluated = tally.applicable.saturating_sub(tally.skipped_checks);
        sentences.push(judged_words(evaluated, tally.applicable, language) + ".");
    }
    let not_judged = tally.unjudged + tally.common_only;
    if not_judged > 0 {
        let files = counted(not_judged, "tệp", ["file was", "files were"], language);
        let what = language.pick(
            "chưa kiểm tra được (không có nghĩa là không có lỗi)",
            "not checked (which does not mean that nothing is wrong)",
        );
        sentences.push(format!("{files} {what}."));
    }
    if tally.unreadable > 0 {
        let files = counted(tally.unreadable, "tệp", ["file", "files"], language);
        sentences.push(format!("{files} {}.", language.pick("không đọc được", "could not be read")));
    }
    if tally.not_drafts > 0 {
        let en = ["file that is no draft was", "files that are no drafts were"];
        let files = counted(tally.not_drafts, "tệp không phải dự thảo", en, language);
        sentences.push(format!("{files} {}.", language.pick("được bỏ qua", "passed over")));
    }
    if tally.other_documents > 0 {
        sentences.push(other_documents(tally.other_documents, language));
    }
    sentences.join(" ")
}

/// `Tổng cộng 3 tệp: 2 lỗi.`; without the findings where no file was judged, for there is nothing
/// to count.
fn all_words(tally: &Tally, language: Language) -> String {
    if tally.documents == 0 {
        let vi = "Không tìm thấy dự thảo nào (.docx, .md, .txt) để kiểm tra.";
        return language.pick(vi, "No draft (.docx, .md, .txt) was found to check.").to_owned();
    }
    let files = counted(tally.documents, "tệp", ["file", "files"], language);
    let files = match language {
        Language::Vi => format!("Tổng cộng {files}"),
        Language::En => format!("{files} in all"),
    };
    if tally.judged() == 0 && tally.findings() == 0 {
        return format!("{files}.");
    }
    format!("{files}: {}.", found_words(tally, language))
}

/// Names the kinds of files that people keep drafts in and that cannot be read, and what to do
/// about them.
fn other_documents(number: usize, language: Language) -> String {
    match language {
        Language::Vi => {
            format!(
                "{number} tệp .doc, .pdf, .xlsx hoặc loại khác chưa được kiểm tra; hãy lưu dự thảo thành .docx."
            )
        }
        Language::En => {
            let were = counted(
                number,
                "",
                [".doc, .pdf, .xlsx or other file was", ".doc, .pdf, .xlsx or other files were"],
                language,
            );
            format!("{were} not checked; save as .docx.")
        }
    }
}
