//! Which edits cannot be made at one time.

use super::{Edit, LettersChange, ParagraphChange, Side};
use crate::draft::Draft;
use crate::text::Span;
use std::ops::RangeInclusive;

/// Whether two edits meet, so that one has to wait until the other is made: they touch the same words or
/// gap, or say two things of one look. What both say alike is no conflict.
pub fn conflict(draft: &Draft, one: &Edit, other: &Edit) -> bool {
    if one == other {
        return moved(draft, one).is_some();
    }
    if let (Some(one), Some(other)) = (moved(draft, one), moved(draft, other)) {
        return one.overlaps(other) || one.end == other.start || other.end == one.start;
    }
    match (one, other) {
        (Edit::Letters { span, style }, Edit::Letters { span: second, style: new }) => {
            span.overlaps(*second) && !agrees(style, new)
        }
        (Edit::Paragraph { paragraph, style }, Edit::Paragraph { paragraph: second, style: new }) => {
            paragraph == second && !is_apart(style, new)
        }
        (Edit::Line { paragraph, .. }, Edit::Line { paragraph: second, .. }) => paragraph == second,
        (Edit::Page { section, .. }, Edit::Page { section: second, .. })
        | (Edit::PageNumber { section, .. }, Edit::PageNumber { section: second, .. }) => section == second,
        _ => false,
    }
}

/// The paragraphs that an edit touches; pages have keys behind those of all paragraphs. Edits that meet
/// have one in common.
pub(crate) fn reach(draft: &Draft, edit: &Edit) -> RangeInclusive<usize> {
    let at = |offset: usize| draft.paragraph_at(offset).unwrap_or(0);
    match edit {
        Edit::Words { span, .. } | Edit::Letters { span, .. } | Edit::Clean { span, .. } => {
            at(span.start)..=at(span.end).max(at(span.start))
        }
        Edit::Split { at: offset } => at(*offset)..=at(*offset),
        Edit::Join { paragraph } => *paragraph..=paragraph + 1,
        Edit::Insert { paragraph, .. }
        | Edit::Remove { paragraph }
        | Edit::Paragraph { paragraph, .. }
        | Edit::Line { paragraph, .. } => *paragraph..=*paragraph,
        Edit::Page { section, .. } | Edit::PageNumber { section, .. } => {
            let key = draft.paragraphs.len() + 1 + section;
            key..=key
        }
    }
}

/// The stretch that an edit moves or whose end it moves.
fn moved(draft: &Draft, edit: &Edit) -> Option<Span> {
    let own = |index: &usize| draft.paragraphs.get(*index).map(|paragraph| paragraph.span);
    match edit {
        Edit::Words { span, .. } => Some(*span),
        Edit::Insert { paragraph, side: Side::Before, .. } => own(paragraph).map(|own| Span::at(own.start)),
        Edit::Insert { paragraph, side: Side::After, .. } => own(paragraph).map(|own| Span::at(own.end)),
        Edit::Remove { paragraph } => own(paragraph),
        Edit::Split { at } => Some(Span::at(*at)),
        Edit::Join { paragraph } => own(paragraph).map(|own| Span::new(own.end, own.end + 1)),
        _ => None,
    }
}

fn same<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one.is_none() || other.is_none() || one == other
}

/// The same for paragraphs. Spaces of one paragraph hang together, since their sum is what is seen.
fn is_apart(one: &ParagraphChange, other: &ParagraphChange) -> bool {
    let spaces = |own: &ParagraphChange| own.space_before.is_some() || own.space_after.is_some();
    same(one.alignment.as_ref(), other.alignment.as_ref())
        && same(one.indent_first.as_ref(), other.indent_first.as_ref())
        && same(one.line_spacing.as_ref(), other.line_spacing.as_ref())
        && !(spaces(one) && spaces(other))
}

/// Whether two changes say no two things of one property.
fn agrees(one: &LettersChange, other: &LettersChange) -> bool {
    same(one.size.as_ref(), other.size.as_ref())
        && same(one.bold.as_ref(), other.bold.as_ref())
        && same(one.italic.as_ref(), other.italic.as_ref())
        && same(one.underline.as_ref(), other.underline.as_ref())
        && same(one.font.as_ref(), other.font.as_ref())
        && same(one.color.as_ref(), other.color.as_ref())
        && same(one.capitals.as_ref(), other.capitals.as_ref())
        && same(one.highlight.as_ref(), other.highlight.as_ref())
}
