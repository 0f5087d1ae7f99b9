//! The law and the rules that come with thethuc: the files of `rules/`, checked when the program is
//! built, and embedded.
//!
//! Nothing but programs depends on this crate: a changed comma in a rule rebuilds it and relinks them.

use thethuc_rulebook::RuleBook;
use thethuc_rulebook::embedded::{Embedded, EmbeddedRule};

include!(concat!(env!("OUT_DIR"), "/book.rs"));

/// The rule book that comes with thethuc. Making it costs no YAML: everything was read and checked
/// by the build.
///
/// ```
/// let book = thethuc_law::book();
/// assert!(book.rule("format/national-name").is_some());
/// ```
///
/// An own folder is added to it with [`RuleBook::with_own`].
pub fn book() -> RuleBook {
    RuleBook::embedded(&BOOK)
}
