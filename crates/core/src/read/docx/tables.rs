//! Tables.
//!
//! Tables matter twice: data tables are content, while headers and signatures of most drafts are tables
//! without lines that only put two columns beside each other. Recognition needs the cells, rule lines
//! need their width in mm, and whether any line is drawn tells the two apart.

use super::measure;
use super::styles::Kind;
use super::table_style::{Edges, Place, TableStyle, cell_margins};
use super::walker::{Surroundings, Walker};
use super::xml::{self, Node};
use crate::draft::{Cell, CellAddress, Story, Table};
use std::collections::HashMap;
use std::rc::Rc;

/// Left and right margins of cells in mm where nothing is stated (115 twips).
const CELL_MARGIN: f32 = 115.0 * 25.4 / 1440.0;

/// What all cells of a table share.
struct TableContext {
    /// Index in the draft, for tables of the body.
    index: Option<usize>,
    /// Its style with its chain.
    style: TableStyle,
    /// Its lines: the style's, with its own laid over them.
    edges: Edges,
    /// Left and right margins of its cells, in mm.
    margins: (f32, f32),
    /// Widths of the columns of its grid in mm; 0 where none is stated.
    grid: Vec<f32>,
    /// Which special rows and columns of the style it asks for.
    look: Place,
    /// Number of its rows.
    rows: usize,
    /// Traits by place, made when a cell first needs them; the number is the key for the cache of runs.
    traits: HashMap<Place, (usize, Rc<super::table_style::Traits>)>,
}

impl Walker<'_> {
    /// Reads a table with its cells.
    pub fn table(&mut self, node: Node<'_>) {
        let mut rows = Vec::new();
        collect(node, "tr", &mut rows);
        rows.retain(|row| !is_deleted(*row));
        if rows.is_empty() {
            return;
        }
        let mut context = self.table_context(node, rows.len());
        self.last_border = None;
        for (at, row) in rows.iter().enumerate() {
            self.row(*row, at, &mut context);
        }
        self.last_border = None;
    }

    /// What the cells share, read before any of them. A table of the body is entered in the draft here,
    /// so that nested ones follow their host.
    fn table_context(&mut self, node: Node<'_>, rows: usize) -> TableContext {
        let props = xml::child(node, "tblPr");
        let styles = &self.definitions.styles;
        let id = props.and_then(|props| xml::child_value(props, "tblStyle"));
        let style = styles
            .find(id, Kind::Table)
            .and_then(|index| styles.get(index))
            .map(|style| style.table.clone())
            .unwrap_or_default();
        let mut edges = style.edges;
        let own = |name| props.and_then(|props| xml::child(props, name));
        edges.overlay(own("tblBorders").map(Edges::read).unwrap_or_default());
        let margins = own("tblCellMar").map(cell_margins).unwrap_or_default();
        let margin = |own: Option<f32>, style: Option<f32>| own.or(style).unwrap_or(CELL_MARGIN);
        let grid = xml::child(node, "tblGrid").into_iter().flat_map(|grid| xml::children(grid, "gridCol"));
        let index = (self.story == Story::Body).then(|| {
            self.tables.push(Table { rows: Vec::new(), host: self.here.cell });
            self.tables.len() - 1
        });
        TableContext {
            index,
            edges,
            margins: (margin(margins.0, style.margins.0), margin(margins.1, style.margins.1)),
            style,
            grid: grid.map(|column| length(column).unwrap_or(0.0)).collect(),
            look: own("tblLook").map(look).unwrap_or_default(),
            rows,
            traits: HashMap::new(),
        }
    }

    /// Reads the cells of a row. Exceptions of the row lie over the lines of the table.
    fn row(&mut self, node: Node<'_>, row: usize, context: &mut TableContext) {
        let mut cells = Vec::new();
        collect(node, "tc", &mut cells);
        if let Some(index) = context.index {
            self.tables[index].rows.push(Vec::new());
        }
        let mut edges = context.edges;
        let exception = xml::child(node, "tblPrEx").and_then(|props| xml::child(props, "tblBorders"));
        edges.overlay(exception.map(Edges::read).unwrap_or_default());
        let skipped = xml::child(node, "trPr").and_then(|props| xml::child_value(props, "gridBefore"));
        let mut column =
            skipped.and_then(measure::whole).and_then(|skip| usize::try_from(skip).ok()).unwrap_or(0);
        let last = cells.len().saturating_sub(1);
        for (at, cell) in cells.iter().enumerate() {
            let place = Place {
                first_row: row == 0,
                last_row: row + 1 == context.rows,
                first_column: at == 0,
                last_column: at == last,
            };
            let address = context.index.map(|table| CellAddress { table, row, column: at });
            column = self.cell(*cell, (address, place, column), edges, context);
        }
    }

    /// Reads a cell that begins at a column of the grid; gives the column after it.
    fn cell(
        &mut self,
        node: Node<'_>,
        (address, place, column): (Option<CellAddress>, Place, usize),
        edges: Edges,
        context: &mut TableContext,
    ) -> usize {
        let props = xml::child(node, "tcPr");
        let own = |name| props.and_then(|props| xml::child(props, name));
        let span = own("gridSpan").and_then(xml::value).and_then(measure::whole).unwrap_or(1);
        let after = column.saturating_add(usize::try_from(span).unwrap_or(1).clamp(1, 64));
        let width = own("tcW").and_then(stated_width).or_else(|| grid_width(&context.grid, column, after));
        let margins = own("tcMar").map(cell_margins).unwrap_or_default();
        let taken = margins.0.unwrap_or(context.margins.0) + margins.1.unwrap_or(context.margins.1);
        let borders = own("tcBorders").map(Edges::read).unwrap_or_default();
        let first = self.paragraphs.len();
        if let Some(CellAddress { table, row, .. }) = address {
            let bordered = Some(edges.any_drawn(borders, place));
            self.tables[table].rows[row].push(Cell { paragraphs: (first, first), width, bordered });
        }
        let inside = Surroundings {
            cell: address,
            in_table: true,
            width: width.map(|width| width - taken),
            traits: Some(self.cell_traits(place, context)),
            in_box: self.here.in_box,
            box_alignment: self.here.box_alignment,
        };
        let outside = std::mem::replace(&mut self.here, inside);
        self.last_border = None;
        self.blocks(node);
        self.here = outside;
        if let Some(CellAddress { table, row, column }) = address {
            self.tables[table].rows[row][column].paragraphs.1 = self.paragraphs.len();
        }
        after
    }

    /// What the style of the table says of the text in a cell, made once for each kind of place.
    fn cell_traits(
        &mut self,
        place: Place,
        context: &mut TableContext,
    ) -> (usize, Rc<super::table_style::Traits>) {
        let wanted = Place {
            first_row: place.first_row && context.look.first_row,
            last_row: place.last_row && context.look.last_row,
            first_column: place.first_column && context.look.first_column,
            last_column: place.last_column && context.look.last_column,
        };
        let next = &mut self.traits;
        let known = context.traits.entry(wanted).or_insert_with(|| {
            *next += 1;
            (*next, Rc::new(context.style.traits(wanted)))
        });
        (known.0, Rc::clone(&known.1))
    }
}

