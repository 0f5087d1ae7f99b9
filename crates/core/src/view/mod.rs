//! A checked draft as it reads, for faces that show it: parts, zones, blocks, cells, paragraphs, runs, and
//! on them the places of the findings.
//!
//! A view borrows everything and holds every word of the draft once and in order, so a face walks through
//! it from top to bottom and needs to know neither how the file was built nor how it was recognized.
//!
//! ```
//! use thethuc_core::checker::{Checker, Options};
//! use thethuc_core::text::Date;
//! use thethuc_core::view::{Block, Inline, View};
//!
//! fn html(blocks: &[Block<'_>], view: &View<'_>, page: &mut String) {
//!     for block in blocks {
//!         match block {
//!             Block::TextBox(inside) => html(inside, view, page),
//!             Block::Table(table) => {
//!                 page.push_str("<table>");
//!                 for row in &table.rows {
//!                     page.push_str("<tr>");
//!                     for cell in row.iter().filter(|cell| !cell.covered) {
//!                         page.push_str(&format!("<td colspan={} rowspan={}>", cell.columns, cell.rows));
//!                         html(&cell.blocks, view, page);
//!                         page.push_str("</td>");
//!                     }
//!                     page.push_str("</tr>");
//!                 }
//!                 page.push_str("</table>");
//!             }
//!             Block::Paragraph(own) => {
//!                 page.push_str("<p>");
//!                 for inline in &own.inlines {
//!                     let Inline::Run(run) = inline else { continue };
//!                     match run.marks.first().and_then(|mark| view.marks.get(*mark)) {
//!                         Some(mark) => page.push_str(&format!("<mark id=f{}>{}</mark>", mark.finding, run.text)),
//!                         None => page.push_str(run.text),
//!                     }
//!                 }
//!                 page.push_str("</p>");
//!             }
//!         }
//!     }
//! }
//!
//! let today = Date::new(2026, 11, 29).ok_or("no such day")?;
//! let checker = Checker::new(thethuc_law::book(), Options::on(today))?;
//! let draft = "CỘNG HOÀ XÃ HỘI CHŨ NGHĨA VIỆT NAM\n\n| a | b |\n|---|---|\n| c | d |\n";
//! let checked = checker.check("quyet-dinh.md", draft.as_bytes())?;
//! let view = View::of(&checked);
//! let mut page = String::new();
//! for zone in view.parts.iter().flat_map(|part| &part.zones) {
//!     html(&zone.blocks, &view, &mut page);
//! }
//! assert!(page.contains("</mark>") && page.contains("<td colspan=1 rowspan=1><p>c</p></td>"));
//! assert_eq!(view.text(), checked.draft.text);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod build;
mod grid;
mod local;
mod places;

use crate::checker::Checked;
use crate::document::{ComponentKind, Document, PartKind, UnitKind};
use crate::draft::{Change, Comment, Draft, Paragraph, Picture, RuleLine, RunStyle, Story};
use crate::finding::{Anchor, Finding, Role};
use crate::text::Span;
pub use grid::{CellView, Grid};

/// A draft as it reads.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The body, part by part, in order of the text. A part that another one interrupts comes twice.
    pub parts: Vec<PartView<'a>>,
    /// Footnotes and endnotes.
    pub notes: Vec<NoteView<'a>>,
    /// Page headers and footers.
    pub margins: Vec<MarginView<'a>>,
    /// The places of all findings, in order of the findings. Everything else speaks of them by index.
    pub marks: Vec<Mark>,
    /// Marks that stand nowhere in the text: of sections, page headers, the document.
    pub unplaced: Vec<usize>,
    /// Comments, which inlines speak of by index.
    pub comments: &'a [Comment],
    /// Pending tracked changes, which inlines and runs speak of by index.
    pub changes: &'a [Change],
}

/// A place of a finding, to be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Index of the finding.
    pub finding: usize,
    /// Index of the place in the finding.
    pub place: usize,
    /// What the place has to do with the finding.
    pub role: Role,
    /// What it is fastened to.
    pub anchor: Anchor,
    /// Its words, in bytes of the text.
    pub span: Span,
}

/// Some of the body that belongs to one part.
#[derive(Clone, Debug)]
pub struct PartView<'a> {
    /// Index of the part in the document and its kind; `None` for what belongs to no part.
    pub part: Option<(usize, PartKind)>,
    /// Its zones in order.
    pub zones: Vec<ZoneView<'a>>,
}

/// What a stretch of a part is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Header, form, title, attribution, addressees.
    Head,
    /// Bases and enacting words.
    Preamble,
    /// The units.
    Body,
    /// Signatures and recipients.
    Closing,
    /// What belongs to no part.
    Outside,
}

/// Neighbouring blocks of one zone.
#[derive(Clone, Debug)]
pub struct ZoneView<'a> {
    /// Which zone.
    pub zone: Zone,
    /// Its blocks. In head and closing, what stands in two columns is a table without lines, or
    /// paragraphs with a [`ParagraphView::side`].
    pub blocks: Vec<Block<'a>>,
}

