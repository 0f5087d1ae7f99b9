//! Standard output and standard error.
//!
//! Results go to standard output, faults to standard error: who pipes the one still reads the
//! other.

use super::args::When;
use super::forms::COLUMNS_OF_A_FILE;
use super::system::reason;
use super::words;
use crate::terminal::{Extent, Screen, shown};
use anstream::{AutoStream, ColorChoice};
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use thethuc_core::finding::Words;
use thethuc_core::rulebook::vocabulary::Language;

/// Why a command ended before its end: wrong use, configuration or rules, in words.
pub struct Failure(pub Words);

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self(words(
            format!("Không ghi được kết quả ra đầu ra chuẩn ({}).", reason(&error)),
            format!("The result could not be written to standard output ({error})."),
        ))
    }
}

/// Where results go.
pub struct Output {
    /// Takes the colours out where nobody can see them.
    stream: AutoStream<io::Stdout>,
    /// Whether the reader went away, as `head` does when it has seen enough. That is no fault, and changes
    /// nothing of what a command does or how it ends.
    is_left: bool,
    /// How reports are to look.
    pub screen: Screen,
    /// Whether the user chose the language; if not, a configuration may.
    pub is_language_chosen: bool,
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
        Self {
            stream: AutoStream::new(io::stdout(), choice),
            is_left: false,
            screen,
            is_language_chosen: false,
        }
    }

    /// Whether nobody reads the result any more.
    pub const fn is_left(&self) -> bool {
        self.is_left
    }

    /// Writes a piece of the result and lets the reader have it at once, not when all files are
    /// done. Nothing in it steers a terminal but our own colours.
    ///
    /// # Errors
    /// The disk is full.
    pub fn write(&mut self, text: &str) -> Result<(), Failure> {
        if self.is_left {
            return Ok(());
        }
        let text = shown(text, self.screen.color);
        match self.stream.write_all(text.as_bytes()).and_then(|()| self.stream.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.is_left = true,
            written => written?,
        }
        Ok(())
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

/// Says on standard error how things stand.
pub fn tell(sentence: &str) {
    // Where standard error itself is closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "{}", shown(sentence, false));
}

/// Says on standard error why nothing was done.
pub fn complain(sentence: &str, language: Language) {
    let lead = language.pick("Lỗi: ", "Error: ");
    // Where standard error itself is closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "{lead}{}", shown(sentence, false));
}

/// Says on standard error what somebody should know who keeps the lists of a run; nothing failed by it.
pub fn remark(sentence: &str, language: Language) {
    let lead = language.pick("Lưu ý: ", "Note: ");
    let _ = writeln!(io::stderr(), "{lead}{}", shown(sentence, false));
}

/// The JSON text, or why there is none.
pub fn written(json: Result<String, impl Display>) -> Result<String, Failure> {
    json.map_err(|error| {
        Failure(words("không ghi được JSON.".to_owned(), format!("JSON could not be written ({error}).")))
    })
}
