//! `page`: the paper and the margins of each section.
//!
//! All lengths are millimetres. Width and height are compared as those of an upright sheet: a page that
//! lies is the same paper, and whether it may lie is a question of its own (`orientation`).

use super::measure::{length, limits};
use crate::document::{Address, PartKind};
use crate::draft::{Orientation, PageSection, Paragraph, Story};
use crate::edit::{Edit, PageChange};
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Anchor, Certainty, Reason, Words};
use crate::rulebook::check::{Excuse, PageCheck};
use crate::rulebook::value::Range;
use crate::text::Span;

/// How far a length in mm may be off unless the rule says otherwise.
/// Word keeps lengths in twentieths of a point and shows them in rounded centimetres or inches, so that
/// the same margin comes back a little off.
const TOLERANCE: f32 = 0.5;

/// Each section is as the rule says; a source without pages cannot tell.
pub fn check(context: &Context<'_>, spec: &PageCheck, nodes: &[Node]) -> Verdict {
    if context.draft.sections.is_empty() {
        return Verdict::unknown(Reason::NoPages);
    }
    let sections = nodes.iter().filter_map(|node| match node.handle {
        Handle::PageSection(index) => context.draft.sections.get(index).map(|section| (index, section)),
        _ => None,
    });
    sections.map(|(index, section)| of_section(context, spec, index, section)).collect()
}

/// All that is wrong with one section, at the first words of its page. A length that the source does
/// not state leaves the check open for that length alone.
fn of_section(context: &Context<'_>, spec: &PageCheck, index: usize, section: &PageSection) -> Verdict {
    let start = first_of(context, index);
    let place =
        start.map_or(Span::at(section.span.start), |paragraph| paragraph.span.trim(&context.draft.text));
    let lying = is_lying(section);
    let tolerance = spec.tolerance.unwrap_or(TOLERANCE);
    let mut verdict = Verdict::pass();
    let mut judge = |property: (&str, &str), range: Range, found: Option<f32>, mend: Mend| match found {
        None => verdict.unknown |= Reason::LookUnstated,
        Some(found) if range.holds(found, tolerance) => {}
        Some(found) => {
            // Several wrong lengths of a page are one finding, so each says what it is the length of.
            let millimetres = |words: Words| {
                (format!("{} {} mm", property.0, words.vi), format!("{} {} mm", property.1, words.en))
            };
            let change = mend(range.nearest(found), lying, section);
            let (found, expected) = (millimetres(length(found)), millimetres(limits(&range)));
            verdict.hits.push(
                on_page(Hit::new(place, Certainty::Certain), context, index)
                    .with_words("property", property.0, property.1)
                    .with_words("found", found.0, found.1)
                    .with_words("expected", expected.0, expected.1)
                    .mended(Edit::Page { section: index, change }),
            );
        }
    };
    let (width, height) =
        if lying { (section.height, section.width) } else { (section.width, section.height) };
    let exactly = |value: f32| Range { min: Some(value), max: Some(value) };
    if let Some(wanted) = spec.width {
        judge(("chiều rộng trang", "page width"), exactly(wanted), width, |length, lying, _| {
            let (width, height) = if lying { (None, Some(length)) } else { (Some(length), None) };
            PageChange { width, height, ..PageChange::default() }
        });
    }
    if let Some(wanted) = spec.height {
        judge(("chiều cao trang", "page height"), exactly(wanted), height, |length, lying, _| {
            let (width, height) = if lying { (Some(length), None) } else { (None, Some(length)) };
            PageChange { width, height, ..PageChange::default() }
        });
    }
    // A lying page is bound along another edge, for which the law gives no lengths.
    if let Some(wanted) = spec.margins.as_ref().filter(|_| !lying) {
        for (property, range, found, mend) in margins(wanted, section) {
            judge(property, range, found, mend);
        }
    }
    verdict.add(orientation(context, spec, (index, section), place, lying));
    verdict.hits = one_for_each_place(verdict.hits);
    verdict
}

/// The change that gives a side of the page the length in mm that it should have; whether the page lies, and
/// how it is.
type Mend = fn(f32, bool, &PageSection) -> PageChange;

/// A margin: what people call it (Vietnamese, English), the range in mm that the rule wants, the length
/// in mm that was found, and what sets it.
type Margin = ((&'static str, &'static str), Range, Option<f32>, Mend);

/// The margins that the rule speaks of, each as the reader sees it on paper: the gutter for the binding
/// belongs to the side it lies on.
fn margins(wanted: &crate::rulebook::check::MarginRanges, section: &PageSection) -> Vec<Margin> {
    let own = &section.margins;
    let (on_top, on_left) = if own.gutter_at_top { (own.gutter, 0.0) } else { (0.0, own.gutter) };
    let side = |name, range: Option<Range>, found, mend: Mend| Some((name, range?, found, mend));
    let sides: [Option<Margin>; 4] = [
        side(("lề trên", "top margin"), wanted.top, own.top.map(|top| top + on_top), |length, _, page| {
            let gutter = if page.margins.gutter_at_top { page.margins.gutter } else { 0.0 };
            PageChange { top: Some((length - gutter).max(0.0)), ..PageChange::default() }
        }),
        side(("lề dưới", "bottom margin"), wanted.bottom, own.bottom, |length, _, _| PageChange {
            bottom: Some(length),
            ..PageChange::default()
        }),
        side(
            ("lề trái", "left margin"),
            wanted.left,
            own.left.map(|left| left + on_left),
            |length, _, page| {
                let gutter = if page.margins.gutter_at_top { 0.0 } else { page.margins.gutter };
                PageChange { left: Some((length - gutter).max(0.0)), ..PageChange::default() }
            },
        ),
        side(("lề phải", "right margin"), wanted.right, own.right, |length, _, _| PageChange {
            right: Some(length),
            ..PageChange::default()
        }),
    ];
    sides.into_iter().flatten().collect()
}

