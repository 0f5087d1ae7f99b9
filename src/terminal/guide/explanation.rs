//! One rule explained.
//!
//! It answers in the order in which people ask: what it demands, by which law, why, what it looks
//! like, what to do.

use super::super::{INDENT, Screen, wrap};
use thethuc_core::guide::Explanation;
use thethuc_core::report::guide::say;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::vietnamese::first_capital;
use thethuc_core::trial::{Demonstration, Side};

/// What the rule demands and by which law, an example, how to put a fault right, how to silence it.
/// Sections without content are left out; a rule with variants has an example and a help for each
/// of its cases.
pub fn explanation(own: &Explanation, screen: Screen) -> String {
    let language = screen.language;
    let mut text = format!("{}  {}\n", screen.bold(&own.rule), own.title.in_language(language));
    for severity in say::severities(own, language) {
        text.push_str(&screen.block("", &severity));
    }
    if let Some(documents) = say::documents(&own.applies, language) {
        text.push_str(&screen.block(screen.say("Phạm vi: ", "Documents: "), &documents));
    }
    let section = |name: (&str, &str)| format!("\n{}\n", screen.bold(language.pick(name.0, name.1)));
    text.push_str(&section(("Pháp luật yêu cầu", "What the law demands")));
    for provision in &own.law {
        text.push_str(&screen.block("", &say::provision(provision, language)));
        let indent = " ".repeat(2 * INDENT);
        let demand = provision.requirement.in_language(language);
        text.push_str(&wrap(demand, &indent, 2 * INDENT, screen.columns()));
    }
    if let Some(why) = &own.why {
        text.push_str(&section(("Vì sao", "Why")));
        text.push_str(&screen.block("", why.in_language(language)));
    }
    let examples: Vec<_> = own.cases.iter().filter_map(|case| Some((case, case.example.as_ref()?))).collect();
    if !examples.is_empty() {
        text.push_str(&section(("Ví dụ", "Example")));
        for (case, example) in examples {
            if let Some(regimes) = say::regimes(case, language) {
                text.push_str(&screen.block("", &format!("{regimes}:")));
            }
            text.push_str(&shown(example, screen));
        }
    }
    let helps: Vec<_> = own.cases.iter().filter_map(|case| Some((case, case.help.as_ref()?))).collect();
    if !helps.is_empty() || own.fix.is_some() {
        text.push_str(&section(("Cách sửa", "How to put it right")));
        for (case, help) in helps {
            let lead = say::regimes(case, language).map(|regimes| format!("{regimes}: ")).unwrap_or_default();
            text.push_str(&screen.block("", &format!("{lead}{}", help.in_language(language))));
        }
        if let Some(fix) = own.fix {
            text.push_str(&screen.block("", &say::fix(fix, language)));
        }
    }
    text.push_str(&section(("Cách bỏ qua", "How to silence it")));
    text.push_str(&screen.block("", &skipping(&own.rule, language)));
    text.push_str(&screen.block("", &overriding(&own.rule, language)));
    text
}

/// The right words above the wrong ones, and what the rule says of the latter.
fn shown(example: &Demonstration, screen: Screen) -> String {
    let side = |lead: &str, side: &Side| {
        let mut text = String::new();
        for (index, line) in say::side_lines(side, screen.language).iter().enumerate() {
            text.push_str(&screen.block(if index == 0 { lead } else { "" }, line));
        }
        text
    };
    let finding = &example.finding;
    let message = finding.message.in_language(screen.language);
    [
        side(screen.say("Đúng: ", "Right: "), &example.right),
        side(screen.say("Sai: ", "Wrong: "), &example.wrong),
        screen.block(
            screen.say("Báo: ", "Finding: "),
            &format!("{}: {message}", first_capital(finding.place.in_language(screen.language))),
        ),
    ]
    .concat()
}

/// How to silence the rule for one run.
fn skipping(rule: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Một lần kiểm tra: thethuc check <đường dẫn> --skip {rule}"),
        Language::En => format!("For one check: thethuc check <path> --skip {rule}"),
    }
}

/// How to silence it for good: an own file in the place of the built-in one, which reports then
/// name.
fn overriding(rule: &str, language: Language) -> String {
    match language {
        Language::Vi => format!(
            "Lâu dài: chép quy tắc vào tệp {rule}.yaml trong một thư mục riêng, đổi severity hoặc stages (off là \
             không báo), rồi dùng --rules <thư mục>."
        ),
        Language::En => format!(
            "For good: copy the rule to {rule}.yaml in a folder of your own, change its severity or stages (off is \
             silence), and use --rules <folder>."
        ),
    }
}
