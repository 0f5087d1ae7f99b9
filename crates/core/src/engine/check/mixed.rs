//! `mixed`: two manners that may not both occur in one document.
//!
//! Either manner is right by itself; the law, or plain care, wants one of them throughout. The rarer
//! one is told, because it is the smaller change.

use crate::engine::context::Context;
use crate::engine::flow::FlowText;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::Pattern;
use crate::rulebook::check::MixedCheck;

/// Where both manners occur, each match of the rarer one is a hit.
pub fn check(context: &Context<'_>, spec: &MixedCheck, nodes: &[Node]) -> Verdict {
    let first = matches(context, &spec.first, nodes);
    let second = matches(context, &spec.second, nodes);
    let (rare, common) = if first.len() <= second.len() { (first, second) } else { (second, first) };
    let Some(other) = common.first().map(|hit| hit.span) else {
        return Verdict::pass();
    };
    let say = |hit: Hit| {
        let found = context.words(hit.span).to_owned();
        hit.with("found", found).with("other", context.words(other)).against(other)
    };
    Verdict::of(rare.into_iter().map(say).collect())
}

/// A hit for each match of one manner, amending text in quotation marks left out.
fn matches(context: &Context<'_>, pattern: &Pattern, nodes: &[Node]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for node in nodes {
        let flow = FlowText::of(node, &context.draft.text);
        let Some(regex) = pattern.regex_for(&flow.text) else { continue };
        let spans = regex.find_iter(&flow.text).map(|found| flow.span(found.start(), found.end()));
        hits.extend(
            spans
                .filter(|span| !context.document.is_quoted(*span))
                .map(|span| Hit::new(span, node.certainty)),
        );
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    #[test]
    fn the_rarer_manner_is_reported() {
        let spec: MixedCheck =
            serde_yaml::from_str(r"{first: '\b[a-zđ]*òa\b', second: '\b[a-zđ]*oà\b'}").expect("a check");
        let judge = |words: &str| {
            let case = Case::of_text(words);
            let nodes = case.paragraph_nodes();
            let hits = case.judge(|context| check(context, &spec, &nodes)).hits;
            hits.iter().map(|hit| hit.span.of(&case.draft.text).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(judge("hòa, tòa, hoà"), ["hoà"]);
        assert!(judge("hòa, tòa").is_empty());
    }
}
