//! The core: bytes in, findings out.

use crate::document::Document;
use crate::draft::Draft;
use crate::finding::Finding;
use crate::read::{ReadError, read};
use crate::recognize::recognize;
pub use crate::rules::{Judged, Options};
use crate::rules::{RuleBook, judge, run};

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
