//! The stories beside the body, and the finished draft.

use super::fields::FoundPage;
use super::package::{Package, Relationship};
use super::sections::{Settings, Slot};
use super::walker::Walker;
use super::{related, xml};
use crate::draft::{Draft, Format, HeaderFooter, PageNumber, PagePosition, Story, WhichPages};
use crate::read::ReadError;
use crate::text::Span;
use crate::text::vietnamese::squeeze;
use std::collections::HashMap;

/// Page-number fields of each section: where they stand, and which of the found ones they are.
pub type SectionPages = Vec<Vec<(Slot, usize)>>;

/// Reads the footnotes, then the endnotes.
///
/// # Errors
/// As for any part.
pub fn notes(
    package: &mut Package<'_>,
    relations: &[Relationship],
    walker: &mut Walker<'_>,
) -> Result<(), ReadError> {
    for (kind, name) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
        let Some(part) = related(package, relations, kind)? else { continue };
        let document = xml::parse(&part.name, &part.text)?;
        walker.begin(Story::Note, &part.name, 0);
        for note in xml::children(document.root_element(), name) {
            // Separators and continuation notices are no notes.
            if matches!(xml::attribute(note, "type"), None | Some("normal")) {
                walker.fields.clear();
                walker.blocks(note);
            }
        }
    }
    Ok(())
}

/// Reads the headers and footers that are in force somewhere, each part once.
///
/// # Errors
/// As for any part.
pub fn headers(
    package: &mut Package<'_>,
    relations: &[Relationship],
    settings: Settings,
    walker: &mut Walker<'_>,
) -> Result<SectionPages, ReadError> {
    let mut read: HashMap<String, std::ops::Range<usize>> = HashMap::new();
    let mut inherited = Vec::new();
    let mut pages = Vec::new();
    let in_force: Vec<_> =
        walker.sections.iter().map(|(section, _)| section.in_force(settings, &mut inherited)).collect();
    for (section, slots) in in_force.into_iter().enumerate() {
        let mut found = Vec::new();
        for (slot, id) in slots {
            let Some(relation) = relations.iter().find(|relation| relation.id == id) else { continue };
            let range = match read.get(&relation.target) {
                Some(range) => range.clone(),
                None => header(package, &relation.target, slot.0, section, walker)?,
            };
            found.extend(range.clone().map(|page| (slot, page)));
            read.insert(relation.target.clone(), range);
        }
        pages.push(found);
    }
    Ok(pages)
}

/// Reads one header or footer; gives the range of its page-number fields.
fn header(
    package: &mut Package<'_>,
    name: &str,
    place: HeaderFooter,
    section: usize,
    walker: &mut Walker<'_>,
) -> Result<std::ops::Range<usize>, ReadError> {
    let first = walker.pages.len();
    if let Some(part) = package.part(name)? {
        let document = xml::parse(&part.name, &part.text)?;
        let story = match place {
            HeaderFooter::Header => Story::Header,
            HeaderFooter::Footer => Story::Footer,
        };
        walker.begin(story, &part.name, section);
        walker.blocks(document.root_element());
    }
    Ok(first..walker.pages.len())
}

/// Puts the draft together.
pub fn finish(walker: Walker<'_>, settings: Settings, headers: SectionPages) -> Draft {
    let Walker { text, mut paragraphs, tables, lines, pages, sections: ended, .. } = walker;
    let (text, map, oddities) = text.finish();
    let mut sections = Vec::with_capacity(ended.len());
    let mut start = 0;
    for (index, ((props, end), slots)) in ended.iter().zip(&headers).enumerate() {
        let mut section = props.finish(settings, Span::new(start, *end));
        start = *end;
        let in_body = pages
            .iter()
            .filter(|page| page.section == index && paragraphs[page.paragraph].story == Story::Body);
        let body = in_body.map(|page| (PagePosition::Body, WhichPages::Default, page));
        let margins = slots.iter().map(|((place, which), page)| {
            let position = match place {
                HeaderFooter::Header => PagePosition::Header,
                HeaderFooter::Footer => PagePosition::Footer,
            };
            (position, *which, &pages[*page])
        });
        for (position, which, page) in margins.chain(body) {
            section.number_format = page.format.unwrap_or(section.number_format);
            section.page_numbers.push(PageNumber {
                position,
                pages: which,
                alignment: page.alignment,
                style: page.style.clone(),
                beside: beside(page, &text, paragraphs[page.paragraph].span, props.dashed),
            });
        }
        sections.push(section);
    }
    for (index, (props, _)) in ended.iter().enumerate().skip(1).filter(|(_, ended)| ended.0.on_new_page) {
        let first = paragraphs.iter_mut().find(|known| known.section == index && known.story == Story::Body);
        if let Some(first) = first.filter(|_| props.on_new_page) {
            first.page_break_before = true;
        }
    }
    let last = sections.len().saturating_sub(1);
    for paragraph in &mut paragraphs {
        paragraph.section = paragraph.section.min(last);
    }
    let lines = lines.into_iter().filter(|found| !found.merged).map(|mut found| {
        if let Some((section, taken)) = found.column {
            let width = ended.get(section.min(last)).and_then(|(props, _)| props.column_width());
            found.line.length = width.map(|width| width - taken).filter(|length| *length > 0.0);
        }
        found.line
    });
    let lines = lines.collect();
    let format = Format::Docx;
    Draft { format, text, map, oddities, paragraphs, tables, sections, lines, front_matter: None }
}

/// The words beside a page number in its paragraph.
fn beside(page: &FoundPage, text: &str, paragraph: Span, dashed: bool) -> String {
    let before = Span::new(paragraph.start, page.field.start.max(paragraph.start)).of(text);
    let after = Span::new(page.field.end.min(paragraph.end), paragraph.end).of(text);
    let words = squeeze(&format!("{before} {after}"));
    if words.is_empty() && dashed { "- -".to_owned() } else { words }
}
