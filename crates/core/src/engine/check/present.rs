//! `present`: how often a place occurs in each part that is looked at, or in the whole file where its place
//! has nothing to do with parts.
//!
//! How many is right is stated by the rule, or by the form in the rule book (`by_form`). Absence is the
//! hardest thing to be sure of: it is told as certain only where so much of the part was recognized
//! that the missing place would have been too.

use crate::document::{Address, Component, Part, PartKind};
use crate::edit::Edit;
use crate::engine::context::{Context, Target};
use crate::engine::gap::gap;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Anchor, Certainty, Reason};
use crate::rulebook::count::{ByForm, Count};
use crate::rulebook::{Components, Pattern, Selector};
use crate::text::Span;
use std::collections::HashMap;

/// Missing places are reported at the start of their part, surplus ones where they stand.
/// A start of a part has no words: the hit stands at the gap before them.
pub fn check(context: &Context<'_>, count: &Count, target: Target<'_>) -> Verdict {
    let known = match count.by_form {
        None => Certainty::Certain,
        Some(list) => match named_by_form(context, list, target) {
            Some(certainty) => certainty,
            None => return Verdict::pass(),
        },
    };
    let parts = context.document.parts.iter().enumerate();
    // What stands in the file whatever the part, as the heading of each appendix, is counted once in all.
    let in_all = target.selectors.iter().all(|selector| selector.is_everywhere());
    let own =
        parts.filter(|(index, part)| if in_all { *index == 0 } else { target.parts.contains(&part.kind) });
    let mut by_part: HashMap<usize, Vec<&Node>> = HashMap::new();
    for node in target.nodes {
        if let Some(part) = if in_all { Some(0) } else { node.part } {
            by_part.entry(part).or_default().push(node);
        }
    }
    let mut verdict: Verdict = own
        .map(|(index, part)| {
            let nodes = by_part.get(&index).map(Vec::as_slice).unwrap_or_default();
            let missing_at =
                || target.selectors.first().map_or(Anchor::Document, |own| gap(context, part, *own));
            in_part(context, count, (part, zone(part, target.selectors)), nodes, missing_at)
        })
        .collect();
    verdict.hits.iter_mut().for_each(|hit| hit.certainty = hit.certainty.min(known));
    verdict
}

/// How certain it is that the form has the place on that list; `None` where it has not. Nothing is required
/// of a form that is not known.
fn named_by_form(context: &Context<'_>, list: ByForm, target: Target<'_>) -> Option<Certainty> {
    let (form, known) = context.document.facts.form.as_ref()?;
    let form = context.book.forms()?.find(form)?;
    let mut components = form.components(context.judged.class?, context.judged.regime.as_deref());
    let names = |own: &Components| {
        let list = match list {
            ByForm::Required => &own.required,
            ByForm::Forbidden => &own.forbidden,
        };
        target.selectors.iter().any(|selector| list.contains(selector))
    };
    components.any(names).then_some(*known)
}

/// The stretch of a part in which the missing place would stand unrecognized. Organ and number stand above the
/// form and the title: the same words in the competence line or in an article are others. A line of place and
/// date is found in other places as well.
fn zone(part: &Part, selectors: &[Selector]) -> Span {
    use crate::rulebook::HeaderField::{Number, NumberLine, Organ, ParentOrgan};
    let is_head =
        |selector: &Selector| matches!(selector, Selector::Header(Organ | ParentOrgan | Number | NumberLine));
    if !selectors.iter().all(is_head) {
        return part.span;
    }
    let preamble = &part.preamble;
    let below = [
        part.form.as_ref(),
        part.title.as_ref(),
        part.addressees.as_ref().map(|addressees| &addressees.label),
        preamble.competence.as_ref(),
        preamble.bases.first().map(|basis| &basis.line),
    ];
    let starts = below.into_iter().flatten().map(|own| own.span.start).filter(|at| *at > part.span.start);
    starts.min().map_or(part.span, |end| Span::new(part.span.start, end))
}

