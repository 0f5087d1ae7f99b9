//! Regular expressions that are part of the program.

use super::regex::{Captures, Regex};

/// A constant regular expression. A document pays only for those that it needs.
pub struct Pattern(Regex);

impl Pattern {
    /// A pattern from a constant; it is compiled at its first use. The tests of its users see to it
    /// that it is valid: one that is not never matches.
    pub const fn new(source: &'static str) -> Self {
        Self(Regex::constant(source))
    }

    /// The expression, for searching one after the other.
    pub const fn regex(&self) -> &Regex {
        &self.0
    }

    /// Whether the text holds a match.
    pub fn is_match(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// The groups of the first match.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.0.captures(text)
    }
}
