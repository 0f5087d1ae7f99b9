//! What the table of files knows of a document: enough to sort and to filter, without the draft itself.

use crate::finding::{class, state};
use std::fmt::Write;
use thethuc_core::checker::{Checked, JudgedBy};
use thethuc_core::finding::{Decision, Finding, Words};
use thethuc_core::report::model::Document;
use thethuc_core::report::{Outcome, Tally, wording};
use thethuc_core::rulebook::vocabulary::Language;

use crate::say::both;

/// A document in the table.
#[derive(Default)]
pub struct Row {
    /// By what it was judged.
    pub judged: &'static str,
    /// Who issues it.
    pub organ: String,
    /// The level of that organ.
    pub level: Words,
    /// What form it has.
    pub form: String,
    /// Who submits it.
    pub proposer: String,
    /// Its day for people.
    pub day: Words,
    /// And for sorting.
    pub sorted_day: String,
    /// Number and symbol.
    pub number: String,
    /// Findings to deal with, by level, gravest first.
    pub open: [usize; 3],
    /// Findings that were set aside.
    pub aside: usize,
    /// Requirements that apply.
    pub applicable: usize,
    /// Those of them that were judged.
    pub evaluated: usize,
    /// Its findings in brief.
    pub found: String,
}

/// Findings in brief, a line each, for sorting and filtering: level, rule, state, what it is known by, what is
/// wrong, and what was decided as a file of decisions says it, with tabs between them.
fn brief(findings: &[Finding], language: Language) -> String {
    findings.iter().fold(String::new(), |mut lines, own| {
        let message = own.message.in_language(language).replace(char::is_whitespace, " ");
        // Values that serialize without a map of odd keys are always written, and on one line.
        let decided = (own.decision != Decision::Open).then(|| serde_json::to_string(&own.decision));
        let decided = decided.and_then(Result::ok).unwrap_or_default();
        let (level, rule, state, print) = (class(own.severity), &own.rule, state(own), own.fingerprint);
        // A string takes everything.
        let _ = writeln!(lines, "{level}\t{rule}\t{state}\t{print}\t{message}\t{decided}");
        lines
    })
}

impl Row {
    /// A file that could not be read.
    pub fn unreadable() -> Self {
        Self { judged: "unreadable", ..Self::default() }
    }

    /// A draft that was checked.
    pub fn of(document: &Document<'_>, checked: &Checked, outcome: Outcome<'_>, language: Language) -> Self {
        let tally = Tally::of(outcome);
        let judged = match checked.judged_by {
            JudgedBy::Regime => "regime",
            JudgedBy::Common => "common",
            JudgedBy::None => "none",
        };
        let aside = &tally.set_aside;
        let open = [tally.errors - aside.errors, tally.warnings - aside.warnings, tally.notes - aside.notes];
        let mut row = Self { judged, open, aside: aside.findings(), ..Self::default() };
        row.found = brief(&checked.findings, language);
        (row.applicable, row.evaluated) = (checked.coverage.applicable, checked.coverage.evaluated);
        if let Some(facts) = &document.facts {
            let owned = |words: Option<&str>| words.unwrap_or_default().to_owned();
            row.organ = owned(facts.organ.map(|own| own.name.as_str()));
            if let Some(organ) = facts.organ {
                row.level = both(|language| wording::level(organ.level, language).to_owned());
            }
            row.form = owned(facts.form);
            row.proposer = owned(facts.proposer);
            row.number = owned(facts.designation);
            if let Some(day) = facts.date {
                row.day = both(|language| wording::date(day, language));
                row.sorted_day = day.to_string();
            }
        }
        row
    }
}
