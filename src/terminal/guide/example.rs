//! What became of the examples of the rules.

use super::super::Screen;
use thethuc_core::finding::Severity;
use thethuc_core::report::wording;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::trial::{ExampleResult, Subject};

/// Every example that fails, and how many there were.
pub fn examples(results: &[ExampleResult], screen: Screen) -> String {
    let mut text = String::new();
    for result in results {
        if let Some(fault) = &result.fault {
            text.push_str(
                &screen
                    .severity(&format!("{}\n", subject(&result.subject, screen.language)), Severity::Error),
            );
            text.push_str(&screen.block("", fault.in_language(screen.language)));
        }
    }
    text.push_str(&screen.bold(&summary(results, screen.language)));
    text
}

fn summary(results: &[ExampleResult], language: Language) -> String {
    let failed = results.iter().filter(|result| result.fault.is_some()).count();
    let bases = results.iter().filter(|result| matches!(result.subject, Subject::Base(_))).count();
    let examples = wording::counted(results.len() - bases, "ví dụ", ["example", "examples"], language);
    let bases = match bases {
        0 => String::new(),
        some => format!(", {}", wording::counted(some, "bản gốc", ["base draft", "base drafts"], language)),
    };
    match (failed, language) {
        (0, Language::Vi) => format!("{examples}{bases}: tất cả đều đúng.\n"),
        (0, Language::En) => format!("{examples}{bases}: all as they should be.\n"),
        (_, Language::Vi) => format!("{examples}{bases}: {failed} sai.\n"),
        (_, Language::En) => format!("{examples}{bases}: {failed} failed.\n"),
    }
}

/// `format/motto, ví dụ 2`, `bases/letter.md`.
fn subject(subject: &Subject, language: Language) -> String {
    match subject {
        Subject::Example(rule, number) => format!("{rule}, {} {number}", language.pick("ví dụ", "example")),
        Subject::Base(name) => format!("bases/{name}.md"),
    }
}
