//! Markdown, through pulldown-cmark's offset iterator.
//!
//! Labels of lists stay as typed, `<br>` ends a line of a table cell, HTML fragments as pandoc
//! writes them are read for their text, emphasis and tables.
//!
//! Markdown is the form in which drafts stand in repositories and come out of converters. It says what
//! is a heading, a list or emphasis, but nothing of fonts and pages: those stay unknown.

mod builder;
mod front_matter;
mod grid;
mod html;

use super::ReadError;
use crate::draft::Draft;
use builder::DraftBuilder;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads Markdown.
///
/// # Errors
/// [`ReadError::FrontMatter`] when the front matter is opened and never closed.
pub fn read(source: &str) -> Result<Draft, ReadError> {
    let (front_matter, body_start) = front_matter::split(source)?;
    let mut builder = DraftBuilder::new(source);
    let body = &source[body_start..];
    for (event, range) in Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter() {
        let range = range.start + body_start..range.end + body_start;
        handle(&mut builder, event, range);
    }
    Ok(builder.finish(front_matter))
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
