//! The labels of units that an amendment inserts: `Điều 5a` behind `Điều 5`, `điểm a1` behind `điểm a`.

use super::CERTAINTY;
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::Hit;
use crate::text::vietnamese::point_number;
use crate::text::{Pattern, Span};
use std::collections::{HashMap, HashSet};

/// Labels that no inserted unit bears, that follow from none, or that a unit of the amended text bears already.
pub fn odd(context: &Context<'_>, nodes: &[&Node]) -> Vec<Hit> {
    let inserted = inserted_labels(nodes);
    let mut hits = Vec::new();
    // The steps of one article of the document amend one text.
    for row in nodes.chunk_by(|_, next| !next.value.starts_with("Điều ")) {
        let last = last_numbers(row);
        for node in row {
            hits.extend(misplaced(context, node, &inserted));
            hits.extend(misshapen(context, node));
            hits.extend(taken(context, node, &last));
        }
    }
    hits
}

/// Units that steps name which insert something, each as `Điều 5a`.
fn inserted_labels(nodes: &[&Node]) -> HashSet<String> {
    static UNIT: Pattern = Pattern::new(r"(?:Điều|khoản|điểm) (?:[0-9]+[a-zđ]?|[a-zđ][0-9]?)\b");
    let steps = nodes.iter().filter(|node| node.value.contains("ổ sung"));
    let units = steps.flat_map(|node| UNIT.regex().find_iter(&node.value));
    units.map(|unit| unit.as_str().to_owned()).collect()
}

