//! Regular expressions that cost little until they are used, and little when they are used once.
//!
//! Compiling an expression costs more than searching a page with it, and most of that is paid for
//! engines that only much text needs. So the first texts are searched with a lean build of the
//! expression, what follows with the full build; both find the same. And letters of scripts that no Vietnamese
//! text holds (`\p{L}` has them all) are left out of the builds for texts without them: those are some times
//! smaller. Syntax: that of the `regex` crate.

use regex_automata::util::captures;
use regex_automata::util::iter::Searcher;
use regex_automata::{Anchored, Input, meta};
use regex_syntax::hir::{Capture, Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look, Repetition};
use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Longest text in bytes that the lean build searches.
const SHORT: usize = 2_000;

/// Bytes of text, of all searches together, that the lean build may search: a draft of some pages, so that a
/// single draft does not pay for builds that only a folder needs.
const MUCH: usize = 40_000;

/// A regular expression, compiled when first used.
#[derive(Debug)]
pub struct Regex {
    source: Cow<'static, str>,
    /// For texts whose letters are all usual ones.
    usual: Builds,
    /// For all other texts.
    other: Builds,
    /// Bytes that the lean builds were given so far.
    searched: AtomicUsize,
}

/// An expression for one kind of text, compiled as far as it was used.
#[derive(Debug)]
struct Builds {
    /// Whether letters that are not usual are left out.
    is_usual: bool,
    lean: OnceLock<Option<meta::Regex>>,
    full: OnceLock<Option<Full>>,
}

/// The build for much text.
#[derive(Debug)]
enum Full {
    /// One engine for all.
    Plain(meta::Regex),
    /// The quick engines cannot tell the edge of a word beside a Vietnamese letter. So one build looks
    /// for places where the expression may begin, without its edges of words, and another one looks
    /// from each such place whether it does.
    Guarded {
        /// Finds the leftmost place at which the expression may begin; where it finds none, there is none.
        guard: meta::Regex,
        /// Tells whether the expression matches at such a place.
        engine: meta::Regex,
    },
}

/// Places that the guard may offer in vain, before the text is searched without it: what is offered at
/// every letter would be looked at again and again.
const OFFERS: usize = 64;

/// The build that is used for a text.
#[derive(Clone, Copy)]
enum Build<'r> {
    Plain(&'r meta::Regex),
    Guarded { guard: &'r meta::Regex, engine: &'r meta::Regex },
}

/// A match.
#[derive(Clone, Copy, Debug)]
pub struct Match<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

/// A match with its groups.
#[derive(Debug)]
pub struct Captures<'t> {
    text: &'t str,
    groups: captures::Captures,
}

impl Regex {
    /// An expression out of the program.
    pub const fn constant(source: &'static str) -> Self {
        Self::new(Cow::Borrowed(source))
    }

    /// An expression that is known to be valid; one that is not never matches.
    pub const fn checked(source: String) -> Self {
        Self::new(Cow::Owned(source))
    }

    const fn new(source: Cow<'static, str>) -> Self {
        Self { source, usual: Builds::new(true), other: Builds::new(false), searched: AtomicUsize::new(0) }
    }

    /// The expression as written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether the text holds a match.
    pub fn is_match(&self, text: &str) -> bool {
        self.build(text).is_some_and(|build| build.is_match(text))
    }