/// Counts the nodes of one part against the limits. Where the words of the missing place stand
/// somewhere in the part (`unless_text`), recognition failed and not the draft.
fn in_part(
    context: &Context<'_>,
    count: &Count,
    (part, zone): (&Part, Span),
    nodes: &[&Node],
    missing_at: impl FnOnce() -> Anchor,
) -> Verdict {
    let found = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
    let (min, max) = count.limits();
    let describe = |hit: Hit| {
        let expected = match (min, max) {
            (min, Some(max)) if min == max => max.to_string(),
            (min, Some(max)) => format!("{min}–{max}"),
            (min, None) => format!("≥ {min}"),
        };
        hit.with("expected", expected)
    };
    if found < min {
        let stands_somewhere = |pattern: &Pattern| pattern.is_match(context.words(zone));
        if count.unless_text.as_ref().is_some_and(stands_somewhere) {
            return Verdict::unknown(Reason::Unrecognized);
        }
        let span = Span::at(first_word(context, part));
        let hit = Hit::new(span, absence(part)).placed(Address::whole(part)).anchored(missing_at());
        return Verdict::fail(describe(hit.with("found", found.to_string())));
    }
    let Some(max) = max else { return Verdict::pass() };
    let surplus = nodes.iter().skip(max as usize);
    Verdict::of(
        surplus
            .map(|node| {
                let hit = Hit::new(node.span, node.certainty).with("found", node.value.clone());
                let lines = node.lines.iter().map(|line| Edit::without(context.draft, *line));
                lines.fold(describe(hit), Hit::mended)
            })
            .collect(),
    )
}

/// Marks of an act that must be certain, so that the absence of another one is.
/// Of five: national name, motto, number, form and signature.
const MARKS: usize = 3;

/// That something is missing is as certain as the recognition of what is there.
/// An act is sure where so much of it was read that the missing place would have been read too; an
/// attachment has fewer marks of its own.
fn absence(part: &Part) -> Certainty {
    let certain =
        |component: Option<&Component>| component.is_some_and(|own| own.certainty == Certainty::Certain);
    let header = &part.header;
    let marks = [
        certain(header.national_name.as_ref()),
        certain(header.motto.as_ref()),
        certain(header.number.as_ref().map(|number| &number.line)),
        certain(part.form.as_ref()),
        certain(part.signature().and_then(|signature| signature.lines.first()).map(|line| &line.line)),
    ];
    let seen = marks.into_iter().filter(|mark| *mark).count();
    // An attached text has neither number nor signature of its own.
    let enough = if part.kind == PartKind::Act { MARKS } else { 1 };
    if seen >= enough { Certainty::Certain } else { Certainty::Guessed }
}

/// Byte of the first word of a part, blank lines skipped.
fn first_word(context: &Context<'_>, part: &Part) -> usize {
    part.span.trim(&context.draft.text).start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn judge(case: &Case, yaml: &str) -> Verdict {
        let count: Count = serde_yaml::from_str(yaml).expect("a check");
        let nodes = case.nodes(Selector::Title);
        let target = Target { selectors: &[Selector::Title], parts: &[PartKind::Act], nodes: &nodes };
        case.judge(|context| check(context, &count, target))
    }

    #[test]
    fn what_is_missing_is_reported_at_the_head_of_its_part() {
        let case = Case::of_text("\nQUYẾT ĐỊNH Về việc");
        let hits = judge(&case, "true").hits;
        assert_eq!(hits.iter().map(|hit| hit.span).collect::<Vec<_>>(), [Span::at(1)]);
        assert!(judge(&case, "false").passes());
    }

    #[test]
    fn a_mark_in_the_text_leaves_it_open() {
        let case = Case::of_text("QUYẾT ĐỊNH Về việc");
        assert_eq!(judge(&case, "{min: 1, unless-text: Về việc}"), Verdict::unknown(Reason::Unrecognized));
    }

    #[test]
    fn what_is_too_much_is_reported_where_it_stands() {
        let mut case = Case::of_text("Về việc");
        let title = Component::line(&case.draft.text, Span::new(0, 4), Certainty::Certain);
        case.document.parts[0].title = Some(title);
        assert!(judge(&case, "{min: 1, max: 1}").passes());
        assert_eq!(judge(&case, "false").hits[0].span, Span::new(0, 4));
    }
}
