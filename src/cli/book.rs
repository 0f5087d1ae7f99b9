//! The rule book that the commands use.
//!
//! Only here a folder and the embedded rules come together; no other room asks where a rule comes
//! from.

use super::folder;
use super::inputs::shown;
use super::words;
use std::path::Path;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::rulebook::{RuleBook, RuleBookError};

/// The embedded rules, with those of a directory.
///
/// # Errors
/// Tells all faults of the files of the directory, each with file, line and column.
pub fn load(directory: Option<&Path>) -> Result<RuleBook, Words> {
    let Some(directory) = directory else { return Ok(thethuc_law::book()) };
    if !directory.is_dir() {
        let path = shown(directory);
        return Err(words(
            format!("không có thư mục quy tắc “{path}”."),
            format!("there is no folder of rules “{path}”."),
        ));
    }
    let book = thethuc_law::book().with_own(&folder::read(directory));
    book.map_err(|faults| fault_words(directory, &faults))
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

/// Files of the own folder that stand in the place of one of the rule book; none without a folder.
pub fn replacing(book: &RuleBook) -> Vec<&str> {
    book.origins().replacing().collect()
}
