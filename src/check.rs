//! The core: bytes in, findings out.

use crate::document::{Class, Document, Stage};
use crate::draft::Draft;
use crate::finding::Finding;
use crate::read::{ReadError, read};
use crate::recognize::recognize;
use crate::rules::{RuleBook, judge, run};
use crate::text::Date;

/// What the caller states about the drafts it wants checked.
#[derive(Clone, Debug)]
pub struct Options {
    /// The stage, unless the draft states its own; [`Stage::Draft`] if `None`.
    pub stage: Option<Stage>,
    /// The day whose law is applied, instead of the date of the document.
    pub as_of: Option<Date>,
    /// Today: the day on which a draft without a date will be signed at the earliest. The core has
    /// no clock.
    pub today: Date,
    /// The class, instead of the one that the symbol shows.
    pub class: Option<Class>,
    /// Rules (`group/name`) or groups that alone are applied; empty for all.
    pub only: Vec<String>,
    /// Rules or groups that are not applied.
    pub skip: Vec<String>,
}

/// A checked draft.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The draft as read.
    pub draft: Draft,
    /// The document as recognized.
    pub document: Document,
    /// Class, stage, day and regime that the draft was judged by.
    pub judged: Judged,
    /// The findings in order of the text.
    pub findings: Vec<Finding>,
    /// Number of checks that could not be made because the source cannot tell.
    pub skipped_checks: usize,
}

/// What a draft was judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The class.
    pub class: Option<Class>,
    /// The stage.
    pub stage: Stage,
    /// The day whose law was applied.
    pub day: Date,
    /// Id of the regime (`normative-2025`); `None` where the rule book has none for class and day.
    pub regime: Option<String>,
}

/// Checks a draft: reads the bytes by the kind that `name` shows, recognizes the document, and
/// judges it by the rules in force on its day.
///
/// # Errors
/// Says why the bytes cannot be read as a draft.
pub fn check(name: &str, bytes: &[u8], options: &Options, book: &RuleBook) -> Result<Checked, ReadError> {
    Ok(check_draft(read(name, bytes)?, options, book))
}

/// Checks a draft that was already read.
pub fn check_draft(draft: Draft, options: &Options, book: &RuleBook) -> Checked {
    let document = recognize(&draft);
    let judged = judge(book, &document, options);
    let (findings, skipped_checks) = run(book, &draft, &document, &judged, options);
    Checked { draft, document, judged, findings, skipped_checks }
}
