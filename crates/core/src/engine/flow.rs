//! The words of a node as one text, with the way back to the draft.
//!
//! A component may wrap over several lines and hold blanks of any number; an expression should see none
//! of that. Hits are found in the squeezed text and told at the place in the draft, down to the byte.

use crate::rulebook::{Grams, Pattern};
use crate::text::Span;
use crate::text::regex::Regex;
use std::cell::OnceCell;

/// How the lines of a node hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Wrapped lines of one component: read as one line with single blanks.
    Joined,
    /// Running text, read exactly as it stands.
    Running,
}

/// The words of a node as patterns see them.
#[derive(Clone, Debug)]
pub struct FlowText {
    /// The words.
    pub text: String,
    /// Pairs of offsets, in `text` and in the draft, at which the distance between both changes: words with single
    /// blanks between them are one stretch.
    starts: Vec<(usize, usize)>,
    /// Offset in the draft for what lies behind the last byte.
    end: usize,
    /// The runs of bytes of the text: found when the first expression is searched.
    grams: OnceCell<Grams>,
}

impl FlowText {
    /// The words of a node that ends at `end`: a component as one line with single blanks, running text with its
    /// lines.
    pub fn of(lines: &[Span], how: Flow, end: usize, draft: &str) -> Self {
        let bytes: usize = lines.iter().map(|line| line.len() + 1).sum();
        let text = String::with_capacity(bytes);
        let mut flow = Self { text, starts: Vec::new(), end, grams: OnceCell::new() };
        for line in lines {
            match how {
                Flow::Joined => flow.push_joined(*line, draft),
                Flow::Running => flow.push_running(*line, draft),
            }
        }
        flow
    }

    /// The expression of a pattern, to be searched for in the text; `None` where it surely does not match.
    pub fn regex<'p>(&self, pattern: &'p Pattern) -> Option<&'p Regex> {
        pattern.regex_among(&self.text, self.grams.get_or_init(|| Grams::of(&self.text)))
    }

    /// Adds a line word by word, a single blank before each.
    fn push_joined(&mut self, line: Span, draft: &str) {
        let words = line.of(draft);
        for word in words.split_whitespace() {
            // A word is a part of `words`, so the difference of the addresses is its offset.
            let offset = line.start + (word.as_ptr() as usize - words.as_ptr() as usize);
            if !self.text.is_empty() {
                // The blank stands for whatever stretch of white space lies before the word.
                let gap = draft[..offset].trim_end().len();
                self.note(gap);
                self.text.push(' ');
            }
            self.note(offset);
            self.text.push_str(word);
        }
    }

    /// Adds a line as it is, after a `\n` that stands for the end of the paragraph before it.
    fn push_running(&mut self, line: Span, draft: &str) {
        if !self.text.is_empty() {
            self.note(line.start.saturating_sub(1));
            self.text.push('\n');
        }
        self.note(line.start);
        self.text.push_str(line.of(draft));
    }

    /// Notes that what is added next stands there in the draft.
    fn note(&mut self, source: usize) {
        let own = self.text.len();
        let expected = self.starts.last().map(|(start, there)| there + (own - start));
        if expected != Some(source) {
            self.starts.push((own, source));
        }
    }

    /// The stretch of the draft under a stretch of [`FlowText::text`].
    pub fn span(&self, start: usize, end: usize) -> Span {
        let first = self.source(start);
        if start >= end {
            return Span::at(first);
        }
        // The end belongs to the stretch of the last byte; a blank ends where the next word begins,
        // however wide the white space is that it stands for.
        let next = self.starts.binary_search_by_key(&end, |(own, _)| *own).ok();
        let last = next.and_then(|index| self.starts.get(index)).map(|(_, source)| *source);
        Span::new(first, last.unwrap_or_else(|| self.source(end - 1) + 1))
    }

    /// The offset in the draft of a byte of the text: that of its stretch, moved by the distance.
    fn source(&self, offset: usize) -> usize {
        if offset >= self.text.len() {
            return self.end;
        }
        let after = self.starts.partition_point(|(own, _)| *own <= offset);
        let Some((own, source)) = after.checked_sub(1).and_then(|index| self.starts.get(index)) else {
            return self.end;
        };
        source + (offset - own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_words_are_one_line_with_a_way_back() {
        let draft = "ỦY BAN  NHÂN DÂN\nTỈNH X\n";
        let end = draft.trim_end().len();
        let second = draft.find("TỈNH").expect("a line");
        let lines = [Span::new(0, second - 1), Span::new(second, end)];
        let flow = FlowText::of(&lines, Flow::Joined, end, draft);
        assert_eq!(flow.text, "ỦY BAN NHÂN DÂN TỈNH X");
        let at = flow.text.find("DÂN TỈNH").expect("joined");
        assert_eq!(flow.span(at, at + "DÂN TỈNH".len()).of(draft), "DÂN\nTỈNH");
        let at = flow.text.find("BAN NHÂN").expect("joined");
        assert_eq!(flow.span(at, at + "BAN NHÂN".len()).of(draft), "BAN  NHÂN");
        assert_eq!(flow.span(0, flow.text.len()), Span::new(0, end));
        let blank = flow.text.find(' ').expect("a blank");
        assert_eq!(flow.span(0, blank + 1).of(draft), "ỦY ");
    }
}
