//! Strict reading of YAML: what is wrong is told in words for people, with its place.
//!
//! The YAML library stays behind this door: no type of it is in any public signature.

mod data;
mod keys;
mod say;
mod syntax;

use crate::clean::clean;
use crate::vocabulary::Words;
pub(crate) use data::words as fault_words;
pub(crate) use say::told;
pub use say::{Expected, shown};
use serde::de::DeserializeOwned;
use std::fmt;

/// What is wrong with a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong and what was expected.
    pub words: Words,
}

impl fmt::Display for Fault {
    /// `3:5: ` and the words in both languages.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, words } = self;
        write!(formatter, "{line}:{column}: {} / {}", words.vi, words.en)
    }
}

impl std::error::Error for Fault {}

/// Reads a value in which no key of any map stands twice.
///
/// ```
/// use std::collections::BTreeMap;
/// use thethuc_rulebook::yaml;
///
/// let fault = yaml::read::<BTreeMap<String, u32>>("min: 1\nmin: 2\n").err();
/// assert_eq!(fault.map(|fault| (fault.line, fault.column)), Some((2, 1)));
/// ```
///
/// # Errors
/// Tells the first fault: of the YAML itself, a key that stands twice, or what does not fit the
/// type.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let text = clean(text);
    if is_blank(&text) {
        let words = Words {
            vi: "tệp chưa có nội dung nào".to_owned(),
            en: "nothing is written here yet".to_owned(),
        };
        return Err(Fault { line: 1, column: 1, words });
    }
    bounded(&text)?;
    // Types overlook a key that stands twice, or tell it at the beginning of its map, and copy what is
    // repeated.
    keys::walk(&text, true).map_err(|error| fault(&text, &error))?;
    serde_yaml::from_str(&text).map_err(|error| fault(&text, &error))
}

/// Reads what a type knows of a text that may hold more, such as the front matter that other programs
/// read as well.
///
/// # Errors
/// Tells the first fault of the YAML itself, or of what the type knows.
pub fn read_known<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let text = clean(text);
    bounded(&text)?;
    keys::walk(&text, false).map_err(|error| fault(&text, &error))?;
    serde_yaml::from_str(&text).map_err(|error| {
        let twice = error.to_string().contains("duplicate field");
        let place = twice.then(|| keys::walk(&text, true).err()).flatten();
        fault(&text, &place.unwrap_or(error))
    })
}

/// Most brackets that may be open at once: the library takes the square of their number.
pub const OPEN_BRACKETS: usize = 1_000;

/// Refuses what opens bracket within bracket without end, before it is parsed.
///
/// # Errors
///
/// The line in which there are too many.
fn bounded(text: &str) -> Result<(), Fault> {
    let mut open = 0usize;
    for (number, line) in text.lines().enumerate() {
        for byte in line.bytes() {
            match byte {
                b'[' | b'{' => open += 1,
                b']' | b'}' => open = open.saturating_sub(1),
                _ => {}
            }
            if open > OPEN_BRACKETS {
                let words = Words {
                    vi: format!("hơn {OPEN_BRACKETS} dấu ngoặc mở mà chưa đóng"),
                    en: format!("more than {OPEN_BRACKETS} brackets are open at once"),
                };
                return Err(Fault { line: number + 1, column: 1, words });
            }
        }
    }
    Ok(())
}

/// Whether nothing but comments is written.
fn is_blank(text: &str) -> bool {
    text.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with('#') || line == "---")
}

/// The fault at the place that the library knows, at the beginning of the text where it knows none.
fn fault(text: &str, error: &serde_yaml::Error) -> Fault {
    let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column()));
    let whole = error.to_string();
    let words = syntax::words(text, (line, column), &whole).unwrap_or_else(|| data::words(&whole));
    Fault { line, column, words }
}

#[cfg(test)]
mod tests;
