//! What a text holds wherever an expression matches in it: tells of most texts, without a search, that it does not.

use regex_syntax::hir::literal::{ExtractKind, Extractor, Literal};
use regex_syntax::hir::{Capture, Hir, HirKind, Look, Repetition};

/// Stands before each set of words of a written expression.
const SET: char = '\u{2}';

/// Stands before words in small letters that are written for all ways to write them.
const IN_ANY_CASE: char = '\u{3}';

/// Stands between the words of a set.
const BETWEEN: char = '\u{1}';

/// More words than that are sought no faster than the expression itself.
const MOST_WORDS: usize = 48;

/// Words to which a set is shortened where it can be: `(?i)` makes 32 of five letters.
const FEW_WORDS: usize = 16;

/// Sets that are kept: a third one seldom tells what these do not, and the page carries all of them.
const MOST_SETS: usize = 2;

/// Letters of a set (`[Kk]`) that is written out in words for the whole text.
const SHORT_CLASS: usize = 10;

/// Bytes of the shortest word that says something of a text: one or two letters stand in every text.
const SHORTEST: usize = 3;

/// What a text needs for an expression to match in it. Of an expression from a rule file nothing is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Needs {
    /// One of these the text begins with; empty where that cannot be told.
    starts: Vec<String>,
    /// Of each of these sets it holds one word at least.
    sets: Vec<Vec<String>>,
}

impl Needs {
    /// The needs of an expression; none where it is not valid.
    pub(super) fn of(source: &str) -> Self {
        let Ok(expression) = regex_syntax::parse(source) else { return Self::default() };
        let begins_text = expression.properties().look_set_prefix().contains(Look::Start);
        let starts = if begins_text { beginnings(&expression, 1, MOST_WORDS) } else { None };
        let starts = starts.unwrap_or_default();
        let mut sets = sets(&expression);
        // First what is seldom met: few words, and long ones.
        sets.sort_by_key(|set| how_often(set));
        sets.dedup();
        sets.retain(|set| *set != starts);
        sets.truncate(MOST_SETS);
        Self { starts, sets }
    }

    /// Whether a text may hold a match, where `may_hold` tells whether it may hold a word; `false` is sure if its is.
    pub(super) fn may_be_met(&self, text: &str, may_hold: impl Fn(&str) -> bool) -> bool {
        (self.starts.is_empty() || self.starts.iter().any(|start| text.starts_with(start.as_str())))
            && self.sets.iter().all(|set| set.iter().any(|word| may_hold(word)))
    }

    /// The needs in one line, as [`Self::read`] takes them.
    pub(super) fn write(&self) -> String {
        let sets = self.sets.iter().map(|set| format!("{SET}{}", write(set)));
        write(&self.starts) + &sets.collect::<String>()
    }

    /// The needs out of a line.
    pub(super) fn read(line: &str) -> Self {
        let mut sets = line.split(SET).map(read);
        Self { starts: sets.next().unwrap_or_default(), sets: sets.collect() }
    }
}

/// The words in one line: if they are all ways to write some, only those.
fn write(words: &[String]) -> String {
    let mut small: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    small.sort_unstable();
    small.dedup();
    let between = BETWEEN.to_string();
    if small.len() < words.len() && in_any_case(&small).as_deref() == Some(words) {
        return format!("{IN_ANY_CASE}{}", small.join(&between));
    }
    words.join(&between)
}

/// The words out of a line.
fn read(line: &str) -> Vec<String> {
    let words = |line: &str| line.split(BETWEEN).map(str::to_owned).collect::<Vec<_>>();
    match line.strip_prefix(IN_ANY_CASE) {
        Some(small) => in_any_case(&words(small)).unwrap_or_default(),
        None if line.is_empty() => Vec::new(),
        None => words(line),
    }
}

