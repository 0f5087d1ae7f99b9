//! What became of the examples of the rules.

use super::super::Screen;
use thethuc_core::finding::Severity;
use thethuc_core::report::wording;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::trial::{ExampleResult, Lack, Subject};

/// Every example that fails, every regime that a rule claims without an example, and how many
/// examples there were.
pub fn examples(results: &[ExampleResult], lacking: &[Lack], screen: Screen) -> String {
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
    for (index, own) in lacking.iter().enumerate() {
        if index == 0 || lacking[index - 1].rule != own.rule {
            text.push_str(&screen.severity(&format!("{}\n", own.rule), Severity::Warning));
        }
        text.push_str(&screen.block("", &lack(own, screen.language)));
    }
    text.push_str(&screen.bold(&summary(results, lacking.len(), screen.language)));
    text
}

/// What is to be done about a regime without an example.
fn lack(own: &Lack, language: Language) -> String {
    let title = own.title.in_language(language);
    match language {
        Language::Vi => format!(
            "thiếu ví dụ sai (finds ≥ 1) cho khung pháp luật “{}” ({title}): thêm ví dụ lấy bản gốc thuộc khung pháp luật này.",
            own.regime
        ),
        Language::En => format!(
            "no example that it reports (finds ≥ 1) in the regime “{}” ({title}): add one from a base of that regime.",
            own.regime
        ),
    }
}

/// `212 ví dụ, 40 bản gốc: tất cả đều đúng.`: bases are counted apart, for each is an example that
/// nothing is found.
fn summary(results: &[ExampleResult], lacking: usize, language: Language) -> String {
    let failed = results.iter().filter(|result| result.fault.is_some()).count();
    let bases = results.iter().filter(|result| matches!(result.subject, Subject::Base(_))).count();
    let examples = wording::counted(results.len() - bases, "ví dụ", ["example", "examples"], language);
    let bases = match bases {
        0 => String::new(),
        some => format!(", {}", wording::counted(some, "bản gốc", ["base draft", "base drafts"], language)),
    };
    let ran = match (failed, language) {
        (0, Language::Vi) => "tất cả đều đúng".to_owned(),
        (0, Language::En) => "all as they should be".to_owned(),
        (_, Language::Vi) => format!("{failed} sai"),
        (_, Language::En) => format!("{failed} failed"),
    };
    let lacking = match (lacking, language) {
        (0, _) => String::new(),
        (_, Language::Vi) => format!("; thiếu {lacking} ví dụ theo khung pháp luật"),
        (_, Language::En) => {
            format!("; {} lacking", wording::counted(lacking, "", ["regime", "regimes"], language))
        }
    };
    format!("{examples}{bases}: {ran}{lacking}.\n")
}

/// `format/motto, ví dụ 2`, `bases/letter.md`.
fn subject(subject: &Subject, language: Language) -> String {
    match subject {
        Subject::Example(rule, number) => format!("{rule}, {} {number}", language.pick("ví dụ", "example")),
        Subject::Base(name) => format!("bases/{name}.md"),
    }
}
