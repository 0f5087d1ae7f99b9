//! Words on rules, shared by the terminal and the pages.

use super::super::citing::{self, Provision};
use super::super::wording;
use crate::document::{PartKind, Stage};
use crate::finding::Severity;
use crate::guide::coverage::InstrumentCoverage;
use crate::guide::explanation::{Case, ExplainedProvision, Explanation, RegimeSeverity, STAGES};
use crate::rulebook::vocabulary::Language;
use crate::rulebook::{Applies, Safety};
use crate::text::Date;
use crate::trial::Side;

/// The name of a severity in the middle of a sentence; of silence too.
pub fn severity(severity: Option<Severity>, language: Language) -> String {
    match severity {
        None => language.pick("không báo", "silent").to_owned(),
        Some(severity) => wording::severity(severity, language).to_lowercase(),
    }
}

fn stage(stage: Stage, language: Language) -> &'static str {
    match stage {
        Stage::Draft => language.pick("soạn thảo", "draft"),
        Stage::Review => language.pick("thẩm định", "review"),
        Stage::Issue => language.pick("ban hành", "issue"),
    }
}

/// The regimes in which the rule can apply, each with the severity that the rule has there.
pub fn severities(explanation: &Explanation, language: Language) -> Vec<String> {
    let each = explanation.severities.iter();
    each.map(|own| format!("{}: {}", own.title.in_language(language), stages(own, language))).collect()
}

/// `lỗi`, or `soạn thảo: lưu ý, thẩm định: lỗi, ban hành: lỗi`.
fn stages(own: &RegimeSeverity, language: Language) -> String {
    let [first, rest @ ..] = own.stages;
    if rest.iter().all(|other| *other == first) {
        return format!(
            "{} {}",
            severity(first, language),
            language.pick("ở mọi giai đoạn", "at every stage")
        );
    }
    let named = STAGES.into_iter().zip(own.stages);
    let named = named.map(|(at, own)| format!("{}: {}", stage(at, language), severity(own, language)));
    named.collect::<Vec<_>>().join(", ")
}

/// The regimes of a case; nothing where the rule is the same in all of them.
pub fn regimes(case: &Case, language: Language) -> Option<String> {
    let titles: Vec<&str> = case.regimes.iter().map(|title| title.in_language(language)).collect();
    (!titles.is_empty()).then(|| titles.join("; "))
}

/// `điểm a khoản 1 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP`, with its days of force and a word
/// on a text that was not seen.
pub fn provision(own: &ExplainedProvision, language: Language) -> String {
    let remarks: Vec<String> = own.periods.iter().map(|days| period(*days, language)).collect();
    let title = own.title.in_language(language);
    let cited = Provision { at: &own.at, number: &own.instrument, title, evidence: own.evidence };
    citing::provision(&cited, &remarks, language)
}

fn period((from, to): (Date, Option<Date>), language: Language) -> String {
    let from = wording::date(from, language);
    match (to.map(|to| wording::date(to, language)), language) {
        (None, Language::Vi) => format!("từ {from}"),
        (None, Language::En) => format!("from {from}"),
        (Some(to), Language::Vi) => format!("từ {from} đến {to}"),
        (Some(to), Language::En) => format!("from {from} to {to}"),
    }
}

/// Which documents of its regimes a rule is for: forms, organs, levels, days, parts. Nothing where it
/// is for all of them. The class follows from the regime.
pub fn documents(applies: &Applies, language: Language) -> Option<String> {
    let list = |lead: (&str, &str), words: Vec<String>| {
        let words = words.join(", ");
        let lead = language.pick(lead.0, lead.1);
        if lead.is_empty() { words } else { format!("{lead} {words}") }
    };
    let mut said = Vec::new();
    said.extend(applies.form.clone().map(|forms| list(("loại", "form"), forms)));
    said.extend(applies.except_form.clone().map(|forms| list(("trừ loại", "not for"), forms)));
    if let Some(organs) = &applies.organ {
        let names = organs.iter().map(|own| wording::organ_kind(*own, language).to_owned());
        said.push(list(("", ""), names.collect()));
    }
    if let Some(levels) = &applies.level {
        let names = levels.iter().map(|own| wording::level(*own, language).to_owned());
        said.push(list(("", "level"), names.collect()));
    }
    said.extend(applies.organ_name.clone().map(|names| list(("", ""), names)));
    said.extend(applies.place.clone().map(|places| list(("thuộc", "in"), places)));
    if let Some(from) = applies.from {
        said.push(list(("văn bản từ ngày", "dated from"), vec![wording::date(from, language)]));
    }
    if let Some(to) = applies.to {
        said.push(list(("văn bản đến ngày", "dated to"), vec![wording::date(to, language)]));
    }
    if let Some(parts) = applies.part.as_ref().filter(|parts| **parts != [PartKind::Act]) {
        let names = parts.iter().map(|own| wording::part(*own, language).to_lowercase());
        said.push(list(("phần", "part"), names.collect()));
    }
    (!said.is_empty()).then(|| said.join("; "))
}

/// The name of a group of rules.
pub fn group(id: &str, language: Language) -> &str {
    match id {
        "format" => language.pick("Thể thức, kỹ thuật trình bày", "Format and layout"),
        "section" => language.pick("Thành phần, bố cục", "Components and structure"),
        "authority" => language.pick("Thẩm quyền", "Authority"),
        "reference" => language.pick("Căn cứ, viện dẫn", "References"),
        "language" => language.pick("Chữ viết, ngôn ngữ", "Letters and language"),
        other => other,
    }
}

/// The instrument as it is cited.
pub fn instrument(own: &InstrumentCoverage, language: Language) -> String {
    let title = own.title.in_language(language);
    own.number
        .as_ref()
        .map_or_else(|| title.to_owned(), |number| wording::instrument(title, number, language))
}

/// The words of a side, with their looks behind the last of them; a word for nothing.
pub fn side_lines(side: &Side, language: Language) -> Vec<String> {
    let looks: Vec<&str> = side.look.iter().map(|look| look.in_language(language)).collect();
    let looks = looks.join(", ");
    let mut lines = side.lines.clone();
    match lines.last_mut() {
        Some(last) if !looks.is_empty() => last.extend([format!(" ({looks})")]),
        Some(_) => {}
        None if looks.is_empty() => lines.push(language.pick("(không có)", "(nothing there)").to_owned()),
        None => lines.push(looks),
    }
    lines
}

/// What is said of a mechanical repair.
pub fn fix(safety: Safety, language: Language) -> &'static str {
    match safety {
        Safety::Safe => language.pick(
            "Chữ thay thế có sẵn trong báo cáo (--format json) và có thể thay ngay.",
            "The report (--format json) holds the words to put there; they can be put there at once.",
        ),
        Safety::Ask => language.pick(
            "Chữ thay thế có sẵn trong báo cáo (--format json); cần đọc lại trước khi thay.",
            "The report (--format json) holds the words to put there; read them first.",
        ),
    }
}
