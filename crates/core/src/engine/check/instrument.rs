//! `instrument`: looks into the registry of instruments. A number that is not there proves nothing.
//!
//! The registry holds what is known of cited instruments: number, kind, title, days of issue, effect
//! and expiry. It is a harvest and has faults: each fact says how sure it is, and that caps what a finding
//! may claim ([`certainty`]). An instrument that is not in it, or of which no such fact is sure enough, is
//! unknown and no violation.

use super::cited::{cut_title, in_full as cited_in_full, known_capitals, repeated};
use super::{cited_days, spoken_date, successor};
use crate::document::{Citation, Class};
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Certainty, Reason, Reasons};
use crate::rulebook::check::InstrumentCheck;
use crate::rulebook::registry::{Fact, Grade};
use crate::rulebook::{Registered, Registry};
use crate::text::Date;
use crate::text::vietnamese::name_key;
use std::borrow::Cow;

/// Judges the cited instruments of the nodes: of a citation itself, or of all in a basis.
pub fn check(context: &Context<'_>, mode: InstrumentCheck, nodes: &[Node]) -> Verdict {
    if mode == InstrumentCheck::OneDate {
        return cited_days::check(context, nodes);
    }
    let registry = context.book.registry();
    let citations: Vec<&Citation> = nodes.iter().flat_map(|node| cited(context, node)).collect();
    let hits = citations.iter().filter_map(|citation| match mode {
        InstrumentCheck::KnownDate => known_date(context, registry, citation),
        InstrumentCheck::KnownNumber => known_number(context, registry, citation),
        InstrumentCheck::KnownTitle => known_title(context, registry, citation),
        InstrumentCheck::InForce => in_force(context, registry, citation),
        InstrumentCheck::InTime => in_time(context, registry, citation),
        InstrumentCheck::PossibleDate => possible_date(context, citation),
        InstrumentCheck::CitedInFull => cited_in_full(context, citation),
        InstrumentCheck::KnownCapitals => known_capitals(context, registry, citation),
        InstrumentCheck::NamedOnce => repeated(context, citation),
        InstrumentCheck::WholeTitle => cut_title(context, registry, citation),
        InstrumentCheck::OneDate => None,
    });
    let hits = hits.collect();
    let is_unknown = citations.iter().any(|citation| is_unknown(context, registry, mode, citation));
    let unknown = if is_unknown { Reason::InstrumentUnknown.into() } else { Reasons::default() };
    Verdict { hits, unknown }
}

/// Whether the registry cannot tell what is asked of a citation with a number: it has no such instrument, or
/// the fact is missing or too weak.
fn is_unknown(
    context: &Context<'_>,
    registry: &Registry,
    mode: InstrumentCheck,
    citation: &Citation,
) -> bool {
    let Some(number) = &citation.number else { return false };
    let entry = || registry.instrument(number);
    match mode {
        InstrumentCheck::KnownDate => {
            let is_weak =
                |own: Cow<'_, Registered>| own.issued.is_none() || certainty(&own, Fact::Issued).is_none();
            citation.date.as_ref().is_some_and(|cited| cited.date.is_some()) && entry().is_none_or(is_weak)
        }
        // Most instruments in force have no day of expiry: a row is all that can be asked for.
        InstrumentCheck::InForce => {
            let is_weak = |own: Cow<'_, Registered>| {
                own.expired.is_some_and(|day| day <= context.judged.day)
                    && certainty(&own, Fact::Expired).is_none()
            };
            !citation.is_amender && entry().is_none_or(is_weak)
        }
        InstrumentCheck::InTime => entry().is_none(),
        InstrumentCheck::KnownNumber
        | InstrumentCheck::KnownTitle
        | InstrumentCheck::PossibleDate
        | InstrumentCheck::CitedInFull
        | InstrumentCheck::KnownCapitals
        | InstrumentCheck::NamedOnce
        | InstrumentCheck::WholeTitle
        | InstrumentCheck::OneDate => false,
    }
}

