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
    let instrument =
        title.map_or_else(|| number.to_owned(), |title| words::instrument(title, number, language));
    let separator = if law.at.is_empty() { "" } else { " " };
    let source = words::evidence(law.evidence, language).map(|source| format!(" ({source})"));
    format!("{}{separator}{instrument}{}", law.at, source.unwrap_or_default())
}
