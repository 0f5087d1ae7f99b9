//! A path where a command is expected: who drops a file on the program, or types no more than its name, wants
//! it checked.

use super::args::Cli;
use clap::CommandFactory;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use thethuc_core::files::kind::{Kind, is_dossier};

/// Options of all commands that take a value behind them.
const WITH_VALUE: [&str; 2] = ["--lang", "--color"];
const CHECK: &str = "check";

/// The arguments, with `check` before the first of them that is a path. A command of that name wins.
pub fn completed(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if let Some(at) = first(&arguments).filter(|at| is_path(&arguments[*at])) {
        arguments.insert(at, CHECK.into());
    }
    arguments
}

/// The place of the first argument that is no option of all commands.
fn first(arguments: &[OsString]) -> Option<usize> {
    let mut at = 1;
    loop {
        let word = arguments.get(at)?.to_string_lossy();
        match word.as_ref() {
            option if WITH_VALUE.contains(&option) => at += 2,
            option if option.starts_with('-') => at += 1,
            _ => return Some(at),
        }
    }
}

/// Whether a word is a path rather than a command that is misspelt: it is there, or looks like one.
fn is_path(word: &OsStr) -> bool {
    let text = word.to_string_lossy();
    if Cli::command().find_subcommand(text.as_ref()).is_some() {
        return false;
    }
    Path::new(word).exists()
        || text.contains(['/', '\\'])
        || Kind::of(&text) != Kind::Unknown
        || is_dossier(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> String {
        let arguments = completed(line.split(' ').map(OsString::from).collect());
        arguments.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_path_means_check() {
        assert_eq!(of("thethuc a.docx b.md"), "thethuc check a.docx b.md");
        assert_eq!(of("thethuc --lang en ../a"), "thethuc --lang en check ../a");
        assert_eq!(of("thethuc --lang=en src --quiet"), "thethuc --lang=en check src --quiet");
        assert_eq!(of("thethuc a.doc"), "thethuc check a.doc");
    }

    #[test]
    fn commands_and_slips_stay_what_they_are() {
        for line in
            ["thethuc", "thethuc chekc a.docx", "thethuc check a.docx", "thethuc --help", "thethuc --lang"]
        {
            assert_eq!(of(line), line);
        }
    }
}
