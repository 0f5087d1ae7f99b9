//! The report for people as one of the forms of reports.

use super::closing::closing;
use super::screen::Extent;
use super::screen::Screen;
use super::{document, replacing};
use thethuc_core::report::Reported;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::overview::Overview;

/// The report for people, laid out for a screen.
pub struct Terminal(pub Screen);

impl Format for Terminal {
    fn name(&self) -> &'static str {
        "terminal"
    }

    fn open(&self, setting: &Setting<'_>) -> String {
        if self.0.extent == Extent::Quiet { String::new() } else { replacing(setting.replacing, self.0) }
    }

    fn piece(&self, _: &Document<'_>, reported: &Reported<'_>, setting: &Setting<'_>) -> String {
        document(reported, setting.names, self.0)
    }

    fn close_over(&self, overview: &Overview, setting: &Setting<'_>) -> String {
        if self.0.extent == Extent::Quiet { String::new() } else { closing(overview, setting.names, self.0) }
    }
}
