//! The words of the reports in both languages.

use crate::document::{Class, Level, OrganKind, PartKind, Stage, Step};
use crate::draft::{Draft, PictureKind};
use crate::finding::{Evidence, Finding, Severity, Statement, Words};
use crate::rulebook::PackMark;
use crate::rulebook::vocabulary::Language;
use crate::text::Date;

/// What people are to do: `PHẢI SỬA`, `CẦN XEM LẠI`, `LƯU Ý`.
pub fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => language.pick("PHẢI SỬA", "MUST FIX"),
        Severity::Warning => language.pick("CẦN XEM LẠI", "PLEASE REVIEW"),
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

/// An office pack: `“Gói tỉnh” của Sở Nội vụ, ngày 29/11/2026, mã 1f3a…`, with the whole digest, by which people
/// compare it.
pub fn pack(mark: &PackMark, language: Language) -> String {
    let PackMark { name, issuer, digest, .. } = mark;
    let day = date(mark.day, language);
    match language {
        Language::Vi => format!("“{name}” của {issuer}, ngày {day}, mã SHA-256 {digest}"),
        Language::En => format!("“{name}” by {issuer}, {day}, SHA-256 {digest}"),
    }
}

/// What somebody said of a finding, with who and when: `tên riêng (Nguyễn Văn An, 02/3/2026)`.
pub fn said(own: &Statement, language: Language) -> String {
    let reason = own.reason.as_deref().unwrap_or_default();
    let by: Vec<String> = own.who.iter().cloned().chain(own.day.map(|day| date(day, language))).collect();
    if by.is_empty() { reason.to_owned() } else { format!("{reason} ({})", by.join(", ")) }
}

/// Most words that a paragraph is told by.
const FIRST_WORDS: usize = 7;

/// Where a finding is, in words that one can search for: a paragraph that has no name of its own is told
/// by its first words, for nobody counts paragraphs.
pub fn place(finding: &Finding, draft: &Draft, language: Language) -> String {
    let place = finding.place.in_language(language);
    let (Some(Step::Paragraph(number)), Some(paragraph)) =
        (finding.address.steps().last(), draft.paragraph_at(finding.span.start))
    else {
        return place.to_owned();
    };
    let words = draft.paragraphs.get(paragraph).map_or("", |own| own.span.of(&draft.text));
    let mut words = words.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(FIRST_WORDS).collect();
    if first.is_empty() {
        return place.to_owned();
    }
    let more = if words.next().is_some() { " …" } else { "" };
    let told = format!("{} “{}{more}”", language.pick("Đoạn", "Paragraph"), first.join(" "));
    place.replace(&format!("{} {number}", language.pick("Đoạn", "Paragraph")), &told)
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

/// `; 158 yêu cầu khác không xét, theo lựa chọn`, to be put behind how much was checked; nothing where nothing
/// was left out.
pub fn left_out_by_choice(unwanted: usize, language: Language) -> Option<String> {
    (unwanted > 0).then(|| match language {
        Language::Vi => {
            format!("; {unwanted} yêu cầu khác không xét, theo lựa chọn")
        }
        Language::En => {
            let others = counted(unwanted, "", ["other was", "others were"], language);
            format!("; {others} left out by choice")
        }
    })
}

/// How many tracked changes wait for a decision; nothing where none does.
pub fn pending_changes(pending: usize, language: Language) -> Option<String> {
    let vi = || format!("Tệp có {pending} chỗ sửa chờ duyệt: đã kiểm tra như khi chấp nhận hết.");
    let en = || {
        let changes = counted(pending, "", ["pending change", "pending changes"], Language::En);
        format!("The file has {changes}: it was checked as if all were accepted.")
    };
    (pending > 0).then(|| if language == Language::Vi { vi() } else { en() })
}

/// Said of a finding that would not be there, or would read otherwise, were a change rejected.
pub fn pending_here(language: Language) -> &'static str {
    language.pick(
        "Chỗ này có sửa đổi chờ duyệt; nếu từ chối sửa đổi thì kết quả có thể khác.",
        "A pending change stands here; without it the result may differ.",
    )
}

