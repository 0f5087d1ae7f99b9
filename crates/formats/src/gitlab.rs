//! Code Quality of GitLab: one list of issues. What two of them share as fingerprint GitLab shows once, so
//! that it holds the path too.

use crate::path::in_repository;
use crate::told::{Told, told};
use serde::Serialize;
use thethuc_core::finding::{Fingerprint, Severity};
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::{Reported, Tally};

/// Code Quality of GitLab.
#[derive(Clone, Copy, Debug, Default)]
pub struct GitLab;

#[derive(Serialize)]
struct Issue<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    check_name: &'a str,
    description: String,
    categories: [&'static str; 1],
    severity: &'static str,
    fingerprint: Fingerprint,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

impl Format for GitLab {
    fn name(&self) -> &'static str {
        "gitlab"
    }

    fn open(&self, _: &Setting<'_>) -> String {
        "[\n".to_owned()
    }

    fn piece(&self, document: &Document<'_>, reported: &Reported<'_>, setting: &Setting<'_>) -> String {
        let all = told(document, reported, setting);
        let counted = all.iter().filter(|own| !own.is_set_aside());
        let issues = counted.map(|own| Issue::of(own, document.path));
        // Only a map with keys that are no strings, or a failing writer, could make this an error.
        let lines: Vec<_> = issues.map(|issue| serde_json::to_string(&issue).unwrap_or_default()).collect();
        lines.join(",\n")
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn close(&self, _: &Tally, _: &Setting<'_>) -> String {
        "\n]\n".to_owned()
    }
}

impl<'a> Issue<'a> {
    fn of(told: &Told<'a>, path: &'a str) -> Self {
        let lines = told.lines.map_or((1, 1), |lines| (lines.start.line, lines.end.line));
        Self {
            kind: "issue",
            check_name: told.rule,
            description: told.sentence(),
            categories: ["Style"],
            severity: match told.severity {
                Severity::Error => "critical",
                Severity::Warning => "minor",
                Severity::Note => "info",
            },
            fingerprint: told.fingerprint_in_report(path),
            location: Location { path: in_repository(path), lines: Lines { begin: lines.0, end: lines.1 } },
        }
    }
}
