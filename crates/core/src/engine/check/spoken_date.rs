//! Dates as documents write them.
//!
//! Reading is generous, because a draft may leave day and month blank; writing is not: what is
//! suggested follows the one manner that the law prescribes.

use crate::document::DateFact;
use crate::text::{Date, Pattern};

/// The first date in the words, as far as it is written: `ngày 05 tháng 01 năm 2022`, `ngày … tháng 3
/// năm 2026`, `5/1/2022`. `None` where there is none.
pub fn find(words: &str) -> Option<DateFact> {
    static IN_WORDS: Pattern =
        Pattern::new(r"(?:[Nn]gày|NGÀY)([^,;()]*?)(?:tháng|THÁNG)([^,;()]*?)(?:năm|NĂM) *([0-9]{4})?");
    static IN_DIGITS: Pattern = Pattern::new(r"([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) ?[/.-] ?([0-9]{4})");
    let captures = IN_WORDS.captures(words).or_else(|| IN_DIGITS.captures(words))?;
    let number =
        |group: usize| captures.get(group).and_then(|found| found.as_str().trim().parse::<u32>().ok());
    let year = captures.get(3).and_then(|found| found.as_str().parse().ok());
    Some(DateFact { year, month: number(2), day: number(1) })
}

/// A day as documents write it: a zero before days below 10 and before the months 1 and 2.
pub fn write(date: Date) -> String {
    let month = if date.month() < 3 { format!("{:02}", date.month()) } else { date.month().to_string() };
    format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
}

/// A day in figures, `05/01/2022`, `01/7/2025`.
pub fn numeric(date: Date) -> String {
    date.vietnamese()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_as_far_as_they_are_written() {
        let whole = find("Hà Nội, ngày 05 tháng 01 năm 2022").expect("a date");
        assert_eq!(whole.whole().map(|date| date.to_string()).as_deref(), Some("2022-01-05"));
        let blank = find("ngày … tháng 3 năm 2026").expect("a date");
        assert_eq!((blank.day, blank.month, blank.year), (None, Some(3), Some(2026)));
        assert_eq!(
            find("ngày 5/1/2022").and_then(DateFact::whole).map(write).as_deref(),
            Some("ngày 05 tháng 01 năm 2022")
        );
        assert!(find("không có").is_none());
    }
}
