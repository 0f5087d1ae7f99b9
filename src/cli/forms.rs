//! The forms of reports that the program knows.

use crate::terminal::{Extent, Screen, Terminal};
use std::path::Path;
use thethuc_core::finding::Words;
use thethuc_core::report::formats::Formats;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_html::Html;

/// Columns of an output that is no terminal.
pub const COLUMNS_OF_A_FILE: usize = 100;

/// The form for people.
pub const FOR_PEOPLE: &str = "terminal";

/// All forms that the program knows, for a report on so many files. `told` stands at the head of those that have
/// a place for it.
pub fn forms(screen: Screen, files: usize, told: &[Words]) -> Formats {
    let page = Html::on(files).telling(told.to_vec());
    thethuc_formats::with_all(Formats::default()).with(page).with(Terminal(screen))
}

/// The form that the ending of a file tells; `None` where several have it (.xml), or none.
pub fn by_ending(file: &Path) -> Option<&'static str> {
    const ENDINGS: [(&str, &str); 7] = [
        ("html", "html"),
        ("htm", "html"),
        ("json", "json"),
        ("jsonl", "jsonl"),
        ("ndjson", "jsonl"),
        ("sarif", "sarif"),
        ("txt", FOR_PEOPLE),
    ];
    let ending = file.extension()?.to_str()?.to_ascii_lowercase();
    ENDINGS.iter().find(|(own, _)| *own == ending).map(|(_, form)| *form)
}

/// The names of all forms.
pub fn names() -> Vec<&'static str> {
    let screen =
        Screen { language: Language::Vi, color: false, width: COLUMNS_OF_A_FILE, extent: Extent::Usual };
    forms(screen, 1, &[]).names()
}
