//! The Draft: what a reader hands to recognition. One normalized text, the paragraphs, runs,
//! tables and sections that lie over it, and the way back to the source.
//!
//! What a source cannot tell is `None`, and an unknown is never a violation.

pub mod beside;
pub mod edit;
pub mod grid;
pub mod layout;
pub mod style;

use crate::rulebook::profile::OrganProfile;
use crate::text::{Date, Oddity, OffsetMap, SourceSpan, Span};
pub use beside::{Beside, Change, ChangeKind, Comment, Note, Picture, PictureKind, TextBox};
pub use layout::{
    HeaderFooter, Margins, NumberFormat, Orientation, PageNumber, PagePosition, PageSection, RuleLine,
    RuleLineKind, WhichPages,
};
use serde::Serialize;
pub use style::{Alignment, Capitals, LineSpacing, ParagraphStyle, RunStyle, Script};

/// The kind of file that a draft was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A Word document.
    Docx,
    /// Markdown. Its emphasis is a hint for recognition, not evidence about typography.
    Markdown,
    /// Plain text.
    Text,
}

impl Format {
    /// Its name in the schemas.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Markdown => "markdown",
            Self::Text => "text",
        }
    }
}

impl Format {
    /// Whether fonts, sizes, spacing and pages of the source are evidence.
    pub const fn has_typography(self) -> bool {
        matches!(self, Self::Docx)
    }
}

/// A draft as read from its source.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The kind of source.
    pub format: Format,
    /// All text, NFC, U+00A0 folded to a blank, zero-width characters dropped; paragraphs end
    /// with `\n`, a line break inside a paragraph is `\n` too, a tab is `\t`.
    pub text: String,
    /// Where each byte of `text` comes from.
    pub map: OffsetMap,
    /// Peculiarities that normalization removed from `text`, in order.
    pub oddities: Vec<Oddity>,
    /// The paragraphs in reading order: the body first, then notes, headers and footers.
    pub paragraphs: Vec<Paragraph>,
    /// The tables of the body, in order of their first cell; nested tables follow their host.
    pub tables: Vec<Table>,
    /// The sections of the document, in order. Empty where the source knows no pages.
    pub sections: Vec<PageSection>,
    /// Rule lines (drawn lines, borders of paragraphs) in reading order.
    pub lines: Vec<RuleLine>,
    /// Comments, tracked changes and whatever else stands beside the text.
    pub beside: Beside,
    /// Facts stated by the author in front matter.
    pub front_matter: Option<FrontMatter>,
}

/// What the author stated in the YAML at the head of a Markdown file. Words are checked by the
/// reader; keys that we do not know belong to others and are left alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// Name of the organ whose power is exercised.
    pub organ: Option<String>,
    /// `province`, `district`, `commune`, `special-zone` or `central`.
    pub level: Option<String>,
    /// `normative` or `administrative`.
    pub class: Option<String>,
    /// `draft`, `review` or `issue`.
    pub stage: Option<String>,
    /// The day whose law is to be applied.
    pub as_of: Option<Date>,
    /// The profile of the organ, where more than its name is stated.
    pub profile: Option<OrganProfile>,
}

/// The stream of text that a paragraph belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// The body, its tables and text boxes.
    Body,
    /// A header of some section.
    Header,
    /// A footer of some section.
    Footer,
    /// A footnote or an endnote.
    Note,
}

/// One paragraph, or one line of a table cell in Markdown.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Its text, without the closing `\n`.
    pub span: Span,
    /// The stretches of equal style, in order, without gaps between them.
    pub runs: Vec<Run>,
    /// Its effective paragraph style.
    pub style: ParagraphStyle,
    /// The automatic number as rendered (`Điều 3.`, `a)`, `-`); it is not part of the text.
    pub label: Option<String>,
    /// The stream it belongs to.
    pub story: Story,
    /// The table cell it stands in.
    pub cell: Option<CellAddress>,
    /// Index of its section in [`Draft::sections`]; 0 where there are none.
    pub section: usize,
    /// Whether it stands in a text box.
    pub in_text_box: bool,
    /// Its element in the source (`w:p`), where the source has elements.
    pub element: Option<SourceSpan>,
    /// Index of the paragraph of the body at which a reader finds it: for words outside of the body's own
    /// text (header, footer, note, text box), where comments cannot stand.
    pub stands_at: Option<usize>,
    /// Whether a page break stands before it (a page break run, or the style says so).
    pub page_break_before: bool,
    /// Level of a Markdown or Word heading, 1 to 9.
    pub heading: Option<u8>,
    /// Size in points of the mark of a paragraph without words: so high is its blank line. `None` where there are
    /// words, or where the source cannot tell.
    pub blank_size: Option<f32>,
}

