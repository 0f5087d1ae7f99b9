//! The report for people as one of the forms of reports.

use super::closing::closing;
use super::screen::{Extent, Screen, shown};
use super::{document, packs, replacing};
use thethuc_core::report::Reported;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::overview::Overview;

/// The report for people, laid out for a screen.
pub struct Terminal(pub Screen);

impl Terminal {
    /// What each piece passes on its way out, whatever words came together in it.
    fn shown(&self, text: &str) -> String {
        shown(text, self.0.color).into_owned()
    }
}

impl Format for Terminal {
    fn name(&self) -> &'static str {
        "terminal"
    }

    fn open(&self, setting: &Setting<'_>) -> String {
        if self.0.extent == Extent::Quiet {
            return String::new();
        }
        self.shown(&(packs(setting.names, self.0) + &replacing(setting.replacing, self.0)))
    }

    fn piece(&self, _: &Document<'_>, reported: &Reported<'_>, setting: &Setting<'_>) -> String {
        self.shown(&document(reported, setting.names, self.0))
    }

    fn close_over(&self, overview: &Overview, setting: &Setting<'_>) -> String {
        if self.0.extent == Extent::Quiet {
            return String::new();
        }
        self.shown(&closing(overview, setting.names, self.0))
    }
}
