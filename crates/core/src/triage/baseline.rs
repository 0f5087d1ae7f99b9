//! A baseline: the findings that were there before.

use super::identity::Identity;
use crate::finding::{Finding, Fingerprint, State};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The findings of an earlier round, document by document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    documents: Vec<KnownDocument>,
}

/// A document of an earlier round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownDocument {
    /// What it is known by.
    pub document: Identity,
    /// Its findings, each with how many equals there were.
    pub findings: BTreeMap<Fingerprint, usize>,
}

impl Baseline {
    /// Adds a document with its findings; one of the same path is replaced.
    pub fn record(&mut self, document: Identity, findings: &[Finding]) {
        let mut counted: BTreeMap<Fingerprint, usize> = BTreeMap::new();
        for finding in findings {
            *counted.entry(finding.fingerprint).or_default() += 1;
        }
        self.documents.retain(|known| known.document.path != document.path);
        self.documents.push(KnownDocument { document, findings: counted });
    }

    /// The documents.
    pub fn documents(&self) -> &[KnownDocument] {
        &self.documents
    }

    /// Which of the documents it is.
    pub(super) fn position(&self, document: &Identity, is_present: impl Fn(&str) -> bool) -> Option<usize> {
        document.position_among(self.documents.iter().map(|known| &known.document), is_present)
    }
}

/// Sets the states of findings by those of an earlier round; gives those that are there no more.
pub(super) fn set_states(
    findings: &mut [Finding],
    known: Option<&KnownDocument>,
) -> BTreeMap<Fingerprint, usize> {
    let mut left = known.map(|known| known.findings.clone()).unwrap_or_default();
    for finding in findings {
        finding.state = match left.get_mut(&finding.fingerprint).filter(|count| **count > 0) {
            Some(count) => {
                *count -= 1;
                State::Known
            }
            None => State::New,
        };
    }
    left.retain(|_, count| *count > 0);
    left
}
