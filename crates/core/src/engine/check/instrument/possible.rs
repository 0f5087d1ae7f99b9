//! The day of a citation can be right, whatever instrument it is.

use super::entry::year_of;
use super::spoken_date;
use crate::document::Citation;
use crate::engine::context::Context;
use crate::engine::outcome::Hit;
use crate::finding::Certainty;

/// The date is a day of the calendar, and neither it nor the year in the number is later than the document
/// itself. A date that is only in part written is a gap and no fault.
pub(super) fn possible_date(context: &Context<'_>, citation: &Citation) -> Option<Hit> {
    impossible_day(context, citation)
        .or_else(|| year_ahead(context, citation))
        .or_else(|| year_apart(context, citation))
}

/// The date is no day, or one that lies ahead.
fn impossible_day(context: &Context<'_>, citation: &Citation) -> Option<Hit> {
    let cited = citation.date.as_ref()?;
    let found = context.words(cited.span);
    let written = found.chars().any(|letter| letter.is_ascii_digit());
    let hit = || Hit::new(cited.span, Certainty::Certain).with("found", found);
    match cited.date {
        Some(date) => {
            let own = context.document.facts.date.whole().filter(|own| *own < date)?;
            let day = spoken_date::numeric(own);
            let vi = format!("sau ngày ban hành văn bản này ({day})");
            Some(hit().with_words("why", vi, format!("lies after the date of this document ({day})")))
        }
        // A day that is left blank is not written at all.
        None => (written && is_filled(found))
            .then(|| hit().with_words("why", "không có trong lịch", "is no day of the calendar")),
    }
}

/// The year within the number is later than the document. A date of the document that cannot be right tells
/// nothing.
fn year_ahead(context: &Context<'_>, citation: &Citation) -> Option<Hit> {
    let own = context.document.facts.date.year.filter(|_| !context.judged.day_is_guessed)?;
    let span = citation.number_span?;
    let year = year_of(citation.number.as_ref()?).filter(|year| own < *year)?;
    let vi = format!("mang năm {year}, sau năm ban hành văn bản này ({own})");
    let en = format!("bears the year {year}, after that of this document ({own})");
    Some(Hit::new(span, Certainty::Certain).with("found", context.words(span)).with_words("why", vi, en))
}

/// The year within the number is not that of the date beside it: one of the two is a slip. Some organs number
/// what they make in the last days of a year with the next.
fn year_apart(context: &Context<'_>, citation: &Citation) -> Option<Hit> {
    let date = citation.date.as_ref()?.date?;
    let span = citation.number_span?;
    let year = year_of(citation.number.as_ref()?).filter(|year| *year != date.year())?;
    let is_turn = (year - date.year()).abs() == 1 && matches!(date.month(), 1 | 12);
    let vi = format!("mang năm {year}, ngày ban hành ghi bên cạnh là năm {}", date.year());
    let en = format!("bears the year {year}, but the date beside it has {}", date.year());
    (!is_turn).then(|| {
        Hit::new(span, Certainty::Guessed).with("found", context.words(span)).with_words("why", vi, en)
    })
}

/// Whether day, month and year are all written, so that only the calendar can refuse them.
pub(super) fn is_filled(words: &str) -> bool {
    let blank = ["…", "...", "___", ".."].iter().any(|mark| words.contains(mark));
    let numbers = words.split(|letter: char| !letter.is_ascii_digit()).filter(|word| !word.is_empty());
    !blank && numbers.count() == 3
}
