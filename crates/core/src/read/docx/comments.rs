//! Comments: what they say, who answers whom, and which are done.
//!
//! Faces show them; no check needs them. So a part of them that is damaged costs no more than the comments.

use super::beside::{Range, words};
use super::package::{Package, Part, Relationship};
use super::{related, xml};
use crate::draft::Comment;
use crate::text::Span;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// What the younger part says of a comment, by the identifier of its last paragraph.
struct Extended {
    /// The last paragraph of the comment that it answers.
    parent: Option<String>,
    /// Whether it is done.
    done: bool,
}

/// The comments that stand somewhere in the text, or that answer one which does.
pub fn read(
    package: &mut Package<'_>,
    relations: &[Relationship],
    ranges: &HashMap<String, Range>,
) -> Vec<Comment> {
    let mut part = |kind| related(package, relations, kind).ok().flatten();
    let Some(comments) = part("comments") else { return Vec::new() };
    let extended = part("commentsExtended").map(|part| extended(&part)).unwrap_or_default();
    let Ok(document) = xml::parse(&comments.name, &comments.text) else { return Vec::new() };
    let mut found = Vec::new();
    for node in xml::children(document.root_element(), "comment") {
        let stated = |name| xml::attribute(node, name).map(str::to_owned);
        let id = stated("id").unwrap_or_default();
        let last = node.descendants().rfind(|inner| xml::is(*inner, "p"));
        let paragraph = last.and_then(|last| by_name(last, "paraId")).map(str::to_uppercase);
        let more = paragraph.as_ref().and_then(|id| extended.get(id));
        let span = ranges.get(&id).copied().and_then(Range::span);
        let comment = Comment {
            words: words(node).trim().nfc().collect(),
            author: stated("author"),
            date: stated("date"),
            span: Span::default(),
            parent: None,
            resolved: more.is_some_and(|more| more.done),
            id,
        };
        found.push((comment, span, paragraph, more.and_then(|more| more.parent.clone())));
    }
    threads(found)
}

/// A comment, where it stands, its last paragraph, and that of the comment it answers.
type Loose = (Comment, Option<Span>, Option<String>, Option<String>);

/// Ties answers to what they answer; drops what stands nowhere.
fn threads(loose: Vec<Loose>) -> Vec<Comment> {
    let spans: HashMap<String, Span> =
        loose.iter().filter_map(|(_, span, paragraph, _)| Some((paragraph.clone()?, (*span)?))).collect();
    let mut found: Vec<Comment> = Vec::with_capacity(loose.len());
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut answers: Vec<(usize, String)> = Vec::new();
    for (mut comment, span, paragraph, parent) in loose {
        let of_parent = parent.as_ref().and_then(|parent| spans.get(parent)).copied();
        let Some(span) = span.or(of_parent) else { continue };
        comment.span = span;
        if let Some(paragraph) = paragraph {
            known.entry(paragraph).or_insert(found.len());
        }
        answers.extend(parent.map(|parent| (found.len(), parent)));
        found.push(comment);
    }
    for (index, parent) in answers {
        found[index].parent = known.get(&parent).copied().filter(|parent| *parent != index);
    }
    found
}

/// What `commentsExtended` says, by paragraph.
fn extended(part: &Part) -> HashMap<String, Extended> {
    let Ok(document) = xml::parse(&part.name, &part.text) else { return HashMap::new() };
    let each = document.root_element().children().filter(|node| node.tag_name().name() == "commentEx");
    let each = each.filter_map(|node| {
        let parent = by_name(node, "paraIdParent").map(str::to_uppercase);
        let done = by_name(node, "done").is_some_and(|done| super::measure::is_on(Some(done)));
        Some((by_name(node, "paraId")?.to_uppercase(), Extended { parent, done }))
    });
    each.collect()
}

/// An attribute of one of the younger namespaces, which differ from version to version.
fn by_name<'a>(node: xml::Node<'a>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The number of pages that the file states of itself.
pub fn pages(package: &mut Package<'_>) -> Option<usize> {
    let relations = package.relationships("").ok()?;
    let part = related(package, &relations, "extended-properties").ok()??;
    let document = xml::parse(&part.name, &part.text).ok()?;
    let pages = xml::any_child(document.root_element(), "Pages")?.text()?.trim().parse().ok()?;
    (pages > 0).then_some(pages)
}
