//! Standard output and standard error.
//!
//! Results go to standard output, faults to standard error: who pipes the one still reads the
//! other.

use super::args::When;
use super::forms::COLUMNS_OF_A_FILE;
use super::words;
use crate::terminal::{Extent, Screen};
use anstream::{AutoStream, ColorChoice};
use std::io::{self, IsTerminal, Write};
use thethuc_core::finding::Words;
use thethuc_core::rulebook::vocabulary::Language;

/// Why a command ended before its end.
pub enum Failure {
    /// The reader of the output went away; nothing is left to be said.
    ClosedPipe,
    /// Wrong use, configuration or rules, in words.
    Words(Words),
}

impl From<io::Error> for Failure {
    /// A closed pipe is what `head` does and no fault; anything else is told.
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        Self::Words(words(
            format!("Không ghi được kết quả ra đầu ra chuẩn ({error})."),
            format!("The result could not be written to standard output ({error})."),
        ))
    }
}

/// Where results go.
pub struct Output {
    /// Takes the colours out where nobody can see them.
    stream: AutoStream<io::Stdout>,
    /// How reports are to look.
    pub screen: Screen,
}

impl Output {
    /// Standard output, with colors as asked for: `auto` follows the terminal, `NO_COLOR` and the like.
    pub fn new(language: Language, color: When) -> Self {
        let choice = match color {
            When::Auto => AutoStream::choice(&io::stdout()),
            When::Always => ColorChoice::Always,
            When::Never => ColorChoice::Never,
        };
        let screen =
            Screen { language, color: choice != ColorChoice::Never, width: columns(), extent: Extent::Usual };
        Self { stream: AutoStream::new(io::stdout(), choice), screen }
    }

    /// Writes a piece of the result and lets the reader have it at once, not when all files are
    /// done.
    ///
    /// # Errors
    /// The reader is gone, or the disk is full.
    pub fn write(&mut self, text: &str) -> Result<(), Failure> {
        self.stream.write_all(text.as_bytes())?;
        Ok(self.stream.flush()?)
    }
}

/// Columns of the terminal; a fixed number for a file, so that the same run gives the same bytes
/// everywhere.
fn columns() -> usize {
    if !io::stdout().is_terminal() {
        return COLUMNS_OF_A_FILE;
    }
    terminal_size::terminal_size().map_or(COLUMNS_OF_A_FILE, |(width, _)| usize::from(width.0))
}

/// Says on standard error why nothing was done.
pub fn complain(sentence: &str, language: Language) {
    let lead = language.pick("Lỗi: ", "Error: ");
    // Where standard error itself is closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "{lead}{sentence}");
}
