//! Sections: pages, and the headers and footers in force.
//!
//! A `sectPr` stands at the end of its section and names only the headers that it changes; all others
//! are those of the section before. Lengths become mm.

use super::xml::{self, Node};
use super::{label, measure};
use crate::draft::{HeaderFooter, Margins, NumberFormat, Orientation, PageSection, WhichPages};
use crate::text::Span;
use roxmltree::Document;

/// A kind of header or footer.
pub type Slot = (HeaderFooter, WhichPages);

/// The settings that bear on pages.
#[derive(Clone, Copy, Default)]
pub struct Settings {
    /// Whether even pages have headers and footers of their own, in the whole document.
    even_and_odd: bool,
    /// Whether the gutter lies at the top.
    gutter_at_top: bool,
}

impl Settings {
    /// Reads the settings part.
    pub fn read(document: &Document<'_>) -> Self {
        let root = document.root_element();
        Self {
            even_and_odd: xml::switch(root, "evenAndOddHeaders").unwrap_or(false),
            gutter_at_top: xml::switch(root, "gutterAtTop").unwrap_or(false),
        }
    }
}

/// A `sectPr`.
pub struct SectionProps {
    /// The page, as far as it is stated.
    section: PageSection,
    /// Relationships of the headers and footers that it names itself.
    references: Vec<(Slot, String)>,
    /// Page numbers are written between dashes.
    pub dashed: bool,
    /// It begins on a new page.
    pub on_new_page: bool,
    /// Number of columns of text.
    columns: f32,
    /// Blank between columns, in mm.
    gap: f32,
}

impl SectionProps {
    /// What a document without any `sectPr` has: nothing is known.
    pub fn unknown() -> Self {
        Self {
            section: PageSection {
                width: None,
                height: None,
                orientation: None,
                margins: Margins::default(),
                title_page: false,
                number_start: None,
                number_format: crate::draft::NumberFormat::Arabic,
                page_numbers: Vec::new(),
                span: Span::default(),
            },
            references: Vec::new(),
            dashed: false,
            on_new_page: true,
            columns: 1.0,
            gap: 0.0,
        }
    }

    /// Reads a `sectPr`.
    pub fn read(node: Node<'_>) -> Self {
        let mut props = Self::unknown();
        for child in node.children().filter(Node::is_element) {
            match xml::word_name(child) {
                "pgSz" => props.section.read_size(child),
                "pgMar" => props.section.margins = margins(child),
                "titlePg" => props.section.title_page = measure::is_on(xml::value(child)),
                "pgNumType" => {
                    (props.section.number_format, props.section.number_start, props.dashed) =
                        section_format(child);
                }
                "type" => {
                    props.on_new_page = !matches!(xml::value(child), Some("continuous" | "nextColumn"));
                }
                "cols" => props.read_columns(child),
                "headerReference" => props.add_reference(HeaderFooter::Header, child),
                "footerReference" => props.add_reference(HeaderFooter::Footer, child),
                _ => {}
            }
        }
        props
    }

    /// Reads a `cols`; half an inch between columns where no width is stated.
    fn read_columns(&mut self, node: Node<'_>) {
        let number = xml::attribute(node, "num").and_then(measure::whole).unwrap_or(1).clamp(1, 45);
        self.columns = number as f32;
        self.gap = xml::attribute(node, "space").and_then(measure::length_mm).unwrap_or(12.7);
    }

    /// Notes a header or footer that the section names.
    fn add_reference(&mut self, place: HeaderFooter, node: Node<'_>) {
        let pages = match xml::attribute(node, "type") {
            Some("first") => WhichPages::First,
            Some("even") => WhichPages::Even,
            _ => WhichPages::Default,
        };
        if let Some(id) = xml::relationship(node) {
            self.references.push(((place, pages), id.to_owned()));
        }
    }

    /// Width in mm of a column of text.
    pub fn column_width(&self) -> Option<f32> {
        let margins = &self.section.margins;
        let gutter = if margins.gutter_at_top { 0.0 } else { margins.gutter };
        let room = self.section.width? - margins.left? - margins.right? - gutter;
        let width = (room - self.gap * (self.columns - 1.0)) / self.columns;
        (width > 0.0).then_some(width)
    }

    /// The section, with its span in the text of the body.
    pub fn finish(&self, settings: Settings, span: Span) -> PageSection {
        let mut section = self.section.clone();
        section.margins.gutter_at_top = settings.gutter_at_top;
        section.span = span;
        section
    }

    /// The headers and footers that are printed in this section, by relationship. `inherited`
    /// holds those of the section before, and is brought up to date.
    pub fn in_force(&self, settings: Settings, inherited: &mut Vec<(Slot, String)>) -> Vec<(Slot, String)> {
        for (slot, id) in &self.references {
            inherited.retain(|(known, _)| known != slot);
            inherited.push((*slot, id.clone()));
        }
        let mut found = Vec::new();
        for place in [HeaderFooter::Header, HeaderFooter::Footer] {
            for pages in [WhichPages::Default, WhichPages::First, WhichPages::Even] {
                let printed = match pages {
                    WhichPages::Default => true,
                    WhichPages::First => self.section.title_page,
                    WhichPages::Even => settings.even_and_odd,
                };
                let slot = inherited.iter().find(|(slot, _)| *slot == (place, pages));
                found.extend(slot.filter(|_| printed).cloned());
            }
        }
        found
    }
}

impl PageSection {
    /// Reads a `pgSz` in mm. An orientation that is not stated is that of the sides.
    fn read_size(&mut self, node: Node<'_>) {
        let side =
            |name| xml::attribute(node, name).and_then(measure::length_mm).filter(|length| *length > 0.0);
        self.width = side("w");
        self.height = side("h");
        self.orientation = match xml::attribute(node, "orient") {
            Some("landscape") => Some(Orientation::Landscape),
            Some("portrait") => Some(Orientation::Portrait),
            _ => self.width.zip(self.height).map(|(width, height)| {
                if width > height { Orientation::Landscape } else { Orientation::Portrait }
            }),
        };
    }
}

/// Margins; a negative top or bottom margin is exact, and as wide as its number says.
fn margins(node: Node<'_>) -> Margins {
    let side = |names: [&str; 2]| {
        names.iter().find_map(|name| xml::attribute(node, name)).and_then(measure::length_mm)
    };
    Margins {
        top: side(["top", "top"]).map(f32::abs),
        bottom: side(["bottom", "bottom"]).map(f32::abs),
        left: side(["left", "start"]),
        right: side(["right", "end"]),
        gutter: side(["gutter", "gutter"]).unwrap_or(0.0),
        gutter_at_top: false,
    }
}

/// How a section numbers its pages: the format, the first number, and whether it writes dashes.
fn section_format(node: Node<'_>) -> (NumberFormat, Option<u32>, bool) {
    let word = xml::attribute(node, "fmt").unwrap_or("decimal");
    let start = xml::attribute(node, "start").and_then(measure::whole);
    (label::page_format(word), start.and_then(|start| u32::try_from(start).ok()), word == "numberInDash")
}
