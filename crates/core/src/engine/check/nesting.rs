//! `nesting`: what may hold a unit or a paragraph.
//!
//! Only the unit directly above counts: a clause in an article is right wherever the article stands.

use crate::document::UnitKind;
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::check::NestingCheck;

/// Each unit, or paragraph, stands directly in a unit of an allowed kind.
pub fn check(context: &Context<'_>, spec: &NestingCheck, nodes: &[Node]) -> Verdict {
    Verdict::of(nodes.iter().filter_map(|node| fault(context, spec, node)).collect())
}

/// The hit on what stands in a unit of another kind, or in none. It is no more certain than the
/// unit above it was recognized.
fn fault(context: &Context<'_>, spec: &NestingCheck, node: &Node) -> Option<Hit> {
    let part = node.part_of(context.document)?;
    let parent = match node.handle {
        Handle::Unit(index) => part.units.get(index)?.parent.and_then(|parent| part.units.get(parent)),
        _ => part.unit_around(node.span).and_then(|unit| part.units.get(unit)),
    };
    let right = parent.is_some_and(|parent| spec.parents.contains(&parent.kind));
    if right {
        return None;
    }
    let certainty = parent.map_or(node.certainty, |parent| node.certainty.min(parent.certainty));
    let (vi, en) = parent
        .map_or(("ngoài mọi đơn vị", "no unit"), |parent| (parent.kind.word(), parent.kind.english()));
    let names = |name: fn(UnitKind) -> &'static str| {
        spec.parents.iter().map(|kind| name(*kind)).collect::<Vec<_>>().join(", ")
    };
    Some(Hit::new(node.span, certainty).with_words("found", vi, en).with_words(
        "expected",
        names(UnitKind::word),
        names(UnitKind::english),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;
    use crate::rulebook::{Selector, UnitFacet};

    #[test]
    fn a_point_right_under_an_article_is_reported() {
        let mut case = Case::of_text("1\na");
        case.add_units(UnitKind::Article, &["1"]);
        case.add_units(UnitKind::Point, &["a"]);
        case.document.parts[0].units[1].parent = Some(0);
        let spec: NestingCheck = serde_yaml::from_str("parents: [clause]").expect("a check");
        let nodes = case.nodes(Selector::Unit(UnitKind::Point, UnitFacet::Heading));
        let hits = case.judge(|context| check(context, &spec, &nodes)).hits;
        assert_eq!(hits[0].variables["found"].vi, "Điều");
        case.document.parts[0].units[0].kind = UnitKind::Clause;
        assert!(case.judge(|context| check(context, &spec, &nodes)).passes());
    }
}
