//! What is wrong with a rule file, and where.

use super::suggest::hint;
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

    /// A fault that reading YAML met, put into words for a person.
    pub fn from_yaml(file: &str, error: &serde_yaml::Error) -> Self {
        let place = error.location().map_or((1, 1), |at| (at.line(), at.column()));
        let whole = error.to_string();
        let reason = whole.find(" at line ").map_or(whole.as_str(), |end| &whole[..end]);
        let words = explain(reason);
        Self { file: file.to_owned(), line: place.0, column: place.1, words }
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

/// Puts the reasons that `serde` gives into words. `reason` may begin with the path of the entry.
fn explain(reason: &str) -> Words {
    let quoted: Vec<&str> = reason.split('`').skip(1).step_by(2).collect();
    if reason.contains("unknown field `") || reason.contains("unknown variant `") {
        let (unknown, known) = quoted.split_first().map_or(("", &[][..]), |(first, rest)| (*first, rest));
        let hint = hint(unknown, known.iter().copied());
        if unknown.contains(' ') || known == ["vi", "en"] {
            // A comma ends a value between braces, and the rest is taken for a key.
            return Words {
                vi: format!("không hiểu “{unknown}”; trong ngoặc nhọn, chữ có dấu phẩy phải đặt trong \"…\""),
                en: format!("“{unknown}” is no key; between braces, words with commas need \"…\""),
            };
        }
        let list = known.join(", ");
        return Words {
            vi: format!(
                "không có “{unknown}”; được dùng: {list}{}",
                hint.replace("did you mean", "có phải là")
            ),
            en: format!("unknown “{unknown}”; expected one of: {list}{hint}"),
        };
    }
    if let Some(field) = reason.contains("missing field `").then(|| quoted.first()).flatten() {
        return Words {
            vi: format!("thiếu khóa “{field}”"), en: format!("the key “{field}” is missing")
        };
    }
    if reason.contains("did not find expected")
        || reason.contains("mapping values")
        || reason.contains("scanning a")
    {
        return Words {
            vi: format!(
                "cú pháp YAML không hợp lệ ({reason}); chữ có dấu hai chấm hoặc ngoặc nhọn phải đặt trong \"…\""
            ),
            en: format!("invalid YAML ({reason}); words with colons or braces need quotation marks \"…\""),
        };
    }
    Words { vi: format!("không hợp lệ: {reason}"), en: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Small {
        #[expect(dead_code, reason = "only its name matters")]
        severity: u32,
    }

    fn fault(yaml: &str) -> RuleBookError {
        let error = serde_yaml::from_str::<Vec<Small>>(yaml).expect_err("not valid");
        RuleBookError::from_yaml("format/x.yaml", &error)
    }

    #[test]
    fn an_unknown_key_is_named_with_its_place_and_a_proposal() {
        let error = fault("- severity: 1\n- severty: 2\n");
        assert_eq!((error.line, error.column), (2, 3), "{error}");
        assert!(error.words.en.contains("did you mean “severity”"), "{error}");
        assert!(error.words.vi.contains("có phải là “severity”"), "{error}");
    }

    #[test]
    fn a_missing_key_is_named() {
        assert!(fault("- {}\n").words.vi.contains("thiếu khóa “severity”"));
    }
}
