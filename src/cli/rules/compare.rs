//! `thethuc rules diff`: what is otherwise in newer rules, as release notes tell it.
//!
//! It is a command of the program and no task of its builders alone: an office that keeps rules of its own asks
//! the same before it takes a new version, and both are answered by the one strict reader of rule files.

use super::super::args::{ReportFormat, RulesDiffArgs};
use super::super::output::{Failure, Output, written};
use super::super::{Status, book};

use std::fmt::Write as _;
use std::path::Path;
use thethuc_core::finding::{Severity, Words};
use thethuc_core::guide::changes::{Change, Kind, changes};
use thethuc_core::report::guide::json;
use thethuc_core::report::wording;
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::vocabulary::Language;

/// A file that every whole rule book has, and a folder of own rules rarely.
const OF_A_WHOLE_BOOK: &str = "regimes.yaml";

/// The kinds in the order of the notes, with their headings.
const HEADINGS: [(Kind, [&str; 2]); 10] = [
    (Kind::Added, ["Quy tắc mới", "New rules"]),
    (Kind::Stricter, ["Nặng hơn, hoặc dùng cho nhiều văn bản hơn", "Stricter, or for more documents"]),
    (Kind::Shifted, ["Chỗ nặng hơn, chỗ nhẹ hơn", "Stricter in some, milder in others"]),
    (Kind::Checks, ["Kiểm tra khác trước", "Check otherwise"]),
    (Kind::Milder, ["Nhẹ hơn, hoặc dùng cho ít văn bản hơn", "Milder, or for fewer documents"]),
    (Kind::Gone, ["Không còn", "Gone"]),
    (Kind::Renamed, ["Đổi tên (tên cũ vẫn dùng được)", "Renamed (the former names keep working)"]),
    (Kind::Law, ["Đổi căn cứ", "Other law"]),
    (Kind::Repairs, ["Đổi cách tự sửa", "Repair otherwise"]),
    (Kind::Reworded, ["Đổi lời", "Reworded"]),
];

/// Compares two rule books.
///
/// # Errors
/// A folder is not there or its rules have faults, or the output is closed.
pub fn run(arguments: &RulesDiffArgs, output: &mut Output) -> Result<Status, Failure> {
    let old = book_of(&arguments.old).map_err(Failure)?;
    let new = arguments.new.as_deref().map_or_else(|| Ok(thethuc_law::book()), book_of).map_err(Failure)?;
    let changes = changes(&old, &new);
    output.write(&match arguments.format {
        ReportFormat::Json => written(json::changes(&changes))?,
        ReportFormat::Terminal => notes(&changes, output.screen.language),
    })?;
    Ok(Status::Clean)
}

/// The book of a folder: a whole one, or the embedded one with own rules.
fn book_of(folder: &Path) -> Result<RuleBook, Words> {
    if folder.join(OF_A_WHOLE_BOOK).is_file() { book::whole(folder) } else { book::load(Some(folder)) }
}

/// The notes, in Markdown: a rule stands under the gravest of what is otherwise with it, with the rest in brackets.
fn notes(changes: &[Change], language: Language) -> String {
    let mut text = String::new();
    for (kind, heading) in HEADINGS {
        let own: Vec<&Change> = changes.iter().filter(|own| own.kinds.first() == Some(&kind)).collect();
        if own.is_empty() {
            continue;
        }
        let _ = writeln!(text, "## {} ({})\n", language.pick(heading[0], heading[1]), own.len());
        text.extend(own.into_iter().map(|own| line(own, language)));
        text.push('\n');
    }
    if text.is_empty() {
        return language.pick("Hai bộ quy tắc như nhau.\n", "The rules are the same.\n").to_owned();
    }
    text.trim_end().to_owned() + "\n"
}

/// One rule.
fn line(change: &Change, language: Language) -> String {
    let severity = |own: Option<Severity>| own.map_or("–", |own| wording::severity(own, language));
    let [before, now] = change.severity;
    let mut more: Vec<String> = Vec::new();
    match (change.kinds.first(), before == now) {
        (Some(Kind::Gone), _) => more.push(severity(before).to_owned()),
        (Some(Kind::Added), _) => more.push(severity(now).to_owned()),
        (_, false) => more.push(format!("{} → {}", severity(before), severity(now))),
        (_, true) => {}
    }
    let former = language.pick("trước là", "was");
    more.extend(change.was.iter().map(|was| format!("{former} `{was}`")));
    let regimes = |lead: [&str; 2], own: &[String]| {
        (!own.is_empty()).then(|| format!("{} {}", language.pick(lead[0], lead[1]), own.join(", ")))
    };
    more.extend(regimes(["thêm khung", "also in"], &change.regimes_added));
    more.extend(regimes(["bỏ khung", "no more in"], &change.regimes_gone));
    for kind in change.kinds.iter().skip(1).filter(|kind| **kind != Kind::Renamed) {
        let heading = HEADINGS.iter().find(|(own, _)| own == kind).map(|(_, heading)| heading);
        more.extend(heading.map(|own| language.pick(own[0], own[1]).to_lowercase()));
    }
    let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join("; ")) };
    format!("- `{}`: {}{more}\n", change.rule, change.title.in_language(language))
}
