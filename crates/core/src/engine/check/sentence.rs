//! `sentence`: the words around a place in its sentence.
//!
//! What a citation is there for stands beside it: “bãi bỏ” before it, “hết hiệu lực” behind it. As a condition
//! it lets a rule judge only those that are cited for one end.

use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::check::SentenceCheck;
use crate::text::{Span, first_bytes, last_bytes};
use memchr::memchr2_iter;

/// Each place has the words before and behind it that the rule names, and none of those that it excludes.
pub fn check(context: &Context<'_>, spec: &SentenceCheck, nodes: &[Node]) -> Verdict {
    let is_right = |node: &&Node| !fits(context, spec, node);
    let hit = |node: &Node| Hit::new(node.span, node.certainty).with("found", node.value.clone());
    Verdict::of(nodes.iter().filter(is_right).map(hit).collect())
}

/// Whether the sentence of a node is as the rule says.
fn fits(context: &Context<'_>, spec: &SentenceCheck, node: &Node) -> bool {
    let sentence = around(&context.draft.text, node.span);
    let before = context.words(Span::new(sentence.start, node.span.start));
    let after = context.words(Span::new(node.span.end, sentence.end));
    spec.before.as_ref().is_none_or(|wanted| wanted.is_match(before))
        && spec.after.as_ref().is_none_or(|wanted| wanted.is_match(after))
        && spec.without.as_ref().is_none_or(|other| !other.is_match(context.words(sentence)))
}

/// How far to either side of a place its sentence is read, in bytes: many places may stand in one that never ends.
const REACH: usize = 4_096;

/// The sentence that holds a span, as far as it reaches: it ends with a full stop or a semicolon before a blank, or
/// with its paragraph. The number of a clause before it is the end of none.
fn around(text: &str, span: Span) -> Span {
    let near = last_bytes(text.get(..span.start).unwrap_or_default(), REACH);
    let from = span.start - near.len();
    let begun = near.rfind('\n').map(|end| end + 1);
    let line = from + begun.unwrap_or(0);
    let lead = text.get(line..span.start).unwrap_or_default();
    let is_whole = begun.is_some() || from == 0;
    let start = ends(lead, is_whole).next_back().map_or(line, |end| line + end);
    let after = first_bytes(text.get(span.end..).unwrap_or_default(), REACH);
    let rest = after.split('\n').next().unwrap_or_default();
    let end = ends(rest, true).next().unwrap_or(rest.len());
    Span::new(start, span.end + end)
}

/// Where sentences of a line end: behind their mark. A stop behind a figure may belong to the label of a unit, where
/// the beginning of the line is there.
fn ends(line: &str, is_whole: bool) -> impl DoubleEndedIterator<Item = usize> {
    let bytes = line.as_bytes();
    memchr2_iter(b';', b'.', bytes).map(|mark| mark + 1).filter(move |&at| {
        let is_blank = bytes.get(at).is_some_and(u8::is_ascii_whitespace);
        let is_label =
            at >= 2 && bytes.get(at - 2).is_some_and(u8::is_ascii_digit) && at <= LABEL && is_whole;
        is_blank && (bytes.get(at - 1) == Some(&b';') || !is_label)
    })
}

/// The most bytes that the label of a unit takes (`Điều 125.`).
const LABEL: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(text: &str, words: &str) -> String {
        let start = text.find(words).expect("in the text");
        around(text, Span::new(start, start + words.len())).of(text).trim().to_owned()
    }

    #[test]
    fn a_sentence_without_end_is_read_as_far_as_it_reaches() {
        const TABLE: &str = include_str!("../../../../../docs/limits.md");
        assert!(TABLE.contains(&format!("| `REACH` | {REACH} |")));
        let long = "ủy ban, ".repeat(2_000);
        let text = format!("Một. {long}điều {long}hai. Ba");
        let start = text.find("điều").expect("there");
        let found = around(&text, Span::new(start, start + "điều".len()));
        assert!(found.start >= start - REACH && found.end <= start + "điều".len() + REACH, "{found:?}");
        assert!(found.len() > 2 * REACH - 8 && !found.of(&text).contains("Một"));
    }

    #[test]
    fn a_sentence_ends_with_its_mark_or_its_paragraph() {
        let text = "Điều 5. Quyết định số 1 có hiệu lực. Bãi bỏ Quyết định số 2; Nghị quyết số 3\nkhác";
        assert_eq!(sentence(text, "Quyết định số 2"), "Bãi bỏ Quyết định số 2;");
        assert_eq!(sentence(text, "Quyết định số 1"), "Điều 5. Quyết định số 1 có hiệu lực.");
        assert_eq!(sentence(text, "số 3"), "Nghị quyết số 3");
    }
}