    /// The first match.
    pub fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.find_iter(text).next()
    }

    /// The matches, one after the other.
    pub fn find_iter<'r, 't>(&'r self, text: &'t str) -> impl Iterator<Item = Match<'t>> + use<'r, 't> {
        let matches = self.build(text).into_iter().flat_map(move |build| {
            let mut searcher = Searcher::new(Input::new(text));
            std::iter::from_fn(move || searcher.advance(|input| Ok(build.find(input))))
        });
        matches.map(move |found| Match { text, start: found.start(), end: found.end() })
    }

    /// The first match with its groups.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.captures_iter(text).next()
    }

    /// The matches with their groups, one after the other.
    pub fn captures_iter<'r, 't>(
        &'r self,
        text: &'t str,
    ) -> impl Iterator<Item = Captures<'t>> + use<'r, 't> {
        let matches = self.build(text).into_iter().flat_map(move |build| {
            let (mut searcher, mut groups) =
                (Searcher::new(Input::new(text)), build.engine().create_captures());
            std::iter::from_fn(move || {
                searcher.advance(|input| {
                    build.captures(input, &mut groups);
                    Ok(groups.get_match())
                })?;
                Some(groups.clone())
            })
        });
        matches.map(move |groups| Captures { text, groups })
    }

    /// Names of the groups.
    pub fn names(&self) -> Vec<String> {
        let Some(engine) = self.usual.lean(&self.source) else { return Vec::new() };
        engine.group_info().all_names().filter_map(|(_, _, name)| name.map(str::to_owned)).collect()
    }

    /// The build of the expression that pays for that text, after all that was searched before; the full
    /// one wherever it is there already.
    fn build(&self, text: &str) -> Option<Build<'_>> {
        let searched = || self.searched.fetch_add(text.len(), Ordering::Relaxed) + text.len();
        let much = || text.len() > SHORT || searched() > MUCH;
        let builds = if is_usual(text) { &self.usual } else { &self.other };
        if builds.full.get().is_none() && !much() {
            return builds.lean(&self.source).map(Build::Plain);
        }
        match builds.full(&self.source)? {
            Full::Plain(engine) => Some(Build::Plain(engine)),
            Full::Guarded { guard, engine } => Some(Build::Guarded { guard, engine }),
        }
    }
}

impl Builds {
    const fn new(is_usual: bool) -> Self {
        Self { is_usual, lean: OnceLock::new(), full: OnceLock::new() }
    }

    /// The build that is quickly made: no engine and no search for literals that only pays on much text.
    fn lean(&self, source: &str) -> Option<&meta::Regex> {
        let lean = || {
            let config = meta::Config::new().hybrid(false).dfa(false).onepass(false).auto_prefilter(false);
            meta::Builder::new().configure(config).build_from_hir(&self.expression(source)?).ok()
        };
        self.lean.get_or_init(lean).as_ref()
    }

    /// The build for much text.
    fn full(&self, source: &str) -> Option<&Full> {
        self.full.get_or_init(|| Full::of(&self.expression(source)?)).as_ref()
    }

    fn expression(&self, source: &str) -> Option<Hir> {
        let written = regex_syntax::parse(source).ok()?;
        Some(if self.is_usual { of_usual_letters(&written) } else { written })
    }
}

impl Full {
    fn of(expression: &Hir) -> Option<Self> {
        if !expression.properties().look_set().contains_word_unicode() {
            return meta::Builder::new().build_from_hir(expression).ok().map(Self::Plain);
        }
        // Only ever asked about one place: what prepares for a long way costs more than it brings.
        let config = meta::Config::new().hybrid(false).dfa(false).onepass(false).backtrack(false);
        let engine = meta::Builder::new().configure(config.auto_prefilter(false)).build_from_hir(expression);
        let guard = meta::Builder::new().build_from_hir(&without_edges(expression));
        Some(Self::Guarded { guard: guard.ok()?, engine: engine.ok()? })
    }
}

