//! Structural addresses: where something is, step by step, and in the words of a lawyer.
//!
//! An address is a value, so that two of them can be compared and every face says them in its own
//! language. What bears a number of the law is cited as the law itself does, from small to large
//! (`điểm b khoản 2 Điều 3`); what only has a name is told like a table of contents, from large to small
//! (`Phần mở đầu, Quốc hiệu`).

use super::{ComponentKind, Part, PartKind, UnitKind};
use crate::draft::CellAddress;
use crate::rulebook::bilingual::fill;
use crate::rulebook::vocabulary::Language;
use crate::rulebook::vocabulary::Words;

/// One step of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The document as a whole.
    Document,
    /// A text attached to the act, with the name of its form (`Quy chế`) where that is known.
    Attached(Option<String>),
    /// An appendix, with its number where it has one.
    Appendix(Option<String>),
    /// A page header.
    PageHeader,
    /// A page footer.
    PageFooter,
    /// A footnote or an endnote.
    Footnote,
    /// A component, with its number among its like from 1.
    Component(ComponentKind, usize),
    /// A unit, with its number as written.
    Unit(UnitKind, String),
    /// A cell of a table; its indices count from 0, as those of a draft do.
    Cell(CellAddress),
    /// A paragraph of the draft, from 1.
    Paragraph(usize),
    /// The pages of a section, from 1; without a number where all pages are of one section.
    Pages(Option<usize>),
}

/// A structural address: its steps from large to small.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    steps: Vec<Step>,
}

impl Address {
    /// The address with these steps, from large to small.
    pub const fn of(steps: Vec<Step>) -> Self {
        Self { steps }
    }

    /// A part as a whole, for what is missing in it.
    pub fn whole(part: &Part) -> Self {
        Self::of(vec![Step::part(part).unwrap_or(Step::Document)])
    }

    /// A section of pages, counted from 1, where there are several.
    pub fn pages(number: usize, several: bool) -> Self {
        Self::of(vec![Step::Pages(several.then_some(number))])
    }

    /// The steps from large to small.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What people are told: `điểm b khoản 2 Điều 3 Quy chế kèm theo`, `Phụ lục I, Đoạn 40`.
    pub fn words(&self) -> Words {
        let named: Vec<Words> = self.steps.iter().filter_map(Step::name).collect();
        let mut cited = self.cited();
        let join = |list: &[Words], language: Language, between: &str| {
            list.iter().map(|words| words.in_language(language)).collect::<Vec<_>>().join(between)
        };
        let (vi, en) = (Language::Vi, Language::En);
        if cited.is_empty() {
            return Words { vi: join(&named, vi, ", "), en: join(&named, en, ", ") };
        }
        cited.extend(named.into_iter().rev());
        Words { vi: join(&cited, vi, " "), en: join(&cited, en, ", ") }
    }

    /// The units from small to large. `khoản 2.1` says by itself that it belongs to `khoản 2`.
    fn cited(&self) -> Vec<Words> {
        let mut cited = Vec::new();
        let mut smaller: Option<(UnitKind, &str)> = None;
        for step in self.steps.iter().rev() {
            let Step::Unit(kind, number) = step else { continue };
            let is_told = smaller.is_some_and(|(own, label)| {
                own == *kind && label.strip_prefix(number.as_str()).is_some_and(|rest| rest.starts_with('.'))
            });
            if !is_told {
                cited.push(Words {
                    vi: format!("{} {number}", kind.word()),
                    en: format!("{} {number}", kind.english()),
                });
            }
            smaller = Some((*kind, number));
        }
        cited
    }
}

impl Step {
    /// The step into a part; none into the act, which is the document itself.
    pub(super) fn part(part: &Part) -> Option<Self> {
        match part.kind {
            PartKind::Act => None,
            PartKind::Attached => Some(Self::Attached(part.form_name.clone())),
            PartKind::Appendix => Some(Self::Appendix(part.appendix_number.clone())),
        }
    }

