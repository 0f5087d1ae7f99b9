//! What is wrong with a rule file, and where.

use super::yaml::Fault;
use crate::vocabulary::Words;
use std::fmt;

/// A fault of a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleBookError {
    /// The file, relative to the directory of rules.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong and what was expected.
    pub words: Words,
}

impl RuleBookError {
    /// A fault at a place.
    pub fn new(file: &str, (line, column): (usize, usize), vi: String, en: String) -> Self {
        Self { file: file.to_owned(), line, column, words: Words { vi, en } }
    }

    /// A fault that reading YAML met in a file.
    pub fn of(file: &str, fault: Fault) -> Self {
        Self { file: file.to_owned(), line: fault.line, column: fault.column, words: fault.words }
    }
}

impl fmt::Display for RuleBookError {
    /// `format/motto.yaml:3:5: ` and the words in both languages.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, words } = self;
        write!(formatter, "{file}:{line}:{column}: {} / {}", words.vi, words.en)
    }
}

impl std::error::Error for RuleBookError {}
