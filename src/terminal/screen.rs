//! How a report is to look: width, colors, language.

use super::wrap::wrap;
use thethuc_core::finding::Severity;
use thethuc_core::rulebook::vocabulary::Language;

/// Widest text that the eye follows from line to line.
const WIDEST: usize = 100;
/// Narrowest text that is laid out; below it rows run over.
const NARROWEST: usize = 40;
/// Indent of what belongs to a finding.
pub const INDENT: usize = 2;

/// How a report is to look.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// The language that people are spoken to in.
    pub language: Language,
    /// Whether to use ANSI colors.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// How much is told.
    pub extent: Extent,
}

/// How much a report tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Findings, and what could not be judged: nothing of clean files, no sums.
    Quiet,
    /// The run at a glance, without the findings.
    Summary,
    /// Findings, a line for a clean file, the run at a glance.
    Usual,
    /// All that is known of each file.
    Full,
}

impl Screen {
    /// Columns that are laid out.
    pub fn columns(self) -> usize {
        self.width.clamp(NARROWEST, WIDEST)
    }

    /// The one of two texts that is in the language of the screen.
    pub fn say<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        self.language.pick(vi, en)
    }

    /// The text in the ANSI style `code` (`1;31`), as it is where no colours are wanted.
    pub fn paint(self, text: &str, code: &str) -> String {
        if self.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// What stands out: names, headings, sums.
    pub fn bold(self, text: &str) -> String {
        self.paint(text, "1")
    }

    /// What is there for completeness; an empty text stays empty, without codes around nothing.
    pub fn dim(self, text: &str) -> String {
        if text.is_empty() { String::new() } else { self.paint(text, "2") }
    }

    /// The text in the colour of a severity: red, yellow, blue-green; bold, so that it is told from
    /// the rest without colours too.
    pub fn severity(self, text: &str, severity: Severity) -> String {
        let code = match severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
            Severity::Note => "1;36",
        };
        self.paint(text, code)
    }

    /// Text below a painted lead word, wrapped at [`Screen::columns`] and indented. The lead is
    /// painted after the wrapping, because the codes of colours have no width.
    pub fn block(self, lead: &str, text: &str) -> String {
        let lines: Vec<String> = text.replace('\t', " ").split('\n').map(plain).collect();
        let text = &lines.join("\n");
        let first = format!("{}{lead}", " ".repeat(INDENT));
        let rows = wrap(text, &first, INDENT + 2, self.columns());
        match rows.strip_prefix(&first) {
            Some(rest) => format!("{}{}{rest}", " ".repeat(INDENT), self.bold(lead)),
            None => rows,
        }
    }
}

/// Words without characters that would steer the terminal or turn the reading direction: names of files, words
/// of drafts and of profiles come from anybody.
pub fn plain(words: &str) -> String {
    words.chars().map(|letter| if steers(letter) { '\u{FFFD}' } else { letter }).collect()
}

/// Whether a character steers the terminal: controls of both sets, and the marks that turn the direction of
/// what follows (Unicode Standard Annex 9).
fn steers(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
