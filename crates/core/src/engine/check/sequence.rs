//! `sequence`: units, or appendices, are numbered one after the other and in the right manner.
//!
//! Numbers restart with each row. A label that recognition missed must not make the next one wrong, so
//! the words before a gap are searched for it first.

use crate::document::{Part, Unit};
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::check::{Numbering, Scope, SequenceCheck};
use crate::text::Span;
use crate::text::numeral::{from_roman, to_roman};
use crate::text::vietnamese::{point_letter, point_number};

/// Judges each row of numbers by itself: the units of one parent, or of one part.
pub fn check(context: &Context<'_>, spec: &SequenceCheck, nodes: &[Node]) -> Verdict {
    let numbered: Vec<Numbered<'_>> = nodes.iter().filter_map(|node| numbered(context, node)).collect();
    let mut rows: Vec<(Row, Vec<&Numbered<'_>>)> = Vec::new();
    for own in &numbered {
        let row = own.row(spec.scope);
        match rows.iter_mut().find(|(known, _)| *known == row) {
            Some((_, members)) => members.push(own),
            None => rows.push((row, vec![own])),
        }
    }
    let hits = rows.iter().flat_map(|(_, members)| faults(context, spec, members));
    Verdict::of(hits.collect())
}

/// What tells rows apart: the part, and the parent of the units.
type Row = (Option<usize>, Option<usize>);

/// A unit or an appendix with its number.
struct Numbered<'a> {
    /// Where it stands.
    node: &'a Node,
    /// The number as written; empty for an appendix without one.
    number: &'a str,
    /// What people call it in the middle of a sentence: `khoản` and `clause`.
    word: (&'static str, &'static str),
    /// The label as shown (`Điều 3.`); empty for an appendix.
    label: &'a str,
    /// The value of the number; `None` where it cannot be read.
    value: Option<u32>,
    /// Whether it was put in later (`5a`).
    inserted: bool,
    /// Index of the unit that holds it.
    parent: Option<usize>,
    /// Appendices are one row through the whole file.
    is_appendix: bool,
}

impl Numbered<'_> {
    /// The row that it is a member of.
    fn row(&self, scope: Scope) -> Row {
        if self.is_appendix {
            return (None, None);
        }
        (self.node.part, if scope == Scope::Parent { self.parent } else { None })
    }
}

/// What a node numbers; `None` for nodes without a number.
fn numbered<'a>(context: &'a Context<'_>, node: &'a Node) -> Option<Numbered<'a>> {
    let part = node.part_of(context.document)?;
    match node.handle {
        Handle::Unit(index) => part.units.get(index).map(|unit| of_unit(node, unit)),
        Handle::Part => Some(of_appendix(node, part)),
        _ => None,
    }
}

/// From a unit of a body.
fn of_unit<'a>(node: &'a Node, unit: &'a Unit) -> Numbered<'a> {
    Numbered {
        node,
        number: &unit.number,
        word: (unit.kind.word(), unit.kind.english()),
        label: &unit.label_text,
        value: unit.value,
        inserted: !unit.suffix.is_empty(),
        parent: unit.parent,
        is_appendix: false,
    }
}

/// From the heading of an appendix, numbered in Roman or Arabic figures.
fn of_appendix<'a>(node: &'a Node, part: &'a Part) -> Numbered<'a> {
    let number = part.appendix_number.as_deref().unwrap_or_default();
    let value = from_roman(number).or_else(|| number.parse().ok());
    let word = ("Phụ lục", "Appendix");
    Numbered { node, number, word, label: "", value, inserted: false, parent: None, is_appendix: true }
}