/// Collects the rows of a table or the cells of a row, through whatever wraps them.
fn collect<'a>(node: Node<'a>, name: &'static str, found: &mut Vec<Node<'a>>) {
    for child in node.children().filter(Node::is_element) {
        match xml::word_name(child) {
            own if own == name => found.push(child),
            "sdt" => {
                if let Some(content) = xml::child(child, "sdtContent") {
                    collect(content, name, found);
                }
            }
            "ins" | "moveTo" | "customXml" => collect(child, name, found),
            "" if xml::is_alternate(child) => {
                if let Some(branch) = xml::chosen(child) {
                    collect(branch, name, found);
                }
            }
            _ => {}
        }
    }
}

/// Whether the row is deleted by a tracked change.
fn is_deleted(row: Node<'_>) -> bool {
    xml::child(row, "trPr").is_some_and(|props| xml::child(props, "del").is_some())
}

/// The `w` attribute in mm.
fn length(node: Node<'_>) -> Option<f32> {
    xml::attribute(node, "w").and_then(measure::length_mm)
}

/// The width that a cell states itself; shares of the table and automatic widths are not known.
fn stated_width(node: Node<'_>) -> Option<f32> {
    match xml::attribute(node, "type") {
        None | Some("dxa") => length(node).filter(|width| *width > 0.0),
        _ => None,
    }
}

/// The sum of the columns of the grid that a cell spans, in mm; `None` where the grid does not tell.
fn grid_width(grid: &[f32], from: usize, to: usize) -> Option<f32> {
    let width: f32 = grid.get(from..to.min(grid.len()))?.iter().sum();
    (width > 0.0).then_some(width)
}

/// The conditional formats that a table asks for.
fn look(node: Node<'_>) -> Place {
    let bits = xml::value(node).and_then(|bits| u32::from_str_radix(bits, 16).ok()).unwrap_or(0);
    let flag = |name, bit| xml::attribute(node, name).map_or(bits & bit != 0, |on| measure::is_on(Some(on)));
    Place {
        first_row: flag("firstRow", 0x20),
        last_row: flag("lastRow", 0x40),
        first_column: flag("firstColumn", 0x80),
        last_column: flag("lastColumn", 0x100),
    }
}
