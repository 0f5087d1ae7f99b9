//! Paragraphs with their runs.

use super::{Work, WriteError, ooxml, rule, style};
use thethuc_core::draft::{Draft, Paragraph, RuleLineKind, Run, RunStyle};
use thethuc_core::text::Span;

/// The paragraph of the draft with that index, with its style, its lines and its runs.
///
/// # Errors
/// [`WriteError::Unsupported`] for spacing that depends on neighbours and what [`style::run`]
/// refuses.
pub fn paragraph(work: &Work<'_>, index: usize) -> Result<ooxml::Paragraph, WriteError> {
    let draft = work.draft;
    let own = &draft.paragraphs[index];
    let named = work.sheet.find(own.style.name.as_deref());
    let mut paragraph = ooxml::Paragraph::new();
    if let Some(named) = &named {
        paragraph = paragraph.style(&named.id);
    }
    let beyond = named.as_ref().map(|named| named.beyond(&own.style));
    paragraph = style::paragraph(paragraph, beyond.as_ref().unwrap_or(&own.style));
    let outline = named.as_ref().and_then(|named| named.style.outline);
    if outline != own.heading {
        // The tenth level is that of text that is no heading.
        let level = own.heading.map_or(9, |level| usize::from(level.saturating_sub(1)));
        paragraph = paragraph.outline_lvl(level);
    }
    if own.style.contextual_spacing {
        return Err(WriteError::Unsupported("contextual spacing"));
    }
    if own.page_break_before {
        paragraph = paragraph.page_break_before(true);
    }
    if is_heading(draft, own) || is_before_signature(draft, index) {
        paragraph = paragraph.keep_next(true);
    }
    for (number, line) in draft.lines.iter().enumerate().filter(|(_, line)| line.paragraph == index) {
        match line.kind {
            RuleLineKind::Drawn => paragraph = rule::mark(paragraph, number),
            RuleLineKind::Border => paragraph.property = rule::border(paragraph.property),
            // Its characters are text.
            RuleLineKind::Typed => {}
        }
    }
    for run in runs(own) {
        let beyond = named.as_ref().map(|named| named.beyond_letters(&run.style));
        paragraph =
            paragraph.add_run(words(run.span.of(&draft.text), beyond.as_ref().unwrap_or(&run.style))?);
    }
    Ok(paragraph)
}

/// Whether a paragraph is all bold: a heading, which shall not end a page alone.
fn is_heading(draft: &Draft, paragraph: &Paragraph) -> bool {
    let mut runs = paragraph.runs.iter().filter(|run| !run.span.of(&draft.text).trim().is_empty());
    paragraph.cell.is_none() && runs.clone().next().is_some() && runs.all(|run| run.style.bold == Some(true))
}

/// Whether a borderless table follows: no signature shall stand alone on a page.
fn is_before_signature(draft: &Draft, index: usize) -> bool {
    let cell = |index: usize| draft.paragraphs.get(index).and_then(|paragraph| paragraph.cell);
    let Some(next) = cell(index + 1).filter(|_| cell(index).is_none()) else { return false };
    let row = draft.tables.get(next.table).and_then(|table| table.rows.get(next.row));
    row.and_then(|row| row.get(next.column)).is_some_and(|cell| cell.bordered == Some(false))
}

/// The runs of a paragraph; one without style where it has none but text.
fn runs(paragraph: &Paragraph) -> Vec<Run> {
    if paragraph.runs.is_empty() && !paragraph.span.is_empty() {
        let span = Span::new(paragraph.span.start, paragraph.span.end);
        return vec![Run { span, style: RunStyle::default() }];
    }
    paragraph.runs.clone()
}

/// A run of one style. Tabs and line breaks, which are characters in a draft, become elements in
/// Word.
///
/// # Errors
/// What [`style::run`] refuses.
pub fn words(text: &str, style: &RunStyle) -> Result<ooxml::Run, WriteError> {
    let mut run = ooxml::Run::new();
    run.run_property = style::run(style)?;
    let mut rest = text;
    while let Some(at) = rest.find(['\t', '\n']) {
        if at > 0 {
            run = run.add_text(&rest[..at]);
        }
        run = if rest[at..].starts_with('\t') {
            run.add_tab()
        } else {
            run.add_break(ooxml::BreakType::TextWrapping)
        };
        rest = &rest[at + 1..];
    }
    Ok(if rest.is_empty() { run } else { run.add_text(rest) })
}
