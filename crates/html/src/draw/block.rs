//! Paragraphs and tables.

use super::Pen;
use thethuc_core::document::{ComponentKind, UnitKind};
use thethuc_core::draft::Alignment;
use thethuc_core::view::{Block, CellView, Grid, ParagraphView, Side, UnitView};

impl<'a> Pen<'a, '_> {
    /// Blocks within others.
    pub(super) fn blocks(&mut self, blocks: &[Block<'a>]) {
        for block in blocks {
            match block {
                Block::Paragraph(own) => self.paragraph(own),
                Block::Table(grid) => self.table(grid),
                Block::TextBox(inside) => {
                    self.put("<div class=\"box\">");
                    self.blocks(inside);
                    self.put("</div>");
                }
            }
        }
    }

    fn table(&mut self, grid: &Grid<'a>) {
        let is_ruled = grid.is_ruled && !(self.has_sides && self.is_lineless(grid));
        self.put(if is_ruled { "<div class=\"wide\"><table>" } else { "<table class=\"plain\">" });
        self.columns(grid);
        for row in &grid.rows {
            self.put("<tr>");
            for cell in row {
                self.cell(cell);
            }
            self.put("</tr>");
        }
        self.put(if is_ruled { "</table></div>" } else { "</table>" });
    }

    /// Whether the source draws no line of a table, or cannot tell, as Markdown.
    fn is_lineless(&self, grid: &Grid<'a>) -> bool {
        let table = self.checked.draft.tables.get(grid.table);
        table.is_none_or(|table| table.rows.iter().flatten().all(|cell| cell.bordered != Some(true)))
    }

    /// The widths of columns in steps of a twentieth, where the first row that covers each alone tells them.
    fn columns(&mut self, grid: &Grid<'a>) {
        let is_told = |row: &&Vec<CellView<'a>>| {
            row.iter().filter(|cell| !cell.covered).all(|cell| cell.columns == 1 && cell.width.is_some())
        };
        let Some(row) = grid.rows.iter().find(is_told) else { return };
        let widths: Vec<f32> =
            row.iter().filter(|cell| !cell.covered).filter_map(|cell| cell.width).collect();
        let all: f32 = widths.iter().sum();
        if widths.len() != grid.columns || all <= 0.0 {
            return;
        }
        self.put("<colgroup>");
        for width in widths {
            let step = (width / all * 20.0).round().clamp(1.0, 19.0);
            self.put(&format!("<col class=\"w{step:.0}\">"));
        }
        self.put("</colgroup>");
    }

    fn cell(&mut self, cell: &CellView<'a>) {
        if !is_shown(cell) {
            return;
        }
        self.put("<td");
        if cell.columns > 1 {
            self.put(&format!(" colspan=\"{}\"", cell.columns));
        }
        if cell.rows > 1 && !cell.covered {
            self.put(&format!(" rowspan=\"{}\"", cell.rows));
        }
        self.put(">");
        self.blocks(&cell.blocks);
        self.put("</td>");
    }

    pub(super) fn paragraph(&mut self, own: &ParagraphView<'a>) {
        self.gap(&own.before);
        let classes = self.classes(own);
        self.put("<p");
        if !classes.is_empty() {
            self.put(&format!(" class=\"{}\"", classes.join(" ")));
        }
        self.put(">");
        for mark in &own.whole {
            self.number(*mark);
        }
        if let Some(label) = &own.paragraph.label {
            let label = crate::escape::shown(label);
            self.put(&format!("<span class=\"lb\" data-beside>{label} </span>"));
        }
        self.inlines(own);
        self.put("</p>");
        self.gap(&own.after);
    }

    /// Where something is missing.
    fn gap(&mut self, marks: &[usize]) {
        if marks.is_empty() {
            return;
        }
        self.put("<div class=\"gap\" data-beside>");
        for mark in marks {
            self.number(*mark);
        }
        self.put("</div>");
    }

    fn classes(&self, own: &ParagraphView<'a>) -> Vec<String> {
        let mut classes = Vec::new();
        if let Some(side) = own.side {
            // A line that holds both columns, set apart by tabs, stays one.
            let is_both = own.words().any(|words| words.contains('\t'));
            classes.push(match side {
                _ if is_both => "both".to_owned(),
                Side::Left => "left".to_owned(),
                Side::Right => "right".to_owned(),
            });
        }
        classes.extend(self.alignment(own).map(str::to_owned));
        if let Some(depth) = own.unit.map(depth).filter(|depth| *depth > 0) {
            classes.push(format!("u{depth}"));
        }
        if !own.lines.is_empty() && !is_typed_line(own) {
            classes.push("ruled".to_owned());
        }
        if own.component == Some(ComponentKind::SignatureName) {
            classes.push("name".to_owned());
        }
        if !own.whole.is_empty() {
            classes.extend(["whole".to_owned(), self.gravest(&own.whole).to_owned()]);
        }
        classes
    }

    /// How the lines stand: as the source says, else as such a component is set.
    fn alignment(&self, own: &ParagraphView<'a>) -> Option<&'static str> {
        let stated = own.paragraph.style.alignment.filter(|_| self.has_look);
        match stated {
            Some(Alignment::Center) => Some("c"),
            Some(Alignment::Right) => Some("rt"),
            Some(Alignment::Justified) => Some("j"),
            Some(Alignment::Left) => None,
            None if self.has_look => None,
            None if is_typed_line(own) => Some("c"),
            None if own.unit.is_some_and(|unit| is_over_articles(unit, own)) => Some("c"),
            None => own.component.and_then(centred),
        }
    }
}

