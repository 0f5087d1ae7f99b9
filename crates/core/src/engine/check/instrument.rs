//! `instrument`: looks into the registry of instruments. A number that is not there proves nothing.
//!
//! The registry holds what is known of cited instruments: number, kind, title, days of issue, effect
//! and expiry. It is a harvest and has faults: each fact says how sure it is, and that caps what a finding
//! may claim ([`certainty`]). An instrument that is not in it, or of which no such fact is sure enough, is
//! unknown and no violation.

mod cited;
mod entry;
mod force;
mod known;
mod meant;
mod one_date;
mod possible;
mod successor;

use self::entry::certainty;
use super::spoken_date;
use crate::document::Citation;
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::Verdict;
use crate::finding::{Reason, Reasons};
use crate::rulebook::check::InstrumentCheck;
use crate::rulebook::registry::Fact;
use crate::rulebook::{Registered, Registry};
use std::borrow::Cow;

/// Judges the cited instruments of the nodes: of a citation itself, or of all in a basis.
pub fn check(context: &Context<'_>, mode: InstrumentCheck, nodes: &[Node]) -> Verdict {
    if mode == InstrumentCheck::OneDate {
        return one_date::check(context, nodes);
    }
    let registry = context.book.registry();
    let citations: Vec<&Citation> = nodes.iter().flat_map(|node| cited_by(context, node)).collect();
    let hits = citations.iter().filter_map(|citation| match mode {
        InstrumentCheck::KnownDate => known::known_date(context, registry, citation),
        InstrumentCheck::KnownNumber => known::known_number(context, registry, citation),
        InstrumentCheck::KnownTitle => known::known_title(context, registry, citation),
        InstrumentCheck::InForce => force::in_force(context, registry, citation),
        InstrumentCheck::InTime => force::in_time(context, registry, citation),
        InstrumentCheck::PossibleDate => possible::possible_date(context, citation),
        InstrumentCheck::CitedInFull => cited::in_full(context, citation),
        InstrumentCheck::KnownCapitals => cited::known_capitals(context, registry, citation),
        InstrumentCheck::NamedOnce => cited::repeated(context, citation),
        InstrumentCheck::WholeTitle => cited::cut_title(context, registry, citation),
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
fn cited_by<'a>(context: &Context<'a>, node: &Node) -> Vec<&'a Citation> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::CitedDate;
    use crate::engine::check::fixture::Case;
    use crate::engine::outcome::Hit;
    use crate::finding::Certainty;
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
        assert!(!possible::is_filled("ngày … tháng 6 năm 2015"));
    }
}
