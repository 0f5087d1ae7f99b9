//! How often a place must occur.

use super::pattern::Pattern;
use super::yaml::{Expected, shown, told};
use crate::vocabulary::Words;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// How often something must be there: `true`, `false`, `required-by-form`, `forbidden-by-form`, or
/// `{min, max, by-form, unless-text}`.
///
/// ```
/// use thethuc_rulebook::{count::Count, yaml};
///
/// let count: Count = yaml::read("{ min: 1, max: 2 }")?;
/// assert_eq!(count.limits(), (1, Some(2)));
/// let count: Count = yaml::read("forbidden-by-form")?;
/// assert_eq!(count.limits(), (0, Some(0)));
/// # Ok::<(), yaml::Fault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Count {
    /// At least so often.
    pub min: u32,
    /// At most so often.
    pub max: Option<u32>,
    /// Whether the form of the document decides, by its components in `forms.yaml`, and which of its lists.
    pub by_form: Option<ByForm>,
    /// Where this is found in the text of the part, the component may stand there without having
    /// been recognized, and whether it is missing cannot be told.
    pub unless_text: Option<Pattern>,
}

/// The list of a form that decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ByForm {
    /// What a form needs is there.
    Required,
    /// What a form must not have is not there.
    Forbidden,
}

/// The long way of writing it, before it is known whether its keys fit each other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Entry {
    /// Zero if not given.
    min: Option<u32>,
    /// Any number if not given.
    max: Option<u32>,
    /// Leaves no room for `min` and `max`.
    by_form: Option<ByForm>,
    /// As in [`Count`].
    unless_text: Option<Pattern>,
}

impl Count {
    /// So often, and nothing else.
    pub const fn between(min: u32, max: Option<u32>) -> Self {
        Self { min, max, by_form: None, unless_text: None }
    }

    /// As a list of the form says.
    pub const fn by_form(list: ByForm) -> Self {
        Self { min: 0, max: None, by_form: Some(list), unless_text: None }
    }

    /// The fewest and the most that are right; with a list of the form, where it has the place.
    pub const fn limits(&self) -> (u32, Option<u32>) {
        match self.by_form {
            None => (self.min, self.max),
            Some(ByForm::Required) => (1, None),
            Some(ByForm::Forbidden) => (0, Some(0)),
        }
    }
}

impl TryFrom<Entry> for Count {
    type Error = Expected;

    /// Refuses what allows everything or nothing: the author meant something else.
    fn try_from(entry: Entry) -> Result<Self, Self::Error> {
        let Entry { min, max, by_form, unless_text } = entry;
        let min = min.unwrap_or(0);
        if by_form.is_some() && (min > 0 || max.is_some()) {
            return Err(Expected(
                "đã dùng by-form thì không ghi min, max",
                "with by-form, the form alone says how many",
            ));
        }
        if by_form.is_none() && min == 0 && max.is_none() {
            return Err(Expected(
                "cần min hoặc max; chỉ min: 0 thì không loại trừ gì",
                "limits need min or max; min: 0 alone allows everything",
            ));
        }
        if max.is_some_and(|max| max < min) {
            return Err(Expected("min lớn hơn max", "min is greater than max"));
        }
        Ok(Self { min, max, by_form, unless_text })
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CountVisitor)
    }
}

/// Reads all ways of writing a count, so that a fault carries its place.
struct CountVisitor;

impl<'de> Visitor<'de> for CountVisitor {
    type Value = Count;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Expected(
            "true, false, required-by-form, forbidden-by-form hoặc {min: 1, max: 2}",
            "true, false, required-by-form, forbidden-by-form, or limits such as {min: 1, max: 2}",
        )
        .write(formatter)
    }

    fn visit_bool<E: Error>(self, wanted: bool) -> Result<Count, E> {
        Ok(if wanted { Count::between(1, None) } else { Count::between(0, Some(0)) })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Count, E> {
        match text {
            "required-by-form" => Ok(Count::by_form(ByForm::Required)),
            "forbidden-by-form" => Ok(Count::by_form(ByForm::Forbidden)),
            other => {
                let other = shown(other);
                Err(E::custom(told(&Words {
                    vi: format!(
                        "cần true, false, required-by-form, forbidden-by-form hoặc {{min: 1}}; ở đây là “{other}”"
                    ),
                    en: format!(
                        "expected true, false, required-by-form, forbidden-by-form, or limits such as {{min: 1}}; found “{other}”"
                    ),
                })))
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Count, A::Error> {
        Entry::deserialize(MapAccessDeserializer::new(map))?.try_into().map_err(A::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &str) -> Option<Count> {
        serde_yaml::from_str(yaml).ok()
    }

    #[test]
    fn counts_are_words_or_limits() {
        assert_eq!(read("{min: 1, max: 1}"), Some(Count::between(1, Some(1))));
        assert_eq!(read("false"), Some(Count::between(0, Some(0))));
        assert_eq!(read("{min: 1}"), read("true"));
        for wrong in ["once", "{min: 0}", "{min: 2, max: 1}", "{by-form: required, min: 1}", "by-form", "{}"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_list_of_the_form_says_how_many() {
        assert_eq!(read("required-by-form").map(|count| count.limits()), Some((1, None)));
        assert_eq!(read("forbidden-by-form").map(|count| count.limits()), Some((0, Some(0))));
        assert_eq!(read("{by-form: required}"), read("required-by-form"));
    }

    #[test]
    fn counts_survive_the_way_through_json() {
        for yaml in [
            "forbidden-by-form",
            "{by-form: required, unless-text: Số}",
            "{min: 1, unless-text: Nơi nhận}",
            "false",
        ] {
            let count = read(yaml).expect("valid");
            let json = serde_json::to_string(&count).expect("serializable");
            assert_eq!(serde_json::from_str::<Count>(&json).expect("readable"), count);
        }
    }
}
