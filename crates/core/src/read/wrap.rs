//! Texts whose lines a program wrapped at one width.
//!
//! Web pages, mail and converters break every line before the first word that does not fit. That is how such
//! a text is known: nearly every line that goes on could not have taken in the first word of the next one. A
//! line that could have was ended on purpose, whatever its length.

use super::reflow::begins_with_mark;

/// The widths, in characters or bytes, at which programs wrap.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=130;

/// Lines that differ by no more than a long Vietnamese word count as of one width.
const LIKE: usize = 8;

/// Fewest wrapped lines that show a width: less may be chance.
const FEWEST: usize = 3;

/// How long lines were measured by the program that wrapped them: `fold` counts bytes, others letters.
#[derive(Clone, Copy, Debug)]
enum Measure {
    Letters,
    Bytes,
}

impl Measure {
    /// The length of some text.
    fn of(self, text: &str) -> usize {
        match self {
            Self::Letters => text.chars().count(),
            Self::Bytes => text.len(),
        }
    }
}

/// The width at which the lines of a text were wrapped.
#[derive(Clone, Copy, Debug)]
pub struct Wrapping {
    width: usize,
    measure: Measure,
}

impl Wrapping {
    /// Finds the width from the neighbouring lines of a text; `None` where most line ends are meant.
    pub fn find<'t>(pairs: impl Iterator<Item = (&'t str, &'t str)>) -> Option<Self> {
        let pairs: Vec<(&str, &str)> = pairs.collect();
        let found = [Measure::Letters, Measure::Bytes].map(|measure| Self::by(measure, &pairs));
        found.into_iter().flatten().max_by_key(|(_, wrapped)| *wrapped).map(|(wrapping, _)| wrapping)
    }

    /// The width by one measure, with the number of line ends that it explains.
    fn by(measure: Measure, pairs: &[(&str, &str)]) -> Option<(Self, usize)> {
        let mut lengths: Vec<usize> = pairs.iter().map(|(line, _)| measure.of(line.trim_end())).collect();
        lengths.sort_unstable();
        let is_shared = |at: &usize| {
            let others = lengths.get(at.wrapping_sub(FEWEST - 1));
            WIDTHS.contains(&lengths[*at]) && others.is_some_and(|other| lengths[*at] - other <= LIKE)
        };
        let width = lengths[(0..lengths.len()).rev().find(is_shared)?];
        let wrapping = Self { width, measure };
        let explained: Vec<_> = pairs.iter().filter(|(line, next)| wrapping.explains(line, next)).collect();
        let running = explained.iter().filter(|(line, _)| !is_ended(line)).count();
        let most = explained.len() >= FEWEST && 2 * explained.len() >= pairs.len();
        (most && 4 * running >= 3 * explained.len()).then_some((wrapping, explained.len()))
    }

    /// Whether the first word of `next` had no room on `line`. Letters of a page are not all of one width, so
    /// a line that does not end like a paragraph may lack a few.
    fn explains(&self, line: &str, next: &str) -> bool {
        let ended = is_ended(line);
        let line = line.trim_end();
        let length = self.measure.of(line);
        let word = next.split_whitespace().next().unwrap_or_default();
        let room = if ended { self.width } else { self.width.saturating_sub(LIKE) };
        length <= self.width && length + 1 + self.measure.of(word) > room
    }

    /// Whether `next` goes on with the paragraph of `line`.
    pub fn goes_on(&self, line: &str, next: &str) -> bool {
        let listed = next.trim_start().starts_with(['-', '+', '•']);
        let begins = begins_with_mark(next.trim_start());
        let capital = next.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_uppercase);
        self.explains(line, next) && !(begins && (is_ended(line) || (listed && capital)))
    }
}

/// Whether a line ends like a paragraph.
fn is_ended(line: &str) -> bool {
    line.trim_end().trim_end_matches(['*', '_']).ends_with(['.', ';', ':', '!', '?', '/'])
}

/// Whether a line was broken inside a word, behind its hyphen: `QĐ-` and `UBND`.
pub fn breaks_word(line: &str, next: &str) -> bool {
    let before = line.trim_end().strip_suffix('-').and_then(|rest| rest.chars().next_back());
    before.is_some_and(char::is_alphanumeric) && next.trim_start().starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(&str, &str)> {
        let lines: Vec<&str> = text.lines().collect();
        let both = lines.windows(2).filter(|pair| pair.iter().all(|line| !line.is_empty()));
        both.map(|pair| (pair[0], pair[1])).collect()
    }

    const WRAPPED: &str = "Ủy ban nhân dân xã Vân Hạ đề nghị các cơ quan, đơn vị rà\n\
        soát phương án phòng, chống thiên tai theo khoản 2 và khoản 3\n\
        Điều 5 của Luật và báo cáo kết quả thực hiện trước ngày 15\n\
        tháng 11 năm 2026 để tổng hợp, trình Ủy ban nhân dân tỉnh\n\
        xem xét, quyết định.";

    #[test]
    fn a_wrapped_text_is_known_by_the_words_that_had_no_room() {
        let wrapping = Wrapping::find(pairs(WRAPPED).into_iter()).expect("wrapped");
        for (line, next) in pairs(WRAPPED) {
            assert!(wrapping.goes_on(line, next), "{line} / {next}");
        }
        assert!(!wrapping.goes_on("QUYẾT ĐỊNH:", "Điều 1. Phạm vi"));
        assert!(!wrapping.goes_on(
            "- Sở Tài chính và các sở, ban, ngành có liên quan;",
            "- Văn phòng Ủy ban nhân dân tỉnh;"
        ));
    }

    #[test]
    fn lines_that_end_on_purpose_are_no_wrapped_text() {
        let header = "ỦY BAN NHÂN DÂN XÃ VÂN HẠ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\
            Số: 12/TB-UBND\nVân Hạ, ngày 02 tháng 3 năm 2026";
        assert!(Wrapping::find(pairs(header).into_iter()).is_none());
    }

    #[test]
    fn words_broken_at_their_hyphen() {
        assert!(breaks_word("Quyết định số 12/QĐ-", "UBND ngày 02"));
        assert!(!breaks_word("phát triển kinh tế -", "xã hội"));
    }
}
