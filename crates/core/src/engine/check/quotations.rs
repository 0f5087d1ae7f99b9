//! `quotations`: quotation marks stand in pairs.
//!
//! A quotation may hold others, and several paragraphs of it may each begin with the mark; it ends before the
//! next article of the document itself at the latest.

use crate::document::{Unit, UnitKind};
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Certainty;
use crate::text::Span;

/// Reports the marks of each node that open without end, and those that close without beginning.
pub fn check(context: &Context<'_>, nodes: &[Node]) -> Verdict {
    Verdict::of(nodes.iter().flat_map(|node| of_node(context, node)).collect())
}

/// The hits in one node, from heading to heading.
fn of_node(context: &Context<'_>, node: &Node) -> Vec<Hit> {
    let Some(part) = node.part_of(context.document) else { return Vec::new() };
    let is_heading = |unit: &&Unit| {
        matches!(unit.kind, UnitKind::Article | UnitKind::Chapter) && node.span.covers(unit.span)
    };
    let mut bounds: Vec<usize> = part.units.iter().filter(is_heading).map(|unit| unit.span.start).collect();
    bounds.insert(0, node.span.start);
    bounds.push(node.span.end);
    bounds.sort_unstable();
    let stretches = bounds.windows(2).filter_map(|pair| Some(Span::new(*pair.first()?, *pair.get(1)?)));
    stretches.flat_map(|stretch| unpaired(context, stretch)).collect()
}

/// The marks of a stretch that have no other half.
fn unpaired(context: &Context<'_>, stretch: Span) -> Vec<Hit> {
    let text = context.words(stretch);
    // A straight mark may be the other half: which, nobody can tell.
    if !text.contains(['“', '”']) || text.contains('"') {
        return Vec::new();
    }
    let mut open: Vec<usize> = Vec::new();
    let mut alone = Vec::new();
    for (at, mark) in text.char_indices().filter(|(_, letter)| matches!(letter, '“' | '”')) {
        let before = text.get(..at).unwrap_or_default();
        match mark {
            // Every paragraph of a long quotation may begin with the mark.
            '“' if !open.is_empty() && before.trim_end_matches([' ', '\t']).ends_with('\n') => {}
            '“' => open.push(at),
            // Minutes and inches bear the mark behind their figure.
            _ if open.pop().is_none() && !before.ends_with(|last: char| last.is_ascii_digit()) => {
                alone.push(at)
            }
            _ => {}
        }
    }
    // Of several that are open the outermost is told: the rest may lie within it.
    alone.extend(open.first());
    alone.sort_unstable();
    alone.into_iter().map(|at| hit(context, stretch, at)).collect()
}

/// Words beside a mark by which it is found.
const WORDS: usize = 4;

/// A mark with the words that it stands at.
fn hit(context: &Context<'_>, stretch: Span, at: usize) -> Hit {
    let text = context.words(stretch);
    let (before, after) = text.split_at(at);
    let words = if after.starts_with('“') {
        let line = after.split('\n').next().unwrap_or_default();
        let end = line.match_indices(' ').nth(WORDS).map_or(line.trim_end().len(), |(end, _)| end);
        Span::new(at, at + end)
    } else {
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let lead = before.get(line..).unwrap_or_default();
        let start = lead.rmatch_indices(' ').nth(WORDS).map_or(0, |(start, _)| start + 1);
        Span::new(line + start, at + '”'.len_utf8())
    };
    let span = Span::new(stretch.start + words.start, stretch.start + words.end);
    Hit::new(span, Certainty::Certain).with("found", context.words(span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn found(text: &str) -> Vec<String> {
        let case = Case::of_text(text);
        let nodes = [case.whole_node()];
        let hits = case.judge(|context| check(context, &nodes)).hits;
        hits.iter().map(|hit| hit.span.of(&case.draft.text).to_owned()).collect()
    }

    #[test]
    fn a_mark_without_its_other_half_is_told_with_its_words() {
        assert_eq!(found("cụm từ “Phòng Kinh tế được sửa lại như sau"), ["“Phòng Kinh tế được sửa"]);
        assert_eq!(found("cụm từ Phòng Kinh tế” được sửa"), ["từ Phòng Kinh tế”"]);
    }

    #[test]
    fn pairs_and_long_quotations_are_left_alone() {
        assert!(found("“a “b” c” và “d”").is_empty());
        assert!(found("“1. Một\n“2. Hai”").is_empty());
        assert!(found("ống 3” và 5’30”").is_empty());
        assert!(found("“a\"").is_empty());
    }
}
