//! What lists of decisions and baselines hold that matched nothing: to be told to whoever keeps them.

use super::{Baseline, Identity, Record, Silence};
use crate::finding::Gone;
use std::collections::BTreeSet;

/// What was met in some documents: what was not is stale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Met {
    pub(super) records: BTreeSet<usize>,
    pub(super) documents: BTreeSet<usize>,
    /// Findings of a known document that are there no more.
    pub gone: Vec<Gone>,
    /// Findings that count as known because rules or data are other than they were.
    pub by_rules: usize,
}

/// What matched nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stale<'a> {
    /// Decisions on no finding.
    pub records: Vec<&'a Record>,
    /// The same with what is known of them beside what they say.
    pub silences: Vec<&'a Silence>,
    /// Documents of the baseline that were not there.
    pub documents: Vec<&'a Identity>,
}

impl Met {
    /// Adds what was met in another document.
    pub fn add(&mut self, more: Self) {
        self.records.extend(more.records);
        self.documents.extend(more.documents);
        self.gone.extend(more.gone);
        self.by_rules += more.by_rules;
    }
}

pub(super) fn of<'a>(silences: &'a [Silence], baseline: Option<&'a Baseline>, met: &Met) -> Stale<'a> {
    let silences = silences.iter().enumerate();
    let documents = baseline.into_iter().flat_map(Baseline::documents).enumerate();
    let unmet: Vec<&Silence> =
        silences.filter(|(index, _)| !met.records.contains(index)).map(|(_, own)| own).collect();
    Stale {
        records: unmet.iter().map(|own| &own.record).collect(),
        silences: unmet,
        documents: documents
            .filter(|(index, _)| !met.documents.contains(index))
            .map(|(_, known)| &known.document)
            .collect(),
    }
}