/// The citations that a node stands for: itself, or those of its basis, amending instruments included.
fn cited<'a>(context: &Context<'a>, node: &Node) -> Vec<&'a Citation> {
    let document = context.document;
    match node.handle {
        Handle::Citation(index) => document.citations.get(index).into_iter().collect(),
        Handle::Basis(index) => {
            let basis = node.part_of(document).and_then(|part| part.preamble.bases.get(index));
            basis
                .iter()
                .flat_map(|basis| &basis.citations)
                .filter_map(|&own| document.citations.get(own))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// What a fact may give: an error where the text itself was read, a warning where sources agree, nothing
/// where it rests on a list at second hand or on a citation or two.
fn certainty(entry: &Registered, fact: Fact) -> Option<Certainty> {
    match entry.grade(fact) {
        Grade::A => Some(Certainty::Certain),
        Grade::B => Some(Certainty::Guessed),
        Grade::S | Grade::C => None,
    }
}

/// Whether any fact of the entry is sure enough to contradict a draft; its name is no surer than they are.
pub(super) fn is_firm(entry: &Registered) -> bool {
    Fact::ALL.into_iter().any(|fact| entry.day(fact).is_some() && entry.grade(fact).contradicts())
}

/// Adds number and title of the entry that the citation was compared with, so that people can look it
/// up.
fn describe(hit: Hit, entry: &Registered) -> Hit {
    hit.with("number", entry.number.clone())
        .with("title", format!("{} {}", entry.kind, entry.title).trim_end().to_owned())
}

/// Number and date belong together. A law that is cited without number is judged only where its day and month,
/// or its year, are those of a law of that name: anything else may be another law.
fn known_date(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    let cited = citation.date.as_ref()?;
    let date = cited.date?;
    if misnumbered(context, registry, citation).is_some() {
        return None;
    }
    let (entry, most) = match &citation.number {
        Some(number) => (registry.instrument(number)?, Certainty::Certain),
        None => misdated(context, registry, citation, date)?,
    };
    let issued = entry.issued.filter(|issued| *issued != date)?;
    let certainty = certainty(&entry, Fact::Issued)?.min(most);
    let found = context.words(cited.span);
    let expected = if cited.in_full { spoken_date::write(issued) } else { spoken_date::numeric(issued) };
    // The words of the date may begin after “ngày”.
    let expected =
        if found.starts_with("ngày") { expected } else { expected.trim_start_matches("ngày ").to_owned() };
    let hit = Hit::new(cited.span, certainty).with("found", found).expecting(expected);
    Some(describe(hit, &entry))
}

/// The law that a citation by name and date means although no law of that name has the date; of several, the
/// latest one that was there on the judged day, which is a guess.
fn misdated<'r>(
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

/// The number is that of the law that date and name tell. How that law is cited says what to write.
fn known_number(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    let (entry, certainty) = misnumbered(context, registry, citation)?;
    let span = citation.number_span?;
    let hit = Hit::new(span, certainty)
        .with("found", context.words(span))
        .expecting(entry.number.clone())
        .with("other", format!("{} {}", entry.kind, entry.title))
        .with("cited", successor::cited(context, &entry));
    Some(hit)
}

/// The entry that a citation means although its number is another one, and how sure that is: the date is
/// that of a successor of the cited number; or the registry lacks the number or its name, and an entry of that very
/// name has the date, or the number but for the letters and figures at its end (`72/2025/QH16`).
fn misnumbered<'r>(
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

/// Whether two numbers are the same but for the year (`60/2015/QH13` for `60/2014/QH13`).
fn differs_by_year(one: &str, other: &str) -> bool {
    let parts = |number: &str| number.split('/').map(str::to_owned).collect::<Vec<_>>();
    match (parts(one).as_slice(), parts(other).as_slice()) {
        ([number, year, symbol], [own, other, sign]) => number == own && year != other && symbol == sign,
        _ => false,
    }
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
fn meant<'r>(
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

/// Number and name belong together. Names are cut and changed in many ways, so that a name is only
/// held against a number where it is, word for word, the name of another instrument.
/// An exact name on the wrong number tells that the number was copied from elsewhere; still a guess,
/// because two instruments may bear one name.
fn known_title(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    let entry = registry.instrument(citation.number.as_ref()?).filter(|entry| is_firm(entry))?;
    if misnumbered(context, registry, citation).is_some() {
        return None;
    }
    let mut named = same_title(context, registry, citation);
    named.retain(|entry| is_firm(entry));
    let first = named.first()?;
    // Some titles of the registry begin with the kind, others not.
    let bare = |own: &Registered| {
        let (title, kind) = (name_key(&own.title), name_key(&own.kind));
        title.strip_prefix(&kind).map_or_else(|| title.clone(), |rest| rest.trim_start().to_owned())
    };
    let is_own = |other: &Cow<'_, Registered>| other.number == entry.number || bare(other) == bare(&entry);
    if named.iter().any(is_own) || entry.kind != first.kind || entry.title.is_empty() {
        return None;
    }
    // Of several laws of one name, the latest that was there is meant.
    let before = |own: &&Cow<'_, Registered>| own.issued.is_none_or(|issued| issued <= context.judged.day);
    let meant = named.iter().filter(before).max_by_key(|own| own.issued).unwrap_or(first);
    let span = citation.number_span?;
    let hit = Hit::new(span, Certainty::Guessed)
        .with("found", context.words(span))
        .expecting(meant.number.clone())
        .with("other", format!("{} {}", meant.kind, meant.title));
    Some(describe(hit, &entry))
}

/// The instrument takes effect no later than the document, where both days are known.
/// For an administrative document without a stated day of effect that is the day of signing.
fn in_time(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    let facts = &context.document.facts;
    // An administrative document takes effect when it is signed.
    let signed = || facts.date.whole().filter(|_| context.judged.class == Some(Class::Administrative));
    let limit = facts.effective.or_else(signed)?;
    let entry = meant(context, registry, citation)?;
    let effective = entry.effective.filter(|effective| limit < *effective)?;
    let hit = Hit::new(citation.span, certainty(&entry, Fact::Effective)?)
        .with("found", context.words(citation.span))
        .with("effective", spoken_date::numeric(effective))
        .with("limit", spoken_date::numeric(limit));
    Some(describe(hit, &entry))
}

/// The instrument had not expired on the day of the document. Amending instruments fall with the
/// one they amend and are not told again.
fn in_force(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    if citation.is_amender {
        return None;
    }
    let entry = meant(context, registry, citation)?;
    let expired = entry.expired.filter(|expired| *expired <= context.judged.day)?;
    let advice = successor::advice(context, &entry);
    let day = spoken_date::numeric(expired);
    let hit = Hit::new(citation.span, certainty(&entry, Fact::Expired)?)
        .with("found", context.words(citation.span))
        .with("expired", day)
        .with_words("replaced_by", advice.vi, advice.en);
    Some(describe(hit, &entry))
}

/// The date is a day of the calendar, and neither it nor the year in the number is later than the document
/// itself. A date that is only in part written is a gap and no fault.
fn possible_date(context: &Context<'_>, citation: &Citation) -> Option<Hit> {
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

/// The year that stands in the middle of a number (`30/2020/NĐ-CP`).
pub(super) fn year_of(number: &str) -> Option<i32> {
    let mut parts = number.split('/').skip(1);
    let year = parts.next().filter(|year| year.len() == 4)?;
    parts.next()?;
    year.parse().ok()
}

/// Whether day, month and year are all written, so that only the calendar can refuse them.
fn is_filled(words: &str) -> bool {
    let blank = ["…", "...", "___", ".."].iter().any(|mark| words.contains(mark));
    let numbers = words.split(|letter: char| !letter.is_ascii_digit()).filter(|word| !word.is_empty());
    !blank && numbers.count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::CitedDate;
    use crate::engine::check::fixture::Case;
    use crate::rulebook::RuleFile;
    use crate::text::Span;

    const REGISTRY: &str = "
instruments:
  - {number: 17/2008/QH12, kind: Luật, issuer: Quốc hội, title: Ban hành văn bản quy phạm pháp luật,
     issued: 2008-06-03, effective: 2009-01-01, expired: 2016-07-01, replaced-by: [80/2015/QH13], confidence: curated}
  - {number: 80/2015/QH13, kind: Luật, issuer: Quốc hội, title: Ban hành văn bản quy phạm pháp luật,
     issued: 2015-06-22, effective: 2016-07-01, expired: 2025-04-01, replaced-by: [64/2025/QH15], confidence: curated}
";

    fn case(words: &str, number: Option<&str>, date: &str, day: Option<&str>) -> Case {
        let mut case = Case::of_text(words);
        let span = |part: &str| {
            let start = words.find(part).expect("in the words");
            Span::new(start, start + part.len())
        };
        let title = words.contains("Ban hành").then(|| span("Ban hành văn bản quy phạm pháp luật"));
        case.document.citations.push(Citation {
            span: Span::new(0, words.len()),
            kind: "Luật".to_owned(),
            number: number.map(str::to_owned),
            number_span: None,
            issuer: None,
            date: Some(CitedDate {
                span: span(date),
                date: day.map(|day| day.parse().expect("a date")),
                in_full: true,
            }),
            title,
            amended_by: Vec::new(),
            is_amender: false,
            basis: None,
        });
        let file = RuleFile { path: "registry/instruments.yaml".to_owned(), text: REGISTRY.to_owned() };
        case.add_rules(&[file]);
        case
    }

    fn judge(case: &Case, mode: InstrumentCheck) -> Vec<Hit> {
        let nodes = case.nodes(crate::rulebook::Selector::Citation);
        case.judge(|context| check(context, mode, &nodes)).hits
    }

    #[test]
    fn a_wrong_date_of_a_known_number_is_put_right() {
        let words = "Luật số 80/2015/QH13 ngày 23 tháng 6 năm 2015";
        let case = case(words, Some("80/2015/QH13"), "ngày 23 tháng 6 năm 2015", Some("2015-06-23"));
        let hits = judge(&case, InstrumentCheck::KnownDate);
        assert_eq!(hits[0].variables["expected"].vi, "ngày 22 tháng 6 năm 2015");
        assert_eq!(hits[0].certainty, Certainty::Guessed, "nobody has checked the date");
    }

    #[test]
    fn a_law_without_number_is_judged_by_a_slip_of_the_year_alone() {
        let words = "Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2016";
        let slip = case(words, None, "ngày 22 tháng 6 năm 2016", Some("2016-06-22"));
        assert_eq!(judge(&slip, InstrumentCheck::KnownDate).len(), 1);
        let words = "Luật Ban hành văn bản quy phạm pháp luật ngày 03 tháng 6 năm 2008";
        let other = case(words, None, "ngày 03 tháng 6 năm 2008", Some("2008-06-03"));
        assert!(judge(&other, InstrumentCheck::KnownDate).is_empty(), "may be another law");
    }

    #[test]
    fn the_number_of_the_law_before_with_the_date_of_its_successor_is_wrong() {
        let words = "Luật số 17/2008/QH12 ngày 22 tháng 6 năm 2015";
        let mut case = case(words, Some("17/2008/QH12"), "ngày 22 tháng 6 năm 2015", Some("2015-06-22"));
        case.document.citations[0].number_span =
            Some(Span::new("Luật số ".len(), "Luật số 17/2008/QH12".len()));
        case.judged.day = "2022-03-05".parse().expect("a date");
        let hits = judge(&case, InstrumentCheck::KnownNumber);
        assert_eq!(hits[0].variables["expected"].vi, "80/2015/QH13");
        for other in [InstrumentCheck::KnownDate, InstrumentCheck::InForce, InstrumentCheck::KnownTitle] {
            assert!(judge(&case, other).is_empty(), "one fault, one finding: {other:?}");
        }
    }

    #[test]
    fn a_successor_that_has_ended_leads_on() {
        let words = "Luật số 17/2008/QH12 ngày 03 tháng 6 năm 2008";
        let mut case = case(words, Some("17/2008/QH12"), "ngày 03 tháng 6 năm 2008", Some("2008-06-03"));
        let advice =
            |case: &Case| judge(case, InstrumentCheck::InForce)[0].variables["replaced_by"].vi.clone();
        case.judged.day = "2022-03-05".parse().expect("a date");
        assert_eq!(advice(&case), "Luật số 80/2015/QH13");
        case.judged.day = "2026-03-05".parse().expect("a date");
        assert_eq!(advice(&case), "64/2025/QH15");
    }

    #[test]
    fn an_expired_instrument_names_its_successor() {
        let words = "Luật số 80/2015/QH13 ngày 22 tháng 6 năm 2015";
        let mut case = case(words, Some("80/2015/QH13"), "ngày 22 tháng 6 năm 2015", Some("2015-06-22"));
        case.judged.day = "2025-03-31".parse().expect("a date");
        assert!(judge(&case, InstrumentCheck::InForce).is_empty());
        case.judged.day = "2025-04-01".parse().expect("a date");
        assert_eq!(judge(&case, InstrumentCheck::InForce)[0].variables["replaced_by"].vi, "64/2025/QH15");
    }

    #[test]
    fn a_day_that_the_calendar_does_not_have() {
        let words = "Luật X ngày 31 tháng 6 năm 2015";
        let case = case(words, None, "ngày 31 tháng 6 năm 2015", None);
        assert_eq!(judge(&case, InstrumentCheck::PossibleDate).len(), 1);
        assert!(!is_filled("ngày … tháng 6 năm 2015"));
    }
}
