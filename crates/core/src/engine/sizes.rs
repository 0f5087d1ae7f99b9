//! Sizes that must move together, seen from one of them.
//!
//! A rule that gives each place a range does not know of the sets that bind several places. Whoever mends a
//! size asks here, so that the repair of one rule is no finding of another one.

use super::check::measure::{main_size, shared_size};
use super::context::Context;
use super::node::Node;
use crate::document::PartKind;
use crate::rulebook::Kind;
use crate::rulebook::check::TogetherCheck;
use crate::rulebook::value::Range;
use crate::text::Span;

/// How far a size in points may be off.
const TOLERANCE: f32 = 0.25;

/// Places whose sizes are bound to each other, as they are in the draft.
pub struct SizeSet {
    /// The places with their sizes in points.
    places: Vec<(Node, f32)>,
    /// The sizes that go with each other.
    rows: Vec<Vec<f32>>,
}

impl SizeSet {
    /// The sets that the rules for the document name, as far as their places are there.
    pub fn all(context: &Context<'_>) -> Vec<Self> {
        let regimes = super::judge::regimes(context.book, context.judged);
        let mut sets = Vec::new();
        for (_, rule) in context.book.rules_of(&regimes) {
            rule.check.visit(&mut |kind| {
                if let Kind::Together(spec) = kind {
                    sets.extend(Self::of(context, spec));
                }
            });
        }
        sets
    }

    fn of(context: &Context<'_>, spec: &TogetherCheck) -> Option<Self> {
        let act = context.document.parts.iter().position(|part| part.kind == PartKind::Act);
        let place = |selector: &crate::rulebook::Selector| {
            let node = context.all(*selector).iter().find(|node| node.part == act).cloned()?;
            let size = main_size(context.draft, &node)?;
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

/// The bodies of the parts with the size that most of their letters have, as far as a rule wants other letters in them to
/// have it too.
pub fn body_sizes(context: &Context<'_>) -> Vec<(Span, f32)> {
    let regimes = super::judge::regimes(context.book, context.judged);
    let mut selectors = Vec::new();
    for (_, rule) in context.book.rules_of(&regimes) {
        rule.check.visit(&mut |kind| {
            if let Kind::SameSize(spec) = kind
                && !selectors.contains(&spec.of)
            {
                selectors.push(spec.of);
            }
        });
    }
    let parts = context.document.parts.iter().enumerate();
    let each = parts.flat_map(|(index, part)| selectors.iter().map(move |selector| (index, part, *selector)));
    each.filter_map(|(index, part, selector)| {
        let places = context.all(selector);
        let own: Vec<&Node> = places.iter().filter(|node| node.part == Some(index)).collect();
        Some((part.body, shared_size(context.draft, &own)?))
    })
    .collect()
}

/// The size within a range for words of another size: the one that the set of their place wants, or that of the text
/// around them, else the nearest.
pub fn size_within(context: &Context<'_>, range: &Range, span: Span, found: f32) -> f32 {
    let sets = context.size_sets().iter().flat_map(|set| set.wanted(span));
    let around = context.body_sizes().iter().filter(|(body, _)| body.covers(span)).map(|(_, size)| *size);
    let mut wanted = sets.chain(around);
    wanted.find(|size| range.holds(*size, TOLERANCE)).unwrap_or_else(|| range.nearest(found))
}
