//! The rule book shown to people: the table of rules, the coverage of the law, one rule explained,
//! what became of the examples, what the registry knows.

mod coverage;
mod example;
mod explanation;
mod forms;
mod registry;
mod stock;
mod table;

pub use coverage::{Shown, coverage, cut};
pub use example::examples;
pub use explanation::explanation;
pub use forms::forms;
pub use registry::known;
pub use stock::stock;
pub use table::{padded, table};
