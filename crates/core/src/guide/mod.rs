//! What the rule book holds, gathered for people: the table of rules, how far the rules cover the
//! law, one rule explained, and what the registry knows.
//!
//! Stands above rules and examples, and knows nothing of how it is shown.

pub mod changes;
pub mod coverage;
pub mod explanation;
pub mod forms;
pub mod organs;
pub mod registry;
pub mod stock;
pub mod table;

pub use coverage::{Coverage, coverage};
pub use explanation::{Explanation, explain};
pub use forms::{FormRow, ModelRow, forms};
pub use table::{Filter, Row, table};
