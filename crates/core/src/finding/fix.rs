//! What would put a finding right.

use super::{Finding, Words};
use crate::edit::Edit;
use crate::rulebook::Safety;
use crate::text::Span;

/// A repair: edits that are made together, or not at all. Carried out it closes its finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does, for the button that does it.
    pub title: Words,
    /// Whether it can be applied without asking a person; never [`Safety::Never`].
    pub safety: Safety,
    /// The edits; their places are those of the draft in which the finding was made.
    pub edits: Vec<Edit>,
}

/// Words that take the place of those that a finding marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replacement<'a> {
    /// The words that go.
    pub span: Span,
    /// The words that come.
    pub with: &'a str,
    /// Whether it can be applied without asking a person.
    pub safe: bool,
}

impl Finding {
    /// The repair of the words that the finding marks, where it is one of words alone.
    pub fn replacement(&self) -> Option<Replacement<'_>> {
        self.fixes.iter().find_map(|fix| {
            let Some(Edit::Words { span, with }) = fix.edits.first() else { return None };
            let is_own = *span == self.span;
            is_own.then_some(Replacement { span: *span, with, safe: fix.safety == Safety::Safe })
        })
    }
}
