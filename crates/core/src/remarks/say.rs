//! The words of remarks.

use super::Manner;
use crate::checker::{Checked, JudgedBy};
use crate::finding::{Certainty, Decision, Finding, Place, Severity};
use crate::patch::Standing;
use crate::report::{citing, data_day, wording};
use crate::rulebook::vocabulary::Language;
use crate::text::vietnamese::{first_capital, squeeze};

/// Longest stretch of words that a remark repeats, in characters.
const SHOWN: usize = 120;

/// `Như nhận xét 3.`
pub fn as_remark(number: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("Như nhận xét {number}."),
        Language::En => format!("As in comment {number}."),
    }
}

/// What is said of a finding: how grave, what is wrong, what to write instead, by which clause.
/// `elsewhere` tells that the remark cannot stand on its words; `rest` are places without a remark.
pub fn finding(
    checked: &Checked,
    number: usize,
    finding: &Finding,
    elsewhere: bool,
    rest: &[&Place],
    manner: &Manner<'_>,
) -> Vec<String> {
    let language = manner.language;
    let level = wording::severity(finding.severity, language);
    let unsure = match finding.certainty {
        Certainty::Guessed => language.pick(" (máy chưa chắc)", " (the program is not certain)"),
        Certainty::Certain => "",
    };
    let message = finding.message.in_language(language);
    let mut lines = vec![format!("{number}. {level}{unsure}: {message}")];
    if elsewhere {
        let place = place_of(checked, finding, language);
        let words = if checked.judged.withholds { "" } else { finding.span.of(&checked.draft.text) };
        let words = squeeze(words);
        lines.push(if words.is_empty() {
            format!("{}{place}.", language.pick("Vị trí: ", "Where: "))
        } else {
            format!("{}{place}: “{}”.", language.pick("Vị trí: ", "Where: "), shorten(&words))
        });
    }
    if let Some(words) = rewritten(finding).filter(|_| !checked.judged.withholds) {
        lines.push(format!("{}“{}”.", language.pick("Sửa thành: ", "Write: "), shorten(&words)));
    } else if let Some(help) = &finding.help {
        lines.push(help.in_language(language).to_owned());
    }
    if !rest.is_empty() {
        lines.push(others(checked, rest, language));
    }
    if !finding.law.is_empty() {
        let law = citing::law(&finding.law, manner.names, language);
        lines.push(format!("{}{law}.", language.pick("Theo ", "By ")));
    }
    lines
}

/// The words that would be right, where the program can write them.
fn rewritten(finding: &Finding) -> Option<String> {
    finding.replacement().map(|own| squeeze(own.with)).filter(|words| !words.is_empty())
}

/// Where it is, in words that one can search for; of a draft whose words are withheld, by its structure alone.
fn place_of(checked: &Checked, finding: &Finding, language: Language) -> String {
    if checked.judged.withholds {
        return first_capital(finding.place.in_language(language));
    }
    first_capital(&wording::place(finding, &checked.draft, language))
}

/// How many places have no remark of their own, with the words of the first to search for.
fn others(checked: &Checked, rest: &[&Place], language: Language) -> String {
    let count = rest.len();
    let words = rest.iter().map(|place| squeeze(place.span.of(&checked.draft.text)));
    let words = words.into_iter().find(|own| !own.is_empty()).filter(|_| !checked.judged.withholds);
    match (words, language) {
        (Some(words), Language::Vi) => format!("Còn {count} chỗ nữa; tìm “{}”.", shorten(&words)),
        (Some(words), Language::En) => format!("{count} more places; search for “{}”.", shorten(&words)),
        (None, Language::Vi) => format!("Còn {count} chỗ nữa."),
        (None, Language::En) => format!("{count} more places."),
    }
}

/// Words cut at a blank.
fn shorten(words: &str) -> String {
    if words.chars().count() <= SHOWN {
        return words.to_owned();
    }
    let head: String = words.chars().take(SHOWN).collect();
    let cut = head.rfind(' ').map_or(head.as_str(), |at| &head[..at]);
    format!("{cut}…")
}

/// The remark that sums up: what it is, how much was found, by which law, what was not looked at, how to
/// disagree, and that this copy is for working.
pub fn summary(
    checked: &Checked,
    standing: &[Standing],
    manner: &Manner<'_>,
    left_out: usize,
) -> Vec<String> {
    let language = manner.language;
    let say = |vi: &str, en: &str| language.pick(vi, en).to_owned();
    let mut lines = vec![say(
        "KIỂM TRA THỂ THỨC – máy kiểm tra, không thay người có trách nhiệm kiểm tra.",
        "CHECK OF FORM – by a program; it does not stand in for those who are responsible for checking.",
    )];
    if let Some(mark) = &checked.document.facts.secrecy {
        lines.push(wording::secrecy(mark, checked.judged.withholds).in_language(language).to_owned());
    }
    lines.push(counts(checked, manner));
    lines.extend(basis(checked, manner));
    lines.extend(coverage(checked, language));
    lines.extend(wording::pending_changes(checked.draft.beside.pending(), language));
    lines.extend(wording::unread(&checked.draft, language));
    lines.extend(people(standing, language));
    lines.extend(kept(checked, language));
    if left_out > 0 {
        lines.push(match language {
            Language::Vi => {
                format!("Còn {left_out} nội dung không ghi thành nhận xét vì quá nhiều; xem báo cáo.")
            }
            Language::En => format!("{left_out} more findings are too many for comments; see the report."),
        });
    }
    if !manner.with_notes {
        lines.extend(notes(checked, language));
    }
    if manner.can_answer {
        lines.push(say(
            "Không đồng ý: bấm Trả lời (Reply), ghi “Giữ nguyên vì …”.",
            "If you disagree: press Reply and write “Giữ nguyên vì …” (kept because …).",
        ));
        lines.push(say(
            "Bản này để sửa, không trình ký; sửa xong lấy “Bản sạch để trình ký” (không dùng Xóa tất cả nhận xét: mất cả ý kiến của người khác).",
            "This copy is for working, not for signing; take the clean copy when you are done (do not delete all comments: those of other people would go too).",
        ));
    } else {
        lines.push(say(
            "Bản này để sửa, không trình ký; sửa xong lấy “Bản sạch để trình ký”.",
            "This copy is for working, not for signing; take the clean copy when you are done.",
        ));
    }
    lines
}

