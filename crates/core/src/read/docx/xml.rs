//! XML of the parts: decoding, guarded parsing, and helpers that do not care about prefixes.
//!
//! Everything that a file may do to a parser is met here: nesting, attributes and namespace declarations
//! are counted before parsing, the number of nodes is bounded, a document type declaration is refused. The rest of the
//! reader sees nodes only.

use super::encoding::Encoding;
use super::limits;
use crate::read::utf16::{self, Order};
use crate::read::{ReadError, cause};
use encoding_rs::WINDOWS_1252;
use encoding_rs::mem::decode_latin1;
use roxmltree::{Document, ParsingOptions};

/// A node of a part.
pub type Node<'a> = roxmltree::Node<'a, 'a>;

/// The namespace that Word writes by default.
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of strict files (ECMA-376); the elements are the same.
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// The text of a part, and how the file writes it.
/// # Errors
///
/// [`ReadError::BrokenXml`] with line and column of the first byte that belongs to no letter.
pub fn decode(part: &str, bytes: Vec<u8>) -> Result<(String, Encoding), ReadError> {
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => utf16(part, &bytes, Order::Little, 2),
        [b'<', 0, ..] => utf16(part, &bytes, Order::Little, 0),
        [0xFE, 0xFF, ..] => utf16(part, &bytes, Order::Big, 2),
        [0, b'<', ..] => utf16(part, &bytes, Order::Big, 0),
        _ => match String::from_utf8(bytes) {
            Ok(text) => Ok((text, Encoding::Utf8)),
            Err(error) => Ok((latin1(part, &error)?, Encoding::OneByte)),
        },
    }
}

/// The text of a part in UTF-16, with `mark` bytes of a byte-order mark before it.
///
/// # Errors
///
/// [`ReadError::BrokenXml`] for bytes that are not UTF-16.
fn utf16(part: &str, bytes: &[u8], order: Order, mark: usize) -> Result<(String, Encoding), ReadError> {
    // A lone byte at the end is no fault of the words before it.
    let whole = &bytes[..bytes.len() & !1];
    let text = utf16::decode(whole, order)
        .map_err(|_| ReadError::BrokenXml(part.to_owned(), 1, 1, cause::not_encoded("UTF-16")))?;
    Ok((text, Encoding::Utf16 { mark, order }))
}

/// Old programs write Latin-1 and say so in the declaration; anything else that is not UTF-8 is
/// damage.
/// # Errors
///
/// [`ReadError::BrokenXml`] with the place where UTF-8 ends.
fn latin1(part: &str, error: &std::string::FromUtf8Error) -> Result<String, ReadError> {
    let bytes = error.as_bytes();
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(120)]).to_lowercase();
    if head.contains("windows-1252") {
        return Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned());
    }
    if head.contains("iso-8859-1") || head.contains("us-ascii") {
        return Ok(decode_latin1(bytes).into_owned());
    }
    let good = &bytes[..error.utf8_error().valid_up_to()];
    let line = good.split(|&byte| byte == b'\n').count();
    let column = 1 + good.iter().rev().take_while(|&&byte| byte != b'\n').count();
    Err(ReadError::BrokenXml(part.to_owned(), small(line), small(column), cause::not_encoded("UTF-8")))
}

/// Parses a part within the limits; a document type declaration is an error.
/// # Errors
///
/// Broken XML with line and column, or one of the limits.
pub fn parse<'a>(part: &str, text: &'a str) -> Result<Document<'a>, ReadError> {
    guard(part, text)?;
    let options = ParsingOptions { nodes_limit: limits::NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => limits::too_many_nodes(part),
        roxmltree::Error::DtdDetected => {
            let before = &text[..text.find("<!DOCTYPE").unwrap_or(0)];
            let line = 1 + before.matches('\n').count();
            let column = 1 + before.chars().rev().take_while(|&letter| letter != '\n').count();
            ReadError::BrokenXml(part.to_owned(), small(line), small(column), cause::of_xml(&error))
        }
        _ => {
            let place = error.pos();
            ReadError::BrokenXml(part.to_owned(), place.row, place.col, cause::of_xml(&error))
        }
    })
}

