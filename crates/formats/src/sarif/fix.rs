//! Repairs of text files. Only what can be said in the bytes of the file is told: words that stand there in
//! one stretch, without markup between them, and words in their place that are no markup themselves.

use super::place::{Artifact, Region, Source};
use super::rule::Text;
use serde::Serialize;
use std::borrow::Cow;
use thethuc_core::finding::Words;
use thethuc_core::report::model::{EditJson, Finding, Repair, SpanJson};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Span;

/// One repair.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fix {
    description: Text,
    artifact_changes: [Change; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    artifact_location: Artifact,
    replacements: Vec<Replacement>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    #[serde(skip_serializing_if = "Option::is_none")]
    inserted_content: Option<Text>,
}

/// The repairs of a finding that can be told, whole or not at all.
pub fn fixes(finding: &Finding<'_>, path: &str, source: &Source<'_>, language: Language) -> Vec<Fix> {
    finding.fixes.iter().filter_map(|repair| fix(repair, path, source, language)).collect()
}

fn fix(
    repair: &Repair<'_, Cow<'_, Words>>,
    path: &str,
    source: &Source<'_>,
    language: Language,
) -> Option<Fix> {
    let each = repair.edits.iter().map(|edit| match edit {
        EditJson::Words { span, with } if stands_alone(*span, source) && is_plain(with, source) => {
            Some(Replacement {
                deleted_region: Region::of(*span),
                inserted_content: (!with.is_empty()).then(|| Text::plain(with)),
            })
        }
        _ => None,
    });
    let replacements: Vec<_> = each.collect::<Option<_>>()?;
    let change = Change { artifact_location: Artifact::of(path), replacements };
    let description = Text::plain(repair.title.in_language(language));
    (!change.replacements.is_empty()).then_some(Fix { description, artifact_changes: [change] })
}

/// Whether the words of a span stand in the file as they are, in one stretch; between two letters where the
/// span is empty.
fn stands_alone(span: SpanJson, source: &Source<'_>) -> bool {
    let (start, end) = (span.start.offset, span.end.offset);
    let text = &source.draft.text;
    let from =
        if start == end { text[..start].char_indices().next_back().map_or(0, |(at, _)| at) } else { start };
    let to = if start == end {
        text[end..].chars().next().map_or(end, |letter| end + letter.len_utf8())
    } else {
        end
    };
    let pieces = source.draft.map.pieces(Span { start: from, end: to });
    match pieces.as_slice() {
        [piece] => source.text.get(piece.start..piece.end) == text.get(from..to),
        _ => false,
    }
}

/// Whether words can be put into the file as they are.
fn is_plain(words: &str, source: &Source<'_>) -> bool {
    const MARKUP: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '|', '#', '~', '&', '\n', '\r'];
    !source.is_markdown || !words.contains(MARKUP)
}
