//! The door: bytes in, a checked draft out.
//!
//! A [`Checker`] is made once, of a rule book and of what its owner states about the drafts; then it
//! checks any number of drafts, also from several threads. It reads no file, no clock and no
//! environment: whoever stands before it brings the bytes, and says which day is today.
//!
//! ```
//! use thethuc_core::checker::{Checker, Options};
//! use thethuc_core::document::Stage;
//! use thethuc_core::text::Date;
//!
//! let today = Date::new(2026, 11, 29).ok_or("no such day")?;
//! let mut options = Options::on(today);
//! options.stage = Some(Stage::Issue);
//! let checker = Checker::new(thethuc_law::book(), options)?;
//!
//! let draft = "CỘNG HOÀ XÃ HỘI CHŨ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 12/QĐ-UBND\n\nQUYẾT ĐỊNH\n";
//! let checked = checker.check("quyet-dinh.md", draft.as_bytes())?;
//! for finding in &checked.findings {
//!     let words = finding.span.of(&checked.draft.text);
//!     println!("{:?} {}: {} ({words})", finding.severity, finding.rule, finding.message.vi);
//! }
//! assert!(checked.findings.iter().any(|finding| finding.rule == "format/national-name"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod coverage;
mod error;
mod names;
mod reach;

pub use crate::engine::{Judged, Options};
pub use coverage::{Coverage, JudgedBy, NotEvaluated};
pub use error::{CheckError, guarded};
pub use names::{UnknownName, nearest_rule, verify};
pub use reach::Reach;

use crate::document::{Document, Level};
use crate::draft::{Draft, Format};
use crate::engine::{judge, run};
use crate::finding::{Finding, Triaged, Unjudged};
use crate::read::read;
use crate::recognize::recognize;
use crate::rulebook::RuleBook;
use crate::rulebook::profile::{LevelName, Profile};
use crate::text::vietnamese::name_key;
use std::sync::Arc;

/// A rule book, ready to judge drafts by what its owner states of them.
#[derive(Clone)]
pub struct Checker {
    book: Arc<RuleBook>,
    options: Options,
}

/// A checked draft.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// The draft as read.
    pub draft: Draft,
    /// The document as recognized.
    pub document: Document,
    /// Class, stage, day and regime that the draft was judged by.
    pub judged: Judged,
    /// The findings in order of the text.
    pub findings: Vec<Finding>,
    /// The rules that apply but could not be fully judged, with the reasons, in the order of the book.
    pub unjudged: Vec<Unjudged>,
    /// How many of the requirements that apply were judged, and why the others were not.
    pub coverage: Coverage,
    /// Whether the draft was judged by the law of its class, by what all classes share, or by nothing.
    pub judged_by: JudgedBy,
    /// How far the data on instruments reach.
    pub reach: Reach,
    /// What triage says of the draft as a whole; nothing before it ([`crate::triage`]).
    pub triaged: Triaged,
}

impl Checker {
    /// A checker.
    ///
    /// # Errors
    /// When [`Options::only`] or [`Options::skip`] names neither a rule nor a group of rules: a
    /// misspelt name must not read as “nothing was found”.
    pub fn new(book: impl Into<Arc<RuleBook>>, options: Options) -> Result<Self, UnknownName> {
        let book = book.into();
        verify(&book, options.only.iter().chain(&options.skip))?;
        Ok(Self { book, options })
    }

    /// The rule book.
    pub fn book(&self) -> &RuleBook {
        &self.book
    }

    /// What the owner states of all drafts.
    pub const fn options(&self) -> &Options {
        &self.options
    }

    /// Checks a draft. The kind of file follows from the ending of `name` (`.docx`, `.md`, `.txt` …),
    /// or, where the name is empty, from the bytes.
    ///
    /// # Errors
    /// Says in one sentence why the bytes cannot be read as a draft, or that a fault of the program
    /// stopped the check of this one.
    pub fn check(&self, name: &str, bytes: &[u8]) -> Result<Checked, CheckError> {
        self.check_for(self.options.profile.clone(), name, bytes)
    }

    /// Checks a draft of an office that has a profile of its own, such as that of its folder.
    ///
    /// # Errors
    /// See [`Self::check`].
    pub fn check_for(
        &self,
        profile: Option<Arc<Profile>>,
        name: &str,
        bytes: &[u8],
    ) -> Result<Checked, CheckError> {
        let options = Options { profile, ..self.options.clone() };
        guarded(|| Ok(check_draft(read(name, bytes)?, &options, &self.book)))?
    }

    /// Checks a draft that was already read.
    ///
    /// # Errors
    /// That a fault of the program stopped the check.
    pub fn check_draft(&self, draft: Draft) -> Result<Checked, CheckError> {
        guarded(|| check_draft(draft, &self.options, &self.book))
    }
}

impl Checked {
    /// Whether the file is meant to be a draft at all, for files that nobody named. Word files always
    /// are; a text file is one if anything was recognized that only a draft has.
    pub fn is_draft(&self) -> bool {
        self.draft.format == Format::Docx || has_marks_of_a_draft(&self.document)
    }
}

fn has_marks_of_a_draft(document: &Document) -> bool {
    document.parts.iter().any(|part| {
        let header = &part.header;
        header.national_name.is_some()
            || header.number.is_some()
            || part.form.is_some()
            || !part.signatures.is_empty()
    })
}

/// Recognizes and judges a draft.
pub(crate) fn check_draft(draft: Draft, options: &Options, book: &RuleBook) -> Checked {
    let mut document = recognize(&draft, book.lexicon());
    learn_level(&mut document, options);
    let judged = judge(book, &document, options);
    let judgement = run(book, &draft, &document, &judged, options);
    let coverage = Coverage::of(&judgement);
    let judged_by = JudgedBy::of(book, &draft, &judged, &judgement, &coverage);
    let reach = Reach::of(book, &document, &draft.text, &judged);
    let (findings, unjudged) = (judgement.findings, judgement.unjudged);
    Checked {
        draft,
        document,
        judged,
        findings,
        unjudged,
        coverage,
        judged_by,
        reach,
        triaged: Triaged::default(),
    }
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

#[cfg(test)]
mod tests;