/// A line or column as an error tells it.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Holds a part against the limits of nesting, attributes and namespace declarations, by a scan that needs no
/// stack of calls. On broken XML its counts may be wrong, but never too low by more than the parser accepts before
/// it finds the error.
///
/// # Errors
///
/// The limit that is passed first.
fn guard(part: &str, text: &str) -> Result<(), ReadError> {
    let (mut depth, mut at, mut copied) = (0usize, 0usize, 0usize);
    // The open elements that declare namespaces: how deep they are, and how many are in scope within them.
    let mut scopes: Vec<(usize, usize)> = Vec::new();
    while let Some(offset) = text[at..].find('<') {
        at += offset;
        let rest = &text[at..];
        at += match rest.as_bytes().get(1) {
            Some(b'!') if rest.starts_with("<!--") => end_of(rest, "-->"),
            Some(b'!') if rest.starts_with("<![CDATA[") => end_of(rest, "]]>"),
            Some(b'?') => end_of(rest, "?>"),
            Some(b'/') => {
                if scopes.last().is_some_and(|(open, _)| *open == depth) {
                    scopes.pop();
                }
                depth = depth.saturating_sub(1);
                end_of(rest, ">")
            }
            _ => {
                let (length, closed) = start_tag(rest);
                let tag = &rest[..length];
                if attributes(tag) > limits::ATTRIBUTES {
                    return Err(limits::too_many_attributes(part));
                }
                let declared = tag.matches("xmlns").count();
                let in_scope = scopes.last().map_or(0, |(_, count)| *count) + declared;
                if declared > 0 {
                    copied += in_scope;
                    if in_scope > limits::DECLARATIONS || copied > limits::DECLARATIONS_COPIED {
                        return Err(limits::too_many_declarations(part));
                    }
                }
                if !closed {
                    depth += 1;
                    if depth > limits::DEPTH {
                        return Err(limits::too_deep(part));
                    }
                    if declared > 0 {
                        scopes.push((depth, in_scope));
                    }
                }
                length
            }
        };
    }
    Ok(())
}

/// At least as many attributes as a start tag has: every one has a sign of equality.
fn attributes(tag: &str) -> usize {
    let signs = tag.bytes().filter(|&byte| byte == b'=').count();
    if signs <= limits::ATTRIBUTES {
        return signs;
    }
    // Many signs may stand in one value: those outside of quotation marks count.
    let (mut quote, mut count) = (None, 0);
    for byte in tag.bytes() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'=') => count += 1,
            _ => {}
        }
    }
    count
}

/// Length up to the end of the first `mark`; of all of the text where there is none.
fn end_of(text: &str, mark: &str) -> usize {
    text.find(mark).map_or(text.len(), |at| at + mark.len())
}

/// Length of the start tag at the head of `text`, and whether it closes itself.
fn start_tag(text: &str) -> (usize, bool) {
    let end = text.find('>').unwrap_or(text.len());
    let tag = &text[..end];
    let quotes = tag.bytes().filter(|&byte| byte == b'"').count();
    if quotes % 2 == 0 && !tag.contains('\'') {
        return ((end + 1).min(text.len()), tag.ends_with('/'));
    }
    // A `>` may stand in the value of an attribute.
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return (at + 1, text[..at].ends_with('/')),
            _ => {}
        }
    }
    (text.len(), false)
}

/// Whether a namespace is that of WordprocessingML, transitional or strict.
pub fn is_word(namespace: Option<&str>) -> bool {
    namespace.is_some_and(|name| name == TRANSITIONAL || name == STRICT)
}

/// The local name of a WordprocessingML element; empty for anything else.
pub fn word_name(node: Node<'_>) -> &str {
    let name = node.tag_name();
    if is_word(name.namespace()) { name.name() } else { "" }
}

/// Whether `node` is the WordprocessingML element `name`.
pub fn is(node: Node<'_>, name: &str) -> bool {
    node.tag_name().name() == name && is_word(node.tag_name().namespace())
}

/// The first WordprocessingML child called `name`.
pub fn child<'a>(node: Node<'a>, name: &str) -> Option<Node<'a>> {
    node.children().find(|child| is(*child, name))
}

/// The WordprocessingML children called `name`.
pub fn children<'a>(node: Node<'a>, name: &'static str) -> impl Iterator<Item = Node<'a>> {
    node.children().filter(move |child| is(*child, name))
}

/// A WordprocessingML attribute, under any prefix or none.
pub fn attribute<'a>(node: Node<'a>, name: &str) -> Option<&'a str> {
    let found = node.attributes().find(|attribute| {
        attribute.name() == name && (attribute.namespace().is_none() || is_word(attribute.namespace()))
    })?;
    Some(found.value())
}

/// The `val` attribute.
pub fn value(node: Node<'_>) -> Option<&str> {
    attribute(node, "val")
}

/// The `val` attribute of the child called `name`.
pub fn child_value<'a>(node: Node<'a>, name: &str) -> Option<&'a str> {
    child(node, name).and_then(value)
}

/// The on/off property `name` among the children, if it is stated.
pub fn switch(node: Node<'_>, name: &str) -> Option<bool> {
    child(node, name).map(|property| super::measure::is_on(value(property)))
}

