//! Number, day and title of a citation are those of one instrument of the registry.

use super::entry::{certainty, describe, is_firm};
use super::meant::{misdated, misnumbered, same_title};
use super::{spoken_date, successor};
use crate::document::Citation;
use crate::engine::context::Context;
use crate::engine::outcome::Hit;
use crate::finding::Certainty;
use crate::rulebook::registry::Fact;
use crate::rulebook::{Registered, Registry};
use crate::text::vietnamese::name_key;
use std::borrow::Cow;

/// Number and date belong together. A law that is cited without number is judged only where its day and month,
/// or its year, are those of a law of that name: anything else may be another law.
pub(super) fn known_date(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    let cited = citation.date.as_ref()?;
    let date = cited.date?;
    if misnumbered(context, registry, citation).is_some() {
        return None;
    }
    let (entry, most) = match &citation.number {
        Some(number) => (registry.instrument(number)?, Certainty::Certain),
        None => misdated(context, registry, citation, date)?,
    };
    let issued = entry.issued.filter(|issued| *issued != date)?;
    let certainty = certainty(&entry, Fact::Issued)?.min(most);
    let found = context.words(cited.span);
    let expected = if cited.in_full { spoken_date::write(issued) } else { spoken_date::numeric(issued) };
    // The words of the date may begin after “ngày”.
    let expected =
        if found.starts_with("ngày") { expected } else { expected.trim_start_matches("ngày ").to_owned() };
    let hit = Hit::new(cited.span, certainty).with("found", found).expecting(expected);
    Some(describe(hit, &entry))
}

/// The number is that of the law that date and name tell. How that law is cited says what to write.
pub(super) fn known_number(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    let (entry, certainty) = misnumbered(context, registry, citation)?;
    let span = citation.number_span?;
    let hit = Hit::new(span, certainty)
        .with("found", context.words(span))
        .expecting(entry.number.clone())
        .with("other", format!("{} {}", entry.kind, entry.title))
        .with("cited", successor::cited(context, &entry));
    Some(hit)
}

/// Number and name belong together. Names are cut and changed in many ways, so that a name is only
/// held against a number where it is, word for word, the name of another instrument.
/// An exact name on the wrong number tells that the number was copied from elsewhere; still a guess,
/// because two instruments may bear one name.
pub(super) fn known_title(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    let entry = registry.instrument(citation.number.as_ref()?).filter(|entry| is_firm(entry))?;
    if misnumbered(context, registry, citation).is_some() {
        return None;
    }
    let mut named = same_title(context, registry, citation);
    named.retain(|entry| is_firm(entry));
    let first = named.first()?;
    // Some titles of the registry begin with the kind, others not.
    let bare = |own: &Registered| {
        let (title, kind) = (name_key(&own.title), name_key(&own.kind));
        title.strip_prefix(&kind).map_or_else(|| title.clone(), |rest| rest.trim_start().to_owned())
    };
    let is_own = |other: &Cow<'_, Registered>| other.number == entry.number || bare(other) == bare(&entry);
    if named.iter().any(is_own) || entry.kind != first.kind || entry.title.is_empty() {
        return None;
    }
    // Of several laws of one name, the latest that was there is meant.
    let before = |own: &&Cow<'_, Registered>| own.issued.is_none_or(|issued| issued <= context.judged.day);
    let meant = named.iter().filter(before).max_by_key(|own| own.issued).unwrap_or(first);
    let span = citation.number_span?;
    let hit = Hit::new(span, Certainty::Guessed)
        .with("found", context.words(span))
        .expecting(meant.number.clone())
        .with("other", format!("{} {}", meant.kind, meant.title));
    Some(describe(hit, &entry))
}
