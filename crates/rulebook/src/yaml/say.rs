//! How words in two languages pass through a library that carries one text.

use crate::vocabulary::Words;
use std::fmt;

/// Stand around and between the words of both languages. YAML allows neither of them in a text.
const OPEN: char = '\u{1}';
/// Stands between the two languages.
const BETWEEN: char = '\u{2}';
/// Stands behind both.
const CLOSE: char = '\u{3}';

/// Longest stretch of a file that a message repeats, in characters.
const SHOWN: usize = 60;

/// Words on their way through an error of `serde`.
#[derive(Clone, Copy)]
pub(crate) struct Told<'a>(&'a str, &'a str);

impl fmt::Display for Told<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{OPEN}{}{BETWEEN}{}{CLOSE}", self.0, self.1)
    }
}

/// Words for an error of `serde`, from which [`super::data`] takes them again.
pub(crate) const fn told(words: &Words) -> Told<'_> {
    Told(words.vi.as_str(), words.en.as_str())
}

/// What was expected, Vietnamese and English.
#[derive(Clone, Copy, Debug)]
pub struct Expected(pub &'static str, pub &'static str);

impl Expected {
    /// Writes it as [`serde::de::Visitor::expecting`] does, so that the fault can be told in either language.
    ///
    /// # Errors
    /// Where the formatter cannot write.
    pub fn write(self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self, formatter)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Told(self.0, self.1), formatter)
    }
}

/// The words that [`told`] put into a text.
pub(super) fn untold(text: &str) -> Option<Words> {
    let (_, rest) = text.split_once(OPEN)?;
    let (words, _) = rest.split_once(CLOSE)?;
    let (vi, en) = words.split_once(BETWEEN)?;
    Some(Words { vi: vi.to_owned(), en: en.to_owned() })
}

/// Words out of a file, as a message repeats them: one line of a length that one can read.
pub fn shown(words: &str) -> String {
    let flat = words.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let flat = flat.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= SHOWN {
        return flat;
    }
    let head: String = flat.chars().take(SHOWN - 1).collect();
    format!("{}…", head.trim_end())
}
