//! The few facts of a draft that the page itself shows; everything else stands in the report.

use serde::Serialize;
use thethuc_core::checker::{Checked, JudgedBy};
use thethuc_core::files::copies::Kind;
use thethuc_core::patch::Extent;
use thethuc_core::report::{Outcome, Tally};

/// What the page shows of a file.
#[derive(Debug, Default, Serialize)]
pub struct Facts<'a> {
    /// `regime`, `common`, `none`, `unreadable`; of files of folders `passed` for one that is no draft, `left out` for one
    /// that a configuration leaves out.
    pub judged: &'static str,
    /// Findings that are still to be dealt with: errors, warnings, notes.
    pub open: [usize; 3],
    /// Findings that people decided on.
    pub aside: usize,
    /// Requirements that apply, and those that were judged.
    pub requirements: [usize; 2],
    /// Why the file could not be read.
    pub error: Option<&'a str>,
    /// Whether the file has a place for remarks.
    pub takes_remarks: bool,
    /// Remarks of ours that stand in the file.
    pub remarks: usize,
}

impl<'a> Facts<'a> {
    /// A file that is no draft.
    pub fn passed() -> Self {
        Self { judged: "passed", ..Self::default() }
    }

    /// A file that a configuration leaves out.
    pub fn left_out() -> Self {
        Self { judged: "left out", ..Self::default() }
    }

    /// A file that could not be read.
    pub fn unreadable(reason: &'a str) -> Self {
        Self { judged: "unreadable", error: Some(reason), ..Self::default() }
    }

    /// A file that was checked.
    pub fn of(checked: &'a Checked, name: &str, bytes: &'a [u8]) -> Self {
        let tally = Tally::of(Outcome::Checked { checked, source: bytes });
        let aside = &tally.set_aside;
        let judged = match checked.judged_by {
            JudgedBy::Regime => "regime",
            JudgedBy::Common => "common",
            JudgedBy::None => "none",
        };
        let kind = Kind::of(name);
        let cleared = kind.and_then(|kind| kind.clear(bytes, Extent::All).ok());
        Self {
            judged,
            open: [tally.errors - aside.errors, tally.warnings - aside.warnings, tally.notes - aside.notes],
            aside: aside.findings(),
            requirements: [checked.coverage.applicable, checked.coverage.evaluated],
            error: None,
            takes_remarks: kind.is_some(),
            remarks: cleared.map_or(0, |own| own.removed),
        }
    }

    /// As JSON.
    pub fn json(&self) -> String {
        written(self)
    }
}

/// As JSON; only a map with keys that are no strings could make this an error.
pub fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
