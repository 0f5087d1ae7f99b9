//! `text`: the words of each node.
//!
//! Two manners of test: the whole node against words, a list, a form, an expression or a manner of
//! capitals (one hit on the node), and an expression that may occur nowhere in it (one hit on each
//! match). Words are compared as one line with single blanks; amending text in quotation marks is left
//! alone.

use super::letters::key;
use crate::draft::Capitals;
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::Pattern;
use crate::rulebook::bilingual::fill;
use crate::rulebook::check::{FormWords, TextCheck};
use crate::text::vietnamese::is_capitals;

/// Every test that is given must pass for every node.
pub fn check(context: &Context<'_>, spec: &TextCheck, nodes: &[Node]) -> Verdict {
    nodes.iter().map(|node| Verdict::of(hits(context, spec, node))).collect()
}

/// All hits of one node: each forbidden match, and at most one for the node as a whole.
fn hits(context: &Context<'_>, spec: &TextCheck, node: &Node) -> Vec<Hit> {
    let mut hits = Vec::new();
    if let Some(pattern) = &spec.not_matches {
        hits.extend(matches(context, spec, pattern, node));
    }
    if let Some(wrong) = wrong_whole(context, spec, node) {
        hits.push(whole(spec, node, wrong));
    }
    hits
}

/// The whole node is wrong.
/// What should stand there is a replacement where the rule states it or where there is only one right
/// answer; else it is told in words and changes nothing.
fn whole(spec: &TextCheck, node: &Node, wrong: Wrong) -> Hit {
    let hit = Hit::new(node.span, node.certainty).with("found", node.value.clone());
    let stated =
        spec.expected.as_ref().map(|words| fill(words, |name| (name == "found").then_some(&*node.value)));
    match (stated, wrong) {
        (Some(words), _) | (None, Wrong::Not(words)) => hit.expecting(words),
        (None, Wrong::Unlike(words)) => hit.with("expected", words),
    }
}

/// How a test of the whole node fails.
/// Only the former is a replacement that may be written into the draft.
enum Wrong {
    /// The node is not these words.
    Not(String),
    /// The node is not like these words: alternatives, an expression, a beginning; empty where the
    /// test has none.
    Unlike(String),
}

/// The test of the whole node that fails, if any.
/// They are tried from the most to the least definite, so that the message can say the most.
fn wrong_whole(context: &Context<'_>, spec: &TextCheck, node: &Node) -> Option<Wrong> {
    let shown = spec.with_label.then(|| shown(context, node));
    let value = shown.as_deref().unwrap_or(&node.value);
    let same = |words: &str| key(value, &spec.ignoring) == key(words, &spec.ignoring);
    if let Some(words) = spec.equals.as_ref().filter(|words| !same(words)) {
        return Some(Wrong::Not(words.clone()));
    }
    if let Some(list) = spec.one_of.as_deref().filter(|list| !list.iter().any(|words| same(words))) {
        return Some(match list {
            [only] => Wrong::Not(only.clone()),
            several => Wrong::Unlike(several.join(", ")),
        });
    }
    let lexicon = context.book.lexicon();
    let known_form = spec.form.is_none_or(|words| match words {
        FormWords::Name => lexicon.documents.iter().any(same),
        FormWords::Abbreviation => lexicon.begins_with_abbreviation(value),
    });
    if !known_form {
        return Some(Wrong::Unlike(String::new()));
    }
    if let Some(pattern) = spec.matches.as_ref().filter(|pattern| !pattern.is_match(value)) {
        return Some(Wrong::Unlike(pattern.source().to_owned()));
    }
    let own = key(value, &spec.ignoring);
    let known = |list: &[String], fits: &dyn Fn(&str) -> bool| {
        list.iter().any(|words| fits(&key(words, &spec.ignoring)))
    };
    if let Some(list) =
        spec.starts_with.as_ref().filter(|list| !known(&list.0, &|words| own.starts_with(words)))
    {
        return Some(Wrong::Unlike(list.0.join(", ")));
    }
    // Capitals that the style makes are capitals all the same.
    let capitals = || is_capitals(value) || (spec.capitals == Some(true) && shown_in_capitals(context, node));
    let wrong = |wanted: &bool| value.chars().any(char::is_alphabetic) && *wanted != capitals();
    spec.capitals
        .filter(wrong)
        .map(|wanted| if wanted { Wrong::Not(value.to_uppercase()) } else { Wrong::Unlike(String::new()) })
}

