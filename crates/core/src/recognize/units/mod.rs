//! The tree of units of a body, from labels as typed or as Word numbers them.
//!
//! A label is a word and a number (`Điều 3.`), a number (`1.`) or a letter (`a)`). Words tell a unit
//! for certain; bare numbers are also lists, dates and amounts, so they count by their place below a
//! larger unit and by the mark behind them, and are guessed where that mark is unusual. How labels are
//! read stands in [`label`], what is a heading behind one in [`heading`] and, where nothing sets headings
//! apart, in [`plain`].

mod heading;
mod label;
mod plain;

use super::lines::Reader;
use crate::document::{Unit, UnitKind};
use crate::rulebook::vocabulary::Certainty;
use crate::text::Span;
use crate::text::span::any_covers;
use heading::heading;
use label::Label;
pub use label::{begins_articles, begins_unit};

/// Reads the units of the paragraphs at `positions` that lie in no table and in no quotation.
/// An arena in order of the text, see [`Unit`]. A quotation may begin with a unit of its own: a
/// paragraph within one opens none.
pub fn recognize(reader: &Reader<'_>, positions: std::ops::Range<usize>, quoted: &[Span]) -> Vec<Unit> {
    let mut tree = Tree::default();
    let end = positions.end;
    let mut position = positions.start;
    while position < end {
        let paragraph = reader.paragraphs[position];
        let span = reader.span(paragraph);
        // The letter before the paragraph and its first one lie in the same quotation.
        let inside_quotes = span.start > 0 && any_covers(quoted, Span::new(span.start - 1, span.start + 1));
        let structural =
            reader.cell(paragraph).is_none() && !inside_quotes && !reader.words(span).starts_with(['“', '"']);
        let label = structural.then(|| label::of(reader, paragraph, &tree)).flatten();
        if let Some(label) = label {
            position = tree.open(reader, label, position, end);
        } else {
            tree.extend(span.end);
            position += 1;
        }
    }
    plain::titles(reader, &mut tree.units);
    tree.units
}

/// The tree while it grows: the arena and the chain of open units.
#[derive(Default)]
struct Tree {
    /// All units so far.
    units: Vec<Unit>,
    /// Open units from the root, each with the depth of its dotted number.
    open: Vec<(usize, usize)>,
    /// Whether an article was met: from then on Roman numerals are text.
    has_articles: bool,
    /// The letter of the last lettered section.
    lettered: Option<char>,
}

impl Tree {
    /// Roman headings (`I. MỤC ĐÍCH`) structure plans and reports; inside articles they are text.
    fn roman_allowed(&self) -> bool {
        !self.has_articles
    }

    /// Points stand below a clause, an article or a heading, never at the root.
    fn points_allowed(&self) -> bool {
        !self.open.is_empty()
    }

    /// Adds a unit below the open ones that can hold it; gives the position behind its heading.
    fn open(&mut self, reader: &Reader<'_>, label: Label, position: usize, end: usize) -> usize {
        let paragraph = reader.paragraphs[position];
        let span = reader.span(paragraph);
        self.has_articles |= label.kind == UnitKind::Article;
        if label.kind == UnitKind::Section && label.depth == 0 {
            self.lettered = label.number.chars().next();
        }
        self.close_above(&label);
        let parent = self.open.last().map(|(index, _)| *index);
        let index = self.units.len();
        if let Some(parent) = parent {
            self.units[parent].children.push(index);
        }
        let label_span = Span::new(span.start, span.start + label.length);
        let rest = Span::new(label_span.end, span.end).trim(&reader.draft.text);
        let (title, next) = heading(reader, label.kind, rest, position, end);
        let last = title.map_or(span.end, |title| title.end.max(span.end));
        self.units.push(Unit {
            kind: label.kind,
            number: label.number,
            value: label.value,
            suffix: label.suffix,
            label: label_span,
            label_text: label.shown,
            automatic: label.length == 0,
            title,
            title_certainty: Certainty::Certain,
            span: Span::new(span.start, last),
            parent,
            children: Vec::new(),
            certainty: label.certainty,
        });
        self.open.push((index, label.depth));
        self.extend(last);
        next
    }

    /// Closes the units that a new one of this kind and depth ends.
    /// A dotted number is held by the shorter one before it: `1.2.` by `1.`; a Roman one by the letter
    /// before it.
    fn close_above(&mut self, label: &Label) {
        while let Some((last, depth)) = self.open.last() {
            let kind = self.units[*last].kind;
            let nests = kind == label.kind && matches!(kind, UnitKind::Clause | UnitKind::Section);
            let holds = kind < label.kind || (nests && *depth < label.depth);
            if holds {
                break;
            }
            self.open.pop();
        }
    }

    /// The open units reach to `end`.
    fn extend(&mut self, end: usize) {
        for (index, _) in &self.open {
            self.units[*index].span.end = end;
        }
    }
}
