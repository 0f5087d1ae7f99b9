//! The rule book as the commands need it.

use super::folder;
use super::inputs::shown;
use super::words;
use std::path::Path;
use thethuc_core::check::{self, Checked, Options};
use thethuc_core::finding::Words;
use thethuc_core::read::ReadError;
use thethuc_core::report::Names;
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::RuleBookError;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::skeleton::{self, Request, Sketch};

/// The rules and the law that drafts are judged by.
pub struct Book(RuleBook);

impl Book {
    /// The embedded rules, with those of a directory.
    ///
    /// # Errors
    /// Tells all faults of the files of the directory, each with file, line and column.
    pub fn load(directory: Option<&Path>) -> Result<Self, Words> {
        let Some(directory) = directory else { return Ok(Self(thethuc_law::book())) };
        if !directory.is_dir() {
            let path = shown(directory);
            return Err(words(
                format!("không có thư mục quy tắc “{path}”."),
                format!("there is no folder of rules “{path}”."),
            ));
        }
        let book = thethuc_law::book().with_own(&folder::read(directory));
        book.map(Self).map_err(|faults| fault_words(directory, &faults))
    }

    /// The rule book itself.
    pub const fn inner(&self) -> &RuleBook {
        &self.0
    }

    /// Files of the own folder that stand in the place of one of the rule book; none without a folder.
    pub fn replacing(&self) -> Vec<&str> {
        self.0.origins().replacing().collect()
    }

    /// Ids of all rules.
    pub fn rules(&self) -> Vec<String> {
        self.0.rule_ids().map(str::to_owned).collect()
    }

    /// Sketches a new draft.
    pub fn sketch(&self, request: &Request) -> Result<Sketch, Words> {
        skeleton::sketch(&self.0, request).map_err(|refusal| refusal.words())
    }

    /// Checks one draft.
    pub fn check(&self, name: &str, bytes: &[u8], options: &Options) -> Result<Checked, ReadError> {
        check::check(name, bytes, options, &self.0)
    }
}

/// One line a fault: `rules/format/motto.yaml:3:1: …`.
fn fault_words(directory: &Path, faults: &[RuleBookError]) -> Words {
    let lines = |language: Language| {
        let line = |fault: &RuleBookError| {
            let place = format!("{}:{}:{}", shown(&directory.join(&fault.file)), fault.line, fault.column);
            format!("\n  {place}: {}", fault.words.in_language(language))
        };
        faults.iter().map(line).collect::<String>()
    };
    words(
        format!("quy tắc trong thư mục “{}” có lỗi:{}", shown(directory), lines(Language::Vi)),
        format!("the rules of the folder “{}” have faults:{}", shown(directory), lines(Language::En)),
    )
}

impl Names for Book {
    fn regime(&self, id: &str) -> Option<Words> {
        self.0.regimes().iter().find(|regime| regime.id == id).map(|regime| regime.title.words())
    }

    fn instrument(&self, number: &str) -> Option<Words> {
        self.0.instruments().find(|own| own.cited() == number).map(|own| own.title.words())
    }
}
