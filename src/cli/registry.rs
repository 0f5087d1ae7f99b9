//! `thethuc registry`: what is known of instruments and administrative units.

use super::args::{RegistryCommand, RegistryShowArgs, ReportFormat};
use super::output::{Failure, Output};
use super::rules::written;
use super::{Status, book};
use crate::terminal::guide as shown;
use thethuc_core::guide::registry::{look_up, unknown};
use thethuc_core::report::guide::json;

/// Does what is asked of the registry.
///
/// # Errors
/// The rules of a folder have faults, or the output is closed.
pub fn run(command: &RegistryCommand, output: &mut Output) -> Result<Status, Failure> {
    match command {
        RegistryCommand::Show(arguments) => show(arguments, output),
    }
}

/// Shows the instruments and units of a name. That none is known is an answer, with the status of
/// findings, so that a script can ask.
fn show(arguments: &RegistryShowArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = book::load(arguments.rules.as_deref()).map_err(Failure::Words)?;
    let known = look_up(book.registry(), &arguments.name);
    match arguments.format {
        ReportFormat::Json => output.write(&written(json::known(&known))?)?,
        ReportFormat::Terminal if known.is_empty() => {
            let said = unknown(&arguments.name);
            output.write(&format!("{}\n", said.in_language(output.screen.language)))?;
        }
        ReportFormat::Terminal => output.write(&shown::known(&known, output.screen))?,
    }
    Ok(if known.is_empty() { Status::Findings } else { Status::Clean })
}
