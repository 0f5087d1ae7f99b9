//! The rule engine: selects nodes of a document, runs the checks of the rules, makes findings.

mod applies;
pub mod check;
pub mod context;
pub mod flow;
mod gap;
mod identity;
pub mod judge;
pub mod node;
pub mod outcome;
mod places;
mod run;
pub mod select;
mod select_body;
mod territory;

pub use judge::{Judged, Options, judge};
pub use run::{Judgement, applies_to, run};
