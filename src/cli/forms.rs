//! The forms of reports that the program knows.

use crate::terminal::{Extent, Screen, Terminal};
use thethuc_core::report::formats::Formats;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_html::Html;

/// Columns of an output that is no terminal.
pub const COLUMNS_OF_A_FILE: usize = 100;

/// All forms that the program knows, for a report on so many files.
pub fn forms(screen: Screen, files: usize) -> Formats {
    Formats::default().with(Html::on(files)).with(Terminal(screen))
}

/// The names of all forms.
pub fn names() -> Vec<&'static str> {
    let screen =
        Screen { language: Language::Vi, color: false, width: COLUMNS_OF_A_FILE, extent: Extent::Usual };
    forms(screen, 1).names()
}
