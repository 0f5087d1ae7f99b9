//! Regular expressions that cost little until they are used, and little when they are used once.
//!
//! Compiling an expression costs more than searching a page with it, and most of that is paid for
//! engines that only long texts need. So a short text is searched with a lean build of the
//! expression, a long one with the full build; both find the same. Syntax: that of the `regex` crate.

use regex_automata::meta;
use regex_automata::util::captures;
use std::borrow::Cow;
use std::sync::OnceLock;

/// Longest text in bytes that the lean build searches.
const SHORT: usize = 2_000;

/// A regular expression, compiled when first used.
#[derive(Debug)]
pub struct Regex {
    source: Cow<'static, str>,
    lean: OnceLock<Option<meta::Regex>>,
    full: OnceLock<Option<meta::Regex>>,
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
        Self { source: Cow::Borrowed(source), lean: OnceLock::new(), full: OnceLock::new() }
    }

    /// An expression that is known to be valid; one that is not never matches.
    pub const fn checked(source: String) -> Self {
        Self { source: Cow::Owned(source), lean: OnceLock::new(), full: OnceLock::new() }
    }

    /// The expression as written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether the text holds a match.
    pub fn is_match(&self, text: &str) -> bool {
        self.engine(text).is_some_and(|engine| engine.is_match(text))
    }

    /// The first match.
    pub fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.find_iter(text).next()
    }

    /// The matches, one after the other.
    pub fn find_iter<'r, 't>(&'r self, text: &'t str) -> impl Iterator<Item = Match<'t>> + use<'r, 't> {
        let matches = self.engine(text).into_iter().flat_map(move |engine| engine.find_iter(text));
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
        let matches = self.engine(text).into_iter().flat_map(move |engine| engine.captures_iter(text));
        matches.map(move |groups| Captures { text, groups })
    }

    /// Names of the groups.
    pub fn names(&self) -> Vec<String> {
        let Some(engine) = self.engine("") else { return Vec::new() };
        engine.group_info().all_names().filter_map(|(_, _, name)| name.map(str::to_owned)).collect()
    }

    /// The build of the expression that pays for a text of that length; the full one wherever it is
    /// there already.
    fn engine(&self, text: &str) -> Option<&meta::Regex> {
        if let Some(full) = self.full.get() {
            return full.as_ref();
        }
        if text.len() > SHORT {
            return self.full.get_or_init(|| meta::Regex::new(&self.source).ok()).as_ref();
        }
        let lean = || {
            // No engine and no search for literals that only pays on long texts.
            let config = meta::Config::new().hybrid(false).dfa(false).onepass(false).auto_prefilter(false);
            meta::Builder::new().configure(config).build(&self.source).ok()
        };
        self.lean.get_or_init(lean).as_ref()
    }
}

impl Clone for Regex {
    /// Compiled builds are not copied: they are made again where the copy is used, if at all.
    fn clone(&self) -> Self {
        Self { source: self.source.clone(), lean: OnceLock::new(), full: OnceLock::new() }
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
    fn an_expression_that_is_none_never_matches() {
        assert!(!Regex::checked("(".to_owned()).is_match("("));
    }
}
