//! Triage: what the owner of a draft makes of its findings, between the engine and the report.
//!
//! It sets severity (by configuration), decision (by what people said) and state (by a baseline), and
//! removes nothing: what was decided is shown as decided. No wish lifts a finding above what the evidence
//! for its law and the certainty of its place permit.

mod baseline;
pub mod file;
mod identity;
mod record;

pub use baseline::{Baseline, KnownDocument};
pub use identity::{Designation, Digest, Identity};
pub use record::{Record, Subject};

use crate::checker::{Checked, UnknownName, verify};
use crate::finding::{Finding, Fingerprint, Severity};
use crate::rulebook::RuleBook;
use crate::text::vietnamese::squeeze;
use std::collections::{BTreeMap, BTreeSet};

/// What the owner of drafts wants of their findings.
#[derive(Clone, Debug, Default)]
pub struct Triage {
    severities: BTreeMap<String, Severity>,
    records: Vec<Record>,
    baseline: Option<Baseline>,
    present: BTreeSet<String>,
}

/// What was met in some documents: what was not is stale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Met {
    records: BTreeSet<usize>,
    documents: BTreeSet<usize>,
    /// Findings of a known document that are there no more.
    pub gone: Vec<Gone>,
}

/// A finding of the baseline that is there no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The path that the baseline has for its document.
    pub path: String,
    /// What it was known by.
    pub fingerprint: Fingerprint,
    /// How many equals of it are gone.
    pub count: usize,
}

/// What matched nothing, to be told to whoever keeps the lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stale<'a> {
    /// Decisions on no finding.
    pub records: Vec<&'a Record>,
    /// Documents of the baseline that were not there.
    pub documents: Vec<&'a Identity>,
}

impl Triage {
    /// By severities for rules or groups; the rule goes before its group. Former ids are understood.
    ///
    /// # Errors
    /// A name that is neither that of a rule nor that of a group: a misspelt one must not do nothing.
    pub fn with_severities(
        mut self,
        book: &RuleBook,
        severities: impl IntoIterator<Item = (String, Severity)>,
    ) -> Result<Self, UnknownName> {
        for (name, severity) in severities {
            verify(book, [&name])?;
            let current = book.resolve(&name).map(str::to_owned).unwrap_or(name);
            self.severities.insert(current, severity);
        }
        Ok(self)
    }

    /// With what people decided. Where several records fit a finding, the last one counts. A record for a
    /// rule that is no more fits nothing, and is told as stale.
    #[must_use]
    pub fn with_decisions(mut self, book: &RuleBook, records: impl IntoIterator<Item = Record>) -> Self {
        self.records.extend(records.into_iter().map(|record| record.current(book)));
        self
    }

    /// Against a baseline. `present` are the paths of all documents of the run: a known document whose
    /// path is among them was not moved elsewhere.
    #[must_use]
    pub fn against(mut self, baseline: Baseline, present: impl IntoIterator<Item = String>) -> Self {
        self.baseline = Some(baseline);
        self.present.extend(present);
        self
    }

    /// What matched nothing in any document that was triaged.
    pub fn stale(&self, met: &Met) -> Stale<'_> {
        let records = self.records.iter().enumerate();
        let documents = self.baseline.iter().flat_map(Baseline::documents).enumerate();
        Stale {
            records: records
                .filter(|(index, _)| !met.records.contains(index))
                .map(|(_, record)| record)
                .collect(),
            documents: documents
                .filter(|(index, _)| !met.documents.contains(index))
                .map(|(_, known)| &known.document)
                .collect(),
        }
    }

    /// The severity that is wanted for a finding.
    fn severity(&self, finding: &Finding) -> Option<Severity> {
        let wanted = self.severities.get(&finding.rule).or_else(|| self.severities.get(finding.group()));
        wanted.copied()
    }

    /// Sets the state of the findings, and tells what of the baseline is gone.
    fn set_states(&self, findings: &mut [Finding], document: &Identity, met: &mut Met) {
        let Some(baseline) = &self.baseline else { return };
        let index = baseline.position(document, |path| self.present.contains(path));
        let known = index.and_then(|index| baseline.documents().get(index));
        let path = known.map(|known| known.document.path.as_str()).unwrap_or_default();
        let left = baseline::set_states(findings, known).into_iter();
        met.gone.extend(left.map(|(fingerprint, count)| Gone { path: path.to_owned(), fingerprint, count }));
        met.documents.extend(index);
    }
}

impl Met {
    /// Adds what was met in another document.
    pub fn add(&mut self, more: Self) {
        self.records.extend(more.records);
        self.documents.extend(more.documents);
        self.gone.extend(more.gone);
    }
}

/// Sets severity, decision and state of the findings of a checked draft. Where nothing is said of a
/// finding it stays as it is. Doing it again changes nothing.
pub fn triage(checked: &mut Checked, document: &Identity, by: &Triage) -> Met {
    let mut met = Met::default();
    let text = &checked.draft.text;
    for finding in &mut checked.findings {
        if let Some(wanted) = by.severity(finding) {
            finding.severity = wanted.min(finding.cap);
        }
        let words = squeeze(finding.span.of(text));
        for (index, record) in by.records.iter().enumerate() {
            if record.fits(finding, &words, &document.path) {
                finding.decision = record.decision.clone();
                met.records.insert(index);
            }
        }
    }
    by.set_states(&mut checked.findings, document, &mut met);
    met
}
