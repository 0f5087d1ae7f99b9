//! `paragraph`: alignment, indents and spacing of the paragraphs of the nodes.
//!
//! The source's units are kept: indents in mm, spaces between paragraphs in points, line spacing as a
//! multiple of the single line, because the law speaks in these. Alignment and indent are judged as the
//! eye sees them; what nobody can see on paper is no fault.

use super::measure::{alternatives, length, limits, number};
use crate::draft::{Alignment, LineSpacing, Paragraph};
use crate::edit::{Edit, ParagraphChange};
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Anchor, Certainty, Reason, Words};
use crate::rulebook::check::ParagraphCheck;
use crate::rulebook::value::Range;

/// How far an indent in mm may be off.
const INDENT_TOLERANCE: f32 = 0.5;
/// How far a space in points may be off.
/// Word itself keeps twentieths of a point.
const SPACE_TOLERANCE: f32 = 0.1;
/// How far a multiple of the single line may be off.
/// Word shows two decimals and keeps 240ths of a line.
const LINE_TOLERANCE: f32 = 0.05;
/// Height of a single line of Times New Roman as a multiple of its size.
/// Needed where the spacing is stated in points: how many lines that is depends on the letters.
const SINGLE_LINE: f32 = 1.15;

/// Letters that surely fit on one line of an A4 page in 14 points, which holds about 70.
/// It is kept ten below that for indents and broad letters.
const SHORT_LINE: usize = 60;

/// Each paragraph is as the rule says. Sources without typography cannot tell.
pub fn check(context: &Context<'_>, spec: &ParagraphCheck, nodes: &[Node]) -> Verdict {
    if nodes.is_empty() {
        return Verdict::pass();
    }
    if !context.draft.format.has_typography() {
        return Verdict::unknown(Reason::NoTypography);
    }
    let paragraphs = paragraphs(context, nodes);
    let mut verdict = Verdict::pass();
    for &(index, certainty) in &paragraphs {
        let own = &context.draft.paragraphs[index];
        let each = [alignment(context, spec, own), indent(context, spec, own), line_spacing(spec, own)];
        for judged in each.into_iter().flatten() {
            verdict.add(judged.verdict(context, index, certainty));
        }
    }
    if let Some(range) = &spec.space_between {
        verdict.add(space_between(context, range, &paragraphs));
    }
    verdict
}

/// The paragraphs under the nodes, each once and in order of the text, with the lowest
/// certainty of the nodes that name it: two nodes may share a paragraph.
fn paragraphs(context: &Context<'_>, nodes: &[Node]) -> Vec<(usize, Certainty)> {
    let mut paragraphs: Vec<(usize, Certainty)> = Vec::new();
    for node in nodes {
        for line in &node.lines {
            let own = context.draft.paragraphs_in(*line).map(|index| (index, node.certainty));
            paragraphs.extend(own);
        }
    }
    paragraphs.sort_unstable();
    paragraphs.dedup_by_key(|(index, _)| *index);
    paragraphs
}

/// A hit on how a paragraph is set.
fn on_paragraph(context: &Context<'_>, index: usize, certainty: Certainty) -> Hit {
    let words = context.draft.paragraphs[index].span.trim(&context.draft.text);
    Hit::new(words, certainty).anchored(Anchor::Paragraph(index))
}

/// What was found of a property that is wrong, or that it cannot be told.
enum Judged {
    /// The source does not say how the paragraph looks here.
    Unknown(Reason),
    /// The name of the property and both values in words, Vietnamese and English.
    /// What would make it right comes with them.
    Wrong { property: (&'static str, &'static str), found: Words, expected: Words, change: ParagraphChange },
}

impl Judged {
    /// The verdict of one property, on the words of the paragraph without the blanks around them.
    fn verdict(self, context: &Context<'_>, paragraph: usize, certainty: Certainty) -> Verdict {
        match self {
            Self::Unknown(reason) => Verdict::unknown(reason),
            Self::Wrong { property, found, expected, change } => Verdict::fail(
                on_paragraph(context, paragraph, certainty)
                    .with_words("property", property.0, property.1)
                    .with_words(
                        "fault",
                        format!("đang {}, phải {}", found.vi, expected.vi),
                        format!("is {}, must be {}", found.en, expected.en),
                    )
                    .with_words("found", found.vi, found.en)
                    .with_words("expected", expected.vi, expected.en)
                    .mended(Edit::Paragraph { paragraph, style: change }),
            ),
        }
    }
}

