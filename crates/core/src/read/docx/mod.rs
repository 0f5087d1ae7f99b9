//! The reader of Word documents (.docx, .docm, .dotx).
//!
//! Only the parts that bear on text and typography are unpacked, each XML part is parsed once,
//! and nothing is guessed: a damaged part is an error, a missing secondary part means defaults.
//!
//! The order of reading matters. Definitions (theme, styles, numbering, settings) come before the body
//! that refers to them; notes come after it, since only the body tells at which paragraph they stand;
//! headers and footers come last, since only then it is known which of them some section prints.

mod beside;
mod between;
mod comments;
mod drawing;
pub(crate) mod encoding;
mod fields;
mod inline;
mod label;
mod limits;
mod lines;
mod measure;
mod numbering;
mod open;
pub(crate) mod package;
mod paragraph;
mod paragraph_props;
mod pictures;
mod raw_text;
mod run_props;
mod sections;
mod sniff;
mod stories;
mod styles;
mod table_style;
mod tables;
mod theme;
mod walker;
pub(crate) mod xml;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

use super::{ReadError, bounds};
use crate::draft::Draft;
use crate::text::Span;
use numbering::Numbering;
use package::{Package, Part, Relationship};
use sections::{SectionProps, Settings};
use styles::Styles;
use theme::Theme;
use walker::{Definitions, Walker};

/// Reads a Word document.
///
/// The text holds what is printed once all tracked changes are accepted: the body, then notes,
/// then the headers and footers that are in force in some section, each part once. A text box
/// follows the paragraph that anchors it. Hidden text is left out. Places in the source are bytes of the XML of a part as
/// the package holds it unpacked, also where that is UTF-16.
///
/// # Errors
/// The file is empty, encrypted, of another kind, damaged, or passes one of the limits; see
/// [`ReadError`].
pub fn read(bytes: &[u8]) -> Result<Draft, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let relations = package.relationships(&main)?;
    let part = package.part(&main)?.ok_or(ReadError::NoDocumentPart)?;
    let (definitions, settings) = definitions(&mut package, &relations)?;
    let mut walker = Walker::new(&definitions);
    walk_body(&part, &mut walker)?;
    drop(part);
    stories::notes(&mut package, &relations, &mut walker)?;
    let pages = stories::headers(&mut package, &relations, settings, &mut walker)?;
    bounds::of_length(walker.text.next_offset())?;
    if walker.paragraphs.len() > bounds::PARAGRAPHS {
        return Err(bounds::too_many_paragraphs());
    }
    let ranges = std::mem::take(&mut walker.beside.comments);
    let mut draft = stories::finish(walker, settings, &pages);
    // What only faces need is read last, so that no limit is reached because of it.
    draft.beside.comments = comments::read(&mut package, &relations, &ranges);
    draft.beside.pages = comments::pages(&mut package);
    Ok(draft)
}

/// What a file is, if it is plainly neither text nor a Word document: for files whose name says
/// something else.
pub fn other_kind(bytes: &[u8]) -> Option<ReadError> {
    if bytes.starts_with(b"PK") {
        return Some(Package::open(bytes).err().unwrap_or(ReadError::OtherKind("Word (.docx)")));
    }
    sniff::not_a_zip(bytes).filter(|error| !matches!(error, ReadError::NotAPackage(_)))
}

/// The part that a relationship of some kind points at, if both are there.
/// # Errors
///
/// The part is damaged or passes a limit; that it is missing is none.
fn related(
    package: &mut Package<'_>,
    relations: &[Relationship],
    kind: &str,
) -> Result<Option<Part>, ReadError> {
    match relations.iter().find(|relation| relation.kind == kind) {
        Some(relation) => package.part(&relation.target),
        None => Ok(None),
    }
}

/// What the secondary parts define; defaults for those that are not there.
///
/// # Errors
///
/// As for any part: it is damaged, its XML is broken, or it passes a limit.
fn definitions(
    package: &mut Package<'_>,
    relations: &[Relationship],
) -> Result<(Definitions, Settings), ReadError> {
    let mut definitions = Definitions::default();
    if let Some(part) = related(package, relations, "theme")? {
        definitions.theme = Theme::read(&xml::parse(&part.name, &part.text)?);
    }
    if let Some(part) = related(package, relations, "styles")? {
        definitions.styles = Styles::read(&xml::parse(&part.name, &part.text)?, &definitions.theme);
    }
    if let Some(part) = related(package, relations, "numbering")? {
        definitions.numbering =
            Numbering::read(&xml::parse(&part.name, &part.text)?, &|id| definitions.styles.number_of(id));
    }
    definitions.styles.resolve(&definitions.numbering);
    let settings = match related(package, relations, "settings")? {
        Some(part) => Settings::read(&xml::parse(&part.name, &part.text)?),
        None => Settings::default(),
    };
    Ok((definitions, settings))
}

/// Walks the main part and closes its last section.
///
/// # Errors
///
/// The XML is broken, or the part is that of a workbook, a presentation or something unknown.
fn walk_body(part: &Part, walker: &mut Walker<'_>) -> Result<(), ReadError> {
    let document = xml::parse(&part.name, &part.text)?;
    let root = document.root_element();
    match root.tag_name().name() {
        "workbook" => return Err(ReadError::OtherKind("Excel (.xlsx)")),
        "presentation" => return Err(ReadError::OtherKind("PowerPoint (.pptx)")),
        _ if !xml::is(root, "document") => return Err(ReadError::NoDocumentPart),
        _ => {}
    }
    let Some(body) = xml::child(root, "body") else { return Ok(()) };
    if body.descendants().filter(|node| xml::is(*node, "p")).nth(bounds::PARAGRAPHS).is_some() {
        return Err(bounds::too_many_paragraphs());
    }
    walker.begin(crate::draft::Story::Body, part, 0);
    walker.blocks(body);
    walker.end(part);
    // Paragraphs after the last mark of a section belong to the last section, even where its
    // `sectPr` is missing.
    let last = xml::child(body, "sectPr");
    walker.beside.formatting(last, Span::at(walker.text.next_offset()));
    let last = last.map(SectionProps::read);
    if last.is_some() || walker.sections.is_empty() {
        walker.end_section(last.unwrap_or_else(SectionProps::unknown));
    }
    Ok(())
}
