//! `same-size`: letters as large as those of another place of the same part.
//!
//! The law leaves a choice of sizes and wants the choice kept. What the size of a place is, most of its letters say: a
//! few words in another size are the fault, and not the measure.

use super::measure::{number, runs, shared_size};
use crate::draft::Script;
use crate::edit::{Edit, LettersChange};
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Reason;
use crate::rulebook::check::SameSizeCheck;
use crate::rulebook::value::Range;
use crate::text::Span;

/// How far a size in points may be off.
const TOLERANCE: f32 = 0.25;
/// Fewest letters in another size that a reader sees.
const FEWEST_LETTERS: usize = 8;

/// Every node has the size that most letters of the other place have. A place of several sizes tells nothing.
pub fn check(context: &Context<'_>, spec: &SameSizeCheck, nodes: &[Node]) -> Verdict {
    if nodes.is_empty() {
        return Verdict::pass();
    }
    if !context.draft.format.has_typography() {
        return Verdict::unknown(Reason::NoTypography);
    }
    let mut known: Option<(Option<usize>, Option<f32>)> = None;
    let mut verdict = Verdict::pass();
    for node in nodes {
        let (part, size) = known.filter(|(part, _)| *part == node.part).unwrap_or_else(|| {
            let places = context.all(spec.of);
            let own: Vec<&Node> = places.iter().filter(|other| other.part == node.part).collect();
            (node.part, shared_size(context.draft, &own))
        });
        known = Some((part, size));
        let Some(size) = size else { continue };
        verdict.hits.extend(of_node(context, &spec.within, node, size));
    }
    verdict
}

/// The stretches of a node in another size; neighbours of one size are one stretch.
fn of_node(context: &Context<'_>, within: &Range, node: &Node, size: f32) -> Vec<Hit> {
    let text = &context.draft.text;
    let mut stretches: Vec<(Span, f32)> = Vec::new();
    for own in runs(context.draft, node) {
        let Some(found) = own.run.style.size else { continue };
        let is_other = (found - size).abs() > TOLERANCE
            && within.holds(found, TOLERANCE)
            && own.run.style.script == Script::Baseline;
        if !is_other {
            continue;
        }
        match stretches.last_mut() {
            Some((last, known))
                if (*known - found).abs() <= TOLERANCE
                    && !Span::new(last.end, own.span.start).of(text).contains(char::is_alphanumeric) =>
            {
                last.end = own.span.end;
            }
            _ => stretches.push((own.span, found)),
        }
    }
    let letters = |span: Span| span.of(text).chars().filter(|letter| letter.is_alphabetic()).count();
    let seen =
        stretches.into_iter().filter(|(span, _)| letters(*span) >= FEWEST_LETTERS.min(letters(node.span)));
    seen.map(|(span, found)| {
        let (found, expected) = (number(found), number(size));
        let style = LettersChange { size: Some(size), ..LettersChange::default() };
        Hit::new(span, node.certainty)
            .with_words("found", found.vi, found.en)
            .with_words("expected", expected.vi, expected.en)
            .mended(Edit::Letters { span, style })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    #[test]
    fn a_stretch_in_another_size_than_most_letters() {
        let mut case = Case::of_text("Một đoạn lời văn dài của văn bản.\nĐoạn khác hẳn.");
        let body = case.draft.paragraphs.iter().map(|own| own.span).reduce(Span::join).expect("lines");
        case.document.parts[0].body = body;
        let spec: SameSizeCheck =
            serde_yaml::from_str("{as: body.paragraph, within: {min: 13, max: 14}}").expect("a check");
        let nodes = case.paragraph_nodes();
        let judge = |case: &Case| case.judge(|context| check(context, &spec, &nodes));
        assert!(judge(&case).passes(), "no size is known");
        case.style(0, |style| style.size = Some(14.0));
        case.style(1, |style| style.size = Some(13.0));
        let hits = judge(&case).hits;
        assert_eq!(
            hits.iter().map(|hit| hit.span.of(&case.draft.text)).collect::<Vec<_>>(),
            ["Đoạn khác hẳn."]
        );
        case.style(1, |style| style.size = Some(12.0));
        assert!(judge(&case).passes(), "12 is told by another check");
    }
}
