//! `instrument`: looks into the registry of instruments. A number that is not there proves nothing.
//!
//! The registry holds what is known of cited instruments: number, kind, title, days of issue, effect
//! and expiry. It is a harvest and has faults; a fact in it that was not compared with a published text
//! makes a guess at most, see [`Registered::is_checked`]. Nothing is told of an instrument that is not
//! in it.

use super::spoken_date;
use crate::document::{Citation, Class};
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Certainty;
use crate::rulebook::check::InstrumentCheck;
use crate::rulebook::registry::Fact;
use crate::rulebook::{Registered, Registry};
use crate::text::Span;
use crate::text::vietnamese::name_key;
use std::borrow::Cow;

/// Judges the cited instruments of the nodes: of a citation itself, or of all in a basis.
pub fn check(context: &Context<'_>, mode: InstrumentCheck, nodes: &[Node]) -> Verdict {
    let registry = context.book.registry();
    let citations = nodes.iter().flat_map(|node| cited(context, node));
    let hits = citations.filter_map(|citation| match mode {
        InstrumentCheck::KnownDate => known_date(context, registry, citation),
        InstrumentCheck::KnownTitle => known_title(context, registry, citation),
        InstrumentCheck::InForce => in_force(context, registry, citation),
        InstrumentCheck::InTime => in_time(context, registry, citation),
        InstrumentCheck::PossibleDate => possible_date(context, citation),
        InstrumentCheck::CitedInFull => cited_in_full(context, citation),
    });
    Verdict::of(hits.collect())
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

/// A fact that nobody has compared with a published text is no ground for an error.
fn certainty(entry: &Registered, fact: Fact) -> Certainty {
    if entry.is_checked(fact) { Certainty::Certain } else { Certainty::Guessed }
}

/// Adds number and title of the entry that the citation was compared with, so that people can look it
/// up.
fn describe(hit: Hit, entry: &Registered) -> Hit {
    hit.with("number", entry.number.clone()).with("title", format!("{} {}", entry.kind, entry.title))
}

/// Number and date belong together. A law that is cited without number is judged only where day and
/// month are right and the year alone is not: anything else may be another law of the same name.
fn known_date(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    let cited = citation.date.as_ref()?;
    let date = cited.date?;
    let entry = if let Some(number) = &citation.number {
        registry.instrument(number)?
    } else {
        let slip = |entry: &Cow<'_, Registered>| {
            entry.issued.is_some_and(|issued| issued.day() == date.day() && issued.month() == date.month())
        };
        let mut named = same_title(context, registry, citation);
        if named.iter().any(|entry| entry.issued == Some(date)) {
            return None;
        }
        named.retain(slip);
        match named.len() {
            1 => named.remove(0),
            _ => return None,
        }
    };
    let issued = entry.issued.filter(|issued| *issued != date)?;
    let found = context.words(cited.span);
    let expected = if cited.in_full { spoken_date::write(issued) } else { spoken_date::numeric(issued) };
    // The words of the date may begin after “ngày”.
    let expected =
        if found.starts_with("ngày") { expected } else { expected.trim_start_matches("ngày ").to_owned() };
    let hit = Hit::new(cited.span, certainty(&entry, Fact::Issued)).with("found", found).expecting(expected);
    Some(describe(hit, &entry))
}

/// The entries of the registry that bear the kind and title of the citation, word for word; several
/// where a law was made anew under its old name.
fn same_title<'r>(
    context: &Context<'_>,
    registry: &'r Registry,
    citation: &Citation,
) -> Vec<Cow<'r, Registered>> {
    let Some(title) = citation.title else { return Vec::new() };
    registry.titled(&citation.kind, context.words(title))
}

/// The entry that a citation surely means: by its number, or by title and date.
fn meant<'r>(
    context: &Context<'_>,
    registry: &'r Registry,
    citation: &Citation,
) -> Option<Cow<'r, Registered>> {
    if let Some(number) = &citation.number {
        return registry.instrument(number);
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
    let entry = registry.instrument(citation.number.as_ref()?)?;
    let named = same_title(context, registry, citation);
    let first = named.first()?;
    let is_own = |other: &Cow<'_, Registered>| {
        other.number == entry.number || name_key(&other.title) == name_key(&entry.title)
    };
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
    let hit = Hit::new(citation.span, certainty(&entry, Fact::Effective))
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
    let successors: Vec<String> = entry
        .replaced_by
        .iter()
        .map(|number| {
            registry
                .instrument(number)
                .map_or_else(|| number.clone(), |next| format!("{} số {number}", next.kind))
        })
        .collect();
    let day = spoken_date::numeric(expired);
    let hit = Hit::new(citation.span, certainty(&entry, Fact::Expired))
        .with("found", context.words(citation.span))
        .with("expired", day)
        .with("replaced_by", successors.join(", "));
    Some(describe(hit, &entry))
}

/// The date is a day of the calendar, and not later than the document itself.
/// A date that is only in part written is a gap and no fault.
fn possible_date(context: &Context<'_>, citation: &Citation) -> Option<Hit> {
    let cited = citation.date.as_ref()?;
    let found = context.words(cited.span);
    let written = found.chars().any(|letter| letter.is_ascii_digit());
    let impossible = match cited.date {
        Some(date) => context.document.facts.date.whole().is_some_and(|own| own < date),
        // A day that is left blank is not written at all.
        None => written && is_filled(found),
    };
    impossible.then(|| Hit::new(cited.span, Certainty::Certain).with("found", found))
}

/// Letters after a number within which its issuer or title would begin.
/// In characters, up to the end of the paragraph.
const NEAR: usize = 60;

/// Where running text names an instrument for the first time, its issuer or its title stands with it.
/// A guess at most, since an issuer may stand farther off than recognition looks. Repeated citations,
/// tables, bases and quoted text may be short.
fn cited_in_full(context: &Context<'_>, citation: &Citation) -> Option<Hit> {
    let document = context.document;
    let number = citation.number.as_ref()?;
    let in_body = document.parts.iter().any(|part| part.body.covers(citation.span));
    let named_before = || {
        let before = context.draft.text.get(..citation.span.start).unwrap_or_default();
        let bare = number.split('-').next().unwrap_or(number);
        before.contains(number.as_str()) || before.contains(bare)
    };
    // What recognition did not take for issuer or title may yet be them.
    let goes_on = || {
        let after = context.draft.text.get(citation.span.end..).unwrap_or_default();
        let next: String = after.chars().take(NEAR).take_while(|letter| *letter != '\n').collect();
        ["của ", "về ", "quy định ", "ban hành ", "hướng dẫn ", "sửa đổi"]
            .iter()
            .any(|word| next.contains(word))
    };
    let in_table = || {
        let holding = context.draft.paragraphs.iter().find(|own| own.span.covers(citation.span));
        holding.is_some_and(|own| own.cell.is_some())
    };
    let short = citation.basis.is_none() && citation.issuer.is_none() && citation.title.is_none();
    if !in_body || !short || document.is_quoted(citation.span) || named_before() || goes_on() || in_table() {
        return None;
    }
    let words = context.words(Span::new(citation.span.start, citation.number_span?.end));
    let found = words.trim_end_matches(['.', ',', ';']);
    let span = Span::new(citation.span.start, citation.span.start + found.len());
    Some(Hit::new(span, Certainty::Guessed).with("found", found))
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
