//! From hits to the places of a finding.

use super::context::Context;
use super::outcome::Hit;
use crate::finding::{Anchor, Place, Role, Side};
use crate::text::Span;

/// The primary places of all hits, in order of the text, then the places that they disagree with, each
/// once.
pub fn places(context: &Context<'_>, hits: &[Hit]) -> Vec<Place> {
    let primary = hits.iter().map(|hit| Place {
        role: Role::Primary,
        anchor: hit.anchor,
        span: span(context, hit),
        address: hit.address.clone().unwrap_or_else(|| context.address(hit.span)),
    });
    let mut others: Vec<Span> = hits.iter().flat_map(|hit| hit.related.iter().copied()).collect();
    for own in &mut others {
        *own = own.whole_letters(&context.draft.text);
    }
    others.sort_unstable();
    others.dedup();
    let related = others.into_iter().map(|span| Place {
        role: Role::Related,
        anchor: Anchor::Words,
        span,
        address: context.address(span),
    });
    primary.chain(related).collect()
}

/// The words of a hit, as far as its anchor has any.
fn span(context: &Context<'_>, hit: &Hit) -> Span {
    let words = |paragraph: usize| {
        context.draft.paragraphs.get(paragraph).map(|own| own.span.trim(&context.draft.text))
    };
    let own = match hit.anchor {
        Anchor::Gap { paragraph, side } => words(paragraph).map(|own| match side {
            Side::Before => Span::at(own.start),
            Side::After => Span::at(own.end),
        }),
        Anchor::Paragraph(paragraph) => words(paragraph),
        Anchor::Words | Anchor::Section(_) | Anchor::HeaderPart(_) | Anchor::Document => None,
    };
    own.unwrap_or(hit.span).whole_letters(&context.draft.text)
}
