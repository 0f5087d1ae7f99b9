//! Lists of words that are compared letter by letter.

use super::scalar::word;
use super::suggest::distance;
use super::yaml::{Expected, shown, told};
use crate::vocabulary::Words;
use crate::vocabulary::vietnamese::ascii_key;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// Words in all their spellings, at least one, the longest first, so that the first that fits is
/// the longest that fits.
///
/// ```
/// use thethuc_rulebook::{Spellings, yaml};
///
/// let heads: Spellings = yaml::read("[Ủy ban, Ủy ban nhân dân]")?;
/// assert_eq!(heads.strip("Ủy ban nhân dân xã Hòa An"), Some(" xã Hòa An"));
/// # Ok::<(), yaml::Fault>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Spellings(Vec<String>);

/// A word that is not blank at either end.
#[derive(Deserialize)]
#[serde(transparent)]
struct Entry(#[serde(deserialize_with = "trimmed")] String);

/// Reads a word that is not blank at either end.
pub(crate) fn trimmed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    word(deserializer, Expected("một từ", "a word"), |text| {
        if text.is_empty() || text.trim() != text {
            let text = shown(text);
            return Err(Words {
                vi: format!("cần chữ không có dấu cách ở đầu, ở cuối; ở đây là “{text}”"),
                en: format!("expected words without blanks around them, found “{text}”"),
            });
        }
        Ok(text.to_owned())
    })
}

impl<'de> Deserialize<'de> for Spellings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let entries = Vec::<Entry>::deserialize(deserializer)?;
        if entries.is_empty() {
            return Err(D::Error::custom(told(&Words {
                vi: "cần ít nhất một từ; ở đây là danh sách trống".to_owned(),
                en: "expected at least one word, found an empty list".to_owned(),
            })));
        }
        let words: Self = entries.into_iter().map(|Entry(word)| word).collect();
        match words.0.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(D::Error::custom(told(&Words {
                vi: format!("“{}” ghi hai lần", shown(&pair[0])),
                en: format!("“{}” stands twice", shown(&pair[0])),
            }))),
            None => Ok(words),
        }
    }
}

impl FromIterator<String> for Spellings {
    /// Puts the longest (in bytes) first; those of one length in their order of letters, so that
    /// the same words are always the same list.
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        let mut words: Vec<String> = words.into_iter().collect();
        words.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        Self(words)
    }
}

impl Spellings {
    /// The words.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether it is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.iter().any(|word| word == text)
    }

    /// The words that the text begins with, and what follows them.
    pub fn begin<'w, 't>(&'w self, text: &'t str) -> Option<(&'w str, &'t str)> {
        self.iter().find_map(|word| Some((word, text.strip_prefix(word)?)))
    }

    /// What follows the words that the text begins with.
    pub fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.begin(text).map(|(_, rest)| rest)
    }

    /// What follows the words that the text begins with, however many blanks stand between them.
    pub fn strip_loosely<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.strip(text).or_else(|| {
            self.iter().find_map(|spelling| {
                let mut words = spelling.split(' ');
                let first = text.strip_prefix(words.next()?)?;
                words.try_fold(first, |rest, word| {
                    rest.starts_with([' ', '\t']).then(|| rest.trim_start().strip_prefix(word)).flatten()
                })
            })
        })
    }

    /// What follows the words before the first colon of the text, from the colon on, if they are one of these
    /// but for their marks, or for one letter in words that are long enough to be known all the same.
    pub fn strip_misspelt<'t>(&self, text: &'t str) -> Option<&'t str> {
        const LONG: usize = 5;
        let (label, _) = text.split_once(':')?;
        let key = ascii_key(label);
        let longest = self.iter().map(str::len).max().unwrap_or_default();
        let is_near = |own: &str| {
            let own = ascii_key(own);
            key == own || (own.len() >= LONG && distance(&key, &own) <= 1)
        };
        (label.len() <= longest + LONG && self.iter().any(is_near)).then(|| &text[label.len()..])
    }

    /// Whether the text begins with any of the words.
    pub fn begins(&self, text: &str) -> bool {
        self.begin(text).is_some()
    }

    /// What follows the words that the text begins with, if they end there: no letter and no digit goes on.
    pub fn strip_whole<'t>(&self, text: &'t str) -> Option<&'t str> {
        let ends = |rest: &&str| !rest.starts_with(char::is_alphanumeric);
        self.iter().find_map(|word| text.strip_prefix(word).filter(ends))
    }

    /// The words that a part of a sentence begins with, whether their first letter is small or a capital, and
    /// what follows them.
    pub fn begin_in_sentence<'w, 't>(&'w self, text: &'t str) -> Option<(&'w str, &'t str)> {
        let mut letters = text.chars();
        let first = letters.next()?;
        let rest = letters.as_str();
        self.iter().find_map(|word| {
            let mut own = word.chars();
            let same =
                own.next().is_some_and(|own| own == first || own.to_lowercase().eq(first.to_lowercase()));
            Some((word, rest.strip_prefix(own.as_str()).filter(|_| same)?))
        })
    }

    /// An expression that any of the words matches.
    pub fn alternatives(&self) -> String {
        self.iter().map(regex_syntax::escape).collect::<Vec<_>>().join("|")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &str) -> Spellings {
        serde_yaml::from_str(yaml).expect("words")
    }

    #[test]
    fn the_longest_word_counts() {
        let words = read("[KHẨN, THƯỢNG KHẨN, Q, QUYỀN]");
        assert_eq!(words.begin("QUYỀN CHỦ TỊCH"), Some(("QUYỀN", " CHỦ TỊCH")));
        assert!(words.has("KHẨN") && !words.has("khẩn"));
    }

    #[test]
    fn a_word_that_goes_on_is_another_one() {
        let words = read("[Lưu]");
        assert_eq!(words.strip_whole("Lưu: VT"), Some(": VT"));
        assert_eq!(words.strip_whole("Lưuvt"), None);
        assert!(words.begins("Lưuvt"));
    }

    #[test]
    fn in_a_sentence_the_first_letter_may_be_small_or_a_capital() {
        let words = read("[Quyết định, về]");
        assert_eq!(words.begin_in_sentence("quyết định này"), Some(("Quyết định", " này")));
        assert_eq!(words.begin_in_sentence("Về việc"), Some(("về", " việc")));
        assert_eq!(words.begin_in_sentence("QUYẾT ĐỊNH"), None);
    }

    #[test]
    fn a_blank_word_is_told_where_it_stands() {
        let error = serde_yaml::from_str::<Spellings>("- Số\n- ' Số'\n").expect_err("a blank");
        assert_eq!(error.location().map(|at| (at.line(), at.column())), Some((2, 3)));
        assert!(serde_yaml::from_str::<Spellings>("[]").is_err());
        let error = serde_yaml::from_str::<Spellings>("[Số, số, Số]").expect_err("a word twice");
        assert!(error.to_string().contains("“Số” stands twice"), "{error}");
    }
}