/// Whether the page is wider than high. The sides are what is printed, so the stated
/// orientation counts only where a side is unknown.
fn is_lying(section: &PageSection) -> bool {
    match (section.width, section.height) {
        (Some(width), Some(height)) => width > height,
        _ => section.orientation == Some(Orientation::Landscape),
    }
}

/// The orientation, unless the rule excuses the section: a broad table may need a lying page.
fn orientation(
    context: &Context<'_>,
    spec: &PageCheck,
    (index, section): (usize, &PageSection),
    place: Span,
    lying: bool,
) -> Verdict {
    let Some(wanted) = spec.orientation else { return Verdict::pass() };
    if (wanted == Orientation::Landscape) == lying
        || spec.unless.iter().any(|excuse| excused(context, *excuse, section))
    {
        return Verdict::pass();
    }
    let say = |lying: bool| if lying { ("trang ngang", "landscape") } else { ("trang dọc", "portrait") };
    let (found, expected) = (say(lying), say(!lying));
    Verdict::fail(
        on_page(Hit::new(place, Certainty::Certain), context, index)
            .with_words("property", "hướng trang", "orientation")
            .with_words("found", found.0, found.1)
            .with_words("expected", expected.0, expected.1)
            .mended(Edit::Page { section: index, change: turned(section, wanted) }),
    )
}

/// The page turned round: its sides change places.
fn turned(section: &PageSection, wanted: Orientation) -> PageChange {
    PageChange {
        width: section.height,
        height: section.width,
        orientation: Some(wanted),
        ..PageChange::default()
    }
}

/// Places a hit at a page instead of at words: the numbers of pages are told only where there are
/// several sections.
fn on_page(hit: Hit, context: &Context<'_>, index: usize) -> Hit {
    hit.anchored(Anchor::Section(index)).placed(Address::pages(index + 1, context.draft.sections.len() > 1))
}

/// Whether an excuse of the rule holds for the section: it has a table, or part of an appendix, on it.
fn excused(context: &Context<'_>, excuse: Excuse, section: &PageSection) -> bool {
    match excuse {
        Excuse::Table => {
            let in_section = |span: Span| section.span.start <= span.start && span.start <= section.span.end;
            let layout = context.tables_of_layout();
            let paragraphs = &context.draft.paragraphs;
            let first = paragraphs.partition_point(|paragraph| paragraph.span.start < section.span.start);
            let own = paragraphs[first..].iter().take_while(|paragraph| in_section(paragraph.span));
            let mut tables = own.filter_map(|paragraph| paragraph.cell).map(|cell| cell.table);
            tables.any(|table| !layout.contains(&table))
        }
        Excuse::Appendix => {
            let parts = &context.document.parts;
            let first = parts.partition_point(|part| part.span.end <= section.span.start);
            let mut own = parts[first..].iter().take_while(|part| part.span.start < section.span.end);
            own.any(|part| part.kind == PartKind::Appendix && part.span.overlaps(section.span))
        }
    }
}

/// The first paragraph of a section. The paragraphs of the body come first, section by section.
fn first_of<'a>(context: &Context<'a>, section: usize) -> Option<&'a Paragraph> {
    let all = &context.draft.paragraphs;
    let body = &all[..all.partition_point(|own| own.story == Story::Body)];
    body.get(body.partition_point(|own| own.section < section)).filter(|own| own.section == section)
}

/// What is wrong with one page is told at once.
/// Each variable of the message becomes a list, in the order in which the lengths were judged, so that
/// the lists of properties, of what was found and of what is right stay in step.
fn one_for_each_place(hits: Vec<Hit>) -> Vec<Hit> {
    let mut joined: Option<Hit> = None;
    for mut hit in hits {
        match &mut joined {
            None => joined = Some(hit),
            Some(first) => {
                first.take_edits(&mut hit);
                for (name, words) in hit.variables {
                    let known = first.variables.entry(name).or_default();
                    known.vi = format!("{}, {}", known.vi, words.vi);
                    known.en = format!("{}, {}", known.en, words.en);
                }
            }
        }
    }
    joined.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    const SPEC: &str = "{width: 210, height: 297, orientation: portrait, unless: [table], margins: {left: {min: 30, max: 35}}}";

    fn judge(case: &Case) -> Verdict {
        let spec: PageCheck = serde_yaml::from_str(SPEC).expect("a check");
        let nodes = case.nodes(crate::rulebook::Selector::PageSection);
        case.judge(|context| check(context, &spec, &nodes))
    }

    #[test]
    fn an_upright_a4_page_passes_and_the_gutter_counts() {
        let mut case = Case::of_text("Nội dung");
        assert_eq!(judge(&case), Verdict::unknown(Reason::NoPages), "no pages are known");
        case.add_section(210.0, 297.0);
        case.draft.sections[0].margins.left = Some(20.0);
        assert_eq!(judge(&case).hits[0].variables["property"].vi, "lề trái");
        case.draft.sections[0].margins.gutter = 10.0;
        assert!(judge(&case).passes());
    }

    #[test]
    fn a_lying_page_needs_a_table() {
        let mut case = Case::of_text("Nội dung");
        case.add_section(297.0, 210.0);
        assert_eq!(judge(&case).hits[0].variables["found"].vi, "trang ngang");
        case.draft.paragraphs[0].cell = Some(crate::draft::CellAddress { table: 0, row: 0, column: 0 });
        assert!(judge(&case).passes());
    }
}
