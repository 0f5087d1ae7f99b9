//! What is said of a whole draft, before anything is shown of it.

use crate::say::both_if;
use thethuc_core::checker::{Checked, JudgedBy};
use thethuc_core::document::{Facts, Outside};
use thethuc_core::finding::Words;
use thethuc_core::report::{Names, Tally, data_day, wording};
use thethuc_core::rulebook::vocabulary::Language;

/// By what law, of which day and stage, with data of which day.
pub fn law(checked: &Checked, names: &dyn Names, language: Language) -> Option<String> {
    let judged = &checked.judged;
    if checked.judged_by != JudgedBy::Regime {
        return None;
    }
    let id = judged.regime.as_deref().unwrap_or_default();
    let title =
        names.regime(id).map_or_else(|| id.to_owned(), |title| title.in_language(language).to_owned());
    let day = wording::date(judged.day, language);
    let stage = wording::stage(judged.stage, language);
    let is_written = checked.document.facts.date.whole() == Some(judged.day);
    let until = checked.reach.data_until.filter(|_| !checked.reach.is_exceeded);
    let until = until.map_or_else(String::new, |day| format!("; {}", data_day::until(day, language)));
    Some(match language {
        Language::Vi => {
            let written = if is_written { " ghi trong dự thảo" } else { "" };
            format!("Kiểm tra theo: {title}; ngày {day}{written}; {stage}{until}.")
        }
        Language::En => {
            let written = if is_written { ", the date of the draft" } else { "" };
            format!("Judged by: {title}; {day}{written}; {stage}{until}.")
        }
    })
}

/// How many things are to be done, gravest first; what was set aside is counted apart.
pub fn result(tally: &Tally, language: Language) -> String {
    let aside = &tally.set_aside;
    let left = [
        (
            tally.errors - aside.errors,
            "nội dung phải sửa trước khi trình ký",
            "to be corrected before signing",
        ),
        (tally.warnings - aside.warnings, "nội dung cần xem lại", "to look at again"),
        (tally.notes - aside.notes, "lưu ý", "to note"),
    ];
    let said: Vec<String> = left
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, vi, en)| format!("{number} {}", language.pick(vi, en)))
        .collect();
    if said.is_empty() {
        return language
            .pick(
                "Trong phạm vi đã kiểm tra, máy không thấy điểm nào còn phải sửa hoặc cần xem lại.",
                "Within what was checked, nothing was found that is still to be corrected or looked at.",
            )
            .to_owned();
    }
    format!("{} {}.", language.pick("Có", "There are findings:"), said.join("; "))
}

/// How many findings were set aside; nothing where none was.
pub fn set_aside(tally: &Tally, language: Language) -> Option<String> {
    let number = tally.set_aside.findings();
    (number > 0).then(|| match language {
        Language::Vi => format!("Ngoài ra có {number} nhận xét đã được quyết định giữ nguyên, cho là máy nhận xét sai, hoặc đã biết từ lần trước: vẫn ghi bên dưới kèm lý do."),
        Language::En => format!("Besides, {number} were kept, called wrong or known before: they are shown below with the reason."),
    })
}

/// How much of what was found before is there no more; nothing where that is nothing.
pub fn repaired(tally: &Tally, language: Language) -> Option<String> {
    let gone = tally.repaired.iter().map(|(rule, count)| (rule.as_str(), *count));
    let words = wording::repaired(gone, language)?;
    Some(format!("{}: {words}.", language.pick("Đã khắc phục", "Repaired")))
}

/// Why a draft was judged by nothing, or by what all classes share only, and what to do.
pub fn not_judged(checked: &Checked, language: Language) -> Option<String> {
    let judged = &checked.judged;
    match checked.judged_by {
        JudgedBy::Regime => None,
        _ if checked.draft.text.trim().is_empty() => Some(pick(
            language,
            "Trong tệp không có chữ nào, thường do bản chụp, trang là ảnh. Hãy dùng tệp Word gốc.",
            "The file holds no words: a scan, or pages that are pictures. Use the original Word file.",
        )),
        JudgedBy::Common => Some(unknown_class(&checked.document.facts, language)),
        JudgedBy::None if judged.outside == Some(Outside::Party) => Some(pick(
            language,
            "Đây là văn bản của Đảng, theo quy định của Đảng về thể thức; bộ quy tắc này không áp dụng.",
            "This is a paper of the Party, which has rules of its own; those here are not for it.",
        )),
        JudgedBy::None => {
            let day = wording::date(judged.day, language);
            Some(match language {
                Language::Vi => format!("Không quy tắc nào được áp dụng cho văn bản này vào ngày {day}."),
                Language::En => format!("No rule was applied to this document on {day}."),
            })
        }
    }
}

fn pick(language: Language, vi: &str, en: &str) -> String {
    language.pick(vi, en).to_owned()
}

fn unknown_class(facts: &Facts, language: Language) -> String {
    let marks = [
        (facts.organ.is_none(), "tên cơ quan", "name of the organ"),
        (facts.symbol.is_none(), "số, ký hiệu", "number and symbol"),
        (facts.form.is_none(), "tên loại", "form"),
    ];
    let unseen: Vec<_> =
        marks.into_iter().filter(|own| own.0).map(|(_, vi, en)| language.pick(vi, en)).collect();
    let unseen = match language {
        _ if unseen.is_empty() => String::new(),
        Language::Vi => format!("Không đọc thấy: {}. ", unseen.join(", ")),
        Language::En => format!("Not seen: {}. ", unseen.join(", ")),
    };
    unseen
        + language.pick(
            "Chưa rõ đây là văn bản quy phạm pháp luật hay văn bản hành chính nên mới áp dụng các quy tắc chung. Thường do bản chụp, phần đầu là ảnh, hoặc tệp chỉ có phụ lục. Hãy dùng tệp Word gốc, hoặc cho biết loại văn bản rồi kiểm tra lại.",
            "It could not be told whether this is a normative or an administrative document, so only the common rules were applied. Often the file is a scan, its header a picture, or it holds nothing but an appendix. Use the original Word file, or say which it is, and check again.",
        )
}

/// How many of the requirements were judged.
pub fn coverage(checked: &Checked, language: Language) -> Option<String> {
    let own = &checked.coverage;
    let (all, done) = (own.applicable, own.evaluated);
    let left = all - done;
    let chosen = wording::left_out_by_choice(own.unwanted, language).unwrap_or_default();
    (all > 0).then(|| match language {
        Language::Vi if left == 0 => format!("Đã kiểm tra {done} trên {all} yêu cầu áp dụng{chosen}."),
        Language::Vi => {
            format!("Đã kiểm tra {done} trên {all} yêu cầu áp dụng{chosen}; {left} chưa kiểm tra được vì:")
        }
        Language::En if left == 0 => format!("Checked {done} of {all} requirements that apply{chosen}."),
        Language::En => {
            format!("Checked {done} of {all} requirements that apply{chosen}; {left} could not be checked:")
        }
    })
}

/// What else is to be known: pending changes, comments in the file, what nobody could read, a draft younger
/// than the data.
pub fn remarks(checked: &Checked) -> Vec<Words> {
    let comments = checked.draft.beside.comments.len();
    let comments = (comments > 0).then(|| Words {
        vi: format!("Trong tệp có {comments} nhận xét của người khác."),
        en: format!("The file holds comments of others: {comments}."),
    });
    let said = [
        both_if(|language| data_day::exceeded(checked, language)),
        both_if(|language| wording::unread(&checked.draft, language)),
        both_if(|language| wording::pending_changes(checked.draft.beside.pending(), language)),
        comments,
    ];
    said.into_iter().flatten().collect()
}
