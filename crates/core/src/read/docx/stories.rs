//! The stories beside the body, and the finished draft.

use super::package::{Package, Relationship};
use super::sections::{SectionProps, Settings, Slot};
use super::walker::{FoundLine, FoundPage, Walker};
use super::{limits, related, xml};
use crate::draft::{
    Draft, Format, HeaderFooter, PageNumber, PagePosition, Paragraph, RuleLine, Story, WhichPages,
};
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
        walker.begin(Story::Note, &part, 0);
        for note in xml::children(document.root_element(), name) {
            // Separators and continuation notices are no notes.
            if matches!(xml::attribute(note, "type"), None | Some("normal")) {
                walker.fields.clear();
                walker.note = xml::attribute(note, "id").map(|id| (kind, id.to_owned()));
                let first = walker.paragraphs.len();
                walker.blocks(note);
                walker.beside.note(walker.note.as_ref(), (first, walker.paragraphs.len()));
            }
        }
        walker.note = None;
        walker.end(&part);
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
    let mut targets: HashMap<&str, &str> = HashMap::new();
    for relation in relations {
        targets.entry(&relation.id).or_insert(&relation.target);
    }
    let mut inherited = Vec::new();
    let (mut pages, mut fields) = (Vec::new(), walker.pages.len());
    if fields > limits::PAGE_FIELDS {
        return Err(limits::too_many_page_fields());
    }
    let in_force: Vec<_> =
        walker.sections.iter().map(|(section, _)| section.in_force(settings, &mut inherited)).collect();
    for (section, slots) in in_force.into_iter().enumerate() {
        let mut found = Vec::new();
        for (slot, id) in slots {
            let Some(&target) = targets.get(id.as_str()) else { continue };
            let range = match read.get(target) {
                Some(range) => range.clone(),
                None => header(package, target, slot.0, section, walker)?,
            };
            fields = fields.saturating_add(range.len());
            if fields > limits::PAGE_FIELDS {
                return Err(limits::too_many_page_fields());
            }
            found.extend(range.clone().map(|page| (slot, page)));
            read.insert(target.to_owned(), range);
        }
        pages.push(found);
    }
    Ok(pages)
}

/// Reads one header or footer; gives the range of its page-number fields.
/// # Errors
///
/// As for any part; that it is missing is none.
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
        walker.begin(story, &part, section);
        walker.blocks(document.root_element());
        walker.end(&part);
    }
    Ok(first..walker.pages.len())
}

/// Puts the draft together.
pub fn finish(walker: Walker<'_>, settings: Settings, headers: &SectionPages) -> Draft {
    let Walker { text, mut paragraphs, tables, lines, pages, sections: ended, beside, .. } = walker;
    let (text, map, oddities) = text.finish();
    let mut sections = Vec::with_capacity(ended.len());
    let mut start = 0;
    let mut in_body: HashMap<usize, Vec<&FoundPage>> = HashMap::new();
    for page in pages.iter().filter(|page| paragraphs[page.paragraph].story == Story::Body) {
        in_body.entry(page.section).or_default().push(page);
    }
    for (index, (props, end)) in ended.iter().enumerate() {
        let mut section = props.finish(settings, Span::new(start, *end));
        start = *end;
        let in_margins =
            headers.get(index).into_iter().flatten().map(|(slot, page)| (Some(*slot), &pages[*page]));
        let in_body = in_body.get(&index).into_iter().flatten().map(|page| (None, *page));
        for (slot, page) in in_margins.chain(in_body) {
            section.number_format = page.format.unwrap_or(section.number_format);
            let words = words_beside(page, &text, paragraphs[page.paragraph].span, props.dashed);
            section.page_numbers.push(page_number(slot, page, words));
        }
        sections.push(section);
    }
    let last = sections.len().saturating_sub(1);
    for paragraph in &mut paragraphs {
        paragraph.section = paragraph.section.min(last);
    }
    break_pages(&mut paragraphs, &ended);
    stand(&mut paragraphs);
    let lines = finish_lines(lines, &ended);
    let beside = beside.finish(paragraphs.len());
    let format = Format::Docx;
    Draft { format, text, map, oddities, paragraphs, tables, sections, lines, beside, front_matter: None }
}

