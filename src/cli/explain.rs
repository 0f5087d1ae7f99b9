//! `thethuc explain`: one rule, for people.

use super::args::ExplainArgs;
use super::output::{Failure, Output};
use super::{Status, book, clock, selection};
use crate::terminal::guide as shown;
use thethuc_core::guide;

/// Explains the rule. Former ids (`was`) lead to the rule of today; the example is checked as of
/// today.
///
/// # Errors
/// There is no such rule (with the one that was probably meant), the rules have faults, or the
/// clock is wrong.
pub fn run(arguments: &ExplainArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = book::load(arguments.rules.as_deref()).map_err(Failure)?;
    let rule = book.resolve(&arguments.rule).unwrap_or(&arguments.rule);
    selection::verify_rule(rule, &book).map_err(Failure)?;
    let today = clock::needed().map_err(Failure)?;
    if let Some(explanation) = guide::explain(&book, rule, today) {
        output.write(&shown::explanation(&explanation, output.screen))?;
    }
    Ok(Status::Clean)
}