/// Walks along a row. After a fault the row goes on from the number that was found or from the one that
/// should stand there, so that one fault is told once and not at every unit behind it.
fn faults(context: &Context<'_>, spec: &SequenceCheck, row: &[&Numbered<'_>]) -> Vec<Hit> {
    if spec.single_may_lack && row.len() == 1 && row[0].number.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    let mut previous: Option<u32> = None;
    let mut should: Option<u32> = None;
    let mut before = row.first().map_or(0, |first| start_of_row(context, spec, first));
    for (place, own) in row.iter().enumerate() {
        let expected = previous.map_or(spec.start, |value| Some(value + 1));
        let wrong_style = spec.style.is_some_and(|style| !is_in_style(own, style));
        // An inserted unit (5a) stands after the one whose number it bears.
        let follows = match (own.value, expected) {
            _ if !spec.consecutive => true,
            (Some(value), Some(expected)) if own.inserted => value < expected || previous.is_none(),
            (Some(value), Some(expected)) => {
                // A row that begins with a wrong number begins anew with the right one.
                let begins = |last: u32| place == 1 && value == last;
                value == expected || should.is_some_and(|last| value == last + 1 || begins(last))
            }
            (None, _) | (_, None) => true,
        };
        should = if follows { None } else { expected };
        if wrong_style || !follows {
            // Where paragraphs run together the missing number stands inside one of them.
            let between = context.words(Span::new(before.min(own.node.span.start), own.node.span.start));
            let hidden = !wrong_style && expected.is_some_and(|value| runs_on(own, value, between));
            if !hidden {
                let right = if follows { own.value.or(expected) } else { expected };
                hits.push(hit(spec, own, right, previous.filter(|_| !follows)));
            }
        }
        before = own.node.span.start;
        let value = own.value.or(previous.map(|value| value + 1)).or(expected);
        // Where the alphabet is used up, a1 and b1 follow y: they lead no row back.
        previous = if own.inserted { previous.max(value) } else { value };
    }
    hits
}

/// Where the first label of a row may stand at the earliest: behind the beginning of what holds the row. A label of
/// another article is no excuse for this one.
fn start_of_row(context: &Context<'_>, spec: &SequenceCheck, first: &Numbered<'_>) -> usize {
    let holder = first.parent.filter(|_| spec.scope == Scope::Parent);
    let unit = holder.and_then(|index| first.node.part_of(context.document)?.units.get(index));
    unit.map_or_else(|| context.start_of_body(first.node), |unit| unit.label.start)
}

/// Whether the label of the missing unit stands in the words between its neighbours.
/// It is written as its neighbour writes its own: the same word, the same punctuation.
fn runs_on(own: &Numbered<'_>, missing: u32, between: &str) -> bool {
    let Some(number) = own.label.find(own.number) else { return false };
    let (word, end) = (&own.label[..number], &own.label[number + own.number.len()..]);
    let label = format!("{word}{}{}", write(missing, None, own.number), end.trim_end());
    between
        .match_indices(&label)
        .any(|(at, _)| between[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric()))
}

/// The hit on a unit with the number it should have, which is empty where that cannot be told, and with the
/// order in words: what comes after the unit before it, or with what the row begins.
fn hit(spec: &SequenceCheck, own: &Numbered<'_>, right: Option<u32>, previous: Option<u32>) -> Hit {
    let written =
        |value: Option<u32>| value.map_or_else(String::new, |value| write(value, spec.style, own.number));
    let (before, expected) = (written(previous), written(right));
    let (vi, en) = own.word;
    let (order_vi, order_en) = if before.is_empty() {
        (format!("phải là {vi} {expected}"), format!("it must be {en} {expected}"))
    } else {
        (
            format!("sau {vi} {before} là {vi} {expected}"),
            format!("after {en} {before} comes {en} {expected}"),
        )
    };
    Hit::new(own.node.span, own.node.certainty)
        .with("found", own.number)
        .with("expected", expected)
        .with_words("order", order_vi, order_en)
}

/// Whether a number is written in the manner that the rule wants; letters behind it (`5a`) do not
/// count.
fn is_in_style(own: &Numbered<'_>, style: Numbering) -> bool {
    let mut letters = own.number.chars();
    match style {
        Numbering::Arabic => letters.next().is_some_and(|letter| letter.is_ascii_digit()),
        Numbering::Roman => {
            let numeral: String = letters.take_while(char::is_ascii_uppercase).collect();
            from_roman(&numeral).is_some()
        }
        Numbering::PointLetters => letters.next().is_some_and(|letter| point_number(letter).is_some()),
    }
}

