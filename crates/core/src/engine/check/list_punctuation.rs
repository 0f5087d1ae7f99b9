//! `list-punctuation`: how the items of a list begin and end.
//!
//! Rules name the marks; which items form a list is told by the selector. Recipients, bases and the
//! like are judged by what is seen: an automatic bullet counts as if it were typed.

use crate::edit::Edit;
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::check::ListPunctuation;
use crate::rulebook::value::OneOrMany;
use crate::text::Span;
use std::collections::BTreeMap;

/// The nodes of each part are one list.
pub fn check(context: &Context<'_>, spec: &ListPunctuation, nodes: &[Node]) -> Verdict {
    let mut lists: BTreeMap<Option<usize>, Vec<&Node>> = BTreeMap::new();
    for node in nodes {
        lists.entry(node.part).or_default().push(node);
    }
    Verdict::of(lists.values().flat_map(|list| of_list(context, spec, list)).collect())
}

/// The hits of one list. Its last item has an end of its own, and an item that goes on in the next node
/// (typed on two lines) is judged as one.
fn of_list(context: &Context<'_>, spec: &ListPunctuation, list: &[&Node]) -> Vec<Hit> {
    if spec.ignore_single && list.len() == 1 {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for (index, node) in list.iter().enumerate() {
        let next = list.get(index + 1);
        let ends = if next.is_some() { &spec.each_ends } else { &spec.last_ends };
        // An item that is typed on two lines ends on the second.
        if !next.is_some_and(|next| goes_on(context, spec, list, node, next)) {
            hits.extend(ends.as_ref().and_then(|ends| wrong_end(context, node, ends)));
        }
        let is_rest = index > 0 && goes_on(context, spec, list, list[index - 1], node);
        if !is_rest {
            hits.extend(spec.starts.as_ref().and_then(|starts| wrong_start(context, node, starts)));
        }
    }
    hits
}

/// Whether `next` is the rest of `node`: in a list of dashes, a line without one after a line without
/// an end.
fn goes_on(context: &Context<'_>, spec: &ListPunctuation, list: &[&Node], node: &Node, next: &Node) -> bool {
    let has_mark = |node: &Node| !shown(context, node).starts_with(char::is_alphanumeric);
    let ended = |ends: &OneOrMany<String>| wrong_end(context, node, ends).is_none();
    list.first().is_some_and(|first| has_mark(first))
        && !has_mark(next)
        && !spec.each_ends.as_ref().is_some_and(ended)
}

/// The words of an item as the reader sees them: an automatic bullet is no part of the text.
fn shown(context: &Context<'_>, node: &Node) -> String {
    let words = context.words(node.span);
    let paragraph = context.draft.paragraph_at(node.span.start).map(|index| &context.draft.paragraphs[index]);
    let label = paragraph.and_then(|paragraph| paragraph.label.as_deref());
    label.map_or_else(|| words.to_owned(), |label| format!("{label} {words}"))
}

/// A hit where the words do not end in one of the marks: on the wrong mark, or behind the last word
/// where none stands, so that the repair adds and replaces nothing else.
fn wrong_end(context: &Context<'_>, node: &Node, ends: &OneOrMany<String>) -> Option<Hit> {
    let words = context.words(node.span).trim_end();
    if words.is_empty() || ends.0.iter().any(|end| words.ends_with(end.as_str())) {
        return None;
    }
    let end = node.span.start + words.len();
    let mark = words.chars().next_back().filter(|letter| matches!(letter, '.' | ',' | ';' | ':'));
    // Where a mark stands it is the wrong one; where none stands one is missing behind the words.
    let span = mark.map_or(Span::at(end), |letter| Span::new(end - letter.len_utf8(), end));
    let hit = Hit::new(span, node.certainty);
    let hit = match mark {
        Some(letter) => hit.with_words("found", format!("“{letter}”"), format!("“{letter}”")),
        None => hit.with_words("found", "không có dấu", "no mark"),
    };
    Some(expecting(hit, ends))
}

/// A hit on the whole item where it does not begin with one of the marks.
fn wrong_start(context: &Context<'_>, node: &Node, starts: &OneOrMany<String>) -> Option<Hit> {
    let shown = shown(context, node);
    if starts.0.iter().any(|start| shown.starts_with(start.as_str())) {
        return None;
    }
    let first = shown.chars().next().filter(|letter| !letter.is_alphanumeric());
    let hit = Hit::new(node.span, node.certainty);
    let hit = match first {
        Some(letter) => hit.with_words("found", format!("“{letter}”"), format!("“{letter}”")),
        None => hit.with_words("found", "không có dấu", "no mark"),
    };
    let hit = hit.with(
        "expected",
        starts.0.iter().map(|start| format!("“{}”", start.trim())).collect::<Vec<_>>().join(", "),
    );
    // The span is the whole item, so the mark is an edit of its own.
    Some(started(context, node, starts).into_iter().fold(hit, Hit::mended))
}

/// The one right mark at the beginning of an item, in the place of another mark. An automatic bullet is not
/// typed, and no words can mend it.
fn started(context: &Context<'_>, node: &Node, starts: &OneOrMany<String>) -> Option<Edit> {
    let [start] = starts.0.as_slice() else { return None };
    let paragraph = context.draft.paragraph_at(node.span.start)?;
    if context.draft.paragraphs[paragraph].label.is_some() {
        return None;
    }
    let words = context.words(node.span);
    let rest = words.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let mark = Span::new(node.span.start, node.span.start + (words.len() - rest.len()));
    Some(Edit::Words { span: mark, with: format!("{} ", start.trim_end()) })
}

/// What is right, in words: a lone mark is easily overlooked in a sentence.
fn expecting(hit: Hit, ends: &OneOrMany<String>) -> Hit {
    let names = |name: fn(&str) -> String| ends.0.iter().map(|end| name(end)).collect::<Vec<_>>();
    let hit = match ends.0.as_slice() {
        [one] => hit.expecting(one.clone()),
        _ => hit,
    };
    hit.with_words("expected", names(vietnamese).join(" hoặc "), names(english).join(" or "))
}

/// The name of a mark for a Vietnamese sentence; marks without a name are quoted.
fn vietnamese(mark: &str) -> String {
    match mark.trim() {
        ";" => "dấu chấm phẩy".to_owned(),
        "." => "dấu chấm".to_owned(),
        "," => "dấu phẩy".to_owned(),
        ":" => "dấu hai chấm".to_owned(),
        other => format!("“{other}”"),
    }
}

/// The name of a mark for an English sentence; marks without a name are quoted.
fn english(mark: &str) -> String {
    match mark.trim() {
        ";" => "a semicolon".to_owned(),
        "." => "a full stop".to_owned(),
        "," => "a comma".to_owned(),
        ":" => "a colon".to_owned(),
        other => format!("“{other}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn found(words: &str, yaml: &str) -> Vec<(Span, String)> {
        let case = Case::of_text(words);
        let spec: ListPunctuation = serde_yaml::from_str(yaml).expect("a check");
        let nodes = case.paragraph_nodes();
        let verdict = case.judge(|context| check(context, &spec, &nodes));
        verdict.hits.iter().map(|hit| (hit.span, hit.variables["found"].vi.clone())).collect()
    }

    const SPEC: &str = "{each-ends: ';', last-ends: '.'}";

    #[test]
    fn every_end_has_its_mark() {
        assert!(found("Một;\nHai;\nBa.", SPEC).is_empty());
        assert_eq!(
            found("Một,\nHai.", SPEC),
            [(Span::new(4 + "ộ".len() - 2, 4 + "ộ".len() - 1), "“,”".to_owned())]
        );
        let missing = found("A;\nB", SPEC);
        assert_eq!(missing, [(Span::at(4), "không có dấu".to_owned())]);
    }

    #[test]
    fn an_item_on_two_lines_ends_on_the_second() {
        let spec = "{each-ends: ';', last-ends: '.', starts: '- '}";
        assert!(found("- Vụ,\nCục;\n- Lưu.", spec).is_empty());
        assert_eq!(found("- Vụ;\nCục;\n- Lưu.", spec).len(), 1, "a dash is missing");
    }

    #[test]
    fn items_start_with_a_dash() {
        assert_eq!(found("- A;\n+ B.", "starts: '- '"), [(Span::new(5, 9), "“+”".to_owned())]);
    }
}