    /// The kind of the step as the schemas name it.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Attached(_) => "attached",
            Self::Appendix(_) => "appendix",
            Self::PageHeader => "page_header",
            Self::PageFooter => "page_footer",
            Self::Footnote => "footnote",
            Self::Component(kind, _) => kind.name(),
            Self::Unit(kind, _) => match kind {
                UnitKind::Part => "part",
                UnitKind::Chapter => "chapter",
                UnitKind::Section => "section",
                UnitKind::Subsection => "subsection",
                UnitKind::Article => "article",
                UnitKind::Clause => "clause",
                UnitKind::Point => "point",
            },
            Self::Cell(_) => "table_cell",
            Self::Paragraph(_) => "paragraph",
            Self::Pages(_) => "page_section",
        }
    }

    /// What tells the step from its like: a number as written, or counted from 1 (a cell: table, row and
    /// column); `None` where there is nothing to count.
    pub fn label(&self) -> Option<String> {
        match self {
            Self::Document | Self::PageHeader | Self::PageFooter | Self::Footnote => None,
            Self::Attached(name) | Self::Appendix(name) => name.clone(),
            Self::Component(_, number) | Self::Paragraph(number) => Some(number.to_string()),
            Self::Unit(_, number) => Some(number.clone()),
            Self::Cell(cell) => Some(format!("{}.{}.{}", cell.table + 1, cell.row + 1, cell.column + 1)),
            Self::Pages(number) => number.map(|number| number.to_string()),
        }
    }

    /// What people call the step; `None` for units, which are cited, and for cells, which have no name.
    fn name(&self) -> Option<Words> {
        let same = |vi: &str, en: &str| Some(Words { vi: vi.to_owned(), en: en.to_owned() });
        match self {
            Self::Document => same("Toàn văn bản", "Whole document"),
            Self::Attached(form) => {
                let form = form.as_deref().unwrap_or("Văn bản");
                same(&format!("{form} kèm theo"), "Attached regulation")
            }
            Self::Appendix(None) => same("Phụ lục", "Appendix"),
            Self::Appendix(Some(number)) => same(&format!("Phụ lục {number}"), &format!("Appendix {number}")),
            Self::PageHeader => same("Đầu trang", "Page header"),
            Self::PageFooter => same("Chân trang", "Page footer"),
            Self::Footnote => same("Chú thích cuối trang", "Footnote"),
            Self::Component(kind, number) => {
                let (vi, en) = kind.place()?;
                let number = number.to_string();
                let say = |place: &str| fill(place, |name| (name == "number").then_some(&*number));
                same(&say(vi), &say(en))
            }
            Self::Unit(..) | Self::Cell(_) => None,
            Self::Paragraph(number) => same(&format!("Đoạn {number}"), &format!("Paragraph {number}")),
            Self::Pages(None) => same("Định dạng trang", "Page layout"),
            Self::Pages(Some(number)) => same(
                &format!("Định dạng trang, phân đoạn {number}"),
                &format!("Page layout, section {number}"),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(steps: Vec<Step>) -> (String, String) {
        let words = Address::of(steps).words();
        (words.vi, words.en)
    }

    fn unit(kind: UnitKind, number: &str) -> Step {
        Step::Unit(kind, number.to_owned())
    }

    #[test]
    fn units_are_cited_from_small_to_large() {
        let chain =
            || vec![unit(UnitKind::Article, "3"), unit(UnitKind::Clause, "2"), unit(UnitKind::Point, "b")];
        let (vi, en) = words(chain());
        assert_eq!((vi.as_str(), en.as_str()), ("điểm b khoản 2 Điều 3", "point b, clause 2, Article 3"));
        let mut attached = vec![Step::Attached(Some("Quy chế".to_owned()))];
        attached.extend(chain());
        assert_eq!(words(attached).0, "điểm b khoản 2 Điều 3 Quy chế kèm theo");
    }

    #[test]
    fn a_number_with_a_dot_says_to_what_it_belongs() {
        let chain = [unit(UnitKind::Clause, "2"), unit(UnitKind::Clause, "2.2"), unit(UnitKind::Point, "b")];
        assert_eq!(words(chain.to_vec()).0, "điểm b khoản 2.2");
        let other = [unit(UnitKind::Clause, "2"), unit(UnitKind::Clause, "21")];
        assert_eq!(words(other.to_vec()).0, "khoản 21 khoản 2");
    }

    #[test]
    fn names_are_told_from_large_to_small_and_cells_have_none() {
        let appendix = Step::Appendix(Some("I".to_owned()));
        let cell = Step::Cell(CellAddress { table: 1, row: 2, column: 0 });
        assert_eq!(cell.label().as_deref(), Some("2.3.1"));
        let (vi, en) = words(vec![appendix, cell, Step::Paragraph(40)]);
        assert_eq!((vi.as_str(), en.as_str()), ("Phụ lục I, Đoạn 40", "Appendix I, Paragraph 40"));
        assert_eq!(words(vec![Step::Component(ComponentKind::Basis, 3)]).0, "Căn cứ thứ 3");
    }
}