/// The greatest number of an article, and of a clause by its article (` Điều 5`), that the steps of a row amend or
/// name before any quotation. A step that inserts may name what it inserts.
fn last_numbers(row: &[&Node]) -> HashMap<(&'static str, String), u32> {
    static STEP: Pattern =
        Pattern::new(r"^(?:[0-9]+[.)] ?|[a-zđ][0-9]?[.)] ?|[-+–] ?)?(?:Sửa đổi|Bãi bỏ|Thay|Bỏ)");
    static ARTICLE: Pattern = Pattern::new(r"Điều (?P<number>[0-9]+)\b");
    static CLAUSE: Pattern = Pattern::new(r"khoản (?P<number>[0-9]+)(?P<article> Điều [0-9]+[a-zđ]?)\b");
    let mut last: HashMap<(&'static str, String), u32> = HashMap::new();
    for node in row.iter().filter(|node| STEP.is_match(&node.value)) {
        let words = node.value.split(['“', '"']).next().unwrap_or_default();
        if words.contains("vào sau") {
            continue;
        }
        for (kind, pattern) in [("Điều", &ARTICLE), ("khoản", &CLAUSE)] {
            for captures in pattern.regex().captures_iter(words) {
                let article = captures.name("article").map_or("", |article| article.as_str());
                let number: Option<u32> =
                    captures.name("number").and_then(|number| number.as_str().parse().ok());
                let known = last.entry((kind, article.to_owned())).or_default();
                *known = number.unwrap_or_default().max(*known);
            }
        }
    }
    last
}

/// `Bổ sung Điều 6a vào sau Điều 5`: the number follows neither from that of the unit before it
/// (5a) nor is it the next one (6, a unit put at the end). A letter may be left out (`Điều 5b` behind `Điều 5`)
/// only where a step inserts what bears it.
fn misplaced(context: &Context<'_>, node: &Node, inserted_labels: &HashSet<String>) -> Vec<Hit> {
    static INSERTED: Pattern = Pattern::new(
        r"[Bb]ổ sung (?P<own>Điều|khoản|điểm) (?P<label>[0-9]+[a-zđ]?|[a-zđ][0-9]?) (?:vào )?(?:ngay )?sau (?P<kind>Điều|khoản|điểm) (?P<before>[0-9]+[a-zđ]?|[a-zđ][0-9]?)\b",
    );
    let words = context.words(node.span);
    let hits = INSERTED.regex().captures_iter(words).filter_map(|captures| {
        let (whole, label) = (captures.get(0)?, captures.name("label")?.as_str());
        let (kind, before) = (captures.name("kind")?.as_str(), captures.name("before")?.as_str());
        let (own, previous) = (parsed(label)?, parsed(before)?);
        let skipped = || {
            let between = suffix_value(&own.1) > suffix_value(&previous.1) + 1;
            between && !inserted_labels.contains(&format!("{kind} {before}{}", inserted(before)))
        };
        if captures.name("own")?.as_str() != kind || follows(&own, &previous) && !skipped() {
            return None;
        }
        Some(hit(node, whole.start()..whole.end(), kind, label, before))
    });
    hits.collect()
}

/// `Điều 5.1`, `Điều 5 bis`, `Điều 5A`, `điểm aa`: no labels of units at all.
fn misshapen(context: &Context<'_>, node: &Node) -> Vec<Hit> {
    static SHAPE: Pattern = Pattern::new(
        r"[Bb]ổ sung (?P<kind>Điều|khoản|điểm) (?P<label>(?P<stem>[0-9]+|[a-zđ])[.][0-9a-zđ]+|(?P<figure>[0-9]+)(?: ?(?:bis|ter)|-[0-9]+|[A-ZĐ])|(?P<letter>[a-zđ])(?:[a-zđ]|-[0-9]+|[.][a-z]))(?:[ ,;:]|$)",
    );
    let words = context.words(node.span);
    let hits = SHAPE.regex().captures_iter(words).filter_map(|captures| {
        let (kind, label) = (captures.name("kind")?, captures.name("label")?);
        let groups = ["stem", "figure", "letter"];
        let stem = groups.iter().find_map(|group| captures.name(group))?.as_str();
        let whole = captures.get(0)?.start()..label.end();
        Some(hit(node, whole, kind.as_str(), label.as_str(), stem))
    });
    hits.collect()
}

/// A unit that is inserted with the next whole number, while another step of the article amends or names a unit of
/// the amended text that bears this number or a later one.
fn taken(context: &Context<'_>, node: &Node, last: &HashMap<(&'static str, String), u32>) -> Vec<Hit> {
    static NEXT: Pattern = Pattern::new(
        r"[Bb]ổ sung (?P<own>Điều|khoản) (?P<label>[0-9]+) (?:vào )?(?:ngay )?sau (?P<kind>Điều|khoản) (?P<before>[0-9]+)(?P<article> Điều [0-9]+[a-zđ]?)?\b",
    );
    let words = context.words(node.span);
    let hits = NEXT.regex().captures_iter(words).filter_map(|captures| {
        let (whole, own) = (captures.get(0)?, captures.name("own")?.as_str());
        let (label, before) = (captures.name("label")?.as_str(), captures.name("before")?.as_str());
        let article = captures.name("article").map_or("", |article| article.as_str());
        let (number, previous): (u32, u32) = (label.parse().ok()?, before.parse().ok()?);
        let kind = ["Điều", "khoản"].into_iter().find(|kind| *kind == own)?;
        // A clause of a step that names no article may be of any.
        let is_next = previous.checked_add(1) == Some(number) && (kind == "Điều" || !article.is_empty());
        let same = captures.name("kind")?.as_str() == kind;
        let known = last.get(&(kind, article.to_owned())).copied().unwrap_or_default();
        let range = whole.start()..whole.end();
        (same && is_next && known >= number).then(|| hit(node, range, kind, label, before))
    });
    hits.collect()
}

/// A hit on an inserted unit, with the label that it should bear.
fn hit(node: &Node, at: std::ops::Range<usize>, kind: &str, label: &str, before: &str) -> Hit {
    let inserted = inserted(before);
    let stem = before.trim_end_matches(|letter: char| letter.is_alphabetic() && inserted == "a");
    let span = Span::new(node.span.start + at.start, node.span.start + at.end);
    let hit = Hit::new(span, CERTAINTY).with("found", format!("{kind} {label}"));
    hit.with("other", format!("{kind} {before}")).with("expected", format!("{kind} {stem}{inserted}"))
}

/// What is put behind the label of the unit before: a letter behind a figure, a figure behind a letter.
fn inserted(before: &str) -> &'static str {
    if before.starts_with(|letter: char| letter.is_ascii_digit()) { "a" } else { "1" }
}

