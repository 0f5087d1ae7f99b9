//! Who an office may be, by the few words that a person types: the full name, the place and the units of that
//! name, as the rule book and its register of units know them.

use crate::document::Level;
use crate::recognize::organ::{name_parts, parse};
use crate::rulebook::RuleBook;
use crate::rulebook::registry::{AdminUnit, AdminUnits, Rank};
use crate::rulebook::suggest::nearest;
use crate::text::Date;
use crate::text::vietnamese::{first_capital, name_key, squeeze};

/// An organ that the words may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its full name: `Ủy ban nhân dân xã Đồng Hạc`.
    pub name: String,
    /// The place before the date: `Đồng Hạc`; empty where no unit is named.
    pub place: String,
    /// The units above those of that name: `tỉnh Phú Thọ`.
    pub above: Vec<String>,
}

/// What the words come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// An organ whose unit the register has on the day, or that bears the name of none.
    Known(Offer),
    /// An organ whose unit the register does not have on the day, with others that may be meant.
    Unknown(Offer, Vec<Offer>),
    /// No name of an organ, with those that may be meant.
    Unnamed(Vec<Offer>),
}

/// Most organs that are offered.
const MOST: usize = 6;

/// What the words mean on a day: a name in full or abbreviated (`UBND xã Đồng Hạc`), or the name of a unit
/// alone.
///
/// ```
/// use thethuc_core::guide::organs::{Meant, meant};
/// # let book = thethuc_rulebook::RuleBook::of_files(&[]).map_err(|faults| faults.len());
/// # if let (Ok(book), Some(day)) = (book, thethuc_core::text::Date::new(2026, 3, 2)) {
/// assert_eq!(meant(&book, "", day), Meant::Unnamed(Vec::new()));
/// # }
/// ```
pub fn meant(book: &RuleBook, words: &str, day: Date) -> Meant {
    let words = squeeze(words);
    let units = &book.registry().units;
    let search = Search { book, units, day };
    let Some(organ) = parse(book.lexicon(), &words, Some(day)) else {
        return Meant::Unnamed(search.of_unit(&words));
    };
    let parts = name_parts(book.lexicon(), &organ.name);
    let Some((kind, own)) = parts.unit else {
        return Meant::Known(Offer { name: organ.name, place: String::new(), above: Vec::new() });
    };
    let full = format!("{kind} {own}");
    let offer = Offer {
        name: organ.name.clone(),
        place: search.place(&kind, &own),
        above: search.above(&search.alive(&full)),
    };
    if search.alive(&full).is_empty() {
        let others = search.like(&parts.head, &kind, &own, organ.level);
        return Meant::Unknown(offer, others);
    }
    Meant::Known(offer)
}

/// Where units are sought.
struct Search<'b> {
    book: &'b RuleBook,
    units: &'b AdminUnits,
    day: Date,
}

impl<'b> Search<'b> {
    /// The units of a full name on the day.
    fn alive(&self, full_name: &str) -> Vec<AdminUnit<'b>> {
        let mut all = self.units.named(full_name);
        all.retain(|unit| !unit.is_surely_absent_on(self.day));
        all
    }

    /// The organs of the people's power of the units of a name without an organ before it, with or without the
    /// word for its kind.
    fn of_unit(&self, words: &str) -> Vec<Offer> {
        let wanted = name_key(words);
        let is_meant =
            |unit: &AdminUnit<'_>| [name_key(unit.name), name_key(&unit.full_name())].contains(&wanted);
        let mut all = self.units.all();
        all.retain(|unit| unit.is_on(self.day) && is_meant(unit));
        let people = &self.book.lexicon().terms.organs.people;
        let mut offers: Vec<Offer> =
            people.iter().flat_map(|organ| self.offers(&organ.name, all.iter())).collect();
        offers.truncate(MOST);
        offers
    }

    /// Organs of the same head whose unit is of another kind and the same name, or spelt nearly alike.
    fn like(&self, head: &str, kind: &str, own: &str, level: Level) -> Vec<Offer> {
        let all = self.units.all();
        let alive: Vec<&AdminUnit<'_>> = all.iter().filter(|unit| unit.is_on(self.day)).collect();
        let same = alive.iter().copied().filter(|unit| name_key(unit.name) == name_key(own));
        let mut offers = self.offers(head, same);
        if offers.is_empty() && level != Level::Other {
            let of_kind = || alive.iter().copied().filter(|unit| name_key(unit.kind) == name_key(kind));
            let near = nearest(own, of_kind().map(|unit| unit.name));
            offers = self.offers(head, of_kind().filter(|unit| Some(unit.name) == near));
        }
        offers
    }

    /// Organs of that head for some units, those of one name once.
    fn offers<'u>(&self, head: &str, units: impl Iterator<Item = &'u AdminUnit<'b>>) -> Vec<Offer>
    where
        'b: 'u,
    {
        let mut offers: Vec<Offer> = Vec::new();
        for unit in units {
            let name = format!("{head} {}", unit.full_name());
            let above = self.above(std::slice::from_ref(unit));
            match offers.iter_mut().find(|own| own.name == name) {
                Some(own) => own.above.extend(above),
                None => offers.push(Offer { name, place: self.place(unit.kind, unit.name), above }),
            }
        }
        offers.truncate(MOST);
        offers
    }

    /// What units lie in, each once.
    fn above(&self, units: &[AdminUnit<'_>]) -> Vec<String> {
        let below = units.iter().filter(|unit| unit.rank != Rank::Province);
        let mut all: Vec<String> =
            below.filter_map(|unit| self.units.parent(unit)).map(|unit| unit.full_name()).collect();
        all.sort();
        all.dedup();
        all
    }

    /// The place of documents of a unit, as new drafts show it: some units are always named with their kind.
    fn place(&self, kind: &str, own: &str) -> String {
        let guise = self.book.skeletons().map(|own| &own.guise);
        let in_full = own.starts_with(|letter: char| letter.is_ascii_digit())
            || guise.is_some_and(|guise| guise.full_names.iter().any(|name| name_key(name) == name_key(own)));
        if in_full { format!("{} {own}", first_capital(&kind.to_lowercase())) } else { own.to_owned() }
    }
}
