//! What is told of a draft beside its open findings: what people keep and why, what was repaired, what they
//! wrote and what came of it.

use super::screen::{Extent, Screen};
use std::collections::BTreeMap;
use thethuc_core::checker::Checked;
use thethuc_core::finding::{Decision, Finding, SaidIn, Severity, Statement};
use thethuc_core::report::wording::{self, counted};
use thethuc_core::rulebook::vocabulary::Language;

/// The group of rules on who may issue what; its errors come first.
const AUTHORITY: &str = "authority";

/// The configurations that have a say in the draft; nothing where there are none.
pub fn configurations(checked: &Checked, screen: Screen) -> String {
    let own = &checked.triaged.configurations;
    if own.is_empty() || screen.extent == Extent::Quiet {
        return String::new();
    }
    screen.block(screen.say("Cấu hình: ", "Configuration: "), &own.join(", "))
}

/// The lines below the findings; empty where there is nothing to tell.
pub fn aside(checked: &Checked, screen: Screen) -> String {
    let language = screen.language;
    let mut text = kept(&checked.findings, screen);
    let gone = checked.triaged.gone.iter().map(|own| (own.rule.as_str(), own.count));
    if let Some(words) = wording::repaired(gone, language) {
        let lead = screen.say("Đã khắc phục: ", "Repaired: ");
        text.push_str(&screen.block(lead, &format!("{words}.")));
    }
    for own in &checked.triaged.notices {
        let lead = screen.say("Ghi chú trong dự thảo: ", "Comments in the draft: ");
        text.push_str(&screen.block(lead, own.words.in_language(language)));
    }
    text
}

/// What people decided, errors of authority first; what the organ uses on purpose takes one line a reason.
fn kept(findings: &[Finding], screen: Screen) -> String {
    let language = screen.language;
    let mut decided: Vec<(&Finding, &Statement)> = findings.iter().filter_map(decided).collect();
    decided.sort_by_key(|(own, _)| {
        let is_first = own.group() == AUTHORITY && own.severity == Severity::Error;
        (!is_first, std::cmp::Reverse(own.severity))
    });
    let mut text = String::new();
    let mut accepted: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (finding, said) in decided {
        if said.source == SaidIn::OwnRule {
            let reason = said.reason.as_deref().unwrap_or_default();
            *accepted.entry((&finding.rule, reason)).or_default() += 1;
            continue;
        }
        let lead = match finding.decision {
            Decision::Wrong(_) => screen.say("Máy nhận xét sai – lý do: ", "The finding is wrong – reason: "),
            _ => screen.say("Giữ nguyên – lý do: ", "Kept – reason: "),
        };
        let message = finding.message.in_language(language);
        let told = format!("{}\n{} ({})", wording::said(said, language), message, finding.rule);
        text.push_str(&screen.block(lead, &told));
    }
    for ((rule, reason), number) in accepted {
        let places = counted(number, "phát hiện", ["finding", "findings"], language);
        let lead = screen.say("Theo quy định riêng của cơ quan: ", "By the organ's own rules: ");
        text.push_str(&screen.block(lead, &format!("{rule}, {places}; {reason}")));
    }
    text
}

fn decided(finding: &Finding) -> Option<(&Finding, &Statement)> {
    match &finding.decision {
        Decision::Kept(said) | Decision::Wrong(said) => Some((finding, said)),
        Decision::Open => None,
    }
}

/// What the drafter asks for, below the finding that stays open.
pub fn claim(finding: &Finding, screen: Screen) -> String {
    let Some(said) = &finding.claim else { return String::new() };
    let lead = screen.say("Đơn vị soạn thảo đề nghị giữ nguyên: ", "The drafter asks to keep it: ");
    screen.block(lead, &wording::said(said, screen.language))
}

/// `Giữ nguyên hoặc có từ trước: 3`; nothing where nothing was set aside.
pub fn set_aside_words(number: usize, language: Language) -> Option<String> {
    (number > 0).then(|| match language {
        Language::Vi => format!("Giữ nguyên hoặc có từ trước: {number}"),
        Language::En => format!("Kept or there before: {number}"),
    })
}

/// `12 phát hiện không hiện ở đây`; nothing where all is shown.
pub fn left_out_words(number: usize, language: Language) -> Option<String> {
    (number > 0).then(|| match language {
        Language::Vi => format!("{number} phát hiện không hiện ở đây; thêm --show all để xem tất cả."),
        Language::En => {
            let are = counted(number, "", ["finding is", "findings are"], language);
            format!("{are} not shown here; add --show all to see all.")
        }
    })
}
