//! How an instrument is cited: in full at first, short afterwards, with the capitals of its name.

use super::entry::is_firm;
use super::meant::same_title;
use crate::document::Citation;
use crate::engine::context::Context;
use crate::engine::named::matter;
use crate::engine::outcome::Hit;
use crate::finding::Certainty;
use crate::rulebook::registry::Confidence;
use crate::rulebook::{Registered, Registry};
use crate::text::Span;
use crate::text::vietnamese::name_key;

/// Letters after a number within which its issuer or title would begin.
/// In characters, up to the end of the paragraph.
const NEAR: usize = 60;

/// Where running text names an instrument for the first time, its issuer or its title stands with it.
/// A guess at most, since an issuer may stand farther off than recognition looks. Repeated citations,
/// tables, bases and quoted text may be short.
pub(super) fn in_full(context: &Context<'_>, citation: &Citation) -> Option<Hit> {
    let document = context.document;
    let number = citation.number.as_ref()?;
    let in_body = document.part_at(citation.span.start).is_some_and(|part| part.body.covers(citation.span));
    let named_before = || context.numbers().stands_before(number, citation.span.start);
    // What recognition did not take for issuer or title may yet be them.
    let goes_on = || {
        let after = context.draft.text.get(citation.span.end..).unwrap_or_default();
        let next: String = after.chars().take(NEAR).take_while(|letter| *letter != '\n').collect();
        ["của ", "về ", "quy định ", "ban hành ", "hướng dẫn ", "sửa đổi"]
            .iter()
            .any(|word| next.contains(word))
    };
    let in_table = || {
        let holding = context.draft.paragraph_at(citation.span.start);
        holding.and_then(|own| context.draft.paragraphs.get(own)).is_some_and(|own| own.cell.is_some())
    };
    let short = citation.basis.is_none() && citation.issuer.is_none() && citation.title.is_none();
    if !in_body || !short || document.is_quoted(citation.span) || named_before() || goes_on() || in_table() {
        return None;
    }
    let words = context.words(Span::new(citation.span.start, citation.number_span?.end));
    let found = words.trim_end_matches(['.', ',', ';']);
    let span = Span::new(citation.span.start, citation.span.start + found.len());
    Some(Hit::new(span, Certainty::Guessed).with("found", found))
}

/// Where running text has named an instrument with number and title before, a later citation needs no title. A
/// law may be called by its name again and again.
pub(super) fn repeated(context: &Context<'_>, citation: &Citation) -> Option<Hit> {
    let document = context.document;
    let number = citation.number.as_ref()?;
    let title =
        citation.title.filter(|title| citation.number_span.is_some_and(|own| own.end <= title.start))?;
    let in_body =
        |own: &Citation| document.part_at(own.span.start).is_some_and(|part| part.body.covers(own.span));
    let before = document.citations.iter().take_while(|other| other.span.start < citation.span.start);
    let full = |other: &&Citation| {
        other.number.as_ref() == Some(number)
            && other
                .title
                .is_some_and(|other| name_key(context.words(other)) == name_key(context.words(title)))
            && in_body(other)
    };
    let known = context.numbers().stands_before(number, citation.span.start);
    if !known
        || !in_body(citation)
        || document.is_quoted(citation.span)
        || !before.into_iter().any(|own| full(&own))
    {
        return None;
    }
    Some(Hit::new(citation.span, Certainty::Guessed).with("found", context.words(citation.span)))
}

/// The name of a law has the capitals that the registry has. Lists write the first word of a name in small letters,
/// and the names of laws within it: a capital there is right. A name in capitals throughout has the look of a heading.
pub(super) fn known_capitals(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    let span = citation.title.filter(|_| matches!(citation.kind.as_str(), "Luật" | "Bộ luật"))?;
    let found = context.words(span);
    let named = same_title(context, registry, citation);
    let right = &named.iter().find(|entry| is_firm(entry))?.title;
    if !found.chars().any(char::is_lowercase) || named.iter().any(|entry| entry.title == found) {
        return None;
    }
    // “sửa đổi, bổ sung một số điều của Luật …”: the name of an amending law names another.
    let amends = found.contains(citation.kind.as_str());
    let mut before = citation.kind.as_str();
    let mut words = Vec::new();
    for (mine, theirs) in found.split_whitespace().zip(right.split_whitespace()) {
        let differs = mine != theirs && mine.to_lowercase() == theirs.to_lowercase();
        let is_capital = mine.starts_with(char::is_uppercase);
        // At the head of a name a capital is right; that of an amending law may begin either way.
        let is_head = before == citation.kind;
        let lawful = is_head && (is_capital || amends && words.is_empty());
        words.push(if differs && !lawful { theirs } else { mine });
        before = mine;
    }
    let expected = words.join(" ");
    let is_whole = expected.split(' ').count() == found.split_whitespace().count();
    (is_whole && expected.split(' ').ne(found.split_whitespace()))
        .then(|| Hit::new(span, Certainty::Guessed).with("found", found).expecting(expected))
}

/// The title of a decree or circular is cited as far as it goes: the registry has the same words and more. Laws are
/// called by short names, and what recognition did not take for the title may yet follow.
pub(super) fn cut_title(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    let span =
        citation.title.filter(|_| !matches!(citation.kind.as_str(), "Luật" | "Bộ luật" | "Pháp lệnh"))?;
    // Titles that were harvested run on into the words behind them.
    let is_read = |entry: &Registered| is_firm(entry) && entry.confidence == Confidence::Curated;
    let entry = registry.instrument(citation.number.as_ref()?).filter(|entry| is_read(entry))?;
    let key = |words: &str| {
        let lexicon = context.book.lexicon();
        matter(lexicon, &lexicon.organ_key(words))
    };
    let (found, whole) = (context.words(span), key(&entry.title));
    let rest = whole.strip_prefix(&key(found)).filter(|rest| rest.starts_with([' ', ',']))?;
    let next = rest.trim_start_matches([' ', ',']);
    let after = context.draft.text.get(span.end..).unwrap_or_default();
    let after = key(after.lines().next().unwrap_or_default());
    let begins = next.split(' ').next().unwrap_or_default();
    let goes_on = after.trim_start_matches([' ', ',', ';']).starts_with(begins);
    let missing = next.split(' ').count();
    let words: Vec<&str> = entry.title.split_whitespace().collect();
    let tail = words.get(words.len().saturating_sub(missing)..).unwrap_or_default().join(" ");
    let hit = || Hit::new(span, Certainty::Guessed).with("found", found).with("title", tail);
    (missing > 1 && !goes_on).then(hit)
}