/// All ways to write words with capitals and small letters, sorted; none where those are more than a set may have.
fn in_any_case(words: &[String]) -> Option<Vec<String>> {
    let mut ways = Vec::new();
    for word in words {
        let mut begun = vec![String::new()];
        for letter in word.chars() {
            let capital = letter.to_uppercase().next().filter(|capital| *capital != letter);
            let with = |letter: char| begun.iter().map(move |word| format!("{word}{letter}"));
            begun = with(letter).chain(capital.into_iter().flat_map(with)).collect();
            if begun.len() > MOST_WORDS {
                return None;
            }
        }
        ways.extend(begun);
    }
    ways.sort_unstable();
    ways.dedup();
    Some(ways)
}

/// Sorts sets: the first is the one of which texts hold a word least often.
fn how_often(set: &[String]) -> (usize, usize) {
    (set.len(), usize::MAX - set.iter().map(String::len).min().unwrap_or_default())
}

/// Sets of words, one of each of which stands in every match.
fn sets(expression: &Hir) -> Vec<Vec<String>> {
    match expression.kind() {
        HirKind::Empty | HirKind::Look(_) | HirKind::Repetition(Repetition { min: 0, .. }) => Vec::new(),
        HirKind::Literal(_) | HirKind::Class(_) => {
            beginnings(expression, SHORTEST, SHORT_CLASS).into_iter().collect()
        }
        HirKind::Capture(Capture { sub, .. }) | HirKind::Repetition(Repetition { sub, .. }) => sets(sub),
        HirKind::Alternation(ways) => of_ways(expression, ways).into_iter().collect(),
        HirKind::Concat(parts) => of_parts(parts),
    }
}

/// The one set of several ways: what all of them begin with, else the best word of each.
fn of_ways(expression: &Hir, ways: &[Hir]) -> Option<Vec<String>> {
    beginnings(expression, SHORTEST, SHORT_CLASS).or_else(|| {
        let best = |way: &Hir| sets(way).into_iter().min_by_key(|set| how_often(set));
        let best: Vec<Vec<String>> = ways.iter().map(best).collect::<Option<_>>()?;
        few(&best.concat(), SHORTEST)
    })
}

/// The sets of parts that follow one another: each stretch of them that can be written out is a set, each other part
/// has its own.
fn of_parts(parts: &[Hir]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = parts;
    while !rest.is_empty() {
        let stretch = |length: &usize| rest.get(..*length).is_some_and(is_written_out);
        let length = (1..=rest.len()).take_while(stretch).last().unwrap_or(0);
        // The part behind it may still begin with words that lengthen those of the stretch.
        let begun = rest.get(..(length + 1).min(rest.len())).unwrap_or(rest);
        match beginnings(&Hir::concat(begun.to_vec()), SHORTEST, SHORT_CLASS) {
            Some(set) => found.push(set),
            None => found.extend(begun.iter().flat_map(sets)),
        }
        rest = rest.get(length.max(1)..).unwrap_or_default();
    }
    found
}

/// Whether the parts match a small number of words and nothing else.
fn is_written_out(parts: &[Hir]) -> bool {
    let words = extractor(SHORT_CLASS).extract(&Hir::concat(parts.to_vec()));
    words.is_exact() && words.len().is_some_and(|count| count <= MOST_WORDS)
}

/// Finds the words that a match begins with; sets of letters up to that size are written out.
fn extractor(most_letters: usize) -> Extractor {
    let mut extractor = Extractor::new();
    extractor.kind(ExtractKind::Prefix).limit_class(most_letters);
    extractor
}

/// The words of which every match begins with one, each of so many bytes at least.
fn beginnings(expression: &Hir, fewest_bytes: usize, most_letters: usize) -> Option<Vec<String>> {
    let words = extractor(most_letters).extract(expression);
    let text = |word: &Literal| std::str::from_utf8(word.as_bytes()).ok().map(str::to_owned);
    let words: Vec<String> = words.literals()?.iter().map(text).collect::<Option<_>>()?;
    // The kelvin sign is a K without regard to case, but no normalized text holds it.
    let words: Vec<String> = words.into_iter().filter(|word| !word.contains('\u{212A}')).collect();
    few(&words, fewest_bytes)
}

