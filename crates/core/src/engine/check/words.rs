//! `words`: wrong words and the right ones.
//!
//! For spelling, outdated names and office slang: each entry is an expression, its exceptions and,
//! where it can be computed, the replacement.

use crate::engine::context::Context;
use crate::engine::flow::FlowText;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict, is_enough};
use crate::rulebook::Pattern;
use crate::rulebook::check::Wording;

/// Reports every match of every entry. Amending text in quotation marks is the text of another
/// document and is left alone.
pub fn check(context: &Context<'_>, entries: &[Wording], nodes: &[Node]) -> Verdict {
    let mut hits = Vec::new();
    for node in nodes {
        if is_enough(&hits) {
            break;
        }
        let flow = node.words(context.draft);
        for entry in entries {
            hits.extend(matches(context, entry, flow, node));
        }
    }
    Verdict::of(hits)
}

/// The hits of one entry in the words of one node. The replacement is filled from the groups of the
/// match.
fn matches(context: &Context<'_>, entry: &Wording, flow: &FlowText, node: &Node) -> Vec<Hit> {
    let Some(regex) = flow.regex(&entry.pattern) else { return Vec::new() };
    let mut excepted: Option<Vec<(usize, usize)>> = None;
    let mut hits = Vec::new();
    for captures in regex.captures_iter(&flow.text) {
        if is_enough(&hits) {
            break;
        }
        let Some(found) = captures.get(0).filter(|found| !found.is_empty()) else { continue };
        let span = flow.span(found.start(), found.end());
        // Exceptions are only looked for where there is something to except.
        let excepted = excepted.get_or_insert_with(|| {
            entry.except.as_ref().map_or_else(Vec::new, |except| ranges(except, flow))
        });
        if is_within(excepted, (found.start(), found.end())) || context.document.is_quoted(span) {
            continue;
        }
        let mut hit = Hit::new(span, node.certainty).with("found", found.as_str());
        for name in entry.pattern.groups() {
            let group = captures.name(&name).map_or("", |group| group.as_str());
            hit = hit.with(&name, group);
        }
        hits.push(match &entry.replace {
            Some(template) => {
                let mut right = String::new();
                captures.expand(template, &mut right);
                hit.expecting(right)
            }
            None => hit.with("expected", ""),
        });
    }
    hits
}

/// Byte ranges of all matches of an expression: what lies in one of them is excepted.
pub(super) fn ranges(pattern: &Pattern, flow: &FlowText) -> Vec<(usize, usize)> {
    let regex = flow.regex(pattern);
    regex
        .into_iter()
        .flat_map(|regex| regex.find_iter(&flow.text))
        .map(|found| (found.start(), found.end()))
        .collect()
}

/// Whether a range lies wholly in one of those, which stand one behind the other.
pub(super) fn is_within(ranges: &[(usize, usize)], (start, end): (usize, usize)) -> bool {
    let begun = ranges.partition_point(|own| own.0 <= start);
    begun.checked_sub(1).and_then(|last| ranges.get(last)).is_some_and(|own| end <= own.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;
    use crate::text::Span;

    fn found(case: &Case, yaml: &str) -> Vec<(String, Option<String>)> {
        let entries: Vec<Wording> = serde_yaml::from_str(yaml).expect("a check");
        let nodes = case.paragraph_nodes();
        let verdict = case.judge(|context| check(context, &entries, &nodes));
        verdict
            .hits
            .iter()
            .map(|hit| (hit.span.of(&case.draft.text).to_owned(), hit.replacement.clone()))
            .collect()
    }

    #[test]
    fn groups_go_into_the_right_words() {
        let case = Case::of_text("theo Khoản 2 điều 5");
        let hits = found(&case, r"[{pattern: 'Khoản (\d+)', replace: 'khoản $1'}]");
        assert_eq!(hits, [("Khoản 2".to_owned(), Some("khoản 2".to_owned()))]);
    }

    #[test]
    fn exceptions_and_quotations_are_left_alone() {
        let mut case = Case::of_text("Ủy Ban Kiểm tra; Ủy Ban Nhân Dân");
        let yaml = r"[{pattern: 'Ủy Ban', except: 'Ủy Ban Kiểm tra'}]";
        assert_eq!(found(&case, yaml).len(), 1);
        case.document.quoted.push(Span::new(0, case.draft.text.len()));
        assert!(found(&case, yaml).is_empty());
    }
}
