//! Tables.
//!
//! Tables matter twice: data tables are content, while headers and signatures of most drafts are tables
//! without lines that only put two columns beside each other. Recognition needs the cells, rule lines
//! need their width in mm, and whether any line is drawn tells the two apart.

use super::beside::words;
use super::measure;
use super::styles::Kind;
use super::table_style::{Edges, Place, TableStyle, cell_margins};
use super::walker::{Surroundings, Walker};
use super::xml::{self, Node};
use crate::draft::{Cell, CellAddress, ChangeKind, Story, Table};
use crate::text::Span;
use std::collections::HashMap;
use std::rc::Rc;

/// Left and right margins of cells in mm where nothing is stated (115 twips).
const CELL_MARGIN: f32 = 115.0 * 25.4 / 1440.0;

/// The most columns that a cell covers, or a row leaves free: Word knows no more in a table.
const MOST_COLUMNS: usize = 64;

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
    /// Cells that those below may continue, by their first column.
    merges: HashMap<usize, Merge>,
    /// Traits by place, made when a cell first needs them; the number is the key for the cache of runs.
    traits: HashMap<Place, (usize, Rc<super::table_style::Traits>)>,
}

/// A cell over several rows.
struct Merge {
    /// Row and cell of the one that shows.
    first: (usize, usize),
    /// The last row that it covers so far.
    last_row: usize,
    /// Columns of the grid that it covers.
    columns: usize,
}

impl Walker<'_> {
    /// Reads a table with its cells.
    pub fn table(&mut self, node: Node<'_>) {
        let mut rows = Vec::new();
        collect(node, "tr", &mut rows);
        let kept = rows.iter().filter(|row| row_change(**row, "del").is_none()).count();
        let start = self.text.next_offset();
        let mut context = (kept > 0).then(|| self.table_context(node, kept));
        self.last_border = None;
        let mut at = 0;
        for row in rows {
            match (row_change(row, "del"), context.as_mut()) {
                (None, Some(context)) => {
                    self.kept_row(row, at, context);
                    at += 1;
                }
                (Some(change), _) => {
                    let at = Span::at(self.text.next_offset());
                    self.beside.change(change, ChangeKind::Deletion, at, words(row));
                }
                (None, None) => {}
            }
        }
        let props = xml::child(node, "tblPr").filter(|_| kept > 0);
        self.beside.formatting(props, Span::new(start, self.text.next_offset()));
        self.last_border = None;
    }

    /// Reads a row that is there once all changes are accepted, with the changes of the row itself.
    fn kept_row(&mut self, node: Node<'_>, row: usize, context: &mut TableContext) {
        let start = self.text.next_offset();
        self.row(node, row, context);
        let span = Span::new(start, self.text.next_offset());
        self.beside.formatting(xml::child(node, "trPr"), span);
        if let Some(change) = row_change(node, "ins") {
            self.beside.change(change, ChangeKind::Insertion, span, String::new());
        }
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
            merges: HashMap::new(),
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
        column = column.min(MOST_COLUMNS);
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
        let after = column.saturating_add(usize::try_from(span).unwrap_or(1).clamp(1, MOST_COLUMNS));
        let width = own("tcW").and_then(stated_width).or_else(|| grid_width(&context.grid, column, after));
        let margins = own("tcMar").map(cell_margins).unwrap_or_default();
        let taken = margins.0.unwrap_or(context.margins.0) + margins.1.unwrap_or(context.margins.1);
        let borders = own("tcBorders").map(Edges::read).unwrap_or_default();
        let first = self.paragraphs.len();
        if let Some(CellAddress { table, row, .. }) = address {
            let bordered = Some(edges.any_drawn(borders, place));
            let columns = after - column;
            let cell = Cell { paragraphs: (first, first), width, bordered, column, columns, rows: 1 };
            self.tables[table].rows[row].push(cell);
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
        let (start, pictures) = (self.text.next_offset(), self.beside.pictures.len());
        self.blocks(node);
        self.here = outside;
        let is_blank = self.text.text()[start..].trim().is_empty() && pictures == self.beside.pictures.len();
        self.beside.formatting(props, Span::new(start, self.text.next_offset()));
        if let Some(address) = address {
            let CellAddress { table, row, column } = address;
            self.tables[table].rows[row][column].paragraphs.1 = self.paragraphs.len();
            self.merge(own("vMerge"), address, is_blank, &mut context.merges);
        }
        after
    }

    /// Merges a cell with the one above it that it continues: one of the same columns in the row before.
    /// A cell that has words of its own stands for itself, or they would be seen nowhere.
    fn merge(
        &mut self,
        merge: Option<Node<'_>>,
        own: CellAddress,
        is_blank: bool,
        merges: &mut HashMap<usize, Merge>,
    ) {
        let rows = &mut self.tables[own.table].rows;
        let (column, columns) = (rows[own.row][own.column].column, rows[own.row][own.column].columns);
        let Some(merge) = merge else {
            merges.remove(&column);
            return;
        };
        let continues = xml::value(merge) != Some("restart") && is_blank;
        let is_above = |known: &&mut Merge| known.columns == columns && known.last_row + 1 == own.row;
        if let Some(known) = merges.get_mut(&column).filter(is_above).filter(|_| continues) {
            known.last_row = own.row;
            let (row, cell) = known.first;
            rows[row][cell].rows += 1;
            rows[own.row][own.column].rows = 0;
        } else {
            let first = (own.row, own.column);
            merges.insert(column, Merge { first, last_row: own.row, columns });
        }
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

/// The tracked change that brings or takes a row.
fn row_change<'a>(row: Node<'a>, name: &str) -> Option<Node<'a>> {
    xml::child(row, "trPr").and_then(|props| xml::child(props, name))
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
