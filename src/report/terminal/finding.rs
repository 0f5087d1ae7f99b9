//! One finding: what, where, how to put it right, by which law.

use super::super::position::Positions;
use super::super::{Names, words};
use super::look::{Look, plain};
use super::picture::picture;
use crate::check::Checked;
use crate::finding::{Finding, LawReference};
use crate::language::Language;

/// The block of one finding.
pub(super) fn finding_block(
    path: &str,
    finding: &Finding,
    checked: &Checked,
    positions: &Positions<'_>,
    names: &dyn Names,
    look: Look,
) -> String {
    let (start, _) = positions.of(finding.span);
    let mut text = format!(
        "{} {}  {}\n",
        look.severity(words::severity(finding.severity, look.language), finding.severity),
        look.bold(&finding.rule),
        look.dim(&format!("{}:{}:{}", plain(path), start.line, start.column)),
    );
    let place = format!("{}: ", finding.place.in_language(look.language));
    text.push_str(&look.block(&place, finding.message.in_language(look.language)));
    text.push_str(&picture(finding, checked, positions, look));
    if let Some(help) = &finding.help {
        let lead = look.say("Cách sửa: ", "To put it right: ");
        text.push_str(&look.block(lead, help.in_language(look.language)));
    }
    if !finding.law.is_empty() {
        let law = finding.law.iter().map(|law| law_words(law, names, look.language));
        text.push_str(&look.block(look.say("Căn cứ: ", "Law: "), &law.collect::<Vec<_>>().join("; ")));
    }
    text
}

/// `Phụ lục I, Phần I, Mục II, khoản 1, điểm a Nghị định 30/2020/NĐ-CP`, with a word on a provision
/// whose own text was not seen.
fn law_words(law: &LawReference, names: &dyn Names, language: Language) -> String {
    let number = law.instrument.as_str();
    let title = names.instrument(number);
    let title = title.as_ref().map(|title| title.in_language(language));
    let instrument = title.map_or_else(|| number.to_owned(), |title| cited(title, number, language));
    let separator = if law.at.is_empty() { "" } else { " " };
    let source = words::evidence(law.evidence, language).map(|source| format!(" ({source})"));
    format!("{}{separator}{instrument}{}", law.at, source.unwrap_or_default())
}

/// An instrument as lawyers cite it: `Nghị định 30/2020/NĐ-CP` for the “Nghị định về công tác văn
/// thư”, `Luật Thủ đô số 39/2024/QH15` for a title that does not say what it is about.
fn cited(title: &str, number: &str, language: Language) -> String {
    let is_number = number.chars().any(|letter| letter.is_ascii_digit());
    if !is_number || title.contains(number) {
        return title.to_owned();
    }
    match title.split_once(language.pick(" về ", " on ")) {
        Some((kind, _)) => format!("{kind} {number}"),
        None => format!("{title} {} {number}", language.pick("số", "No.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instruments_are_cited_by_kind_and_number() {
        let cited = |title, number| cited(title, number, Language::Vi);
        assert_eq!(cited("Nghị định về công tác văn thư", "30/2020/NĐ-CP"), "Nghị định 30/2020/NĐ-CP");
        assert_eq!(cited("Luật Thủ đô", "39/2024/QH15"), "Luật Thủ đô số 39/2024/QH15");
        assert_eq!(cited("Nghị định 30/2020/NĐ-CP", "30/2020/NĐ-CP"), "Nghị định 30/2020/NĐ-CP");
        assert_eq!(cited("Thông lệ soạn thảo", "Thông lệ"), "Thông lệ soạn thảo");
        assert_eq!(
            super::cited("Decree on clerical work", "30/2020/NĐ-CP", Language::En),
            "Decree 30/2020/NĐ-CP"
        );
    }
}
