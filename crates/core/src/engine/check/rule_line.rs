//! `rule-line`: the drawn line below a component.
//!
//! Word knows no line below words: there are drawn shapes, borders of paragraphs, and rows of typed
//! characters. Where a drawn shape ends up on paper depends on its anchor and on the layout, so a line
//! is looked for generously and its absence is told only where none is near. The length of the words is
//! an estimate from their number of characters, which is why its bounds are wide.

use super::measure::{limits, main_size, number};
use crate::draft::{CellAddress, Draft, Paragraph, RuleLine, RuleLineKind};
use crate::edit::{Edit, LineChange};
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Reason;
use crate::rulebook::check::RuleLineCheck;
use crate::rulebook::value::Range;
use crate::text::vietnamese::is_capitals;

/// Millimetres of a point.
const POINT: f32 = 0.352_8;
/// Mean width of a letter of Times New Roman as a part of the size: capitals and small letters.
const CAPITAL_WIDTH: f32 = 0.70;
/// The same for small letters.
const SMALL_WIDTH: f32 = 0.46;
/// How far the estimated length of the words may be off, as a part of it.
const ESTIMATE: f32 = 0.35;

/// There is a line below each node, of the right length as far as that can be told.
pub fn check(context: &Context<'_>, spec: &RuleLineCheck, nodes: &[Node]) -> Verdict {
    if nodes.is_empty() {
        return Verdict::pass();
    }
    if !context.draft.format.has_typography() {
        return Verdict::unknown(Reason::NoTypography);
    }
    nodes.iter().map(|node| of_node(context, spec, node)).collect()
}

/// There is, or is not, a drawn line below one node. The ratio of the rule is that of the line to the
/// words, without unit; where either length is not known it stays open.
fn of_node(context: &Context<'_>, spec: &RuleLineCheck, node: &Node) -> Verdict {
    let candidates = near(context.draft, node);
    let hit = |found: (&str, &str), expected: (&str, &str), edits: Vec<Edit>| {
        let hit = Hit::new(node.span, node.certainty)
            .with_words("found", found.0, found.1)
            .with_words("expected", expected.0, expected.1);
        Verdict::fail(edits.into_iter().fold(hit, Hit::mended))
    };
    let line = ("đường kẻ liền nét", "a drawn line");
    let nothing = ("không có đường kẻ", "no line");
    if !spec.below {
        let dropped = dropped(context.draft, node, &candidates);
        return if candidates.is_empty() { Verdict::pass() } else { hit(line, nothing, dropped) };
    }
    let drawn: Vec<&RuleLine> =
        candidates.iter().copied().filter(|line| line.kind != RuleLineKind::Typed).collect();
    if drawn.is_empty() {
        let mut edits = dropped(context.draft, node, &candidates);
        edits.extend(draw(context.draft, node, spec));
        let typed = ("đường gõ bằng ký tự", "a line of typed characters");
        return hit(if candidates.is_empty() { nothing } else { typed }, line, edits);
    }
    let Some(range) = &spec.ratio else { return Verdict::pass() };
    let own = below(context.draft, node, &drawn).and_then(|line| Some((line.paragraph, line.length?)));
    let too_long = |room: f32| {
        let longest = range.max.map(|max| room * max * (1.0 + 2.0 * ESTIMATE));
        own.is_some_and(|(_, length)| longest.is_some_and(|longest| length > longest))
    };
    // Words that wrap fill no more than the room that there is, and mostly less.
    let known =
        width(context.draft, node).or_else(|| room(context.draft, node).filter(|room| too_long(*room)));
    let (Some((paragraph, length)), Some(width)) = (own, known) else {
        return Verdict::unknown(Reason::LineLength);
    };
    let ratio = length / width;
    let slack = range.max.or(range.min).unwrap_or(1.0) * ESTIMATE;
    if range.holds(ratio, slack) {
        return Verdict::pass();
    }
    let (found, expected) = (number(ratio), limits(range));
    let times = |words: &str, of: &str| format!("{words} {of}");
    hit(
        (&times(&found.vi, "lần độ dài dòng chữ"), &times(&found.en, "times the words")),
        (&times(&expected.vi, "lần độ dài dòng chữ"), &times(&expected.en, "times the words")),
        vec![Edit::Line { paragraph, change: LineChange::Length(middle(range) * width) }],
    )
}

