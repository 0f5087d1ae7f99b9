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
mod comments;
mod front_matter;
mod gaps;
mod grid;
mod html;
mod pandoc;
mod repair;

use super::ReadError;
use crate::draft::Draft;
use builder::DraftBuilder;
pub use gaps::gaps;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// Reads Markdown.
///
/// # Errors
/// [`ReadError::FrontMatter`] when the front matter is opened and never closed.
pub fn read(source: &str) -> Result<Draft, ReadError> {
    let (front_matter, body_start) = front_matter::split(source)?;
    let meant = Meant::of(source, body_start);
    let mut builder = DraftBuilder::new(&meant.whole, meant.smart);
    for (stretch, table) in meant.stretches() {
        for (event, range) in events(&meant.whole, stretch) {
            handle(&mut builder, event, range);
        }
        if let Some(table) = table {
            drawn_table(&mut builder, &meant.whole, body_start, table);
        }
    }
    Ok(builder.finish(front_matter))
}

/// A file as it was meant: what converters did to its lines is undone, and the tables that pandoc drew are known.
struct Meant<'s> {
    /// The whole file, every byte at its place.
    whole: Cow<'s, str>,
    /// Where the body begins, behind front matter, in bytes.
    body_start: usize,
    /// The drawn tables; their places count from the beginning of the body.
    tables: Vec<pandoc::Table>,
    /// Whether two hyphens stand for a dash, as pandoc writes one.
    smart: bool,
}

impl<'s> Meant<'s> {
    fn of(source: &'s str, body_start: usize) -> Self {
        let body = &source[body_start..];
        let lines = repair::lines(body);
        let comments = comments::of(body, &lines);
        let tables = pandoc::tables(body, &comments::outside(&lines, &comments));
        let drawn: Vec<Range<usize>> = tables.iter().map(|table| table.range.clone()).collect();
        let whole = match repair::repaired(body, &lines, &drawn, &comments) {
            Cow::Borrowed(_) => Cow::Borrowed(source),
            Cow::Owned(text) => Cow::Owned([&source[..body_start], &text].concat()),
        };
        // Words of a comment tell nothing of the program that wrote the text.
        let shows = |sign: &str| body.match_indices(sign).any(|(at, _)| !comments::within(&comments, at));
        let smart = !tables.is_empty() || ["\\\n", "\\\r\n", "\\'", "]{."].into_iter().any(shows);
        Self { whole, body_start, tables, smart }
    }

    /// The stretches of the body that are read as Markdown, each with the drawn table behind it; in bytes of the
    /// file.
    fn stretches(&self) -> impl Iterator<Item = (Range<usize>, Option<&pandoc::Table>)> {
        let starts = self.tables.iter().map(|table| table.range.end).map(|end| self.body_start + end);
        let starts = std::iter::once(self.body_start).chain(starts);
        let ends = self.tables.iter().map(|table| (self.body_start + table.range.start, Some(table)));
        let ends = ends.chain(std::iter::once((self.whole.len(), None)));
        starts.zip(ends).map(|(start, (end, table))| (start..end, table))
    }
}

/// What a stretch of a file says, with its places in the file.
fn events(whole: &str, stretch: Range<usize>) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let start = stretch.start;
    Parser::new_ext(&whole[stretch], Options::ENABLE_TABLES)
        .into_offset_iter()
        .map(move |(event, range)| (event, range.start + start..range.end + start))
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
        Event::Html(html) => html::read(builder, &html, range.start),
        Event::InlineHtml(html) => {
            builder.html_within(&range);
            html::read(builder, &html, range.start);
        }
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
        Tag::Paragraph | Tag::CodeBlock(_) => builder.start_block(),
        Tag::HtmlBlock => {
            builder.start_block();
            builder.html_within(&range);
        }
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
