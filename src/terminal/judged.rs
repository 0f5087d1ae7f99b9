//! By what a draft was judged, and how far. What could not be judged is said so plainly that nobody
//! takes it for clean.

use super::screen::Screen;
use thethuc_core::checker::{Checked, JudgedBy, NotEvaluated};
use thethuc_core::document::{Class, Facts, Outside};
use thethuc_core::finding::Reason;
use thethuc_core::report::overview::Overview;
use thethuc_core::report::{Names, data_day, wording};
use thethuc_core::rulebook::vocabulary::Language;

/// Most reasons that are told; the report for machines has all.
const REASONS: usize = 2;

/// With what everything begins that is said of a draft that was not judged.
pub const NOT_JUDGED: [&str; 2] = [
    "CHƯA KIỂM TRA ĐƯỢC (không có nghĩa là không có lỗi).",
    "NOT CHECKED (which does not mean that nothing is wrong).",
];

/// By what law, day and stage a draft was judged, and whether that is as it should be.
pub fn basis(checked: &Checked, names: &dyn Names, screen: Screen) -> (String, bool) {
    if let Some(line) = not_judged(checked, screen.language) {
        return (line, false);
    }
    let judged = &checked.judged;
    let language = screen.language;
    let day = wording::date(judged.day, language);
    let stage = wording::stage(judged.stage, language);
    let regime = judged.regime.as_deref().unwrap_or_default();
    let title = names.regime(regime).map(|title| title.in_language(language).to_owned());
    let class = judged.class.map_or("", |class| wording::class(class, language));
    let regime = title.unwrap_or_else(|| format!("{class}, {regime}"));
    let line = match language {
        Language::Vi => format!("Kiểm tra theo: {regime}; ngày {day}; {stage}"),
        Language::En => format!("Judged by: {regime}; {day}; {stage}"),
    };
    if let Some(words) = data_day::exceeded(checked, language) {
        return (format!("{line}. {words}"), false);
    }
    let until = checked.reach.data_until.map(|day| format!("; {}", data_day::until(day, language)));
    (format!("{line}{}.", until.unwrap_or_default()), true)
}

/// Why a draft was judged by nothing, or by nothing but the common rules; what to do.
fn not_judged(checked: &Checked, language: Language) -> Option<String> {
    let why = match (checked.judged_by, checked.judged.class) {
        (JudgedBy::Regime, _) => return None,
        _ if checked.draft.text.trim().is_empty() => without_words(language).to_owned(),
        (JudgedBy::Common, _) => of_unknown_class(checked, language),
        (JudgedBy::None, _) if checked.coverage.is_in_vain() => {
            return Some(language.pick(NOT_JUDGED[0], NOT_JUDGED[1]).to_owned());
        }
        (JudgedBy::None, _) if checked.judged.outside == Some(Outside::Party) => {
            of_party(language).to_owned()
        }
        (JudgedBy::None, _) if checked.coverage.unwanted > 0 => without_choice(language).to_owned(),
        (JudgedBy::None, class) => without_law(class, &wording::date(checked.judged.day, language), language),
    };
    Some(format!("{} {why}", language.pick(NOT_JUDGED[0], NOT_JUDGED[1])))
}

const fn of_party(language: Language) -> &'static str {
    match language {
        Language::Vi => {
            "Đây là văn bản của Đảng, theo quy định của Đảng về thể thức; bộ quy tắc này không áp dụng."
        }
        Language::En => {
            "This is a paper of the Party, which has rules of its own; those here are not for it."
        }
    }
}

const fn without_words(language: Language) -> &'static str {
    match language {
        Language::Vi => {
            "Trong tệp không có chữ nào. Thường do bản chụp, trang là ảnh. Hãy dùng tệp Word gốc."
        }
        Language::En => {
            "The file holds no words: a scan, or pages that are pictures. Use the original Word file."
        }
    }
}

const fn without_choice(language: Language) -> &'static str {
    match language {
        Language::Vi => {
            "Các lựa chọn (--only, --skip, skip trong thethuc.yaml) không để lại quy tắc nào để áp dụng."
        }
        Language::En => "What was chosen (--only, --skip, skip in a thethuc.yaml) leaves no rule to apply.",
    }
}

fn of_unknown_class(checked: &Checked, language: Language) -> String {
    let day = wording::date(checked.judged.day, language);
    let stage = wording::stage(checked.judged.stage, language);
    let unseen = unseen(&checked.document.facts, language);
    match language {
        Language::Vi => format!(
            "{unseen}Không xác định được đây là văn bản quy phạm pháp luật hay văn bản hành chính nên mới \
             áp dụng các quy tắc chung; ngày {day}; {stage}. Thường do bản chụp, phần đầu là ảnh, hoặc tệp \
             chỉ có phụ lục. Hãy dùng tệp Word gốc, hoặc ghi rõ bằng --class normative hoặc --class \
             administrative rồi kiểm tra lại."
        ),
        Language::En => format!(
            "{unseen}It could not be told whether this is a normative or an administrative document, so only \
             the common rules were applied; {day}; {stage}. Often the file is a scan, its header a picture, \
             or it holds nothing but an appendix. Use the original Word file, or say which with --class \
             normative or --class administrative, and check again."
        ),
    }
}

