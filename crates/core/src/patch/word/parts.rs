//! The small parts that tie a package together: content types and relationships.

use super::super::splice::{Splice, apply};
use super::EditError;
use crate::read::docx::xml::{self, Node};
use roxmltree::Document;

/// The list of content types.
pub const CONTENT_TYPES: &str = "[Content_Types].xml";

/// Content type of the part of comments (ECMA-376 part 1, 11.3.2).
pub const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// The list of content types with a line for a part; unchanged where it has one.
///
/// # Errors
/// The list is no list.
pub fn with_content_type(text: &str, part: &str, kind: &str) -> Result<String, EditError> {
    let document = xml::parse(CONTENT_TYPES, text)?;
    let root = document.root_element();
    let name = format!("/{part}");
    let named =
        |node: Node<'_>| node.attribute("PartName").is_some_and(|own| own.eq_ignore_ascii_case(&name));
    if root.children().any(named) {
        return Ok(text.to_owned());
    }
    let prefix = prefix_of(root, text);
    append(text, root, &format!("<{prefix}Override PartName=\"{}\" ContentType=\"{kind}\"/>", escape(&name)))
}

/// The relationships of a part with one more, and the id that it has; the part may have had none so far.
///
/// # Errors
/// They are no relationships.
pub fn with_relationship(text: Option<&str>, kind: &str, target: &str) -> Result<String, EditError> {
    const EMPTY: &str = concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>"
    );
    let text = text.unwrap_or(EMPTY);
    let document = xml::parse("_rels", text)?;
    let root = document.root_element();
    let taken: Vec<&str> = root.children().filter_map(|node| node.attribute("Id")).collect();
    // Among one more names than there are entries, one is free.
    let mut ids = (taken.len() + 1..=2 * taken.len() + 1).map(|number| format!("rId{number}"));
    let id = ids.find(|id| !taken.contains(&id.as_str()));
    let (id, prefix) = (id.unwrap_or_default(), prefix_of(root, text));
    let entry = format!("<{prefix}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{}\"/>", escape(target));
    append(text, root, &entry)
}

/// The list without the line for a part.
///
/// # Errors
/// The list is no list.
pub fn without_content_type(text: &str, part: &str) -> Result<String, EditError> {
    let name = format!("/{part}");
    without(text, CONTENT_TYPES, &|node| {
        node.attribute("PartName").is_some_and(|own| own.eq_ignore_ascii_case(&name))
    })
}

/// The relationships without those to a custom XML part, however its name is written there.
///
/// # Errors
/// They are no relationships.
pub fn without_relationship(text: &str, part: &str) -> Result<String, EditError> {
    without(text, "_rels", &|node| {
        let target = node.attribute("Target").unwrap_or_default();
        target.trim_start_matches("../").trim_start_matches('/') == part
    })
}

fn without(text: &str, name: &str, goes: &dyn Fn(Node<'_>) -> bool) -> Result<String, EditError> {
    let document = xml::parse(name, text)?;
    let gone = document.root_element().children().filter(|node| goes(*node));
    let splices = gone.map(|node| Splice::remove(node.range())).collect();
    apply(text, splices).ok_or(EditError::Overlap)
}

/// The text with an entry at the end of its root.
///
/// # Errors
/// The root has no end.
fn append(text: &str, root: Node<'_>, entry: &str) -> Result<String, EditError> {
    let splice = at_end(text, root, entry);
    apply(text, vec![splice]).ok_or(EditError::Overlap)
}

/// The change that puts an entry at the end of an element, opening one that closes itself.
pub fn at_end(text: &str, element: Node<'_>, entry: &str) -> Splice {
    let range = element.range();
    let own = &text[range.clone()];
    if own.ends_with("/>") {
        let name = own[1..].split([' ', '/', '>', '\t', '\r', '\n']).next().unwrap_or_default();
        return Splice { range: range.end - 2..range.end, text: format!(">{entry}</{name}>") };
    }
    let close = own.rfind("</").map_or(range.end, |at| range.start + at);
    Splice::insert(close, entry)
}

/// The prefix of an element as it is written, with its colon; empty where it has none.
pub fn prefix_of<'t>(element: Node<'_>, text: &'t str) -> &'t str {
    let own = &text[element.range()];
    let end = own.find([' ', '/', '>', '\t', '\r', '\n']).unwrap_or(own.len());
    own.get(1..end).and_then(|name| name.find(':').and_then(|at| own.get(1..at + 2))).unwrap_or_default()
}

/// A text as the value of an attribute or the content of an element. What XML cannot hold is left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            // Characters of XML 1.0, 2.2.
            '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'.. => out.push(letter),
            _ => {}
        }
    }
    out
}

/// The greatest number that any attribute `id` of the WordprocessingML of a part has.
pub fn greatest_id(document: &Document<'_>) -> Option<u32> {
    let nodes = document.descendants().filter(roxmltree::Node::is_element);
    nodes.filter_map(|node| xml::attribute(node, "id")?.parse::<u32>().ok()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_added_once_and_with_the_prefix_of_their_part() {
        let types = "<?xml version='1.0'?><c:Types xmlns:c='x'><c:Default Extension='xml' ContentType='a/b'/></c:Types>";
        let once = with_content_type(types, "word/comments.xml", COMMENTS_TYPE).expect("a list");
        assert!(once.ends_with(&format!(
            "<c:Override PartName=\"/word/comments.xml\" ContentType=\"{COMMENTS_TYPE}\"/></c:Types>"
        )));
        assert_eq!(with_content_type(&once, "word/comments.xml", COMMENTS_TYPE).expect("a list"), once);
    }

    #[test]
    fn a_part_without_relationships_gets_some_and_ids_are_free() {
        let made = with_relationship(None, "kind", "comments.xml").expect("relationships");
        assert!(made.contains("<Relationship Id=\"rId1\" Type=\"kind\" Target=\"comments.xml\"/>"));
        let taken = "<Relationships xmlns='r'><Relationship Id='rId2'/></Relationships>";
        assert!(with_relationship(Some(taken), "k", "t").expect("relationships").contains("Id=\"rId3\""));
        let closed = with_relationship(Some("<Relationships xmlns='r'/>"), "k", "t").expect("relationships");
        assert_eq!(
            closed,
            "<Relationships xmlns='r'><Relationship Id=\"rId1\" Type=\"k\" Target=\"t\"/></Relationships>"
        );
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(escape("a<b>&\"\u{0}\u{8}c\nd\u{FFFF}"), "a&lt;b&gt;&amp;&quot;c d");
    }
}
