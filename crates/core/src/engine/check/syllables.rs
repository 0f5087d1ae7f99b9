//! `syllables`: words that no onset, rhyme and tone of Vietnamese make.
//!
//! The tables stand in the rule. What does not even have the shape of a Vietnamese syllable is a foreign word,
//! a name of an ethnic group or a code, and is left alone: silence rather than a guess.

use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict, is_enough};
use crate::finding::Certainty;
use crate::rulebook::check::{SyllablesCheck, Tone};
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// The vowels of Vietnamese without tone marks.
const VOWELS: &str = "aăâeêioôơuưy";

/// Signs that tie a word to its neighbour: names (`Ê-đê`), addresses, numbers, symbols.
const TIES: &str = "-‐‑–'’`/\\@_&";

/// Reports every word that is misspelt for sure. Amending text in quotation marks is left alone.
pub fn check(context: &Context<'_>, spec: &SyllablesCheck, nodes: &[Node]) -> Verdict {
    let mut hits = Vec::new();
    // A text uses few words many times.
    let mut right: HashSet<String> = HashSet::new();
    for node in nodes {
        if is_enough(&hits) {
            break;
        }
        let flow = node.words(context.draft);
        let words = words(&flow.text);
        for (index, word) in words.iter().enumerate() {
            if is_enough(&hits) {
                break;
            }
            if word.case == Case::Small {
                if right.contains(word.letters) {
                    continue;
                }
                if !is_misspelt(spec, word.letters, true) {
                    right.insert(word.letters.to_owned());
                    continue;
                }
            }
            let Some(certainty) = judge(spec, &flow.text, &words, index) else { continue };
            let span = flow.span(word.start, word.start + word.letters.len());
            if !context.document.is_quoted(span) {
                hits.push(Hit::new(span, certainty.min(node.certainty)).with("found", word.letters));
            }
        }
    }
    Verdict::of(hits)
}

/// A stretch of letters.
struct Word<'a> {
    /// Its first byte.
    start: usize,
    /// The letters.
    letters: &'a str,
    /// How it is written.
    case: Case,
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// `định`
    Small,
    /// `Định`
    Name,
    /// `ĐỊNH`
    Capitals,
    /// `QĐt`
    Mixed,
}

/// The words of a text, those left out that are tied to a neighbour without a blank.
fn words(text: &str) -> Vec<Word<'_>> {
    text.split(|letter: char| !letter.is_alphabetic())
        .filter(|letters| !letters.is_empty())
        .map(|letters| {
            let start = letters.as_ptr() as usize - text.as_ptr() as usize;
            Word { start, letters, case: case(letters) }
        })
        .collect()
}

/// How letters are written.
fn case(letters: &str) -> Case {
    let mut each = letters.chars();
    let first = each.next().is_some_and(char::is_uppercase);
    let (any, all) = (each.clone().any(char::is_uppercase), each.all(char::is_uppercase));
    match (first, any, all) {
        (false, false, _) => Case::Small,
        (true, false, _) => Case::Name,
        (true, true, true) => Case::Capitals,
        _ => Case::Mixed,
    }
}

/// Whether a word is tied to what stands before or behind it.
fn is_tied(text: &str, word: &Word<'_>) -> bool {
    let (before, after) = (&text[..word.start], &text[word.start + word.letters.len()..]);
    let ties = |letter: char| TIES.contains(letter) || letter.is_ascii_digit();
    let dotted = after.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    before.ends_with(ties) || after.starts_with(ties) || dotted || before.ends_with('.')
}

/// How sure it is that a word is misspelt; `None` where it is right or nobody can tell.
fn judge(spec: &SyllablesCheck, text: &str, words: &[Word<'_>], index: usize) -> Option<Certainty> {
    let word = words.get(index)?;
    // A single letter is a label, or a part of a word that typography tore.
    if word.letters.chars().nth(1).is_none() || is_tied(text, word) {
        return None;
    }
    let before = index.checked_sub(1).and_then(|at| words.get(at)).filter(|own| is_beside(text, own, word));
    let after = words.get(index + 1).filter(|own| is_beside(text, word, own));
    match word.case {
        Case::Small => is_misspelt(spec, word.letters, true).then_some(Certainty::Certain),
        // Inside a name foreign letters are at home; a word before small letters is no end of a name.
        Case::Name => {
            let plain = before.is_none_or(|own| own.case == Case::Small)
                && after.is_some_and(|own| own.case == Case::Small);
            (plain && is_misspelt(spec, word.letters, false)).then_some(Certainty::Guessed)
        }
        // Among capitals an abbreviation (NSƯT) looks like a word; words have tone marks, or stand beside such.
        Case::Capitals => {
            let marked =
                |own: &Word<'_>| own.case == Case::Capitals && tone_of(own.letters) != Some(Tone::Ngang);
            let plain = marked(word) || before.is_some_and(marked) || after.is_some_and(marked);
            (plain && is_misspelt(spec, word.letters, false)).then_some(Certainty::Guessed)
        }
        Case::Mixed => None,
    }
}

/// Whether a single blank parts two words.
fn is_beside(text: &str, left: &Word<'_>, right: &Word<'_>) -> bool {
    text.get(left.start + left.letters.len()..right.start) == Some(" ")
}

/// Whether a word has the shape of a syllable, and yet is none.
/// `strict`: also by the letters that an onset may stand before, which names do not keep to.
fn is_misspelt(spec: &SyllablesCheck, letters: &str, strict: bool) -> bool {
    let small = letters.to_lowercase();
    if small.is_ascii() {
        return strict && parses(spec, &small).any(|(_, rhyme)| spec.unmarked.iter().any(|own| own == rhyme));
    }
    let (bare, tone) = bare(&small);
    if !has_shape(spec, &bare) {
        return strict && is_stutter(spec, &small);
    }
    let mut readings =
        parses(spec, &bare).filter(|(_, rhyme)| spec.rhymes.iter().any(|own| own == rhyme)).peekable();
    let stops = spec.stops.iter().any(|stop| bare.ends_with(stop.as_str()));
    let wrong_tone = tone.is_none_or(|tone| stops && !spec.stop_tones.contains(&tone));
    if readings.peek().is_none() || wrong_tone {
        return true;
    }
    strict
        && !readings
            .any(|(before, rhyme)| before.is_empty() || rhyme.starts_with(|letter| before.contains(letter)))
}

/// The ways to part a word into an onset and the rest, each with the letters that may follow the onset.
fn parses<'a>(spec: &'a SyllablesCheck, bare: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let with_onset = spec
        .onsets
        .iter()
        .filter_map(|(onset, before)| Some((before.as_str(), bare.strip_prefix(onset.as_str())?)));
    std::iter::once(("", bare)).chain(with_onset)
}