/// The middle of a range, or its only limit.
fn middle(range: &Range) -> f32 {
    match (range.min, range.max) {
        (Some(min), Some(max)) => f32::midpoint(min, max),
        (limit, other) => limit.or(other).unwrap_or(1.0),
    }
}

/// Draws the line in the last paragraph of the node, as long as the rule says where that can be told.
fn draw(draft: &Draft, node: &Node, spec: &RuleLineCheck) -> Option<Edit> {
    let paragraph = draft.paragraph_at(node.span.end)?;
    let ratio = spec.ratio.as_ref().map_or(1.0, middle);
    let length = width(draft, node).map(|width| width * ratio);
    Some(Edit::Line { paragraph, change: LineChange::Draw(length) })
}

/// Takes the lines away; of a line that is typed, the paragraph that holds nothing else goes too.
fn dropped(draft: &Draft, node: &Node, lines: &[&RuleLine]) -> Vec<Edit> {
    let mut paragraphs: Vec<usize> = lines.iter().map(|line| line.paragraph).collect();
    paragraphs.dedup();
    let edits = paragraphs.into_iter().map(|paragraph| {
        let own = &draft.paragraphs[paragraph];
        let words = own.text(draft).trim();
        let is_line_alone = !words.is_empty() && !words.contains(char::is_alphanumeric);
        if is_line_alone && !own.span.overlaps(node.span) {
            Edit::Remove { paragraph }
        } else {
            Edit::Line { paragraph, change: LineChange::Drop }
        }
    });
    edits.collect()
}

/// The lines that may belong to the node: anchored in its paragraphs, in blank ones after it and in
/// the paragraph that follows, or anywhere in its cell: Word lets a line float far from its anchor.
fn near<'a>(draft: &'a Draft, node: &Node) -> Vec<&'a RuleLine> {
    let (Some(first), Some(last)) = (draft.paragraph_at(node.span.start), draft.paragraph_at(node.span.end))
    else {
        return Vec::new();
    };
    let next = following(draft, last);
    let cell = draft.paragraphs[last].cell;
    let in_cell = |paragraph: usize| {
        cell.is_some() && draft.paragraphs.get(paragraph).is_some_and(|own| same_column(own.cell, cell))
    };
    // What stands in one table stands together.
    let is_held = |paragraph: &Paragraph| cell.is_some() && paragraph.cell.is_some();
    let before = draft.paragraphs[..first].iter().rev().take_while(|own| is_held(own)).count();
    let behind = draft.paragraphs[last..].iter().take_while(|own| is_held(own)).count();
    let (from, until) = (first - before, next.max(last + behind));
    let begin = draft.lines.partition_point(|line| line.paragraph < from);
    let own = draft.lines[begin..].iter().take_while(|line| line.paragraph <= until);
    own.filter(|line| (first..=next).contains(&line.paragraph) || in_cell(line.paragraph)).collect()
}

/// Whether two paragraphs stand in one column of one table. Headers are often tables of two columns
/// with a row for each line, so that the line under a name may be anchored a row further down.
fn same_column(one: Option<CellAddress>, other: Option<CellAddress>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one.table == other.table && one.column == other.column)
}

/// Index of the first paragraph with words after `index`, or of the last paragraph.
fn following(draft: &Draft, index: usize) -> usize {
    let later = draft.paragraphs.iter().enumerate().skip(index + 1);
    let found = later.clone().find(|(_, own)| !own.text(draft).trim().is_empty());
    found.or_else(|| later.last()).map_or(index, |(index, _)| index)
}

/// The line that surely stands below the node: anchored in its last paragraph or in blank ones after it.
/// `None` where there are several: which of them belongs to the words cannot be told then.
fn below<'a>(draft: &Draft, node: &Node, lines: &[&'a RuleLine]) -> Option<&'a RuleLine> {
    let last = draft.paragraph_at(node.span.end)?;
    let until = following(draft, last);
    let mut own = lines.iter().filter(|line| (last..until.max(last + 1)).contains(&line.paragraph));
    let line = own.next()?;
    own.next().is_none().then_some(*line)
}

