//! `resolves`: the units that words refer to exist.
//!
//! A reference that leads nowhere is a fault of law; one that leads to a unit which recognition has
//! missed is a fault of this program. Before anything is told, every sign of the latter is looked for:
//! units run together in one paragraph, a kind of unit or a manner of numbering that nowhere occurs,
//! appendices kept in files of their own.

mod bare;
mod index;
mod known;

use crate::document::{Address, InternalReference, Part, ReferenceTarget, UnitKind};
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Certainty, Reason, Words};
use crate::text::Pattern;
pub(super) use index::{Index, same_number};
use known::{Appendix, Known};
use std::collections::HashSet;

/// Judges references to units, and recipients such as `Như Điều 3`.
pub fn check(context: &Context<'_>, nodes: &[Node]) -> Verdict {
    let known = Known::new(context);
    let verdicts = nodes.iter().map(|node| match node.handle {
        Handle::Reference(index) => context
            .document
            .references
            .get(index)
            .map_or_else(Verdict::pass, |reference| of_reference(context, &known, reference)),
        _ => of_recipient(context, &known, node),
    });
    let mut verdict: Verdict = verdicts.collect();
    // One unit that is missing is one fault, however often it is named. What is named without its
    // article is another unit at each place.
    let mut told = HashSet::new();
    verdict.hits.retain(|hit| {
        let told_as = (&hit.variables["found"].vi, &hit.variables["part"].vi);
        !told_as.0.contains(UnitKind::Article.word()) || told.insert((told_as.0.clone(), told_as.1.clone()))
    });
    verdict
}

/// Follows one reference within this file. Where it leads elsewhere it is none of this check's
/// business.
fn of_reference<'d>(context: &Context<'d>, known: &Known<'_, 'd>, reference: &InternalReference) -> Verdict {
    let index = match (reference.target.part(reference.part), reference.target) {
        (Some(index), _) => index,
        (None, ReferenceTarget::OtherInstrument) => return Verdict::pass(),
        (None, _) if bare::is_own(context, known, reference) => {
            return bare::check(context, known, reference);
        }
        (None, _) => return Verdict::unknown(Reason::ReferenceUnclear),
    };
    if let Some(number) = &reference.appendix {
        return of_appendix(context, known, reference, number);
    }
    let Some(part) = context.document.parts.get(index).filter(|part| !part.units.is_empty()) else {
        return Verdict::unknown(Reason::Unrecognized);
    };
    let units = known.units(index, part);
    let from = (index == reference.part).then_some(reference.from).flatten();
    let found = if reference.of_whole {
        bare::of_whole(&units, &reference.path)
    } else {
        resolve(&context.draft.text, part, &units, from, &reference.path)
    };
    match found {
        Err(reason) => Verdict::unknown(reason),
        Ok(Some(_)) => Verdict::pass(),
        Ok(None) if names_hidden_article(known, &units, part, &reference.path) => {
            Verdict::unknown(Reason::Unrecognized)
        }
        Ok(None) => {
            let whole_articles = reference.path.iter().any(|(kind, _)| *kind == UnitKind::Article);
            // Articles bear their own mark; clauses and points may be lists that nobody meant as such.
            let is_sure = whole_articles && reference.path.len() == 1 && units.has_article();
            missing(reference, part, if is_sure { Certainty::Certain } else { Certainty::Guessed })
        }
    }
}

/// A reference that leads nowhere.
fn missing(reference: &InternalReference, part: &Part, certainty: Certainty) -> Verdict {
    let named = reference.path.iter().map(|(kind, number)| format!("{} {number}", kind.word()));
    let place = Address::whole(part).words();
    Verdict::fail(
        Hit::new(reference.span, certainty)
            .with("found", named.collect::<Vec<_>>().join(" "))
            .with_words("part", place.vi, place.en),
    )
}

