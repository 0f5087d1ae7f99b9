//! Place and date that are meant to be there and are not rightly written.
//!
//! What cannot be read is not absent: a line in the header with a slip in one of its words, letters among
//! its figures or a figure too many is the line of place and date all the same, and rules tell what is
//! wrong with it. As much of the date is taken as can be read.

use super::lines::Reader;
use crate::document::{DateFact, PlaceDate};
use crate::rulebook::suggest::distance;
use crate::rulebook::vocabulary::Certainty;
use crate::text::vietnamese::ascii_key;
use crate::text::{Pattern, Span};

/// Three words with figures, or letters that look like them, behind each; the last word may lack, and the first
/// behind a comma.
static LINE: Pattern = Pattern::new(
    r"^(?P<place>[^\n(]{2,60}?)(?:[ ,.;:-]+(?P<first>\p{L}{2,5}) *|, *)(?P<day>[0-9][0-9OolI]{0,2}|[OolI][0-9]) *(?P<second>\p{L}{3,6}) *(?P<month>[0-9][0-9OolI]{0,2}|[OolI][0-9])(?:[ ,]*(?P<third>\p{L}{0,4}) *| */ *)(?P<year>[0-9][0-9OolI]{2,5})[ .,;]*$",
);

/// The words of a date, without marks.
const WORDS: [&str; 3] = ["ngay", "thang", "nam"];

/// Reads a line of a header as place and date in spite of slips.
pub fn place_date(reader: &Reader<'_>, span: Span) -> Option<PlaceDate> {
    let words = reader.words(span);
    let found = LINE.captures(words)?;
    let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
    let is_near = |name: &str, word: &str| distance(&ascii_key(part(name)), word) <= 1;
    let [first, second, third] = WORDS;
    let named = (found.name("first").is_none() || is_near("first", first))
        && is_near("second", second)
        && (part("third").is_empty() || is_near("third", third));
    if !named {
        return None;
    }
    let at = |name: &str| {
        let part = found.name(name)?;
        Some(Span::new(span.start + part.start(), span.start + part.end()))
    };
    let year = part("year");
    let fact = DateFact {
        year: (year.len() == 4).then(|| year.parse().ok()).flatten(),
        month: part("month").parse().ok(),
        day: part("day").parse().ok(),
    };
    Some(PlaceDate {
        line: reader.component(span, Certainty::Certain),
        place: at("place").map(|place| place.trim(&reader.draft.text)),
        date_span: at("first").or_else(|| at("day")).zip(at("year")).map(|(from, to)| from.join(to)),
        date: fact,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    fn read(words: &str) -> Option<(Option<i32>, Option<u32>, Option<u32>)> {
        let draft = crate::read::plain::read(words).expect("text");
        let reader = Reader::new(&draft, lexicon());
        let date = place_date(&reader, reader.span(0))?.date;
        Some((date.year, date.month, date.day))
    }

    #[test]
    fn slips_are_read_as_far_as_they_can_be() {
        for words in [
            "Vân Hạ, ngảy 15 tháng 4 năm 2026",
            "Vân Hạ, ngày 15 thàng 4 năm 2026",
            "Vân Hạ, ngày 15 thag 4 nam 2026",
            "Vân Hạ, ngày 15 tháng 4 2026",
            "Vân Hạ,ngày 15 tháng 4, năm 2026.",
            "Vân Hạ, ngày 15 tháng 4/2026",
            "Vân Hạ, 15 tháng 4 năm 2026",
        ] {
            assert_eq!(read(words), Some((Some(2026), Some(4), Some(15))), "{words}");
        }
        assert_eq!(read("Vân Hạ, ngày 1l tháng 4 năm 2026"), Some((Some(2026), Some(4), None)));
        assert_eq!(read("Vân Hạ, ngày 15 tháng 4 năm 2O26"), Some((None, Some(4), Some(15))));
    }

    #[test]
    fn other_lines_are_none() {
        for words in [
            "Kỳ họp thứ 5 khóa 12 tại 2026",
            "(Kèm theo Quyết định số 5)",
            "Khóa XI, kỳ họp thứ 6",
            "Kỳ họp thứ 5 tháng 4 năm 2026",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }
}
