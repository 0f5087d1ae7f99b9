//! What the files of `rules/registry/` say: instruments that drafts cite, and administrative units.
//!
//! `instruments.yaml` is written by hand and small. The two sheets are harvested and large: they
//! are kept as ordered lines and searched where they lie, so that nobody waits for rows that a
//! document does not name.

pub mod admin_unit;
pub mod instrument;
mod sheet;
pub mod table;

pub use admin_unit::{AdminUnit, AdminUnitLine, AdminUnits, KINDS, Rank, has_kind};
pub use instrument::{Confidence, Fact, InstrumentLine, Instruments, Registered, read_harvested};
pub use table::Table;

use crate::vocabulary::vietnamese::name_key;
use std::borrow::Cow;

/// What is known of instruments and administrative units. What is absent proves nothing.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    /// The instruments kept by hand.
    pub curated: Instruments,
    /// Numbers by title: of the instruments kept by hand, and of all laws, which are cited by name.
    pub titles: Table,
    /// The harvested instruments, by number.
    pub harvested: Table,
    /// The administrative units.
    pub units: AdminUnits,
}

impl Registry {
    /// Orders the titles anew, after instruments were put in.
    pub fn index(&mut self) {
        let curated =
            self.curated.instruments.iter().map(|entry| (entry.title.clone(), entry.number.clone()));
        let harvested = instrument::harvested_laws(&self.harvested);
        let titles = curated.chain(harvested).filter(|(title, _)| !title.is_empty());
        self.titles =
            Table::of_rows(titles.map(|(title, number)| (name_key(&title), vec![Cow::Owned(number)])));
    }

    /// The instruments that bear this very title, whatever the place of tone marks.
    pub fn titled(&self, kind: &str, title: &str) -> Vec<Cow<'_, Registered>> {
        let (key, kind_key) = (name_key(title), name_key(kind));
        // "Luật Luật sư": what looks like the kind may be the first word of the title.
        let bare = key.strip_prefix(&kind_key).map(str::trim_start).filter(|bare| !bare.is_empty());
        let keys = [Some(key.as_str()), bare];
        let rows = keys.into_iter().flatten().flat_map(|key| self.titles.find(key));
        let entries = rows.filter_map(|row| self.instrument(row.fields::<1>()[0]));
        entries.filter(|entry| entry.kind == kind).collect()
    }

    /// The entry of a number; what was written by hand goes before what was harvested.
    pub fn instrument(&self, number: &str) -> Option<Cow<'_, Registered>> {
        let curated = self.curated.find(number).map(Cow::Borrowed);
        curated.or_else(|| instrument::harvested(&self.harvested, number).map(Cow::Owned))
    }
}
