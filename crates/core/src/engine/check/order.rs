//! `order`: components come in the order of the list.
//!
//! What is missing is left to `present`: only places that are there can stand in the wrong order.

use crate::document::PartKind;
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::Selector;

/// In each part, the first nodes of the selectors, as far as they are there, follow each other.
pub fn check(context: &Context<'_>, selectors: &[Selector], parts: &[PartKind]) -> Verdict {
    let all = context.document.parts.iter().enumerate();
    let own = all.filter(|(_, part)| parts.contains(&part.kind));
    Verdict::of(own.flat_map(|(index, _)| in_part(context, selectors, index)).collect())
}

/// One hit for each neighbour pair of the list that stands the wrong way round, on the later of the two
/// in the list. Neighbours alone are compared, so that one misplaced component is told once and not
/// against every other one.
fn in_part(context: &Context<'_>, selectors: &[Selector], part: usize) -> Vec<Hit> {
    let first = |selector: &Selector| context.first_in(*selector, Some(part));
    let nodes: Vec<Node> = selectors.iter().filter_map(first).collect();
    let wrong = nodes.windows(2).filter(|pair| pair[1].span.start < pair[0].span.start);
    wrong
        .map(|pair| {
            Hit::new(pair[1].span, pair[0].certainty.min(pair[1].certainty))
                .with("found", pair[1].value.clone())
                .with("other", pair[0].value.clone())
                .against(pair[0].span)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Component;
    use crate::finding::Certainty;
    use crate::text::Span;

    #[test]
    fn a_component_that_comes_too_early_is_reported() {
        let mut case = crate::engine::check::fixture::Case::of_text("Tên\nQUYẾT ĐỊNH");
        let text = case.draft.text.clone();
        let line = |start: usize, end: usize| {
            Some(Component::line(&text, Span::new(start, end), Certainty::Certain))
        };
        let title_end = "Tên".len();
        case.document.parts[0].title = line(0, title_end);
        case.document.parts[0].form = line(title_end + 1, text.trim_end().len());
        let order = [Selector::Form, Selector::Title];
        let hits = case.judge(|context| check(context, &order, &[PartKind::Act])).hits;
        assert_eq!(hits[0].variables["found"].vi, "Tên");
        let order = [Selector::Title, Selector::Form];
        assert!(case.judge(|context| check(context, &order, &[PartKind::Act])).passes());
    }
}
