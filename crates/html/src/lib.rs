//! The report that people read: one page that stands alone, over the model of the report and the view of
//! the draft.
//!
//! A page asks for nothing: its one style and its one script lie in it and are allowed by their hashes alone
//! (`Content-Security-Policy`), so that nothing in a draft can run, be fetched or be sent. Words of drafts
//! and names of files are written by [`escape::Shown`] and by nothing else.
//!
//! Pages are written as reports are, one piece a document. What stands over all of them, such as the table of
//! files, is put together by the script from what each piece says of itself; without a script every piece
//! still reads from top to bottom.

mod close;
mod document;
mod draw;
mod escape;
mod facts;
mod finding;
mod hash;
mod open;
mod words;

use askama::Template;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::overview::Overview;
use thethuc_core::report::{Reported, Tally};

/// The report as one page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn tells_state(&self) -> bool {
        true
    }

    fn open(&self, setting: &Setting<'_>) -> String {
        written(&open::Open::of(setting))
    }

    fn piece(&self, document: &Document<'_>, reported: &Reported<'_>, setting: &Setting<'_>) -> String {
        written(&document::Page::of(document, reported, setting))
    }

    fn close(&self, tally: &Tally, setting: &Setting<'_>) -> String {
        let overview = Overview { tally: tally.clone(), ..Overview::default() };
        self.close_over(&overview, setting)
    }

    fn close_over(&self, overview: &Overview, setting: &Setting<'_>) -> String {
        written(&close::Close::of(overview, setting))
    }
}

/// What a template writes. Writing to a string fails only where a value refuses to be written; ours do not.
fn written(template: &impl Template) -> String {
    template.render().unwrap_or_default()
}
