//! Sizes that must move together, seen from one of them.
//!
//! A rule that gives each place a range does not know of the sets that bind several places. Whoever mends a
//! size asks here, so that the repair of one rule is no finding of another one.

use super::check::measure::{main_size, shared_size};
use super::node::Node;
use crate::document::{Document, PartKind};
use crate::draft::Draft;
use crate::rulebook::check::TogetherCheck;
use crate::rulebook::value::Range;
use crate::rulebook::{Kind, Rule, Selector};
use crate::text::Span;
use std::rc::Rc;

/// How far a size in points may be off.
const TOLERANCE: f32 = 0.25;

/// A draft, and where in it a selector looks.
#[derive(Clone, Copy)]
pub struct Places<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// The document in it.
    pub document: &'a Document,
    /// The nodes of a selector in the whole file.
    pub all: &'a dyn Fn(Selector) -> Rc<[Node]>,
}

/// The sizes of a draft that rules bind.
pub struct Sizes {
    /// Those that must move together.
    sets: Vec<SizeSet>,
    /// The bodies with the size of their text, where a rule wants one size.
    bodies: Vec<(Span, f32)>,
}

impl Sizes {
    /// What the rules bind, as far as its places are there.
    pub fn of<'r>(rules: impl Iterator<Item = &'r Rule>, places: Places<'_>) -> Self {
        let (mut sets, mut selectors) = (Vec::new(), Vec::new());
        for rule in rules {
            rule.check.visit(&mut |kind| match kind {
                Kind::Together(spec) => sets.extend(SizeSet::of(places, spec)),
                Kind::SameSize(spec) if !selectors.contains(&spec.of) => selectors.push(spec.of),
                _ => {}
            });
        }
        Self { sets, bodies: body_sizes(&selectors, places) }
    }

    /// The size within a range for words of another size: the one that the set of their place wants, or that of the
    /// body around them, else the nearest.
    pub fn within(&self, range: &Range, span: Span, found: f32) -> f32 {
        let sets = self.sets.iter().flat_map(|set| set.wanted(span));
        let around = self.bodies.iter().filter(|(body, _)| body.covers(span)).map(|(_, size)| *size);
        let mut wanted = sets.chain(around);
        wanted.find(|size| range.holds(*size, TOLERANCE)).unwrap_or_else(|| range.nearest(found))
    }
}

/// Places whose sizes are bound to each other, as they are in the draft.
struct SizeSet {
    /// The places with their sizes in points.
    places: Vec<(Node, f32)>,
    /// The sizes that go with each other.
    rows: Vec<Vec<f32>>,
}

impl SizeSet {
    fn of(places: Places<'_>, spec: &TogetherCheck) -> Option<Self> {
        let act = places.document.parts.iter().position(|part| part.kind == PartKind::Act);
        let place = |selector: &Selector| {
            let node = (places.all)(*selector).iter().find(|node| node.part == act).cloned()?;
            let size = main_size(places.draft, &node)?;
            Some((node, size))
        };
        let places = spec.of.iter().map(place).collect::<Option<Vec<_>>>()?;
        Some(Self { places, rows: spec.sizes.clone() })
    }

    /// The size of a place by the row that the others follow.
    fn wanted(&self, span: Span) -> impl Iterator<Item = f32> {
        let own = self.places.iter().position(|(node, _)| node.span.overlaps(span));
        let rows = own.into_iter().flat_map(|own| self.rows.iter().map(move |row| (own, row)));
        let fits = |(own, row): &(usize, &Vec<f32>)| {
            let mut others = row.iter().zip(&self.places).enumerate().filter(|(index, _)| index != own);
            others.all(|(_, (wanted, (_, found)))| (wanted - found).abs() <= TOLERANCE)
        };
        rows.filter(fits).filter_map(|(own, row)| row.get(own).copied())
    }
}

/// The bodies of the parts with the size that most of their letters have, as far as a rule wants other letters in them
/// to have it too.
fn body_sizes(selectors: &[Selector], places: Places<'_>) -> Vec<(Span, f32)> {
    let parts = places.document.parts.iter().enumerate();
    let each = parts.flat_map(|(index, part)| selectors.iter().map(move |selector| (index, part, *selector)));
    each.filter_map(|(index, part, selector)| {
        let nodes = (places.all)(selector);
        let own: Vec<&Node> = nodes.iter().filter(|node| node.part == Some(index)).collect();
        Some((part.body, shared_size(places.draft, &own)?))
    })
    .collect()
}
