//! One paragraph: from its opening to the finished [`Paragraph`].

use super::beside::OpenBeside;
use super::drawing::Drawings;
use super::open::Open;
use super::run_props::RunProps;
use super::sections::SectionProps;
use super::walker::{FoundPage, ParagraphBase, Walker};
use super::xml::{self, Node};
use crate::draft::{Alignment, Paragraph, Run, RunStyle, TextBox};
use crate::text::map::BuiltParagraph;
use crate::text::{Mark, SourceSpan, Span};
use std::rc::Rc;

impl Walker<'_> {
    /// Reads a paragraph, then the text boxes that it anchors.
    pub fn paragraph(&mut self, node: Node<'_>) {
        let direct = xml::child(node, "pPr");
        let mut open = Open {
            base: self.paragraph_base(direct),
            runs: Vec::new(),
            drawings: Drawings::default(),
            pages: Vec::new(),
            tabs: 0,
            tab_alignment: None,
            breaks: Vec::new(),
            pending_break: None,
            beside: OpenBeside::default(),
            plain: true,
            blank_size: None,
        };
        self.inline(node, &mut open);
        if self.text.is_paragraph_empty() {
            open.blank_size = self.mark_size(direct, open.base.style);
        }
        let section = direct.and_then(|node| xml::child(node, "sectPr"));
        let nothing = self.text.is_paragraph_empty() && open.drawings.is_empty() && section.is_none();
        let unseen = direct.is_some_and(|props| is_mark_deleted(props) || is_mark_hidden(props, node));
        if nothing && unseen && !open.beside.has_pictures() {
            // All of it was deleted, so that it is not there once the deletion is accepted; or hidden.
            let at = self.text.next_offset();
            self.beside.settle(open.beside, self.paragraphs.len(), |_| at);
            if let Some(props) = direct {
                self.unseen_paragraph(props);
            }
            return;
        }
        let anchor = self.paragraphs.len();
        let boxes = self.close(open, node.range());
        if let (Some(props), Some(own)) = (direct, self.paragraphs.get(anchor)) {
            self.paragraph_changes(props, own.span);
        }
        for (content, alignment) in boxes {
            let (first, at) = (self.paragraphs.len(), self.beside.boxes.len());
            self.text_box(content, alignment);
            let paragraphs = (first, self.paragraphs.len());
            if first < paragraphs.1 {
                self.beside.boxes.insert(at, TextBox { anchor, paragraphs });
            }
        }
        if let Some(section) = section {
            self.end_section(SectionProps::read(section));
        }
    }

    /// The size of the mark at the end of a paragraph.
    fn mark_size(&mut self, direct: Option<Node<'_>>, style: Option<usize>) -> Option<f32> {
        let mut props = self.run_base(style, None);
        if let Some(mark) = direct.and_then(|node| xml::child(node, "rPr")) {
            Rc::make_mut(&mut props).overlay(&RunProps::read(mark, &self.definitions.theme));
        }
        props.style(true).size
    }

    /// Notes the end of a section.
    pub fn end_section(&mut self, section: SectionProps) {
        self.sections.push((section, self.text.next_offset()));
        self.section += 1;
    }

    /// Finishes a paragraph; gives back the text boxes that follow it.
    fn close<'a>(
        &mut self,
        open: Open<'a>,
        element: std::ops::Range<usize>,
    ) -> Vec<(Node<'a>, Option<Alignment>)> {
        let built = self.text.finish_paragraph();
        let index = self.paragraphs.len();
        let props = &open.base.props;
        let label = match props.number {
            Some(number) if number != 0 => {
                self.counters.next(&self.definitions.numbering, number, props.level.unwrap_or(0))
            }
            _ => None,
        };
        let (before, after) = place_breaks(&open.breaks, &built, built.span.trim(self.text.text()));
        let page_break_before =
            before || props.page_break == Some(true) || std::mem::take(&mut self.page_break);
        self.page_break = after;
        self.paragraphs.push(Paragraph {
            span: built.span,
            element: Some(SourceSpan { part: self.part, start: element.start, end: element.end }),
            stands_at: self.note.as_ref().and_then(|note| self.marks.get(note)).copied(),
            runs: runs(&open.runs, &built),
            style: props.style(open.base.name.as_deref()),
            label,
            story: self.story,
            cell: self.here.cell,
            section: self.section,
            in_text_box: self.here.in_box,
            page_break_before,
            heading: heading(&open.base),
            blank_size: open.blank_size,
        });
        self.pages.extend(open.pages.iter().map(|page| FoundPage {
            alignment: page.alignment,
            style: page.style.clone(),
            format: page.format,
            field: Span::new(
                built.offset(page.start),
                page.end.map_or(built.span.end, |end| built.offset(end)),
            ),
            paragraph: index,
            section: self.section,
        }));
        self.find_lines(index, &open);
        self.beside.settle(open.beside, index, |mark| built.offset(mark));
        open.drawings.boxes
    }
}

/// Whether the mark at the end of a paragraph was deleted.
fn is_mark_deleted(props: Node<'_>) -> bool {
    xml::child(props, "rPr")
        .is_some_and(|mark| xml::child(mark, "del").is_some() || xml::child(mark, "moveFrom").is_some())
}

/// Whether a paragraph without words leaves no blank line, because its mark is hidden. The last one of
/// a cell or of a story always shows.
fn is_mark_hidden(props: Node<'_>, paragraph: Node<'_>) -> bool {
    let is_last = paragraph.next_sibling_element().is_none_or(|next| xml::is(next, "sectPr"));
    !is_last && xml::child(props, "rPr").and_then(|mark| xml::switch(mark, "vanish")).unwrap_or(false)
}

/// The stretches of equal style in the finished text.
fn runs(marks: &[(Mark, RunStyle)], built: &BuiltParagraph) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, (mark, style)) in marks.iter().enumerate() {
        let start = if runs.is_empty() { built.span.start } else { built.offset(*mark) };
        let end = marks.get(at + 1).map_or(built.span.end, |(next, _)| built.offset(*next));
        let Some(last) = runs.last_mut().filter(|last| last.style == *style) else {
            if start < end {
                runs.push(Run { span: Span::new(start, end), style: style.clone() });
            }
            continue;
        };
        last.span.end = end.max(last.span.end);
    }
    runs
}

/// Whether a page break stands before the words of a paragraph, and whether one stands after
/// them. In a paragraph without words all breaks stand after.
fn place_breaks(breaks: &[Mark], built: &BuiltParagraph, words: Span) -> (bool, bool) {
    let (mut before, mut after) = (false, false);
    for mark in breaks {
        let offset = built.offset(*mark);
        if words.is_empty() || offset >= words.end {
            after = true;
        } else if offset <= words.start {
            before = true;
        }
    }
    (before, after)
}

/// Level of a heading, from its outline level or its name.
fn heading(base: &ParagraphBase) -> Option<u8> {
    if let Some(outline) = base.props.outline {
        return u8::try_from(outline).ok().filter(|level| *level < 9).map(|level| level + 1);
    }
    let name = base.name.as_deref()?.to_lowercase();
    let level = name.strip_prefix("heading ")?.trim().parse().ok()?;
    (1..=9).contains(&level).then_some(level)
}
