//! `phrases`: fixed phrases with the wrong marks on a syllable, or with a syllable twice.
//!
//! What has the letters of a phrase without its marks (`uỷ bàn nhân dân`) is the phrase misspelt, unless the
//! rule names it among other words of the same letters.

use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict, is_enough};
use crate::rulebook::check::PhrasesCheck;
use crate::text::vietnamese::{ascii_key, name_key};
use std::collections::HashMap;
use std::rc::Rc;

/// Reports each misspelt phrase. Amending text in quotation marks is left alone.
pub fn check(context: &Context<'_>, spec: &PhrasesCheck, nodes: &[Node]) -> Verdict {
    // By their first syllable: most words of a text begin none.
    let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
    for phrase in spec.of.iter().map(|words| Phrase::of(words)) {
        let Some(first) = phrase.bare.first().cloned() else { continue };
        phrases.entry(first).or_default().push(phrase);
    }
    let excepted: Vec<String> = spec.except.iter().map(|words| name_key(words)).collect();
    let mut hits = Vec::new();
    for node in nodes {
        if is_enough(&hits) {
            break;
        }
        let flow = node.words(context.draft);
        let words = words(&flow.text);
        let mut next = 0;
        while next < words.len() && !is_enough(&hits) {
            let begun = phrases.get(&*words[next].bare).into_iter().flatten();
            let found = begun.filter_map(|phrase| phrase.slip(&words[next..])).max_by_key(|slip| slip.1);
            let Some((right, length)) = found else {
                next += 1;
                continue;
            };
            let last = &words[next + length - 1];
            let (start, end) = (words[next].start, last.start + last.letters.len());
            let span = flow.span(start, end);
            if !context.document.is_quoted(span) && !is_excepted(&excepted, &flow.text[start..]) {
                hits.push(
                    Hit::new(span, node.certainty).with("found", &flow.text[start..end]).expecting(right),
                );
            }
            next += length;
        }
    }
    Verdict::of(hits)
}

/// Whether a text begins with one of the exceptions, as whole words.
fn is_excepted(excepted: &[String], text: &str) -> bool {
    let begins = |own: &String| {
        let length = own.split(' ').count();
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic()).take(length).collect();
        name_key(&words.join(" ")) == *own
    };
    excepted.iter().any(begins)
}

/// A word of the text, with what is compared.
struct Word<'a> {
    /// Its first byte.
    start: usize,
    /// The letters.
    letters: &'a str,
    /// The letters without any marks.
    bare: Rc<str>,
    /// Whether a single blank parts it from the word before.
    joined: bool,
}

/// The words of a text. Only words that single blanks part are one phrase.
fn words(text: &str) -> Vec<Word<'_>> {
    // A text uses few words many times.
    let mut known: HashMap<&str, Rc<str>> = HashMap::new();
    let mut end = None;
    text.split(|letter: char| !letter.is_alphabetic())
        .filter(|letters| !letters.is_empty())
        .map(|letters| {
            let start = letters.as_ptr() as usize - text.as_ptr() as usize;
            let joined = end.is_some_and(|end| text.get(end..start) == Some(" "));
            end = Some(start + letters.len());
            let bare = known.entry(letters).or_insert_with(|| ascii_key(letters).into());
            Word { start, letters, bare: Rc::clone(bare), joined }
        })
        .collect()
}

/// A fixed phrase, syllable by syllable.
struct Phrase {
    /// The syllables as they are written.
    right: Vec<String>,
    /// The syllables without any marks.
    bare: Vec<String>,
}

impl Phrase {
    /// From the words of the rule.
    fn of(words: &str) -> Self {
        let right: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let bare = right.iter().map(|word| ascii_key(word)).collect();
        Self { right, bare }
    }

    /// The right words and the number of words they replace, where a text begins with the phrase misspelt.
    fn slip(&self, words: &[Word<'_>]) -> Option<(String, usize)> {
        self.wrong_marks(words).or_else(|| self.doubled(words))
    }

    /// Wrong marks on any syllable; the case of letters is another matter.
    fn wrong_marks(&self, words: &[Word<'_>]) -> Option<(String, usize)> {
        let own = words.get(..self.bare.len())?;
        let same = own.iter().zip(&self.bare).all(|(word, bare)| *word.bare == **bare);
        let joined = own.iter().skip(1).all(|word| word.joined);
        if !(same && joined) {
            return None;
        }
        let spelt =
            own.iter().zip(&self.right).all(|(word, right)| name_key(word.letters) == name_key(right));
        (!spelt).then(|| (self.write(own.iter()), own.len()))
    }

    /// A syllable inside that stands twice; other words may end and begin with those at the ends (`đảng ủy ủy ban`).
    fn doubled(&self, words: &[Word<'_>]) -> Option<(String, usize)> {
        let length = self.bare.len();
        let own =
            words.get(..=length).filter(|own| length > 2 && own.iter().skip(1).all(|word| word.joined))?;
        let twice = (1..length - 1).find(|at| {
            let once = own.iter().enumerate().filter(|(index, _)| index != at).map(|(_, word)| word);
            own[*at].bare == own[*at + 1].bare
                && once.zip(&self.bare).all(|(word, bare)| *word.bare == **bare)
        })?;
        let once = own.iter().enumerate().filter(|(index, _)| *index != twice + 1).map(|(_, word)| word);
        Some((self.write(once), length + 1))
    }

    /// The phrase with the capitals of the words that it replaces.
    fn write<'a>(&self, words: impl Iterator<Item = &'a Word<'a>>) -> String {
        let written = words.zip(&self.right).map(|(word, right)| {
            let mut letters = word.letters.chars();
            match (letters.next().is_some_and(char::is_uppercase), letters.any(char::is_uppercase)) {
                (true, true) => right.to_uppercase(),
                (true, false) => {
                    let mut rest = right.chars();
                    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
                }
                _ => right.clone(),
            }
        });
        written.collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn found(words: &str) -> Vec<(String, String)> {
        let spec: PhrasesCheck =
            serde_yaml::from_str("{ of: [ủy ban nhân dân, báo cáo], except: [bao cao su] }")
                .expect("a check");
        let case = Case::of_text(words);
        let nodes = case.paragraph_nodes();
        let hits = case.judge(|context| check(context, &spec, &nodes)).hits;
        let pair = |hit: &Hit| {
            (hit.span.of(&case.draft.text).to_owned(), hit.replacement.clone().unwrap_or_default())
        };
        hits.iter().map(pair).collect()
    }

    fn pair(found: &str, right: &str) -> (String, String) {
        (found.to_owned(), right.to_owned())
    }

    #[test]
    fn wrong_marks_are_put_right_in_the_same_capitals() {
        assert_eq!(found("Uy ban nhân dân xã"), [pair("Uy ban nhân dân", "Ủy ban nhân dân")]);
        assert_eq!(found("ỦY BAN NHÂN ĐÂN"), [pair("ỦY BAN NHÂN ĐÂN", "ỦY BAN NHÂN DÂN")]);
    }

    #[test]
    fn a_syllable_twice_is_one_too_many() {
        let right = "Ủy ban nhân dân";
        assert_eq!(found("Ủy ban nhân nhân dân tỉnh"), [pair("Ủy ban nhân nhân dân", right)]);
        assert!(found("Ủy ban nhân dân dân chủ").is_empty());
    }

    #[test]
    fn both_tone_placements_capitals_and_exceptions_are_left_alone() {
        assert!(found("Uỷ ban Nhân dân; báo, cáo; vỏ bao cao su; BÁO CÁO").is_empty());
    }
}
