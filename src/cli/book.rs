//! The rule book that the commands use.
//!
//! Only here a folder and the embedded rules come together; no other room asks where a rule comes
//! from.

use super::bytes::shown;
use super::folder;
use super::words;
use crate::terminal::fault::{PICTURES, draw};
use std::path::Path;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::rulebook::{Folder, RuleBook, RuleBookError};

/// The embedded rules, with those of a directory.
///
/// # Errors
/// Tells all faults of the files of the directory, each with file, line and column.
pub fn load(directory: Option<&Path>) -> Result<RuleBook, Words> {
    let book = thethuc_law::book();
    match directory {
        Some(directory) => extended(&book, directory),
        None => Ok(book),
    }
}

/// The rules of a directory alone, which holds a whole rule book.
///
/// # Errors
/// Tells all faults of its files, each with file, line and column.
pub fn whole(directory: &Path) -> Result<RuleBook, Words> {
    let folder = folder::read(directory);
    if !folder.lost.is_empty() {
        return Err(fault_words(directory, &folder, &folder.lost));
    }
    RuleBook::of_files(&folder.files).map_err(|faults| fault_words(directory, &folder, &faults))
}

/// A book with the rules of a directory.
///
/// # Errors
/// Tells all faults of the files of the directory, each with file, line and column.
pub fn extended(book: &RuleBook, directory: &Path) -> Result<RuleBook, Words> {
    if !directory.is_dir() {
        let path = shown(directory);
        return Err(words(
            format!("không có thư mục quy tắc “{path}”."),
            format!("there is no folder of rules “{path}”."),
        ));
    }
    let folder = folder::read(directory);
    book.with_own(&folder).map_err(|faults| fault_words(directory, &folder, &faults))
}

/// One line a fault, `rules/format/motto.yaml:3:1: …`, the first ones with the line that they are in.
fn fault_words(directory: &Path, folder: &Folder, faults: &[RuleBookError]) -> Words {
    let lines = |language: Language| {
        let one = |(index, fault): (usize, &RuleBookError)| {
            let place = format!("{}:{}:{}", shown(&directory.join(&fault.file)), fault.line, fault.column);
            let message = format!("{place}: {}", fault.words.in_language(language));
            let file = folder.files.iter().find(|file| file.path == fault.file && index < PICTURES);
            let text = file.map(|file| file.text.as_str());
            format!("\n{}", draw(&message, text, (fault.line, fault.column)))
        };
        faults.iter().enumerate().map(one).collect::<String>()
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
