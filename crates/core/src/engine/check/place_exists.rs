//! `place-exists`: the administrative units that words name exist on the day of the document. A name
//! that the register does not have proves nothing.
//!
//! Provinces, districts and communes were merged, split and renamed; the register knows from which day
//! to which each one existed, with gaps. Names are found by their kind in front (`xã`, `phường`, …),
//! because a bare name may be anything. Amending text and names of cited instruments keep the names of
//! their day.

use super::spoken_date::numeric;
use crate::engine::context::Context;
use crate::engine::flow::FlowText;
use crate::engine::judge::Judged;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict, is_enough};
use crate::finding::{Reason, Words};
use crate::rulebook::Pattern;
use crate::rulebook::check::PlaceExistsCheck;
use crate::rulebook::registry::{AdminUnit, AdminUnits, KINDS};
use crate::text::Date;
use crate::text::vietnamese::name_key;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Words of the longest name, `Phan Rang - Tháp Chàm` and `Hồ Chí Minh` among them.
pub(super) const LONGEST_NAME: usize = 6;
/// Successors that a message names; a unit that was parted among more is told without them.
const MOST_SUCCESSORS: usize = 4;

/// Judges the units named in the nodes.
pub fn check(context: &Context<'_>, spec: &PlaceExistsCheck, nodes: &[Node]) -> Verdict {
    let (units, day) = (&context.book.registry().units, context.judged.day);
    if !AdminUnits::reach(day) {
        return Verdict::unknown(Reason::UnitsUnknown);
    }
    let mut hits = Vec::new();
    // One name is told many times; what became of it is looked up once.
    let mut states: HashMap<String, Words> = HashMap::new();
    for node in nodes {
        if is_enough(&hits) {
            break;
        }
        let flow = node.words(context.draft);
        // Running text is only taken apart where a name can be wrong.
        let Some(within) = matches(spec.within.as_ref(), flow) else { continue };
        let mut except = None;
        for (range, named) in named_units(&flow.text, units) {
            if is_enough(&hits) {
                break;
            }
            let span = flow.span(range.start, range.end);
            if !is_surely_absent(&named, context.judged)
                || !covers(&within, &range)
                || context.document.is_foreign(span)
                || context.document.is_cited(span)
            {
                continue;
            }
            let except = except.get_or_insert_with(|| {
                spec.except.as_ref().and_then(|except| matches(Some(except), flow)).unwrap_or_default()
            });
            if !except.is_empty() && covers(except, &range) {
                continue;
            }
            let found = flow.text[range].to_owned();
            let state = states.entry(name_key(&found)).or_insert_with(|| state(units, &named, day)).clone();
            hits.push(
                Hit::new(span, crate::finding::Certainty::Guessed)
                    .with("found", found)
                    .with_words("state", state.vi, state.en),
            );
        }
    }
    Verdict::of(hits)
}

/// Whether none of the units was there on the day, nor on any other day that the draft leaves open: a year
/// alone tells nothing of units that ended or began in it.
fn is_surely_absent(named: &[AdminUnit<'_>], judged: &Judged) -> bool {
    let (first, last) = judged.open_days.unwrap_or((judged.day, judged.day));
    let without = |unit: &AdminUnit<'_>| {
        [first, judged.day, last].into_iter().all(|day| unit.is_surely_absent_on(day))
            && !(unit.from.is_some_and(|from| first <= from) && unit.to.is_some_and(|to| to <= last))
    };
    named.iter().all(without)
}

/// Where an expression matches; all of the text where there is no expression, nothing where it matches
/// nowhere.
pub(super) fn matches(pattern: Option<&Pattern>, flow: &FlowText) -> Option<Vec<Range<usize>>> {
    let Some(pattern) = pattern else { return Some(vec![Range { start: 0, end: flow.text.len() }]) };
    let regex = flow.regex(pattern)?;
    let found: Vec<_> = regex.find_iter(&flow.text).map(|found| found.start()..found.end()).collect();
    (!found.is_empty()).then_some(found)
}

