//! What the table of files knows of a document: enough to sort and to filter, without the draft itself.

use crate::finding::{class, state};
use serde::Serialize;
use thethuc_core::checker::{Checked, JudgedBy};
use thethuc_core::finding::{Decision, Finding, Words};
use thethuc_core::report::model::Document;
use thethuc_core::report::{Outcome, Tally, wording};

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
    /// Its findings in brief, as JSON.
    pub found: String,
}

/// A finding in brief.
#[derive(Serialize)]
struct Found<'a>(
    /// Level.
    &'static str,
    /// Rule.
    &'a str,
    /// State.
    &'static str,
    /// What is wrong, in Vietnamese.
    &'a str,
    /// And in English.
    &'a str,
    /// What it is known by.
    String,
    /// What was decided, as a file of decisions says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    Option<&'a Decision>,
);

impl Row {
    /// A file that could not be read.
    pub fn unreadable() -> Self {
        Self { judged: "unreadable", found: "[]".to_owned(), ..Self::default() }
    }

    /// A draft that was checked.
    pub fn of(document: &Document<'_>, checked: &Checked, outcome: Outcome<'_>) -> Self {
        let tally = Tally::of(outcome);
        let judged = match checked.judged_by {
            JudgedBy::Regime => "regime",
            JudgedBy::Common => "common",
            JudgedBy::None => "none",
        };
        let aside = &tally.set_aside;
        let open = [tally.errors - aside.errors, tally.warnings - aside.warnings, tally.notes - aside.notes];
        let found: Vec<Found<'_>> = checked.findings.iter().map(Found::of).collect();
        let mut row = Self { judged, open, aside: aside.findings(), ..Self::default() };
        // Values that serialize without a map of odd keys are always written.
        row.found = serde_json::to_string(&found).unwrap_or_default();
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

impl<'a> Found<'a> {
    fn of(own: &'a Finding) -> Self {
        let decided = (own.decision != Decision::Open).then_some(&own.decision);
        let Words { vi, en } = &own.message;
        Self(class(own.severity), &own.rule, state(own), vi, en, own.fingerprint.to_string(), decided)
    }
}
