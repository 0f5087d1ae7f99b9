//! `titled`: whether a unit has a title.
//!
//! Whether words behind a label are its title or already the sentence was decided by recognition, from
//! their look; the certainty here says how sure that can be.

use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Certainty;
use crate::text::Span;

/// Each unit has a title (`true`) or none (`false`).
pub fn check(context: &Context<'_>, wanted: bool, nodes: &[Node]) -> Verdict {
    let wrong = nodes.iter().filter(|node| {
        let Handle::Unit(index) = node.handle else { return false };
        let unit = node.part_of(context.document).and_then(|part| part.units.get(index));
        unit.is_some_and(|unit| {
            let titled = unit.title.is_some_and(|title| !context.words(title).trim().is_empty());
            titled != wanted
        })
    });
    // Where words follow the label, whether they are a title or the sentence itself is judged by
    // their look; only a label that stands alone surely lacks one.
    let certainty = |node: &Node| {
        let label = match node.handle {
            Handle::Unit(index) => {
                node.part_of(context.document).and_then(|part| part.units.get(index)).map(|unit| unit.label)
            }
            _ => None,
        };
        let alone = label.is_some_and(|label| {
            Span::new(label.end, node.span.end).of(&context.draft.text).trim().is_empty()
        });
        if alone { node.certainty } else { Certainty::Guessed }
    };
    let hits = wrong.map(|node| Hit::new(node.span, certainty(node)).with("found", node.value.clone()));
    Verdict::of(hits.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::UnitKind;
    use crate::engine::check::fixture::Case;
    use crate::rulebook::{Selector, UnitFacet};

    #[test]
    fn a_chapter_without_title_is_reported() {
        let mut case = Case::of_text("I\nQUY ĐỊNH CHUNG");
        case.add_units(UnitKind::Chapter, &["I"]);
        let nodes = case.nodes(Selector::Unit(UnitKind::Chapter, UnitFacet::Heading));
        assert_eq!(case.judge(|context| check(context, true, &nodes)).hits.len(), 1);
        case.document.parts[0].units[0].title = Some(Span::new(2, case.draft.text.trim_end().len()));
        assert!(case.judge(|context| check(context, true, &nodes)).passes());
    }
}
