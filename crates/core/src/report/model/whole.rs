//! What stands around the documents of a report.

use super::Rule;
use crate::report::Tally;
use crate::report::format::Setting;
use crate::rulebook::PackMark;
use crate::rulebook::vocabulary::Language;
use crate::text::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// What comes before the documents.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Head<'a> {
    /// `thethuc/report/v1`.
    pub schema: &'static str,
    /// Who wrote the report.
    pub tool: Tool,
    /// The language of its words: `vi` or `en`.
    pub language: &'static str,
    /// The last day of the data on the force of instruments; not there if it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_until: Option<Date>,
    /// The files of an own folder that stand in the place of one of the rule book; not there if there are
    /// none.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub replacing: &'a [&'a str],
    /// The office packs whose rules and data were applied; not there if there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub packs: Vec<&'a PackMark>,
}

/// A program.
#[derive(Clone, Copy, Debug, Serialize, schemars::JsonSchema)]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

impl Tool {
    /// This program.
    pub const fn own() -> Self {
        Self { name: "thethuc", version: env!("CARGO_PKG_VERSION") }
    }
}

/// What comes after the documents.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Tail")]
pub struct Tail<'a, W> {
    /// The rules that found something, by id.
    pub rules: BTreeMap<&'a str, Rule<W>>,
    /// Counts over all documents.
    pub summary: Summary,
}

/// Counts over all documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Summary {
    /// Inputs reported, those that could not be read included.
    pub documents: usize,
    /// Inputs that could not be read.
    pub unreadable: usize,
    /// Drafts that were judged by nothing.
    pub unjudged: usize,
    /// Files of walked folders that are no drafts; not among the documents.
    pub not_drafts: usize,
    /// Documents of walked folders of a kind that cannot be read; not among the documents.
    pub other_documents: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are notes.
    pub notes: usize,
    /// Requirements that apply and could not be fully judged.
    pub skipped_checks: usize,
    /// Drafts that were judged only by what all classes share.
    pub common_only: usize,
    /// Requirements that apply.
    pub applicable: usize,
    /// Findings that were decided or known before; they count among errors, warnings and notes, and fail
    /// no run.
    pub set_aside: usize,
    /// Drafts that were left alone because they are as they were before; not written where there are none, and
    /// not among the documents.
    #[serde(skip_serializing_if = "is_none")]
    pub untouched: usize,
}

/// Whether there are none.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_none(number: &usize) -> bool {
    *number == 0
}

/// A whole report; it is written in pieces, and described as one.
#[derive(schemars::JsonSchema)]
#[expect(dead_code, reason = "only its description is wanted")]
pub struct Report {
    #[serde(flatten)]
    head: Head<'static>,
    /// The documents in the order in which they were asked for.
    documents: Vec<super::Document<'static, String>>,
    #[serde(flatten)]
    tail: Tail<'static, String>,
}

impl<'a> Head<'a> {
    /// The head of a report.
    pub fn of(setting: &Setting<'a>) -> Self {
        Self {
            schema: "thethuc/report/v1",
            tool: Tool::own(),
            language: setting.language.pick("vi", "en"),
            data_until: setting.names.data_until(),
            replacing: setting.replacing,
            packs: setting.names.packs(),
        }
    }
}

impl<'a> Tail<'a, crate::finding::Words> {
    /// The tail of a report, in both languages. A rule that the book does not hold is left out.
    pub fn of(tally: &'a Tally, setting: &Setting<'_>) -> Self {
        let rules = tally.rules.keys().filter_map(|id| Some((id.as_str(), setting.names.rule(id)?)));
        Self { rules: rules.collect(), summary: Summary::of(tally) }
    }

    /// The same in one language.
    pub fn in_language(&self, language: Language) -> Tail<'_, &str> {
        let rules = self.rules.iter().map(|(id, rule)| (*id, rule.in_language(language)));
        Tail { rules: rules.collect(), summary: self.summary }
    }
}

impl Summary {
    fn of(tally: &Tally) -> Self {
        Self {
            documents: tally.documents,
            unreadable: tally.unreadable,
            unjudged: tally.unjudged,
            not_drafts: tally.not_drafts,
            other_documents: tally.other_documents,
            errors: tally.errors,
            warnings: tally.warnings,
            notes: tally.notes,
            skipped_checks: tally.skipped_checks,
            common_only: tally.common_only,
            applicable: tally.applicable,
            set_aside: tally.set_aside.findings(),
            untouched: tally.untouched,
        }
    }
}
