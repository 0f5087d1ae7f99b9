//! The report for people as one of the forms of reports.

use super::screen::Screen;
use super::{document, replacing, summary};
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::{Reported, Tally};

/// The report for people, laid out for a screen.
pub struct Terminal(pub Screen);

impl Format for Terminal {
    fn name(&self) -> &'static str {
        "terminal"
    }

    fn open(&self, setting: &Setting<'_>) -> String {
        if self.0.quiet { String::new() } else { replacing(setting.replacing, self.0) }
    }

    fn piece(&self, reported: &Reported<'_>, setting: &Setting<'_>) -> String {
        document(reported, setting.names, self.0)
    }

    fn close(&self, tally: &Tally, setting: &Setting<'_>) -> String {
        if self.0.quiet { String::new() } else { summary(tally, setting.names.data_until(), self.0) }
    }
}
