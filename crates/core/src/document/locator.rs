//! From a place of the text to its address, however many parts, components and units there are.

use super::address::{Address, Step};
use super::{ComponentKind, Document, Part, UnitKind};
use crate::draft::{Draft, Story};
use crate::text::Span;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Finds addresses in one document. A rule may find something in every paragraph, so each search takes
/// no more than the logarithm of what was recognized.
#[derive(Debug)]
pub struct Locator<'a> {
    draft: &'a Draft,
    document: &'a Document,
    /// The later of two parts is the inner one.
    parts: Layers<Reverse<usize>>,
    inside: Vec<Inside>,
}

/// What a part holds.
#[derive(Debug)]
struct Inside {
    /// Components by kind and number, for words.
    components: Layers<(usize, usize)>,
    /// The same for an empty span, which may stand at the end of a component.
    component_ends: Layers<(usize, usize)>,
    /// The smallest kind, then the last unit, is the innermost one.
    units: Layers<(Reverse<UnitKind>, Reverse<usize>)>,
}

impl<'a> Locator<'a> {
    /// Prepares a document for searches.
    pub fn new(draft: &'a Draft, document: &'a Document) -> Self {
        let each = document.parts.iter().enumerate();
        let parts = each.map(|(index, part)| (part.span.start, part.span.end + 1, Reverse(index)));
        Self {
            draft,
            document,
            parts: Layers::new(parts.collect()),
            inside: document.parts.iter().map(Inside::new).collect(),
        }
    }

    /// The address of a span: that of its first word.
    pub fn at(&self, span: Span) -> Address {
        let paragraph = self.draft.paragraph_at(span.start);
        let story = paragraph.map_or(Story::Body, |index| self.draft.paragraphs[index].story);
        match story {
            Story::Header => return Address::of(vec![Step::PageHeader]),
            Story::Footer => return Address::of(vec![Step::PageFooter]),
            Story::Note => return Address::of(vec![Step::Footnote]),
            Story::Body => {}
        }
        let index = self.parts.at(span.start).map(|Reverse(index)| index);
        let mut steps = Vec::new();
        if let Some(index) = index {
            let (part, inside) = (&self.document.parts[index], &self.inside[index]);
            steps.extend(Step::part(part));
            if let Some(component) = inside.component(span) {
                steps.push(component);
                return Address::of(steps);
            }
            steps.extend(inside.chain(part, span.start));
        }
        let in_unit = matches!(steps.last(), Some(Step::Unit(..)));
        steps.extend(paragraph.and_then(|index| self.draft.paragraphs[index].cell).map(Step::Cell));
        if !in_unit {
            steps.push(Step::Paragraph(paragraph.map_or(1, |index| index + 1)));
        }
        Address::of(steps)
    }
}

impl Inside {
    fn new(part: &Part) -> Self {
        let mut filled = Vec::new();
        for (rank, kind) in ComponentKind::ALL.iter().enumerate().filter(|(_, kind)| kind.place().is_some()) {
            filled.extend(part.each(*kind).map(|(number, component)| {
                // Between the lines of a signature, and above its name, is the signature too.
                let whole = match kind {
                    ComponentKind::SignatureLine => part.signatures.get(number).map(|own| own.span),
                    _ => None,
                };
                let span = whole.unwrap_or(component.span);
                (span.start, span.end, (rank, number))
            }));
        }
        let ends = filled.iter().map(|(start, end, rank)| (*start, end + 1, *rank)).collect();
        let units = part.units.iter().enumerate();
        let units =
            units.map(|(index, unit)| (unit.span.start, unit.span.end, (Reverse(unit.kind), Reverse(index))));
        Self {
            units: Layers::new(units.collect()),
            components: Layers::new(filled),
            component_ends: Layers::new(ends),
        }
    }

    /// The component in which a span starts.
    fn component(&self, span: Span) -> Option<Step> {
        let layers = if span.is_empty() { &self.component_ends } else { &self.components };
        let (rank, number) = layers.at(span.start)?;
        Some(Step::Component(*ComponentKind::ALL.get(rank)?, number + 1))
    }

    /// The units that hold an offset, from large to small. An article is known without its chapter.
    fn chain(&self, part: &Part, offset: usize) -> Vec<Step> {
        let mut chain = Vec::new();
        let mut next = self.units.at(offset).map(|(_, Reverse(index))| index);
        while let Some(unit) = next.and_then(|index| part.units.get(index)) {
            chain.push(Step::Unit(unit.kind, unit.number.clone()));
            next = if unit.kind == UnitKind::Article { None } else { unit.parent };
        }
        chain.reverse();
        chain
    }
}

/// Stretches that lie over each other, ready to be asked which is the first in rank at an offset.
#[derive(Debug)]
struct Layers<T> {
    /// From where on which one is the first, until the next entry.
    firsts: Vec<(usize, Option<T>)>,
}

impl<T: Copy + Ord> Layers<T> {
    /// Of stretches with start, end (exclusive) and rank.
    fn new(stretches: Vec<(usize, usize, T)>) -> Self {
        let filled = stretches.into_iter().filter(|(start, end, _)| start < end);
        let mut edges: Vec<(usize, bool, T)> =
            filled.flat_map(|(start, end, rank)| [(start, true, rank), (end, false, rank)]).collect();
        edges.sort_unstable();
        let mut open = BTreeSet::new();
        let mut firsts: Vec<(usize, Option<T>)> = Vec::new();
        for (offset, begins, rank) in edges {
            if begins {
                open.insert(rank);
            } else {
                open.remove(&rank);
            }
            let first = open.first().copied();
            match firsts.last_mut() {
                Some(last) if last.0 == offset => last.1 = first,
                _ => firsts.push((offset, first)),
            }
        }
        Self { firsts }
    }

    fn at(&self, offset: usize) -> Option<T> {
        let after = self.firsts.partition_point(|(start, _)| *start <= offset);
        self.firsts.get(after.checked_sub(1)?)?.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn layers_say_what_a_search_through_all_says(
            stretches in prop::collection::vec((0usize..40, 0usize..12), 0..20),
            offset in 0usize..60,
        ) {
            let ranked: Vec<(usize, usize, usize)> =
                stretches.iter().enumerate().map(|(rank, (start, len))| (*start, start + len, rank)).collect();
            let holds = |(start, end, _): &&(usize, usize, usize)| *start <= offset && offset < *end;
            let expected = ranked.iter().find(holds).map(|(_, _, rank)| *rank);
            prop_assert_eq!(Layers::new(ranked.clone()).at(offset), expected);
        }
    }
}
