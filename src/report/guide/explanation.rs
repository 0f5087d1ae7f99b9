//! One rule explained.

use super::super::terminal::{INDENT, Look, wrap};
use super::say;
use crate::examples::{Demonstration, Side};
use crate::guide::Explanation;
use crate::language::Language;
use crate::rulebook::Safety;

/// What the rule demands and by which law, an example, how to put a fault right, how to silence it.
pub fn explanation(own: &Explanation, look: Look) -> String {
    let language = look.language;
    let mut text = format!("{}  {}\n", look.bold(&own.rule), own.title.in_language(language));
    for severity in say::severities(own, language) {
        text.push_str(&look.block("", &severity));
    }
    if let Some(documents) = say::documents(&own.applies, language) {
        text.push_str(&look.block(look.say("Phạm vi: ", "Documents: "), &documents));
    }
    let section = |name: (&str, &str)| format!("\n{}\n", look.bold(language.pick(name.0, name.1)));
    text.push_str(&section(("Pháp luật yêu cầu", "What the law demands")));
    for provision in &own.law {
        text.push_str(&look.block("", &say::provision(provision, language)));
        let indent = " ".repeat(2 * INDENT);
        let demand = provision.requirement.in_language(language);
        text.push_str(&wrap(demand, &indent, 2 * INDENT, look.columns()));
    }
    if let Some(why) = &own.why {
        text.push_str(&section(("Vì sao", "Why")));
        text.push_str(&look.block("", why.in_language(language)));
    }
    if let Some(example) = &own.example {
        text.push_str(&section(("Ví dụ", "Example")));
        text.push_str(&shown(example, look));
    }
    if own.help.is_some() || own.fix.is_some() {
        text.push_str(&section(("Cách sửa", "How to put it right")));
        if let Some(help) = &own.help {
            text.push_str(&look.block("", help.in_language(language)));
        }
        if let Some(safety) = own.fix {
            text.push_str(&look.block("", fix(safety, language)));
        }
    }
    text.push_str(&section(("Cách bỏ qua", "How to silence it")));
    text.push_str(&look.block("", &skipping(&own.rule, language)));
    text.push_str(&look.block("", &overriding(&own.rule, language)));
    text
}

fn shown(example: &Demonstration, look: Look) -> String {
    let side = |lead: &str, side: &Side| {
        let mut text = String::new();
        for (index, line) in side_lines(side, look.language).iter().enumerate() {
            text.push_str(&look.block(if index == 0 { lead } else { "" }, line));
        }
        text
    };
    let finding = &example.finding;
    let message = finding.message.in_language(look.language);
    [
        side(look.say("Đúng: ", "Right: "), &example.right),
        side(look.say("Sai: ", "Wrong: "), &example.wrong),
        look.block(
            look.say("Báo: ", "Finding: "),
            &format!("{}: {message}", finding.place.in_language(look.language)),
        ),
    ]
    .concat()
}

/// The words of a side, with their looks behind the last of them; a word for nothing.
pub(super) fn side_lines(side: &Side, language: Language) -> Vec<String> {
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
pub(super) fn fix(safety: Safety, language: Language) -> &'static str {
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

fn skipping(rule: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Một lần kiểm tra: thethuc check <đường dẫn> --skip {rule}"),
        Language::En => format!("For one check: thethuc check <path> --skip {rule}"),
    }
}

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
