//! Place and date, alone on a line or behind number and symbol.

use crate::document::PlaceDate;
use crate::recognize::dates;
use crate::recognize::lines::{Line, Reader};
use crate::rulebook::vocabulary::Certainty;
use crate::text::{Pattern, Span};

/// Number and symbol with place and date behind them on the same line.
static TOGETHER: Pattern = Pattern::new(
    r"^[^/\n]{2,24}/ ?(?:[0-9]{4} ?/ ?)?[A-ZĐÐ][A-Za-zÀ-ỹ0-9&.]*(?:(?: [-–/] | [-–/]|[-–/] )[A-ZĐÐ][A-ZĐÐ0-9&.]*|[-–/][A-Za-zÀ-ỹ0-9&.]+)*(?P<gap>[ ,;]+(?:[-–] *)?)(?P<date>[^/]*(?:ngày|Ngày).*)$",
);

/// The line, or its two halves where number and date share one.
pub(super) fn number_and_date(reader: &Reader<'_>, line: Line) -> Vec<Line> {
    let words = reader.words(line.span);
    let halves = || {
        reader.lexicon.terms.header.number.strip(words)?;
        let found = TOGETHER.captures(words)?;
        let (gap, date) = (found.name("gap")?, found.name("date")?);
        let half = |start: usize, end: usize| Line {
            span: Span::new(line.span.start + start, line.span.start + end).trim(&reader.draft.text),
            ..line
        };
        let (number, date) = (half(0, gap.start()), half(date.start(), date.end()));
        place_date(reader, date.span)?;
        Some(vec![number, date])
    };
    halves().unwrap_or_else(|| vec![line])
}

/// Reads a line as place and date: `Hà Nội, ngày 17 tháng 11 năm 2025`.
/// The date must end the line, and what stands before it can be a place by its length; a blank place is
/// none.
pub(super) fn place_date(reader: &Reader<'_>, span: Span) -> Option<PlaceDate> {
    let words = reader.words(span);
    if words.chars().count() > 100 || words.starts_with('(') {
        return None;
    }
    let text = &reader.draft.text;
    let date = dates::first(text, span)?;
    let ends_line =
        Span::new(date.span.end, span.end).of(text).chars().all(|letter| !letter.is_alphanumeric());
    if !ends_line {
        return None;
    }
    let before = Span::new(span.start, date.span.start);
    let place =
        Span::new(before.start, before.start + reader.words(before).trim_end_matches([' ', ',', '\t']).len());
    let place =
        Some(place.trim(text)).filter(|place| (2..60).contains(&reader.words(*place).chars().count()));
    if place.is_none() && date.span.start != span.start {
        return None;
    }
    let place = place.filter(|place| !dates::is_blank(reader.words(*place)));
    Some(PlaceDate {
        line: reader.component(span, Certainty::Certain),
        place,
        date_span: Some(date.span),
        date: date.fact,
    })
}