/// Value and suffix of a label: `5a` is 5 and `a`, `đ1` is 5 and `1`.
fn parsed(label: &str) -> Option<(u32, String)> {
    let digits = label.trim_end_matches(char::is_alphabetic);
    if digits.is_empty() || digits.starts_with(char::is_alphabetic) {
        let mut letters = label.chars();
        return Some((point_number(letters.next()?)?, letters.collect()));
    }
    Some((digits.parse().ok()?, label[digits.len()..].to_owned()))
}

/// Place of a suffix among its like: letters in the order of points, figures by value; 0 for none.
pub(super) fn suffix_value(suffix: &str) -> u32 {
    let letter = suffix.chars().next().and_then(point_number);
    letter.or_else(|| suffix.parse().ok()).unwrap_or(0)
}

/// Whether a label comes right behind another one: inserted after it (5a after 5, 5b after 5a), or the
/// next whole number.
fn follows(own: &(u32, String), before: &(u32, String)) -> bool {
    let inserted = own.0 == before.0 && suffix_value(&own.1) > suffix_value(&before.1);
    let next = before.0.checked_add(1) == Some(own.0) && own.1.is_empty();
    inserted || next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;
    use crate::engine::outcome::Verdict;

    fn judge(words: &str) -> Vec<String> {
        let case = Case::of_text(words);
        let nodes = case.paragraph_nodes();
        let all: Vec<&Node> = nodes.iter().collect();
        let hits = case.judge(|context| Verdict::of(odd(context, &all))).hits;
        hits.iter().map(|hit| hit.variables["found"].vi.clone()).collect()
    }

    #[test]
    fn inserted_units_bear_the_number_before_them_and_a_letter() {
        for (words, label) in [
            ("1. Bổ sung Điều 6a vào sau Điều 5 như sau:", "Điều 6a"),
            ("a) Bổ sung điểm c1 vào sau điểm a khoản 2 như sau:", "điểm c1"),
            ("1. Bổ sung Điều 5.1 vào sau Điều 5 như sau:", "Điều 5.1"),
            ("1. Bổ sung điểm c.1 khoản 2 như sau:", "điểm c.1"),
            ("1. Bổ sung Điều 5b vào sau Điều 5 như sau:", "Điều 5b"),
            ("1. Bổ sung điểm a2 vào sau điểm a khoản 1 như sau:", "điểm a2"),
            ("1. Bổ sung Điều 5 bis vào sau Điều 5 như sau:", "Điều 5 bis"),
            ("1. Bổ sung Điều 5A vào sau Điều 5 như sau:", "Điều 5A"),
            ("1. Bổ sung điểm aa vào sau điểm a khoản 1 như sau:", "điểm aa"),
            ("1. Bổ sung Điều 6 vào sau Điều 5 như sau:\n2. Bãi bỏ khoản 3 Điều 9.", "Điều 6"),
            ("1. Bổ sung khoản 3 vào sau khoản 2 Điều 5 như sau:\n2. Bãi bỏ khoản 4 Điều 5.", "khoản 3"),
        ] {
            assert_eq!(judge(words), [label], "{words}");
        }
        for right in [
            "Bổ sung Điều 5a vào sau Điều 5",
            "bổ sung khoản 4 vào sau khoản 3 Điều 2",
            "Bổ sung điểm đ1 vào sau điểm đ",
            "Bổ sung khoản 3b sau khoản 3a",
            "Bổ sung khoản 4 vào sau điểm d",
            "1. Bổ sung Điều 5a vào sau Điều 5 như sau:\n2. Bổ sung Điều 5b vào sau Điều 5 như sau:",
            "1. Bổ sung Điều 6 vào sau Điều 5 như sau:\n2. Bãi bỏ khoản 9 Điều 4.",
            "1. Bổ sung khoản 3 vào sau khoản 2 Điều 5 như sau:\n2. Bãi bỏ khoản 4 Điều 6, khoản 2 Điều 5.",
            "1. Bổ sung Điều 6 vào sau Điều 5 như sau:\nĐiều 2. Sửa đổi\n1. Sửa đổi Điều 9 như sau:",
        ] {
            assert!(judge(right).is_empty(), "{right}");
        }
    }
}