/// The alignment is among the allowed ones. Where both edges are wanted even, one line that is even on
/// the left alone looks the same; it passes.
fn alignment(context: &Context<'_>, spec: &ParagraphCheck, own: &Paragraph) -> Option<Judged> {
    let allowed = spec.alignment.as_ref()?;
    let Some(found) = own.style.alignment else { return Some(Judged::Unknown(Reason::LookUnstated)) };
    let same_to_the_eye = found == Alignment::Left && allowed.contains(&Alignment::Justified);
    if same_to_the_eye && is_one_line(context, own) {
        return None;
    }
    // Columns that tabs part stand where their tab stops are, whatever the paragraph says.
    if allowed.contains(&Alignment::Center) && own.text(context.draft).contains('\t') {
        return Some(Judged::Unknown(Reason::TypedIndent));
    }
    (!allowed.contains(&found)).then(|| Judged::Wrong {
        property: ("canh lề", "alignment"),
        found: alignment_words(found),
        expected: alternatives(allowed.iter().map(|alignment| alignment_words(*alignment))),
        change: ParagraphChange { alignment: allowed.first().copied(), ..ParagraphChange::default() },
    })
}

/// Whether the words surely fill less than one line, so that nobody can see whether the right edge is
/// even.
fn is_one_line(context: &Context<'_>, own: &Paragraph) -> bool {
    let letters = own.text(context.draft).trim();
    letters.chars().count() < SHORT_LINE && !letters.contains('\n')
}

/// An alignment in words.
pub fn alignment_words(alignment: Alignment) -> Words {
    let (vi, en) = match alignment {
        Alignment::Left => ("canh trái", "left"),
        Alignment::Center => ("canh giữa", "centred"),
        Alignment::Right => ("canh phải", "right"),
        Alignment::Justified => ("canh đều hai lề", "justified"),
    };
    Words { vi: vi.to_owned(), en: en.to_owned() }
}

/// The indent of the first line. An automatic label hangs in its own way, and blanks or a tab at the
/// head of the text move the words by a length that is not known.
fn indent(context: &Context<'_>, spec: &ParagraphCheck, own: &Paragraph) -> Option<Judged> {
    let allowed = spec.first_line_indent.as_ref()?;
    if own.label.is_some() {
        return None;
    }
    if own.text(context.draft).starts_with(char::is_whitespace) {
        return Some(Judged::Unknown(Reason::TypedIndent));
    }
    let Some(found) = own.style.indent_first else { return Some(Judged::Unknown(Reason::LookUnstated)) };
    let holds = |found: f32| allowed.iter().any(|range| range.holds(found, INDENT_TOLERANCE));
    // On a single line nobody sees whether the first line or the whole paragraph is set in.
    let set_in = || found == 0.0 && own.style.indent_left.is_some_and(holds) && is_one_line(context, own);
    let right = holds(found) || set_in();
    let millimetres = |words: Words| Words { vi: format!("{} mm", words.vi), en: format!("{} mm", words.en) };
    (!right).then(|| Judged::Wrong {
        property: ("thụt đầu dòng", "first-line indent"),
        found: millimetres(length(found)),
        expected: millimetres(alternatives(allowed.iter().map(limits))),
        change: ParagraphChange { indent_first: nearest(allowed, found), ..ParagraphChange::default() },
    })
}

/// The allowed value next to what was found.
fn nearest(allowed: &[Range], found: f32) -> Option<f32> {
    let each = allowed.iter().map(|range| range.nearest(found));
    each.min_by(|one, other| (one - found).abs().total_cmp(&(other - found).abs()))
}

/// The distance of the lines lies in the range, both as multiples of the single line.
fn line_spacing(spec: &ParagraphCheck, own: &Paragraph) -> Option<Judged> {
    let range = spec.line_spacing.as_ref()?;
    let Some(found) = lines(own) else { return Some(Judged::Unknown(Reason::LookUnstated)) };
    (!range.holds(found, LINE_TOLERANCE)).then(|| Judged::Wrong {
        property: ("giãn dòng", "line spacing"),
        found: number(found),
        expected: limits(range),
        change: ParagraphChange { line_spacing: Some(range.nearest(found)), ..ParagraphChange::default() },
    })
}

/// The distance of lines as a multiple of the single line.
/// A distance in points is divided by the height of a single line of the largest letters, which is only
/// an estimate for fonts other than the prescribed one. `None` where distance or size is not stated.
fn lines(own: &Paragraph) -> Option<f32> {
    let single = || {
        let largest = own.runs.iter().filter_map(|run| run.style.size).fold(0.0, f32::max);
        (largest > 0.0).then_some(largest * SINGLE_LINE)
    };
    match own.style.line_spacing? {
        LineSpacing::Multiple(lines) => Some(lines),
        LineSpacing::Exactly(points) => Some(points / single()?),
        // A line is never lower than the letters in it.
        LineSpacing::AtLeast(points) => Some((points / single()?).max(1.0)),
    }
}