/// Finds for each paragraph outside of the body's own text the one at which a reader finds it: the
/// paragraph that anchors a text box, the first one of the section of a header or footer. Notes know
/// theirs from their marks.
fn stand(paragraphs: &mut [Paragraph]) {
    let is_own = |paragraph: &Paragraph| paragraph.story == Story::Body && !paragraph.in_text_box;
    let mut first_of: HashMap<usize, usize> = HashMap::new();
    for (index, paragraph) in paragraphs.iter().enumerate().filter(|(_, paragraph)| is_own(paragraph)) {
        first_of.entry(paragraph.section).or_insert(index);
    }
    let mut anchor = None;
    for (index, paragraph) in paragraphs.iter_mut().enumerate() {
        match paragraph.story {
            Story::Body if !paragraph.in_text_box => anchor = Some(index),
            Story::Body => paragraph.stands_at = anchor,
            Story::Header | Story::Footer => {
                paragraph.stands_at = first_of.get(&paragraph.section).copied();
            }
            Story::Note => {}
        }
    }
}

/// A page number in a slot of the margins, or in the body.
fn page_number(slot: Option<Slot>, page: &FoundPage, beside: String) -> PageNumber {
    let (position, pages) = match slot {
        Some((HeaderFooter::Header, pages)) => (PagePosition::Header, pages),
        Some((HeaderFooter::Footer, pages)) => (PagePosition::Footer, pages),
        None => (PagePosition::Body, WhichPages::Default),
    };
    PageNumber { position, pages, alignment: page.alignment, style: page.style.clone(), beside }
}

/// A section that begins on a new page puts a page break before its first paragraph.
fn break_pages(paragraphs: &mut [Paragraph], ended: &[(SectionProps, usize)]) {
    let mut section = 0;
    for paragraph in paragraphs.iter_mut().take_while(|paragraph| paragraph.story == Story::Body) {
        if paragraph.section != section {
            section = paragraph.section;
            paragraph.page_break_before |= ended.get(section).is_some_and(|(props, _)| props.on_new_page);
        }
    }
}

/// The rule lines that are drawn, each with the length that its column of text gives.
fn finish_lines(lines: Vec<FoundLine>, ended: &[(SectionProps, usize)]) -> Vec<RuleLine> {
    let drawn = lines.into_iter().filter(|found| !found.merged);
    let finished = drawn.map(|mut found| {
        if let Some((section, taken)) = found.column {
            let section = ended.get(section).or(ended.last());
            let width = section.and_then(|(props, _)| props.column_width());
            found.line.length = width.map(|width| width - taken).filter(|length| *length > 0.0);
        }
        found.line
    });
    finished.collect()
}

/// Bytes beside a page number, on each side, that are kept as its words. A paragraph may be as long as a file,
/// and may hold thousands of numbers.
const BESIDE: usize = 400;

/// The words beside a page number in its paragraph.
fn words_beside(page: &FoundPage, text: &str, paragraph: Span, dashed: bool) -> String {
    let (start, end) = (page.field.start.max(paragraph.start), page.field.end.min(paragraph.end));
    let is_letter = |at: &usize| text.is_char_boundary(*at);
    let first = (start.saturating_sub(BESIDE).max(paragraph.start)..=start).find(is_letter).unwrap_or(start);
    let last = (end..=paragraph.end.min(end.saturating_add(BESIDE))).rev().find(is_letter).unwrap_or(end);
    let (before, after) = (Span::new(first, start).of(text), Span::new(end, last).of(text));
    let words = squeeze(&format!("{before} {after}"));
    if words.is_empty() && dashed { "- -".to_owned() } else { words }
}
