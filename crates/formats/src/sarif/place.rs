//! Where a result is: the file, its lines, and the parts of the document.

use crate::path;
use serde::Serialize;
use thethuc_core::draft::{Draft, Format};
use thethuc_core::report::model::{Position, SpanJson, Step};
use thethuc_core::report::position::Positions;
use thethuc_core::report::{Outcome, Reported};

/// A file with lines: what was read, and its bytes.
pub struct Source<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// The text of the file.
    pub text: &'a str,
    /// Whether letters of it may be signs of Markdown.
    pub is_markdown: bool,
}

/// The source of a document whose lines and columns are those of the file.
pub fn source<'a>(reported: &Reported<'a>) -> Option<Source<'a>> {
    let Outcome::Checked { checked, source } = reported.outcome else { return None };
    let draft = &checked.draft;
    let text = std::str::from_utf8(source).ok()?;
    let is_markdown = draft.format == Format::Markdown;
    Positions::new(draft, source).are_of_the_file().then_some(Source { draft, text, is_markdown })
}

/// A place, as SARIF has it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    region: Region,
}

/// A file.
#[derive(Serialize)]
pub struct Artifact {
    uri: String,
}

/// Lines and columns from 1; the end column is that behind the last letter.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Snippet>,
}

#[derive(Serialize)]
struct Snippet {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    name: String,
    fully_qualified_name: String,
    kind: &'static str,
}

impl Artifact {
    /// The file of that path.
    pub fn of(path: &str) -> Self {
        Self { uri: path::uri(path) }
    }
}

impl Region {
    /// The lines of a span.
    pub fn of(span: SpanJson) -> Self {
        let Position { line, column, .. } = span.start;
        Self {
            start_line: line,
            start_column: Some(column),
            end_line: Some(span.end.line),
            end_column: Some(span.end.column),
            snippet: None,
        }
    }

    /// The file as a whole. Platforms take no result without a line, and a Word file has none: the words of
    /// the result and its logical location say where it is.
    const fn whole() -> Self {
        Self { start_line: 1, start_column: None, end_line: None, end_column: None, snippet: None }
    }
}

impl Location {
    /// A place in a file, by its lines and by its address.
    pub fn of(
        path: &str,
        lines: Option<SpanJson>,
        source: Option<&Source<'_>>,
        in_words: &str,
        address: &[Step],
    ) -> Self {
        let mut region = lines.map_or_else(Region::whole, Region::of);
        let words = lines.zip(source).and_then(|(span, source)| {
            source.draft.text.get(span.start.offset..span.end.offset).filter(|words| !words.is_empty())
        });
        region.snippet = words.map(|words| Snippet { text: words.to_owned() });
        let logical = address.last().map(|last| LogicalLocation {
            name: if in_words.is_empty() { step(last) } else { in_words.to_owned() },
            fully_qualified_name: address.iter().map(step).collect::<Vec<_>>().join("/"),
            kind: last.kind,
        });
        Self {
            physical_location: PhysicalLocation { artifact_location: Artifact::of(path), region },
            logical_locations: logical.into_iter().collect(),
        }
    }
}

/// `article 3`, or what has no label by its kind alone.
fn step(step: &Step) -> String {
    match &step.label {
        Some(label) => format!("{} {label}", step.kind),
        None => step.kind.to_owned(),
    }
}
