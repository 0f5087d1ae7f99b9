//! Regular expressions that cost little until they are used, and little when they are used once.
//!
//! Compiling an expression costs more than searching a page with it, and most of that is paid for
//! engines that only much text needs. So the first texts are searched with a lean build of the
//! expression, what follows with the full build; both find the same. And letters of scripts that no Vietnamese
//! text holds (`\p{L}` has them all) are left out of the builds for texts without them: those are some times
//! smaller. Syntax: that of the `regex` crate.

mod lean;
mod letters;
#[cfg(test)]
mod tests;

use lean::Lean;
use letters::{is_usual, of_usual_letters, without_edges};
use regex_automata::util::captures;
use regex_automata::util::iter::Searcher;
use regex_automata::{Anchored, Input, meta};
use regex_syntax::hir::Hir;
use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Longest text in bytes that the lean build searches.
const SHORT: usize = 1_000;

/// Bytes of text, of all searches together, that the lean build may search: it takes as long for that as the full one
/// takes to be made, which a draft of few pages does not pay for.
const MUCH: usize = 12_000;

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
    /// Far from the expression: rules hold expressions, and most of those are moved and never compiled.
    lean: OnceLock<Option<Box<Lean>>>,
    full: OnceLock<Option<Full>>,
}

/// The build for much text.
#[derive(Debug)]
enum Full {
    /// One engine for all.
    Plain(meta::Regex),
    /// The quick engines cannot tell the edge of a word beside a Vietnamese letter. So this one looks for the leftmost
    /// place at which the expression may begin, without its edges of words (where it finds none, there is none), and
    /// the lean build looks from each such place whether it does.
    Guard(meta::Regex),
}

/// Places that the guard may offer in vain, before the text is searched without it: what is offered at
/// every letter would be looked at again and again.
const OFFERS: usize = 64;

/// The build that is used for a text.
#[derive(Clone, Copy)]
enum Build<'r> {
    Lean(&'r Lean),
    Plain(&'r meta::Regex),
    Guarded { guard: &'r meta::Regex, engine: &'r Lean },
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
                (Searcher::new(Input::new(text)), captures::Captures::all(build.groups().clone()));
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
            return builds.lean(&self.source).map(Build::Lean);
        }
        match builds.full(&self.source)? {
            Full::Plain(engine) => Some(Build::Plain(engine)),
            Full::Guard(guard) => Some(Build::Guarded { guard, engine: builds.lean(&self.source)? }),
        }
    }
}

impl Builds {
    const fn new(is_usual: bool) -> Self {
        Self { is_usual, lean: OnceLock::new(), full: OnceLock::new() }
    }

    /// The build that is quickly made.
    fn lean(&self, source: &str) -> Option<&Lean> {
        self.lean.get_or_init(|| Lean::of(&self.expression(source)?).map(Box::new)).as_deref()
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
        meta::Builder::new().build_from_hir(&without_edges(expression)).ok().map(Self::Guard)
    }
}

impl<'r> Build<'r> {
    /// The groups of the expression.
    fn groups(self) -> &'r captures::GroupInfo {
        match self {
            Self::Plain(engine) => engine.group_info(),
            Self::Lean(engine) | Self::Guarded { engine, .. } => engine.group_info(),
        }
    }

    fn is_match(self, text: &str) -> bool {
        match self {
            Self::Lean(engine) => engine.is_match(text),
            Self::Plain(engine) => engine.is_match(text),
            Self::Guarded { guard, engine } => guarded(guard, engine, &Input::new(text)).is_some(),
        }
    }

    /// The first match in the input.
    fn find(self, input: &Input<'_>) -> Option<regex_automata::Match> {
        match self {
            Self::Lean(engine) => engine.search(input),
            Self::Plain(engine) => engine.search(input),
            Self::Guarded { guard, engine } => guarded(guard, engine, input),
        }
    }

    /// The first match in the input, with its groups.
    fn captures(self, input: &Input<'_>, groups: &mut captures::Captures) {
        match self {
            Self::Lean(engine) => engine.search_captures(input, groups),
            Self::Plain(engine) => engine.search_captures(input, groups),
            Self::Guarded { guard, engine } => match guarded(guard, engine, input) {
                Some(found) => {
                    let there = input.clone().range(found.start()..input.end()).anchored(Anchored::Yes);
                    engine.search_captures(&there, groups);
                }
                None => groups.clear(),
            },
        }
    }
}

/// The first match in the input, sought where the guard says that it may begin.
fn guarded(guard: &meta::Regex, engine: &Lean, input: &Input<'_>) -> Option<regex_automata::Match> {
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

/// Bytes of the letter that begins there; one at the end of the text.
fn length_of_letter(text: &[u8], start: usize) -> usize {
    let following = text.iter().skip(start + 1).take_while(|byte| (0x80..0xC0).contains(*byte));
    1 + following.count()
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
