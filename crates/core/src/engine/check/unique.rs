//! `unique`: no two nodes say the same.
//!
//! A repeated basis or recipient is nearly always a slip of copying. The rule says which differences do
//! not make two nodes different (case, blanks, placement of tone marks).

use super::letters::key;
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::check::Ignoring;
use std::collections::HashMap;

/// Each node that repeats an earlier one of its part, punctuation at the end aside, is a hit.
pub fn check(context: &Context<'_>, ignoring: &[Ignoring], nodes: &[Node]) -> Verdict {
    let mut known: HashMap<(Option<usize>, String), &Node> = HashMap::new();
    let mut hits = Vec::new();
    for node in nodes {
        let words = node.value.trim_end_matches(['.', ',', ';', ':']);
        let key = key(words, ignoring);
        if key.is_empty() {
            continue;
        }
        if let Some(first) = known.get(&(node.part, key.clone())) {
            let place = context.address(first.span).words();
            let hit = Hit::new(node.span, node.certainty).against(first.span);
            hits.push(hit.with_words("other_place", place.vi, place.en));
        } else {
            known.insert((node.part, key), node);
        }
    }
    Verdict::of(hits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    #[test]
    fn a_repetition_is_reported_with_the_place_of_the_first() {
        let case = Case::of_text("Căn cứ Luật X;\nCăn cứ Luật Y;\ncăn cứ Luật X.");
        let nodes = case.paragraph_nodes();
        let judge = |ignoring: &[Ignoring]| case.judge(|context| check(context, ignoring, &nodes)).hits;
        assert!(judge(&[]).is_empty());
        let hits = judge(&[Ignoring::Case]);
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].variables["other_place"].vi, "Đoạn 1");
        assert_eq!(hits[0].related, [nodes[0].span]);
    }
}
