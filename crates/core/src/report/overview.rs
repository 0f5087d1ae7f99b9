//! A run over several files at a glance: the worst files, those that could not be judged, the rules that
//! found most.
//!
//! It is made document by document and keeps no more than is shown, so that a folder of any size needs
//! the memory of a few lines.

use super::{Outcome, Reported, Tally};
use crate::checker::JudgedBy;
use crate::document::Class;
use crate::finding::Reason;
use crate::text::Date;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Most files that are named, of each kind.
pub const FILES: usize = 15;

/// A file with findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path as given.
    pub path: String,
    /// Its findings.
    pub tally: Tally,
}

/// How often a rule found something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frequency {
    /// Findings.
    pub findings: usize,
    /// Files that hold at least one of them.
    pub files: usize,
}

/// By what documents were judged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Basis {
    /// Id of the regime; `None` where nothing but the common rules applied.
    pub regime: Option<String>,
    /// The class.
    pub class: Option<Class>,
}

/// How many documents, between which days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Number of documents.
    pub files: usize,
    /// The earliest day whose law was applied.
    pub first: Date,
    /// The latest.
    pub last: Date,
}

/// What is shown of a run.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// The sums.
    pub tally: Tally,
    /// The files with findings, the worst first, at most [`FILES`].
    pub worst: Vec<File>,
    /// Findings that are not shown because the reader asked for others.
    pub left_out: usize,
    /// How many files were judged and have none.
    pub clean: usize,
    /// How many files have findings.
    pub with_findings: usize,
    /// The first files that could not be read or judged, at most [`FILES`].
    pub unjudged: Vec<String>,
    /// How many rules could not be fully judged, by reason.
    pub reasons: BTreeMap<usize, usize>,
    /// What the documents were judged by.
    pub bases: BTreeMap<Basis, Judged>,
    /// How often each rule found something.
    pub by_rule: BTreeMap<String, Frequency>,
}

impl Overview {
    /// Adds another run, or one document: what comes first was reported first.
    pub fn add(&mut self, more: Self) {
        self.tally.add(&more.tally);
        self.clean += more.clean;
        self.left_out += more.left_out;
        self.with_findings += more.with_findings;
        self.unjudged.extend(more.unjudged);
        self.unjudged.truncate(FILES);
        for (rule, own) in more.by_rule {
            let sum = self.by_rule.entry(rule).or_default();
            sum.findings += own.findings;
            sum.files += own.files;
        }
        for (reason, rules) in more.reasons {
            *self.reasons.entry(reason).or_default() += rules;
        }
        for (basis, own) in more.bases {
            let sum = self.bases.entry(basis).or_insert(Judged { files: 0, ..own });
            sum.files += own.files;
            sum.first = sum.first.min(own.first);
            sum.last = sum.last.max(own.last);
        }
        self.worst.extend(more.worst);
        // Stable: files as bad as each other stay in the order in which they were reported.
        self.worst.sort_by_key(|file| Reverse((file.tally.errors, file.tally.warnings, file.tally.notes)));
        self.worst.truncate(FILES);
    }

    /// What one document adds.
    pub fn of(reported: &Reported<'_>) -> Self {
        let tally = Tally::of(reported.outcome);
        let mut overview = Self { tally: tally.clone(), ..Self::default() };
        if tally.judged() == 0 {
            overview.unjudged.push(reported.path.to_owned());
        }
        overview.left_out = match reported.outcome {
            Outcome::Checked { checked, .. } => checked.triaged.left_out,
            Outcome::Unreadable(_) => 0,
        };
        let is_clean = tally.findings() == 0 && overview.left_out == 0;
        overview.clean = usize::from(tally.judged() > 0 && is_clean);
        if tally.findings() > 0 {
            overview.with_findings = 1;
            overview.worst.push(File { path: reported.path.to_owned(), tally });
        }
        let Outcome::Checked { checked, .. } = reported.outcome else { return overview };
        for finding in &checked.findings {
            let own = overview.by_rule.entry(finding.rule.clone()).or_default();
            own.findings += 1;
            own.files = 1;
        }
        for own in &checked.coverage.not_evaluated {
            let place = Reason::ALL.iter().position(|reason| *reason == own.reason);
            *overview.reasons.entry(place.unwrap_or_default()).or_default() += own.rules;
        }
        if checked.judged_by == JudgedBy::Regime {
            let judged = &checked.judged;
            let basis = Basis { regime: judged.regime.clone(), class: judged.class };
            overview.bases.insert(basis, Judged { files: 1, first: judged.day, last: judged.day });
        }
        overview
    }

    /// The rules that found something, the most frequent first.
    pub fn rules(&self) -> Vec<(&str, Frequency)> {
        let mut rules: Vec<_> = self.by_rule.iter().map(|(rule, own)| (rule.as_str(), *own)).collect();
        rules.sort_by_key(|(_, own)| Reverse((own.findings, own.files)));
        rules
    }

    /// Why rules could not be fully judged, the most frequent reason first.
    pub fn reasons(&self) -> Vec<Reason> {
        let mut reasons: Vec<_> = self.reasons.iter().collect();
        reasons.sort_by_key(|(_, rules)| Reverse(**rules));
        reasons.iter().filter_map(|(place, _)| Reason::ALL.get(**place).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, errors: usize, notes: usize) -> Overview {
        let tally = Tally { documents: 1, errors, notes, ..Tally::default() };
        let worst = vec![File { path: path.to_owned(), tally: tally.clone() }];
        let by_rule =
            BTreeMap::from([("format/a".to_owned(), Frequency { findings: errors + notes, files: 1 })]);
        Overview { tally, worst, with_findings: 1, by_rule, ..Overview::default() }
    }

    #[test]
    fn the_worst_files_come_first_and_the_rest_is_counted() {
        let mut overview = Overview::default();
        for number in 0..FILES + 4 {
            overview.add(file(&format!("{number}.md"), number % 3, 1));
        }
        overview.add(file("worst.md", 9, 0));
        let paths: Vec<_> = overview.worst.iter().map(|own| own.path.as_str()).collect();
        assert_eq!(paths[..3], ["worst.md", "2.md", "5.md"]);
        assert_eq!((paths.len(), overview.with_findings), (FILES, FILES + 5));
        let (rule, frequency) = overview.rules()[0];
        assert_eq!((rule, frequency.files), ("format/a", FILES + 5));
        assert_eq!(frequency.findings, overview.tally.findings());
    }
}
