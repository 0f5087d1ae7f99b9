//! `thethuc explain`: one rule, for people.

use super::args::ExplainArgs;
use super::book::Book;
use super::output::{Failure, Output};
use super::{Status, clock, selection};
use crate::terminal::guide as shown;
use thethuc_core::guide;

/// Explains the rule.
pub fn run(arguments: &ExplainArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = Book::load(arguments.rules.as_deref()).map_err(Failure::Words)?;
    let rule = book.inner().resolve(&arguments.rule).unwrap_or(&arguments.rule);
    selection::verify_rule(rule, &book.rules()).map_err(Failure::Words)?;
    let today = clock::needed().map_err(Failure::Words)?;
    if let Some(explanation) = guide::explain(book.inner(), rule, today) {
        output.write(&shown::explanation(&explanation, output.screen))?;
    }
    Ok(Status::Clean)
}
