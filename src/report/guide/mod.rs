//! The rule book shown to people: the table of rules, the coverage of the law, one rule explained,
//! what became of the examples, what the registry knows, and the pages of `docs/rules/`.

mod coverage;
mod example;
mod explanation;
pub mod json;
mod pages;
mod registry;
mod say;
mod table;

pub use coverage::{Shown, coverage};
pub use example::examples;
pub use explanation::explanation;
pub use pages::{Page, pages};
pub use registry::known;
pub use table::table;
