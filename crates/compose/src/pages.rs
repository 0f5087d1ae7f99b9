//! Sections: pages, margins, page numbers.
//!
//! Word keeps the page of the last section in the document and those of the others in their last
//! paragraph, and docx-rs has two builders for it; so both ways stand here side by side.

use super::body::{Block, blocks, gap};
use super::paragraph::words;
use super::{Work, WriteError, length, ooxml, style, twips};
use thethuc_core::draft::{NumberFormat, Orientation, PageNumber, PagePosition, PageSection, WhichPages};

/// Distance in mm of header and footer from the edge of the sheet, inside the narrowest margin.
const EDGE: f32 = 10.0;

/// A section that another one follows: its blocks, its page, its page numbers.
///
/// # Errors
/// What a block or a page number holds is not written.
pub fn section(work: &Work<'_>, index: usize) -> Result<ooxml::Section, WriteError> {
    let own = &work.draft.sections[index];
    let mut section = ooxml::Section::new().page_size(size(own)).page_margin(margin(own));
    for block in blocks(work, index)? {
        section = match block {
            Block::Paragraph(paragraph) => section.add_paragraph(*paragraph),
            Block::Table(table) => section.add_table(*table),
        };
    }
    if own.title_page {
        section = section.title_pg();
    }
    if let Some(numbers) = numbering(own)? {
        section = section.page_num_type(numbers);
    }
    for pages in [WhichPages::Default, WhichPages::First, WhichPages::Even] {
        if let Some(header) = header(own, pages)? {
            section = match pages {
                WhichPages::Default => section.header(header),
                WhichPages::First => section.first_header(header),
                WhichPages::Even => section.even_header(header),
            };
        }
        if let Some(footer) = footer(own, pages)? {
            section = match pages {
                WhichPages::Default => section.footer(footer),
                WhichPages::First => section.first_footer(footer),
                WhichPages::Even => section.even_footer(footer),
            };
        }
    }
    Ok(section)
}

/// The blocks and the page of the last section, which is that of the document.
///
/// # Errors
/// As for [`section`].
pub fn last_section(mut docx: ooxml::Docx, work: &Work<'_>, index: usize) -> Result<ooxml::Docx, WriteError> {
    let mut blocks = blocks(work, index)?;
    if matches!(blocks.last(), Some(Block::Table(_)) | None) {
        // Word adds a line of full height where a document does not end in a paragraph.
        blocks.push(Block::Paragraph(Box::new(gap())));
    }
    for block in blocks {
        docx = match block {
            Block::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
            Block::Table(table) => docx.add_table(*table),
        };
    }
    let Some(own) = work.draft.sections.get(index) else { return Ok(docx) };
    docx.document.section_property = docx.document.section_property.page_size(size(own));
    docx = docx.page_margin(margin(own));
    if own.title_page {
        docx = docx.title_pg();
    }
    if let Some(numbers) = numbering(own)? {
        docx = docx.page_num_type(numbers);
    }
    for pages in [WhichPages::Default, WhichPages::First, WhichPages::Even] {
        if let Some(header) = header(own, pages)? {
            docx = match pages {
                WhichPages::Default => docx.header(header),
                WhichPages::First => docx.first_header(header),
                WhichPages::Even => docx.even_header(header),
            };
        }
        if let Some(footer) = footer(own, pages)? {
            docx = match pages {
                WhichPages::Default => docx.footer(footer),
                WhichPages::First => docx.first_footer(footer),
                WhichPages::Even => docx.even_footer(footer),
            };
        }
    }
    Ok(docx)
}

/// Width and height of the sheet as the draft has them, in twentieths of a point. Word wants the
/// sides of a landscape page as they lie, and the word for it besides.
fn size(section: &PageSection) -> ooxml::PageSize {
    let mut size = ooxml::PageSize::new();
    if let (Some(width), Some(height)) = (section.width, section.height) {
        size = size.size(length(width), length(height));
    }
    match section.orientation {
        Some(Orientation::Landscape) => size.orient(ooxml::PageOrientationType::Landscape),
        Some(Orientation::Portrait) | None => size,
    }
}

/// Margins and gutter in twentieths of a point. What the draft leaves open keeps the value of
/// docx-rs.
fn margin(section: &PageSection) -> ooxml::PageMargin {
    let margins = &section.margins;
    let mut margin = ooxml::PageMargin::new().header(twips(EDGE)).footer(twips(EDGE));
    margin.top = margins.top.map_or(margin.top, twips);
    margin.bottom = margins.bottom.map_or(margin.bottom, twips);
    margin.left = margins.left.map_or(margin.left, twips);
    margin.right = margins.right.map_or(margin.right, twips);
    margin.gutter(twips(margins.gutter))
}

/// The first number of the pages, where the section counts anew.
///
/// # Errors
/// [`WriteError::Unsupported`] for Roman numbers and letters, which docx-rs cannot ask for.
fn numbering(section: &PageSection) -> Result<Option<ooxml::PageNumType>, WriteError> {
    if section.number_format != NumberFormat::Arabic {
        return Err(WriteError::Unsupported("page numbers other than Arabic ones"));
    }
    Ok(section.number_start.map(|start| ooxml::PageNumType::new().start(start)))
}

/// The header with the page numbers of those pages; `None` where they have none there.
fn header(section: &PageSection, pages: WhichPages) -> Result<Option<ooxml::Header>, WriteError> {
    let mut header = None;
    for number in numbers(section, PagePosition::Header, pages) {
        let paragraph = field(number)?;
        header = Some(header.unwrap_or_else(ooxml::Header::new).add_paragraph(paragraph));
    }
    Ok(header)
}

/// As [`header`], for the foot of the page.
fn footer(section: &PageSection, pages: WhichPages) -> Result<Option<ooxml::Footer>, WriteError> {
    let mut footer = None;
    for number in numbers(section, PagePosition::Footer, pages) {
        let paragraph = field(number)?;
        footer = Some(footer.unwrap_or_else(ooxml::Footer::new).add_paragraph(paragraph));
    }
    Ok(footer)
}

/// The page numbers at a position on some pages (all, the first, the even ones).
fn numbers(
    section: &PageSection,
    position: PagePosition,
    pages: WhichPages,
) -> impl Iterator<Item = &PageNumber> {
    section.page_numbers.iter().filter(move |number| number.position == position && number.pages == pages)
}

/// The paragraph of a page number: the first word beside it stands before, the others after. The
/// number itself is a field with `1` as its last known value, which Word renews.
fn field(number: &PageNumber) -> Result<ooxml::Paragraph, WriteError> {
    let mut paragraph = ooxml::Paragraph::new();
    if let Some(side) = number.alignment {
        paragraph = paragraph.align(style::alignment(side));
    }
    let mut beside = number.beside.splitn(2, ' ');
    if let Some(before) = beside.next().filter(|words| !words.is_empty()) {
        paragraph = paragraph.add_run(words(&format!("{before} "), &number.style)?);
    }
    let mut run = ooxml::Run::new()
        .add_field_char(ooxml::FieldCharType::Begin, false)
        .add_instr_text(ooxml::InstrText::PAGE(ooxml::InstrPAGE::new()))
        .add_field_char(ooxml::FieldCharType::Separate, false)
        .add_text("1")
        .add_field_char(ooxml::FieldCharType::End, false);
    run.run_property = style::run(&number.style)?;
    paragraph = paragraph.add_run(run);
    if let Some(after) = beside.next() {
        paragraph = paragraph.add_run(words(&format!(" {after}"), &number.style)?);
    }
    Ok(paragraph)
}