/// `Phải sửa: 3. Cần xem lại: 5. Lưu ý: 2.`
fn counts(checked: &Checked, manner: &Manner<'_>) -> String {
    let language = manner.language;
    let open = checked.findings.iter().filter(|own| !own.is_set_aside());
    let of = |severity| open.clone().filter(|own| own.severity == severity).count();
    let notes = of(Severity::Note);
    let where_notes = if manner.with_notes || notes == 0 {
        ""
    } else {
        language.pick(" (ghi ở cuối nhận xét này)", " (at the end of this comment)")
    };
    match language {
        Language::Vi => format!(
            "Phải sửa: {}. Cần xem lại: {}. Lưu ý: {notes}{where_notes}.",
            of(Severity::Error),
            of(Severity::Warning)
        ),
        Language::En => format!(
            "Must fix: {}. Please review: {}. Notes: {notes}{where_notes}.",
            of(Severity::Error),
            of(Severity::Warning)
        ),
    }
}

/// The law that was applied, and of which day; or that nothing could be judged.
fn basis(checked: &Checked, manner: &Manner<'_>) -> Vec<String> {
    let language = manner.language;
    if checked.judged_by == JudgedBy::None {
        return vec![
            language
                .pick(
                    "CHƯA KIỂM TRA ĐƯỢC (không có nghĩa là không có lỗi).",
                    "NOT CHECKED (which does not mean that there are no faults).",
                )
                .to_owned(),
        ];
    }
    if let Some(exceeded) = data_day::exceeded(checked, language) {
        return vec![exceeded];
    }
    let day = wording::date(checked.judged.day, language);
    let regime = checked.judged.regime.as_deref().and_then(|id| manner.names.regime(id));
    let stated = checked.document.facts.date.whole() == Some(checked.judged.day);
    let of_day = match (stated, language) {
        (true, Language::Vi) => format!("theo ngày {day} ghi trong dự thảo"),
        (false, Language::Vi) => format!("theo ngày {day}"),
        (true, Language::En) => format!("as of {day}, the date of the draft"),
        (false, Language::En) => format!("as of {day}"),
    };
    let until = checked.reach.data_until.map(|day| format!("; {}", data_day::until(day, language)));
    let until = until.unwrap_or_default();
    vec![match (regime, language) {
        (Some(regime), Language::Vi) => format!("Áp dụng: {}; {of_day}{until}.", regime.vi),
        (Some(regime), Language::En) => format!("Law applied: {}; {of_day}{until}.", regime.en),
        (None, Language::Vi) => {
            format!(
                "Chưa rõ là văn bản hành chính hay quy phạm pháp luật: chỉ kiểm tra phần chung, {of_day}{until}."
            )
        }
        (None, Language::En) => {
            format!(
                "The class of the draft is not known: only what all classes share was checked, {of_day}{until}."
            )
        }
    }]
}

/// How much was looked at, and why the rest was not.
fn coverage(checked: &Checked, language: Language) -> Option<String> {
    let own = &checked.coverage;
    let missing = own.applicable.checked_sub(own.evaluated).filter(|count| *count > 0)?;
    let reasons: Vec<String> =
        own.not_evaluated.iter().map(|own| own.reason.because().in_language(language).to_owned()).collect();
    let reasons = reasons.join("; ");
    Some(match language {
        Language::Vi => format!(
            "Đã kiểm tra {} trên {} yêu cầu; chưa kiểm tra {missing}: {reasons}.",
            own.evaluated, own.applicable
        ),
        Language::En => format!(
            "{} of {} requirements were checked; {missing} were not: {reasons}.",
            own.evaluated, own.applicable
        ),
    })
}

/// What people said to remarks of ours before.
fn people(standing: &[Standing], language: Language) -> Option<String> {
    let count = standing.iter().filter(|own| own.mark.is_some()).count();
    (count > 0).then(|| match language {
        Language::Vi => format!("Giữ lại {count} nhận xét của lần trước đã có người trả lời, sửa hoặc đánh dấu xong (số cũ)."),
        Language::En => format!("{count} earlier comments that people answered, changed or resolved are kept (with their old numbers)."),
    })
}

/// What people decided to keep, and why.
fn kept(checked: &Checked, language: Language) -> Vec<String> {
    let kept = checked.findings.iter().filter_map(|own| match &own.decision {
        Decision::Kept(said) | Decision::Wrong(said) => Some((own, said)),
        Decision::Open => None,
    });
    let lines = kept.map(|(own, said)| {
        let lead = language.pick("Giữ nguyên – lý do: ", "Kept – reason: ");
        let reason = wording::said(said, language);
        format!("{lead}{reason}: {}", own.message.in_language(language))
    });
    lines.collect()
}

/// The notes, each in a line.
fn notes(checked: &Checked, language: Language) -> Vec<String> {
    let notes = checked.findings.iter().enumerate().filter(|(_, own)| own.severity == Severity::Note);
    let lead = wording::severity(Severity::Note, language);
    let lines = notes.map(|(at, own)| {
        let place = place_of(checked, own, language);
        format!("{lead} {}. {place}: {}", at + 1, own.message.in_language(language))
    });
    lines.collect()
}
