//! Dates as documents write them: `ngày 05 tháng 01 năm 2022`, `29/10/2025`, and with blanks.
//!
//! Drafts leave day and month blank in a dozen manners (dots, underlines, brackets, braces of
//! templates); a blank is found as part of the date and read as nothing. Whether the date is rightly
//! written is not judged here.

use crate::document::DateFact;
use crate::text::{Date, Pattern, Span};

/// A date in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDate {
    /// Its words, `ngày` included where it is there.
    pub span: Span,
    /// As far as it is written; a field that is no number of the calendar stays as written.
    pub fact: DateFact,
    /// Whether it is written in words and not as `29/10/2025`.
    pub in_full: bool,
}

impl WrittenDate {
    /// The day, if the calendar has it.
    pub fn day(self) -> Option<Date> {
        self.fact.whole()
    }
}

/// `ngày … tháng … năm …`, each field a number or a blank.
static IN_WORDS: Pattern = Pattern::new(
    r"(?:ngày|Ngày|NGÀY)[ \t\n]*(?P<day>[0-9]{1,2}|(?:[ \t\n.…_xX]|\[[^\]\n]*\]|\{+[^}\n]*\}+)*)[ \t\n]*(?:tháng|Tháng|THÁNG)[ \t\n]*(?P<month>[0-9]{1,2}|(?:[ \t\n.…_xX]|\[[^\]\n]*\]|\{+[^}\n]*\}+)*)[ \t\n]*(?:năm|Năm|NĂM)[ \t\n]*(?P<year>[0-9]{1,6}[.…_]*|\[[^\]\n]*\]|\{+[^}\n]*\}+|[.…_xX]*)",
);

/// Figures with strokes, stops or hyphens between them.
static IN_DIGITS: Pattern = Pattern::new(
    r"(?P<word>ngày[ \n]+)?(?P<day>[0-9]{1,2}) ?[/.-] ?(?P<month>[0-9]{1,2}) ?[/.-] ?(?P<year>[0-9]{4,6})",
);

/// The dates in a stretch of text, in order.
/// Of dates that overlap the earlier and longer one is kept.
pub fn find(text: &str, within: Span) -> Vec<WrittenDate> {
    let words = within.of(text);
    let mut dates: Vec<WrittenDate> = Vec::new();
    if words.contains("năm") || words.contains("NĂM") || words.contains("Năm") {
        dates.extend(
            IN_WORDS
                .regex()
                .captures_iter(words)
                .filter_map(|found| written(words, &found, within.start, true)),
        );
    }
    if words.contains(['/', '.', '-']) {
        let digits = IN_DIGITS
            .regex()
            .captures_iter(words)
            .filter_map(|found| written(words, &found, within.start, false));
        dates.extend(digits.collect::<Vec<_>>());
    }
    dates.sort_by_key(|date| (date.span.start, std::cmp::Reverse(date.span.end)));
    dates.dedup_by(|later, earlier| earlier.span.overlaps(later.span));
    dates
}

/// The first date in a stretch of text.
pub fn first(text: &str, within: Span) -> Option<WrittenDate> {
    find(text, within).into_iter().next()
}

/// The date of a match, at bytes of the draft. A year of fewer than four figures is not read.
fn written(
    words: &str,
    found: &crate::text::regex::Captures<'_>,
    offset: usize,
    in_full: bool,
) -> Option<WrittenDate> {
    let whole = found.get(0)?;
    // "1.2.2020" inside a longer number is no date.
    let touches_digit = words[..whole.start()]
        .ends_with(|before: char| before.is_ascii_digit() || before == '/')
        || words[whole.end()..].starts_with(|after: char| after.is_ascii_digit() || after == '/');
    if touches_digit && !in_full {
        return None;
    }
    let number = |name: &str| {
        let digits: String = found.name(name)?.as_str().chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    };
    let year = number("year").filter(|year| *year >= 1000).and_then(|year| i32::try_from(year).ok());
    let fact = DateFact { year, month: number("month"), day: number("day") };
    let length = whole.as_str().trim_end().len();
    let start = offset + whole.start();
    Some(WrittenDate { span: Span::new(start, start + length), fact, in_full })
}

/// Whether a text is a blank to be filled in.
pub fn is_blank(text: &str) -> bool {
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let closing = match letter {
            '[' => Some(']'),
            '{' => Some('}'),
            letter if letter.is_whitespace() || matches!(letter, '.' | '…' | '_' | '-' | 'x' | 'X' | '}') => {
                None
            }
            _ => return false,
        };
        let Some(length) =
            closing.map_or(Some(letter.len_utf8()), |closing| rest.find(closing).map(|at| at + 1))
        else {
            return false;
        };
        rest = &rest[length..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> WrittenDate {
        first(text, Span::new(0, text.len())).expect("a date")
    }

    #[test]
    fn whole_dates() {
        for text in [
            "ngày 05 tháng 01 năm 2022",
            "ngày 05 tháng01 năm 2022",
            "ngày 5/1/2022",
            "05/01/2022",
            "Ngày 05 tháng 01 năm 2022",
        ] {
            assert_eq!(one(text).day(), Date::new(2022, 1, 5), "{text}");
        }
    }

    #[test]
    fn blanks_are_unknown() {
        let date = one("Bắc Sơn, ngày    tháng 3 năm 2026");
        assert_eq!((date.fact.day, date.fact.month, date.fact.year), (None, Some(3), Some(2026)));
        let date = one("ngày … tháng … năm 2026");
        assert_eq!((date.fact.day, date.fact.month, date.fact.year), (None, None, Some(2026)));
        let date = one("ngày ... tháng ... năm 20...");
        assert_eq!(date.fact.year, None);
        let date = one("ngày [dd] tháng [mm] năm [yyyy]");
        assert_eq!(date.fact, DateFact::default());
    }

    #[test]
    fn impossible_dates_are_seen_and_are_no_day() {
        let date = one("Tờ trình ngày 09/6/20205 của Sở");
        assert_eq!(date.fact.year, Some(20205));
        assert_eq!(date.day(), None);
        assert_eq!(one("ngày 31 tháng 6 năm 2025").day(), None);
    }

    #[test]
    fn several_dates_in_order() {
        let text = "ngày 19 tháng 6 năm 2015; Luật sửa đổi ngày 22/11/2019";
        let dates = find(text, Span::new(0, text.len()));
        assert_eq!(dates.iter().map(|date| date.fact.year).collect::<Vec<_>>(), [Some(2015), Some(2019)]);
    }
}