/// The relationship identifier that a node refers to (`r:id`).
pub fn relationship(node: Node<'_>) -> Option<&str> {
    let found = node.attributes().find(|attribute| {
        attribute.name() == "id" && attribute.namespace().is_some_and(|name| name.ends_with("/relationships"))
    })?;
    Some(found.value())
}

/// The branch of an `mc:AlternateContent` that Word would show: the first choice whose needs are
/// known to it, else the fallback, else whatever choice there is.
pub fn chosen(alternate: Node<'_>) -> Option<Node<'_>> {
    let branch = |name: &'static str| alternate.children().filter(move |node| node.tag_name().name() == name);
    branch("Choice")
        .find(|choice| {
            attribute(*choice, "Requires").is_none_or(|needs| {
                needs.split_whitespace().all(|prefix| {
                    choice
                        .lookup_namespace_uri(Some(prefix))
                        .is_some_and(|name| name.starts_with("http://schemas.microsoft.com/office/"))
                })
            })
        })
        .or_else(|| branch("Fallback").next())
        .or_else(|| branch("Choice").next())
}

/// Whether `node` is an `mc:AlternateContent`.
pub fn is_alternate(node: Node<'_>) -> bool {
    node.tag_name().name() == "AlternateContent"
}

/// Whether the element around `node` is the WordprocessingML element `name`.
pub fn parent_is(node: Node<'_>, name: &str) -> bool {
    node.parent_element().is_some_and(|parent| is(parent, name))
}

/// The first descendant with a local name, in any namespace.
pub fn descendant<'a>(node: Node<'a>, name: &str) -> Option<Node<'a>> {
    node.descendants().find(|found| found.tag_name().name() == name)
}

/// The first child with a local name, in any namespace.
pub fn any_child<'a>(node: Node<'a>, name: &str) -> Option<Node<'a>> {
    node.children().find(|found| found.tag_name().name() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_counted_without_being_fooled() {
        let within = "<b/><c x='>'><d y=\">/\"/></c><!-- <e><f> --><![CDATA[<g>]]>";
        let nested = |levels: usize| format!("{}{within}{}", "<a>".repeat(levels), "</a>".repeat(levels));
        assert_eq!(guard("p", &nested(limits::DEPTH - 1)), Ok(()));
        assert_eq!(guard("p", &nested(limits::DEPTH)), Err(limits::too_deep("p")));
    }

    #[test]
    fn attributes_are_counted_outside_of_their_values() {
        let element = |count: usize| {
            let all = (0..count).map(|index| format!(" a{index}='x'")).collect::<Vec<_>>().concat();
            format!("<a{all} b='{}'/>", "=".repeat(1000))
        };
        assert_eq!(guard("p", &element(limits::ATTRIBUTES - 1)), Ok(()));
        assert_eq!(guard("p", &element(limits::ATTRIBUTES)), Err(limits::too_many_attributes("p")));
    }

    #[test]
    fn namespaces_are_bounded_in_scope_and_in_copies() {
        let declared = |first: usize, count: usize| -> String {
            (first..first + count)
                .map(|index| format!(" xmlns:n{index}='u{index}'"))
                .collect::<Vec<_>>()
                .concat()
        };
        let root = |children: &str| format!("<a{}>{children}</a>", declared(0, 200));
        assert_eq!(guard("p", &root(&format!("<b{}/>", declared(200, 50)).repeat(100))), Ok(()));
        let refused = Err(limits::too_many_declarations("p"));
        assert_eq!(guard("p", &root(&format!("<b{}/>", declared(200, 57)))), refused);
        let copies = limits::DECLARATIONS_COPIED / 200;
        assert_eq!(guard("p", &root(&"<b xmlns:n200='u'/>".repeat(copies))), refused);
    }

    #[test]
    fn deep_xml_is_refused_before_it_is_parsed() {
        let text = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
        assert!(matches!(parse("p", &text), Err(ReadError::Limit(_))));
    }

    #[test]
    fn a_document_type_is_refused() {
        let text = "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>";
        assert!(matches!(parse("p", text), Err(ReadError::BrokenXml(_, 2, 1, _))));
    }

    #[test]
    fn utf16_is_converted() {
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend("<a>ế</a>".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(
            decode("p", bytes),
            Ok(("<a>ế</a>".to_owned(), Encoding::Utf16 { mark: 2, order: Order::Little }))
        );
    }

    #[test]
    fn bytes_that_are_no_text_have_a_place() {
        let result = decode("p", b"<a>\n  \xFF</a>".to_vec());
        assert!(matches!(result, Err(ReadError::BrokenXml(_, 2, 3, _))));
    }
}
