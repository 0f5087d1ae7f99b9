//! Collects paragraphs, runs and tables while the events of Markdown pass by.
//!
//! Blocks of Markdown are not the paragraphs of a document: a list item holds paragraphs, a cell holds
//! lines, a paragraph holds lines that were or were not meant. The builder ends a paragraph wherever a
//! reader of the printed text would see one end.

use super::grid::place;
use super::repair::GONE;
use crate::draft::{
    Beside, Cell, CellAddress, Comment, Draft, Format, FrontMatter, Paragraph, ParagraphStyle, RuleLine,
    RuleLineKind, Run, RunStyle, Script, Story, Table,
};
use crate::read::plain::is_typed_rule;
use crate::read::reflow::{begins_with_mark, continues};
use crate::text::{Mark, Span, TextBuilder};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// How a comment ends.
const COMMENT_END: &str = "-->";

/// Builds the draft of a Markdown file.
pub struct DraftBuilder<'a> {
    /// The whole file, so that every range is a place in it.
    source: &'a str,
    /// Its index among the parts of the source.
    part: usize,
    /// The normalized text so far.
    text: TextBuilder,
    /// Finished paragraphs.
    paragraphs: Vec<Paragraph>,
    /// Tables; the last one may be open.
    tables: Vec<Table>,
    /// Typed rules.
    lines: Vec<RuleLine>,
    /// The emphasis in force.
    style: RunStyle,
    /// Runs of the paragraph at hand, by where each begins.
    runs: Vec<(Mark, RunStyle)>,
    /// Level of the heading at hand.
    heading: Option<u8>,
    /// The cell at hand.
    cell: Option<CellAddress>,
    /// Comments, and what else stands beside the text.
    beside: Beside,
    /// Comments of the paragraph at hand, by where they stand.
    comments: Vec<(Mark, usize)>,
    /// The words so far of a comment that goes on on the next line.
    open_comment: Option<String>,
    /// Where the last end of a comment stands within the HTML at hand.
    last_comment_end: Option<usize>,
    /// Whether the paragraph holds nothing yet but the label of a list item.
    only_label: bool,
    /// Offset in the source at which the present line of the paragraph began.
    line_start: usize,
    /// Whether two hyphens stand for a dash, as pandoc writes one.
    smart: bool,
}

impl<'a> DraftBuilder<'a> {
    /// A builder for the text of one file; `smart` says that two hyphens stand for a dash.
    pub fn new(source: &'a str, smart: bool) -> Self {
        let mut text = TextBuilder::new();
        let part = text.part("");
        Self {
            source,
            part,
            text,
            paragraphs: Vec::new(),
            tables: Vec::new(),
            lines: Vec::new(),
            style: RunStyle::default(),
            runs: Vec::new(),
            heading: None,
            cell: None,
            beside: Beside::default(),
            comments: Vec::new(),
            open_comment: None,
            last_comment_end: None,
            only_label: false,
            line_start: 0,
            smart,
        }
    }

