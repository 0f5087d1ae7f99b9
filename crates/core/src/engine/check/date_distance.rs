//! `date-distance`: days between the signing and the effect of the document.
//!
//! Both days must be written; a draft that leaves the day of signing blank cannot be judged, except
//! where the effect itself is stated as so many days after it.

use super::spoken_date;
use crate::document::EffectDate;
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Certainty, Reason};
use crate::rulebook::check::DateDistanceCheck;
use crate::text::Date;

/// The effect begins no earlier than the fewest days of the organ's level. Days are counted as
/// practice counts them, without the day of signing: 18 November to 28 November are ten.
pub fn check(context: &Context<'_>, spec: &DateDistanceCheck, nodes: &[Node]) -> Verdict {
    nodes.iter().map(|node| of_node(context, spec, node)).collect()
}

/// Judges one clause on the effect. The fewest days hang on the level of the organ and come from the
/// rule.
fn of_node(context: &Context<'_>, spec: &DateDistanceCheck, node: &Node) -> Verdict {
    let Handle::Effect(index) = node.handle else { return Verdict::pass() };
    let Some(effect) = node.part_of(context.document).and_then(|part| part.effects.get(index)) else {
        return Verdict::pass();
    };
    let facts = &context.document.facts;
    let Some((organ, known)) = &facts.organ else { return Verdict::unknown(Reason::FactsUnknown) };
    let Some(&fewest) = spec.min_days.get(&organ.level) else { return Verdict::pass() };
    let signed = facts.date.whole();
    // Which of two years is the wrong one is told elsewhere; no distance follows from either.
    if facts.symbol_year.is_some_and(|year| signed.is_some_and(|signed| signed.year() != year)) {
        return Verdict::unknown(Reason::FactsUnknown);
    }
    let days = match effect.from {
        EffectDate::Day(day) => signed.map(|signed| day.days_since(signed)),
        EffectDate::Signing => Some(0),
        EffectDate::DaysAfterSigning(days) => Some(i64::from(days)),
        EffectDate::Unclear => None,
    };
    let Some(days) = days else { return Verdict::unknown(Reason::Blank) };
    if days >= i64::from(fewest) || (days == 0 && spec.ignore_same_day) {
        return Verdict::pass();
    }
    Verdict::fail(describe(node, *known, days, fewest, signed, effect.from))
}

/// The hit with both days as documents write them, or in words where one is not written, and the
/// numbers of days found and wanted.
fn describe(
    node: &Node,
    known: Certainty,
    days: i64,
    fewest: u32,
    signed: Option<Date>,
    from: EffectDate,
) -> Hit {
    let written = |date: Option<Date>, words: (&str, &str)| {
        date.map_or((words.0.to_owned(), words.1.to_owned()), |date| {
            (spoken_date::write(date), date.to_string())
        })
    };
    let effective = if let EffectDate::Day(day) = from { Some(day) } else { None };
    let (start, end) = (
        written(signed, ("ngày ký", "the day of signing")),
        written(effective, ("ngày có hiệu lực", "the day of effect")),
    );
    Hit::new(node.span, node.certainty.min(known))
        .with("found", days.to_string())
        .with("expected", fewest.to_string())
        .with_words("from", start.0, start.1)
        .with_words("to", end.0, end.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DateFact, Effect, Level, Organ, OrganKind};
    use crate::engine::check::fixture::Case;
    use crate::rulebook::Selector;
    use crate::text::Span;

    fn judge(from: EffectDate, level: Level) -> Verdict {
        let mut case = Case::of_text("có hiệu lực từ ngày");
        case.document.parts[0].effects.push(Effect { span: Span::new(0, 5), from });
        let organ = Organ { kind: OrganKind::PeoplesCommittee, level, name: "UBND".to_owned() };
        case.document.facts.organ = Some((organ, Certainty::Certain));
        case.document.facts.date = DateFact { year: Some(2025), month: Some(11), day: Some(18) };
        let spec: DateDistanceCheck =
            serde_yaml::from_str("{min-days: {province: 10}, ignore-same-day: true}").expect("a check");
        let nodes = case.nodes(Selector::Effect);
        case.judge(|context| check(context, &spec, &nodes))
    }

    fn day(text: &str) -> EffectDate {
        EffectDate::Day(text.parse().expect("a date"))
    }

    #[test]
    fn ten_days_are_counted_as_practice_counts_them() {
        assert!(judge(day("2025-11-28"), Level::Province).passes());
        assert_eq!(judge(day("2025-11-27"), Level::Province).hits[0].variables["found"].vi, "9");
        assert_eq!(judge(day("2025-11-01"), Level::Province).hits.len(), 1, "before the signing");
    }

    #[test]
    fn other_levels_and_the_same_day_are_left_alone() {
        assert!(judge(day("2025-11-20"), Level::Commune).passes());
        assert!(judge(EffectDate::Signing, Level::Province).passes());
        assert_eq!(judge(EffectDate::DaysAfterSigning(7), Level::Province).hits.len(), 1);
        assert_eq!(judge(EffectDate::Unclear, Level::Province), Verdict::unknown(Reason::Blank));
    }
}
