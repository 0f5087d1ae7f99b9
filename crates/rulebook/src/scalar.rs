//! Reading one word of a rule file in such a way that an error carries the line of that very word.
//!
//! `yaml_serde` knows the place of an error only if it is raised while the scalar is visited; so
//! every checked word of the rule book is read through [`word`].

use super::yaml::{Expected, told};
use crate::vocabulary::Words;
use serde::de::{Deserializer, Error, Visitor};
use std::fmt;

/// Reads a string and checks it with `parse`, whose error says what was expected.
pub(crate) fn word<'de, D, T>(
    deserializer: D,
    expecting: Expected,
    parse: impl Fn(&str) -> Result<T, Words>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(WordVisitor { expecting, parse })
}

/// Visits the word, so that the error knows its place.
struct WordVisitor<P> {
    /// What is said of a value that is no word at all.
    expecting: Expected,
    /// Makes the value of the word, or says what was expected.
    parse: P,
}

impl<T, P: Fn(&str) -> Result<T, Words>> Visitor<'_> for WordVisitor<P> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expecting.write(formatter)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).map_err(|words| E::custom(told(&words)))
    }
}
