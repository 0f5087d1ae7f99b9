//! Regular expressions of rules: checked when a file is read, compiled when first used.

use super::scalar::word;
use regex::Regex;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::OnceLock;

/// Stands before a pattern that was already checked: the embedded rules are checked when the
/// program is built, and compiling them again at every start would cost more than checking a document.
const CHECKED: char = '\0';

/// A regular expression in the syntax of the `regex` crate.
#[derive(Clone, Debug)]
pub struct Pattern {
    source: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern, if the expression is one.
    pub fn new(source: &str) -> Result<Self, String> {
        let regex = Regex::new(source).map_err(|error| format!("bad regular expression: {error}"))?;
        let compiled = OnceLock::new();
        // A fresh cell takes the value.
        let _ = compiled.set(Some(regex));
        Ok(Self { source: source.to_owned(), compiled })
    }

    /// The expression as written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The compiled expression; `None` only if an embedded rule was altered after the build.
    pub fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| Regex::new(&self.source).ok()).as_ref()
    }

    /// Names of the groups, which become variables of the message.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.regex().into_iter().flat_map(|regex| regex.capture_names().flatten())
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{CHECKED}{}", self.source))
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        word(deserializer, "a regular expression", |text| match text.strip_prefix(CHECKED) {
            Some(source) => Ok(Self { source: source.to_owned(), compiled: OnceLock::new() }),
            None => Self::new(text),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_expression_is_refused_where_it_stands() {
        let error = serde_yaml::from_str::<Vec<Pattern>>("- ok\n- '(open'\n").expect_err("unclosed group");
        assert_eq!(error.location().map(|at| (at.line(), at.column())), Some((2, 3)));
    }

    #[test]
    fn a_checked_pattern_goes_there_and_back() {
        let pattern = Pattern::new("(?<year>20\\d\\d)").expect("valid");
        let json = serde_json::to_string(&pattern).expect("serializable");
        let back: Pattern = serde_json::from_str(&json).expect("readable");
        assert_eq!(back, pattern);
        assert_eq!(back.groups().collect::<Vec<_>>(), ["year"]);
    }
}
