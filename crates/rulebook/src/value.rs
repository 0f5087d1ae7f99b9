//! Small values of checks: numbers with limits, one word or several.

use super::scalar::word;
use super::yaml::{Expected, shown, told};
use crate::vocabulary::Words;
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::marker::PhantomData;

/// A number with limits, both of them allowed. Written as one number (`13`) or as `{min: 12, max:
/// 13}`; the key that it stands under gives the unit.
///
/// ```
/// use thethuc_rulebook::{value::Range, yaml};
///
/// let margin: Range = yaml::read("{ min: 20, max: 25 }")?;
/// assert!(margin.holds(25.4, 0.5) && !margin.holds(26.0, 0.5));
/// # Ok::<(), yaml::Fault>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Range {
    /// Smallest allowed value.
    pub min: Option<f32>,
    /// Greatest allowed value.
    pub max: Option<f32>,
}

impl Range {
    /// Whether `value` lies within the limits, widened by `tolerance`.
    pub fn holds(&self, value: f32, tolerance: f32) -> bool {
        self.min.is_none_or(|min| value >= min - tolerance)
            && self.max.is_none_or(|max| value <= max + tolerance)
    }

    /// The allowed value next to `value`: itself, or the limit that it exceeds.
    pub fn nearest(&self, value: f32) -> f32 {
        let least = self.min.map_or(value, |min| value.max(min));
        self.max.map_or(least, |max| least.min(max))
    }
}

/// The way of writing it with two keys, before it is known whether they fit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    /// No lower limit if not given.
    min: Option<f32>,
    /// No upper limit if not given.
    max: Option<f32>,
}

impl<'de> Deserialize<'de> for Range {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RangeVisitor)
    }
}

/// Reads both ways of writing a range.
struct RangeVisitor;

impl RangeVisitor {
    /// A range of one number.
    ///
    /// # Errors
    /// YAML knows `.inf` and `.nan`; nothing has such a size.
    fn exactly<E: Error>(value: f64) -> Result<Range, E> {
        #[expect(clippy::cast_possible_truncation, reason = "points and millimetres need no more digits")]
        let value = value as f32;
        if value.is_finite() {
            Ok(Range { min: Some(value), max: Some(value) })
        } else {
            Err(E::custom(Expected("cần một số hữu hạn", "expected a finite number")))
        }
    }
}

impl<'de> Visitor<'de> for RangeVisitor {
    type Value = Range;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Expected(
            "số, ví dụ 13, hoặc {min: 12, max: 13}",
            "a number such as 13, or limits such as {min: 12, max: 13}",
        )
        .write(formatter)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Range, E> {
        Self::exactly(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Range, E> {
        Self::exactly(value as f64)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Range, E> {
        Self::exactly(value as f64)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Range, A::Error> {
        let limits = Limits::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
        match (limits.min, limits.max) {
            (None, None) => Err(A::Error::custom(Expected("cần min hoặc max", "limits need min or max"))),
            (Some(min), Some(max)) if min > max => {
                Err(A::Error::custom(Expected("min lớn hơn max", "min is greater than max")))
            }
            (min, max) => Ok(Range { min, max }),
        }
    }
}

/// One value or a list of them, written without or with brackets; never an empty list, which would
/// allow nothing.
///
/// ```
/// use thethuc_rulebook::{Selector, value::OneOrMany, yaml};
///
/// let one: OneOrMany<Selector> = yaml::read("title")?;
/// let many: OneOrMany<Selector> = yaml::read("[title]")?;
/// assert_eq!(one, many);
/// # Ok::<(), yaml::Fault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<'de, T: Deserialize<'de> + FromWord> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ManyVisitor(PhantomData))
    }
}

/// What can be made of one word, so that a list may be written without brackets.
pub trait FromWord: Sized {
    /// The value, or what was expected instead.
    fn from_word(word: &str) -> Result<Self, Words>;
}

impl FromWord for String {
    fn from_word(word: &str) -> Result<Self, Words> {
        Ok(word.to_owned())
    }
}

/// Reads one word or a list.
struct ManyVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + FromWord> Visitor<'de> for ManyVisitor<T> {
    type Value = OneOrMany<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Expected("một từ hoặc danh sách các từ", "a word or a list of words").write(formatter)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<OneOrMany<T>, E> {
        T::from_word(text).map(|value| OneOrMany(vec![value])).map_err(|words| E::custom(told(&words)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<OneOrMany<T>, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        if values.is_empty() {
            return Err(A::Error::custom(Expected(
                "danh sách trống; cần ít nhất một mục",
                "expected at least one entry, found an empty list",
            )));
        }
        Ok(OneOrMany(values))
    }
}

/// A colour as `RRGGBB`, kept in capitals. Rule files need quotation marks around it: YAML takes
/// `000000` for a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Color(pub String);

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = Expected("màu, ví dụ \"000000\"", "a colour such as \"000000\"");
        word(deserializer, expected, |text| {
            let valid = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
            if valid {
                Ok(Self(text.to_ascii_uppercase()))
            } else {
                let text = shown(text);
                Err(Words {
                    vi: format!("màu gồm sáu chữ số thập lục phân trong ngoặc kép; ở đây là “{text}”"),
                    en: format!("expected a colour of six hexadecimal digits in quotes, found “{text}”"),
                })
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_numbers_or_limits() {
        let one: Range = serde_yaml::from_str("13").expect("a number");
        assert!(one.holds(13.2, 0.25) && !one.holds(13.5, 0.25));
        let limits: Range = serde_yaml::from_str("{min: 12, max: 13}").expect("limits");
        assert!(limits.holds(13.25, 0.25) && !limits.holds(11.7, 0.25));
        for wrong in ["{}", "{min: 3, max: 2}", "{least: 2}", "wide"] {
            assert!(serde_yaml::from_str::<Range>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn ranges_survive_the_way_through_json() {
        let range = Range { min: Some(12.0), max: None };
        let json = serde_json::to_string(&range).expect("serializable");
        assert_eq!(serde_json::from_str::<Range>(&json).expect("readable"), range);
    }
}
