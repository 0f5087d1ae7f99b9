//! How far the rules cover the law.
//!
//! A provision counts as covered when a rule names it and has an example in which it makes a finding: a
//! rule that nobody has seen report anything proves nothing.

use crate::finding::{Evidence, Words};
use crate::rulebook::RuleBook;
use crate::rulebook::{Instrument, Provision};
use serde::Serialize;
use std::collections::BTreeMap;

/// How far the rules cover the law.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Coverage {
    /// Over all instruments.
    pub total: Counts,
    /// Instrument by instrument.
    pub instruments: Vec<InstrumentCoverage>,
}

/// How far the rules cover an instrument.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InstrumentCoverage {
    /// Its id in the rule book.
    pub id: String,
    /// Its number as cited; `None` for practice.
    pub number: Option<String>,
    /// Its title.
    pub title: Words,
    /// Over its provisions.
    pub counts: Counts,
    /// Provision by provision.
    pub provisions: Vec<ProvisionCoverage>,
}

/// How many provisions there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Counts {
    /// Enforced by a rule.
    pub covered: usize,
    /// Enforced by none, though a program could.
    pub uncovered: usize,
    /// Beyond a program, for a reason that is given.
    pub not_checkable: usize,
    /// Covered ones in a hundred checkable ones; `None` where none is checkable.
    pub percent: Option<f64>,
}

/// What becomes of a provision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProvisionCoverage {
    /// Its id, `instrument/local`.
    pub id: String,
    /// Where it stands in the instrument, in Vietnamese.
    pub at: String,
    /// What it demands.
    pub requirement: Words,
    /// How well its text is known.
    pub evidence: Evidence,
    /// Whether it is enforced.
    pub status: Status,
    /// Rules that enforce it.
    pub rules: Vec<String>,
    /// Why no program can check it.
    pub reason: Option<Words>,
}

/// Whether a provision is enforced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// By a rule with an example that it reports.
    Covered,
    /// By none.
    Uncovered,
    /// It need not be: no program can check it.
    NotCheckable,
}

impl Counts {
    /// All provisions.
    pub const fn provisions(&self) -> usize {
        self.covered + self.uncovered + self.not_checkable
    }

    /// The provisions that a program could check.
    pub const fn checkable(&self) -> usize {
        self.covered + self.uncovered
    }

    /// Counts provisions by their status.
    fn of(statuses: impl Iterator<Item = Status>) -> Self {
        let mut counts = Self::default();
        for status in statuses {
            match status {
                Status::Covered => counts.covered += 1,
                Status::Uncovered => counts.uncovered += 1,
                Status::NotCheckable => counts.not_checkable += 1,
            }
        }
        let checkable = counts.checkable();
        counts.percent = (checkable > 0).then(|| counts.covered as f64 * 100.0 / checkable as f64);
        counts
    }
}

/// The coverage of every instrument of the book. A rule counts if it has an example that it reports.
pub fn coverage(book: &RuleBook) -> Coverage {
    let enforcing = enforcing(book);
    let instruments: Vec<_> = book.instruments().map(|own| instrument(own, &enforcing)).collect();
    let statuses = instruments.iter().flat_map(|own| &own.provisions).map(|provision| provision.status);
    Coverage { total: Counts::of(statuses), instruments }
}

/// The rules that enforce each provision.
fn enforcing(book: &RuleBook) -> BTreeMap<&str, Vec<&str>> {
    let mut enforcing: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for id in book.rule_ids().filter(|id| book.examples(id).iter().any(|example| example.finds > 0)) {
        for provision in book.rule(id).into_iter().flat_map(|rule| &rule.law) {
            enforcing.entry(provision).or_default().push(id);
        }
    }
    enforcing
}

/// The provisions of one instrument in the order of their ids, with their rules.
fn instrument(instrument: &Instrument, enforcing: &BTreeMap<&str, Vec<&str>>) -> InstrumentCoverage {
    let provisions = instrument.provisions.iter().map(|(local, provision)| {
        let id = format!("{}/{local}", instrument.id);
        let rules = enforcing.get(id.as_str()).map_or(&[][..], Vec::as_slice);
        provision_coverage(id, provision, rules)
    });
    let provisions: Vec<_> = provisions.collect();
    InstrumentCoverage {
        id: instrument.id.clone(),
        number: instrument.number.clone(),
        title: instrument.title.words(),
        counts: Counts::of(provisions.iter().map(|provision| provision.status)),
        provisions,
    }
}

/// One provision; without a rule it is told whether a program could check it at all.
fn provision_coverage(id: String, provision: &Provision, rules: &[&str]) -> ProvisionCoverage {
    let status = match &provision.not_checkable {
        _ if !rules.is_empty() => Status::Covered,
        Some(_) => Status::NotCheckable,
        None => Status::Uncovered,
    };
    ProvisionCoverage {
        id,
        at: provision.at.clone(),
        requirement: provision.requirement.words(),
        evidence: provision.evidence,
        status,
        rules: rules.iter().map(|rule| (*rule).to_owned()).collect(),
        reason: provision.not_checkable.as_ref().map(crate::rulebook::Bilingual::words),
    }
}
