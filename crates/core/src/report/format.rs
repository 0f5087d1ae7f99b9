//! What a form of a report is.

use super::model::Document;
use super::overview::Overview;
use super::{Names, Reported, Tally};
use crate::rulebook::vocabulary::Language;

/// What holds for a whole report.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The language of the words.
    pub language: Language,
    /// How people call what findings and documents refer to.
    pub names: &'a dyn Names,
    /// The files of an own folder that stand in the place of one of the rule book.
    pub replacing: &'a [&'a str],
}

/// A form of a report. It is written in pieces, so that a long list of files never lies in memory as a
/// whole: `open`, one `piece` a document with `between` before all but the first, `close`.
pub trait Format: Sync {
    /// The name by which people ask for it.
    fn name(&self) -> &'static str;

    /// Whether it tells of each finding whether it was there before, and of each decision. One that does not is
    /// given what is new alone, unless the user wants otherwise.
    fn tells_state(&self) -> bool {
        false
    }

    /// What comes before the first document.
    fn open(&self, _setting: &Setting<'_>) -> String {
        String::new()
    }

    /// One document: a function of what is known of it and of nothing else. Empty where there is
    /// nothing to say. `document` is what is to be reported; `reported` holds the draft itself, for faces
    /// that show its text.
    fn piece(&self, document: &Document<'_>, reported: &Reported<'_>, setting: &Setting<'_>) -> String;

    /// What stands between two documents.
    fn between(&self) -> &'static str {
        ""
    }

    /// What comes after the last document.
    fn close(&self, _tally: &Tally, _setting: &Setting<'_>) -> String {
        String::new()
    }

    /// What comes after the last document, for a form that shows the whole run at a glance.
    fn close_over(&self, overview: &Overview, setting: &Setting<'_>) -> String {
        self.close(&overview.tally, setting)
    }
}