/// An appendix of that number stands in the file. A file without numbered appendices may have them
/// in files of their own.
fn of_appendix(
    context: &Context<'_>,
    known: &Known<'_, '_>,
    reference: &InternalReference,
    number: &str,
) -> Verdict {
    match known.appendix(number) {
        Appendix::Elsewhere => Verdict::unknown(Reason::AppendixElsewhere),
        Appendix::There => Verdict::pass(),
        Appendix::Hidden => Verdict::unknown(Reason::Unrecognized),
        Appendix::Missing => {
            let document = Words { vi: "Văn bản".to_owned(), en: "Document".to_owned() };
            Verdict::fail(
                Hit::new(reference.span, Certainty::Guessed)
                    .with("found", context.words(reference.span))
                    .with_words("part", document.vi, document.en),
            )
        }
    }
}

/// The number of the article that a path names, if it was not recognized.
fn unrecognized_article<'p>(units: &Index<'_>, path: &'p [(UnitKind, String)]) -> Option<&'p str> {
    let (_, number) = path.iter().find(|(kind, _)| *kind == UnitKind::Article)?;
    units.find(None, UnitKind::Article, number).is_none().then_some(number)
}

/// Whether the article that a path names was not recognized but has its label somewhere inside a
/// paragraph.
fn names_hidden_article(
    known: &Known<'_, '_>,
    units: &Index<'_>,
    part: &Part,
    path: &[(UnitKind, String)],
) -> bool {
    unrecognized_article(units, path).is_some_and(|number| known.has_label(part, number))
}

/// The unit to which a path leads, if it is known to be there.
pub(super) fn target_of(
    text: &str,
    part: &Part,
    units: &Index<'_>,
    from: Option<usize>,
    path: &[(UnitKind, String)],
) -> Option<usize> {
    resolve(text, part, units, from, path).ok().flatten()
}

/// The unit to which a path leads, `None` where there is none, or why it cannot be told.
/// The path is followed from the largest unit to the smallest, whatever the order of the words. A path
/// without an article starts at the unit around the reference (`khoản 2 Điều này`).
///
/// # Errors
///
/// The reason why it cannot be told: the path is empty or has no starting point, or no unit of that
/// kind was recognized where it leads.
fn resolve(
    text: &str,
    part: &Part,
    units: &Index<'_>,
    from: Option<usize>,
    path: &[(UnitKind, String)],
) -> Result<Option<usize>, Reason> {
    let mut steps: Vec<&(UnitKind, String)> = path.iter().collect();
    steps.sort_by_key(|(kind, _)| *kind);
    let (largest, _) = steps.first().ok_or(Reason::ReferenceUnclear)?;
    let mut scope = if *largest <= UnitKind::Article {
        None
    } else {
        let holding = from.and_then(|from| holder(part, from, *largest));
        Some(holding.ok_or(Reason::ReferenceUnclear)?)
    };
    for (kind, number) in steps {
        let other = || units.find(scope, bare::other_name(*kind)?, number);
        match units.find(scope, *kind, number).or_else(other) {
            Some(index) => scope = Some(index),
            // Of headings with another name, numbered in that manner, none has the number.
            None if bare::other_name(*kind).is_some_and(|other| units.has_any(scope, other, number)) => {
                return Ok(None);
            }
            None if units.is_without(scope, *kind, || bare::is_without(text, part, units, scope, *kind)) => {
                return Ok(None);
            }
            // Where nothing of the kind was recognized, numbered in that manner, it may be unmarked, but not in
            // a unit of one paragraph.
            None if !units.has_any(scope, *kind, number) && !is_whole(text, part, scope, *kind) => {
                return Err(Reason::Unrecognized);
            }
            None => return Ok(None),
        }
    }
    Ok(scope)
}

/// Whether a clause or an article is one paragraph that no label of the kind divides: what is said to be in it is not.
fn is_whole(text: &str, part: &Part, scope: Option<usize>, kind: UnitKind) -> bool {
    static LABEL: Pattern = Pattern::new(r"(?:^|[\s:;.])(?:[0-9]{1,2}[.)/]|[a-zđ][0-9]?\))(?:\s|$)");
    let Some(unit) = scope.and_then(|scope| part.units.get(scope)) else { return false };
    let is_next = matches!(
        (unit.kind, kind),
        (UnitKind::Article, UnitKind::Clause) | (UnitKind::Clause, UnitKind::Point)
    );
    let own = unit.title.filter(|_| unit.kind == UnitKind::Article).map_or(unit.label.end, |title| title.end);
    let Some(words) = text.get(own..unit.span.end).map(str::trim) else { return false };
    is_next && !words.is_empty() && !words.contains('\n') && !words.ends_with(':') && !LABEL.is_match(words)
}

