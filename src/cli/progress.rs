//! How far a long run has come, for people who wait at a terminal.

use crate::terminal::{Extent, Screen};
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};

/// Most files that are done before anybody wonders.
const FEW: usize = 10;

/// A bar on standard error while files are checked. Nothing of it is left in the end, and where standard
/// error is no terminal there is none.
pub struct Progress(ProgressBar);

impl Progress {
    /// Begins a run over so many files.
    pub fn over(files: usize, screen: Screen) -> Self {
        if files <= FEW || screen.extent == Extent::Quiet {
            return Self(ProgressBar::hidden());
        }
        let message = screen.language.pick("Đang kiểm tra", "Checking");
        // Only a fault in the template, which is fixed, could make this an error.
        let style = ProgressStyle::with_template("{msg} {bar:30} {human_pos}/{human_len}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::new(u64::try_from(files).unwrap_or(u64::MAX));
        Self(bar.with_style(style).with_message(message).with_finish(ProgressFinish::AndClear))
    }

    /// Says that one more file is done, while `write` reports it: the bar makes way for what it writes.
    pub fn step<T>(&self, write: impl FnOnce() -> T) -> T {
        let written = self.0.suspend(write);
        self.0.inc(1);
        written
    }
}
