//! The words of references: `các điểm a, b và c khoản 1 Điều 5`, read into paths.
//!
//! Vietnamese names units from small to large and hands the larger ones on over `và` and commas, so
//! that what a number belongs to is only known at the end of the list. Offsets are bytes of the
//! stretch.

use super::{kind_at, near, target};
use crate::document::UnitKind;
use crate::rulebook::Lexicon;
use crate::text::vietnamese::point_number;
use std::ops::Range;

/// References that follow each other and share what stands behind the last of them.
#[derive(Debug)]
pub struct List {
    /// The references.
    pub chains: Vec<Chain>,
    /// Where the words of the last one end.
    pub end: usize,
}

/// One reference from small to large, in which each unit may be a list: `các khoản 1, 2 và 3 Điều 4`.
#[derive(Clone, Debug)]
pub struct Chain {
    /// Where its words begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The units it names, from small to large.
    groups: Vec<Group>,
    /// The unit that holds the words, where the chain ends with it: `Điều này`.
    pub own: Option<UnitKind>,
}

/// A unit of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its kind.
    pub kind: UnitKind,
    /// Its number as written.
    pub number: String,
}

/// Units of one kind.
#[derive(Clone, Debug)]
struct Group {
    /// The kind.
    kind: UnitKind,
    /// Numbers, each with its words; of a range the first and the last.
    numbers: Vec<(String, Range<usize>)>,
}

/// Units of one kind that a list may name; more are no list that anyone meant.
const MOST_UNITS: usize = 200;

/// The first list of references at or behind `from`.
pub fn next(lexicon: &Lexicon, words: &str, from: usize) -> Option<List> {
    let mut at = from;
    loop {
        let start = at
            + words[at..]
                .char_indices()
                .map(|(offset, _)| offset)
                .find(|offset| is_start(&words[..at + offset]) && kind_at(&words[at + offset..]).is_some())?;
        if let Some(chain) = chain(lexicon, words, start) {
            return Some(list(lexicon, words, chain));
        }
        at = start + words[start..].chars().next().map_or(1, char::len_utf8);
    }
}

/// Whether a word may begin behind these words.
/// `Tiểu mục` ends in the word for a section and is none.
fn is_start(before: &str) -> bool {
    !before.ends_with(char::is_alphanumeric) && !before.ends_with("iểu ")
}

/// Reads on from a reference to those that share its end.
fn list(lexicon: &Lexicon, words: &str, first: Chain) -> List {
    let mut end = first.end;
    let mut chains = vec![first];
    while let Some((_, at)) = after_any(words, end, &["; ", ", ", " và ", " hoặc "]) {
        let at = skip_any(words, at, &["tại ", "các ", "theo "]);
        let Some(next) = chain(lexicon, words, at) else { break };
        end = next.end;
        chains.push(next);
    }
    inherit(&mut chains);
    List { chains, end }
}

/// `điểm a khoản 1 và điểm b khoản 2 Điều 5`: the first one is of Điều 5 too. A chain takes what is
/// larger than its largest unit from the next one, if that has a unit of the same kind.
fn inherit(chains: &mut [Chain]) {
    for index in (0..chains.len().saturating_sub(1)).rev() {
        let (left, right) = chains.split_at_mut(index + 1);
        let (Some(own), Some(next)) = (left.last_mut(), right.first()) else { continue };
        let Some(largest) = own.groups.last().map(|group| group.kind) else { continue };
        if own.own.is_some()
            || largest <= UnitKind::Article
            || !next.groups.iter().any(|group| group.kind == largest)
        {
            continue;
        }
        // Lists are not handed on: of them it would not be clear which unit is meant.
        let larger = next.groups.iter().filter(|group| group.kind < largest);
        if larger.clone().any(|group| group.numbers.len() > 1) {
            continue;
        }
        own.groups.extend(larger.cloned());
        own.own = next.own;
    }
}

/// One reference from the word for its smallest unit on; `None` where no number follows, or only `này`.
fn chain(lexicon: &Lexicon, words: &str, start: usize) -> Option<Chain> {
    let (first, mut end) = group(lexicon, words, start, true)?;
    let mut chain = Chain { start, end, groups: Vec::new(), own: None };
    let mut last = match first {
        Found::Numbers(group) => {
            let kind = group.kind;
            chain.groups.push(group);
            kind
        }
        // `Điều này` alone names no other unit.
        Found::Own(_) => return None,
    };
    while let Some((_, at)) = after_any(words, end, &[", ", " của ", " thuộc ", " tại ", " "]) {
        // "khoản 2 Điều 28 và Điều 30": what follows the first article is a reference of its own.
        let inner = skip_any(words, at, &["các "]);
        let Some((found, next)) = group(lexicon, words, inner, inner > at) else { break };
        let kind = match &found {
            Found::Numbers(group) => group.kind,
            Found::Own(kind) => *kind,
        };
        if kind >= last {
            break;
        }
        (end, last) = (next, kind);
        match found {
            Found::Numbers(group) => chain.groups.push(group),
            Found::Own(kind) => {
                chain.own = Some(kind);
                break;
            }
        }
    }
    chain.end = end;
    Some(chain)
}

