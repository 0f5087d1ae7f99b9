//! `weekday` and `moments`: days and hours that cannot be together.
//!
//! A weekday belongs to its date by the calendar, and a meeting does not end before it begins: both are facts that the
//! text itself states. What is written in part is compared in part.

use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::Pattern;
use crate::rulebook::check::{MomentsCheck, WeekdayCheck};
use crate::text::regex::Captures;
use crate::text::vietnamese::squeeze;
use crate::text::{Date, Span};

/// Each weekday beside a date is that of the date.
pub fn weekday(context: &Context<'_>, spec: &WeekdayCheck, nodes: &[Node]) -> Verdict {
    let mut hits = Vec::new();
    for (node, pattern) in nodes.iter().flat_map(|node| spec.patterns.iter().map(move |own| (node, own))) {
        let flow = node.words(context.draft);
        let Some(regex) = flow.regex(pattern) else { continue };
        for found in regex.captures_iter(&flow.text) {
            let (Some(name), Some(date)) = (found.name("name"), date(&found)) else { continue };
            let right = spec.names.get(weekday_of(date));
            let is_known = spec.names.contains(&squeeze(name.as_str()).to_lowercase());
            let span = flow.span(name.start(), name.end());
            let Some(right) = right.filter(|_| is_known && !context.document.is_quoted(span)) else {
                continue;
            };
            if *right != squeeze(name.as_str()).to_lowercase() {
                let whole = found.get(0).map_or("", |whole| whole.as_str()).trim();
                let hit = Hit::new(span, node.certainty).with("found", whole);
                hits.push(hit.with("expected", right.as_str()));
            }
        }
    }
    Verdict::of(hits)
}

/// The last place that ends lies not before the first one that begins.
pub fn moments(context: &Context<'_>, spec: &MomentsCheck, nodes: &[Node]) -> Verdict {
    let all = |pattern: &Pattern| {
        let each = nodes.iter().filter_map(|node| moment(context, pattern, node));
        each.collect::<Vec<_>>()
    };
    let (begins, ends) = (all(&spec.begin), all(&spec.end));
    let (Some(begin), Some(end)) = (begins.first(), ends.last()) else { return Verdict::pass() };
    let day = end.date.or(begin.date);
    let is_before = match (begin.date, day) {
        (Some(first), Some(last)) if first != last => last < first,
        (Some(_), Some(_)) => end.time.zip(begin.time).is_some_and(|(last, first)| last < first),
        _ => false,
    };
    if !is_before || begin.span == end.span {
        return Verdict::pass();
    }
    let hit = Hit::new(end.span, end.certainty.min(begin.certainty)).with("other", context.words(begin.span));
    Verdict::fail(hit.against(begin.span))
}

/// A moment as far as it is written.
struct Moment {
    span: Span,
    certainty: crate::finding::Certainty,
    date: Option<Date>,
    /// Hour and minute.
    time: Option<(u32, u32)>,
}

/// The first moment in a node.
fn moment(context: &Context<'_>, pattern: &Pattern, node: &Node) -> Option<Moment> {
    let flow = node.words(context.draft);
    let regex = flow.regex(pattern)?;
    let found = regex.captures(&flow.text)?;
    let whole = found.get(0)?;
    let hour = number(&found, "hour");
    Some(Moment {
        span: flow.span(whole.start(), whole.end()),
        certainty: node.certainty,
        date: date(&found),
        time: hour.map(|hour| (hour, number(&found, "minute").unwrap_or(0))),
    })
}

/// The date in the groups `day`, `month` and `year`; `None` where one is missing, or where there is no such day.
fn date(found: &Captures<'_>) -> Option<Date> {
    let year = found.name("year")?.as_str().parse().ok()?;
    Date::new(year, number(found, "month")?, number(found, "day")?)
}

fn number(found: &Captures<'_>, group: &str) -> Option<u32> {
    found.name(group)?.as_str().parse().ok()
}

/// 0 for Monday to 6 for Sunday.
fn weekday_of(date: Date) -> usize {
    /// The day 0 of [`Date::day_number`] was a Thursday.
    const THURSDAY: i64 = 3;
    usize::try_from((date.day_number() + THURSDAY).rem_euclid(7)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    #[test]
    fn a_weekday_of_another_date() {
        let spec: WeekdayCheck = serde_yaml::from_str(
            "{ patterns: ['(?i)(?<name>thứ \\p{L}+),? ngày (?<day>\\d+) tháng (?<month>\\d+) năm (?<year>\\d{4})'], names: [thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, chủ nhật] }",
        )
        .expect("a check");
        let judge = |words: &str| {
            let case = Case::of_text(words);
            let nodes = [case.whole_node()];
            let hits = case.judge(|context| weekday(context, &spec, &nodes)).hits;
            hits.iter().map(|hit| hit.variables["expected"].vi.clone()).collect::<Vec<_>>()
        };
        assert_eq!(judge("thứ Ba, ngày 10 tháng 02 năm 2026"), Vec::<String>::new());
        assert_eq!(judge("Thứ hai, ngày 10 tháng 02 năm 2026"), ["thứ ba"]);
        assert_eq!(judge("thứ Hai, ngày 31 tháng 02 năm 2026"), Vec::<String>::new(), "no such day");
    }

    #[test]
    fn a_meeting_does_not_end_before_it_begins() {
        let spec: MomentsCheck = serde_yaml::from_str(
            "{ begin: 'đầu: (?<hour>\\d+) giờ(?: (?<minute>\\d+))? ngày (?<day>\\d+)/(?<month>\\d+)/(?<year>\\d+)', end: 'thúc (?<hour>\\d+) giờ(?: (?<minute>\\d+))?(?: ngày (?<day>\\d+)/(?<month>\\d+)/(?<year>\\d+))?' }",
        )
        .expect("a check");
        let judge = |end: &str| {
            let case = Case::of_text(&format!("Bắt đầu: 8 giờ 30 ngày 12/5/2026\nKết thúc {end}"));
            let nodes = case.paragraph_nodes();
            case.judge(|context| moments(context, &spec, &nodes)).hits.len()
        };
        assert_eq!((judge("10 giờ"), judge("8 giờ 15"), judge("8 giờ 30")), (0, 1, 0));
        assert_eq!((judge("7 giờ ngày 13/5/2026"), judge("10 giờ ngày 11/5/2026")), (0, 1));
    }
}