/// The space between each two neighbours among the paragraphs. Word shows either the sum of the two
/// spaces or the greater one, by its version; the sum is taken, which is never too small.
fn space_between(context: &Context<'_>, range: &Range, paragraphs: &[(usize, Certainty)]) -> Verdict {
    // What lies in two cells is also parted by the border between them.
    let cell = |index: usize| context.draft.paragraphs[index].cell;
    let pairs = paragraphs.windows(2).filter(|pair| cell(pair[0].0) == cell(pair[1].0));
    pairs
        .map(|pair| {
            let certainty = pair[0].1.min(pair[1].1);
            if pair[1].0 == pair[0].0 + 1 {
                return of_neighbours(context, range, (pair[0].0, pair[1].0), certainty);
            }
            over_blanks(context, range, (pair[0].0, pair[1].0), certainty)
        })
        .collect()
}

/// The space between two paragraphs of which one follows the other.
fn of_neighbours(
    context: &Context<'_>,
    range: &Range,
    pair: (usize, usize),
    certainty: Certainty,
) -> Verdict {
    let (upper, lower) = (&context.draft.paragraphs[pair.0], &context.draft.paragraphs[pair.1]);
    let Some(space) = space(upper, lower) else { return Verdict::unknown(Reason::LookUnstated) };
    let greater =
        upper.style.space_after.unwrap_or(0.0).max(lower.style.space_before.unwrap_or(0.0)).min(space);
    // Both readings must be wrong: the sum where it is too little, the greater one where too much.
    if range.holds(space, SPACE_TOLERANCE)
        || range.max.is_some_and(|max| space > max) && range.holds(greater, SPACE_TOLERANCE)
    {
        return Verdict::pass();
    }
    let hit = of_space(context, range, pair.1, certainty, space);
    Verdict::fail(hit.mended(Edit::Paragraph { paragraph: pair.1, style: spaced(range, upper, space) }))
}

/// The space between two paragraphs of one cell with nothing but blank lines between them, which is only told where it
/// is too much: blank lines elsewhere part what need not stand together. One that anchors a line is no blank line.
fn over_blanks(context: &Context<'_>, range: &Range, pair: (usize, usize), certainty: Certainty) -> Verdict {
    let own = &context.draft.paragraphs[pair.0..=pair.1];
    let blanks = pair.0 + 1..pair.1;
    let is_blank = |paragraph: &Paragraph| {
        paragraph.cell == own[0].cell && paragraph.text(context.draft).trim().is_empty()
    };
    let bears_line = context.draft.lines.iter().any(|line| blanks.contains(&line.paragraph));
    if own[0].cell.is_none() || bears_line || !own[1..own.len() - 1].iter().all(is_blank) {
        return Verdict::pass();
    }
    let spaces = own.windows(2).map(|two| space(&two[0], &two[1])).sum::<Option<f32>>();
    let heights = own[1..own.len() - 1].iter().map(blank_height).sum::<Option<f32>>();
    let (Some(spaces), Some(heights)) = (spaces, heights) else {
        return Verdict::unknown(Reason::LookUnstated);
    };
    let space = spaces + heights;
    if range.max.is_none_or(|max| space <= max + SPACE_TOLERANCE) {
        return Verdict::pass();
    }
    let hit = of_space(context, range, pair.1, certainty, space);
    Verdict::fail(blanks.fold(hit, |hit, paragraph| hit.mended(Edit::Remove { paragraph })))
}

/// The height of a blank line in points.
fn blank_height(own: &Paragraph) -> Option<f32> {
    let largest = own.runs.iter().filter_map(|run| run.style.size).fold(0.0, f32::max);
    let single = || own.blank_size.or((largest > 0.0).then_some(largest)).map(|size| size * SINGLE_LINE);
    match own.style.line_spacing? {
        LineSpacing::Multiple(lines) => Some(lines * single()?),
        LineSpacing::Exactly(points) => Some(points),
        LineSpacing::AtLeast(points) => Some(points.max(single()?)),
    }
}

/// A hit on the space above a paragraph.
fn of_space(context: &Context<'_>, range: &Range, below: usize, certainty: Certainty, space: f32) -> Hit {
    let (found, expected) = (number((space * 10.0).round() / 10.0), limits(range));
    let points = |words: &str| format!("{words} pt");
    on_paragraph(context, below, certainty)
        .with_words("property", "khoảng cách đoạn", "space between paragraphs")
        .with_words("found", points(&found.vi), points(&found.en))
        .with_words("expected", points(&expected.vi), points(&expected.en))
}

/// The lower of two neighbours with the space that is lacking or too much, given that above it and none of
/// its own is ever dropped then.
fn spaced(range: &Range, upper: &Paragraph, space: f32) -> ParagraphChange {
    let above = if upper.style.contextual_spacing { 0.0 } else { upper.style.space_after.unwrap_or(0.0) };
    let before = (range.nearest(space) - above).max(0.0);
    ParagraphChange { space_before: Some(before), ..ParagraphChange::default() }
}

