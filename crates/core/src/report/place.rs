//! Places and addresses of findings in the report for machines.

use super::position::Positions;
use super::span::{SourceJson, SpanJson, part_name, span_json};
use crate::document::Address;
use crate::draft::Draft;
use crate::finding::{Anchor, Place, Role, Side};
use serde::Serialize;

/// A place of a finding.
#[derive(Serialize)]
pub(super) struct PlaceJson<'a> {
    role: &'static str,
    anchor: AnchorJson,
    span: SpanJson,
    /// Its words, in the normalized text; empty in a gap.
    words: &'a str,
    /// The stretches of the source that write its words, in order, without markup; empty in a gap.
    source: Vec<SourceJson<'a>>,
    address: Vec<StepJson>,
}

/// What a place is fastened to. Paragraphs and sections are counted from 1.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum AnchorJson {
    Words,
    Gap { paragraph: usize, side: &'static str },
    Paragraph { paragraph: usize },
    Section { section: usize },
    HeaderPart { section: usize },
    Document,
}

/// A step of an address.
#[derive(Serialize)]
pub(super) struct StepJson {
    kind: &'static str,
    label: Option<String>,
}

/// The steps of an address from large to small.
pub(super) fn address(address: &Address) -> Vec<StepJson> {
    address.steps().iter().map(|step| StepJson { kind: step.kind(), label: step.label() }).collect()
}

/// The places of a finding.
pub(super) fn places<'a>(
    places: &[Place],
    draft: &'a Draft,
    positions: &Positions<'_>,
) -> Vec<PlaceJson<'a>> {
    let each = places.iter().map(|place| PlaceJson {
        role: match place.role {
            Role::Primary => "primary",
            Role::Related => "related",
        },
        anchor: anchor(place.anchor),
        span: span_json(place.span, positions),
        words: place.span.of(&draft.text),
        source: draft
            .map
            .pieces(place.span)
            .into_iter()
            .map(|piece| SourceJson {
                part: part_name(draft, piece.part),
                start: piece.start,
                end: piece.end,
            })
            .collect(),
        address: address(&place.address),
    });
    each.collect()
}

fn anchor(anchor: Anchor) -> AnchorJson {
    match anchor {
        Anchor::Words => AnchorJson::Words,
        Anchor::Gap { paragraph, side } => AnchorJson::Gap {
            paragraph: paragraph + 1,
            side: match side {
                Side::Before => "before",
                Side::After => "after",
            },
        },
        Anchor::Paragraph(paragraph) => AnchorJson::Paragraph { paragraph: paragraph + 1 },
        Anchor::Section(section) => AnchorJson::Section { section: section + 1 },
        Anchor::HeaderPart(section) => AnchorJson::HeaderPart { section: section + 1 },
        Anchor::Document => AnchorJson::Document,
    }
}
