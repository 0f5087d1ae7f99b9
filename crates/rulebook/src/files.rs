//! A file of a rule book. Whoever has a file system reads it; the rule book is given texts.

/// Endings of the files of a rule book.
const ENDINGS: [&str; 4] = [".yaml", ".yml", ".md", ".csv"];

/// A file of a directory of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFile {
    /// Path below the directory, with `/` between its parts.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl RuleFile {
    /// Whether the path of a file has one of the endings that a rule book reads. Manuals for people
    /// are no part of it.
    pub fn is_one(path: &str) -> bool {
        ENDINGS.iter().any(|ending| path.ends_with(ending)) && !path.ends_with("README.md")
    }
}
