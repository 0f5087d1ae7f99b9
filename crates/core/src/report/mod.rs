//! Reports: what was found, for machines (JSON), and the words in which faces speak of it to people.
//!
//! Pure: values in, text out.

pub mod citing;
pub mod data_day;
pub mod format;
pub mod formats;
pub mod guide;
pub mod json;
pub mod jsonl;
pub mod model;
pub mod overview;
pub mod position;
pub mod schema;
pub mod span;
pub mod structure;
pub mod wording;

use crate::checker::{Checked, JudgedBy};
use crate::finding::{Finding, Severity, Words};
use crate::rulebook::{PackMark, RuleBook};
use crate::text::Date;
use std::collections::BTreeMap;

/// One input and what became of it.
#[derive(Clone, Copy, Debug)]
pub struct Reported<'a> {
    /// The path as given, with forward slashes.
    pub path: &'a str,
    /// What became of it.
    pub outcome: Outcome<'a>,
}

/// What became of an input.
#[derive(Clone, Copy, Debug)]
pub enum Outcome<'a> {
    /// It was checked.
    Checked {
        /// The result.
        checked: &'a Checked,
        /// The bytes it was read from, for lines and columns of plain files.
        source: &'a [u8],
    },
    /// It could not be read, for this reason.
    Unreadable(&'a Words),
}

/// What a report must be told of the rule book beyond what the findings carry.
pub trait Names: Sync {
    /// How people call the regime with this id.
    fn regime(&self, id: &str) -> Option<Words>;
    /// How people call the instrument with this number: `Nghị định số 30/2020/NĐ-CP`.
    fn instrument(&self, number: &str) -> Option<Words>;
    /// What people should know of the rule with this id; nothing where the rule is not known here.
    fn rule(&self, _id: &str) -> Option<model::Rule> {
        None
    }
    /// The last day of the data on the force of instruments; `None` where it is not known.
    fn data_until(&self) -> Option<Date> {
        None
    }
    /// The address at which the pages of rules stand, as their owner tells it; the program knows none.
    fn pages(&self) -> Option<&str> {
        None
    }
    /// The office packs whose rules and data were applied.
    fn packs(&self) -> Vec<&PackMark> {
        Vec::new()
    }
}

impl Names for RuleBook {
    fn regime(&self, id: &str) -> Option<Words> {
        self.regimes().iter().find(|regime| regime.id == id).map(|regime| regime.title.words())
    }

    fn instrument(&self, number: &str) -> Option<Words> {
        self.instruments().find(|own| own.cited() == number).map(|own| own.title.words())
    }

    fn rule(&self, id: &str) -> Option<model::Rule> {
        model::Rule::of(self, id)
    }

    fn data_until(&self) -> Option<Date> {
        self.registry().data_until()
    }

    fn packs(&self) -> Vec<&PackMark> {
        self.origins().packs().iter().collect()
    }
}

/// Counts over any number of inputs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Inputs reported, those that could not be read included.
    pub documents: usize,
    /// Inputs that could not be read.
    pub unreadable: usize,
    /// Drafts that were judged by nothing ([`JudgedBy::None`]).
    pub unjudged: usize,
    /// Drafts of unknown class, judged by nothing but what all classes share ([`JudgedBy::Common`]).
    pub common_only: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are notes.
    pub notes: usize,
    /// Those of all these findings that were decided or known before: they fail no run.
    pub set_aside: SetAside,
    /// Number of findings by the id of their rule.
    pub rules: BTreeMap<String, usize>,
    /// Requirements that apply, summed over the documents.
    pub applicable: usize,
    /// Those of them that could not be fully judged.
    pub skipped_checks: usize,
    /// Requirements that apply too, but that the caller does not want.
    pub unwanted: usize,
    /// Files of walked folders that are no drafts; not among the documents.
    pub not_drafts: usize,
    /// Documents of walked folders of a kind that cannot be read (.doc, .pdf); not among the documents.
    pub other_documents: usize,
    /// Drafts that were left alone because they are as they were before; not among the documents.
    pub untouched: usize,
    /// Number of findings that were there before and are there no more, by the id of their rule.
    pub repaired: BTreeMap<String, usize>,
}