/// A block.
#[derive(Clone, Debug)]
pub enum Block<'a> {
    /// A paragraph.
    Paragraph(ParagraphView<'a>),
    /// A table.
    Table(Grid<'a>),
    /// A text box; it belongs to the paragraph before it.
    TextBox(Vec<Block<'a>>),
}

/// A side of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The organ with its number; the recipients.
    Left,
    /// The national name with place and date; the signature.
    Right,
}

/// The unit that a paragraph belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitView<'a> {
    /// Index of the unit in its part.
    pub index: usize,
    /// Its kind.
    pub kind: UnitKind,
    /// Its number as written.
    pub number: &'a str,
    /// How many units hold it: 0 for one at the top.
    pub level: usize,
    /// Whether it begins in this paragraph.
    pub begins: bool,
    /// Whether the paragraph bears its label or its heading, and none of its text.
    pub is_heading: bool,
}

/// A paragraph.
#[derive(Clone, Debug)]
pub struct ParagraphView<'a> {
    /// Its index in the draft.
    pub index: usize,
    /// Its look, label and place as read.
    pub paragraph: &'a Paragraph,
    /// The first component that stands in it.
    pub component: Option<ComponentKind>,
    /// The side on which that component is set, where the law sets it beside another one.
    pub side: Option<Side>,
    /// The innermost unit that holds it.
    pub unit: Option<UnitView<'a>>,
    /// Its content in order.
    pub inlines: Vec<Inline<'a>>,
    /// Rule lines that it anchors or bears.
    pub lines: Vec<&'a RuleLine>,
    /// Marks of the gap above it.
    pub before: Vec<usize>,
    /// Marks of the gap below it.
    pub after: Vec<usize>,
    /// Marks of the paragraph as a whole.
    pub whole: Vec<usize>,
}

/// Something in a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline<'a> {
    /// Words.
    Run(RunView<'a>),
    /// A mark without words.
    Point(usize),
    /// The mark of a note: index into [`View::notes`].
    Note(usize),
    /// A picture, or something embedded.
    Picture(&'a Picture),
    /// The words of a comment begin; one on no words begins and ends here.
    CommentStart(usize),
    /// The words of a comment end.
    CommentEnd(usize),
    /// Words went here by a pending change.
    Gone(usize),
}

/// Words of one look, and under the same marks and changes.
#[derive(Clone, Debug, PartialEq)]
pub struct RunView<'a> {
    /// Where they stand in the text.
    pub span: Span,
    /// The words; a line end is a line break.
    pub text: &'a str,
    /// Their look, where it is known.
    pub style: Option<&'a RunStyle>,
    /// Marks that lie over them.
    pub marks: Vec<usize>,
    /// Pending changes that brought or changed them.
    pub changes: Vec<usize>,
}

/// A note.
#[derive(Clone, Debug)]
pub struct NoteView<'a> {
    /// Whether its mark stands in the text.
    pub has_mark: bool,
    /// Whether it stands at the end of the document rather than of the page.
    pub at_end: bool,
    /// Its paragraphs.
    pub blocks: Vec<Block<'a>>,
}

/// A page header or footer.
#[derive(Clone, Debug)]
pub struct MarginView<'a> {
    /// Header or footer.
    pub story: Story,
    /// Index of the first section that prints it.
    pub section: usize,
    /// Its paragraphs.
    pub blocks: Vec<Block<'a>>,
}

impl<'a> View<'a> {
    /// The view of a checked draft.
    pub fn of(checked: &'a Checked) -> Self {
        Self::new(&checked.draft, &checked.document, &checked.findings)
    }

    /// The view of a draft with some findings.
    pub fn new(draft: &'a Draft, document: &'a Document, findings: &[Finding]) -> Self {
        build::view(draft, document, marks(findings))
    }

    /// All paragraphs in order of the text.
    pub fn paragraphs(&self) -> Vec<&ParagraphView<'a>> {
        let body = self.parts.iter().flat_map(|part| &part.zones).map(|zone| &zone.blocks);
        let notes = self.notes.iter().map(|note| &note.blocks);
        let margins = self.margins.iter().map(|margin| &margin.blocks);
        let mut found = Vec::new();
        for blocks in body.chain(notes).chain(margins) {
            collect(blocks, &mut found);
        }
        found
    }

    /// The text of the view: that of the draft.
    pub fn text(&self) -> String {
        self.paragraphs().into_iter().flat_map(|paragraph| paragraph.words().chain(["\n"])).collect()
    }
}

impl<'a> ParagraphView<'a> {
    /// Its runs.
    pub fn runs(&self) -> impl Iterator<Item = &RunView<'a>> {
        self.inlines.iter().filter_map(|inline| match inline {
            Inline::Run(run) => Some(run),
            _ => None,
        })
    }

    /// Its words, run by run.
    pub fn words(&self) -> impl Iterator<Item = &'a str> {
        self.runs().map(|run| run.text)
    }
}

/// Adds the paragraphs of some blocks.
fn collect<'v, 'a>(blocks: &'v [Block<'a>], found: &mut Vec<&'v ParagraphView<'a>>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => found.push(paragraph),
            Block::TextBox(inside) => collect(inside, found),
            Block::Table(table) => {
                for cell in table.rows.iter().flatten() {
                    collect(&cell.blocks, found);
                }
            }
        }
    }
}

/// The places of all findings.
fn marks(findings: &[Finding]) -> Vec<Mark> {
    let each = findings.iter().enumerate().flat_map(|(finding, own)| {
        own.places.iter().enumerate().map(move |(place, at)| Mark {
            finding,
            place,
            role: at.role,
            anchor: at.anchor,
            span: at.span,
        })
    });
    each.collect()
}
