//! `place-exists` with `capitals`: the names of units have the capitals of the register.
//!
//! What is a name cannot be told from small letters alone: only a name of which one syllable has its capital and
//! another one lacks it is told (`tỉnh Thanh hóa`).

use super::place_exists::{LONGEST_NAME, covers, kind_at, matches};
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict, is_enough};
use crate::finding::Certainty;
use crate::rulebook::check::PlaceExistsCheck;
use crate::rulebook::registry::AdminUnits;
use std::ops::Range;

/// Marks behind which a name does not go on.
const ENDS: [char; 6] = [',', ';', '.', ':', ')', '”'];

/// Judges the units named in the nodes.
pub fn check(context: &Context<'_>, spec: &PlaceExistsCheck, nodes: &[Node]) -> Verdict {
    let units = &context.book.registry().units;
    let mut hits = Vec::new();
    for node in nodes {
        if is_enough(&hits) {
            break;
        }
        let flow = node.words(context.draft);
        let found = miswritten(&flow.text, units);
        let except = spec.except.as_ref().filter(|_| !found.is_empty());
        let except = except.and_then(|except| matches(Some(except), flow)).unwrap_or_default();
        for (range, expected) in found {
            let span = flow.span(range.start, range.end);
            if !context.document.is_foreign(span) && !covers(&except, &range) {
                let hit = Hit::new(span, Certainty::Guessed).with("found", &flow.text[range]);
                hits.push(hit.expecting(expected));
            }
        }
    }
    Verdict::of(hits)
}

/// Names with too few capitals: where they stand with their kind, and how the register writes them.
fn miswritten(text: &str, units: &AdminUnits) -> Vec<(Range<usize>, String)> {
    let words: Vec<Range<usize>> = text
        .split_whitespace()
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            start..start + word.len()
        })
        .collect();
    let mut found = Vec::new();
    for at in 0..words.len() {
        let name = |length: usize| words.get(at + length..).unwrap_or_default();
        // Most words have no name behind them: looking for the kind of a unit costs more than looking at letters.
        if !is_mixed(text, name(1)) && !is_mixed(text, name(2)) {
            continue;
        }
        let Some(length) = kind_at(text, &words[at..]).filter(|length| is_mixed(text, name(*length))) else {
            continue;
        };
        let start = words[at].start;
        found.extend(registered(text, start, name(length), units));
    }
    found
}

/// Whether of the first two words one begins with a capital and the other with a small letter, or a third one does:
/// most names have theirs, and are not looked up.
fn is_mixed(text: &str, words: &[Range<usize>]) -> bool {
    let of = |word: &Range<usize>| text[word.clone()].chars().next().map(char::is_uppercase);
    let first: Vec<bool> = words.iter().take(3).filter_map(of).collect();
    first.contains(&true) && first.contains(&false)
}

/// The longest name of the register among the words, if it has other capitals there.
fn registered(
    text: &str,
    start: usize,
    words: &[Range<usize>],
    units: &AdminUnits,
) -> Option<(Range<usize>, String)> {
    let goes_on = |word: &&Range<usize>| !text[(*word).clone()].ends_with(ENDS);
    let most = 1 + words.iter().take(LONGEST_NAME - 1).take_while(goes_on).count();
    let first = words.first()?.start;
    (2..=most.min(words.len()))
        .rev()
        .find_map(|taken| {
            let end = first + text[first..words[taken - 1].end].trim_end_matches(ENDS).len();
            let unit = units.named(&text[start..end]).into_iter().next()?;
            Some((end, unit.name.to_owned()))
        })
        .and_then(|(end, name)| {
            let kind = text[start..first].trim_end();
            let own: Vec<&str> = text[first..end].split_whitespace().collect();
            let is_small = |word: &str| word.starts_with(char::is_lowercase);
            let wrong =
                own.iter().zip(name.split_whitespace()).any(|(own, right)| is_small(own) && !is_small(right));
            (wrong && own.iter().any(|word| !is_small(word))).then(|| (start..end, format!("{kind} {name}")))
        })
}
