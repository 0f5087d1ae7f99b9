//! Markdown, through pulldown-cmark's offset iterator.
//!
//! Labels of lists stay as typed, `<br>` ends a line of a table cell, HTML fragments as pandoc
//! writes them are read for their text, emphasis and tables.
//!
//! What was wrapped hard is joined first, and tables as pandoc draws them are read as tables.
//!
//! Markdown is the form in which drafts stand in repositories and come out of converters. It says what
//! is a heading, a list or emphasis, but nothing of fonts and pages: those stay unknown.

mod builder;
mod front_matter;
mod grid;
mod html;
mod pandoc;
mod repair;

use super::ReadError;
use crate::draft::Draft;
use builder::DraftBuilder;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// Reads Markdown.
///
/// # Errors
/// [`ReadError::FrontMatter`] when the front matter is opened and never closed.
pub fn read(source: &str) -> Result<Draft, ReadError> {
    let (front_matter, body_start) = front_matter::split(source)?;
    let body = &source[body_start..];
    let tables = pandoc::tables(body);
    let drawn: Vec<Range<usize>> = tables.iter().map(|table| table.range.clone()).collect();
    let whole = match repair::repaired(body, &drawn) {
        Cow::Borrowed(_) => Cow::Borrowed(source),
        Cow::Owned(text) => Cow::Owned([&source[..body_start], &text].concat()),
    };
    let smart = !tables.is_empty() || ["\\\n", "\\\r\n", "\\'", "]{."].iter().any(|sign| body.contains(sign));
    let mut builder = DraftBuilder::new(&whole, smart);
    let mut from = body_start;
    for table in &tables {
        blocks(&mut builder, &whole, from..body_start + table.range.start);
        drawn_table(&mut builder, &whole, body_start, table);
        from = body_start + table.range.end;
    }
    blocks(&mut builder, &whole, from..whole.len());
    Ok(builder.finish(front_matter))
}

/// Reads a stretch of the file.
fn blocks(builder: &mut DraftBuilder<'_>, whole: &str, stretch: Range<usize>) {
    let text = &whole[stretch.clone()];
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        handle(builder, event, range.start + stretch.start..range.end + stretch.start);
    }
}

/// Reads a table that pandoc drew; its places count from `offset`.
fn drawn_table(builder: &mut DraftBuilder<'_>, whole: &str, offset: usize, table: &pandoc::Table) {
    builder.start_table();
    for row in &table.rows {
        builder.start_row();
        for cell in row {
            builder.start_cell((1, 1));
            drawn_cell(builder, whole, offset, cell);
            builder.end_cell();
        }
        builder.end_row();
    }
    builder.end_table();
}

/// Reads the lines of a cell as a text of its own. A backslash before a list item ends no line that the
/// item would not end anyway.
fn drawn_cell(builder: &mut DraftBuilder<'_>, whole: &str, offset: usize, lines: &[Range<usize>]) {
    let mut text = String::new();
    let mut places: Vec<(usize, usize)> = Vec::with_capacity(lines.len());
    let line =
        |index: usize| lines.get(index).map_or("", |line| &whole[offset + line.start..offset + line.end]);
    for (index, place) in lines.iter().enumerate() {
        places.push((text.len(), offset + place.start));
        let listed = ["- ", "+ ", "* "].iter().any(|mark| line(index + 1).starts_with(mark));
        let words = line(index);
        text.push_str(if listed { words.strip_suffix('\\').unwrap_or(words) } else { words });
        text.push('\n');
    }
    let source_of = |at: usize| {
        let line = places.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        places.get(line).map_or(offset, |(start, source)| source + (at - start))
    };
    for (event, range) in Parser::new_ext(&text, Options::empty()).into_offset_iter() {
        let start = source_of(range.start);
        let end = if range.is_empty() { start } else { source_of(range.end - 1) + 1 };
        let range = start..end.max(start);
        // A line of a cell ends where the column does.
        if matches!(event, Event::SoftBreak) {
            builder.wrapped_break(range);
        } else {
            handle(builder, event, range);
        }
    }
}

/// Hands an event to the builder. `range` is in bytes of the file, front matter included.
fn handle(builder: &mut DraftBuilder<'_>, event: Event<'_>, range: Range<usize>) {
    match event {
        Event::Start(tag) => start(builder, &tag, range),
        Event::End(tag) => end(builder, tag),
        Event::Text(text) | Event::Code(text) => builder.text(&text, range),
        Event::Html(html) | Event::InlineHtml(html) => html::read(builder, &html, range.start),
        Event::SoftBreak => builder.soft_break(range),
        Event::HardBreak => builder.hard_break(range),
        Event::Rule => builder.typed_rule(),
        Event::FootnoteReference(_)
        | Event::TaskListMarker(_)
        | Event::InlineMath(_)
        | Event::DisplayMath(_) => {}
    }
}

/// The beginning of a block or of emphasis.
fn start(builder: &mut DraftBuilder<'_>, tag: &Tag<'_>, range: Range<usize>) {
    match tag {
        Tag::Heading { level, .. } => builder.start_heading(*level as u8),
        Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => builder.start_block(),
        Tag::List(_) => builder.end_block(),
        Tag::Item => builder.start_item(range),
        Tag::Table(_) => builder.start_table(),
        Tag::TableHead | Tag::TableRow => builder.start_row(),
        Tag::TableCell => builder.start_cell((1, 1)),
        Tag::Strong => builder.bold(true),
        Tag::Emphasis => builder.italic(true),
        _ => {}
    }
}

/// Its end.
fn end(builder: &mut DraftBuilder<'_>, tag: TagEnd) {
    match tag {
        TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Item | TagEnd::HtmlBlock => {
            builder.end_block();
        }
        TagEnd::TableCell => builder.end_cell(),
        TagEnd::TableHead | TagEnd::TableRow => builder.end_row(),
        TagEnd::Table => builder.end_table(),
        TagEnd::Strong => builder.bold(false),
        TagEnd::Emphasis => builder.italic(false),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
