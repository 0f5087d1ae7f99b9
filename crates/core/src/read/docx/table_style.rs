//! What table styles say: properties of the text inside, for all cells and for some, and borders.
//!
//! A table style is the lowest level after the document defaults: it speaks before paragraph and
//! character styles, which all lay themselves over it.

use super::measure;
use super::paragraph_props::{ParagraphProps, is_drawn};
use super::run_props::RunProps;
use super::theme::Theme;
use super::xml::{self, Node};

/// Paragraph and run properties that belong together.
#[derive(Clone, Debug, Default)]
pub struct Traits {
    /// Run properties.
    pub run: RunProps,
    /// Paragraph properties.
    pub paragraph: ParagraphProps,
}

impl Traits {
    /// Reads the `pPr` and `rPr` of a node.
    pub fn read(node: Node<'_>, theme: &Theme) -> Self {
        Self {
            run: xml::child(node, "rPr").map(|node| RunProps::read(node, theme)).unwrap_or_default(),
            paragraph: xml::child(node, "pPr").map(ParagraphProps::read).unwrap_or_default(),
        }
    }

    /// Lays `upper` over these.
    pub fn overlay(&mut self, upper: &Self) {
        self.run.overlay(&upper.run);
        self.paragraph.overlay(&upper.paragraph);
    }
}

/// The lines of a table, each drawn, not drawn, or not stated.
#[derive(Clone, Copy, Debug, Default)]
pub struct Edges([Option<bool>; 6]);

/// The edges in their order, each with a synonym.
const EDGES: [[&str; 2]; 6] = [
    ["top", "top"],
    ["bottom", "bottom"],
    ["left", "start"],
    ["right", "end"],
    ["insideH", "insideH"],
    ["insideV", "insideV"],
];

impl Edges {
    /// Reads `tblBorders` or `tcBorders`.
    pub fn read(node: Node<'_>) -> Self {
        Self(EDGES.map(|names| names.iter().find_map(|name| xml::child(node, name)).map(is_drawn)))
    }

    /// Lays `upper` over these.
    pub fn overlay(&mut self, upper: Self) {
        for (own, theirs) in self.0.iter_mut().zip(upper.0) {
            *own = theirs.or(*own);
        }
    }

    /// Whether a cell with its `own` borders at a place in a table with these has any line.
    pub fn any_drawn(self, own: Self, place: Place) -> bool {
        let [top, bottom, left, right, inside_h, inside_v] = self.0;
        let table = [
            if place.first_row { top } else { inside_h },
            if place.last_row { bottom } else { inside_h },
            if place.first_column { left } else { inside_v },
            if place.last_column { right } else { inside_v },
        ];
        own.0.iter().zip(table).any(|(own, table)| own.or(table) == Some(true))
    }
}

/// Where a cell stands in its table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(clippy::struct_excessive_bools)] // four independent facts
pub struct Place {
    /// In the first row.
    pub first_row: bool,
    /// In the last row.
    pub last_row: bool,
    /// First of its row.
    pub first_column: bool,
    /// Last of its row.
    pub last_column: bool,
}

/// What a table style says.
#[derive(Clone, Debug, Default)]
pub struct TableStyle {
    /// Borders of the table.
    pub edges: Edges,
    /// Left and right margins of cells, in mm.
    pub margins: (Option<f32>, Option<f32>),
    /// Of all cells.
    whole: Traits,
    /// Of the first cell of each row.
    first_column: Traits,
    /// Of the last cell of each row.
    last_column: Traits,
    /// Of the first row.
    first_row: Traits,
    /// Of the last row.
    last_row: Traits,
}

impl TableStyle {
    /// Reads a style of tables, without what it inherits.
    pub fn read(node: Node<'_>, theme: &Theme) -> Self {
        let mut style = Self { whole: Traits::read(node, theme), ..Self::default() };
        if let Some(table) = xml::child(node, "tblPr") {
            style.edges = xml::child(table, "tblBorders").map(Edges::read).unwrap_or_default();
            style.margins = xml::child(table, "tblCellMar").map(cell_margins).unwrap_or_default();
        }
        for part in xml::children(node, "tblStylePr") {
            let traits = Traits::read(part, theme);
            match xml::attribute(part, "type") {
                Some("wholeTable") => style.whole.overlay(&traits),
                Some("firstRow") => style.first_row = traits,
                Some("lastRow") => style.last_row = traits,
                Some("firstCol") => style.first_column = traits,
                Some("lastCol") => style.last_column = traits,
                _ => {}
            }
        }
        style
    }

    /// Lays `upper` over this style.
    pub fn overlay(&mut self, upper: &Self) {
        self.edges.overlay(upper.edges);
        self.margins = (upper.margins.0.or(self.margins.0), upper.margins.1.or(self.margins.1));
        self.whole.overlay(&upper.whole);
        self.first_column.overlay(&upper.first_column);
        self.last_column.overlay(&upper.last_column);
        self.first_row.overlay(&upper.first_row);
        self.last_row.overlay(&upper.last_row);
    }

    /// The properties of text in a cell; `place` with only what the look of the table asks for.
    /// Rows lie over columns, so that the corner of a table looks like its row.
    pub fn traits(&self, place: Place) -> Traits {
        let mut traits = self.whole.clone();
        for (wanted, part) in [
            (place.first_column, &self.first_column),
            (place.last_column, &self.last_column),
            (place.first_row, &self.first_row),
            (place.last_row, &self.last_row),
        ] {
            if wanted {
                traits.overlay(part);
            }
        }
        traits
    }
}

/// Left and right margins of cells in mm, from `tblCellMar` or `tcMar`.
pub fn cell_margins(node: Node<'_>) -> (Option<f32>, Option<f32>) {
    let side = |names: [&str; 2]| {
        let side = names.iter().find_map(|name| xml::child(node, name))?;
        xml::attribute(side, "w").and_then(measure::length_mm)
    };
    (side(["left", "start"]), side(["right", "end"]))
}
