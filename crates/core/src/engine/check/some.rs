//! `some`: at least one node passes.
//!
//! For demands on a list as a whole, such as that one of the bases names a certain law. One node of
//! which it cannot be told keeps the whole open: it might be the one.

use super::evaluate;
use crate::engine::context::{Context, Target};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Reasons;
use crate::rulebook::Check;

/// At least one node of the selection passes the check; if none does, the hit is the last node,
/// after which what is missing would stand. An empty selection passes: `present` asks for places.
pub fn check(context: &Context<'_>, check: &Check, target: Target<'_>) -> Verdict {
    let Some(last) = target.nodes.last() else { return Verdict::pass() };
    let mut unknown = Reasons::default();
    for node in target.nodes {
        let verdict = evaluate(context, check, Target { nodes: std::slice::from_ref(node), ..target });
        if verdict.passes() {
            return Verdict::pass();
        }
        unknown |= verdict.undecided();
    }
    if unknown.is_empty() {
        Verdict::fail(Hit::new(last.span, last.certainty))
    } else {
        Verdict::unless(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::PartKind;
    use crate::engine::check::fixture::Case;
    use crate::rulebook::Selector;

    #[test]
    fn one_node_is_enough() {
        let judge = |words: &str| {
            let case = Case::of_text(words);
            let spec: Check = serde_yaml::from_str("text: {starts-with: Căn cứ Luật}").expect("a check");
            let nodes = case.paragraph_nodes();
            let target = Target { selectors: &[Selector::Basis], parts: &[PartKind::Act], nodes: &nodes };
            let hits = case.judge(|context| check(context, &spec, target)).hits;
            hits.iter().map(|hit| hit.span.of(&case.draft.text).to_owned()).collect::<Vec<_>>()
        };
        assert!(judge("Căn cứ Luật X;\nCăn cứ Nghị định Y;").is_empty());
        assert_eq!(judge("Căn cứ Nghị định X;\nCăn cứ Nghị định Y;"), ["Căn cứ Nghị định Y;"]);
    }
}
