//! One line of JSON a document, for pipes: each stands for itself and can be read as soon as it is
//! written. Schema `thethuc/document/v1`: the fields of a document of `thethuc/report/v1`.

use super::Reported;
use super::format::{Format, Setting};
use super::model::Document;
use crate::text::steering::inert_json;
use serde::Serialize;

/// JSON, one document a line.
pub struct JsonLines;

#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    #[serde(flatten)]
    document: Document<'a, &'a str>,
}

impl Format for JsonLines {
    fn name(&self) -> &'static str {
        "jsonl"
    }

    fn piece(&self, document: &Document<'_>, _: &Reported<'_>, setting: &Setting<'_>) -> String {
        let line = Line { schema: "thethuc/document/v1", document: document.in_language(setting.language) };
        // Only a map with keys that are no strings, or a failing writer, can make this an error.
        inert_json(serde_json::to_string(&line).unwrap_or_default()) + "\n"
    }
}
