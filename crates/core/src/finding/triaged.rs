//! What triage says of a document as a whole.

use super::{Fingerprint, Words};
use crate::rulebook::yaml::shown;
use serde::Serialize;

/// What triage says of a document beside what it sets on its findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Triaged {
    /// The configurations that have a say in it, as people name the files, the nearest first.
    pub configurations: Vec<String>,
    /// Findings that were there before and are there no more.
    pub gone: Vec<Gone>,
    /// What whoever wrote in the draft should know.
    pub notices: Vec<Notice>,
    /// Findings that a report leaves out because the reader asked for others.
    pub left_out: usize,
}

/// A finding of the baseline that is there no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The path that the baseline has for its document.
    pub path: String,
    /// Its rule.
    pub rule: String,
    /// What it was known by.
    pub fingerprint: Fingerprint,
    /// How many equals of it are gone.
    pub count: usize,
}

/// Something that was said in the draft and does not do what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What is the matter.
    pub kind: NoticeKind,
    /// The same in words.
    pub words: Words,
}

/// What can be the matter with words that are to keep a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// They give no reason, so nothing is kept.
    NoReason,
    /// Nothing is found where they stand.
    Needless,
}

impl Notice {
    pub(crate) fn new(kind: NoticeKind, said: &str) -> Self {
        let said = shown(said);
        let (vi, en) = match kind {
            NoticeKind::NoReason => (
                format!("Nhận xét “{said}” chưa nêu lý do nên chưa được tính; hãy ghi “Giữ nguyên vì …”."),
                format!(
                    "The comment “{said}” gives no reason and decides nothing; write “Giữ nguyên vì …” (kept because …)."
                ),
            ),
            NoticeKind::Needless => (
                format!("Nhận xét “{said}” không còn ứng với phát hiện nào; có thể xóa."),
                format!("The comment “{said}” is on nothing that was found; it can be deleted."),
            ),
        };
        Self { kind, words: Words { vi, en } }
    }
}