/// Whether a word is vowels between an onset and an end that Vietnamese has.
fn has_shape(spec: &SyllablesCheck, bare: &str) -> bool {
    let is_vowel = |letter: char| VOWELS.contains(letter);
    let Some(first) = bare.find(is_vowel) else { return false };
    let (onset, rest) = bare.split_at(first);
    let coda = rest.trim_start_matches(is_vowel);
    let known = onset.is_empty() || spec.onsets.keys().any(|own| own.trim_end_matches(is_vowel) == onset);
    known && (coda.is_empty() || spec.codas.iter().any(|own| own == coda))
}

/// Whether a word becomes a syllable where one of two equal consonants is left out: `nhhân`.
fn is_stutter(spec: &SyllablesCheck, small: &str) -> bool {
    let mut once = String::with_capacity(small.len());
    let mut last = None;
    for letter in small.chars() {
        let again = last == Some(letter) && letter.is_alphabetic() && !VOWELS.contains(bare_of(letter));
        if !again {
            once.push(letter);
        }
        last = Some(letter);
    }
    once.len() < small.len() && has_shape(spec, &bare(&once).0) && !is_misspelt(spec, &once, true)
}

/// The letter without its tone mark.
fn bare_of(letter: char) -> char {
    std::iter::once(letter).nfd().filter(|part| tone_mark(*part).is_none()).nfc().next().unwrap_or(letter)
}

/// A word without its tone mark, and the tone; `None` where it has several.
fn bare(small: &str) -> (String, Option<Tone>) {
    let marks = small.nfd().filter(|part| tone_mark(*part).is_some()).count();
    let bare = small.nfd().filter(|part| tone_mark(*part).is_none()).nfc().collect();
    (bare, if marks > 1 { None } else { Some(small.nfd().find_map(tone_mark).unwrap_or(Tone::Ngang)) })
}

/// The tone of a word; `None` where it has several marks.
fn tone_of(letters: &str) -> Option<Tone> {
    bare(&letters.to_lowercase()).1
}

/// The tone that a combining mark stands for.
fn tone_mark(part: char) -> Option<Tone> {
    match part {
        '\u{300}' => Some(Tone::Huyen),
        '\u{301}' => Some(Tone::Sac),
        '\u{303}' => Some(Tone::Nga),
        '\u{309}' => Some(Tone::Hoi),
        '\u{323}' => Some(Tone::Nang),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case as Fixture;

    const TABLES: &str = "
onsets: { b: '', c: aăâoôơuư, d: '', đ: '', k: eêiy, l: '', n: '', ng: aăâoôơuư, ngh: eêiy, nh: '', qu: '', t: '' }
rhymes: [ân, anh, iên, ươc, oan, oa, uât, yêt, inh, ach, ông, ơi, ê]
codas: [c, ch, n, nh, ng, t]
stops: [c, ch, t]
stop-tones: [sac, nang]
unmarked: [uoc]
";

    fn found(words: &str) -> Vec<(String, Certainty)> {
        let spec: SyllablesCheck = serde_yaml::from_str(TABLES).expect("a check");
        let case = Fixture::of_text(words);
        let nodes = case.paragraph_nodes();
        let hits = case.judge(|context| check(context, &spec, &nodes)).hits;
        hits.iter().map(|hit| (hit.span.of(&case.draft.text).to_owned(), hit.certainty)).collect()
    }

    fn certain(words: &str) -> Vec<String> {
        found(words).into_iter().filter(|own| own.1 == Certainty::Certain).map(|own| own.0).collect()
    }

    #[test]
    fn what_no_table_makes_is_misspelt() {
        assert_eq!(
            certain("nươc, đươc quyêt nghành, nhhân luât duoc"),
            ["nươc", "đươc", "quyêt", "nghành", "nhhân", "luât", "duoc"]
        );
        assert!(found("nước được quyết ngành nhân luật tóan toán Đoàn toà").is_empty());
    }

    #[test]
    fn names_codes_and_foreign_words_are_left_alone() {
        assert!(
            found("Đắk Lắk, Krông Bông, Rờ Kơi, H'Mông, Ê-đê, protêin, NSƯT, QĐ-UBND, bê.vn, Bắc Kôn")
                .is_empty()
        );
        assert!(found("xã Kông Tuât, huyện").is_empty(), "inside a name");
    }

    #[test]
    fn words_with_capitals_are_a_guess() {
        assert_eq!(found("Quyêt định"), [("Quyêt".to_owned(), Certainty::Guessed)]);
        assert_eq!(found("QUYÊT ĐỊNH"), [("QUYÊT".to_owned(), Certainty::Guessed)]);
    }
}
