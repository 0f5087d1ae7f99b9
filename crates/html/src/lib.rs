//! The report that people read: one page that stands alone, over the model of the report and the view of
//! the draft.
//!
//! A page asks for nothing: its style and its scripts lie in it and are allowed by their hashes alone
//! (`Content-Security-Policy`), so that nothing in a draft can run, be fetched or be sent. Words of drafts
//! and names of files are written by [`escape::Shown`] and by nothing else.
//!
//! Pages are written as reports are, one piece a document. What stands over all of them, such as the table of
//! files, is put together by the script from what each piece says of itself; without a script every piece
//! still reads from top to bottom, but for the drafts of a large folder, which lie packed ([`pack`]).

mod body;
mod close;
mod document;
mod draw;
mod escape;
mod facts;
mod finding;
mod hash;
mod open;
mod pack;
mod row;
mod say;
mod words;

use askama::Template;
use thethuc_core::finding::Words;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::overview::Overview;
use thethuc_core::report::{Reported, Tally};

/// Most drafts that are drawn where they stand. Of more than these nobody reads each: they lie packed in the
/// page, and the script draws those that are opened.
const DRAWN: usize = 20;

/// The report as one page.
#[derive(Clone, Debug, Default)]
pub struct Html {
    drafts: Drafts,
    told: Vec<Words>,
}

/// How the drafts lie in the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Drafts {
    /// One, which stands open.
    Alone,
    /// Some, drawn, each behind its name.
    #[default]
    Drawn,
    /// Many, drawn when they are opened.
    Packed,
}

impl Html {
    /// The page on so many files.
    pub fn on(files: usize) -> Self {
        let drafts = match files {
            1 => Drafts::Alone,
            0..=DRAWN => Drafts::Drawn,
            _ => Drafts::Packed,
        };
        Self { drafts, told: Vec::new() }
    }

    /// The same page with sentences below its heading, such as where copies were written.
    #[must_use]
    pub fn telling(self, told: Vec<Words>) -> Self {
        Self { told, ..self }
    }
}

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn tells_state(&self) -> bool {
        true
    }

    fn open(&self, setting: &Setting<'_>) -> String {
        written(&open::Open::of(setting, self.drafts == Drafts::Packed, &self.told))
    }

    fn piece(&self, document: &Document<'_>, reported: &Reported<'_>, setting: &Setting<'_>) -> String {
        written(&document::Page::of(self.drafts, document, reported, setting))
    }

    fn close(&self, tally: &Tally, setting: &Setting<'_>) -> String {
        let overview = Overview { tally: tally.clone(), ..Overview::default() };
        self.close_over(&overview, setting)
    }

    fn close_over(&self, overview: &Overview, setting: &Setting<'_>) -> String {
        written(&close::Close::of(overview, setting)) + "\n"
    }
}

/// What a template writes. Writing to a string fails only where a value refuses to be written; ours do not.
fn written(template: &impl Template) -> String {
    template.render().unwrap_or_default()
}
