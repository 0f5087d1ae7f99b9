//! What the files of `rules/registry/` say: instruments that drafts cite, and administrative units.
//!
//! `instruments.yaml` is written by hand and small. The two sheets are harvested and large: they
//! are kept as ordered lines and searched where they lie, so that nobody waits for rows that a
//! document does not name.

pub mod instrument;
mod sheet;
pub mod table;
pub mod unit;

pub use instrument::{Confidence, Fact, Instruments, Registered, read_harvested};
pub use table::Table;
pub use unit::{KINDS, Rank, Unit, Units};

use std::borrow::Cow;

/// What is known of instruments and administrative units. What is absent proves nothing.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    /// The instruments kept by hand.
    pub curated: Instruments,
    /// The harvested instruments, by number.
    pub harvested: Table,
    /// The administrative units.
    pub units: Units,
}

impl Registry {
    /// The entry of a number; what was written by hand goes before what was harvested.
    pub fn instrument(&self, number: &str) -> Option<Cow<'_, Registered>> {
        let curated = self.curated.find(number).map(Cow::Borrowed);
        curated.or_else(|| instrument::harvested(&self.harvested, number).map(Cow::Owned))
    }
}
