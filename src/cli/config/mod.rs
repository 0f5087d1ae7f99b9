//! Finds the configurations that hold for each draft: `thethuc.yaml` in its folder and in those above it.
//!
//! What a file may say stands in [`thethuc_core::rulebook::config`]; here files are found and read, and their
//! paths made those of this machine.

pub mod chain;
pub mod holding;
pub mod init;
pub mod read;
mod rows;
mod show;

use super::Status;
use super::args::ConfigCommand;
use super::output::{Failure, Output};

/// The JSON Schema of a configuration, as it is made from the types that read it.
const SCHEMA: &str = include_str!("../../../docs/thethuc.schema.json");

/// Does what is asked of the configuration.
///
/// # Errors
/// There is no such draft, what the command line names is faulty, or the output is closed.
pub fn run(command: &ConfigCommand, output: &mut Output) -> Result<Status, Failure> {
    match command {
        ConfigCommand::Show(arguments) => show::run(arguments, output),
        ConfigCommand::Schema => {
            output.write(SCHEMA)?;
            Ok(Status::Clean)
        }
    }
}
