//! Regular expressions of rules: checked when a file is read, compiled when first used.

mod fault;
mod grams;
mod needs;

pub use grams::Grams;

use self::needs::Needs;

use super::scalar::word;
use super::yaml::Expected;
use crate::vocabulary::Words;
use crate::vocabulary::regex::Regex;
use memchr::memmem;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Stands before a pattern that was already checked: the embedded rules are checked when the
/// program is built, and compiling them again at every start would cost more than checking a document.
const CHECKED: char = '\0';

/// A regular expression in the syntax of the `regex` crate: no look-around, so that its time grows
/// with the text alone.
///
/// ```
/// use thethuc_rulebook::Pattern;
///
/// let pattern = Pattern::new(r"^Điều (?<number>\d+)\.")?;
/// assert!(pattern.is_match("Điều 5. Hiệu lực thi hành"));
/// assert_eq!(pattern.groups(), ["number"]);
/// assert!(Pattern::new("(?=a)").is_err());
/// # Ok::<(), thethuc_rulebook::vocabulary::Words>(())
/// ```
#[derive(Clone, Debug)]
pub struct Pattern {
    /// The expression, compiled when first used.
    regex: Regex,
    /// What a text holds wherever it matches. Most patterns look for something wrong and find nothing: those are
    /// never compiled.
    needs: Needs,
}

impl Pattern {
    /// A pattern, if the expression is one.
    ///
    /// # Errors
    /// Says what is wrong with the expression.
    pub fn new(source: &str) -> Result<Self, Words> {
        regex::Regex::new(source).map_err(|_| fault::words(source))?;
        Ok(Self { regex: Regex::checked(source.to_owned()), needs: Needs::default() })
    }

    /// The expression as written.
    pub fn source(&self) -> &str {
        self.regex.source()
    }

    /// The expression, to be searched for in `text`; `None` where it surely does not match.
    pub fn regex_for(&self, text: &str) -> Option<&Regex> {
        let is_in = |word: &str| memmem::find(text.as_bytes(), word.as_bytes()).is_some();
        self.needs.may_be_met(text, is_in).then_some(&self.regex)
    }

    /// The expression, to be searched for in a text with these runs of bytes; `None` where it surely does
    /// not match. For a text that many expressions are searched in.
    pub fn regex_among(&self, text: &str, grams: &Grams) -> Option<&Regex> {
        self.needs.may_be_met(text, |word| grams.may_hold(word)).then_some(&self.regex)
    }

    /// Whether the text holds a match.
    pub fn is_match(&self, text: &str) -> bool {
        self.regex_for(text).is_some_and(|regex| regex.is_match(text))
    }

    /// Names of the groups, which become variables of the message.
    pub fn groups(&self) -> Vec<String> {
        self.regex.names()
    }
}

impl PartialEq for Pattern {
    /// Patterns are the same if they are written alike.
    fn eq(&self, other: &Self) -> bool {
        self.source() == other.source()
    }
}

impl Serialize for Pattern {
    /// Writes what it needs before the expression: the build has the time to find it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let needs = Needs::of(self.source()).write();
        serializer.collect_str(&format_args!("{CHECKED}{needs}{CHECKED}{}", self.source()))
    }
}

impl<'de> Deserialize<'de> for Pattern {
    /// Takes the needs that the build found; an expression from a rule file is checked instead.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = Expected("biểu thức chính quy", "a regular expression");
        word(deserializer, expected, |text| {
            match text.strip_prefix(CHECKED).and_then(|checked| checked.split_once(CHECKED)) {
                Some((needs, source)) => {
                    Ok(Self { regex: Regex::checked(source.to_owned()), needs: Needs::read(needs) })
                }
                None => Self::new(text),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_expression_is_refused_where_it_stands() {
        let error = serde_yaml::from_str::<Vec<Pattern>>("- ok\n- '(open'\n").expect_err("unclosed group");
        assert_eq!(error.location().map(|at| (at.line(), at.column())), Some((2, 3)));
    }

    #[test]
    fn what_an_expression_cannot_do_is_told_with_a_way_out() {
        let cases = [
            ("a(?!b)", "không hỗ trợ (?!…); dùng not-matches", "(?!…) is not supported"),
            ("(?<=a)b", "không hỗ trợ (?<=…)", "(?<=…)"),
            ("(a", "ngoặc “(” chưa đóng", "is not closed"),
            ("a)", "ngoặc “)” thừa", "closes nothing"),
            ("[a", "ngoặc “[” chưa đóng", "is not closed"),
            (r"(a)\1", "không hỗ trợ dẫn lại", "cannot be referred to"),
            ("*a", "dấu lặp", "nothing stands before"),
            (r"\p{Chữ}", "không có nhóm ký tự", "no such class"),
            ("a{9999}{9999}", "quá lớn", "too large"),
        ];
        for (source, vi, en) in cases {
            let words = Pattern::new(source).expect_err(source);
            assert!(words.vi.contains(vi) && words.en.contains(en), "{source}: {words:?}");
            assert!(!words.vi.contains('\n'), "{source}: {words:?}");
        }
    }

    #[test]
    fn a_checked_pattern_goes_there_and_back() {
        let pattern = Pattern::new("(?<year>20\\d\\d)").expect("valid");
        let json = serde_json::to_string(&pattern).expect("serializable");
        let back: Pattern = serde_json::from_str(&json).expect("readable");
        assert_eq!(back, pattern);
        assert_eq!(back.groups(), ["year"]);
    }

    #[test]
    fn a_checked_pattern_finds_what_the_pattern_finds() {
        for (pattern, text) in [
            (r"[Kk]hoản \d", "theo Khoản 2"),
            (r"\d+ ngày$", "10 ngày"),
            (r"^(?:a|bcd)e", "ae"),
            (r"^\s*Điều\s+\d", "\n Điều\t1"),
            (r"^[^\n]*$", ""),
            (r"(?:Luật|Nghị định)\s+số\s+\d+", "Nghị định số 30"),
            (r"(?i)kính\s+gửi|trân\s+trọng\s+mời|thông\s+tư", "THÔNG Tư"),
        ] {
            let json = serde_json::to_string(&Pattern::new(pattern).expect("valid")).expect("serializable");
            let back: Pattern = serde_json::from_str(&json).expect("readable");
            assert!(back.is_match(text), "{pattern}");
            let among = back.regex_among(text, &Grams::of(text));
            assert!(among.is_some_and(|regex| regex.is_match(text)), "{pattern}");
        }
    }
}
