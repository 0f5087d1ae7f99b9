//! JUnit: a suite a document, a case a finding. Cases are written as soon as their document is done, which
//! writers of whole reports cannot; the one of nextest reads them back in the tests.
//!
//! JUnit knows passed, failed, broken and skipped, and platforms fail a pipeline on what failed. So an error
//! fails, what could not be read is broken, and what only asks people to look (warnings, notes, what was set
//! aside, what could not be judged) is skipped, with its words.

use crate::path::in_repository;
use crate::told::{Told, nothing_found, set_aside, told};
use crate::xml;
use std::collections::HashMap;
use thethuc_core::finding::Severity;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::{Reported, Tally, wording};
use thethuc_core::text::steering::in_one_line;

/// Most letters of the words found that stand in the name of a case.
const WORDS: usize = 40;

/// JUnit.
#[derive(Clone, Copy, Debug, Default)]
pub struct JUnit;

impl Format for JUnit {
    fn name(&self) -> &'static str {
        "junit"
    }

    fn open(&self, _: &Setting<'_>) -> String {
        format!("{}{}\n", xml::DECLARATION, xml::open("testsuites", &[("name", "thethuc")]))
    }

    fn piece(&self, document: &Document<'_>, reported: &Reported<'_>, setting: &Setting<'_>) -> String {
        let path = in_repository(document.path);
        let mut names = Names::default();
        let all = told(document, reported, setting);
        let mut cases: Vec<Case> = all.iter().map(|own| Case::of(own, &mut names, setting)).collect();
        if cases.is_empty() {
            let words = setting.language.pick("Không có phát hiện", "No findings");
            cases.push(Case { name: words.to_owned(), outcome: Outcome::Passed });
        }
        suite(path, &cases)
    }

    fn close(&self, tally: &Tally, setting: &Setting<'_>) -> String {
        // A report without a case reads as passed.
        let nothing = nothing_found(tally, setting.language).map(|words| {
            let outcome = Outcome::Broken("input/none".to_owned(), words.to_owned(), words.to_owned());
            suite("thethuc", &[Case { name: words.to_owned(), outcome }])
        });
        nothing.unwrap_or_default() + "</testsuites>\n"
    }
}

/// One case.
struct Case {
    name: String,
    outcome: Outcome,
}

/// What became of a case: its type, its message and all of its words.
enum Outcome {
    Passed,
    Failed(String, String, String),
    Broken(String, String, String),
    Skipped(String),
}

/// Names of cases, each of which stands once in a document.
#[derive(Default)]
struct Names(HashMap<String, usize>);

impl Names {
    /// The name, with a number where it was there before. It holds no line: a case is the same one from run
    /// to run, whatever was inserted above it.
    fn take(&mut self, told: &Told<'_>) -> String {
        let mut name = told.rule.to_owned();
        if !told.place.is_empty() {
            name.extend([": ", told.place]);
        }
        let words = told.finding.map_or("", |own| own.text).trim();
        if !words.is_empty() {
            let cut: String = words.chars().take(WORDS).collect();
            let more = if cut.len() < words.len() { "…" } else { "" };
            name.extend([" “", &in_one_line(&cut), more, "”"]);
        }
        loop {
            let count = self.0.entry(name.clone()).or_default();
            *count += 1;
            if *count == 1 {
                return name;
            }
            name = format!("{name} ({count})");
        }
    }
}

impl Case {
    fn of(told: &Told<'_>, names: &mut Names, setting: &Setting<'_>) -> Self {
        let language = setting.language;
        let aside = told.finding.and_then(|own| set_aside(own, language));
        let outcome = match (told.severity, aside) {
            (_, Some(why)) => Outcome::Skipped(format!("{why}. {}", told.message)),
            (Severity::Error, None) => {
                let (kind, message) = (told.rule.to_owned(), told.message.to_owned());
                match told.finding {
                    Some(_) => Outcome::Failed(kind, message, told.sentence()),
                    None => Outcome::Broken(kind, message, told.sentence()),
                }
            }
            (severity, None) => {
                let lead = wording::severity(severity, language);
                Outcome::Skipped(format!("{lead}: {}", told.sentence()))
            }
        };
        Self { name: names.take(told), outcome }
    }

    fn written(&self, suite: &str) -> String {
        let attributes = [("name", self.name.as_str()), ("classname", suite)];
        let inside = match &self.outcome {
            Outcome::Passed => return format!("    {}\n", xml::empty("testcase", &attributes)),
            Outcome::Failed(kind, message, words) => {
                xml::holding("failure", &[("message", message), ("type", kind)], words)
            }
            Outcome::Broken(kind, message, words) => {
                xml::holding("error", &[("message", message), ("type", kind)], words)
            }
            Outcome::Skipped(message) => xml::empty("skipped", &[("message", message)]),
        };
        format!("    {}{inside}</testcase>\n", xml::open("testcase", &attributes))
    }
}

fn suite(name: &str, cases: &[Case]) -> String {
    let count = |is: fn(&Outcome) -> bool| cases.iter().filter(|case| is(&case.outcome)).count().to_string();
    let tests = cases.len().to_string();
    let failed = count(|own| matches!(own, Outcome::Failed(..)));
    let broken = count(|own| matches!(own, Outcome::Broken(..)));
    let skipped = count(|own| matches!(own, Outcome::Skipped(_)));
    let attributes = [
        ("name", name),
        ("tests", &tests),
        ("failures", &failed),
        ("errors", &broken),
        ("skipped", &skipped),
    ];
    let inside: String = cases.iter().map(|case| case.written(name)).collect();
    format!("  {}\n{inside}  </testsuite>\n", xml::open("testsuite", &attributes))
}
