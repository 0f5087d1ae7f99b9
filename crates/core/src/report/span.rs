//! Spans and stretches of the source in the report for machines.

use super::position::{Position, Positions};
use crate::draft::Draft;
use crate::text::Span;
use serde::Serialize;

/// A span with its lines and columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Span")]
pub struct SpanJson {
    /// The first place.
    pub start: Position,
    /// The place behind the last letter.
    pub end: Position,
}

/// A stretch of the source, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Source")]
pub struct SourceJson<'a> {
    /// The part of the .docx package; null for a plain file.
    pub part: Option<&'a str>,
    /// The first byte.
    pub start: usize,
    /// The byte behind the last one.
    pub end: usize,
}

/// A span in the form of the schemas.
pub(super) fn span_json(span: Span, positions: &Positions<'_>) -> SpanJson {
    let (start, end) = positions.of(span);
    SpanJson { start, end }
}

/// The name of a part of the source; none for a plain file.
pub(super) fn part_name(draft: &Draft, part: usize) -> Option<&str> {
    draft.map.parts().get(part).map(String::as_str).filter(|name| !name.is_empty())
}