    /// Text that stands, perhaps escaped, at `range` of the source.
    pub fn text(&mut self, text: &str, range: Range<usize>) {
        if self.text.is_paragraph_empty() {
            self.line_start = range.start;
        }
        self.open_run();
        // A code block gives several lines at once.
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.end_block();
                self.open_run();
            }
            let verbatim = self.source.get(range.clone()) == Some(text);
            if verbatim {
                let start = range.start + (line.as_ptr() as usize - text.as_ptr() as usize);
                self.push_without_stray_marks(line, start);
            } else {
                self.text.push_mapped(line, self.part, range.start, range.end);
            }
            self.only_label &= line.trim().is_empty();
        }
    }

    /// Converters leave emphasis marks inside words that Markdown does not read as emphasis
    /// (`công b**ố**`). No such document means an asterisk by them; only `(*)` is a note mark.
    fn push_without_stray_marks(&mut self, line: &str, start: usize) {
        let mut from = 0;
        for (at, mark) in line.match_indices(['*', '-', '\r', GONE]) {
            let before = self.source.as_bytes().get((start + at).wrapping_sub(1));
            match mark {
                "*" if matches!(before, Some(b'(' | b'\\')) => continue,
                "-" if matches!(before, Some(b'-' | b'\\')) || !self.is_dash(&line[at..]) => continue,
                _ => {}
            }
            self.text.push_verbatim(&line[from..at], self.part, start + from);
            from = at + 1;
            if mark == "-" {
                from += 1;
                self.text.push_mapped("–", self.part, start + at, start + from);
            }
        }
        self.text.push_verbatim(&line[from..], self.part, start + from);
    }

    /// Whether the words begin with just two hyphens, and those stand for a dash.
    fn is_dash(&self, words: &str) -> bool {
        self.smart && words.strip_prefix("--").is_some_and(|rest| !rest.starts_with('-'))
    }

    /// Bold from here on, or no longer.
    pub fn bold(&mut self, on: bool) {
        self.style.bold = on.then_some(true);
    }

    /// Italic from here on, or no longer.
    pub fn italic(&mut self, on: bool) {
        self.style.italic = on.then_some(true);
    }

    /// Letters above or below the line from here on, or no longer.
    pub fn script(&mut self, script: Script) {
        self.style.script = script;
    }

    /// Words on a coloured ground from here on, or no longer.
    pub fn marked(&mut self, on: bool) {
        self.style.highlight = on.then(|| "yellow".to_owned());
    }

    /// HTML begins, which reaches over so many bytes of the source. What it opens does not go on in the next: a
    /// comment far below would else take the words between.
    pub fn html_within(&mut self, range: &Range<usize>) {
        self.open_comment = None;
        let html = self.source.get(range.clone()).unwrap_or_default();
        self.last_comment_end = html.rfind(COMMENT_END).map(|end| range.start + end);
    }

    /// A comment begins, whose words follow; gives back how many bytes of them belong to it. A comment
    /// that never ends is none, or it would swallow the draft.
    pub fn comment(&mut self, rest: &str, offset: usize) -> usize {
        if self.last_comment_end.is_none_or(|end| end < offset) {
            return 0;
        }
        self.open_comment = Some(String::new());
        self.continue_comment(rest)
    }

    /// Takes what belongs to a comment that is open; gives back how many bytes that are.
    pub fn continue_comment(&mut self, rest: &str) -> usize {
        let Some(mut words) = self.open_comment.take() else { return 0 };
        let Some(end) = rest.find(COMMENT_END) else {
            words.push_str(rest);
            self.open_comment = Some(words);
            return rest.len();
        };
        words.push_str(&rest[..end]);
        // Converters put empty comments between lists.
        if !words.trim().is_empty() {
            let words = words.trim().nfc().collect();
            self.comments.push((self.text.mark(), self.beside.comments.len()));
            let span = Span::at(self.text.next_offset());
            self.beside.comments.push(Comment { words, span, ..Comment::default() });
        }
        end + COMMENT_END.len()
    }

    /// Whether a line begins at a byte of the source, within a paragraph.
    pub fn is_next_line(&self, offset: usize) -> bool {
        let before = offset.checked_sub(1).and_then(|before| self.source.as_bytes().get(before));
        before == Some(&b'\n') && !self.text.is_paragraph_empty()
    }

    /// A line end in the source that Markdown reads as a blank.
    pub fn soft_break(&mut self, range: Range<usize>) {
        let line = self.source.get(self.line_start..range.start).unwrap_or_default();
        let next = self.source.get(range.end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        if continues(line, next) || self.emphasis_goes_on(next) {
            self.text.push_mapped("\n", self.part, range.start, range.end);
        } else {
            self.end_block();
        }
        self.line_start = range.end;
    }

    /// Whether emphasis reaches over the line end at hand into words that begin no line of their own.
    fn emphasis_goes_on(&self, next: &str) -> bool {
        let emphasised = self.style.bold == Some(true) || self.style.italic == Some(true);
        emphasised
            && next.trim_start().chars().next().is_some_and(char::is_lowercase)
            && !begins_with_mark(next)
    }

    /// A line end where a column was full: the words go on.
    pub fn wrapped_break(&mut self, range: Range<usize>) {
        self.text.push_mapped(" ", self.part, range.start, range.end);
        self.line_start = range.end;
    }

    /// A line end that is meant: the lines are paragraphs of their own, as in a table cell.
    pub fn hard_break(&mut self, range: Range<usize>) {
        self.end_block();
        self.line_start = range.end;
    }

    /// `---` on a line of its own.
    pub fn typed_rule(&mut self) {
        self.end_block();
        if let Some(paragraph) = self.paragraphs.len().checked_sub(1) {
            self.lines.push(RuleLine {
                kind: RuleLineKind::Typed,
                paragraph,
                length: None,
                below_anchor: None,
            });
        }
    }

    /// A heading begins.
    pub fn start_heading(&mut self, level: u8) {
        self.end_block();
        self.heading = Some(level);
    }

    /// A paragraph begins; in a list item it goes on after the label.
    pub fn start_block(&mut self) {
        if !self.only_label {
            self.end_block();
        }
    }

    /// A list item begins: its label is text, as typed.
    pub fn start_item(&mut self, range: Range<usize>) {
        self.end_block();
        let item = self.source.get(range.clone()).unwrap_or_default();
        let label = item.find([' ', '\t', '\n']).map_or(item, |end| &item[..=end]);
        let label = label.trim_end_matches(['\n', '\r']);
        self.open_run();
        self.line_start = range.start;
        self.text.push_verbatim(label, self.part, range.start);
        self.only_label = true;
    }

    /// Whatever was being collected is a paragraph now.
    pub fn end_block(&mut self) {
        self.only_label = false;
        if self.text.is_paragraph_empty() {
            self.runs.clear();
            self.comments.clear();
            return;
        }
        let built = self.text.finish_paragraph();
        for (mark, index) in self.comments.drain(..) {
            self.beside.comments[index].span = Span::at(built.offset(mark));
        }
        let marks = std::mem::take(&mut self.runs);
        let mut runs: Vec<Run> = Vec::with_capacity(marks.len());
        for (index, (mark, style)) in marks.iter().enumerate() {
            let end = marks.get(index + 1).map_or(built.span.end, |(next, _)| built.offset(*next));
            let span = Span::new(built.offset(*mark), end);
            match runs.last_mut() {
                Some(last) if last.style == *style => last.span.end = span.end,
                _ if span.is_empty() => {}
                _ => runs.push(Run { span, style: style.clone() }),
            }
        }
        self.paragraphs.push(Paragraph {
            span: built.span,
            runs,
            style: ParagraphStyle::default(),
            label: None,
            story: Story::Body,
            cell: self.cell,
            section: 0,
            in_text_box: false,
            page_break_before: false,
            element: None,
            stands_at: None,
            heading: self.heading.take(),
            blank_size: None,
        });
    }

    /// A table begins.
    pub fn start_table(&mut self) {
        self.end_block();
        self.tables.push(Table { rows: Vec::new(), host: None });
    }

    /// A row begins.
    pub fn start_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(Vec::new());
        }
    }

    /// A cell begins, which covers so many columns and rows.
    pub fn start_cell(&mut self, (columns, rows): (usize, usize)) {
        self.end_block();
        let table = self.tables.len().saturating_sub(1);
        let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) else { return };
        let column = row.len();
        let first = self.paragraphs.len();
        row.push(Cell { paragraphs: (first, first), columns, rows, ..Cell::default() });
        let row = self.tables[table].rows.len() - 1;
        self.cell = Some(CellAddress { table, row, column });
    }

    /// A cell ends.
    pub fn end_cell(&mut self) {
        self.end_block();
        let last = self.paragraphs.len();
        if let Some(cell) = self.cell.take()
            && let Some(open) = self
                .tables
                .get_mut(cell.table)
                .and_then(|table| table.rows.get_mut(cell.row)?.get_mut(cell.column))
        {
            open.paragraphs.1 = last;
        }
    }

    /// A row ends.
    pub fn end_row(&mut self) {
        self.end_cell();
    }

    /// A table ends.
    pub fn end_table(&mut self) {
        self.end_cell();
    }

    /// The draft.
    /// Lines of dashes that Markdown took for text are typed rules too.
    pub fn finish(mut self, front_matter: Option<FrontMatter>) -> Draft {
        self.end_block();
        let (text, map, oddities) = self.text.finish();
        let last = self.paragraphs.last().map_or(0, |paragraph| paragraph.span.end);
        for comment in &mut self.beside.comments {
            comment.span = Span::at(comment.span.start.min(last));
        }
        self.tables.iter_mut().for_each(place);
        let mut lines = self.lines;
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            if is_typed_rule(paragraph.span.of(&text)) {
                let kind = RuleLineKind::Typed;
                lines.push(RuleLine { kind, paragraph: index, length: None, below_anchor: None });
            }
        }
        lines.sort_by_key(|line| line.paragraph);
        Draft {
            format: Format::Markdown,
            text,
            map,
            oddities,
            paragraphs: self.paragraphs,
            tables: self.tables,
            sections: Vec::new(),
            lines,
            beside: self.beside,
            front_matter,
        }
    }

    /// Begins a run where the emphasis changed.
    fn open_run(&mut self) {
        let mark = self.text.mark();
        if self.runs.last().is_none_or(|(_, style)| *style != self.style) || self.text.is_paragraph_empty() {
            self.runs.push((mark, self.style.clone()));
        }
    }
}
