//! What triage says of a document, in the report.

use crate::finding::{self, NoticeKind};
use crate::finding::{Fingerprint, Words};
use crate::rulebook::vocabulary::Language;
use serde::Serialize;
use std::borrow::Cow;

/// A finding that was there before and is there no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Gone")]
pub struct Gone<'a> {
    /// Id of its rule.
    pub rule: &'a str,
    /// What it was known by.
    pub fingerprint: Fingerprint,
    /// How many equals of it are gone.
    pub count: usize,
}

/// Something said in a draft that does not do what was meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Notice")]
pub struct Notice<W> {
    /// What is the matter.
    pub kind: NoticeKind,
    /// The same in words.
    pub words: W,
}

impl<'a> Gone<'a> {
    pub(super) fn of(own: &'a finding::Gone) -> Self {
        Self { rule: &own.rule, fingerprint: own.fingerprint, count: own.count }
    }
}

impl<'a> Notice<Cow<'a, Words>> {
    pub(super) fn of(own: &'a finding::Notice) -> Self {
        Self { kind: own.kind, words: Cow::Borrowed(&own.words) }
    }

    pub(super) fn in_language(&self, language: Language) -> Notice<&str> {
        Notice { kind: self.kind, words: self.words.in_language(language) }
    }
}
