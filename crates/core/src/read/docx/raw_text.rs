//! The text of an element, with the way back to the bytes of the part.

use super::xml::Node;
use crate::text::TextBuilder;

/// How a stretch begins and ends in which nothing is markup.
const CDATA: &str = "<![CDATA[";
/// How such a stretch ends.
const CDATA_END: &str = "]]>";

/// Pushes the text of a `w:t`; says whether all of it is ASCII.
///
/// White space at the ends counts only under `xml:space="preserve"`, and line ends and tabs
/// inside are blanks, as Word renders them.
pub fn push(builder: &mut TextBuilder, part: usize, node: Node<'_>) -> bool {
    let mut plain = true;
    let keeps = keeps_space(node);
    let mut children = node.children().peekable();
    let mut first = true;
    while let Some(child) = children.next() {
        let Some(decoded) = child.text().filter(|_| child.is_text()) else { continue };
        let (at_start, at_end) = (first, children.peek().is_none());
        first = false;
        let range = whole_range(node, child, children.peek().copied());
        let raw = node.document().input_text().get(range.clone()).unwrap_or_default();
        plain &= decoded.is_ascii();
        if raw != decoded || decoded.contains(['\n', '\t', '\r']) {
            push_decoded(builder, part, raw, decoded, range);
            continue;
        }
        let mut shown = decoded;
        if !keeps {
            shown = if at_start { shown.trim_start_matches(' ') } else { shown };
            shown = if at_end { shown.trim_end_matches(' ') } else { shown };
        }
        let skipped =
            if at_start && !keeps { decoded.len() - decoded.trim_start_matches(' ').len() } else { 0 };
        builder.push_verbatim(shown, part, range.start + skipped);
    }
    plain
}

/// Where a text stands: up to the node behind it, or the end tag. The parser's own range of a text ends
/// before a `CDATA` section that belongs to it.
fn whole_range(node: Node<'_>, text: Node<'_>, next: Option<Node<'_>>) -> std::ops::Range<usize> {
    let own = text.range();
    let end = next.map_or_else(
        || {
            let outer = node.range();
            let written = node.document().input_text().get(outer.clone()).unwrap_or_default();
            written.rfind("</").map_or(own.end, |at| outer.start + at)
        },
        |next| next.range().start,
    );
    own.start..end.max(own.end)
}

/// Whether white space at the ends of a text counts. Only asked where there is some.
fn keeps_space(node: Node<'_>) -> bool {
    let text = node.text().unwrap_or_default();
    if text.trim_matches(' ').len() == text.len() {
        return true;
    }
    let stated = node.ancestors().find_map(|ancestor| {
        ancestor.attributes().find(|attribute| {
            attribute.name() == "space"
                && attribute.namespace() == Some("http://www.w3.org/XML/1998/namespace")
        })
    });
    stated.is_some_and(|attribute| attribute.value() == "preserve")
}

/// Pushes text that holds entities, `CDATA` or line ends, letter by letter where that works out.
fn push_decoded(
    builder: &mut TextBuilder,
    part: usize,
    raw: &str,
    decoded: &str,
    range: std::ops::Range<usize>,
) {
    let Some(pieces) = pieces(raw).filter(|pieces| pieces.iter().map(|piece| piece.0).eq(decoded.chars()))
    else {
        // Nobody knows which bytes are its letters: it is treated as what it is not, an element.
        let blank: String = decoded.chars().map(as_blank).collect();
        builder.push_element(&blank, part, range.start, range.end);
        return;
    };
    let mut buffer = [0; 4];
    for (letter, start, end) in pieces {
        let (start, end) = (range.start + start, range.start + end);
        let shown = as_blank(letter);
        let text = shown.encode_utf8(&mut buffer);
        if shown == letter && text.len() == end - start {
            builder.push_verbatim(text, part, start);
        } else {
            builder.push_mapped(text, part, start, end);
        }
    }
}

/// The letter as Word shows it.
const fn as_blank(letter: char) -> char {
    if matches!(letter, '\n' | '\t' | '\r') { ' ' } else { letter }
}

/// The letters of raw XML text with the bytes of each; `None` for an entity that is not known, and where
/// something else than text stands in it.
fn pieces(raw: &str) -> Option<Vec<(char, usize, usize)>> {
    let mut pieces = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(letter) = raw[at..].chars().next() {
        let rest = &raw[at..];
        if let Some(section) = rest.strip_prefix(CDATA) {
            let inside = at + CDATA.len();
            let length = section.find(CDATA_END)?;
            let letters = section[..length].char_indices();
            pieces.extend(
                letters.map(|(from, letter)| (letter, inside + from, inside + from + letter.len_utf8())),
            );
            at = inside + length + CDATA_END.len();
            continue;
        }
        let (letter, length) = match letter {
            '&' => {
                let end = rest.find(';')?;
                (entity(&rest[1..end])?, end + 1)
            }
            // XML reads both ends of lines as one.
            '\r' if rest.starts_with("\r\n") => ('\n', 2),
            '\r' => ('\n', 1),
            other => (other, other.len_utf8()),
        };
        pieces.push((letter, at, at + length));
        at += length;
    }
    Some(pieces)
}

/// The letter of a named or numbered entity, without `&` and `;`; `None` for one that XML does not
/// define.
fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let code = name.strip_prefix('#')?;
            let code = match code.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => code.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
