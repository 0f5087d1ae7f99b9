//! The state of a walk through the stories of a document, and what the walk collects.
//!
//! One state goes through all stories, because counters of lists, open fields and merged borders run on
//! from paragraph to paragraph; what surrounds a paragraph (cell, text box) is put aside and taken
//! back.

use super::beside::{Found, NoteId};
use super::encoding::Encoding;
use super::numbering::{Counters, Numbering};
use super::package::Part;
use super::paragraph_props::{Borders, ParagraphProps};
use super::run_props::RunProps;
use super::sections::SectionProps;
use super::styles::{Kind, Styles};
use super::table_style::Traits;
use super::xml::{self, Node};
use crate::draft::{Alignment, CellAddress, NumberFormat, Paragraph, RuleLine, RunStyle, Story, Table};
use crate::text::{Span, TextBuilder};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// What the secondary parts define.
#[derive(Default)]
pub struct Definitions {
    /// Styles, resolved.
    pub styles: Styles,
    /// Numbering.
    pub numbering: Numbering,
    /// Theme.
    pub theme: super::theme::Theme,
}

/// What surrounds the paragraphs that are being read.
#[derive(Clone, Default)]
pub struct Surroundings {
    /// The cell, in the body.
    pub cell: Option<CellAddress>,
    /// Whether a table surrounds them, in any story.
    pub in_table: bool,
    /// Width in mm of the room for text in the cell.
    pub width: Option<f32>,
    /// What the style of the table says of its text, with a key for the cache of runs.
    pub traits: Option<(usize, Rc<Traits>)>,
    /// In a text box.
    pub in_box: bool,
    /// How that text box is aligned on the page.
    pub box_alignment: Option<Alignment>,
}

/// A rule line whose length may wait for the width of its section.
pub struct FoundLine {
    /// The line.
    pub line: RuleLine,
    /// Section and mm taken by indents, where the length is that of the text column without them.
    pub column: Option<(usize, f32)>,
    /// The line was merged with a neighbour and is not drawn.
    pub merged: bool,
}

/// A field that is open.
#[derive(Default)]
pub struct Field {
    /// Its instruction so far.
    pub instruction: String,
    /// Its result has begun.
    pub in_result: bool,
    /// The results of all fields that it stands in have begun: they go on while it is open.
    pub within_results: bool,
    /// It was noted as a page number of the paragraph at hand.
    pub noted: bool,
}

/// A page-number field in a finished paragraph.
pub struct FoundPage {
    /// Its alignment on the page.
    pub alignment: Option<Alignment>,
    /// Its style.
    pub style: RunStyle,
    /// The format that the field itself asks for.
    pub format: Option<NumberFormat>,
    /// Its result in the text.
    pub field: Span,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Index of its section.
    pub section: usize,
}

/// Borders of the paragraph before, which merge with equal ones.
pub struct LastBorder {
    /// The borders.
    pub borders: Borders,
    /// The indents between which they are drawn.
    pub indents: (Option<f32>, Option<f32>),
    /// Index of the line below among the found lines.
    pub bottom: Option<usize>,
}

/// Effective paragraph properties before they are rendered.
pub struct ParagraphBase {
    /// All levels added up.
    pub props: ParagraphProps,
    /// Index of the paragraph style.
    pub style: Option<usize>,
    /// Its name.
    pub name: Option<Arc<str>>,
}

/// Key of the cache of run properties: paragraph style, character style, traits of the table.
type RunKey = (Option<usize>, Option<usize>, Option<usize>);

/// A walk through the stories.
pub struct Walker<'d> {
    /// What the secondary parts define.
    pub definitions: &'d Definitions,
    /// Counters of automatic numbering.
    pub counters: Counters,
    /// The text.
    pub text: TextBuilder,
    /// Paragraphs so far.
    pub paragraphs: Vec<Paragraph>,
    /// Tables so far.
    pub tables: Vec<Table>,
    /// Rule lines so far.
    pub lines: Vec<FoundLine>,
    /// Page-number fields so far.
    pub pages: Vec<FoundPage>,
    /// Sections that have ended, with the offset where the text after them begins.
    pub sections: Vec<(SectionProps, usize)>,
    /// The story.
    pub story: Story,
    /// Index of the section.
    pub section: usize,
    /// Index of the part of the source.
    pub part: usize,
    /// The note whose paragraphs are being read: kind of its part and identifier.
    pub note: Option<NoteId>,
    /// What stands beside the text.
    pub beside: Found,
    /// Whether the run at hand is hidden.
    pub hidden: bool,
    /// The paragraphs that bear the mark of a note.
    pub marks: HashMap<NoteId, usize>,
    /// What surrounds the paragraphs.
    pub here: Surroundings,
    /// Complex fields that are open, outermost first.
    pub fields: Vec<Field>,
    /// A page break stands before the next paragraph.
    pub page_break: bool,
    /// Borders of the paragraph before.
    pub last_border: Option<LastBorder>,
    /// Number of different traits of tables so far.
    pub traits: usize,
    /// Run properties of styles that were added up already.
    runs: HashMap<RunKey, Rc<RunProps>>,
}

