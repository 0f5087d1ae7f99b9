//! `thethuc rules`: what the rule book holds, and what an office does with rules of its own.

mod attempt;
mod begin;
mod compare;
mod tidy;

use super::args::{CoverageArgs, ListArgs, ReportFormat, RulesCommand, TestArgs};
use super::output::{Failure, Output, written};
use super::{Status, book, clock, selection};
use crate::terminal;
use crate::terminal::guide::{self as shown, Shown};
use std::collections::BTreeSet;
use thethuc_core::checker::verify;
use thethuc_core::guide::{self, Filter};
use thethuc_core::report::guide::json;
use thethuc_core::trial::{lacking, test_rules, test_some};

/// The JSON Schema of rule files, as it is made from the types that read them.
const SCHEMA: &str = include_str!("../../rules/schema.json");

/// Does what is asked of the rule book.
///
/// # Errors
/// The rules of a folder have faults, a group, regime or rule is unknown, or the output is closed.
pub fn run(command: &RulesCommand, output: &mut Output) -> Result<Status, Failure> {
    match command {
        RulesCommand::List(arguments) => list(arguments, output),
        RulesCommand::Coverage(arguments) => coverage(arguments, output),
        RulesCommand::Test(arguments) => test(arguments, output),
        RulesCommand::Init(arguments) => begin::run(arguments, output),
        RulesCommand::Fmt(arguments) => tidy::run(arguments, output),
        RulesCommand::Try(arguments) => attempt::run(arguments, output),
        RulesCommand::Diff(arguments) => compare::run(arguments, output),
        RulesCommand::Schema => {
            output.write(SCHEMA)?;
            Ok(Status::Clean)
        }
    }
}

/// Lists the rules of a group, of a regime, or all.
fn list(arguments: &ListArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = book::load(arguments.rules.as_deref()).map_err(Failure)?;
    let filter = Filter { group: arguments.group.clone(), regime: arguments.regime.clone() };
    if let Some(group) = &filter.group {
        let known: BTreeSet<&str> = book.rule_ids().map(guide::table::group).collect();
        selection::verify_one(group, &known, ("nhóm", "group")).map_err(Failure)?;
    }
    if let Some(regime) = &filter.regime {
        let known = book.regimes().iter().map(|regime| regime.id.as_str()).collect();
        selection::verify_one(regime, &known, ("khung pháp luật", "regime")).map_err(Failure)?;
    }
    let rows = guide::table(&book, &filter);
    output.write(&match arguments.format {
        ReportFormat::Terminal => {
            shown::table(&rows, output.screen) + &terminal::replacing(&book::replacing(&book), output.screen)
        }
        ReportFormat::Json => written(json::table(&rows, &book::replacing(&book)))?,
    })?;
    Ok(Status::Clean)
}

/// Tells how far the rules cover the law.
fn coverage(arguments: &CoverageArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = book::load(arguments.rules.as_deref()).map_err(Failure)?;
    let coverage = guide::coverage(&book);
    let listed = Shown { uncovered: arguments.uncovered, not_checkable: arguments.not_checkable };
    output.write(&match arguments.format {
        ReportFormat::Terminal => shown::coverage(&coverage, listed, output.screen),
        ReportFormat::Json => written(json::coverage(&coverage))?,
    })?;
    Ok(Status::Clean)
}

/// Runs the examples of the rules that are named, by id or group, or of all. An example that fails
/// gives the status of findings; a regime without an example is only listed, for the rule itself
/// may be right.
fn test(arguments: &TestArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = book::load(arguments.rules.as_deref()).map_err(Failure)?;
    verify(&book, &arguments.names).map_err(|error| Failure(error.words()))?;
    let names: Vec<&str> = arguments.names.iter().map(|name| book.resolve(name).unwrap_or(name)).collect();
    let today = clock::needed().map_err(Failure)?;
    let is_named = |id: &str| names.iter().any(|name| *name == id || *name == guide::table::group(id));
    let results =
        if names.is_empty() { test_rules(&book, today) } else { test_some(&book, today, &is_named) };
    let lacking = lacking(&book, &results);
    output.write(&match arguments.format {
        ReportFormat::Terminal => shown::examples(&results, &lacking, output.screen),
        ReportFormat::Json => written(json::examples(&results, &lacking))?,
    })?;
    let failed = results.iter().any(|result| result.fault.is_some());
    Ok(if failed { Status::Findings } else { Status::Clean })
}
