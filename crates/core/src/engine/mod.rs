//! The rule engine: selects nodes of a document, runs the checks of the rules, makes findings.
//!
//! It takes a draft, the document that recognition made of it, a rule book and what the caller states,
//! and gives findings and the reasons for what could not be judged. It never sees XML or files, and no
//! law is written in it: what is demanded of whom stands in the rule book alone.

mod applies;
pub mod check;
pub mod context;
mod fixes;
pub mod flow;
mod gap;
mod identity;
pub mod judge;
mod named;
pub mod node;
pub mod outcome;
mod places;
mod run;
pub mod select;
mod select_body;
mod sizes;
mod territory;
mod yielding;

pub use judge::{Judged, Options, judge};
pub use run::{Judgement, applies_to, run};