/// The words behind the automatic label of their paragraph, as the reader sees them.
fn shown(context: &Context<'_>, node: &Node) -> String {
    let paragraph = context.draft.paragraph_at(node.span.start).map(|index| &context.draft.paragraphs[index]);
    let label = paragraph.and_then(|paragraph| paragraph.label.as_deref());
    label.map_or_else(|| node.value.clone(), |label| format!("{label} {}", node.value))
}

/// Whether the style shows the letters of the node as capitals, whatever was typed.
fn shown_in_capitals(context: &Context<'_>, node: &Node) -> bool {
    let Some(paragraph) = context.draft.paragraph_at(node.span.start) else { return false };
    let mut runs = context.draft.paragraphs[paragraph].runs_in(node.span).peekable();
    runs.peek().is_some() && runs.all(|run| run.style.capitals == Some(Capitals::All))
}

/// A hit for each match of a forbidden expression. Its named groups are variables of the message and of
/// the replacement that the rule states.
fn matches(context: &Context<'_>, spec: &TextCheck, pattern: &Pattern, node: &Node) -> Vec<Hit> {
    let flow = node.words(context.draft);
    let Some(regex) = flow.regex(pattern) else { return Vec::new() };
    let captures = regex.captures_iter(&flow.text);
    captures
        .filter_map(|captures| {
            let found = captures.get(0)?;
            let span = flow.span(found.start(), found.end());
            if context.document.is_quoted(span) {
                return None;
            }
            let mut hit = Hit::new(span, node.certainty).with("found", found.as_str());
            for name in pattern.groups() {
                let group = captures.name(&name).map_or("", |group| group.as_str());
                hit = hit.with(&name, group);
            }
            let expected = spec.expected.as_ref().map(|words| {
                fill(words, |name| match name {
                    "found" => Some(found.as_str()),
                    // A group of the alternative that did not match is empty.
                    name if pattern.groups().iter().any(|group| group == name) => {
                        Some(captures.name(name).map_or("", |group| group.as_str()))
                    }
                    _ => None,
                })
            });
            Some(match expected {
                Some(words) => hit.expecting(words),
                None => hit.with("expected", ""),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn found(words: &str, yaml: &str) -> Vec<(String, String)> {
        let case = Case::of_text(words);
        let spec: TextCheck = serde_yaml::from_str(yaml).expect("a check");
        let node = case.whole_node();
        case.judge(|context| check(context, &spec, std::slice::from_ref(&node)))
            .hits
            .iter()
            .map(|hit| (hit.span.of(&case.draft.text).to_owned(), hit.variables["expected"].vi.clone()))
            .collect()
    }

    #[test]
    fn equal_words_pass_with_what_is_ignored() {
        assert!(found("CỘNG HOÀ", "{equals: CỘNG HÒA, ignoring: [tone-mark-placement]}").is_empty());
        assert_eq!(found("CỘNG HOÀ", "equals: CỘNG HÒA"), [("CỘNG HOÀ".into(), "CỘNG HÒA".into())]);
    }

    #[test]
    fn every_match_is_reported_where_it_stands() {
        let hits = found("Khoản 2 và Khoản 3", "{not-matches: 'Khoản (?<n>\\d)', expected: 'khoản {n}'}");
        let words: Vec<_> =
            hits.iter().map(|(found, expected)| (found.as_str(), expected.as_str())).collect();
        assert_eq!(words, [("Khoản 2", "khoản 2"), ("Khoản 3", "khoản 3")]);
    }

    #[test]
    fn a_group_that_took_no_part_is_empty() {
        let yaml = "{not-matches: '(?<before>\\d)\\s+/|/\\s+(?<after>\\d)', expected: '{before}/{after}'}";
        assert_eq!(found("05 /2026", yaml), [("5 /".into(), "5/".into())]);
        assert_eq!(found("05/ 2026", yaml), [("/ 2".into(), "/2".into())]);
    }

    #[test]
    fn beginnings() {
        assert!(found("Căn cứ Luật;", "starts-with: [Căn cứ, Theo]").is_empty());
        assert_eq!(found("Xét Tờ trình", "starts-with: Căn cứ"), [("Xét Tờ trình".into(), "Căn cứ".into())]);
    }

    #[test]
    fn cases_of_letters() {
        assert_eq!(found("Quyết định", "capitals: true"), [("Quyết định".into(), "QUYẾT ĐỊNH".into())]);
        assert!(found("2026", "capitals: true").is_empty(), "digits are no letters");
    }
}
