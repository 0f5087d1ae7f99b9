//! The core: bytes in, findings out.

use crate::document::{Document, Level};
use crate::draft::Draft;
pub use crate::engine::{Judged, Options};
use crate::engine::{judge, run};
use crate::finding::Finding;
use crate::read::{ReadError, read};
use crate::recognize::recognize;
use crate::rulebook::RuleBook;
use crate::rulebook::profile::LevelName;
use crate::text::vietnamese::name_key;

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
    let mut document = recognize(&draft, book.lexicon());
    learn_level(&mut document, options);
    let judged = judge(book, &document, options);
    let (findings, skipped_checks) = run(book, &draft, &document, &judged, options);
    Checked { draft, document, judged, findings, skipped_checks }
}

/// Where the draft does not tell the level of its organ, the profile may.
fn learn_level(document: &mut Document, options: &Options) {
    let facts = &mut document.facts;
    let Some((organ, _)) = facts.organ.as_mut().filter(|(organ, _)| organ.level == Level::Other) else {
        return;
    };
    // The chair acts under the name of the committee.
    let key = name_key(&organ.name);
    let stated = options.profile.iter().flat_map(|profile| profile.all());
    let mut known = facts.profile.iter().chain(stated);
    let own = known.find(|own| key.ends_with(&name_key(&own.name)));
    if let Some(level) = own.and_then(|own| own.level) {
        organ.level = match level {
            LevelName::Province => Level::Province,
            LevelName::District => Level::District,
            LevelName::Commune => Level::Commune,
            LevelName::SpecialZone => Level::SpecialZone,
        };
    }
}
