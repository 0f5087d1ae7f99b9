//! The labels of units that an amendment inserts: `Điều 5a` behind `Điều 5`, `điểm a1` behind `điểm a`.

use super::CERTAINTY;
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::Hit;
use crate::text::vietnamese::point_number;
use crate::text::{Pattern, Span};

/// Labels that no inserted unit bears, that follow from none, or that a unit of the amended text bears already.
pub fn odd(context: &Context<'_>, nodes: &[&Node]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        hits.extend(misplaced(context, node, nodes));
        hits.extend(misshapen(context, node));
        hits.extend(taken(context, node, row(nodes, index)));
    }
    hits
}

/// The steps of one article of the document: they amend one text.
fn row<'n>(nodes: &'n [&'n Node], index: usize) -> &'n [&'n Node] {
    let is_article = |node: &&&Node| node.value.starts_with("Điều ");
    let start = nodes[..=index].iter().rposition(|node| is_article(&node)).unwrap_or(0);
    let end = nodes[index + 1..].iter().position(|node| is_article(&node));
    &nodes[start..end.map_or(nodes.len(), |end| index + 1 + end)]
}

/// `Bổ sung Điều 6a vào sau Điều 5`: the number follows neither from that of the unit before it
/// (5a) nor is it the next one (6, a unit put at the end). A letter may be left out (`Điều 5b` behind `Điều 5`)
/// only where a step inserts what bears it.
fn misplaced(context: &Context<'_>, node: &Node, nodes: &[&Node]) -> Vec<Hit> {
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
            between && !nodes.iter().any(|other| inserts_first(&other.value, kind, before))
        };
        if captures.name("own")?.as_str() != kind || follows(&own, &previous) && !skipped() {
            return None;
        }
        Some(hit(node, whole.start()..whole.end(), kind, label, before))
    });
    hits.collect()
}

/// Whether a step inserts the first unit behind another one (`Điều 5a` behind `Điều 5`), alone or in a list.
fn inserts_first(words: &str, kind: &str, before: &str) -> bool {
    let first = format!("{kind} {before}{}", inserted(before));
    words.to_lowercase().contains("bổ sung") && words.contains(&first)
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
fn taken(context: &Context<'_>, node: &Node, row: &[&Node]) -> Vec<Hit> {
    static NEXT: Pattern = Pattern::new(
        r"[Bb]ổ sung (?P<own>Điều|khoản) (?P<label>[0-9]+) (?:vào )?(?:ngay )?sau (?P<kind>Điều|khoản) (?P<before>[0-9]+)(?P<article> Điều [0-9]+[a-zđ]?)?\b",
    );
    static STEP: Pattern =
        Pattern::new(r"^(?:[0-9]+[.)] ?|[a-zđ][0-9]?[.)] ?|[-+–] ?)?(?:Sửa đổi|Bãi bỏ|Thay|Bỏ)");
    let words = context.words(node.span);
    let hits = NEXT.regex().captures_iter(words).filter_map(|captures| {
        let (whole, kind) = (captures.get(0)?, captures.name("kind")?.as_str());
        let (label, before) = (captures.name("label")?.as_str(), captures.name("before")?.as_str());
        let article = captures.name("article").map_or("", |article| article.as_str());
        let (own, previous): (u32, u32) = (label.parse().ok()?, before.parse().ok()?);
        // A clause of a step that names no article may be of any.
        let is_next = previous.checked_add(1) == Some(own) && (kind == "Điều" || !article.is_empty());
        if captures.name("own")?.as_str() != kind || !is_next {
            return None;
        }
        let is_there = |value: u32| value >= own;
        let others = row.iter().filter(|other| other.span != node.span && STEP.is_match(&other.value));
        let named =
            others.map(|other| numbers(&other.value, kind, article)).any(|all| all.into_iter().any(is_there));
        named.then(|| hit(node, whole.start()..whole.end(), kind, label, before))
    });
    hits.collect()
}

/// The numbers of the units of a kind that a step names before any quotation; of clauses those of one article.
fn numbers(words: &str, kind: &str, article: &str) -> Vec<u32> {
    let words = words.split(['“', '"']).next().unwrap_or_default();
    let named = words.match_indices(kind).filter_map(|(at, kind)| {
        let rest = words[at + kind.len()..].strip_prefix(' ')?;
        let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        let behind = &rest[end..];
        let is_its =
            article.is_empty() || behind.starts_with(article) && !continues(&behind[article.len()..]);
        rest[..end].parse().ok().filter(|_| is_its && !continues(behind))
    });
    named.collect()
}

/// Whether a number goes on.
fn continues(words: &str) -> bool {
    words.starts_with(|letter: char| letter.is_alphanumeric())
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
