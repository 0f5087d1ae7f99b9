//! The styles part: each style resolved once, along its chain.
//!
//! Word files keep most of their look in styles, so a reader that saw direct formatting alone would
//! take nearly every letter for unknown. Resolving here, and not at each paragraph, keeps the work
//! linear.

use super::measure;
use super::numbering::Numbering;
use super::paragraph_props::ParagraphProps;
use super::run_props::RunProps;
use super::table_style::{TableStyle, Traits};
use super::theme::Theme;
use super::xml::{self, Node};
use roxmltree::Document;
use std::collections::HashMap;
use std::sync::Arc;

/// The longest chain of styles that is followed; cycles end here too.
const LONGEST_CHAIN: usize = 64;

/// Kinds of styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Of paragraphs.
    Paragraph,
    /// Of runs.
    Character,
    /// Of tables.
    Table,
    /// Of lists.
    Numbering,
}

/// One style: what it states itself, and what its chain adds up to.
pub struct Style {
    /// What it is a style of.
    kind: Kind,
    /// The identifier by which paragraphs and runs name it; not the name that people see.
    id: String,
    /// The identifier of the style below it.
    based_on: Option<String>,
    /// Run properties that it states itself.
    own_run: RunProps,
    /// Paragraph properties that it states itself.
    own_paragraph: ParagraphProps,
    /// Table properties that it states itself.
    own_table: TableStyle,
    /// Its name (`heading 1`).
    pub name: Option<Arc<str>>,
    /// Run properties of its chain.
    pub run: RunProps,
    /// Paragraph properties of its chain, with the indents of its numbering.
    pub paragraph: ParagraphProps,
    /// The same without the indents of numbering, for a paragraph that removes the number.
    pub unnumbered: ParagraphProps,
    /// Table properties of its chain.
    pub table: TableStyle,
}

/// All styles of a document.
#[derive(Default)]
pub struct Styles {
    /// Run properties of the document defaults.
    pub run: RunProps,
    /// Paragraph properties of the document defaults.
    pub paragraph: ParagraphProps,
    /// In the order of the part.
    all: Vec<Style>,
    /// Index by identifier; of several with one identifier the first counts.
    by_id: HashMap<String, usize>,
    /// Index of the default style by the word for its kind.
    defaults: HashMap<&'static str, usize>,
}

impl Styles {
    /// Reads the styles part; [`Styles::resolve`] must follow.
    pub fn read(document: &Document<'_>, theme: &Theme) -> Self {
        let root = document.root_element();
        let mut styles = Self::default();
        if let Some(defaults) = xml::child(root, "docDefaults") {
            let inner = |outer, name| xml::child(defaults, outer).and_then(|node| xml::child(node, name));
            styles.run =
                inner("rPrDefault", "rPr").map(|node| RunProps::read(node, theme)).unwrap_or_default();
            styles.paragraph = inner("pPrDefault", "pPr").map(ParagraphProps::read).unwrap_or_default();
        }
        for node in xml::children(root, "style") {
            styles.add(node, theme);
        }
        styles
    }

    /// Adds one style, and notes it if it is the default of its kind.
    fn add(&mut self, node: Node<'_>, theme: &Theme) {
        let Some(style) = Style::read(node, theme) else { return };
        let index = self.all.len();
        let default = xml::attribute(node, "default").is_some_and(|on| measure::is_on(Some(on)));
        if default {
            // Of several defaults of a kind the last one counts.
            self.defaults.insert(style.kind.word(), index);
        }
        self.by_id.entry(style.id.clone()).or_insert(index);
        self.all.push(style);
    }

    /// Adds up the chain of each style.
    /// From the root of a chain to the style: each one lays its own properties over those below. A
    /// style that numbers takes the indents of its level first and then its own, since a style may
    /// correct them.
    pub fn resolve(&mut self, numbering: &Numbering) {
        for index in 0..self.all.len() {
            let chain = self.chain(index);
            let mut run = RunProps::default();
            let mut paragraph = ParagraphProps::default();
            let mut unnumbered = ParagraphProps::default();
            let mut table = TableStyle::default();
            for &at in chain.iter().rev() {
                let style = &self.all[at];
                run.overlay(&style.own_run);
                unnumbered.overlay(&style.own_paragraph);
                paragraph.number = style.own_paragraph.number.or(paragraph.number);
                if style.own_paragraph.states_number() {
                    let level = style.level(&paragraph, numbering);
                    if let Some(level) = numbering.level(paragraph.number, level) {
                        paragraph.overlay_indents(&level.paragraph);
                    }
                    paragraph.level = Some(level);
                }
                let level = paragraph.level;
                paragraph.overlay(&style.own_paragraph);
                paragraph.level = level;
                table.overlay(&style.own_table);
            }
            let style = &mut self.all[index];
            (style.run, style.paragraph, style.unnumbered, style.table) = (run, paragraph, unnumbered, table);
        }
    }

    /// The style and its ancestors, nearest first.
    fn chain(&self, index: usize) -> Vec<usize> {
        let mut chain = vec![index];
        let mut at = index;
        while chain.len() < LONGEST_CHAIN {
            let style = &self.all[at];
            let Some(&base) = style.based_on.as_ref().and_then(|id| self.by_id.get(id)) else { break };
            if chain.contains(&base) || self.all[base].kind != style.kind {
                break;
            }
            chain.push(base);
            at = base;
        }
        chain
    }

    /// The index of a style of some kind, or of the default one of that kind.
    pub fn find(&self, id: Option<&str>, kind: Kind) -> Option<usize> {
        id.and_then(|id| self.by_id.get(id).copied())
            .filter(|&index| self.all[index].kind == kind)
            .or_else(|| self.defaults.get(kind.word()).copied())
    }

    /// The style at an index that [`Styles::find`] gave.
    pub fn get(&self, index: usize) -> Option<&Style> {
        self.all.get(index)
    }

    /// The numbering that a numbering style stands for.
    pub fn number_of(&self, id: &str) -> Option<i32> {
        self.by_id.get(id).and_then(|&index| self.all[index].own_paragraph.number)
    }
}

impl Style {
    /// Reads a `style` without its chain; `None` for kinds that we do not know.
    fn read(node: Node<'_>, theme: &Theme) -> Option<Self> {
        let kind = match xml::attribute(node, "type").unwrap_or("paragraph") {
            "paragraph" => Kind::Paragraph,
            "character" => Kind::Character,
            "table" => Kind::Table,
            "numbering" => Kind::Numbering,
            _ => return None,
        };
        let own_table =
            if kind == Kind::Table { TableStyle::read(node, theme) } else { TableStyle::default() };
        let traits = Traits::read(node, theme);
        Some(Self {
            kind,
            id: xml::attribute(node, "styleId")?.to_owned(),
            based_on: xml::child_value(node, "basedOn").map(str::to_owned),
            own_run: traits.run,
            own_paragraph: traits.paragraph,
            own_table,
            name: xml::child_value(node, "name").map(Arc::from),
            run: RunProps::default(),
            paragraph: ParagraphProps::default(),
            unnumbered: ParagraphProps::default(),
            table: TableStyle::default(),
        })
    }

    /// The level of numbering: the one that names this style, else the one that it states.
    fn level(&self, inherited: &ParagraphProps, numbering: &Numbering) -> i32 {
        numbering
            .level_of_style(inherited.number, &self.id)
            .or(self.own_paragraph.level)
            .or(inherited.level)
            .unwrap_or(0)
    }
}

impl Kind {
    /// The word for the kind in the part.
    const fn word(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Character => "character",
            Self::Table => "table",
            Self::Numbering => "numbering",
        }
    }
}
