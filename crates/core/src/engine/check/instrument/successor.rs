//! What an instrument that is no longer in force gives way to, in the words in which a draft of the regime
//! cites it.
//!
//! Advice must be lawful itself: a successor may have been replaced in its turn, and laws are cited by
//! date in one class of document and by number in the other.

use super::spoken_date;
use crate::engine::context::Context;
use crate::finding::Words;
use crate::rulebook::Registered;
use crate::rulebook::bilingual::fill;
use crate::text::Date;
use std::borrow::Cow;

/// Successors that are followed; more than any instrument has, so that a circle in the data ends.
const MOST: usize = 32;

/// What to cite in the place of an expired instrument; that the data do not tell where they do not.
pub fn advice(context: &Context<'_>, entry: &Registered) -> Words {
    let named: Vec<String> = in_force(context, entry)
        .iter()
        .map(|next| match next {
            Next::Known(entry) => cited(context, entry),
            Next::Unknown(number) => number.clone(),
        })
        .collect();
    if named.is_empty() {
        return Words {
            vi: "dữ liệu chưa có văn bản thay thế, cần tra cứu".to_owned(),
            en: "the data name no successor; look it up".to_owned(),
        };
    }
    let list = named.join("; ");
    Words { vi: list.clone(), en: list }
}

/// A successor: an entry of the registry, or a number that it does not have.
#[allow(clippy::large_enum_variant, reason = "a handful at a time, on the stack")]
enum Next<'r> {
    Known(Cow<'r, Registered>),
    Unknown(String),
}

/// The successors that are in force on the judged day as far as is known. One that has ended leads to its
/// own; one that ended without any leads nowhere.
fn in_force<'r>(context: &Context<'r>, entry: &Registered) -> Vec<Next<'r>> {
    let day = context.judged.day;
    let mut waiting: Vec<String> = entry.replaced_by.iter().rev().cloned().collect();
    let mut seen = vec![entry.number.clone()];
    let mut found = Vec::new();
    while let Some(number) = waiting.pop().filter(|_| seen.len() < MOST) {
        if seen.contains(&number) {
            continue;
        }
        seen.push(number.clone());
        match context.book.registry().instrument(&number) {
            None => found.push(Next::Unknown(number)),
            Some(next) if has_ended(&next, day) => waiting.extend(next.replaced_by.iter().rev().cloned()),
            Some(next) => found.push(Next::Known(next)),
        }
    }
    found
}

/// Whether an entry is known to have ended by that day.
fn has_ended(entry: &Registered, day: Date) -> bool {
    entry.expired.is_some_and(|expired| expired <= day)
}

/// An instrument as the regime of the document cites it; kind and number where the regime does not say
/// or the registry does not know what it asks for.
pub fn cited(context: &Context<'_>, entry: &Registered) -> String {
    let bare = format!("{} số {}", entry.kind, entry.number);
    let regime = context.judged.regime.as_ref();
    let regime = regime.and_then(|id| context.book.regimes().iter().find(|own| own.id == *id));
    let Some(manner) = regime.and_then(|regime| regime.manner_of(&entry.kind)) else { return bare };
    let day = entry.issued.map(spoken_date::write).unwrap_or_default();
    let value = |name: &str| match name {
        "kind" => Some(entry.kind.as_str()),
        "number" => Some(entry.number.as_str()),
        "title" => Some(entry.title.as_str()),
        "issuer" => Some(entry.issuer.as_str()),
        "day" => Some(day.as_str()),
        _ => None,
    };
    let is_known = |name: &str| value(name).is_some_and(|value| !value.is_empty());
    if manner.placeholders().all(is_known) { fill(&manner.words, value) } else { bare }
}
