//! How a report is to look: width, colors, language.

use super::wrap::wrap;
use std::borrow::Cow;
use thethuc_core::finding::Severity;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::steering::{inert, steers};

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
    /// What is usual of files of which something is to be told, and nothing of the others.
    News,
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
    inert(words)
}

/// A finished text, whatever went into it, with nothing in it that steers but breaks of lines, tabs and our
/// own colours.
pub fn shown(text: &str, color: bool) -> Cow<'_, str> {
    let is_layout = |letter: char| matches!(letter, '\n' | '\t');
    let is_wrong = |letter: char| steers(letter) && !is_layout(letter);
    if !text.contains(is_wrong) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_wrong) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        let code = if color { colour(from) } else { 0 };
        if code == 0 {
            kept.push('\u{FFFD}');
        } else {
            kept.push_str(&from[..code]);
        }
        let letter = from.chars().next().map_or(0, char::len_utf8);
        rest = &from[code.max(letter)..];
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// How many bytes of a code for colours a text begins with.
fn colour(text: &str) -> usize {
    let Some(code) = text.strip_prefix("\u{1b}[") else { return 0 };
    let numbers = code.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b';').count();
    if code.as_bytes().get(numbers) == Some(&b'm') { 2 + numbers + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finished_text_keeps_its_colours_alone() {
        let text = "\u{1b}[1;31mLỖI\u{1b}[0m\ta\u{1b}[2Jb\u{9b}31mc\u{202e}\r\nĐiều";
        let kept = "\u{1b}[1;31mLỖI\u{1b}[0m\ta\u{FFFD}[2Jb\u{FFFD}31mc\u{FFFD}\u{FFFD}\nĐiều";
        assert_eq!(shown(text, true), kept);
        assert!(!shown(text, false).contains('\u{1b}'));
        assert!(matches!(shown("Điều 1\n", false), Cow::Borrowed(_)));
    }
}