/// The nearest unit around `from` that is larger than `kind`.
fn holder(part: &Part, from: usize, kind: UnitKind) -> Option<usize> {
    let mut next = Some(from);
    while let Some(index) = next {
        let unit = part.units.get(index)?;
        if unit.kind < kind {
            return Some(index);
        }
        next = unit.parent;
    }
    None
}

/// `Như Điều 3;`, `Như Điều 2, 4`: the articles exist in the act.
fn of_recipient<'d>(context: &Context<'d>, known: &Known<'_, 'd>, node: &Node) -> Verdict {
    let words = node.value.to_lowercase();
    let Some((_, after)) = words.split_once("như điều ") else { return Verdict::pass() };
    let (Some(index), Some(part)) = (node.part, node.part_of(context.document)) else {
        return Verdict::pass();
    };
    let units = known.units(index, part);
    if !units.has_article() {
        return Verdict::unknown(Reason::Unrecognized);
    }
    let numbers = after.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let named = numbers.take_while(|word| {
        word.starts_with(|letter: char| letter.is_ascii_digit()) || matches!(*word, "và" | "điều")
    });
    let mut missing = named
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))
        .filter(|word| !units.is_article(word))
        .peekable();
    if missing.peek().is_none() {
        Verdict::pass()
    } else if missing.all(|word| known.has_label(part, word)) {
        Verdict::unknown(Reason::Unrecognized)
    } else {
        let place = Address::whole(part).words();
        Verdict::fail(
            Hit::new(node.span, node.certainty)
                .with("found", node.value.clone())
                .with_words("part", place.vi, place.en),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn case() -> Case {
        let mut case = Case::of_text("1\n2\n1\na");
        case.add_units(UnitKind::Article, &["1", "2"]);
        case.add_units(UnitKind::Clause, &["1"]);
        case.add_units(UnitKind::Point, &["a"]);
        let units = &mut case.document.parts[0].units;
        units[2].parent = Some(1);
        units[3].parent = Some(2);
        case
    }

    fn resolve_path(from: Option<usize>, path: &[(UnitKind, &str)]) -> Result<Option<usize>, Reason> {
        let path: Vec<(UnitKind, String)> =
            path.iter().map(|(kind, number)| (*kind, (*number).to_owned())).collect();
        let case = case();
        let part = &case.document.parts[0];
        resolve(&case.draft.text, part, &Index::of(part), from, &path)
    }

    #[test]
    fn paths_are_followed_from_large_to_small() {
        use UnitKind::{Article, Clause, Point};
        assert_eq!(resolve_path(None, &[(Point, "a"), (Clause, "1"), (Article, "2")]), Ok(Some(3)));
        assert_eq!(resolve_path(None, &[(Clause, "2"), (Article, "2")]), Ok(None));
        assert_eq!(
            resolve_path(None, &[(Clause, "1"), (Article, "1")]),
            Err(Reason::Unrecognized),
            "no clauses were recognized"
        );
        assert_eq!(resolve_path(None, &[(Article, "3")]), Ok(None));
    }

    #[test]
    fn a_path_without_article_starts_where_the_words_stand() {
        use UnitKind::{Clause, Point};
        assert_eq!(resolve_path(Some(3), &[(Clause, "1")]), Ok(Some(2)));
        assert_eq!(resolve_path(Some(3), &[(Point, "b")]), Ok(None));
        assert_eq!(
            resolve_path(None, &[(Clause, "1")]),
            Err(Reason::ReferenceUnclear),
            "nobody knows of which article"
        );
    }

    #[test]
    fn recipients_point_at_articles() {
        let mut case = case();
        case.draft.text.push_str("- Như Điều 2, 4;\n");
        let words = "- Như Điều 2, 4;";
        let start = case.draft.text.find(words).expect("in the text");
        let span = crate::text::Span::new(start, start + words.len());
        let node = Node::stretch(&case.draft, span, Certainty::Certain, 0, Handle::None);
        assert_eq!(case.judge(|context| check(context, std::slice::from_ref(&node))).hits.len(), 1);
    }
}
