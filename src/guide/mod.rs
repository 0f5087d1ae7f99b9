//! What the rule book holds, gathered for people: the table of rules, how far the rules cover the
//! law, and one rule explained.
//!
//! Stands above rules and examples, and knows nothing of how it is shown.

pub mod coverage;
pub mod explanation;
pub mod table;

pub use coverage::{Coverage, coverage};
pub use explanation::{Explanation, explain};
pub use table::{Filter, Row, table};