/// Estimated length in mm of the last line of the words; `None` where they are so long that they
/// wrap, because where they break cannot be told.
fn width(draft: &Draft, node: &Node) -> Option<f32> {
    let words = node.lines.last()?.of(&draft.text);
    let letter = if is_capitals(words) { CAPITAL_WIDTH } else { SMALL_WIDTH };
    let letters = u16::try_from(words.trim().chars().count()).ok()?;
    let width = f32::from(letters) * letter * main_size(draft, node)? * POINT;
    (width > 0.0 && width < room(draft, node).unwrap_or(f32::INFINITY) / (1.0 + ESTIMATE)).then_some(width)
}

/// Room in mm for a line of the node: the column of the page, or the cell.
/// Where the width of a cell is not stated the row is taken to have cells of equal width, as Word shows
/// it.
fn room(draft: &Draft, node: &Node) -> Option<f32> {
    let paragraph = &draft.paragraphs[draft.paragraph_at(node.span.end)?];
    let section = draft.sections.get(paragraph.section)?;
    let column = section.width? - section.margins.left? - section.margins.right?;
    let Some(cell) = paragraph.cell else { return Some(column) };
    let row = draft.tables.get(cell.table)?.rows.get(cell.row)?;
    row.get(cell.column)?.width.or_else(|| Some(column / f32::from(u16::try_from(row.len()).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn case() -> Case {
        let mut case = Case::of_text("Độc lập - Tự do - Hạnh phúc\n\nHà Nội, ngày");
        case.style(0, |style| style.size = Some(14.0));
        case.add_section(210.0, 297.0);
        case
    }

    fn line(kind: RuleLineKind, paragraph: usize, length: f32) -> RuleLine {
        RuleLine { kind, paragraph, length: Some(length), below_anchor: None }
    }

    fn judge(case: &Case, yaml: &str) -> Verdict {
        let spec: RuleLineCheck = serde_yaml::from_str(yaml).expect("a check");
        let node = case.paragraph_nodes().remove(0);
        case.judge(|context| check(context, &spec, std::slice::from_ref(&node)))
    }

    const SPEC: &str = "{below: true, ratio: {min: 0.9, max: 1.1}}";

    #[test]
    fn a_line_of_the_length_of_the_words_passes() {
        let mut case = case();
        assert_eq!(judge(&case, SPEC).hits[0].variables["found"].vi, "không có đường kẻ");
        case.draft.lines.push(line(RuleLineKind::Drawn, 1, 62.0));
        assert!(judge(&case, SPEC).passes());
        case.draft.lines[0].length = Some(10.0);
        assert_eq!(judge(&case, SPEC).hits.len(), 1, "far too short");
    }

    #[test]
    fn below_words_that_wrap_a_line_may_not_be_longer_than_their_room_allows() {
        let mut case =
            Case::of_text(&format!("{}\n\nCăn cứ", "Tên gọi rất dài của văn bản ".repeat(6).trim()));
        case.style(0, |style| style.size = Some(14.0));
        case.add_section(210.0, 297.0);
        let spec = "{below: true, ratio: {min: 0.33, max: 0.5}}";
        case.draft.lines.push(line(RuleLineKind::Drawn, 1, 60.0));
        assert_eq!(judge(&case, spec), Verdict::unknown(Reason::LineLength));
        case.draft.lines[0].length = Some(200.0);
        assert_eq!(judge(&case, spec).hits.len(), 1);
    }

    #[test]
    fn a_typed_line_is_told_apart() {
        let mut case = case();
        case.draft.lines.push(line(RuleLineKind::Typed, 1, 62.0));
        assert_eq!(judge(&case, SPEC).hits[0].variables["found"].en, "a line of typed characters");
    }

    #[test]
    fn an_unknown_length_is_no_fault() {
        let mut case = case();
        case.draft.lines.push(line(RuleLineKind::Drawn, 2, 10.0));
        assert_eq!(
            judge(&case, SPEC),
            Verdict::unknown(Reason::LineLength),
            "anchored in the next component"
        );
    }
}
