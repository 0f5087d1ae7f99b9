//! The report of checkstyle, which most viewers of findings read. Files without lines are told at line 1: the
//! place stands in the message.

use crate::path::in_repository;
use crate::told::{Told, told};
use crate::xml;
use thethuc_core::finding::Severity;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::{Reported, Tally};

/// The version of the format that other checkers name too; it says nothing of the program.
const VERSION: &str = "4.3";

/// The report of checkstyle.
#[derive(Clone, Copy, Debug, Default)]
pub struct Checkstyle;

impl Format for Checkstyle {
    fn name(&self) -> &'static str {
        "checkstyle"
    }

    fn open(&self, _: &Setting<'_>) -> String {
        format!("{}{}\n", xml::DECLARATION, xml::open("checkstyle", &[("version", VERSION)]))
    }

    fn piece(&self, document: &Document<'_>, reported: &Reported<'_>, setting: &Setting<'_>) -> String {
        let all = told(document, reported, setting);
        let errors = all.iter().filter(|own| !own.is_set_aside()).map(error);
        let file = xml::open("file", &[("name", in_repository(document.path))]);
        std::iter::once(file + "\n").chain(errors).chain(["</file>\n".to_owned()]).collect()
    }

    fn close(&self, _: &Tally, _: &Setting<'_>) -> String {
        "</checkstyle>\n".to_owned()
    }
}

fn error(told: &Told<'_>) -> String {
    let start = told.lines.map(|lines| lines.start);
    let line = start.map_or(1, |start| start.line).to_string();
    let column = start.map(|start| start.column.to_string());
    let severity = match told.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "info",
    };
    // Viewers take what stands before the last dot for a package.
    let source = format!("thethuc.{}", told.rule.replace('/', "."));
    let message = told.sentence();
    let mut attributes = vec![("line", line.as_str())];
    attributes.extend(column.as_deref().map(|column| ("column", column)));
    attributes.extend([("severity", severity), ("message", &message), ("source", &source)]);
    format!("  {}\n", xml::empty("error", &attributes))
}
