//! From selectors to nodes.
//!
//! The names by which rules speak of places (`header.organ`, `basis`, `unit.article.title`) lead to
//! spans of the draft here and nowhere else. Whatever was not recognized gives no node: a selector
//! never guesses.

use super::node::{Handle, Node};
use super::select_body;
use crate::document::{ComponentKind, Document, Part, PartKind};
use crate::draft::{Draft, Story};
use crate::finding::Certainty;
use crate::rulebook::{HeaderField, Selector};
use crate::text::{Span, Spans};

/// All nodes of a selector, in order of the text, of all parts.
pub fn select(draft: &Draft, document: &Document, selector: Selector) -> Vec<Node> {
    match selector {
        Selector::Document => document_node(draft, document).into_iter().collect(),
        Selector::Citation | Selector::CitationNumber => citations(draft, document, selector),
        Selector::Reference => references(draft, document),
        Selector::PageSection => (0..draft.sections.len()).map(|index| section_node(draft, index)).collect(),
        Selector::Text => texts(draft, document),
        Selector::Paragraph => paragraphs(draft, document),
        _ => {
            let each = document.parts.iter().enumerate();
            let nodes = each.flat_map(|(index, part)| of_part(draft, part, index, selector));
            // The units of amending text are those of another document, with or without marks.
            let is_own = |node: &Node| {
                !matches!(selector, Selector::Unit(..)) || !document.is_foreign(Span::at(node.span.start))
            };
            nodes.filter(is_own).collect()
        }
    }
}

/// The nodes of a selector that lies within parts.
fn of_part(draft: &Draft, part: &Part, index: usize, selector: Selector) -> Vec<Node> {
    if let Some(kind) = ComponentKind::selected_by(selector) {
        return components(part, index, kind);
    }
    match selector {
        Selector::Header(field) => piece_of_header(draft, part, index, field),
        Selector::AttributionNumber => {
            let found = part.attribution.as_ref().and_then(|it| Some((it.number?, it.line.certainty)));
            stretch(draft, found, index)
        }
        Selector::AttributionDate => {
            let found = part.attribution.as_ref().and_then(|it| Some((it.date_span?, it.line.certainty)));
            stretch(draft, found, index)
        }
        Selector::BasisLast => components(part, index, ComponentKind::Basis).pop().into_iter().collect(),
        Selector::PreambleLast => {
            let last = |kind: ComponentKind| components(part, index, kind).pop();
            let both = last(ComponentKind::Basis).into_iter().chain(last(ComponentKind::Proposal));
            both.max_by_key(|node| node.span.start).into_iter().collect()
        }
        Selector::Appendix if part.kind == PartKind::Appendix => {
            part.form.iter().map(|form| Node::component(form, index, Handle::Part)).collect()
        }
        Selector::RecipientsFirst => {
            components(part, index, ComponentKind::Recipient).into_iter().take(1).collect()
        }
        Selector::RecipientsArchive => {
            let archive = part.recipients.iter().filter_map(|it| it.items.get(it.archive?));
            archive.map(|line| Node::component(line, index, Handle::None)).collect()
        }
        Selector::Signature | Selector::SignatureCapacity | Selector::SignaturePosition => {
            signatures(draft, part, index, selector)
        }
        Selector::Body => vec![Node::running(draft, vec![part.body], Some(index), Handle::Part)],
        Selector::BodyParagraph => select_body::body_paragraphs(draft, part, index),
        Selector::Unit(kind, facet) => select_body::units(draft, part, index, kind, facet),
        Selector::Effect => select_body::effects(draft, part, index),
        _ => Vec::new(),
    }
}

/// The nodes of whole components.
fn components(part: &Part, index: usize, kind: ComponentKind) -> Vec<Node> {
    let handle = |number: usize| match kind {
        ComponentKind::Basis => Handle::Basis(number),
        ComponentKind::SignatureLine | ComponentKind::SignatureName => Handle::Signature(number),
        _ => Handle::None,
    };
    part.each(kind).map(|(number, component)| Node::component(component, index, handle(number))).collect()
}

/// A node on a piece of a component; none where the piece is missing or blank, so that rules on its
/// words do not speak of a blank.
fn stretch(draft: &Draft, found: Option<(Span, Certainty)>, part: usize) -> Vec<Node> {
    let filled = found.filter(|(span, _)| !span.is_empty());
    filled
        .map(|(span, certainty)| Node::stretch(draft, span, certainty, part, Handle::None))
        .into_iter()
        .collect()
}

/// The first line of the act, or of what there is instead, which stands for the whole document.
/// Rules on the document as a whole need a place to be reported at.
fn document_node(draft: &Draft, document: &Document) -> Option<Node> {
    let index = document.parts.iter().position(|part| part.kind == PartKind::Act).unwrap_or(0);
    let part = document.parts.get(index)?;
    let first = draft.paragraphs_in(part.span).map(|paragraph| draft.paragraphs[paragraph].span);
    let first = first.map(|span| span.trim(&draft.text)).find(|span| !span.is_empty());
    let span = first.unwrap_or(Span::at(part.span.start));
    Some(Node::stretch(draft, span, part.header_certainty(), index, Handle::Part))
}

/// A piece of a line of the header.
fn piece_of_header(draft: &Draft, part: &Part, index: usize, field: HeaderField) -> Vec<Node> {
    let number = part.header.number.as_ref();
    let place_date = part.header.place_date.as_ref();
    let found = match field {
        HeaderField::Number => number.map(|line| (line.number, line.line.certainty)),
        HeaderField::Symbol => number.and_then(|line| Some((line.symbol?, line.line.certainty))),
        HeaderField::Place => place_date.and_then(|line| Some((line.place?, line.line.certainty))),
        HeaderField::Date => place_date.and_then(|line| Some((line.date_span?, line.line.certainty))),
        // Whole lines are components.
        HeaderField::NationalName
        | HeaderField::Motto
        | HeaderField::ParentOrgan
        | HeaderField::Organ
        | HeaderField::NumberLine
        | HeaderField::PlaceDate
        | HeaderField::Subject
        | HeaderField::Mark => None,
    };
    stretch(draft, found, index)
}

