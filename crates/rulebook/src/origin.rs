//! Where the files of a rule book come from: the rule book itself, or the folder of an office.

use crate::vocabulary::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Where a file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The rule book itself.
    BuiltIn,
    /// An own folder.
    Own,
    /// An own folder, in the place of a file of the rule book.
    Replacing,
}

/// What an office pack is known by: whoever reads a report must see by whose rules and data it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct PackMark {
    /// Its name.
    pub name: String,
    /// Who gives it out.
    pub issuer: String,
    /// The day on which it was made.
    pub day: Date,
    /// SHA-256 of its bytes, hexadecimal.
    pub digest: String,
}

/// The files of own folders, by the paths that the rule book knows them by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    own: BTreeMap<String, Origin>,
    packs: Vec<PackMark>,
}

impl Origins {
    /// Keeps in mind that a file is an office's own.
    pub(crate) fn add(&mut self, path: String, replaces: bool) {
        let origin = if replaces { Origin::Replacing } else { Origin::Own };
        // What an earlier folder put in the place of a file still stands there.
        self.own.entry(path).or_insert(origin);
    }

    /// Keeps in mind that an office pack was added.
    pub(crate) fn add_pack(&mut self, mark: PackMark) {
        self.packs.push(mark);
    }

    /// The office packs that were added.
    pub fn packs(&self) -> &[PackMark] {
        &self.packs
    }

    /// Where the file of a path comes from.
    pub fn of(&self, path: &str) -> Origin {
        self.own.get(path).copied().unwrap_or(Origin::BuiltIn)
    }

    /// Where a rule comes from.
    pub fn of_rule(&self, id: &str) -> Origin {
        self.of(&format!("{id}.yaml"))
    }

    /// Where a base draft comes from.
    pub fn of_base(&self, name: &str) -> Origin {
        self.of(&format!("bases/{name}.md"))
    }

    /// Paths of the own files that stand in the place of one of the rule book, ordered.
    pub fn replacing(&self) -> impl Iterator<Item = &str> {
        let replacing = self.own.iter().filter(|(_, origin)| **origin == Origin::Replacing);
        replacing.map(|(path, _)| path.as_str())
    }
}