/// Findings that fail no run, by severity ([`Finding::is_set_aside`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SetAside {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl SetAside {
    fn count(&mut self, finding: &Finding) {
        let number = usize::from(finding.is_set_aside());
        match finding.severity {
            Severity::Error => self.errors += number,
            Severity::Warning => self.warnings += number,
            Severity::Note => self.notes += number,
        }
    }

    /// All of them.
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.notes
    }
}

impl Tally {
    /// The counts of one input.
    pub fn of(outcome: Outcome<'_>) -> Self {
        let mut tally = Self { documents: 1, ..Self::default() };
        match outcome {
            Outcome::Unreadable(_) => tally.unreadable = 1,
            Outcome::Checked { checked, .. } => {
                tally.skipped_checks = checked.unjudged.len();
                tally.applicable = checked.coverage.applicable;
                tally.unwanted = checked.coverage.unwanted;
                tally.unjudged = usize::from(checked.judged_by == JudgedBy::None);
                tally.common_only = usize::from(checked.judged_by == JudgedBy::Common);
                for gone in &checked.triaged.gone {
                    *tally.repaired.entry(gone.rule.clone()).or_default() += gone.count;
                }
                for finding in &checked.findings {
                    tally.set_aside.count(finding);
                    *tally.rules.entry(finding.rule.clone()).or_default() += 1;
                    match finding.severity {
                        Severity::Error => tally.errors += 1,
                        Severity::Warning => tally.warnings += 1,
                        Severity::Note => tally.notes += 1,
                    }
                }
            }
        }
        tally
    }

    /// Counts a file of a walked folder that is no draft.
    pub fn not_a_draft() -> Self {
        Self { not_drafts: 1, ..Self::default() }
    }

    /// Adds the counts of more inputs.
    pub fn add(&mut self, more: &Self) {
        self.documents += more.documents;
        self.unreadable += more.unreadable;
        self.unjudged += more.unjudged;
        self.common_only += more.common_only;
        self.applicable += more.applicable;
        self.errors += more.errors;
        self.warnings += more.warnings;
        self.notes += more.notes;
        for (rule, count) in &more.rules {
            *self.rules.entry(rule.clone()).or_default() += count;
        }
        self.set_aside.errors += more.set_aside.errors;
        self.set_aside.warnings += more.set_aside.warnings;
        self.set_aside.notes += more.set_aside.notes;
        self.skipped_checks += more.skipped_checks;
        self.unwanted += more.unwanted;
        self.not_drafts += more.not_drafts;
        self.other_documents += more.other_documents;
        self.untouched += more.untouched;
        for (rule, count) in &more.repaired {
            *self.repaired.entry(rule.clone()).or_default() += count;
        }
    }

    /// Whether there was no draft at all: not even one that was left alone.
    pub const fn is_of_nothing(&self) -> bool {
        self.documents == 0 && self.untouched == 0
    }

    /// Number of drafts that were judged by the law of their class: what is said of the others must
    /// never read as clean.
    pub fn judged(&self) -> usize {
        self.documents.saturating_sub(self.unreadable + self.unjudged + self.common_only)
    }

    /// Number of findings of all severities.
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.notes
    }

    /// Findings that are still to be dealt with, by severity, the gravest first: those that were decided or known
    /// before are left out.
    pub fn open(&self) -> [(Severity, usize); 3] {
        let aside = &self.set_aside;
        [
            (Severity::Error, self.errors.saturating_sub(aside.errors)),
            (Severity::Warning, self.warnings.saturating_sub(aside.warnings)),
            (Severity::Note, self.notes.saturating_sub(aside.notes)),
        ]
    }

    /// Number of findings at `severity` or above that count toward the exit status: those that were
    /// decided or known before do not ([`Finding::counts_toward`]).
    pub fn at_least(&self, severity: Severity) -> usize {
        let open = self.open().into_iter().filter(|(own, _)| *own >= severity);
        open.map(|(_, number)| number).sum()
    }
}