/// A number in the style that is wanted, else in the style of its neighbour.
fn write(value: u32, style: Option<Numbering>, like: &str) -> String {
    let style = style.unwrap_or_else(|| match like.chars().next() {
        Some(letter) if letter.is_ascii_uppercase() => Numbering::Roman,
        Some(letter) if letter.is_lowercase() => Numbering::PointLetters,
        _ => Numbering::Arabic,
    });
    match style {
        Numbering::Arabic => value.to_string(),
        Numbering::Roman => to_roman(value),
        Numbering::PointLetters => point_letter(value).map_or_else(String::new, String::from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::UnitKind;
    use crate::engine::check::fixture::Case;
    use crate::rulebook::{Selector, UnitFacet};

    fn found(kind: UnitKind, labels: &[&str], yaml: &str) -> Vec<(String, String)> {
        let mut case = Case::of_text(&labels.join("\n"));
        case.add_units(kind, labels);
        let spec: SequenceCheck = serde_yaml::from_str(yaml).expect("a check");
        let nodes = case.nodes(Selector::Unit(kind, UnitFacet::Label));
        let verdict = case.judge(|context| check(context, &spec, &nodes));
        let pair = |hit: &Hit| (hit.variables["found"].vi.clone(), hit.variables["expected"].vi.clone());
        verdict.hits.iter().map(pair).collect()
    }

    const POINTS: &str = "{style: point-letters, start: 1}";

    #[test]
    fn the_alphabet_of_points_has_a_d_with_a_stroke() {
        assert!(found(UnitKind::Point, &["a", "b", "c", "d", "đ", "e"], POINTS).is_empty());
        let skipped = found(UnitKind::Point, &["a", "b", "c", "d", "e"], POINTS);
        assert_eq!(skipped, [("e".to_owned(), "đ".to_owned())]);
        assert_eq!(found(UnitKind::Point, &["a", "f"], POINTS), [("f".to_owned(), "b".to_owned())]);
    }

    #[test]
    fn gaps_and_repetitions_are_told_once() {
        let spec = "{style: arabic, start: 1, scope: part}";
        assert_eq!(found(UnitKind::Article, &["1", "3", "4"], spec), [("3".to_owned(), "2".to_owned())]);
        assert_eq!(found(UnitKind::Article, &["1", "2", "2", "3"], spec), [("2".to_owned(), "3".to_owned())]);
        assert_eq!(found(UnitKind::Article, &["2", "3"], spec), [("2".to_owned(), "1".to_owned())]);
        let twice = found(UnitKind::Article, &["1", "2", "2", "4", "5"], spec);
        assert_eq!(twice, [("2".to_owned(), "3".to_owned())], "the fourth stands at its place");
    }

    #[test]
    fn a_row_that_begins_wrongly_begins_anew() {
        let found = found(UnitKind::Clause, &["5", "1", "2", "3"], "{style: arabic, start: 1}");
        assert_eq!(found, [("5".to_owned(), "1".to_owned())]);
    }

    #[test]
    fn the_order_is_told_from_the_unit_before() {
        let order = |labels: &[&str]| {
            let mut case = Case::of_text(&labels.join("\n"));
            case.add_units(UnitKind::Article, labels);
            let spec: SequenceCheck =
                serde_yaml::from_str("{style: arabic, start: 1, scope: part}").expect("a check");
            let nodes = case.nodes(Selector::Unit(UnitKind::Article, UnitFacet::Label));
            case.judge(|context| check(context, &spec, &nodes)).hits[0].variables["order"].vi.clone()
        };
        assert_eq!(order(&["1", "2", "3", "5"]), "sau Điều 3 là Điều 4");
        assert_eq!(order(&["2", "3"]), "phải là Điều 1");
    }

    #[test]
    fn inserted_units_are_no_repetition() {
        let spec = "{style: arabic, start: 1, scope: part}";
        assert!(found(UnitKind::Article, &["1", "2", "2a", "2b", "3"], spec).is_empty());
        let letters: Vec<&str> = "a b c d đ e g h i k l m n o p q r s t u v x y a1 b1".split(' ').collect();
        assert!(found(UnitKind::Point, &letters, POINTS).is_empty());
    }

    #[test]
    fn a_number_inside_a_run_on_paragraph_is_not_missing() {
        let mut case = Case::of_text("1. Một\n2. Hai. 3. Ba\n4. Bốn");
        case.add_units(UnitKind::Clause, &["1", "2", "4"]);
        for unit in &mut case.document.parts[0].units {
            unit.label_text.push('.');
        }
        let spec: SequenceCheck = serde_yaml::from_str("{style: arabic, start: 1}").expect("a check");
        let nodes = case.nodes(Selector::Unit(UnitKind::Clause, UnitFacet::Label));
        assert!(case.judge(|context| check(context, &spec, &nodes)).hits.is_empty());
    }

    #[test]
    fn chapters_have_roman_numbers() {
        assert_eq!(
            found(UnitKind::Chapter, &["I", "2"], "{style: roman, start: 1}"),
            [("2".to_owned(), "II".to_owned())]
        );
    }
}
