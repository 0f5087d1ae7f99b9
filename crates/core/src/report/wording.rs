//! The words of the reports in both languages.

use crate::document::{Class, Level, OrganKind, PartKind, Stage};
use crate::finding::{Evidence, Severity};
use crate::rulebook::vocabulary::Language;
use crate::text::Date;

/// `LỖI`, `CẢNH BÁO`, `LƯU Ý`.
pub fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => language.pick("LỖI", "ERROR"),
        Severity::Warning => language.pick("CẢNH BÁO", "WARNING"),
        Severity::Note => language.pick("LƯU Ý", "NOTE"),
    }
}

/// The class in the middle of a sentence.
pub fn class(class: Class, language: Language) -> &'static str {
    match class {
        Class::Normative => language.pick("văn bản quy phạm pháp luật", "normative document"),
        Class::Administrative => language.pick("văn bản hành chính", "administrative document"),
    }
}

/// The stage in the middle of a sentence.
pub fn stage(stage: Stage, language: Language) -> &'static str {
    match stage {
        Stage::Draft => language.pick("giai đoạn soạn thảo", "being drafted"),
        Stage::Review => language.pick("giai đoạn thẩm định", "under review"),
        Stage::Issue => language.pick("giai đoạn ban hành", "about to be issued"),
    }
}

/// What is said of a provision whose own text was not seen; nothing for one that was.
pub fn evidence(evidence: Evidence, language: Language) -> Option<&'static str> {
    match evidence {
        Evidence::Primary => None,
        Evidence::Secondary => {
            Some(language.pick("nội dung chưa đối chiếu với bản gốc", "text not compared with the original"))
        }
        Evidence::Practice => Some(language.pick("theo thông lệ", "observed practice")),
        Evidence::Memory => Some(language.pick("nội dung chưa có nguồn đối chiếu", "source not yet seen")),
    }
}

/// The kind of an organ.
pub fn organ_kind(kind: OrganKind, language: Language) -> &'static str {
    match kind {
        OrganKind::PeoplesCouncil => language.pick("Hội đồng nhân dân", "People's Council"),
        OrganKind::PeoplesCommittee => language.pick("Ủy ban nhân dân", "People's Committee"),
        OrganKind::Chair => language.pick("Chủ tịch Ủy ban nhân dân", "chair of the People's Committee"),
        OrganKind::StandingCommittee => {
            language.pick("Thường trực Hội đồng nhân dân", "standing committee of the People's Council")
        }
        OrganKind::Department => language.pick("cơ quan chuyên môn", "department"),
        OrganKind::Other => language.pick("cơ quan khác", "other organ"),
    }
}

/// The level of an organ.
pub fn level(level: Level, language: Language) -> &'static str {
    match level {
        Level::Province => language.pick("cấp tỉnh", "province"),
        Level::District => language.pick("cấp huyện", "district"),
        Level::Commune => language.pick("cấp xã", "commune"),
        Level::SpecialZone => language.pick("đặc khu", "special zone"),
        Level::Central => language.pick("trung ương", "central"),
        Level::Other => language.pick("không rõ cấp", "level unknown"),
    }
}

/// The kind of a part.
pub fn part(kind: PartKind, language: Language) -> &'static str {
    match kind {
        PartKind::Act => language.pick("Văn bản chính", "Act"),
        PartKind::Attached => language.pick("Văn bản kèm theo", "Attached regulation"),
        PartKind::Appendix => language.pick("Phụ lục", "Appendix"),
    }
}

/// A day as the law writes it: `02/3/2026`; `2026-03-02` in English.
pub fn date(date: Date, language: Language) -> String {
    match language {
        Language::Vi => date.vietnamese(),
        Language::En => date.to_string(),
    }
}

/// `1 error`, `2 errors`, `2 lỗi`: a number with its noun, in the plural where the language has one.
pub fn counted(number: usize, vi: &str, en: [&str; 2], language: Language) -> String {
    match language {
        Language::Vi => format!("{number} {vi}"),
        Language::En => format!("{number} {}", if number == 1 { en[0] } else { en[1] }),
    }
}

/// Words that begin to say what an instrument is about; what stands before them is its kind.
const ABOUT: [[&str; 2]; 4] =
    [[" về ", " on "], [" quy định", " detailing"], [" sửa đổi", " amending"], [" hướng dẫn", " guiding"]];

/// An instrument as the law cites it: `Nghị định số 30/2020/NĐ-CP` for the “Nghị định về công tác văn
/// thư”, `Luật Thủ đô số 39/2024/QH15` for a title that is a name.
pub fn instrument(title: &str, number: &str, language: Language) -> String {
    let is_number = number.chars().any(|letter| letter.is_ascii_digit());
    if !is_number || title.contains(number) {
        return title.to_owned();
    }
    let about = ABOUT.iter().filter_map(|[vi, en]| title.find(language.pick(vi, en))).min();
    match about {
        Some(end) => format!("{}{} {number}", &title[..end], language.pick(" số", "")),
        None => format!("{title} {} {number}", language.pick("số", "No.")),
    }
}

/// A share in a hundred with one decimal; a dash where there is nothing to share.
pub fn percent(share: Option<f64>, language: Language) -> String {
    let Some(share) = share else { return "–".to_owned() };
    // A share is rounded down: 99.96 % is not all of it.
    let text = format!("{:.1} %", (share * 10.0).floor() / 10.0);
    if language == Language::Vi { text.replace('.', ",") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instruments_are_cited_by_kind_and_number() {
        let cited = |title, number| instrument(title, number, Language::Vi);
        assert_eq!(cited("Nghị định về công tác văn thư", "30/2020/NĐ-CP"), "Nghị định số 30/2020/NĐ-CP");
        assert_eq!(
            cited("Nghị định sửa đổi Nghị định quy định chi tiết", "1/2020/NĐ-CP"),
            "Nghị định số 1/2020/NĐ-CP"
        );
        assert_eq!(cited("Luật Thủ đô", "39/2024/QH15"), "Luật Thủ đô số 39/2024/QH15");
        assert_eq!(cited("Nghị định 30/2020/NĐ-CP", "30/2020/NĐ-CP"), "Nghị định 30/2020/NĐ-CP");
        assert_eq!(cited("Thông lệ soạn thảo", "Thông lệ"), "Thông lệ soạn thảo");
        assert_eq!(
            instrument("Decree on clerical work", "30/2020/NĐ-CP", Language::En),
            "Decree 30/2020/NĐ-CP"
        );
    }
}