/// The words, shortened until they are few; none if they say nothing then.
fn few(words: &[String], fewest_bytes: usize) -> Option<Vec<String>> {
    let is_plain =
        |word: &String| word.len() >= fewest_bytes && !word.contains(['\0', SET, IN_ANY_CASE, BETWEEN]);
    if words.is_empty() || !words.iter().all(is_plain) {
        return None;
    }
    let longest = words.iter().map(|word| word.chars().count()).max()?;
    let shortened = |letters: usize| {
        let mut short: Vec<String> = words.iter().map(|word| cut(word, letters, fewest_bytes)).collect();
        short.sort_unstable();
        // What begins with another word of the set says nothing that the other does not.
        short.dedup_by(|word, before| word.starts_with(before.as_str()));
        short
    };
    let within = |most: usize| (1..=longest).rev().map(shortened).find(|short| short.len() <= most);
    within(FEW_WORDS).or_else(|| within(MOST_WORDS))
}

/// The first letters of a word, and as many more as make so many bytes.
fn cut(word: &str, letters: usize, fewest_bytes: usize) -> String {
    let ends = word.char_indices().map(|(start, letter)| start + letter.len_utf8());
    let end = ends.skip(letters.saturating_sub(1)).find(|end| *end >= fewest_bytes);
    word[..end.unwrap_or(word.len())].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sets_of(source: &str) -> Vec<Vec<String>> {
        Needs::of(source).sets
    }

    #[test]
    fn words_that_stand_in_every_match_are_found() {
        assert_eq!(sets_of("kèm theo|đính kèm"), [["kèm theo", "đính kèm"]]);
        assert_eq!(sets_of(r"\bKhoản \d+"), [["Khoản "]]);
        assert_eq!(sets_of(r"Căn\s+cứ\s[^\n]*Luật"), [["Luật"], ["Căn"]]);
        assert_eq!(sets_of(r"(?:a\d+ ngày|\d+ tháng)+"), [[" ngày", " tháng"]]);
    }

    #[test]
    fn words_of_any_case_are_written_once() {
        let needs = Needs::of("(?i)thông tư|kèm theo");
        assert!(needs.sets[0].contains(&"Tư".to_owned()) && needs.sets[0].len() <= FEW_WORDS, "{needs:?}");
        assert_eq!(needs.write(), "\u{2}\u{3}kèm \u{1}tư");
        assert_eq!(Needs::of("thông tư|Thông Tư").write(), "\u{2}Thông Tư\u{1}thông tư", "not all ways");
    }

    #[test]
    fn where_one_way_has_no_words_nothing_is_needed() {
        for source in [r"\d+|Khoản", r"(?:Khoản)?\d", r"(?:Khoản)*", r"\d+", "", "(open"] {
            assert_eq!(Needs::of(source), Needs::default(), "{source}");
        }
    }

    #[test]
    fn an_expression_for_the_beginning_tells_what_that_is() {
        assert_eq!(Needs::of(r"^(?P<label>[ab]\))\p{Lu}").starts, ["a)", "b)"]);
        assert_eq!(Needs::of(r"^(?:PL|Phụ\s+lục)\s").starts, ["PL", "Phụ"]);
        assert!(Needs::of(r"(?m)^Phụ lục").starts.is_empty(), "any line may begin with it");
        assert!(Needs::of(r"^Phụ lục|Điều").starts.is_empty(), "only one way is for the beginning");
    }

    #[test]
    fn needs_are_read_as_they_were_written() {
        for source in [r"^Điều \d+\..*(?:Chương|Mục)", r"\d", "kèm theo", "(?i)thông tư"] {
            let needs = Needs::of(source);
            assert_eq!(Needs::read(&needs.write()), needs, "{source}");
        }
    }
}
