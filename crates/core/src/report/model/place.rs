//! Places and addresses of findings in the report.

use crate::document::Address;
use crate::draft::Draft;
use crate::finding::{self, Role, Side};
use crate::report::position::Positions;
use crate::report::span::{SourceJson, SpanJson, part_name, span_json};
use crate::text::{SourceSpan, Span};
use serde::Serialize;

/// A place of a finding.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Place<'a> {
    /// What it has to do with the finding.
    pub role: Role,
    /// What it is fastened to.
    pub anchor: Anchor,
    /// Its words in the text; empty in a gap.
    pub span: SpanJson,
    /// Its words, in the normalized text; empty in a gap.
    pub words: &'a str,
    /// The stretches of the source that write its words, in order, without markup; empty in a gap, and
    /// where there are more than ten thousand.
    pub source: Vec<SourceJson<'a>>,
    /// Where it is, from large to small.
    pub address: Vec<Step>,
}

/// What a place is fastened to. Paragraphs and sections are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Anchor {
    /// The words of the span.
    Words,
    /// The gap beside a paragraph in which something missing belongs.
    Gap {
        /// The paragraph.
        paragraph: usize,
        /// Which of its two gaps.
        side: Side,
    },
    /// A paragraph as a whole.
    Paragraph {
        /// The paragraph.
        paragraph: usize,
    },
    /// The pages of a section.
    Section {
        /// The section.
        section: usize,
    },
    /// The page header or footer of a section.
    HeaderPart {
        /// The section.
        section: usize,
    },
    /// The document.
    Document,
}

/// A step of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Step {
    /// What it is: `article`, `national_name` …
    pub kind: &'static str,
    /// What tells it from its like: a number as written, or counted from 1.
    pub label: Option<String>,
}

/// The steps of an address from large to small.
pub(super) fn address(address: &Address) -> Vec<Step> {
    address.steps().iter().map(|step| Step { kind: step.kind(), label: step.label() }).collect()
}

/// Most stretches of the source that are told of one place: of a paragraph of hundreds of thousands of runs the
/// span says enough.
const STRETCHES: usize = 10_000;

/// The places of a finding.
pub(super) fn places<'a>(
    places: &[finding::Place],
    draft: &'a Draft,
    positions: &Positions<'_>,
    withholds: bool,
) -> Vec<Place<'a>> {
    let each = places.iter().map(|place| Place {
        role: place.role,
        anchor: anchor(place.anchor),
        span: span_json(place.span, positions),
        words: if withholds { "" } else { place.span.of(&draft.text) },
        source: source(draft, place.span),
        address: address(&place.address),
    });
    each.collect()
}

/// The stretches of the source that write the words of a span.
fn source(draft: &Draft, span: Span) -> Vec<SourceJson<'_>> {
    let pieces = Some(draft.map.pieces(span)).filter(|pieces| pieces.len() <= STRETCHES);
    let told = |piece: SourceSpan| {
        let part = part_name(draft, piece.part);
        SourceJson { part, start: piece.start, end: piece.end }
    };
    pieces.into_iter().flatten().map(told).collect()
}

fn anchor(anchor: finding::Anchor) -> Anchor {
    use finding::Anchor as Own;
    match anchor {
        Own::Words => Anchor::Words,
        Own::Gap { paragraph, side } => Anchor::Gap { paragraph: paragraph + 1, side },
        Own::Paragraph(paragraph) => Anchor::Paragraph { paragraph: paragraph + 1 },
        Own::Section(section) => Anchor::Section { section: section + 1 },
        Own::HeaderPart(section) => Anchor::HeaderPart { section: section + 1 },
        Own::Document => Anchor::Document,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_limits_says_what_the_code_does() {
        const TABLE: &str = include_str!("../../../../../docs/limits.md");
        assert!(TABLE.contains(&format!("| `STRETCHES` | {STRETCHES} |")));
    }
}