/// The nodes of the signatures: of each as a whole, of its lines with a capacity (`KT.`), or of its
/// position, which is the last line.
fn signatures(draft: &Draft, part: &Part, index: usize, selector: Selector) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (number, signature) in part.signatures.iter().enumerate() {
        let handle = Handle::Signature(number);
        let certainty =
            signature.lines.iter().map(|line| line.line.certainty).min().unwrap_or(Certainty::Guessed);
        let mut lines = signature.lines.iter().map(|line| Node::component(&line.line, index, handle));
        match selector {
            Selector::SignatureCapacity => {
                let capacities = lines.zip(&signature.lines).filter(|(_, line)| line.capacity.is_some());
                nodes.extend(capacities.map(|(node, _)| node));
            }
            Selector::SignaturePosition => nodes.extend(lines.next_back()),
            _ => {
                let span = lines.map(|line| line.span).reduce(Span::join).unwrap_or(signature.span);
                let lines = signature.lines.iter().flat_map(|line| line.line.lines.clone()).collect();
                let mut node = Node::stretch(draft, span, certainty, index, handle);
                node.lines = lines;
                nodes.push(node);
            }
        }
    }
    nodes
}

/// The nodes of all cited instruments, or of their numbers where they have one.
fn citations(draft: &Draft, document: &Document, selector: Selector) -> Vec<Node> {
    let span_of = |citation: &crate::document::Citation| match selector {
        Selector::CitationNumber => citation.number_span,
        _ => Some(citation.span),
    };
    let each = document.citations.iter().enumerate();
    each.filter_map(|(index, citation)| {
        let span = span_of(citation)?;
        let part = document.part_index_at(span.start)?;
        Some(Node::stretch(draft, span, Certainty::Certain, part, Handle::Citation(index)))
    })
    .collect()
}

/// References in the text; `Như Điều 3` among the recipients is a recipient.
fn references(draft: &Draft, document: &Document) -> Vec<Node> {
    let blocks = document.parts.iter().filter_map(|part| part.recipients.as_ref());
    let recipients: Spans = blocks.flat_map(|own| &own.items).map(|own| own.span).collect();
    let each = document.references.iter().enumerate();
    each.filter(|(_, reference)| !recipients.cover(reference.span))
        .map(|(index, reference)| {
            let handle = Handle::Reference(index);
            Node::stretch(draft, reference.span, Certainty::Certain, reference.part, handle)
        })
        .collect()
}

/// A section at the place where it begins; pages have no words.
fn section_node(draft: &Draft, index: usize) -> Node {
    let start = Span::at(draft.sections[index].span.start);
    Node::running(draft, vec![start], None, Handle::PageSection(index))
}

/// The paragraphs of the body stream that are not blank, tables and text boxes included.
fn paragraphs(draft: &Draft, document: &Document) -> Vec<Node> {
    let each = draft.paragraphs.iter().enumerate();
    each.filter(|(_, paragraph)| paragraph.story == Story::Body && !paragraph.text(draft).trim().is_empty())
        .map(|(index, paragraph)| {
            let part = document.part_index_at(paragraph.span.start);
            Node::running(draft, vec![paragraph.span], part, Handle::Paragraph(index))
        })
        .collect()
}

/// One node for each part, with all of its paragraphs as lines, for rules on the words themselves.
fn texts(draft: &Draft, document: &Document) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for paragraph in paragraphs(draft, document).into_iter().filter(|paragraph| paragraph.part.is_some()) {
        // Parts stand one behind the other.
        match nodes.last_mut() {
            Some(node) if node.part == paragraph.part => node.lines.extend(paragraph.lines),
            _ => {
                let mut node = paragraph;
                node.handle = Handle::Part;
                nodes.push(node);
            }
        }
    }
    for node in &mut nodes {
        node.span = node.lines.iter().copied().reduce(Span::join).unwrap_or_default();
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Locator;
    use crate::read::read;
    use crate::recognize::recognize;
    use std::collections::HashSet;

    /// Every kind of component stands in some base of the rule book, and is selected and addressed.
    #[test]
    fn every_component_is_selected_and_addressed() {
        let book = thethuc_law::book();
        let mut seen = HashSet::new();
        for (name, source) in book.bases() {
            let draft = read(&format!("{name}.md"), source.as_bytes()).expect("a readable base");
            let document = recognize(&draft, crate::recognize::fixture::lexicon());
            for kind in ComponentKind::ALL {
                let each = document.parts.iter().flat_map(|part| part.each(*kind));
                let spans: Vec<Span> = each.map(|(_, component)| component.span).collect();
                let nodes = select(&draft, &document, kind.selector());
                assert_eq!(nodes.iter().map(|node| node.span).collect::<Vec<_>>(), spans, "{kind:?}");
                let Some((vi, _)) = kind.place().filter(|_| !spans.is_empty()) else { continue };
                seen.insert(*kind);
                let place = Locator::new(&draft, &document).at(spans[0]).words();
                let head = vi.split('{').next().unwrap_or(vi);
                assert!(place.vi.contains(head), "{name}: {kind:?} is at {}", place.vi);
            }
        }
        let addressed = ComponentKind::ALL.iter().filter(|kind| kind.place().is_some());
        let absent: Vec<_> = addressed.filter(|kind| !seen.contains(kind)).collect();
        assert!(absent.is_empty(), "in no base: {absent:?}");
    }
}
