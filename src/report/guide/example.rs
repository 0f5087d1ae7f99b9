//! What became of the examples of the rules.

use super::super::terminal::Look;
use super::super::words;
use crate::examples::{ExampleResult, Subject};
use crate::finding::Severity;
use crate::language::Language;

/// Every example that fails, and how many there were.
pub fn examples(results: &[ExampleResult], look: Look) -> String {
    let mut text = String::new();
    for result in results {
        if let Some(fault) = &result.fault {
            text.push_str(
                &look.severity(&format!("{}\n", subject(&result.subject, look.language)), Severity::Error),
            );
            text.push_str(&look.block("", fault.in_language(look.language)));
        }
    }
    text.push_str(&look.bold(&summary(results, look.language)));
    text
}

fn summary(results: &[ExampleResult], language: Language) -> String {
    let failed = results.iter().filter(|result| result.fault.is_some()).count();
    let bases = results.iter().filter(|result| matches!(result.subject, Subject::Base(_))).count();
    let examples = words::counted(results.len() - bases, "ví dụ", ["example", "examples"], language);
    let bases = match bases {
        0 => String::new(),
        some => format!(", {}", words::counted(some, "bản gốc", ["base draft", "base drafts"], language)),
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
