//! `thethuc man`: the help as manual pages.
//!
//! clap_mangen writes the headings around our texts in English; they are set anew in the language of the run.

use super::args::ManArgs;
use super::bytes::shown;
use super::output::{Failure, Output};
use super::system::reason;
use super::whole_file::WholeFile;
use super::{Status, help, words};
use clap::Command;
use clap_mangen::Man;
use std::io;
use std::path::Path;
use thethuc_core::rulebook::vocabulary::Language;

/// The headings that clap_mangen writes, with those of a page in Vietnamese and in English.
const HEADINGS: [(&str, [&str; 2]); 5] = [
    ("NAME", ["TÊN", "NAME"]),
    ("SYNOPSIS", ["CÁCH DÙNG", "SYNOPSIS"]),
    ("DESCRIPTION", ["MÔ TẢ", "DESCRIPTION"]),
    ("EXTRA", ["THÔNG TIN THÊM", "MORE"]),
    ("VERSION", ["PHIÊN BẢN", "VERSION"]),
];

/// Writes the page of the command that was named, or those of all commands into a folder.
///
/// # Errors
/// There is no such command, or the pages cannot be written.
pub fn run(arguments: &ManArgs, output: &mut Output) -> Result<Status, Failure> {
    let language = output.screen.language;
    let mut program = help::command(language);
    program.build();
    if let Some(folder) = &arguments.out_dir {
        std::fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
        write_below(&program, folder, language)?;
        return Ok(Status::Clean);
    }
    let mut command = &program;
    for name in &arguments.command {
        command = command.find_subcommand(name).ok_or_else(|| unknown(&arguments.command))?;
    }
    output.write(&page(command, language)?)?;
    Ok(Status::Clean)
}

/// Writes the pages of a command and of those below it, `thethuc-rules-list.1`.
fn write_below(command: &Command, folder: &Path, language: Language) -> Result<(), Failure> {
    let path = folder.join(Man::new(command.clone()).get_filename());
    let text = page(command, language)?;
    let written = WholeFile::begin(&path).and_then(|mut file| {
        file.write(text.as_bytes())?;
        file.keep()
    });
    written.map_err(|error| not_written(&path, &error))?;
    command.get_subcommands().try_for_each(|below| write_below(below, folder, language))
}

/// The page of a command.
fn page(command: &Command, language: Language) -> Result<String, Failure> {
    let mut written = Vec::new();
    let source = format!("thethuc {}", env!("CARGO_PKG_VERSION"));
    Man::new(command.clone()).source(source).render(&mut written)?;
    let text = String::from_utf8_lossy(&written);
    Ok(text.lines().map(|line| headed(line, language) + "\n").collect())
}

/// A line of a page, in the language of the run if it is a heading.
fn headed(line: &str, language: Language) -> String {
    let title = line.strip_prefix(".SH ");
    let known = HEADINGS.iter().find(|(name, _)| title == Some(*name));
    known.map_or_else(|| line.to_owned(), |(_, [vi, en])| format!(".SH \"{}\"", language.pick(vi, en)))
}

fn unknown(names: &[String]) -> Failure {
    let name = names.join(" ");
    Failure(words(
        format!("không có lệnh “{name}”; xem các lệnh: thethuc --help."),
        format!("there is no command “{name}”; the commands: thethuc --help."),
    ))
}

fn not_written(path: &Path, error: &io::Error) -> Failure {
    let path = shown(path);
    Failure(words(
        format!("không ghi được “{path}” ({}); hãy chọn một thư mục ghi được.", reason(error)),
        format!("“{path}” could not be written ({error}); choose a folder that can be written to."),
    ))
}
