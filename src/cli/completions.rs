//! `thethuc completions`: what a shell needs to complete commands, options and their values.

use super::args::CompletionsArgs;
use super::output::{Failure, Output};
use super::{Status, help};
use clap_complete::Generator;

/// The name that people type, which the shell completes behind.
const PROGRAM: &str = "thethuc";

/// Writes the completions; what shells show beside a candidate is the help in the language of the run.
///
/// # Errors
/// The output is closed.
pub fn run(arguments: &CompletionsArgs, output: &mut Output) -> Result<Status, Failure> {
    let mut command = help::command(output.screen.language);
    command.set_bin_name(PROGRAM);
    command.build();
    let mut script = Vec::new();
    arguments.shell.try_generate(&command, &mut script)?;
    output.write(&String::from_utf8_lossy(&script))?;
    Ok(Status::Clean)
}