/// What the word for a unit names.
enum Found {
    /// Units with numbers.
    Numbers(Group),
    /// The one that holds the words: `này`.
    Own(UnitKind),
}

/// Units of one kind that the words at `start` name, and where they end; the first alone if no list is
/// wanted.
fn group(lexicon: &Lexicon, words: &str, start: usize, is_list: bool) -> Option<(Found, usize)> {
    let (kind, length) = kind_at(&words[start..])?;
    let at = start + length;
    if words[at..].starts_with("này") && is_end(&words[at + "này".len()..]) {
        return Some((Found::Own(kind), at + "này".len()));
    }
    let mut end = at + number(kind, &words[at..])?;
    let mut numbers = vec![(words[at..end].to_owned(), start..end)];
    // Numbers without the word for the kind are taken back if nothing closes the list.
    let mut sure = (1, end);
    let mut open = false;
    let joints: &[&str] =
        if is_list { &[", và ", ", ", " và ", " hoặc ", " đến hết ", " đến "] } else { &[] };
    while let Some((joint, next)) = after_any(words, end, joints).filter(|_| numbers.len() < MOST_UNITS) {
        let worded = kind_at(&words[next..]).filter(|(own, _)| *own == kind);
        let value = next + worded.map_or(0, |(_, length)| length);
        let Some(length) = number(kind, &words[value..]) else { break };
        let number = words[value..value + length].to_owned();
        // Of a range both ends are named; that what lies between is there follows from the sequence.
        numbers.push((number, next..value + length));
        end = value + length;
        open = worded.is_none() && joint == ", " && kind != UnitKind::Point;
        if !open {
            sure = (numbers.len(), end);
        }
    }
    let closes = |end: usize| {
        !words[end..].starts_with(',') && target::names_document(lexicon, near(words, end))
            || after_any(words, end, &[" của ", " "])
                .is_some_and(|(_, at)| kind_at(&words[at..]).is_some_and(|(own, _)| own < kind))
    };
    if open && !closes(end) {
        numbers.truncate(sure.0);
        end = sure.1;
    }
    Some((Found::Numbers(Group { kind, numbers }), end))
}

/// Length of the number of a unit that the words begin with.
fn number(kind: UnitKind, words: &str) -> Option<usize> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let length = match kind {
        UnitKind::Point => {
            let letter = words.chars().next().filter(|letter| point_number(*letter).is_some())?;
            let more = words[letter.len_utf8()..].bytes().take_while(u8::is_ascii_digit).count();
            letter.len_utf8() + more
        }
        UnitKind::Part | UnitKind::Chapter | UnitKind::Section if digits == 0 => {
            words.bytes().take_while(|byte| b"IVXLC".contains(byte)).count()
        }
        _ => {
            let letter = words[digits..].chars().next().filter(|letter| point_number(*letter).is_some());
            digits + letter.map_or(0, char::len_utf8)
        }
    };
    let is_number = match kind {
        UnitKind::Point | UnitKind::Part | UnitKind::Chapter | UnitKind::Section => length > 0,
        _ => (1..=3).contains(&digits),
    };
    (is_number && is_end(&words[length..])).then_some(length)
}

/// Whether a number may end before these words.
fn is_end(rest: &str) -> bool {
    let mut letters = rest.chars();
    match letters.next() {
        None => true,
        // Not `5/2025`, `5.1`, `5-7`, `5%`.
        Some('/' | '%') => false,
        Some('.' | '-') => letters.next().is_none_or(|next| !next.is_ascii_digit()),
        Some(letter) => !letter.is_alphanumeric(),
    }
}

/// The first of the words that stands at `at`, and where it ends.
fn after_any<'w>(words: &str, at: usize, any: &[&'w str]) -> Option<(&'w str, usize)> {
    any.iter().find(|word| words[at..].starts_with(**word)).map(|word| (*word, at + word.len()))
}

/// The offset behind one of the words, or the same where none stands there.
fn skip_any(words: &str, at: usize, any: &[&str]) -> usize {
    after_any(words, at, any).map_or(at, |(_, end)| end)
}

impl Chain {
    /// Whether several of its units are lists, so that nobody can tell which belong together.
    pub fn is_ambiguous(&self) -> bool {
        self.groups.iter().filter(|group| group.numbers.len() > 1).count() > 1
    }

    /// Whether it says in which article a clause or point stands, or is of larger units.
    pub fn is_anchored(&self) -> bool {
        self.own.is_some() || self.groups.iter().any(|group| group.kind <= UnitKind::Article)
    }

    /// Each path from small to large, with the words that tell it from the others.
    /// A list in one of its units gives a path for each member.
    pub fn paths(&self) -> Vec<(Vec<Step>, Range<usize>)> {
        let mut paths = vec![(Vec::new(), self.start..self.end)];
        for group in &self.groups {
            let grown = paths.iter().flat_map(|(path, words)| {
                group.numbers.iter().map(move |(number, own)| {
                    let mut path = path.clone();
                    path.push(Step { kind: group.kind, number: number.clone() });
                    (path, if group.numbers.len() > 1 { own.clone() } else { words.clone() })
                })
            });
            paths = grown.collect();
        }
        paths
    }
}