/// Most places that [`unread`] names one by one.
const UNREAD_NAMED: usize = 5;

/// How many findings of which rules were there before and are there no more; nothing where there are none.
pub fn repaired<'a>(gone: impl IntoIterator<Item = (&'a str, usize)>, language: Language) -> Option<String> {
    let (mut rules, mut number) = (std::collections::BTreeSet::new(), 0);
    for (rule, count) in gone {
        rules.insert(rule);
        number += count;
    }
    let rules: Vec<&str> = rules.into_iter().collect();
    let counted = counted(number, "phát hiện", ["finding", "findings"], language);
    (number > 0).then(|| format!("{counted} ({})", rules.join(", ")))
}

/// What could not be read, and so not checked: pictures of pages, embedded things; each with its page
/// where that is known.
pub fn unread(draft: &Draft, language: Language) -> Option<String> {
    let all = draft.unread().count();
    if all == 0 {
        return None;
    }
    let named = draft.unread().take(UNREAD_NAMED).map(|own| {
        let what = match own.kind {
            PictureKind::Picture => language.pick("ảnh chiếm cả trang", "a picture that fills a page"),
            PictureKind::Object => language.pick("đối tượng nhúng", "an embedded object"),
            PictureKind::Import => language.pick("tệp được chèn vào", "a file that is taken in"),
        };
        match draft.page_at(own.at) {
            Some(page) => format!("{what} ({} {page})", language.pick("trang", "page")),
            None => what.to_owned(),
        }
    });
    let mut named: Vec<String> = named.collect();
    if all > UNREAD_NAMED {
        named.push("…".to_owned());
    }
    let named = named.join(", ");
    Some(match language {
        Language::Vi => format!("Có nội dung không đọc được nên chưa kiểm tra: {named}; xin tự xem."),
        Language::En => {
            format!("Some content cannot be read and was not checked: {named}; please look at it yourself.")
        }
    })
}

/// A share in a hundred with one decimal; a dash where there is nothing to share.
pub fn percent(share: Option<f64>, language: Language) -> String {
    let Some(share) = share else { return "–".to_owned() };
    // A share is rounded down: 99.96 % is not all of it.
    let text = format!("{:.1} %", (share * 10.0).floor() / 10.0);
    if language == Language::Vi { text.replace('.', ",") } else { text }
}

/// What is said before anything else of a draft with a mark of secrecy.
pub fn secrecy(mark: &str, withholds: bool) -> Words {
    let rest = if withholds {
        (
            "; kết quả không trích lời văn của dự thảo, muốn trích thì dùng --quote-secret.",
            "; this report repeats none of its words, and does so only with --quote-secret.",
        )
    } else {
        ("; kết quả có trích lời văn của dự thảo.", "; this report repeats words of it.")
    };
    Words {
        vi: format!(
            "Dự thảo có dấu chỉ độ mật “{mark}”: chỉ soạn thảo, kiểm tra, lưu giữ trên máy được phép theo quy định về bảo vệ bí mật nhà nước{}",
            rest.0
        ),
        en: format!(
            "The draft bears the mark of secrecy “{mark}”: write, check and keep it only on machines that the rules on state secrets allow{}",
            rest.1
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pending_changes_are_said_in_one_sentence() {
        let say = |pending| pending_changes(pending, Language::Vi);
        assert_eq!(say(4).as_deref(), Some("Tệp có 4 chỗ sửa chờ duyệt: đã kiểm tra như khi chấp nhận hết."));
        assert_eq!(say(0), None);
        let one = pending_changes(1, Language::En).expect("one");
        assert!(one.starts_with("The file has 1 pending change:"), "{one}");
    }

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
