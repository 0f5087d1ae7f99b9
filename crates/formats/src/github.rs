//! Workflow commands of GitHub, which become remarks beside the changed files. They are read from what a step
//! prints, so that no word of a draft may begin a command of its own: line breaks are escaped.

use crate::path::in_repository;
use crate::told::{Told, nothing_found, repaired, told};
use thethuc_core::finding::Severity;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::{Reported, Tally};
use thethuc_core::rulebook::vocabulary::Language;

/// Most remarks of one kind that GitHub shows of a step; the others stand in its log only.
const SHOWN: usize = 10;
/// Most letters of a message; a finding may quote a paragraph of a thousand.
const LONGEST: usize = 1000;

/// Workflow commands of GitHub.
#[derive(Clone, Copy, Debug, Default)]
pub struct GitHub;

impl Format for GitHub {
    fn name(&self) -> &'static str {
        "github"
    }

    fn piece(&self, document: &Document<'_>, reported: &Reported<'_>, setting: &Setting<'_>) -> String {
        let mut all = told(document, reported, setting);
        all.retain(|own| !own.is_set_aside());
        // The first ones are shown, so the gravest go before the others; equals stay in order.
        all.sort_by_key(|own| std::cmp::Reverse(own.severity));
        let remarks = all.iter().map(|own| remark(own, document.path, setting));
        let properties = [
            ("file", in_repository(document.path).to_owned()),
            ("title", setting.language.pick("Đã khắc phục", "Repaired").to_owned()),
        ];
        let repaired =
            repaired(document, setting.language).map(|words| command("notice", &properties, &words));
        remarks.chain(repaired).collect()
    }

    fn close(&self, tally: &Tally, setting: &Setting<'_>) -> String {
        if let Some(words) = nothing_found(tally, setting.language) {
            return command("error", &[("title", "thethuc".to_owned())], words);
        }
        let aside = &tally.set_aside;
        let kinds = [
            tally.errors.saturating_sub(aside.errors) + tally.unreadable,
            tally.warnings.saturating_sub(aside.warnings) + tally.unjudged + tally.common_only,
            tally.notes.saturating_sub(aside.notes),
        ];
        if kinds.iter().all(|number| *number <= SHOWN) {
            return String::new();
        }
        let all: usize = kinds.iter().sum();
        match setting.language {
            Language::Vi => format!(
                "GitHub chỉ hiện {SHOWN} chú thích mỗi loại của một bước; cả {all} nội dung đều có trong nhật ký này.\n"
            ),
            Language::En => {
                format!("GitHub shows {SHOWN} remarks of each kind of a step; all {all} stand in this log.\n")
            }
        }
    }
}

fn remark(told: &Told<'_>, path: &str, setting: &Setting<'_>) -> String {
    let kind = match told.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = vec![("file", in_repository(path).to_owned())];
    if let Some(lines) = told.lines {
        properties.push(("line", lines.start.line.to_string()));
        properties.push(("endLine", lines.end.line.to_string()));
        // Columns hold within one line only.
        if lines.start.line == lines.end.line {
            properties.push(("col", lines.start.column.to_string()));
            properties.push(("endColumn", lines.end.column.to_string()));
        }
    }
    properties.push(("title", format!("{} ({})", told.title(setting), told.rule)));
    command(kind, &properties, &shortened(&told.sentence()))
}

/// At most [`LONGEST`] letters.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn command(kind: &str, properties: &[(&str, String)], message: &str) -> String {
    let properties: Vec<_> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    format!("::{kind} {}::{}\n", properties.join(","), data(message))
}

/// The escapes of `actions/toolkit` (`packages/core/src/command.ts`).
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_begins_a_command() {
        let written = command("error", &[("file", "a,b:c%.md\n".to_owned())], "100%\r\n::add-path::/x");
        assert_eq!(written, "::error file=a%2Cb%3Ac%25.md%0A::100%25%0D%0A::add-path::/x\n");
    }

    #[test]
    fn a_long_quotation_is_cut_between_letters() {
        let cut = shortened(&"ệ".repeat(LONGEST + 5));
        assert_eq!(cut.chars().count(), LONGEST + 1);
        assert_eq!(shortened("ệ"), "ệ");
    }
}