impl<'d> Walker<'d> {
    /// A walk that has seen nothing yet.
    pub fn new(definitions: &'d Definitions) -> Self {
        Self {
            definitions,
            counters: Counters::default(),
            text: TextBuilder::new(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            lines: Vec::new(),
            pages: Vec::new(),
            sections: Vec::new(),
            story: Story::Body,
            section: 0,
            part: 0,
            note: None,
            beside: Found::default(),
            hidden: false,
            marks: HashMap::new(),
            here: Surroundings::default(),
            fields: Vec::new(),
            page_break: false,
            last_border: None,
            traits: 0,
            runs: HashMap::new(),
        }
    }

    /// Begins a story in a part.
    pub fn begin(&mut self, story: Story, part: &Part, section: usize) {
        self.story = story;
        self.section = section;
        self.part = self.text.part(&part.name);
        if part.encoding != Encoding::Utf8 {
            self.text.is_converted(self.part);
        }
        self.here = Surroundings::default();
        self.fields.clear();
        self.page_break = false;
        self.last_border = None;
    }

    /// Ends a part: what was noted of its places are now bytes of the file.
    pub fn end(&mut self, part: &Part) {
        let own = self.part;
        let elements = self.paragraphs.iter_mut().filter_map(|paragraph| paragraph.element.as_mut());
        let elements = elements.filter(move |element| element.part == own);
        part.encoding.to_file(&part.text, self.text.sources_of(own).chain(elements));
    }

    /// Walks block content: paragraphs, tables, and what may wrap them.
    pub fn blocks(&mut self, node: Node<'_>) {
        for child in node.children().filter(Node::is_element) {
            match xml::word_name(child) {
                "p" => self.paragraph(child),
                "tbl" => self.table(child),
                "sdt" => {
                    if let Some(content) = xml::child(child, "sdtContent") {
                        self.blocks(content);
                    }
                }
                "customXml" | "smartTag" => self.blocks(child),
                "ins" | "moveTo" => self.inserted_blocks(child),
                "del" | "moveFrom" => self.deleted_blocks(child),
                "commentRangeStart" => self.comment_edge(child, true),
                "commentRangeEnd" => self.comment_edge(child, false),
                "altChunk" => self.import(),
                "" if xml::is_alternate(child) => {
                    if let Some(branch) = xml::chosen(child) {
                        self.blocks(branch);
                    }
                }
                _ => {}
            }
        }
    }

    /// Walks the content of a text box as a story within the story.
    pub fn text_box(&mut self, content: Node<'_>, alignment: Option<Alignment>) {
        let inside = Surroundings {
            cell: self.here.cell,
            in_box: true,
            box_alignment: alignment,
            ..Surroundings::default()
        };
        let outside = std::mem::replace(&mut self.here, inside);
        let fields = std::mem::take(&mut self.fields);
        let page_break = std::mem::take(&mut self.page_break);
        self.last_border = None;
        self.blocks(content);
        self.last_border = None;
        self.page_break = page_break;
        self.fields = fields;
        self.here = outside;
    }

    /// Adds up the levels of the style hierarchy for a paragraph.
    ///
    /// In the order of the style hierarchy (ECMA-376 part 1, 17.7.2): document defaults, table style,
    /// paragraph style, direct formatting. The indents of a numbering lie above what the paragraph
    /// style says only where the paragraph itself states the numbering; one that its style states is
    /// part of the style.
    pub fn paragraph_base(&self, direct: Option<Node<'_>>) -> ParagraphBase {
        let styles = &self.definitions.styles;
        let style = styles.find(direct.and_then(|node| xml::child_value(node, "pStyle")), Kind::Paragraph);
        let own = direct.map(ParagraphProps::read).unwrap_or_default();
        let mut props = styles.paragraph.clone();
        if let Some((_, traits)) = &self.here.traits {
            props.overlay(&traits.paragraph);
        }
        let named = style.and_then(|index| styles.get(index));
        if let Some(named) = named {
            props.overlay(if own.number == Some(0) { &named.unnumbered } else { &named.paragraph });
        }
        if own.states_number() {
            let number = own.number.or(props.number);
            let level = own.level.or(props.level).unwrap_or(0);
            if let Some(level) = self.definitions.numbering.level(number, level) {
                props.overlay_indents(&level.paragraph);
            }
        }
        props.overlay(&own);
        let name = named.map_or_else(|| Some(Arc::from("Normal")), |style| style.name.clone());
        ParagraphBase { props, style, name }
    }

    /// Adds up the levels of styles for runs of a paragraph and character style; direct
    /// properties come on top.
    pub fn run_base(&mut self, paragraph: Option<usize>, character: Option<&str>) -> Rc<RunProps> {
        let styles = &self.definitions.styles;
        let character = styles.find(character, Kind::Character);
        let key = (paragraph, character, self.here.traits.as_ref().map(|(key, _)| *key));
        if let Some(known) = self.runs.get(&key) {
            return Rc::clone(known);
        }
        let nothing = RunProps::default();
        let table = self.here.traits.as_ref().map_or(&nothing, |(_, traits)| &traits.run);
        let level = |index: Option<usize>| {
            index.and_then(|index| styles.get(index)).map_or(&nothing, |style| &style.run)
        };
        let props = Rc::new(RunProps::combine(&styles.run, &[table, level(paragraph), level(character)]));
        self.runs.insert(key, Rc::clone(&props));
        props
    }
}
