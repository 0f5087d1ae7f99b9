//! The forms of reports that the program knows.

use crate::terminal::{Extent, Screen, Terminal};
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

/// The names of all forms.
pub fn names() -> Vec<&'static str> {
    let screen =
        Screen { language: Language::Vi, color: false, width: COLUMNS_OF_A_FILE, extent: Extent::Usual };
    forms(screen, 1, &[]).names()
}
