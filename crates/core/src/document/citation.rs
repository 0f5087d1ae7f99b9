//! Instruments and units that a document refers to.

use super::unit::UnitKind;
use crate::text::{Date, Span};
use serde::Serialize;

/// A cited instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// All its words, without those of the amending instruments.
    pub span: Span,
    /// Kind as written, in sentence case: `Luật`, `Nghị định`, `Quyết định`.
    pub kind: String,
    /// Number and symbol in canonical spelling: `30/2020/NĐ-CP`, `72/2025/QH15`.
    pub number: Option<String>,
    /// The words of number and symbol.
    pub number_span: Option<Span>,
    /// The issuer (`Chính phủ`, `Bộ trưởng Bộ Tài chính`).
    pub issuer: Option<Span>,
    /// The date.
    pub date: Option<CitedDate>,
    /// The title.
    pub title: Option<Span>,
    /// Instruments cited as amending this one (`được sửa đổi, bổ sung bởi …`): indices into
    /// [`super::Document::citations`].
    pub amended_by: Vec<usize>,
    /// Whether it is cited as amending another one.
    pub is_amender: bool,
    /// Whether it stands in a basis: index of the part and of the basis.
    pub basis: Option<(usize, usize)>,
}

/// The date of a cited instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedDate {
    /// Its words.
    pub span: Span,
    /// The day; `None` when the words are no day of the calendar (`09/6/20205`).
    pub date: Option<Date>,
    /// Whether it is written in words (`ngày 19 tháng 6 năm 2015`) and not as `19/6/2015`.
    pub in_full: bool,
}

/// Where a reference leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "&'static str")]
pub enum ReferenceTarget {
    /// The part it stands in (`Điều này`, `khoản 2 Điều này`, `Điều 4 Quyết định này`).
    ThisPart,
    /// Another part of this file (`Quy định ban hành kèm theo Quyết định này`).
    OtherPart(usize),
    /// Another instrument.
    OtherInstrument,
    /// It cannot be told.
    Unknown,
}

impl ReferenceTarget {
    /// The part of this file that it leads to from a part.
    pub const fn part(self, from: usize) -> Option<usize> {
        match self {
            Self::ThisPart => Some(from),
            Self::OtherPart(index) => Some(index),
            Self::OtherInstrument | Self::Unknown => None,
        }
    }
}

impl From<ReferenceTarget> for &'static str {
    fn from(target: ReferenceTarget) -> Self {
        match target {
            ReferenceTarget::ThisPart => "this-part",
            ReferenceTarget::OtherPart(_) => "other-part",
            ReferenceTarget::OtherInstrument => "other-instrument",
            ReferenceTarget::Unknown => "unknown",
        }
    }
}

/// A reference to a unit or an appendix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InternalReference {
    /// All its words.
    pub span: Span,
    /// The units named, in the order of the words, each with its number as written.
    pub path: Vec<(UnitKind, String)>,
    /// The number of the appendix that is named; then the path is empty.
    pub appendix: Option<String>,
    /// The unit that holds the words, as an index into the units of its part.
    pub from: Option<usize>,
    /// The part that holds the words.
    pub part: usize,
    /// Where it leads.
    pub target: ReferenceTarget,
    /// Whether clauses or points of a document without articles are named: `khoản 3 Kế hoạch này`.
    pub of_whole: bool,
}
