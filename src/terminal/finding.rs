//! One finding: what, where, how to put it right, by which law.

use super::aside::claim;
use super::picture::picture;
use super::screen::{INDENT, Screen, plain};
use thethuc_core::checker::Checked;
use thethuc_core::draft::Format;
use thethuc_core::finding::{Certainty, Finding, State};
use thethuc_core::report::position::Positions;
use thethuc_core::report::{Names, citing, wording};
use thethuc_core::text::vietnamese::first_capital;
use unicode_width::UnicodeWidthStr;

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
    let (start, _) = positions.of(finding.look_at());
    let level = wording::severity(finding.severity, screen.language);
    let unsure = match finding.certainty {
        Certainty::Guessed => screen.say(" (máy chưa chắc)", " (not certain)"),
        Certainty::Certain => "",
    };
    // Word shows neither lines nor columns.
    let at = match checked.draft.format {
        Format::Docx => plain(path),
        _ => format!("{}:{}:{}", plain(path), start.line, start.column),
    };
    let width = level.width() + finding.rule.width() + at.width() + 3;
    let gap = if width > screen.columns() { format!("\n{}", " ".repeat(INDENT)) } else { "  ".to_owned() };
    let mut text = format!(
        "{} {}{gap}{}\n",
        screen.severity(level, finding.severity),
        screen.bold(&plain(&finding.rule)),
        screen.dim(&at),
    );
    // A paragraph without a name is told by its first words, unless none may be repeated.
    let place = if checked.judged.withholds {
        finding.place.in_language(screen.language).to_owned()
    } else {
        wording::place(finding, &checked.draft, screen.language)
    };
    let message = finding.message.in_language(screen.language);
    let place = match first_capital(&place) {
        // Said once: “Điều 6: Điều 6 sai thứ tự”.
        place if unsure.is_empty() && message.starts_with(&place) => String::new(),
        place => format!("{place}{unsure}: "),
    };
    text.push_str(&screen.block(&place, message));
    if !checked.judged.withholds {
        text.push_str(&picture(finding, checked, positions, screen));
    }
    if let Some(help) = &finding.help {
        let lead = screen.say("Cách sửa: ", "To put it right: ");
        text.push_str(&screen.block(lead, help.in_language(screen.language)));
    }
    if !finding.law.is_empty() {
        let law = citing::law(&finding.law, names, screen.language);
        text.push_str(&screen.block(screen.say("Theo ", "Law: "), &law));
    }
    text.push_str(&claim(finding, screen));
    if finding.state == State::Known {
        text.push_str(
            &screen.block("", screen.say("Có từ trước lần sửa này.", "It was there before this change.")),
        );
    }
    text
}
