//! The administrative units in which the issuing organ works, for rules of one province or commune.
//!
//! The draft itself says most of it: the name of the organ, the line above it, the profile. Only
//! where none of them names a province is the register asked, and a name that units of several
//! provinces bear tells nothing: a rule of one province must not speak in another.

use super::judge::Judged;
use crate::document::{Document, Level};
use crate::finding::Certainty;
use crate::recognize::organ::{level_of, name_parts};
use crate::rulebook::RuleBook;
use crate::rulebook::registry::{AdminUnit, AdminUnits, KINDS, Rank, has_kind};
use crate::text::vietnamese::name_key;

/// The units, with how each is known.
#[derive(Debug, Default)]
pub struct Territory {
    /// What holds the organ, from its own unit up as far as is known.
    homes: Vec<Home>,
    /// The word for the unit in the organ's own name.
    own: Option<(String, Certainty)>,
}

/// What tells of the territory.
struct Source<'a> {
    /// For the register of units and the words of organs.
    book: &'a RuleBook,
    /// What the draft says.
    document: &'a Document,
    /// The day and the profile.
    judged: &'a Judged,
}

/// A unit that holds the organ.
#[derive(Debug)]
struct Home {
    /// `tỉnh`, `xã`, `phường`, … in small letters.
    kind: String,
    /// The name without its kind.
    name: String,
    /// Whether it is of the level of a province: then its bare name is enough to mean it.
    is_province: bool,
    /// How the organ's tie to it is known.
    certainty: Certainty,
}

impl Territory {
    /// What a draft and its profile tell of it.
    pub fn of(book: &RuleBook, document: &Document, judged: &Judged) -> Self {
        let source = Source { book, document, judged };
        let Some((organ, certainty)) = &document.facts.organ else { return Self::default() };
        let mut homes = Vec::new();
        homes.extend(named(&source, &organ.name, *certainty));
        let own = homes.first().map(|home| (home.kind.clone(), home.certainty));
        let parent = document.act().and_then(|act| act.header.parent_organ.as_ref());
        homes.extend(parent.and_then(|line| named(&source, &line.value, line.certainty)));
        let lexicon = book.lexicon();
        let key = lexicon.organ_key(&organ.name);
        let profiles = judged.profile.iter().flat_map(|profile| profile.all());
        let parents = profiles
            .filter(|own| lexicon.organ_key(&own.name) == key)
            .filter_map(|own| own.parent.as_deref());
        homes.extend(parents.filter_map(|parent| named(&source, parent, Certainty::Certain)));
        if homes.is_empty() {
            homes.extend(by_place(&source));
        } else if !homes.iter().any(|home| home.is_province) {
            homes.extend(by_register(&source, &homes));
        }
        Self { homes, own }
    }

    /// The word for the unit in the organ's own name (`phường`, small letters), and how certain it is;
    /// `None` where the name has none.
    pub fn own_unit(&self) -> Option<(&str, Certainty)> {
        self.own.as_ref().map(|(kind, certainty)| (kind.as_str(), *certainty))
    }

    /// Whether the province is known in which the organ works.
    pub fn has_province(&self) -> bool {
        self.homes.iter().any(|home| home.is_province)
    }

    /// Whether the organ works in a unit, and how certain that is; `None` where it does not or nothing
    /// tells it.
    pub fn lies_in(&self, book: &RuleBook, place: &str) -> Option<Certainty> {
        let units = &book.registry().units;
        let key = name_key(place);
        let fits = |home: &&Home| {
            let full = format!("{} {}", home.kind, home.name);
            if has_kind(place) {
                return name_key(&full) == key || canonical(units, &full) == canonical(units, place);
            }
            let is_named = || name_key(&home.name) == key;
            let has_alias = || {
                let names = units.meant(place);
                names.iter().any(|unit| name_key(&unit.full_name()) == canonical(units, &full))
            };
            home.is_province && (is_named() || has_alias())
        };
        self.homes.iter().filter(fits).map(|home| home.certainty).max()
    }
}

/// The key of the name by which the register knows a unit, whatever spelling is given.
/// A name that the register does not have keeps its own key.
fn canonical(units: &AdminUnits, full_name: &str) -> String {
    let known = units.named(full_name);
    known.first().map_or_else(|| name_key(full_name), |unit| name_key(&unit.full_name()))
}

/// The unit in the name of an organ.
/// Its level is that of the day that is judged: `thành phố` is a province or a unit below one.
fn named(source: &Source<'_>, organ: &str, certainty: Certainty) -> Option<Home> {
    let lexicon = source.book.lexicon();
    let (kind, name) = name_parts(lexicon, organ).unit?;
    let is_province = level_of(lexicon, &kind, &name, Some(source.judged.day)) == Level::Province;
    Some(Home { kind, name, is_province, certainty })
}

/// The province of the first unit that is found in one province alone.
/// `None` on days that the register does not reach.
fn by_register(source: &Source<'_>, homes: &[Home]) -> Option<Home> {
    let (units, day) = (&source.book.registry().units, source.judged.day);
    if !AdminUnits::reach(day) {
        return None;
    }
    homes.iter().find_map(|own| {
        let named = units.named(&format!("{} {}", own.kind, own.name));
        let mut provinces =
            named.into_iter().filter(|unit| unit.is_on(day)).map(|unit| province(units, unit));
        let first = provinces.next()??;
        provinces.all(|other| other.is_some_and(|other| other.code == first.code)).then(|| home(&first))
    })
}

/// The province above a unit.
/// Itself, where it is one; `None` where the chain breaks off before.
fn province<'t>(units: &'t AdminUnits, unit: AdminUnit<'t>) -> Option<AdminUnit<'t>> {
    std::iter::successors(Some(unit), |unit| units.parent(unit)).find(|unit| unit.rank == Rank::Province)
}

/// A unit found in the register.
fn home(province: &AdminUnit<'_>) -> Home {
    Home {
        kind: province.kind.to_lowercase(),
        name: province.name.to_owned(),
        is_province: true,
        // The days and names of the register are harvested.
        certainty: Certainty::Guessed,
    }
}

/// The province that the place before the date names, where the organ names none: a department of
/// the province. A name that any lower unit bears tells nothing.
fn by_place(source: &Source<'_>) -> Option<Home> {
    let (units, day) = (&source.book.registry().units, source.judged.day);
    let place = source.document.facts.place.as_deref()?;
    let is_on = |unit: &AdminUnit<'_>| unit.is_on(day);
    let below = |kind: &&str| {
        units.named(&format!("{kind} {place}")).iter().any(|unit| unit.rank != Rank::Province && is_on(unit))
    };
    if !AdminUnits::reach(day) || KINDS.iter().any(below) {
        return None;
    }
    units
        .meant(place)
        .into_iter()
        .find(|unit| unit.rank == Rank::Province && is_on(unit))
        .map(|unit| home(&unit))
}