impl<'r> Build<'r> {
    /// The engine that tells matches and groups.
    fn engine(self) -> &'r meta::Regex {
        match self {
            Self::Plain(engine) | Self::Guarded { engine, .. } => engine,
        }
    }

    fn is_match(self, text: &str) -> bool {
        match self {
            Self::Plain(engine) => engine.is_match(text),
            Self::Guarded { .. } => self.find(&Input::new(text)).is_some(),
        }
    }

    /// The first match in the input.
    fn find(self, input: &Input<'_>) -> Option<regex_automata::Match> {
        let Self::Guarded { guard, engine } = self else { return self.engine().search(input) };
        let mut rest = input.clone();
        for _ in 0..OFFERS {
            // No match begins before the leftmost one of the guard.
            let place = guard.search(&rest)?.start();
            let there = rest.clone().range(place..rest.end()).anchored(Anchored::Yes);
            if let Some(found) = engine.search(&there) {
                return Some(found);
            }
            let next = place + length_of_letter(rest.haystack(), place);
            if next > rest.end() {
                return None;
            }
            rest.set_start(next);
        }
        engine.search(&rest)
    }

    /// The first match in the input, with its groups.
    fn captures(self, input: &Input<'_>, groups: &mut captures::Captures) {
        match self {
            Self::Plain(engine) => engine.search_captures(input, groups),
            Self::Guarded { engine, .. } => match self.find(input) {
                Some(found) => {
                    let there = input.clone().range(found.start()..input.end()).anchored(Anchored::Yes);
                    engine.search_captures(&there, groups);
                }
                None => groups.clear(),
            },
        }
    }
}

/// Bytes of the letter that begins there; one at the end of the text.
fn length_of_letter(text: &[u8], start: usize) -> usize {
    let following = text.iter().skip(start + 1).take_while(|byte| (0x80..0xC0).contains(*byte));
    1 + following.count()
}

/// The usual letters: Latin with all that Vietnamese adds to it, marks, punctuation, signs. They are those of
/// which `is_usual` knows the first byte.
const USUAL: [(char, char); 2] = [('\0', '\u{37F}'), ('\u{1000}', '\u{2FFF}')];

/// Whether all letters of a text are usual ones. Told by the first bytes of its letters, many at once.
fn is_usual(text: &str) -> bool {
    let is_other = |byte: u8| matches!(byte, 0xCE..=0xE0 | 0xE3..);
    !text.as_bytes().chunks(128).any(|few| few.iter().fold(false, |any, byte| any | is_other(*byte)))
}

/// The expression for texts of usual letters: its sets of letters hold no others. There it matches as before, for
/// what is gone matches no letter of such a text.
fn of_usual_letters(expression: &Hir) -> Hir {
    let each = |parts: &[Hir]| parts.iter().map(of_usual_letters).collect();
    match expression.kind() {
        HirKind::Class(Class::Unicode(letters)) => {
            let usual = USUAL.map(|(first, last)| ClassUnicodeRange::new(first, last));
            let mut letters = letters.clone();
            letters.intersect(&ClassUnicode::new(usual));
            Hir::class(Class::Unicode(letters))
        }
        HirKind::Empty | HirKind::Literal(_) | HirKind::Look(_) | HirKind::Class(Class::Bytes(_)) => {
            expression.clone()
        }
        HirKind::Repetition(Repetition { min, max, greedy, sub }) => Hir::repetition(Repetition {
            min: *min,
            max: *max,
            greedy: *greedy,
            sub: Box::new(of_usual_letters(sub)),
        }),
        HirKind::Capture(Capture { index, name, sub }) => {
            Hir::capture(Capture { index: *index, name: name.clone(), sub: Box::new(of_usual_letters(sub)) })
        }
        HirKind::Concat(parts) => Hir::concat(each(parts)),
        HirKind::Alternation(parts) => Hir::alternation(each(parts)),
    }
}

/// The expression without its edges of words and without groups. It matches wherever the expression
/// itself matches, for every condition that is gone could only forbid a match.
fn without_edges(expression: &Hir) -> Hir {
    let each = |parts: &[Hir]| parts.iter().map(without_edges).collect();
    match expression.kind() {
        HirKind::Look(
            Look::Start | Look::End | Look::StartLF | Look::EndLF | Look::StartCRLF | Look::EndCRLF,
        )
        | HirKind::Empty
        | HirKind::Literal(_)
        | HirKind::Class(_) => expression.clone(),
        HirKind::Look(_) => Hir::empty(),
        HirKind::Repetition(Repetition { min, max, greedy, sub }) => Hir::repetition(Repetition {
            min: *min,
            max: *max,
            greedy: *greedy,
            sub: Box::new(without_edges(sub)),
        }),
        HirKind::Capture(Capture { sub, .. }) => without_edges(sub),
        HirKind::Concat(parts) => Hir::concat(each(parts)),
        HirKind::Alternation(parts) => Hir::alternation(each(parts)),
    }
}

