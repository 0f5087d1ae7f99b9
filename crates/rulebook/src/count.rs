//! How often a place must occur.

use super::pattern::Pattern;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// How often something must be there: `true`, `false`, `by-form`, or `{min, max, by-form,
/// unless-text}`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Count {
    /// At least so often.
    pub min: u32,
    /// At most so often.
    pub max: Option<u32>,
    /// Whether the form of the document decides, by its components in `forms.yaml`.
    pub by_form: bool,
    /// Where this is found in the text of the part, the component may stand there without having
    /// been recognized, and whether it is missing cannot be told.
    pub unless_text: Option<Pattern>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Entry {
    min: Option<u32>,
    max: Option<u32>,
    #[serde(default)]
    by_form: bool,
    unless_text: Option<Pattern>,
}

impl Count {
    /// So often, and nothing else.
    pub const fn between(min: u32, max: Option<u32>) -> Self {
        Self { min, max, by_form: false, unless_text: None }
    }
}

impl TryFrom<Entry> for Count {
    type Error = &'static str;

    fn try_from(entry: Entry) -> Result<Self, Self::Error> {
        let Entry { min, max, by_form, unless_text } = entry;
        let min = min.unwrap_or(0);
        if by_form && (min > 0 || max.is_some()) {
            return Err("with by-form, the form alone says how many");
        }
        if !by_form && min == 0 && max.is_none() {
            return Err("limits need min or max; min: 0 alone allows everything");
        }
        if max.is_some_and(|max| max < min) {
            return Err("min is greater than max");
        }
        Ok(Self { min, max, by_form, unless_text })
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CountVisitor)
    }
}

struct CountVisitor;

impl<'de> Visitor<'de> for CountVisitor {
    type Value = Count;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("true, false, by-form, or limits such as {min: 1, max: 2}")
    }

    fn visit_bool<E: Error>(self, wanted: bool) -> Result<Count, E> {
        Ok(if wanted { Count::between(1, None) } else { Count::between(0, Some(0)) })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Count, E> {
        match text {
            "by-form" => Ok(Count { by_form: true, ..Count::between(0, None) }),
            other => Err(E::custom(format!(
                "expected true, false, by-form, or limits such as {{min: 1}}; found “{other}”"
            ))),
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
        for wrong in ["once", "{min: 0}", "{min: 2, max: 1}", "{by-form: true, min: 1}", "{}"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn counts_survive_the_way_through_json() {
        for yaml in ["by-form", "{min: 1, unless-text: Nơi nhận}", "false"] {
            let count = read(yaml).expect("valid");
            let json = serde_json::to_string(&count).expect("serializable");
            assert_eq!(serde_json::from_str::<Count>(&json).expect("readable"), count);
        }
    }
}
