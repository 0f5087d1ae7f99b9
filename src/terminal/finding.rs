//! One finding: what, where, how to put it right, by which law.

use super::picture::picture;
use super::screen::{Screen, plain};
use thethuc_core::checker::Checked;
use thethuc_core::finding::Finding;
use thethuc_core::report::position::Positions;
use thethuc_core::report::{Names, citing, wording};
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
    text.push_str(&picture(finding, checked, positions, screen));
    if let Some(help) = &finding.help {
        let lead = screen.say("Cách sửa: ", "To put it right: ");
        text.push_str(&screen.block(lead, help.in_language(screen.language)));
    }
    if !finding.law.is_empty() {
        let law = citing::law(&finding.law, names, screen.language);
        text.push_str(&screen.block(screen.say("Theo ", "Law: "), &law));
    }
    text
}