/// Which of the marks of a document were not seen.
fn unseen(facts: &Facts, language: Language) -> String {
    let marks = [
        (facts.organ.is_none(), "tên cơ quan", "name of the organ"),
        (facts.symbol.is_none(), "số, ký hiệu", "number and symbol"),
        (facts.form.is_none(), "tên loại", "form"),
    ];
    let unseen = marks.into_iter().filter(|(is_unseen, ..)| *is_unseen);
    let unseen: Vec<_> = unseen.map(|(_, vi, en)| language.pick(vi, en)).collect();
    match language {
        _ if unseen.is_empty() => String::new(),
        Language::Vi => format!("Không đọc thấy: {}. ", unseen.join("; ")),
        Language::En => format!("Not seen: {}. ", unseen.join("; ")),
    }
}

fn without_law(class: Option<Class>, day: &str, language: Language) -> String {
    let class = class.map(|class| wording::class(class, language));
    match language {
        Language::Vi => format!(
            "Bộ quy tắc không có quy định cho {} vào ngày {day} nên không áp dụng quy tắc nào. Có thể chọn \
             ngày khác bằng --as-of.",
            class.unwrap_or("văn bản")
        ),
        Language::En => format!(
            "The rule book has no law for {} on {day}, so no rule was applied. Another day can be chosen with \
             --as-of.",
            class.map_or_else(|| "any class".to_owned(), |class| format!("the class “{class}”"))
        ),
    }
}

/// How many requirements were judged, why the others were not, and what to do; nothing where no rule
/// was applied.
pub fn coverage_words(checked: &Checked, language: Language) -> Option<String> {
    let coverage = &checked.coverage;
    if coverage.applicable == 0 {
        return None;
    }
    let mut text = match (checked.judged_by, language) {
        // Which others apply is not known.
        (JudgedBy::Common, Language::Vi) => {
            format!("Đã kiểm tra {} trên {} yêu cầu chung", coverage.evaluated, coverage.applicable)
        }
        (JudgedBy::Common, Language::En) => {
            format!("Checked {} of the {} common requirements", coverage.evaluated, coverage.applicable)
        }
        _ => counted(coverage.evaluated, coverage.applicable, language),
    };
    text.extend(wording::left_out_by_choice(coverage.unwanted, language));
    let left = coverage.applicable - coverage.evaluated;
    if left == 0 {
        return Some(text + ".");
    }
    let told = coverage.not_evaluated.iter().take(REASONS);
    let several = coverage.not_evaluated.len() > 1;
    let reasons: Vec<_> = told.clone().map(|own| reason(own, several, language)).collect();
    text.extend([match language {
        Language::Vi => format!("; {left} chưa kiểm tra được vì: {}", reasons.join("; ")),
        Language::En => format!("; {left} could not be checked because: {}", reasons.join("; ")),
    }]);
    let has_more = coverage.not_evaluated.len() > REASONS;
    text.push_str(if has_more {
        language.pick("; và lý do khác.", "; and for other reasons.")
    } else {
        "."
    });
    let mut remedies: Vec<_> = told.map(|own| own.reason.remedy().in_language(language).to_owned()).collect();
    remedies.dedup();
    Some(format!("{text} {}", remedies.join(" ")))
}

/// How many requirements were judged over all files, and what hindered most; nothing where no rule was
/// applied.
pub fn run_coverage(overview: &Overview, language: Language) -> Option<String> {
    let (applicable, skipped) = (overview.tally.applicable, overview.tally.skipped_checks);
    if applicable == 0 {
        return None;
    }
    let mut judged = counted(applicable.saturating_sub(skipped), applicable, language);
    // Summed over the files the number says nothing.
    let chosen = (overview.tally.unwanted > 0).then(|| {
        language.pick("; những yêu cầu khác không xét, theo lựa chọn", "; the others were left out by choice")
    });
    judged.extend(chosen);
    let reasons: Vec<Reason> = overview.reasons().into_iter().take(REASONS).collect();
    if skipped == 0 || reasons.is_empty() {
        return Some(judged + ".");
    }
    let because: Vec<_> = reasons.iter().map(|own| own.because().in_language(language).to_owned()).collect();
    let mut remedies: Vec<_> =
        reasons.iter().map(|own| own.remedy().in_language(language).to_owned()).collect();
    remedies.dedup();
    let (because, remedies) = (because.join("; "), remedies.join(" "));
    Some(match language {
        Language::Vi => {
            format!("{judged}; {skipped} chưa kiểm tra được, trước hết vì: {because}. {remedies}")
        }
        Language::En => {
            format!("{judged}; {skipped} could not be checked, mostly because: {because}. {remedies}")
        }
    })
}

/// `Đã kiểm tra 121 trên 143 yêu cầu áp dụng`, without the full stop.
pub fn counted(evaluated: usize, applicable: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("Đã kiểm tra {evaluated} trên {applicable} yêu cầu áp dụng"),
        Language::En => {
            let those = wording::counted(applicable, "", ["requirement", "requirements"], language);
            let apply = if applicable == 1 { "applies" } else { "apply" };
            format!("Checked {evaluated} of {those} that {apply}")
        }
    }
}

/// The clause, with the number of requirements where there are several reasons.
fn reason(own: &NotEvaluated, several: bool, language: Language) -> String {
    let because = own.reason.because();
    let because = because.in_language(language);
    if several { format!("{because} ({})", own.rules) } else { because.to_owned() }
}
