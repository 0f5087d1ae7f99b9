//! The selectors that lead into the body of a part: its paragraphs, units and effect clauses.
//!
//! Typography of the body is judged by paragraphs, and not all of them are body text: headings,
//! captions, tables and the closing line have looks of their own, so they are sorted out here, once for
//! all rules.

use super::node::{Handle, Node};
use crate::document::{Part, Unit, UnitKind};
use crate::draft::{Alignment, Draft, Paragraph, Story};
use crate::finding::Certainty;
use crate::rulebook::UnitFacet;
use crate::text::vietnamese::is_capitals;
use crate::text::{Span, Spans};

/// The paragraphs of the body outside tables and text boxes, without blank ones, headings (down to
/// the titled article), captions, the closing line and a form that others fill in.
/// A paragraph is as certain as the unit that holds it: where the unit was guessed, so was the body.
pub fn body_paragraphs(draft: &Draft, part: &Part, index: usize) -> Vec<Node> {
    let headings = headings(part);
    let mut nodes = Vec::new();
    for number in draft.paragraphs_in(part.body) {
        let paragraph = &draft.paragraphs[number];
        let span = paragraph.span;
        let counts = paragraph.story == Story::Body
            && paragraph.cell.is_none()
            && !paragraph.in_text_box
            && part.body.covers(span)
            && !part.blank_form.is_some_and(|form| form.overlaps(span))
            && !span.of(&draft.text).trim().is_empty()
            && !headings.overlap(span)
            && !is_caption(draft, number);
        if counts {
            let mut node = Node::running(draft, vec![span], Some(index), Handle::Paragraph(number));
            let unit = part.unit_at(span.start).map(|unit| &part.units[unit]);
            node.certainty = unit.map_or(Certainty::Certain, |unit| unit.certainty);
            nodes.push(node);
        }
    }
    nodes
}

/// Whether a paragraph is a heading or a caption by its look: all capitals, or set in the middle and
/// no sentence.
fn is_caption(draft: &Draft, index: usize) -> bool {
    let paragraph = &draft.paragraphs[index];
    let words = paragraph.text(draft).trim_end();
    let centred = paragraph.style.alignment == Some(Alignment::Center);
    (centred && !words.ends_with(['.', ';', ':'])) || is_capitals(words)
}

/// The stretches that are headings: labels and titles of the units above the clause. The label of
/// an article without a title stands at the head of a sentence, which is no heading.
fn headings(part: &Part) -> Spans {
    let units = part.units.iter().filter(|unit| {
        unit.kind < UnitKind::Article || (unit.kind == UnitKind::Article && unit.title.is_some())
    });
    let spans = units.map(|unit| unit.title.map_or(unit.label, |title| unit.label.join(title)));
    spans.chain(part.closing.iter().map(|closing| closing.line.span)).collect()
}

/// The units of a kind.
/// In order of the text; `facet` says which words of a unit the node is. A unit without a title has no
/// node for its title.
pub fn units(draft: &Draft, part: &Part, index: usize, kind: UnitKind, facet: UnitFacet) -> Vec<Node> {
    let own = part.units.iter().enumerate().filter(|(_, unit)| unit.kind == kind);
    own.filter_map(|(number, unit)| {
        let span = match facet {
            UnitFacet::Heading => heading(draft, unit),
            UnitFacet::Label => unit.label,
            UnitFacet::Title => unit.title?,
            UnitFacet::Name => name(draft, unit)?,
            UnitFacet::Sentence => sentence(draft, unit)?,
        };
        let certainty = match facet {
            UnitFacet::Title => unit.certainty.min(unit.title_certainty),
            UnitFacet::Heading | UnitFacet::Label | UnitFacet::Name | UnitFacet::Sentence => unit.certainty,
        };
        let mut node = Node::stretch(draft, span, certainty, index, Handle::Unit(number));
        if facet == UnitFacet::Label {
            // An automatic label is not part of the text, but it is what the reader sees.
            node.value.clone_from(&unit.label_text);
        } else {
            node.lines = lines(draft, span);
        }
        Some(node)
    })
    .collect()
}

/// Label and title; without a title, the line of the label.
fn heading(draft: &Draft, unit: &Unit) -> Span {
    if let Some(title) = unit.title {
        return unit.label.join(title);
    }
    let paragraph = draft.paragraph_at(unit.label.start).map(|index| draft.paragraphs[index].span);
    paragraph.map_or(unit.label, |paragraph| unit.label.join(Span::new(unit.label.end, paragraph.end)))
}

/// The only paragraph of a unit.
fn sentence(draft: &Draft, unit: &Unit) -> Option<Span> {
    let index = draft.paragraph_at(unit.label.start)?;
    below(draft, unit, index).is_none().then(|| draft.paragraphs[index].span.trim(&draft.text))
}

/// The first paragraph with words that a unit has below the paragraph of its label.
fn below<'a>(draft: &'a Draft, unit: &Unit, index: usize) -> Option<&'a Paragraph> {
    let mut below = draft.paragraphs[index + 1..].iter().take_while(|own| own.span.end <= unit.span.end);
    below.find(|own| !own.text(draft).trim().is_empty())
}

/// The line of a unit that is its name by sense: a few words behind the label, without a mark at their end, and text
/// of the unit in paragraphs of their own below. Above a list a name and a sentence that lacks its colon are told
/// apart by their length.
fn name(draft: &Draft, unit: &Unit) -> Option<Span> {
    /// Words of the longest name above a paragraph that begins with a capital, and above a list.
    const LONGEST: (usize, usize) = (14, 9);
    let index = draft.paragraph_at(unit.label.start)?;
    let line = draft.paragraphs[index].span.trim(&draft.text);
    let words = Span::new(unit.label.end.max(line.start), line.end).trim(&draft.text).of(&draft.text);
    let next = below(draft, unit, index)?;
    if next.cell.is_some() || next.story != Story::Body || words.contains(['\n', '\t']) {
        return None;
    }
    let is_list =
        next.label.is_some() || next.text(draft).trim().starts_with(|letter: char| !letter.is_uppercase());
    let longest = if is_list { LONGEST.1 } else { LONGEST.0 };
    let count = words.split_whitespace().count();
    let is_name = (1..=longest).contains(&count)
        && words.starts_with(char::is_uppercase)
        && words.ends_with(|letter: char| letter.is_alphanumeric() || letter == ')');
    is_name.then_some(line)
}

/// The lines of a stretch, one for each paragraph.
/// Cut to the stretch at both ends; an empty stretch is its own only line.
fn lines(draft: &Draft, span: Span) -> Vec<Span> {
    let each = draft.paragraphs_in(span).map(|index| draft.paragraphs[index].span);
    let lines: Vec<Span> = each
        .map(|own| Span::new(own.start.max(span.start), own.end.min(span.end)))
        .filter(|line| !line.is_empty())
        .collect();
    if lines.is_empty() { vec![span] } else { lines }
}

/// The clauses on the effect.
pub fn effects(draft: &Draft, part: &Part, index: usize) -> Vec<Node> {
    let each = part.effects.iter().enumerate();
    each.map(|(number, effect)| {
        Node::stretch(draft, effect.span, Certainty::Certain, index, Handle::Effect(number))
    })
    .collect()
}
