//! Regular expressions that are part of the program, compiled when first used.

use regex::{Captures, Regex};
use std::sync::OnceLock;

/// A constant regular expression. A document pays only for those that it needs.
pub struct Pattern {
    source: &'static str,
    compiled: OnceLock<Regex>,
}

impl Pattern {
    /// A pattern from a constant; it is compiled at its first use.
    pub const fn new(source: &'static str) -> Self {
        Self { source, compiled: OnceLock::new() }
    }

    /// The compiled expression.
    ///
    /// # Panics
    /// Never: the sources are constants, and the tests of their users compile them.
    #[allow(
        clippy::expect_used,
        reason = "the sources are constants, and the tests of each user compile them"
    )]
    pub fn regex(&self) -> &Regex {
        self.compiled.get_or_init(|| Regex::new(self.source).expect("a constant pattern compiles"))
    }

    /// Whether the text holds a match.
    pub fn is_match(&self, text: &str) -> bool {
        self.regex().is_match(text)
    }

    /// The groups of the first match.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex().captures(text)
    }
}
