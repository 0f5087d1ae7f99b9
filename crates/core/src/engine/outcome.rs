//! What a check says of the nodes it was given.

use crate::document::Address;
use crate::edit::Edit;
use crate::finding::{Anchor, Certainty, Reason, Reasons, Words};
use crate::text::Span;
use std::collections::BTreeMap;

/// Most places of one rule that are told. Nobody reads more, and a file of a few megabytes could have millions.
pub const PLACES: usize = 20_000;
/// Most places that are counted: a long draft may have every mark typed by itself, and the number is told.
pub const COUNTED: usize = 200_000;
/// Most findings of one rule.
pub const FINDINGS: usize = 5_000;

/// Whether a check that goes through letters and words may stop: it found more than is counted.
pub const fn is_enough(hits: &[Hit]) -> bool {
    hits.len() >= COUNTED
}

/// One place that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The exact words; empty where something is missing.
    pub span: Span,
    /// Variables for the message.
    pub variables: BTreeMap<String, Words>,
    /// The most that is certain about the hit.
    pub certainty: Certainty,
    /// The words that would be right in the place of the span, where the check or its rule knows them.
    pub replacement: Option<String>,
    /// What else would put it right: looks, pages, paragraphs that go, words beside the span.
    pub edits: Vec<Edit>,
    /// Where the hit is, if the span does not say it: a missing component, a page.
    pub address: Option<Address>,
    /// What the hit is fastened to.
    pub anchor: Anchor,
    /// The words that those of the hit disagree with.
    pub related: Vec<Span>,
}

impl Hit {
    /// A hit without variables.
    pub fn new(span: Span, certainty: Certainty) -> Self {
        let (anchor, related) = (Anchor::Words, Vec::new());
        Self {
            span,
            variables: BTreeMap::new(),
            certainty,
            replacement: None,
            edits: Vec::new(),
            address: None,
            anchor,
            related,
        }
    }

    /// With a variable that reads the same in both languages.
    #[must_use]
    pub fn with(self, name: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        self.with_words(name, value.clone(), value)
    }

    /// With a variable in both languages.
    #[must_use]
    pub fn with_words(mut self, name: &str, vi: impl Into<String>, en: impl Into<String>) -> Self {
        self.variables.insert(name.to_owned(), Words { vi: vi.into(), en: en.into() });
        self
    }

    /// With an address that the span does not say.
    #[must_use]
    pub fn placed(mut self, address: Address) -> Self {
        self.address = Some(address);
        self
    }

    /// Fastened to something else than its words.
    #[must_use]
    pub const fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// With words that those of the hit disagree with.
    #[must_use]
    pub fn against(mut self, other: Span) -> Self {
        self.related.push(other);
        self
    }

    /// With an edit that puts it right, or a part of it.
    #[must_use]
    pub fn mended(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self
    }

    /// With what another hit on the same words would put right too: they are told as one.
    pub fn take_edits(&mut self, other: &mut Self) {
        self.edits.append(&mut other.edits);
    }

    /// With the right words, which are the variable `expected` too.
    #[must_use]
    pub fn expecting(mut self, words: impl Into<String>) -> Self {
        let words = words.into();
        self.replacement = Some(words.clone());
        self.with("expected", words)
    }
}

/// What a check says: the hits, and why something could not be told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// What is wrong.
    pub hits: Vec<Hit>,
    /// Why anything could not be judged; empty where all is known.
    pub unknown: Reasons,
}

impl Verdict {
    /// Nothing is wrong.
    pub fn pass() -> Self {
        Self::default()
    }

    /// It cannot be told.
    pub fn unknown(reason: Reason) -> Self {
        Self::unless(reason.into())
    }

    /// Nothing is wrong unless it cannot be told.
    pub fn unless(unknown: Reasons) -> Self {
        Self { hits: Vec::new(), unknown }
    }

    /// One thing is wrong.
    pub fn fail(hit: Hit) -> Self {
        Self::of(vec![hit])
    }

    /// Passes if there is no hit.
    pub fn of(hits: Vec<Hit>) -> Self {
        Self { hits, unknown: Reasons::default() }
    }

    /// Whether all is known and right.
    pub fn passes(&self) -> bool {
        self.hits.is_empty() && self.unknown.is_empty()
    }

    /// Why it cannot be told whether all is right: a hit alone is enough to know that it is not.
    pub fn undecided(&self) -> Reasons {
        if self.hits.is_empty() { self.unknown } else { Reasons::default() }
    }

    /// Adds what another check, or the same check on another node, says.
    pub fn add(&mut self, other: Self) {
        self.hits.extend(other.hits);
        self.unknown |= other.unknown;
    }
}

impl FromIterator<Verdict> for Verdict {
    fn from_iter<I: IntoIterator<Item = Verdict>>(verdicts: I) -> Self {
        let mut all = Self::default();
        for verdict in verdicts {
            all.add(verdict);
        }
        all
    }
}
