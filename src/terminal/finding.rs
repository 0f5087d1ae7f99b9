//! One finding: what, where, how to put it right, by which law.

use super::picture::picture;
use super::screen::{Screen, plain};
use thethuc_core::checker::Checked;
use thethuc_core::finding::{Finding, LawReference};
use thethuc_core::report::position::Positions;
use thethuc_core::report::{Names, wording};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::vietnamese::first_capital;

/// The block of one finding, in the order in which a drafter needs it: how grave and which rule,
/// the place in the file (`path:line:column`), what is wrong, the words in their paragraph, what to
/// do, by which clause.
pub fn finding_block(
    path: &str,
    finding: &Finding,
    checked: &Checked,
    positions: &Positions<'_>,
    names: &dyn Names,
    screen: Screen,
) -> String {
    let (start, _) = positions.of(finding.span);
    let mut text = format!(
        "{} {}  {}\n",
        screen.severity(wording::severity(finding.severity, screen.language), finding.severity),
        screen.bold(&finding.rule),
        screen.dim(&format!("{}:{}:{}", plain(path), start.line, start.column)),
    );
    let place = format!("{}: ", first_capital(finding.place.in_language(screen.language)));
    text.push_str(&screen.block(&place, finding.message.in_language(screen.language)));
    if !checked.judged.withholds {
        text.push_str(&picture(finding, checked, positions, screen));
    }
    if let Some(help) = &finding.help {
        let lead = screen.say("Cách sửa: ", "To put it right: ");
        text.push_str(&screen.block(lead, help.in_language(screen.language)));
    }
    if !finding.law.is_empty() {
        let law = finding.law.iter().map(|law| law_words(law, names, screen.language));
        text.push_str(&screen.block(screen.say("Căn cứ: ", "Law: "), &law.collect::<Vec<_>>().join("; ")));
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
        title.map_or_else(|| number.to_owned(), |title| wording::instrument(title, number, language));
    let separator = if law.at.is_empty() { "" } else { " " };
    let source = wording::evidence(law.evidence, language).map(|source| format!(" ({source})"));
    format!("{}{separator}{instrument}{}", law.at, source.unwrap_or_default())
}
