//! The report for machines, schema `thethuc/report/v1`.
//!
//! One JSON value over all documents, indented by two blanks, written from the model in the language that
//! was asked for.

use super::format::{Format, Setting};
use super::model::{Document, Head, Tail};
use super::{Reported, Tally};
use crate::text::steering::inert_json;
use serde::Serialize;

/// One JSON value, indented.
pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn open(&self, setting: &Setting<'_>) -> String {
        let head = pretty(&Head::of(setting));
        let fields = head.strip_suffix("\n}").unwrap_or(&head);
        format!("{fields},\n  \"documents\": [")
    }

    fn piece(&self, document: &Document<'_>, _: &Reported<'_>, setting: &Setting<'_>) -> String {
        indented(&pretty(&document.in_language(setting.language)), "    ")
    }

    fn between(&self) -> &'static str {
        ","
    }

    fn close(&self, tally: &Tally, setting: &Setting<'_>) -> String {
        let end = if tally.documents == 0 { "]" } else { "\n  ]" };
        let tail = pretty(&Tail::of(tally, setting).in_language(setting.language));
        let fields = tail.strip_prefix('{').unwrap_or(&tail);
        format!("{end},{fields}\n")
    }
}

/// Only a map with keys that are no strings, or a failing writer, could make this an error.
fn pretty(value: &impl Serialize) -> String {
    inert_json(serde_json::to_string_pretty(value).unwrap_or_default())
}

/// Every line on a new line of its own, moved to the right. Line breaks inside JSON strings are
/// escaped, so no string is touched.
fn indented(json: &str, indent: &str) -> String {
    json.lines().flat_map(|line| ["\n", indent, line]).collect()
}
