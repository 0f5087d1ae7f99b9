//! What the files of `rules/registry/` say: instruments that drafts cite, and administrative units.
//!
//! `instruments.yaml` is written by hand and small. The two sheets are harvested and large: they
//! are kept as ordered lines and searched where they lie, so that nobody waits for rows that a
//! document does not name. A pack that an office brings lies above them.

pub mod about;
pub mod admin_unit;
pub mod harvest;
pub mod instrument;
pub mod pack;
mod sheet;
pub mod table;

pub use about::About;
pub use admin_unit::{AdminUnit, AdminUnitLine, AdminUnits, KINDS, Rank, has_kind};
pub use harvest::{InstrumentLine, read_harvested};
pub use instrument::{Confidence, Fact, Grade, Instruments, KnownFact, Registered};
pub use pack::Pack;
pub use table::Table;

use crate::vocabulary::Date;
use crate::vocabulary::vietnamese::name_key;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What is known of instruments and administrative units. What is absent proves nothing.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    /// The day up to which the data reach, and what its sources are.
    pub about: About,
    /// The instruments kept by hand.
    pub curated: Instruments,
    /// Numbers by title: of the instruments kept by hand, and of all laws, which are cited by name.
    pub titles: Table,
    /// The harvested instruments, by number.
    pub harvested: Table,
    /// The instruments of a pack that was added, by number.
    pub added: Table,
    /// Numbers by title, of the instruments of that pack.
    pub added_titles: Table,
    /// The administrative units.
    pub units: AdminUnits,
}

impl Registry {
    /// Orders the titles anew, after instruments were put in.
    pub fn index(&mut self) {
        let curated =
            self.curated.instruments.iter().map(|entry| (entry.title.clone(), entry.number.clone()));
        self.titles = by_title(curated.chain(harvest::harvested_laws(&self.harvested)));
    }

    /// Lays a pack above what is there, or puts it in its place if it says so. A list of units always takes the
    /// place of the one that is there: units end and begin together.
    pub fn add(&mut self, pack: Pack) {
        if let Some(units) = pack.units {
            self.units = units;
        }
        if pack.replaces {
            self.about.data_until = pack.data_until;
            (self.curated, self.added, self.added_titles) = Default::default();
            self.harvested = pack.instruments;
            self.index();
            return;
        }
        // An added list makes no other list older.
        self.about.data_until = self.about.data_until.max(pack.data_until);
        self.added_titles = by_title(harvest::harvested_laws(&pack.instruments));
        self.added = pack.instruments;
    }

    /// The day up to which the data on instruments reach: what was issued or ended later is not in them.
    pub const fn data_until(&self) -> Option<Date> {
        self.about.data_until
    }

    /// The instruments that bear this very title, whatever the place of tone marks.
    pub fn titled(&self, kind: &str, title: &str) -> Vec<Cow<'_, Registered>> {
        let (key, kind_key) = (name_key(title), name_key(kind));
        // "Luật Luật sư": what looks like the kind may be the first word of the title.
        let bare = key.strip_prefix(&kind_key).map(str::trim_start).filter(|bare| !bare.is_empty());
        // Some titles begin with the kind.
        let with_kind = format!("{kind_key} {key}");
        let keys = [Some(key.as_str()), bare, Some(with_kind.as_str())];
        let both = [&self.titles, &self.added_titles];
        let rows = keys.into_iter().flatten().flat_map(|key| both.into_iter().flat_map(|own| own.find(key)));
        let mut numbers: Vec<&str> = rows.map(|row| row.fields::<1>()[0]).collect();
        numbers.dedup();
        let entries = numbers.into_iter().filter_map(|number| self.instrument(number));
        entries.filter(|entry| entry.kind == kind).collect()
    }

    /// The entry of a number: of each fact the surest; of two that are equally sure what a pack has goes
    /// before what was written by hand, and that before what was harvested.
    pub fn instrument(&self, number: &str) -> Option<Cow<'_, Registered>> {
        let curated = self.curated.find(number).map(Cow::Borrowed);
        let harvested = [&self.harvested, &self.added].map(|table| harvest::harvested(table, number));
        let [below, above] = harvested.map(|entry| entry.map(Cow::Owned));
        let layers = [below, curated, above].into_iter().flatten();
        layers.reduce(|below, above| Cow::Owned(below.into_owned().joined(&above)))
    }

    /// All instruments, each once, by number.
    pub fn all(&self) -> Vec<Registered> {
        let mut all: BTreeMap<String, Registered> = BTreeMap::new();
        let harvested = harvest::all_harvested(&self.harvested);
        let layers = harvested.chain(self.curated.instruments.iter().cloned());
        for entry in layers.chain(harvest::all_harvested(&self.added)) {
            let joined = match all.remove(&entry.number) {
                Some(below) => below.joined(&entry),
                None => entry,
            };
            all.insert(joined.number.clone(), joined);
        }
        all.into_values().collect()
    }
}

/// Numbers by title; what has no title is not listed.
fn by_title(titles: impl Iterator<Item = (String, String)>) -> Table {
    let titles = titles.filter(|(title, _)| !title.is_empty());
    Table::of_rows(titles.map(|(title, number)| (name_key(&title), vec![Cow::Owned(number)])))
}
