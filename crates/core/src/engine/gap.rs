//! Where what is missing would stand, as far as the order of components tells.

use super::context::Context;
use crate::document::{ComponentKind, Part, UnitKind};
use crate::draft::Story;
use crate::finding::{Anchor, Side};
use crate::rulebook::{HeaderField, Selector};
use crate::text::Span;

/// Where a part that lacks what the selector leads to would have it; the document where nothing tells.
pub fn gap(context: &Context<'_>, part: &Part, selector: Selector) -> Anchor {
    let found = match home(selector) {
        Home::Component(kind) => beside_neighbours(context, part, kind),
        Home::Line(kind) => match last_of(context, part, kind) {
            Some(line) => Some(Anchor::Paragraph(line)),
            None => beside_neighbours(context, part, kind),
        },
        Home::EndOfBody => end_of_body(context, part).map(after),
        Home::LastLine => {
            let closing = last_of(context, part, ComponentKind::Closing);
            closing.or_else(|| end_of_body(context, part)).map(Anchor::Paragraph)
        }
        Home::Unknown => None,
    };
    found.unwrap_or(Anchor::Document)
}

/// What has to be found first.
enum Home {
    /// Between the components of its like.
    Component(ComponentKind),
    /// Within the line of a component, or where that line would be.
    Line(ComponentKind),
    /// Behind the last article, or the last paragraph of the body.
    EndOfBody,
    /// On the last line of the text.
    LastLine,
    /// Anywhere.
    Unknown,
}

fn home(selector: Selector) -> Home {
    match selector {
        Selector::EndMark => Home::LastLine,
        // A mark stands wherever there is room.
        Selector::Header(HeaderField::Mark) => Home::Unknown,
        Selector::Header(HeaderField::Number | HeaderField::Symbol) => Home::Line(ComponentKind::NumberLine),
        Selector::Header(HeaderField::Place | HeaderField::Date) => Home::Line(ComponentKind::PlaceDate),
        Selector::AttributionNumber | Selector::AttributionDate => Home::Line(ComponentKind::Attribution),
        Selector::BasisLast => Home::Component(ComponentKind::Basis),
        Selector::PreambleLast => Home::Component(ComponentKind::Proposal),
        Selector::Signature | Selector::SignatureCapacity | Selector::SignaturePosition => {
            Home::Component(ComponentKind::SignatureLine)
        }
        Selector::RecipientsFirst | Selector::RecipientsArchive => Home::Component(ComponentKind::Recipient),
        Selector::Effect | Selector::Unit(..) | Selector::Body | Selector::BodyParagraph => Home::EndOfBody,
        _ => ComponentKind::selected_by(selector).map_or(Home::Unknown, Home::Component),
    }
}

/// The components among which one has a fixed place. Those of a header stand in two columns: what comes
/// before in one tells nothing of the other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Left,
    Right,
    AboveBody,
    BelowBody,
}

fn row(kind: ComponentKind) -> Option<Row> {
    use ComponentKind::{Mark, Motto, NationalName, NumberLine, Organ, ParentOrgan, PlaceDate, Subject};
    match kind {
        ParentOrgan | Organ | NumberLine | Subject => Some(Row::Left),
        NationalName | Motto | PlaceDate => Some(Row::Right),
        Mark => None,
        _ if kind.is_after_body() => Some(Row::BelowBody),
        _ => Some(Row::AboveBody),
    }
}

/// Behind the nearest component that comes before it (its like included), else before the nearest one that
/// comes behind it, else at the edge of the body.
fn beside_neighbours(context: &Context<'_>, part: &Part, kind: ComponentKind) -> Option<Anchor> {
    let own = row(kind)?;
    let at = ComponentKind::ALL.iter().position(|other| *other == kind)?;
    let (upper, lower) = ComponentKind::ALL.split_at(at + 1);
    let in_row = |other: &&ComponentKind| row(**other) == Some(own);
    let above = || upper.iter().rev().filter(in_row).find_map(|other| last_of(context, part, *other));
    let below = || lower.iter().filter(in_row).find_map(|other| first_of(context, part, *other));
    match own {
        // Recipients may stand beside the signature, so that what comes behind tells nothing.
        Row::BelowBody => above().or_else(|| end_of_body(context, part)).map(after),
        Row::AboveBody => {
            let next = || below().or_else(|| body(context, part).next()).map(before);
            above().map(after).or_else(next)
        }
        Row::Left | Row::Right => above().map(after).or_else(|| below().map(before)),
    }
}

const fn after(paragraph: usize) -> Anchor {
    Anchor::Gap { paragraph, side: Side::After }
}

const fn before(paragraph: usize) -> Anchor {
    Anchor::Gap { paragraph, side: Side::Before }
}

fn first_of(context: &Context<'_>, part: &Part, kind: ComponentKind) -> Option<usize> {
    let (_, component) = part.each(kind).next()?;
    context.draft.paragraph_at(component.span.start)
}

fn last_of(context: &Context<'_>, part: &Part, kind: ComponentKind) -> Option<usize> {
    let (_, component) = part.each(kind).last()?;
    context.draft.paragraph_at(component.span.end)
}

/// The paragraphs of the body that are not blank.
fn body<'c>(context: &'c Context<'_>, part: &Part) -> impl Iterator<Item = usize> + 'c {
    filled(context, part.body)
}

fn filled<'c>(context: &'c Context<'_>, span: Span) -> impl Iterator<Item = usize> + 'c {
    let draft = context.draft;
    draft.paragraphs_in(span).filter(move |index| {
        let own = &draft.paragraphs[*index];
        own.story == Story::Body && !own.text(draft).trim().is_empty()
    })
}

/// The last paragraph of the last article, or of a body without articles.
fn end_of_body(context: &Context<'_>, part: &Part) -> Option<usize> {
    let articles = part.units.iter().filter(|unit| unit.kind == UnitKind::Article);
    let last = articles.max_by_key(|unit| unit.span.end);
    let in_article = last.and_then(|unit| filled(context, unit.span).last());
    in_article.or_else(|| body(context, part).last())
}
