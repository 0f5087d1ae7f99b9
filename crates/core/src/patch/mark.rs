//! The mark by which remarks of ours are known again.
//!
//! It stands in the last line of a remark: the rule, which people can look up, the fingerprint of the
//! finding, and a check number of the words, which tells whether a person changed them. The author is no
//! mark: reviewers put their own name there.

use crate::finding::Fingerprint;
use crate::text::vietnamese::squeeze;

/// What a remark is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Id of the rule; [`Mark::SUMMARY`] for the remark that sums up.
    pub rule: String,
    /// Fingerprint of the finding, in 16 hexadecimal digits.
    pub fingerprint: String,
}

impl Mark {
    /// Stands in the place of a rule in the remark that sums up.
    pub const SUMMARY: &'static str = "thethuc/tong-hop";

    /// The mark of a finding.
    pub fn of(rule: &str, fingerprint: Fingerprint) -> Self {
        Self { rule: rule.to_owned(), fingerprint: fingerprint.to_string() }
    }

    /// The mark of the remark that sums up.
    pub fn summary() -> Self {
        Self::of(Self::SUMMARY, Fingerprint::of([Self::SUMMARY]))
    }

    /// Whether it is that of the remark that sums up.
    pub fn is_summary(&self) -> bool {
        self.rule == Self::SUMMARY
    }

    /// The last line of a remark that says `lines`.
    pub fn line<'a>(&self, lines: impl IntoIterator<Item = &'a str>) -> String {
        format!("[{} {}-{}]", self.rule, self.fingerprint, check_number(lines))
    }

    /// The mark in the last line of a remark, and whether its other lines are still those that were
    /// written. `None` for a remark that is not ours.
    pub fn read(lines: &[String]) -> Option<(Self, bool)> {
        let at = lines.iter().rposition(|line| !line.trim().is_empty())?;
        let inner = lines[at].trim().strip_prefix('[')?.strip_suffix(']')?;
        let (rule, numbers) = inner.split_once(' ')?;
        let (fingerprint, check) = numbers.trim().split_once('-')?;
        let hexadecimal =
            |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !rule.contains('/') || !hexadecimal(fingerprint, 16) || !hexadecimal(check, CHECK_DIGITS) {
            return None;
        }
        let untouched = check_number(lines[..at].iter().map(String::as_str)) == check;
        Some((Self { rule: rule.to_owned(), fingerprint: fingerprint.to_owned() }, untouched))
    }
}

/// Digits of the check number: enough that a changed remark is not taken for an unchanged one.
const CHECK_DIGITS: usize = 8;

/// The check number of the words of a remark. Blanks do not count: programs set them anew when they save.
fn check_number<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = lines.into_iter().map(squeeze).filter(|line| !line.is_empty()).collect();
    let mut digits = Fingerprint::of(words.iter().map(String::as_str)).to_string();
    digits.truncate(CHECK_DIGITS);
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_back_and_tells_changed_words() {
        let mark = Mark::of("format/motto", Fingerprint::of(["a"]));
        let mut lines = vec!["1. PHẢI SỬA: tiêu ngữ.".to_owned(), "Sửa thành: “Độc lập”".to_owned()];
        lines.push(mark.line(lines.iter().map(String::as_str)));
        lines.push("  ".to_owned());
        assert_eq!(Mark::read(&lines), Some((mark.clone(), true)));
        lines[0].push_str(" (không đúng)");
        assert_eq!(Mark::read(&lines), Some((mark, false)));
        assert_eq!(Mark::read(&["Giữ nguyên [format/motto]".to_owned()]), None);
        assert_eq!(Mark::read(&[]), None);
    }
}
