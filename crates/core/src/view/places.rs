//! Where each paragraph belongs: its part, its unit, its component.

use super::{Side, UnitView, Zone};
use crate::document::{ComponentKind, Document, Part, Unit};
use crate::draft::Draft;
use crate::text::Span;
use std::collections::{BTreeSet, HashMap};

/// Where a paragraph belongs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place<'a> {
    /// Index of the innermost part that holds its beginning.
    pub part: Option<usize>,
    /// The innermost unit that holds its beginning.
    pub unit: Option<UnitView<'a>>,
    /// The first component in it.
    pub component: Option<ComponentKind>,
}

/// The places of all paragraphs, found in one walk along them.
pub fn places<'a>(draft: &Draft, document: &'a Document) -> Vec<Place<'a>> {
    let components = components(draft, document);
    let mut parts = Stretches::new(document.parts.iter().map(|part| (part.span.start, part.span.end + 1)));
    let mut units: Vec<Units<'a>> = document.parts.iter().map(Units::new).collect();
    let each = draft.paragraphs.iter().enumerate().map(|(index, paragraph)| {
        let part = parts.last_at(paragraph.span.start);
        let unit = part.and_then(|part| units[part].at(paragraph.span));
        Place { part, unit, component: components.get(&index).copied() }
    });
    each.collect()
}

/// The first component of each paragraph.
fn components(draft: &Draft, document: &Document) -> HashMap<usize, ComponentKind> {
    let mut found: HashMap<usize, (usize, ComponentKind)> = HashMap::new();
    for part in &document.parts {
        for kind in ComponentKind::ALL {
            for (_, component) in part.each(*kind) {
                for line in &component.lines {
                    for paragraph in draft.paragraphs_in(*line) {
                        let first = found.entry(paragraph).or_insert((line.start, *kind));
                        if line.start < first.0 {
                            *first = (line.start, *kind);
                        }
                    }
                }
            }
        }
    }
    found.into_iter().map(|(paragraph, (_, kind))| (paragraph, kind)).collect()
}

/// The side of a component that is set beside another one.
pub const fn side(component: ComponentKind) -> Option<Side> {
    use ComponentKind as Kind;
    match component {
        Kind::ParentOrgan
        | Kind::Organ
        | Kind::NumberLine
        | Kind::Subject
        | Kind::RecipientsLabel
        | Kind::Recipient => Some(Side::Left),
        Kind::NationalName | Kind::Motto | Kind::PlaceDate | Kind::SignatureLine | Kind::SignatureName => {
            Some(Side::Right)
        }
        _ => None,
    }
}

/// The zone of some paragraphs of a part.
pub fn zone(part: &Part, span: Span) -> Zone {
    let recipients = part
        .recipients
        .as_ref()
        .map(|own| own.items.last().map_or(own.label.span, |last| own.label.span.join(last.span)));
    let mut closing = part.signatures.iter().map(|own| own.span).chain(recipients);
    if closing.any(|own| own.overlaps(span)) {
        return Zone::Closing;
    }
    if part.body.contains(span.start) {
        return Zone::Body;
    }
    if span.start >= part.body.end {
        return Zone::Closing;
    }
    let preamble = &part.preamble;
    let bases = preamble.bases.iter().map(|basis| &basis.line);
    let others = [&preamble.competence, &preamble.proposal, &preamble.sentence, &preamble.words];
    let starts = bases.chain(others.into_iter().flatten()).map(|component| component.span.start);
    let first = starts.min();
    if first.is_some_and(|first| first < span.end.max(span.start + 1)) { Zone::Preamble } else { Zone::Head }
}

/// Stretches that are asked for from left to right.
struct Stretches {
    /// Start, end and index, the first one last.
    coming: Vec<(usize, usize, usize)>,
    /// Index and end of those that have begun.
    open: BTreeSet<(usize, usize)>,
}

impl Stretches {
    fn new(stretches: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut coming: Vec<_> =
            stretches.enumerate().map(|(index, (start, end))| (start, end, index)).collect();
        coming.sort_unstable_by(|one, other| other.cmp(one));
        Self { coming, open: BTreeSet::new() }
    }

    /// The last of those that hold an offset.
    fn last_at(&mut self, offset: usize) -> Option<usize> {
        while let Some((_, end, index)) = self.coming.pop_if(|next| next.0 <= offset) {
            self.open.insert((index, end));
        }
        while self.open.last().is_some_and(|(_, end)| *end <= offset) {
            self.open.pop_last();
        }
        self.open.last().map(|(index, _)| *index)
    }
}

/// The units of a part, asked for from left to right.
struct Units<'a> {
    all: &'a [Unit],
    /// How many units hold each.
    levels: Vec<usize>,
    /// Index of those to come, the first one last.
    coming: Vec<usize>,
    /// Those that have begun, the innermost last.
    open: Vec<usize>,
}

impl<'a> Units<'a> {
    fn new(part: &'a Part) -> Self {
        let units = &part.units;
        let mut levels: Vec<usize> = Vec::with_capacity(units.len());
        for (index, unit) in units.iter().enumerate() {
            let parent = unit.parent.filter(|parent| *parent < index);
            levels.push(parent.map_or(0, |parent| levels[parent] + 1));
        }
        let mut coming: Vec<usize> = (0..units.len()).collect();
        coming.sort_by_key(|index| std::cmp::Reverse((units[*index].span.start, *index)));
        Self { all: units, levels, coming, open: Vec::new() }
    }

    /// The innermost unit at the first words of a paragraph.
    fn at(&mut self, paragraph: Span) -> Option<UnitView<'a>> {
        // The label may stand behind blanks.
        let holds = |unit: &Unit| unit.span.start <= paragraph.start || paragraph.covers(unit.label);
        while let Some(index) = self.coming.pop_if(|index| holds(&self.all[*index])) {
            self.open.push(index);
        }
        while self.open.last().is_some_and(|index| self.all[*index].span.end <= paragraph.start) {
            self.open.pop();
        }
        let index = *self.open.last()?;
        let unit = &self.all[index];
        let begins = paragraph.start <= unit.span.start && unit.span.start <= paragraph.end;
        let level = self.levels[index];
        let heading = unit.title.map_or(unit.label, |title| unit.label.join(title));
        // What follows the heading in its paragraph is a mark at most.
        let is_heading = paragraph.overlaps(heading) && paragraph.end <= heading.end + 1;
        Some(UnitView { index, kind: unit.kind, number: &unit.number, level, begins, is_heading })
    }
}
