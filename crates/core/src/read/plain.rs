//! Plain text: paragraphs are lines, and lines that a program wrapped are joined.
//!
//! Plain text has no styles, pages or tables: whatever they would tell stays unknown.

use super::ReadError;
use super::reflow::continues;
use super::wrap::{Wrapping, breaks_word};
use crate::draft::{Beside, Draft, Format, Paragraph, RuleLine, RuleLineKind};
use crate::text::TextBuilder;

/// Reads plain text. Columns separated by tabs are kept as tabs.
///
/// # Errors
/// None at present; the type is shared with the other readers.
pub fn read(text: &str) -> Result<Draft, ReadError> {
    let mut builder = TextBuilder::new();
    let part = builder.part("");
    let mut paragraphs = Vec::new();
    let mut lines = Vec::new();
    let mut before: Option<&str> = None;
    // The mark tells how the file is coded and is none of its letters.
    let mut offset = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let text = &text[offset..];
    let wrapping = Wrapping::find(neighbours(text));
    for raw in text.split_inclusive('\n') {
        let line = raw.trim_end_matches(['\n', '\r']);
        // pandoc ends a line that is meant with a backslash.
        let line = line.strip_suffix('\\').unwrap_or(line);
        let goes_on = before.is_some_and(|before| match wrapping {
            Some(wrapping) => is_prose(before) && is_prose(line) && wrapping.goes_on(before, line),
            None => continues(before, line),
        });
        let mut words = line;
        if goes_on {
            words = line.trim_start();
            let joint = if before.is_some_and(|before| breaks_word(before, line)) { "" } else { " " };
            builder.push_mapped(joint, part, offset.saturating_sub(1), offset);
        } else if before.is_some() {
            paragraphs.push(paragraph(&mut builder));
        }
        let gap = line.len() - words.len();
        builder.push_verbatim(words, part, offset + gap);
        if is_typed_rule(line) {
            let paragraph = paragraphs.len();
            lines.push(RuleLine { kind: RuleLineKind::Typed, paragraph, length: None, below_anchor: None });
        }
        before = Some(line);
        offset += raw.len();
    }
    if before.is_some() {
        paragraphs.push(paragraph(&mut builder));
    }
    let (text, map, oddities) = builder.finish();
    Ok(Draft {
        format: Format::Text,
        text,
        map,
        oddities,
        paragraphs,
        tables: Vec::new(),
        sections: Vec::new(),
        lines,
        beside: Beside::default(),
        front_matter: None,
    })
}

/// Lines that stand below each other without an empty one between them.
fn neighbours(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().zip(text.lines().skip(1)).filter(|(line, next)| is_prose(line) && is_prose(next))
}

/// Whether a line can be part of a paragraph that a program wrapped.
fn is_prose(line: &str) -> bool {
    let words = line.trim();
    !words.is_empty() && !words.starts_with('|') && !is_typed_rule(words)
}

/// Whether a line is made of nothing but dashes that stand for a drawn rule line.
pub fn is_typed_rule(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() >= 3
        && line.chars().all(|letter| matches!(letter, '-' | '_' | '–' | '—' | '─' | '='))
}

/// What was pushed since the last one, of unknown look.
fn paragraph(builder: &mut TextBuilder) -> Paragraph {
    Paragraph::plain(builder.finish_paragraph().span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_paragraphs_and_offsets_lead_back() {
        let source = "\u{FEFF}ỦY BAN NHÂN DÂN\r\nXÃ HÒA BÌNH\n---------\nSố: 05/QĐ-UBND\n";
        let draft = read(source).expect("text");
        assert_eq!(draft.paragraphs.len(), 4);
        let number = draft.text.find("05/").expect("there");
        let back = draft.map.source(crate::text::Span::new(number, number + 2)).expect("mapped");
        assert_eq!(&source[back.start..back.end], "05");
        assert_eq!(draft.lines.len(), 1);
    }
}
