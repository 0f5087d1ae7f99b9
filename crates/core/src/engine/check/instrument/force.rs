//! The cited instrument is in force on the day of the draft, and no later in effect than it.

use super::entry::{certainty, describe};
use super::meant::meant;
use super::{spoken_date, successor};
use crate::document::{Citation, Class};
use crate::engine::context::Context;
use crate::engine::outcome::Hit;
use crate::rulebook::Registry;
use crate::rulebook::registry::Fact;

/// The instrument had not expired on the day of the document. Amending instruments fall with the
/// one they amend and are not told again.
pub(super) fn in_force(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    if citation.is_amender {
        return None;
    }
    let entry = meant(context, registry, citation)?;
    let expired = entry.expired.filter(|expired| *expired <= context.judged.day)?;
    let advice = successor::advice(context, &entry);
    let day = spoken_date::numeric(expired);
    let hit = Hit::new(citation.span, certainty(&entry, Fact::Expired)?)
        .with("found", context.words(citation.span))
        .with("expired", day)
        .with_words("replaced_by", advice.vi, advice.en);
    Some(describe(hit, &entry))
}

/// The instrument takes effect no later than the document, where both days are known.
/// For an administrative document without a stated day of effect that is the day of signing.
pub(super) fn in_time(context: &Context<'_>, registry: &Registry, citation: &Citation) -> Option<Hit> {
    let facts = &context.document.facts;
    // An administrative document takes effect when it is signed.
    let signed = || facts.date.whole().filter(|_| context.judged.class == Some(Class::Administrative));
    let limit = facts.effective.or_else(signed)?;
    let entry = meant(context, registry, citation)?;
    let effective = entry.effective.filter(|effective| limit < *effective)?;
    let hit = Hit::new(citation.span, certainty(&entry, Fact::Effective)?)
        .with("found", context.words(citation.span))
        .with("effective", spoken_date::numeric(effective))
        .with("limit", spoken_date::numeric(limit));
    Some(describe(hit, &entry))
}