/// Whether a range of bytes lies wholly in one of the stretches, which stand one behind the other.
pub(super) fn covers(stretches: &[Range<usize>], range: &Range<usize>) -> bool {
    let begun = stretches.partition_point(|stretch| stretch.start <= range.start);
    begun.checked_sub(1).and_then(|last| stretches.get(last)).is_some_and(|own| range.end <= own.end)
}

/// The units that a text names, kind and name, with where they stand in it.
fn named_units<'u>(text: &str, units: &'u AdminUnits) -> Vec<(Range<usize>, Vec<AdminUnit<'u>>)> {
    let words: Vec<Range<usize>> = text
        .split_whitespace()
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            start..start + word.len()
        })
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(length) = kind_at(text, &words[at..]) else {
            at += 1;
            continue;
        };
        let name = &words[at + length..];
        if let Some((range, named, taken)) = longest(text, words[at].start, name, units) {
            found.push((range, named));
            at += taken;
        }
        at += length;
    }
    found
}

/// How many words the kind of a unit has that stands first among the words, if one does.
pub(super) fn kind_at(text: &str, words: &[Range<usize>]) -> Option<usize> {
    static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| KINDS.iter().map(|kind| name_key(kind)).collect());
    let is_kind = |length: usize| {
        let (first, last) = (words.first()?, words.get(length - 1)?);
        let key = name_key(&text[first.start..last.end]);
        KEYS.contains(&key).then_some(length)
    };
    is_kind(2).or_else(|| is_kind(1))
}

/// The longest name of a unit at the beginning of the words, with how many words it has.
/// Longest first, since many a name begins with another one.
fn longest<'u>(
    text: &str,
    start: usize,
    words: &[Range<usize>],
    units: &'u AdminUnits,
) -> Option<(Range<usize>, Vec<AdminUnit<'u>>, usize)> {
    let is_name = |word: &str| word.starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric());
    let first = words.first().filter(|word| is_name(&text[(*word).clone()]))?;
    // A name does not go on behind a comma or a stop.
    let goes_on = |word: &Range<usize>| !text[word.clone()].ends_with([',', ';', '.', ':', ')']);
    let most = 1 + words.iter().take(LONGEST_NAME - 1).take_while(|word| goes_on(word)).count();
    (1..=most.min(words.len())).rev().find_map(|taken| {
        let last = &words[taken - 1];
        let end = first.start + text[first.start..last.end].trim_end_matches([',', ';', '.', ':', ')']).len();
        // "phường 6 tháng đầu năm": the number counts what follows.
        let counts = words.get(taken).is_some_and(|next| {
            text[first.start..end].bytes().all(|byte| byte.is_ascii_digit())
                && end == last.end
                && text[next.clone()].starts_with(char::is_lowercase)
        });
        if counts {
            return None;
        }
        let named = units.named(&text[start..end]);
        (!named.is_empty()).then_some((start..end, named, taken))
    })
}

