//! `present`: how often a place occurs in each part that is looked at.

use crate::document::Part;
use crate::finding::Certainty;
use crate::rulebook::value::Count;
use crate::rules::context::{Context, Target};
use crate::rules::node::Node;
use crate::rules::outcome::{Hit, Verdict};
use crate::text::Span;

/// Missing places are reported at the start of their part, surplus ones where they stand.
pub fn check(context: &Context<'_>, count: Count, target: Target<'_>) -> Verdict {
    let parts = context.document.parts.iter().enumerate();
    let own = parts.filter(|(_, part)| target.parts.contains(&part.kind));
    own.map(|(index, part)| {
        let nodes: Vec<&Node> = target.nodes.iter().filter(|node| node.part == Some(index)).collect();
        in_part(context, count, part, &nodes)
    })
    .collect()
}

fn in_part(context: &Context<'_>, count: Count, part: &Part, nodes: &[&Node]) -> Verdict {
    let found = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
    let describe = |hit: Hit| {
        let expected = match (count.min, count.max) {
            (min, Some(max)) if min == max => max.to_string(),
            (min, Some(max)) => format!("{min}–{max}"),
            (min, None) => format!("≥ {min}"),
        };
        hit.with("expected", expected)
    };
    if found < count.min {
        let span = Span::at(first_word(context, part));
        return Verdict::fail(describe(Hit::new(span, absence(part)).with("found", found.to_string())));
    }
    let Some(max) = count.max else { return Verdict::pass() };
    let surplus = nodes.iter().skip(max as usize);
    Verdict::of(
        surplus
            .map(|node| describe(Hit::new(node.span, node.certainty).with("found", node.value.clone())))
            .collect(),
    )
}

/// That something was not recognized is as certain as the recognition of the part as a whole.
fn absence(part: &Part) -> Certainty {
    part.header_certainty()
}

fn first_word(context: &Context<'_>, part: &Part) -> usize {
    part.span.trim(&context.draft.text).start
}