/// The space in points between two neighbours: that after the upper and that before the lower one. Between
/// paragraphs of one named style Word drops the space of the one that asks for it.
fn space(upper: &Paragraph, lower: &Paragraph) -> Option<f32> {
    let same_style = upper.style.name.is_some() && upper.style.name == lower.style.name;
    let of = |paragraph: &Paragraph, space: Option<f32>| {
        if paragraph.style.contextual_spacing && same_style { Some(0.0) } else { space }
    };
    Some(of(upper, upper.style.space_after)? + of(lower, lower.style.space_before)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn judge(case: &Case, yaml: &str) -> Verdict {
        let spec: ParagraphCheck = serde_yaml::from_str(yaml).expect("a check");
        let nodes = case.paragraph_nodes();
        case.judge(|context| check(context, &spec, &nodes))
    }

    #[test]
    fn alignment_and_indent_are_judged_and_unknown_is_not() {
        let long = "Nội dung dài hơn một dòng để thấy được hai lề có đều nhau hay không.";
        let mut case = Case::of_text(long);
        assert_eq!(judge(&case, "alignment: [justified]"), Verdict::unknown(Reason::LookUnstated));
        case.draft.paragraphs[0].style.alignment = Some(Alignment::Left);
        case.draft.paragraphs[0].style.indent_first = Some(12.7);
        assert_eq!(
            judge(&case, "alignment: [justified]").hits[0].variables["expected"].vi,
            "canh đều hai lề"
        );
        assert!(judge(&case, "first-line-indent: [10, 12.7]").passes());
        case.draft.paragraphs[0].style.indent_first = Some(0.0);
        assert_eq!(judge(&case, "first-line-indent: [10, 12.7]").hits.len(), 1);
        case.draft.paragraphs[0].style.indent_left = Some(10.0);
        assert_eq!(judge(&case, "first-line-indent: [10, 12.7]").hits.len(), 1, "more than one line");
    }

    #[test]
    fn one_line_may_be_set_in_as_a_whole() {
        let mut case = Case::of_text("Một dòng ngắn.");
        case.draft.paragraphs[0].style.indent_first = Some(0.0);
        case.draft.paragraphs[0].style.indent_left = Some(10.0);
        assert!(judge(&case, "first-line-indent: [10, 12.7]").passes());
        case.draft.paragraphs[0].style.indent_left = Some(11.2);
        assert_eq!(judge(&case, "first-line-indent: [10, 12.7]").hits.len(), 1);
    }

    #[test]
    fn spaces_of_neighbours_add_up() {
        let mut case = Case::of_text("Một.\nHai.");
        for paragraph in &mut case.draft.paragraphs {
            paragraph.style.space_before = Some(3.0);
            paragraph.style.space_after = Some(3.0);
            paragraph.style.name = Some("Normal".to_owned());
        }
        assert!(judge(&case, "space-between: {min: 6}").passes());
        case.draft.paragraphs[0].style.contextual_spacing = true;
        assert_eq!(judge(&case, "space-between: {min: 6}").hits[0].variables["found"].en, "3 pt");
    }

    #[test]
    fn blank_lines_part_what_stands_in_one_cell() {
        let mut case = Case::of_text("Một\n\nHai");
        for paragraph in &mut case.draft.paragraphs {
            paragraph.style.space_before = Some(0.0);
            paragraph.style.space_after = Some(0.0);
            paragraph.style.line_spacing = Some(LineSpacing::Multiple(1.0));
        }
        let told = |case: &Case| judge(case, "space-between: {max: 10}").hits.len();
        assert_eq!(told(&case), 0, "out of a table they may stand apart");
        for paragraph in &mut case.draft.paragraphs {
            paragraph.cell = Some(crate::draft::CellAddress { table: 0, row: 0, column: 0 });
        }
        assert_eq!(told(&case), 0, "nobody knows how high it is");
        case.draft.paragraphs[1].blank_size = Some(13.0);
        assert_eq!(told(&case), 1);
        case.draft.paragraphs[1].blank_size = Some(2.0);
        assert_eq!(told(&case), 0, "nobody sees it");
    }

    #[test]
    fn exact_line_spacing_is_compared_with_the_single_line() {
        let mut case = Case::of_text("Một.");
        case.style(0, |style| style.size = Some(14.0));
        case.draft.paragraphs[0].style.line_spacing = Some(LineSpacing::Exactly(18.0));
        assert!(judge(&case, "line-spacing: {min: 1, max: 1.5}").passes());
        case.draft.paragraphs[0].style.line_spacing = Some(LineSpacing::Exactly(10.0));
        assert_eq!(judge(&case, "line-spacing: {min: 1, max: 1.5}").hits.len(), 1);
    }
}
