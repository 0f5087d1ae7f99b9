//! How much was found, in sentences.

use super::aside::{left_out_words, set_aside_words};
use super::judged::coverage_words;
use super::screen::{Extent, Screen};
use thethuc_core::checker::Checked;
use thethuc_core::report::Tally;
use thethuc_core::report::data_day;
use thethuc_core::report::overview::Overview;
use thethuc_core::report::wording::{self, counted};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Date;

/// `Phải sửa: 2. Cần xem lại: 1.` for one draft; where all is told, also how far it was judged. That
/// nothing was found is only said of a draft that was judged by the law of its class.
pub fn document_line(tally: &Tally, checked: &Checked, screen: Screen) -> String {
    let language = screen.language;
    let words = || match tally.findings() {
        0 => nothing_words(checked, language),
        _ => found_words(tally, language),
    };
    let found = (tally.judged() > 0 || tally.findings() > 0).then(|| format!("{}.", capitalized(&words())));
    let tells_all = screen.extent == Extent::Full || tally.judged() == 0;
    let coverage = if tells_all { coverage_words(checked, language) } else { None };
    let of_data = data_words(tally, checked.reach.data_until, language);
    found
        .into_iter()
        .chain(of_data)
        .chain(coverage)
        .chain(beside(checked, language))
        .collect::<Vec<_>>()
        .join(" ")
}

/// What the file holds besides the text that was judged: changes that wait, content that nobody could read.
fn beside(checked: &Checked, language: Language) -> impl Iterator<Item = String> {
    let pending = wording::pending_changes(checked.draft.beside.pending(), language);
    pending.into_iter().chain(wording::unread(&checked.draft, language))
}

/// `Phải sửa: 2. Cần xem lại: 1`, the gravest first and only what there is; says so where nothing was
/// found.
pub fn found_words(tally: &Tally, language: Language) -> String {
    let found = tally.open().into_iter().filter(|(_, number)| *number > 0);
    let found = found.map(|(severity, number)| {
        let name = wording::severity(severity, language).to_lowercase();
        format!("{}: {number}", capitalized(&name))
    });
    let found: Vec<_> = found.chain(set_aside_words(tally.set_aside.findings(), language)).collect();
    if found.is_empty() {
        return language.pick("không phát hiện vấn đề nào", "nothing was found").to_owned();
    }
    found.join(". ")
}

/// That a draft has no findings; of one whose known findings are not shown only that it has no new ones.
pub fn nothing_words(checked: &Checked, language: Language) -> String {
    match checked.triaged.left_out {
        0 => found_words(&Tally::default(), language),
        _ => language.pick("không có phát hiện nào khác", "nothing else was found").to_owned(),
    }
}

/// Up to which day the data reach: that nothing was found never stands without it.
fn data_words(tally: &Tally, until: Option<Date>, language: Language) -> Option<String> {
    let says_nothing = tally.judged() > 0 && tally.findings() == 0;
    until.filter(|_| says_nothing).map(|day| data_day::sentence(day, language))
}

/// The sentence with a capital at its head.
pub fn capitalized(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// All sentences of the closing lines. What was not judged, not read or passed over has one each,
/// so that a folder never reads as clean because of files that nobody looked at.
pub fn summary_words(overview: &Overview, until: Option<Date>, language: Language) -> String {
    let tally = &overview.tally;
    let mut sentences = vec![all_words(overview, language)];
    sentences.extend(until.filter(|_| tally.judged() > 0).map(|day| data_day::sentence(day, language)));
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
    sentences.extend(left_out_words(overview.left_out, language));
    if tally.untouched > 0 {
        let drafts = counted(tally.untouched, "dự thảo không đổi", ["draft", "drafts"], language);
        let words = language.pick("không kiểm tra lại", "did not change and were not checked again");
        sentences.push(format!("{drafts} {words}."));
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

/// `Tổng cộng 3 tệp. Phải sửa: 2.`; without the findings where no file was judged, for there is nothing
/// to count.
fn all_words(overview: &Overview, language: Language) -> String {
    let tally = &overview.tally;
    if tally.documents == 0 && tally.untouched > 0 {
        return language.pick("Không có dự thảo nào thay đổi.", "No draft changed.").to_owned();
    }
    if tally.documents == 0 {
        let vi = "Không tìm thấy dự thảo nào (.docx, .md, .txt) để kiểm tra.";
        return language.pick(vi, "No draft (.docx, .md, .txt) was found to check.").to_owned();
    }
    let files = counted(tally.documents, "tệp", ["file", "files"], language);
    let mut words = match language {
        Language::Vi => format!("Tổng cộng {files}."),
        Language::En => format!("{files} in all."),
    };
    if tally.findings() > 0 {
        words.extend([" ", &found_words(tally, language), "."]);
    }
    if overview.clean > 0 {
        let files = counted(overview.clean, "tệp", ["file", "files"], language);
        words.extend([
            language.pick(" Không phát hiện vấn đề nào ở ", " Nothing was found in "),
            &files,
            ".",
        ]);
    }
    words
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
