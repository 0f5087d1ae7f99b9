//! The rule book as the commands need it.

use std::path::Path;
use thethuc::check::{self, Checked, Options};
use thethuc::finding::Words;
use thethuc::read::ReadError;
use thethuc::report::Names;
use thethuc::rules::RuleBook;

pub struct Book(RuleBook);

impl Book {
    /// The embedded rules, with those of a directory. Where its files have faults, all of them are told.
    pub fn load(directory: Option<&Path>) -> Result<Self, Words> {
        let Some(directory) = directory else { return Ok(Self(RuleBook::embedded())) };
        RuleBook::with_directory(directory).map(Self).map_err(|faults| {
            let line = |vi: bool| {
                let each = faults.iter().map(|fault| {
                    let path = directory.join(&fault.file);
                    let words = if vi { &fault.words.vi } else { &fault.words.en };
                    format!("{}:{}:{}: {words}", path.display(), fault.line, fault.column)
                });
                each.collect::<Vec<_>>().join("\n")
            };
            Words { vi: line(true), en: line(false) }
        })
    }

    pub fn rules(&self) -> Vec<String> {
        self.0.rule_ids().map(str::to_owned).collect()
    }

    pub fn check(&self, name: &str, bytes: &[u8], options: &Options) -> Result<Checked, ReadError> {
        check::check(name, bytes, options, &self.0)
    }
}

impl Names for Book {
    fn regime(&self, id: &str) -> Option<Words> {
        self.0.regimes().iter().find(|regime| regime.id == id).map(|regime| regime.title.words())
    }

    fn instrument(&self, number: &str) -> Option<Words> {
        self.0.instruments().find(|own| own.cited() == number).map(|own| own.title.words())
    }
}
