//! `abbreviation`: capital tokens that are used without having been explained.
//!
//! What counts as explained is what the rule's expression finds, anywhere in the document: an
//! abbreviation may be explained behind its first use, in another part, or in the bases.

use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::check::AbbreviationCheck;
use std::collections::HashSet;

/// The first use of each abbreviation that is neither known nor explained anywhere in the document.
/// Numbers and symbols of cited instruments are no abbreviations.
pub fn check(context: &Context<'_>, spec: &AbbreviationCheck, nodes: &[Node]) -> Verdict {
    let mut settled: HashSet<String> = spec.known.iter().cloned().collect();
    let text = &context.draft.text;
    for captures in spec.explained_by.regex_for(text).into_iter().flat_map(|regex| regex.captures_iter(text))
    {
        settled.extend(captures.name("short").map(|short| short.as_str().to_owned()));
    }
    let mut hits = Vec::new();
    for node in nodes {
        let flow = node.words(context.draft);
        let uses = flow.regex(&spec.pattern).into_iter().flat_map(|regex| regex.find_iter(&flow.text));
        for found in uses {
            let span = flow.span(found.start(), found.end());
            let cited = context.document.is_cited(span);
            // The end of a number, as in `QCVN 85:2025/BNNMT`.
            let in_number = flow.text[..found.start()].ends_with('/');
            if cited
                || in_number
                || context.document.is_quoted(span)
                || settled.contains(found.as_str())
                || is_among_capitals(spec, &flow.text, found.start(), found.end())
            {
                continue;
            }
            settled.insert(found.as_str().to_owned());
            hits.push(Hit::new(span, node.certainty).with("found", found.as_str()));
        }
    }
    Verdict::of(hits)
}

/// Whether a neighbour of the token, parted by a blank alone, is what the rule names.
/// A line in capitals is full of words that look like abbreviations.
fn is_among_capitals(spec: &AbbreviationCheck, text: &str, start: usize, end: usize) -> bool {
    let Some(pattern) = &spec.not_beside else { return false };
    let before = text[..start].strip_suffix(' ').and_then(|before| before.split_whitespace().next_back());
    let after = text[end..].strip_prefix(' ').and_then(|after| after.split_whitespace().next());
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    // A mark between the two parts them: "UBND, HĐND".
    let before = before.filter(|word| word.ends_with(char::is_alphanumeric)).map(bare);
    let after = after.filter(|word| word.starts_with(char::is_alphanumeric)).map(bare);
    before.into_iter().chain(after).any(|word| {
        pattern
            .regex_for(&word)
            .and_then(|regex| regex.find(&word))
            .is_some_and(|found| found.as_str() == word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn found(words: &str) -> Vec<String> {
        let spec: AbbreviationCheck = serde_yaml::from_str(
            r"{pattern: '\b\p{Lu}{3,}\b', explained-by: 'viết tắt là (?<short>\p{Lu}+)', known: [UBND]}",
        )
        .expect("a check");
        let case = Case::of_text(words);
        let nodes = case.paragraph_nodes();
        let hits = case.judge(|context| check(context, &spec, &nodes)).hits;
        hits.iter().map(|hit| hit.span.of(&case.draft.text).to_owned()).collect()
    }

    #[test]
    fn an_unexplained_abbreviation_is_reported_once() {
        assert_eq!(found("UBND và BHYT; BHYT"), ["BHYT"]);
        assert!(found("bảo hiểm y tế (sau đây viết tắt là BHYT); BHYT").is_empty());
    }
}