/// A stretch of equal effective style.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its text.
    pub span: Span,
    /// Its effective style.
    pub style: RunStyle,
}

/// Place of a cell: indices into [`Draft::tables`], its rows and its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAddress {
    /// Index of the table.
    pub table: usize,
    /// Row, from 0.
    pub row: usize,
    /// Cell in its row, from 0 (merged cells count once).
    pub column: usize,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The rows, each with its cells.
    pub rows: Vec<Vec<Cell>>,
    /// The cell that holds this table, for a nested one.
    pub host: Option<CellAddress>,
}

impl Table {
    /// The greatest number of cells in one row.
    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Indices `[first, last)` of its paragraphs in [`Draft::paragraphs`], those of nested tables included.
    pub paragraphs: (usize, usize),
    /// Width in mm, where the source says.
    pub width: Option<f32>,
    /// Whether any border of the cell is drawn; `None` where the source cannot tell.
    pub bordered: Option<bool>,
    /// First column of the grid that it covers, from 0.
    pub column: usize,
    /// Columns of the grid that it covers, at least 1.
    pub columns: usize,
    /// Rows that it covers. 0 for a cell without words that is merged with one above, which covers it.
    pub rows: usize,
}

impl Default for Cell {
    fn default() -> Self {
        Self { paragraphs: (0, 0), width: None, bordered: None, column: 0, columns: 1, rows: 1 }
    }
}

impl Paragraph {
    /// A paragraph of the body of whose look nothing is known.
    pub fn plain(span: Span) -> Self {
        Self {
            span,
            runs: vec![Run { span, style: RunStyle::default() }],
            style: ParagraphStyle::default(),
            label: None,
            story: Story::Body,
            cell: None,
            section: 0,
            in_text_box: false,
            element: None,
            stands_at: None,
            page_break_before: false,
            heading: None,
            blank_size: None,
        }
    }

    /// The words of the paragraph.
    pub fn text<'a>(&self, draft: &'a Draft) -> &'a str {
        self.span.of(&draft.text)
    }

    /// The runs that share at least one byte with `span`.
    pub fn runs_in(&self, span: Span) -> impl Iterator<Item = &Run> {
        // Runs lie one behind the other; a paragraph may have thousands.
        let first = self.runs.partition_point(|run| run.span.end <= span.start);
        let near = self.runs[first..].iter().take_while(move |run| run.span.start < span.end);
        near.filter(move |run| run.span.overlaps(span))
    }
}

impl Draft {
    /// Indices of the paragraphs that share text with `span`, or the one that holds it if it is empty.
    pub fn paragraphs_in(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        // Paragraphs lie one after the other, so those before and after the span need no look.
        let first = self.paragraphs.partition_point(|paragraph| paragraph.span.end < span.start);
        let near = self.paragraphs[first..].iter().take_while(move |own| own.span.start <= span.end);
        near.enumerate().filter_map(move |(index, paragraph)| {
            let own = paragraph.span;
            let inside =
                own.overlaps(span) || (span.is_empty() && own.start <= span.start && span.start <= own.end);
            inside.then_some(first + index)
        })
    }

    /// The paragraph that holds `offset` (or ends there).
    pub fn paragraph_at(&self, offset: usize) -> Option<usize> {
        let after = self.paragraphs.partition_point(|paragraph| paragraph.span.start <= offset);
        let index = after.checked_sub(1)?;
        (offset <= self.paragraphs[index].span.end).then_some(index)
    }
}
