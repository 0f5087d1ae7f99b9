//! Regular expressions of rules: checked when a file is read, compiled when first used.

mod fault;
mod grams;

pub use grams::Grams;

use super::scalar::word;
use super::yaml::Expected;
use crate::vocabulary::Words;
use crate::vocabulary::regex::Regex;
use memchr::memmem;
use regex_syntax::hir::literal::{ExtractKind, Extractor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Stands before a pattern that was already checked: the embedded rules are checked when the
/// program is built, and compiling them again at every start would cost more than checking a document.
const CHECKED: char = '\0';

/// Stands between the needles of a checked pattern.
const BETWEEN: char = '\u{1}';

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
    /// Every match holds at least one of these; empty where that cannot be told. Most patterns
    /// look for something wrong and find nothing: those are never compiled.
    needles: Vec<String>,
}

impl Pattern {
    /// A pattern, if the expression is one.
    ///
    /// # Errors
    /// Says what is wrong with the expression.
    pub fn new(source: &str) -> Result<Self, Words> {
        regex::Regex::new(source).map_err(|_| fault::words(source))?;
        Ok(Self { regex: Regex::checked(source.to_owned()), needles: Vec::new() })
    }

    /// The expression as written.
    pub fn source(&self) -> &str {
        self.regex.source()
    }

    /// The expression, to be searched for in `text`; `None` where it surely does not match.
    pub fn regex_for(&self, text: &str) -> Option<&Regex> {
        let is_in = |needle: &String| memmem::find(text.as_bytes(), needle.as_bytes()).is_some();
        let hopeless = !self.needles.is_empty() && !self.needles.iter().any(is_in);
        (!hopeless).then_some(&self.regex)
    }

    /// The expression, to be searched for in a text with these runs of bytes; `None` where it surely does
    /// not match. For a text that many expressions are searched in.
    pub fn regex_among(&self, grams: &Grams) -> Option<&Regex> {
        let hopeless = !self.needles.is_empty() && !self.needles.iter().any(|needle| grams.may_hold(needle));
        (!hopeless).then_some(&self.regex)
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

/// Literals of which every match of an expression holds at least one: its beginnings or its ends.
/// Empty where there is no small set of them.
fn needles(source: &str) -> Vec<String> {
    /// More literals than that are sought no faster than the expression itself.
    const MOST: usize = 48;
    /// Bytes of the shortest literal that says something: one or two letters stand in every text.
    const SHORTEST: usize = 3;
    let Ok(expression) = regex_syntax::parse(source) else { return Vec::new() };
    let of_kind = |kind| {
        let literals = Extractor::new().kind(kind).extract(&expression);
        let literals: Vec<String> = literals
            .literals()?
            .iter()
            .map(|literal| std::str::from_utf8(literal.as_bytes()).ok().map(str::to_owned))
            .collect::<Option<_>>()?;
        // The kelvin sign is a K without regard to case, but no normalized text holds it.
        let literals: Vec<String> =
            literals.into_iter().filter(|literal| !literal.contains('\u{212A}')).collect();
        let useful = !literals.is_empty()
            && literals.len() <= MOST
            && literals
                .iter()
                .all(|literal| literal.len() >= SHORTEST && !literal.contains([CHECKED, BETWEEN]));
        useful.then_some(literals)
    };
    of_kind(ExtractKind::Prefix).or_else(|| of_kind(ExtractKind::Suffix)).unwrap_or_default()
}

impl PartialEq for Pattern {
    /// Patterns are the same if they are written alike.
    fn eq(&self, other: &Self) -> bool {
        self.source() == other.source()
    }
}

impl Serialize for Pattern {
    /// Writes the needles before the expression: the build has the time to find them.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let needles = needles(self.source()).join(&BETWEEN.to_string());
        serializer.collect_str(&format_args!("{CHECKED}{needles}{CHECKED}{}", self.source()))
    }
}

impl<'de> Deserialize<'de> for Pattern {
    /// Takes the needles that the build found; an expression from a rule file is checked instead.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = Expected("biểu thức chính quy", "a regular expression");
        word(deserializer, expected, |text| {
            match text.strip_prefix(CHECKED).and_then(|checked| checked.split_once(CHECKED)) {
                Some((needles, source)) => Ok(Self {
                    regex: Regex::checked(source.to_owned()),
                    needles: needles
                        .split(BETWEEN)
                        .filter(|needle| !needle.is_empty())
                        .map(str::to_owned)
                        .collect(),
                }),
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
    fn needles_are_in_every_match() {
        assert_eq!(needles("kèm theo|đính kèm"), ["kèm theo", "đính kèm"]);
        assert_eq!(needles(r"\bKhoản \d+"), ["Khoản "]);
        assert!(needles(r"\d+").is_empty());
        for (pattern, text) in
            [(r"[Kk]hoản \d", "theo Khoản 2"), (r"\d+ ngày$", "10 ngày"), (r"^(?:a|bcd)e", "ae")]
        {
            let json = serde_json::to_string(&Pattern::new(pattern).expect("valid")).expect("serializable");
            let back: Pattern = serde_json::from_str(&json).expect("readable");
            assert!(back.is_match(text), "{pattern}");
        }
    }
}
