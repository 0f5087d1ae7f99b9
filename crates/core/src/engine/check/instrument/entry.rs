//! What a row of the registry may be held against a draft for.

use crate::engine::outcome::Hit;
use crate::finding::Certainty;
use crate::rulebook::Registered;
use crate::rulebook::registry::{Fact, Grade};

/// What a fact may give: an error where the text itself was read, a warning where sources agree, nothing
/// where it rests on a list at second hand or on a citation or two.
pub(super) fn certainty(entry: &Registered, fact: Fact) -> Option<Certainty> {
    match entry.grade(fact) {
        Grade::A => Some(Certainty::Certain),
        Grade::B => Some(Certainty::Guessed),
        Grade::S | Grade::C => None,
    }
}

/// Whether any fact of the entry is sure enough to contradict a draft; its name is no surer than they are.
pub(super) fn is_firm(entry: &Registered) -> bool {
    Fact::ALL.into_iter().any(|fact| entry.day(fact).is_some() && entry.grade(fact).contradicts())
}

/// Adds number and title of the entry that the citation was compared with, so that people can look it
/// up.
pub(super) fn describe(hit: Hit, entry: &Registered) -> Hit {
    hit.with("number", entry.number.clone())
        .with("title", format!("{} {}", entry.kind, entry.title).trim_end().to_owned())
}

/// The year that stands in the middle of a number (`30/2020/NĐ-CP`).
pub(super) fn year_of(number: &str) -> Option<i32> {
    let mut parts = number.split('/').skip(1);
    let year = parts.next().filter(|year| year.len() == 4)?;
    parts.next()?;
    year.parse().ok()
}
