//! Words for people, in both languages, with `{placeholders}`.

use super::scalar::word;
use super::yaml::Expected;
use crate::vocabulary::Words;
use serde::{Deserialize, Deserializer, Serialize};

/// Words in both languages, neither of them empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Vietnamese.
    pub vi: Phrase,
    /// English.
    pub en: Phrase,
}

/// Words that are not blank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Phrase(pub String);

impl<'de> Deserialize<'de> for Phrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = Expected("chữ", "words that are not empty");
        word(deserializer, expected, |text| match text.trim() {
            "" => Err(Words {
                vi: "bản dịch còn trống; cần cả vi và en".to_owned(),
                en: "the translation is empty; both vi and en are needed".to_owned(),
            }),
            words => Ok(Self(words.to_owned())),
        })
    }
}

impl Bilingual {
    /// The words of both languages as plain [`Words`].
    pub fn words(&self) -> Words {
        Words { vi: self.vi.0.clone(), en: self.en.0.clone() }
    }

    /// The names between braces, of both languages.
    pub fn placeholders(&self) -> impl Iterator<Item = &str> {
        placeholders(&self.vi.0).chain(placeholders(&self.en.0))
    }
}

/// The names between braces in a template. Braces around anything that is not a name of small
/// letters, digits, `-` and `_` are plain text.
pub fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        is_name(name).then_some(name)
    })
}

/// The template with every placeholder that `value` knows filled in; others stay as they stand.
/// What is filled in is not looked through again: words of a draft may hold braces.
///
/// ```
/// use thethuc_rulebook::bilingual::fill;
///
/// let words = fill("“{found}”, {other}", |name| (name == "found").then_some("Sô: {other}"));
/// assert_eq!(words, "“Sô: {other}”, {other}");
/// ```
pub fn fill<'a>(template: &str, value: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut out = String::with_capacity(template.len() + 40);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        let filled = after.split_once('}').and_then(|(name, tail)| {
            let known = is_name(name).then(|| value(name)).flatten()?;
            Some((known, tail))
        });
        if let Some((known, tail)) = filled {
            out.push_str(known);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// Whether braces around it make a placeholder.
fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_found_and_filled() {
        let template = "ghi “{found}”, phải ghi “{expected}” {KHÔNG}";
        assert_eq!(placeholders(template).collect::<Vec<_>>(), ["found", "expected"]);
        let filled = fill(template, |name| (name == "found").then_some("A"));
        assert_eq!(filled, "ghi “A”, phải ghi “{expected}” {KHÔNG}");
    }

    #[test]
    fn an_empty_translation_is_refused() {
        assert!(serde_json::from_str::<Bilingual>(r#"{"vi": "Có", "en": " "}"#).is_err());
        assert!(serde_json::from_str::<Bilingual>(r#"{"vi": "Có"}"#).is_err());
    }
}
