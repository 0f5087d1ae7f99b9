//! A baseline: the findings that were there before.

mod lines;

use super::identity::{Digest, Identity};
use crate::finding::{Finding, Fingerprint, State};
use crate::rulebook::RuleBook;
use crate::text::Date;
pub use lines::BaselineFault;
use std::collections::{BTreeMap, BTreeSet};

/// The findings of an earlier round, document by document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// What the findings were made by; `None` where it is not known.
    pub made_by: Option<MadeBy>,
    documents: Vec<KnownDocument>,
    by_path: BTreeMap<String, usize>,
}

/// Program, data and rules by which findings were made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeBy {
    /// The version of the program.
    pub program: String,
    /// The last day of the data on instruments.
    pub data_until: Option<Date>,
    /// What each rule said.
    pub rules: BTreeMap<String, Digest>,
}

/// A document of an earlier round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownDocument {
    /// What it is known by.
    pub document: Identity,
    /// Its findings.
    pub findings: BTreeMap<Fingerprint, KnownFinding>,
}

/// A finding of an earlier round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFinding {
    /// Its rule.
    pub rule: String,
    /// How many equals there were.
    pub count: usize,
}

impl KnownDocument {
    /// A document with its findings.
    pub fn of(document: Identity, findings: &[Finding]) -> Self {
        let mut counted: BTreeMap<Fingerprint, KnownFinding> = BTreeMap::new();
        for finding in findings {
            let empty = || KnownFinding { rule: finding.rule.clone(), count: 0 };
            counted.entry(finding.fingerprint).or_insert_with(empty).count += 1;
        }
        Self { document, findings: counted }
    }
}

impl MadeBy {
    /// What a rule book makes findings by, in a program of this version.
    pub fn of(book: &RuleBook, program: &str) -> Self {
        let digest = |id: &str| Some((id.to_owned(), Digest::of(book.substance(id)?.as_bytes())));
        Self {
            program: program.to_owned(),
            data_until: book.registry().data_until(),
            rules: book.rule_ids().filter_map(digest).collect(),
        }
    }

    /// The rules of today that were not there, or said something else.
    pub fn changed(&self, book: &RuleBook) -> BTreeSet<String> {
        let now = Self::of(book, &self.program);
        now.rules.into_iter().filter(|(id, own)| self.rules.get(id) != Some(own)).map(|(id, _)| id).collect()
    }
}

impl Baseline {
    /// Adds a document with its findings; one of the same path is replaced.
    pub fn record(&mut self, document: Identity, findings: &[Finding]) {
        self.insert(KnownDocument::of(document, findings));
    }

    /// Adds a document; one of the same path is replaced.
    pub fn insert(&mut self, known: KnownDocument) {
        let next = self.documents.len();
        let index = *self.by_path.entry(known.document.path.clone()).or_insert(next);
        match self.documents.get_mut(index) {
            Some(own) => *own = known,
            None => self.documents.push(known),
        }
    }

    /// The documents.
    pub fn documents(&self) -> &[KnownDocument] {
        &self.documents
    }

    /// The same with other paths; documents without one are left out.
    #[must_use]
    pub fn with_paths(self, path: impl Fn(&str) -> Option<String>) -> Self {
        let mut moved = Self { made_by: self.made_by, ..Self::default() };
        for mut known in self.documents {
            if let Some(path) = path(&known.document.path) {
                known.document.path = path;
                moved.insert(known);
            }
        }
        moved
    }

    /// Which of the documents it is.
    pub(super) fn position(&self, document: &Identity, is_present: impl Fn(&str) -> bool) -> Option<usize> {
        let at_path = self.by_path.get(&document.path).copied();
        at_path.or_else(|| {
            document.position_among(self.documents.iter().map(|known| &known.document), is_present)
        })
    }
}

/// Sets the states of findings by those of an earlier round; gives those that are there no more, and how
/// many are there only because a rule says something else today. In a document that has not changed nothing
/// can be new: what was not found before was there all the same.
pub(super) fn set_states(
    findings: &mut [Finding],
    document: &Identity,
    known: Option<&KnownDocument>,
    changed: &BTreeSet<String>,
) -> (BTreeMap<Fingerprint, KnownFinding>, usize) {
    let mut left = known.map(|known| known.findings.clone()).unwrap_or_default();
    let is_untouched = known.is_some_and(|known| known.document.digest == document.digest);
    let mut by_rules = 0;
    for finding in findings {
        let equal = left.get_mut(&finding.fingerprint).filter(|own| own.count > 0);
        let was_there = equal.is_some();
        if let Some(own) = equal {
            own.count -= 1;
        }
        let by_rule = known.is_some() && (is_untouched || changed.contains(&finding.rule));
        by_rules += usize::from(by_rule && !was_there);
        finding.state = if was_there || by_rule { State::Known } else { State::New };
    }
    left.retain(|_, own| own.count > 0);
    (left, by_rules)
}
