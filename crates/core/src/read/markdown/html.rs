//! HTML fragments inside Markdown, as pandoc and other converters write them.

use super::builder::DraftBuilder;
use crate::draft::Script;

/// How a comment begins.
const COMMENT: &str = "<!--";
/// The most columns or rows of a cell that are believed.
const MOST_SPANNED: usize = 64;

/// Reads a fragment that starts at `offset` of the source. Tags that mean nothing for a draft are
/// passed over; the text between tags is text.
pub fn read(builder: &mut DraftBuilder<'_>, html: &str, offset: usize) {
    let mut at = builder.continue_comment(html);
    while at < html.len() {
        let rest = &html[at..];
        if let Some(comment) = rest.strip_prefix(COMMENT) {
            at += COMMENT.len() + builder.comment(comment, offset + at);
        } else if rest.starts_with('<')
            && let Some(length) = rest.find('>')
        {
            tag(builder, &rest[1..length], offset + at..offset + at + length + 1);
            at += length + 1;
        } else {
            let length = next_after_first(rest, '<');
            text(builder, &rest[..length], offset + at);
            at += length;
        }
    }
}

/// A tag without its brackets, at `range` of the source.
fn tag(builder: &mut DraftBuilder<'_>, tag: &str, range: std::ops::Range<usize>) {
    let (closing, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
    let name: String = tag
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    match (name.as_str(), closing) {
        ("br", _) => builder.hard_break(range),
        ("b" | "strong", on) => builder.bold(!on),
        ("i" | "em", on) => builder.italic(!on),
        ("table", false) => builder.start_table(),
        ("table", true) => builder.end_table(),
        ("tr", false) => builder.start_row(),
        ("tr", true) => builder.end_row(),
        ("td" | "th", false) => builder.start_cell((spanned(tag, "colspan"), spanned(tag, "rowspan"))),
        ("sup", on) => builder.script(if on { Script::Baseline } else { Script::Super }),
        ("sub", on) => builder.script(if on { Script::Baseline } else { Script::Sub }),
        ("mark", on) => builder.marked(!on),
        ("td" | "th", true) => builder.end_cell(),
        ("hr", _) => builder.typed_rule(),
        ("p" | "div" | "center" | "li" | "h1" | "h2" | "h3" | "h4" | "blockquote", _) => builder.end_block(),
        _ => {}
    }
}

/// A number of columns or rows that a cell covers.
fn spanned(tag: &str, name: &str) -> usize {
    let value = tag.to_ascii_lowercase().split_once(name).map(|(_, rest)| {
        let rest = rest.trim_start_matches([' ', '=', '"', '\'']);
        rest.chars().take_while(char::is_ascii_digit).collect::<String>()
    });
    value.and_then(|value| value.parse().ok()).unwrap_or(1).clamp(1, MOST_SPANNED)
}

/// Text between tags: lines are joined by the reader of lines, entities are decoded.
fn text(builder: &mut DraftBuilder<'_>, text: &str, offset: usize) {
    let mut at = 0;
    if builder.is_next_line(offset) {
        // The parser gives the lines of a block one by one.
        if text.trim().is_empty() {
            builder.end_block();
        } else {
            builder.soft_break(offset - 1..offset);
        }
    }
    for line in text.split('\n') {
        let start = offset + at;
        if !line.trim().is_empty() {
            if at > 0 {
                builder.soft_break(start - 1..start);
            }
            entities(builder, line, start);
        }
        at += line.len() + 1;
    }
}

/// A line with its entities decoded; each leads back to all of its bytes.
fn entities(builder: &mut DraftBuilder<'_>, line: &str, offset: usize) {
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        if let Some((letter, length)) = entity(rest) {
            let mut buffer = [0; 4];
            builder.text(letter.encode_utf8(&mut buffer), offset + at..offset + at + length);
            at += length;
        } else {
            let length = rest
                .char_indices()
                .skip(1)
                .find(|(_, letter)| *letter == '&')
                .map_or(rest.len(), |(end, _)| end);
            builder.text(&rest[..length], offset + at..offset + at + length);
            at += length;
        }
    }
}

/// Offset of the next `wanted` behind the first character, or the length of the text.
fn next_after_first(text: &str, wanted: char) -> usize {
    text.char_indices().skip(1).find(|(_, letter)| *letter == wanted).map_or(text.len(), |(offset, _)| offset)
}

/// The character of an entity at the head of the text, with its length in bytes.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.strip_prefix('&')?.find(';')? + 1;
    let name = &text[1..end];
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "ndash" => '–',
        "mdash" => '—',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((letter, end + 1))
}
