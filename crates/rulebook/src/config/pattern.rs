//! Which files something is for, by their paths.

use crate::vocabulary::Words;
use crate::yaml::{shown, told};
use globset::{GlobBuilder, GlobMatcher};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// A file, a folder with all that it holds, or a pattern of either: `*` and `?` stay within a folder, `**`
/// goes through any number of them.
#[derive(Clone, Debug)]
pub struct PathPattern {
    text: String,
    matcher: GlobMatcher,
}

impl PathPattern {
    /// A pattern.
    ///
    /// # Errors
    /// Says that its brackets are not closed, or the like.
    pub fn new(text: &str) -> Result<Self, Words> {
        let plain: String = text.trim().replace('\\', "/").nfc().collect();
        let plain = plain.strip_prefix("./").unwrap_or(&plain);
        let plain = plain.strip_suffix('/').unwrap_or(plain);
        let whole = if plain.is_empty() || plain == "." { "**" } else { plain };
        let built = GlobBuilder::new(whole).literal_separator(true).backslash_escape(false).build();
        let glob = built.map_err(|error| Words {
            vi: format!("“{}” không phải là mẫu đường dẫn hợp lệ; dùng *, ** và ?", shown(text)),
            en: format!("“{}” is no pattern of paths ({}); use *, ** and ?", shown(text), error.kind()),
        })?;
        Ok(Self { text: text.to_owned(), matcher: glob.compile_matcher() })
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether a path, with forward slashes and from the folder that the pattern counts from, is meant by the
    /// pattern or lies in a folder that is.
    ///
    /// ```
    /// use thethuc_rulebook::config::PathPattern;
    ///
    /// let pattern = PathPattern::new("phong/*/luu")?;
    /// assert!(pattern.holds("phong/kinh-te/luu/a.docx") && !pattern.holds("phong/luu/a.docx"));
    /// # Ok::<(), thethuc_rulebook::vocabulary::Words>(())
    /// ```
    pub fn holds(&self, path: &str) -> bool {
        // Some systems take the letters of file names apart.
        let path: String = path.nfc().collect();
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        folders.chain([path.as_str()]).any(|own| self.matcher.is_match(own))
    }
}

impl PartialEq for PathPattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl fmt::Display for PathPattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl Serialize for PathPattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for PathPattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(PatternVisitor)
    }
}

/// Reads inside the visitor, so that a fault has the place of the pattern itself.
struct PatternVisitor;

impl serde::de::Visitor<'_> for PatternVisitor {
    type Value = PathPattern;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::yaml::Expected("đường dẫn", "a path").write(formatter)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<PathPattern, E> {
        PathPattern::new(text).map_err(|words| E::custom(told(&words)))
    }
}

impl schemars::JsonSchema for PathPattern {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PathPattern".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A file, a folder with all that it holds, or a pattern of either with *, ** and ?.",
            "type": "string",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(pattern: &str, path: &str) -> bool {
        PathPattern::new(pattern).expect("a pattern").holds(path)
    }

    #[test]
    fn a_folder_holds_what_lies_in_it_and_nothing_else() {
        assert!(holds("a", "a/b.docx") && holds("a/", "a/c/b.docx") && holds("./a/b.docx", "a/b.docx"));
        assert!(!holds("a", "ab.docx") && !holds("a/b.doc", "a/b.docx") && !holds("b.docx", "a/b.docx"));
        assert!(holds("**/luu", "phong/luu/b.md") && holds("*.md", "b.md") && !holds("*.md", "a/b.md"));
        assert!(holds(".", "a/b.md") && holds("", "b.md"));
    }

    #[test]
    fn letters_that_were_taken_apart_are_the_same_letters() {
        assert!(holds("dự-thảo", "dự-thảo/a.md".nfd().collect::<String>().as_str()));
    }

    #[test]
    fn a_broken_pattern_is_told() {
        assert!(PathPattern::new("a[").expect_err("open").vi.contains("“a[”"));
    }
}