/// What became of the units of a name, for the middle of a sentence.
/// The day that is told is the first one without the unit. Several units of one name have no common
/// successor, so none is named then.
pub(crate) fn state(units: &AdminUnits, named: &[AdminUnit<'_>], day: Date) -> Words {
    if let Some(last) = named.iter().filter_map(|unit| unit.to).filter(|to| *to < day).max() {
        let first_without = Date::from_day_number(last.day_number() + 1).unwrap_or(last);
        let since = numeric(first_without);
        let next = match named {
            [unit] => units.successors(unit),
            _ => Vec::new(),
        };
        if next.is_empty() || next.len() > MOST_SUCCESSORS {
            return Words {
                vi: format!("không còn từ ngày {since}"),
                en: format!("no longer exists since {since}"),
            };
        }
        let listed = |partly: &str| {
            let list = next
                .iter()
                .map(|(unit, part)| format!("{}{}", unit.full_name(), if *part { partly } else { "" }));
            list.collect::<Vec<_>>().join(", ")
        };
        return Words {
            vi: format!("không còn từ ngày {since}, nay thuộc {}", listed(" (một phần)")),
            en: format!("no longer exists since {since} and is now part of {}", listed(" (in part)")),
        };
    }
    let begins = named.iter().filter_map(|unit| unit.from).min().map(numeric).unwrap_or_default();
    Words { vi: format!("chưa có trước ngày {begins}"), en: format!("did not exist before {begins}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;
    use crate::rulebook::RuleFile;

    const UNITS: &str = "\
rank,kind,name,code,parent,from,to,successors,aliases
province,Tỉnh,Hà Giang,02,,,2025-06-30,08,
province,Tỉnh,Tuyên Quang,08,,,2025-06-30,08,
province,Tỉnh,Tuyên Quang,08,,2025-07-01,,,
district,Thị xã,Mỹ Hào,328,08,,2025-06-30,,
commune,Xã,Vân Hạ,1,328,,2025-06-30,2~ 3~,
commune,Xã,Hòa Bình,2,08,2025-07-01,,,
commune,Xã,Đông Tân,3,08,2025-07-01,,,
commune,Phường,4,4,328,,2024-12-31,,
";

    fn states(words: &str, day: &str) -> Vec<(String, String)> {
        let mut case = Case::of_text(words);
        case.judged.day = day.parse().expect("a date");
        case.add_rules(&[RuleFile { path: "registry/units.csv".to_owned(), text: UNITS.to_owned() }]);
        let nodes = case.paragraph_nodes();
        let hits = case.judge(|context| check(context, &PlaceExistsCheck::default(), &nodes)).hits;
        hits.iter()
            .map(|hit| (hit.span.of(&case.draft.text).to_owned(), hit.variables["state"].vi.clone()))
            .collect()
    }

    #[test]
    fn a_province_that_was_merged_names_its_successor() {
        let words = "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG";
        let expected = "không còn từ ngày 01/7/2025, nay thuộc tỉnh Tuyên Quang";
        assert_eq!(states(words, "2025-07-01"), [("TỈNH HÀ GIANG".to_owned(), expected.to_owned())]);
        assert!(states(words, "2025-06-30").is_empty());
        assert!(states(words, "2021-10-31").is_empty(), "before the register begins");
    }

    #[test]
    fn names_end_at_commas_and_may_be_numbers() {
        let found = states("xã Vân Hạ, thị xã Mỹ Hào; xã Vân Ha; Phường 4.", "2026-01-05");
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["xã Vân Hạ", "thị xã Mỹ Hào", "Phường 4"]);
        assert_eq!(
            found[0].1,
            "không còn từ ngày 01/7/2025, nay thuộc xã Hòa Bình (một phần), xã Đông Tân (một phần)"
        );
    }

    #[test]
    fn what_is_there_under_any_spelling_is_right() {
        assert!(states("xã Hoà Bình, TỈNH TUYÊN QUANG, phát triển xã hội", "2026-01-05").is_empty());
    }

    #[test]
    fn a_unit_that_is_not_there_yet() {
        let found = states("UBND xã Đông Tân", "2025-03-03");
        assert_eq!(found, [("xã Đông Tân".to_owned(), "chưa có trước ngày 01/7/2025".to_owned())]);
    }

    #[test]
    fn a_year_of_reform_alone_decides_nothing() {
        let told = |open: Option<(&str, &str)>| {
            let mut case = Case::of_text("UBND tỉnh Hà Giang, Phường 4");
            let date = |day: &str| day.parse::<Date>().expect("a date");
            case.judged.day = date("2025-12-31");
            case.judged.open_days = open.map(|(first, last)| (date(first), date(last)));
            case.add_rules(&[RuleFile { path: "registry/units.csv".to_owned(), text: UNITS.to_owned() }]);
            let nodes = case.paragraph_nodes();
            case.judge(|context| check(context, &PlaceExistsCheck::default(), &nodes)).hits.len()
        };
        assert_eq!(told(None), 2);
        assert_eq!(told(Some(("2025-01-01", "2025-12-31"))), 0);
        assert_eq!(told(Some(("2025-09-01", "2025-09-30"))), 2);
    }

    #[test]
    fn days_of_bundled_resolutions_are_a_month_more_or_less() {
        assert!(states("Phường 4", "2025-01-20").is_empty());
        assert_eq!(states("Phường 4", "2025-03-01").len(), 1);
    }
}
