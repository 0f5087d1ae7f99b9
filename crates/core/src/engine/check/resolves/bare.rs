//! References that name no document, and units of a kind that a document does not have.

use super::{Index, Known, missing, of_appendix, resolve, unrecognized_article};
use crate::document::{InternalReference, Part, PartKind, UnitKind};
use crate::engine::context::Context;
use crate::engine::outcome::Verdict;
use crate::finding::{Certainty, Reason};
use crate::rulebook::Lexicon;
use crate::text::Span;

/// Whether a reference without a document is one of this file: no other text is spoken of anywhere in the unit, the
/// act amends none, and nothing goes on behind it that might name one.
pub(super) fn is_own(context: &Context<'_>, known: &Known<'_, '_>, reference: &InternalReference) -> bool {
    let document = context.document;
    let Some(part) = document.parts.get(reference.part).filter(|part| part.kind != PartKind::Appendix) else {
        return false;
    };
    let leads =
        reference.appendix.is_some() || reference.path.iter().any(|(kind, _)| *kind <= UnitKind::Article);
    let text = &context.draft.text;
    let behind = text.get(reference.span.end..).unwrap_or_default();
    let ends = behind.is_empty() || behind.starts_with(['.', ';', ',', '\n', ')']);
    // Behind the end of a sentence it is the label of an article whose line was torn.
    let before = text.get(..reference.span.start).unwrap_or_default().trim_end_matches([' ', '\u{a0}']);
    let goes_on = before.ends_with(|letter: char| letter.is_alphabetic() || letter == ',');
    let is_plain =
        goes_on && leads && ends && document.quoted.is_empty() && !document.is_quoted(reference.span);
    is_plain && !known.names_other(around(part, reference))
}

/// A reference that names no document where none is spoken of: no part of the file has such a unit.
pub(super) fn check<'d>(
    context: &Context<'d>,
    known: &Known<'_, 'd>,
    reference: &InternalReference,
) -> Verdict {
    if let Some(number) = &reference.appendix {
        return of_appendix(context, known, reference, number);
    }
    let Some(own) = context.document.parts.get(reference.part) else { return Verdict::pass() };
    for (index, part) in context.document.parts.iter().enumerate() {
        if part.units.is_empty() {
            continue;
        }
        let units = known.units(index, part);
        let found = resolve(&context.draft.text, part, &units, None, &reference.path);
        let is_hidden = || {
            let article = unrecognized_article(&units, &reference.path);
            article.is_some_and(|number| known.has_label_besides(part, number, reference.span))
        };
        match found {
            Ok(Some(_)) => return Verdict::pass(),
            Ok(None) if !is_hidden() => {}
            _ if index != reference.part && !units.has_article() => {}
            _ => return Verdict::unknown(Reason::ReferenceUnclear),
        }
    }
    missing(reference, own, Certainty::Guessed)
}

/// The article that holds a reference, or all of the body.
fn around(part: &Part, reference: &InternalReference) -> Span {
    let mut next = reference.from;
    while let Some(unit) = next.and_then(|index| part.units.get(index)) {
        if unit.kind == UnitKind::Article {
            return unit.span;
        }
        next = unit.parent;
    }
    part.body
}

/// Whether the words name any document but this one.
pub(super) fn names_other(lexicon: &Lexicon, words: &str) -> bool {
    let terms = &lexicon.terms.citations;
    let known = [&terms.laws, &terms.instruments, &terms.consolidated, &terms.any];
    let mut is_start = true;
    words.char_indices().any(|(at, letter)| {
        let begins = std::mem::replace(&mut is_start, !letter.is_alphanumeric());
        if !begins || !letter.is_alphabetic() {
            return false;
        }
        let rest = &words[at..];
        let own = lexicon.documents.strip(rest);
        own.is_some_and(|rest| !rest.starts_with(" này")) || known.iter().any(|words| words.begins(rest))
    })
}

/// The unit to which a path leads that begins at a document without articles: `khoản 3 Kế hoạch này`. Which of several
/// headings is meant does not matter where none has such a unit.
///
/// # Errors
///
/// It cannot be told: with articles it is not said of which, and nothing of the kind was recognized.
pub(super) fn of_whole(units: &Index<'_>, path: &[(UnitKind, String)]) -> Result<Option<usize>, Reason> {
    if units.has_article() {
        return Err(Reason::ReferenceUnclear);
    }
    let mut steps: Vec<&(UnitKind, String)> = path.iter().collect();
    steps.sort_by_key(|(kind, _)| *kind);
    let mut scope = None;
    for (kind, number) in steps {
        match units.find(scope, *kind, number) {
            Some(index) => scope = Some(index),
            None if units.has_any(scope, *kind, number) => return Ok(None),
            None => return Err(Reason::Unrecognized),
        }
    }
    Ok(scope)
}

/// The other word for what a kind of unit is: people call the Roman headings of a plan parts or sections.
pub(super) const fn other_name(kind: UnitKind) -> Option<UnitKind> {
    match kind {
        UnitKind::Part => Some(UnitKind::Section),
        UnitKind::Section => Some(UnitKind::Part),
        _ => None,
    }
}

/// Whether a document, or a unit of it, surely has no unit of a kind that bears its own word: others were read, and
/// no line begins with the word.
pub(super) fn is_without(
    text: &str,
    part: &Part,
    units: &Index<'_>,
    scope: Option<usize>,
    kind: UnitKind,
) -> bool {
    let is_worded =
        matches!(kind, UnitKind::Part | UnitKind::Chapter | UnitKind::Section | UnitKind::Article);
    // A letter has clauses alone.
    let is_letter = !units.has_article() && scope.is_none() && units.count(UnitKind::Clause) > 1;
    let is_read = is_letter || units.count(UnitKind::Article) > 1 || units.count(UnitKind::Section) > 1;
    if !is_worded || !is_read || part.kind == PartKind::Appendix || units.has_kind(scope, kind) {
        return false;
    }
    let inside = scope.and_then(|index| part.units.get(index));
    let span = inside.map_or(part.span, |unit| unit.span);
    let word = kind.word().to_lowercase();
    let heads = |line: &str| {
        let line = line.trim_start();
        let digits = line.trim_start_matches(['I', 'V', 'X']);
        let is_roman = digits.len() < line.len() && digits.starts_with(['.', ')', '-', ':', ' ']);
        let rest = line.to_lowercase();
        let is_worded = rest.strip_prefix(&word).is_some_and(|rest| rest.starts_with([' ', '\u{a0}']));
        is_worded || other_name(kind).is_some() && is_roman
    };
    text.get(span.start..span.end).is_some_and(|words| !words.lines().any(heads))
}