impl Clone for Regex {
    /// Compiled builds are not copied: they are made again where the copy is used, if at all.
    fn clone(&self) -> Self {
        Self::new(self.source.clone())
    }
}

impl<'t> Match<'t> {
    /// Offset of the first byte.
    pub const fn start(&self) -> usize {
        self.start
    }

    /// Offset behind the last byte.
    pub const fn end(&self) -> usize {
        self.end
    }

    /// Whether the match has no letter.
    pub const fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// The words.
    pub fn as_str(&self) -> &'t str {
        &self.text[self.start..self.end]
    }
}

impl<'t> Captures<'t> {
    /// A group by its number; 0 is the whole match.
    pub fn get(&self, group: usize) -> Option<Match<'t>> {
        self.of(self.groups.get_group(group)?)
    }

    /// A group by its name.
    pub fn name(&self, name: &str) -> Option<Match<'t>> {
        self.of(self.groups.get_group_by_name(name)?)
    }

    /// Appends `template` with the groups in the place of `$1` and `${name}`.
    pub fn expand(&self, template: &str, words: &mut String) {
        self.groups.interpolate_string_into(self.text, template, words);
    }

    /// The match at a span of bytes.
    fn of(&self, span: regex_automata::Span) -> Option<Match<'t>> {
        self.text.is_char_boundary(span.start).then_some(Match {
            text: self.text,
            start: span.start,
            end: span.end,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_builds_find_the_same() {
        let regex = Regex::constant(r"(?<word>[Kk]hoản) (\d+)");
        let short = "theo Khoản 2 và khoản 13";
        let long = format!("{}{short}", "x ".repeat(SHORT));
        for text in [short, long.as_str()] {
            let words: Vec<&str> = regex.find_iter(text).map(|found| found.as_str()).collect();
            assert_eq!(words, ["Khoản 2", "khoản 13"]);
            let first = regex.captures(text).expect("a match");
            assert_eq!(
                (first.name("word").map(|it| it.as_str()), first.get(2).map(|it| it.as_str())),
                (Some("Khoản"), Some("2"))
            );
            let mut words = String::new();
            first.expand("khoản $2", &mut words);
            assert_eq!(words, "khoản 2");
        }
        assert_eq!(regex.names(), ["word"]);
    }

    #[test]
    fn edges_of_words_hold_in_both_builds() {
        let text = "đăng ký, đăng kýi; Nghị định 5a, định 5 và định 13 – ịnh 7";
        let cases: [(&str, &[&str]); 5] = [
            (r"đăng ký\b", &["đăng ký"]),
            (r"\bđịnh (\d+)\b", &["định 5", "định 13"]),
            (r"\b(?:ịnh|ăng) \d", &["ịnh 7"]),
            (r"(?:\bđịnh|ký\B).\d?", &["kýi", "định 5", "định 5", "định 1"]),
            (r"\bkhông có\b", &[]),
        ];
        for (source, expected) in cases {
            for ahead in ["", &"x ".repeat(SHORT)] {
                let (regex, text) = (Regex::constant(source), format!("{ahead}{text}"));
                let words: Vec<&str> = regex.find_iter(&text).map(|found| found.as_str()).collect();
                assert_eq!(words, expected, "{source}");
                assert_eq!(regex.is_match(&text), !expected.is_empty(), "{source}");
                let places = |found: Captures| found.get(0).map(|it| (it.start(), it.end()));
                let with_groups: Vec<_> = regex.captures_iter(&text).filter_map(places).collect();
                let alone: Vec<_> = regex.find_iter(&text).map(|it| (it.start(), it.end())).collect();
                assert_eq!(with_groups, alone, "{source}");
            }
        }
    }

    #[test]
    fn edges_of_words_are_those_of_the_regex_crate() {
        let text = "kỳx ".repeat(2 * OFFERS) + "kỳ, kỳ họp – ykỳ kỳ-họp; KỲ họp\nkỳ";
        let sources =
            [r"\bkỳ\b", r"kỳ\B", r"(?i)\b(kỳ) (?<next>\w+)\b", r"\w*\b", r"^\bkỳ|\b\p{Lu}+\b", r"\b$"];
        for source in sources {
            let (own, theirs) = (Regex::constant(source), regex::Regex::new(source).expect("valid"));
            // The second search has the full build.
            for _ in 0..2 {
                let found: Vec<_> = own.find_iter(&text).map(|it| (it.start(), it.as_str())).collect();
                let expected: Vec<_> = theirs.find_iter(&text).map(|it| (it.start(), it.as_str())).collect();
                assert_eq!(found, expected, "{source}");
                let next: Vec<_> =
                    own.captures_iter(&text).map(|it| it.name("next").map(|it| it.start())).collect();
                let expected = theirs.captures_iter(&text).map(|it| it.name("next").map(|it| it.start()));
                assert_eq!(next, expected.collect::<Vec<_>>(), "{source}");
            }
        }
    }

    #[test]
    fn much_text_in_small_pieces_is_searched_with_the_full_build() {
        let regex = Regex::constant(r"\bđiểm \p{L}\b");
        let found: usize = (0..MUCH / 10).map(|_| regex.find_iter("tại điểm đ khoản 1").count()).sum();
        assert_eq!(found, MUCH / 10);
        assert!(regex.usual.full.get().is_some() && regex.other.lean.get().is_none());
    }

    #[test]
    fn the_usual_letters_are_those_that_their_first_byte_tells() {
        for letter in '\0'..=char::MAX {
            let is_in = USUAL.iter().any(|(first, last)| (*first..=*last).contains(&letter));
            assert_eq!(is_usual(letter.encode_utf8(&mut [0; 4])), is_in, "{letter:?}");
        }
        assert!(!is_usual(&format!("{}я", "x".repeat(1_000))));
        assert!(is_usual("“Đắk Lắk” – 5 m² … • ①"));
    }

    #[test]
    fn other_letters_are_found_where_they_stand() {
        let usual = "Điều 1. Ủy ban nhân dân xã Ea Kar, 25 ₫… ‘Krông Búk’ K";
        let sources = [
            r"\p{L}+",
            r"(?i)\bk\w*",
            r"[^\s\p{Lu}]+",
            r"\d+|(?<mark>[\p{P}\p{S}])",
            r"(?i)[^a-z]\b",
            r"(?s)(?<word>.)\s|$",
            r"\p{Cyrillic}|(?<other>б)",
        ];
        for source in sources {
            let theirs = regex::Regex::new(source).expect("valid");
            for more in ["", " я ٣ 五", "\u{f0b7}", &"dài ".repeat(SHORT), &"bộ я ".repeat(SHORT)] {
                let (own, text) = (Regex::constant(source), format!("{usual}{more}"));
                for _ in 0..2 {
                    let found: Vec<_> = own.find_iter(&text).map(|it| (it.start(), it.as_str())).collect();
                    let expected: Vec<_> =
                        theirs.find_iter(&text).map(|it| (it.start(), it.as_str())).collect();
                    assert_eq!(found, expected, "{source}");
                    let groups = own.captures_iter(&text).map(|it| it.get(1).map(|it| it.start()));
                    let expected = theirs.captures_iter(&text).map(|it| it.get(1).map(|it| it.start()));
                    assert_eq!(groups.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{source}");
                }
            }
        }
    }

    #[test]
    fn an_expression_that_is_none_never_matches() {
        assert!(!Regex::checked("(".to_owned()).is_match("("));
    }
}
