//! Which instrument of the registry a citation means, also where its number or its day is a slip.

use super::entry::{certainty, is_firm, year_of};
use crate::document::Citation;
use crate::engine::context::Context;
use crate::finding::Certainty;
use crate::rulebook::registry::Fact;
use crate::rulebook::{Registered, Registry};
use crate::text::Date;
use std::borrow::Cow;

/// The entries of the registry that bear the kind and title of the citation, word for word; several
/// where a law was made anew under its old name.
pub(super) fn same_title<'r>(
    context: &Context<'_>,
    registry: &'r Registry,
    citation: &Citation,
) -> Vec<Cow<'r, Registered>> {
    let Some(title) = citation.title else { return Vec::new() };
    registry.titled(&citation.kind, context.words(title))
}

/// The entry that a citation surely means: by its number, or by title and date. A number that is told to
/// be wrong is not held against the citation again.
pub(super) fn meant<'r>(
    context: &Context<'_>,
    registry: &'r Registry,
    citation: &Citation,
) -> Option<Cow<'r, Registered>> {
    if let Some(number) = &citation.number {
        let other = misnumbered(context, registry, citation).map(|(entry, _)| entry);
        return other.or_else(|| registry.instrument(number));
    }
    let date = citation.date.as_ref()?.date?;
    let named = same_title(context, registry, citation);
    named.into_iter().find(|entry| entry.issued == Some(date))
}

/// The entry that a citation means although its number is another one, and how sure that is: the date is
/// that of a successor of the cited number; or the registry lacks the number or its name, and an entry of that very
/// name has the date, or the number but for the letters and figures at its end (`72/2025/QH16`).
pub(super) fn misnumbered<'r>(
    context: &Context<'_>,
    registry: &'r Registry,
    citation: &Citation,
) -> Option<(Cow<'r, Registered>, Certainty)> {
    let number = citation.number.as_ref()?;
    let date = citation.date.as_ref().and_then(|cited| cited.date);
    // Of a row without a name nothing is known but that somebody cited the number.
    let known = registry.instrument(number).filter(|entry| is_firm(entry) || !entry.title.is_empty());
    if let Some(entry) = known {
        let date = date.filter(|date| entry.issued.is_some_and(|issued| issued != *date))?;
        let mut next = entry.replaced_by.iter().filter_map(|next| registry.instrument(next));
        let meant = next.find(|next| next.kind == entry.kind && next.issued == Some(date))?;
        let sure = certainty(&entry, Fact::Issued)?.min(certainty(&meant, Fact::Issued)?);
        return Some((meant, sure));
    }
    let stem = |number: &str| number.rsplit_once('/').map(|(stem, _)| stem.to_owned());
    let own = stem(number).filter(|stem| stem.contains('/'));
    // A weak fact never contradicts a draft.
    let is_meant = |entry: &Cow<'_, Registered>| {
        is_firm(entry)
            && (date.is_some() && entry.issued == date
                || own.is_some() && stem(&entry.number) == own
                || date.is_none() && differs_by_year(&entry.number, number))
    };
    let mut named = same_title(context, registry, citation);
    let of_name = named.clone();
    named.retain(is_meant);
    match named.len() {
        0 => instead(context, number, of_name),
        1 => Some((named.remove(0), Certainty::Guessed)),
        _ => None,
    }
}

/// The law that a citation by name and date means although no law of that name has the date; of several, the
/// latest one that was there on the judged day, which is a guess.
pub(super) fn misdated<'r>(
    context: &Context<'_>,
    registry: &'r Registry,
    citation: &Citation,
    date: Date,
) -> Option<(Cow<'r, Registered>, Certainty)> {
    let mut named = same_title(context, registry, citation);
    if named.iter().any(|entry| entry.issued.is_none_or(|issued| issued == date)) {
        return None;
    }
    named.retain(|entry| {
        let Some(issued) = entry.issued.filter(|issued| *issued <= context.judged.day) else { return false };
        match certainty(entry, Fact::Issued) {
            // One year has seldom two laws of a name, but a day at second hand is often that of another act.
            Some(Certainty::Certain) if issued.year() == date.year() => true,
            Some(_) => issued.day() == date.day() && issued.month() == date.month() || swapped(issued, date),
            None => false,
        }
    });
    let most = if named.len() == 1 { Certainty::Certain } else { Certainty::Guessed };
    Some((named.into_iter().max_by_key(|entry| entry.issued)?, most))
}

/// The act of a name that was there on the judged day, where the cited number is none of that name: it
/// is numbered like them and its year is not before the first that the registry has, so that all later ones are
/// known. An act that is made after the data end may bear the name too, and its number is left alone. The act of
/// the cited year is meant, else the latest.
fn instead<'r>(
    context: &Context<'_>,
    number: &str,
    mut named: Vec<Cow<'r, Registered>>,
) -> Option<(Cow<'r, Registered>, Certainty)> {
    let letters = |number: &str| -> Option<String> {
        let (_, symbol) = number.rsplit_once('/')?;
        Some(symbol.chars().filter(|letter| letter.is_alphabetic()).collect())
    };
    let year = year_of(number)?;
    named.retain(|own| is_firm(own) && letters(&own.number) == letters(number));
    let first = named.iter().filter_map(|own| year_of(&own.number)).min()?;
    let last = named.iter().filter_map(|own| year_of(&own.number)).max()?;
    named.retain(|own| own.issued.is_some_and(|issued| issued <= context.judged.day));
    let of_year = |own: &Cow<'_, Registered>| year_of(&own.number) == Some(year);
    let meant = named.into_iter().max_by_key(|own| (of_year(own), own.issued))?;
    (first <= year && year <= last).then_some((meant, Certainty::Guessed))
}

/// Whether two numbers are the same but for the year (`60/2015/QH13` for `60/2014/QH13`).
fn differs_by_year(one: &str, other: &str) -> bool {
    let parts = |number: &str| number.split('/').map(str::to_owned).collect::<Vec<_>>();
    match (parts(one).as_slice(), parts(other).as_slice()) {
        ([number, year, symbol], [own, other, sign]) => number == own && year != other && symbol == sign,
        _ => false,
    }
}

/// Whether two days have the same figures with day and month, or day and year, exchanged.
fn swapped(one: Date, other: Date) -> bool {
    let day_and_month =
        one.year() == other.year() && one.day() == other.month() && one.month() == other.day();
    let short = |date: Date| date.year().rem_euclid(100);
    let day_and_year = one.month() == other.month()
        && short(one) == i32::try_from(other.day()).unwrap_or_default()
        && short(other) == i32::try_from(one.day()).unwrap_or_default();
    one != other && (day_and_month || day_and_year)
}
