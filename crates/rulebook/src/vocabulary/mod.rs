//! The words that the rule book, the documents and the findings share: days, letters, kinds of
//! documents, organs and units, severities, languages.

pub mod date;
pub mod kinds;
pub mod language;
mod part_kind;
pub mod regex;
mod severity;
mod typography;
mod unit_kind;
pub mod vietnamese;
mod words;

pub use date::Date;
pub use kinds::{Class, Level, OrganKind, Stage};
pub use language::Language;
pub use part_kind::PartKind;
pub use severity::{Certainty, Evidence, Severity};
pub use typography::{Alignment, NumberFormat, Orientation, PagePosition};
pub use unit_kind::UnitKind;
pub use words::Words;