/// How far a unit is indented: clauses below their article, points below their clause, whatever stands over
/// these.
fn depth(unit: UnitView<'_>) -> usize {
    match unit.kind {
        UnitKind::Clause => unit.level.min(1),
        UnitKind::Point => unit.level.min(2),
        _ => 0,
    }
}

/// Whether somebody typed a rule line: `-------`.
fn is_typed_line(own: &ParagraphView<'_>) -> bool {
    let mut letters = own.words().flat_map(str::chars).filter(|letter| !letter.is_whitespace()).peekable();
    letters.peek().is_some() && letters.all(|letter| matches!(letter, '-' | '_' | '–' | '—' | '*'))
}

/// Whether a paragraph is the heading of a unit that stands over articles, which is set in the middle: `Chương I`
/// and its title, but not the `I. …` of a plan.
fn is_over_articles(unit: UnitView<'_>, own: &ParagraphView<'_>) -> bool {
    let is_over =
        matches!(unit.kind, UnitKind::Part | UnitKind::Chapter | UnitKind::Section | UnitKind::Subsection);
    let begins_with_word = || {
        let words = own.words().find(|words| !words.trim().is_empty()).unwrap_or_default();
        words.trim_start().to_lowercase().starts_with(&unit.kind.word().to_lowercase())
    };
    is_over && unit.is_heading && (!unit.begins || begins_with_word())
}

/// Whether the law centres such a component, for sources that say nothing of it.
const fn centred(kind: ComponentKind) -> Option<&'static str> {
    use ComponentKind as Kind;
    match kind {
        Kind::NationalName
        | Kind::Motto
        | Kind::ParentOrgan
        | Kind::Organ
        | Kind::NumberLine
        | Kind::PlaceDate
        | Kind::Form
        | Kind::Title
        | Kind::SignatureLine
        | Kind::SignatureName => Some("c"),
        _ => None,
    }
}

/// Whether a cell is drawn: one that another covers has words only where somebody wrote some there afterwards.
pub(super) fn is_shown(cell: &CellView<'_>) -> bool {
    !cell.covered || cell.blocks.iter().any(has_words)
}

/// Whether there is anything to read.
pub(super) fn has_words(block: &Block<'_>) -> bool {
    match block {
        Block::Paragraph(own) => !own.paragraph.span.is_empty(),
        Block::TextBox(inside) => inside.iter().any(has_words),
        Block::Table(table) => table.rows.iter().flatten().any(|cell| cell.blocks.iter().any(has_words)),
    }
}
