//! The command line: the only room that touches the file system, the clock, the environment and
//! the terminal.
//!
//! Each command is a file with `run`. They read what the user names, call the core, write what it
//! says, and end in a [`Status`]. No command knows a rule, a clause or the inside of a file format.

mod annotate;
mod args;
mod bare;
mod before;
mod book;
mod bytes;
mod check;
mod clock;
mod completions;
mod config;
mod copies;
mod decided;
mod dossier;
mod explain;
mod folder;
mod forms;
mod help;
mod inputs;
mod known;
mod language;
mod list;
mod manual;
mod new;
mod open;
mod output;
mod pack;
mod packing;
mod paths;
mod progress;
mod queue;
mod registry;
mod regular;
mod rules;
mod selection;
mod setup;
mod show;
mod since;
mod sinks;
mod stale;
mod system;
mod texts;
mod usage;
mod watch;
mod whole_file;

use args::Command;
use clap::FromArgMatches;
use output::{Failure, Output};
use std::process::ExitCode;
use thethuc_core::finding::Words;

/// How a run ended; the number is the exit status of the process. Ordered: the greater one wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing at or above the severity that fails.
    Clean = 0,
    /// Findings.
    Findings = 1,
    /// Wrong use, configuration or rules.
    Misuse = 2,
    /// Some input could not be read or judged, or there was none; the others were checked.
    Unreadable = 3,
}

impl From<Status> for ExitCode {
    /// The numbers are part of the contract with scripts and CI; they never change their meaning.
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Runs the command line of this process. The language is found first, because help and usage
/// errors speak it too.
pub fn main() -> ExitCode {
    let arguments = bare::completed(std::env::args_os().collect());
    let language = language::chosen(&arguments);
    let command = help::command(language);
    let cli = match command.clone().try_get_matches_from(&arguments) {
        Ok(matches) => args::Cli::from_arg_matches(&matches),
        Err(error) => Err(error),
    };
    let cli = match cli {
        Ok(cli) => cli,
        Err(error) => return usage::end(&error, &command, &arguments, language).into(),
    };
    let mut output = Output::new(language, cli.color);
    output.is_language_chosen = cli.lang.is_some() || language::is_in_environment();
    let ended = match cli.command {
        Command::Check(options) => check::run(&options, &mut output),
        Command::Annotate(options) => annotate::run(&options, &mut output),
        Command::Open(options) => open::run(&options, &mut output),
        Command::Show(options) => show::run(&options, &mut output),
        Command::New(options) => new::run(&options, &mut output),
        Command::Init(options) => config::init::run(&options, &mut output),
        Command::Config { command } => config::run(&command, &mut output),
        Command::Explain(options) => explain::run(&options, &mut output),
        Command::Rules { command } => rules::run(&command, &mut output),
        Command::Registry { command } => registry::run(&command, &mut output),
        Command::Pack(options) => packing::run(&options, &mut output),
        Command::Completions(options) => completions::run(&options, &mut output),
        Command::Man(options) => manual::run(&options, &mut output),
    };
    match ended {
        Ok(status) => status.into(),
        Err(Failure(words)) => {
            output::complain(words.in_language(language), language);
            Status::Misuse.into()
        }
    }
}

/// Words in both languages, Vietnamese first.
fn words(vi: impl Into<String>, en: impl Into<String>) -> Words {
    Words { vi: vi.into(), en: en.into() }
}
