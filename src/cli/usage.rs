//! Usage errors in the language of the user: what is wrong, what is allowed, where to read on.
//!
//! clap words its errors in English only; here they are worded anew from their kind and context.

use super::{Status, texts};
use crate::terminal::shown;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};
use std::ffi::OsString;
use std::io::{self, Write};
use thethuc_core::rulebook::vocabulary::Language;

/// Prints the help, the version or what is wrong with the arguments, and gives the status to end
/// with: asked-for help is no misuse.
pub fn end(error: &Error, command: &Command, arguments: &[OsString], language: Language) -> Status {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A closed pipe is quiet; there is nothing else to lose.
            let _ = error.print();
            Status::Clean
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            Status::Misuse
        }
        _ => {
            let sentence = sentence(error, command, arguments, language);
            let _ = io::stderr().write_all(shown(&sentence, false).as_bytes());
            Status::Misuse
        }
    }
}

/// The error with a hint on the argument that it concerns.
fn sentence(error: &Error, command: &Command, arguments: &[OsString], language: Language) -> String {
    let lead = language.pick("Lỗi: ", "Error: ");
    let mut text = format!("{lead}{}\n", what(error, language));
    if let Some(similar) = similar(error) {
        let meant = language.pick("Có phải ý bạn là", "Did you mean");
        text.extend(["  ", meant, " ", &similar, "?\n"]);
    }
    if let Some(hint) = hint(error, command, arguments, language) {
        text.extend(["  ", &hint, "\n"]);
    }
    let more = language
        .pick("Xem thêm: thethuc --help, thethuc check --help", "See thethuc --help, thethuc check --help");
    text + more + "\n"
}

/// What is wrong, in one sentence; kinds that have no words of ours keep those of clap.
fn what(error: &Error, language: Language) -> String {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
    let command = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
    let prior = context(error, ContextKind::PriorArg).unwrap_or_default();
    let vi = language == Language::Vi;
    match error.kind() {
        ErrorKind::UnknownArgument if vi => format!("không có tùy chọn “{argument}”."),
        ErrorKind::UnknownArgument => format!("there is no option “{argument}”."),
        ErrorKind::InvalidSubcommand if vi => format!("không có lệnh “{command}”."),
        ErrorKind::InvalidSubcommand => format!("there is no command “{command}”."),
        ErrorKind::InvalidValue if value.is_empty() && vi => format!("“{argument}” cần có giá trị."),
        ErrorKind::InvalidValue if value.is_empty() => format!("“{argument}” needs a value."),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if vi => {
            format!("giá trị “{value}” không dùng được cho “{argument}”.")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("the value “{value}” cannot be used for “{argument}”.")
        }
        ErrorKind::MissingRequiredArgument if vi => format!("thiếu {}.", argument.trim_end_matches('.')),
        ErrorKind::MissingRequiredArgument => format!("{} is missing.", argument.trim_end_matches('.')),
        ErrorKind::MissingSubcommand if vi => "thiếu lệnh.".to_owned(),
        ErrorKind::MissingSubcommand => "the command is missing.".to_owned(),
        ErrorKind::ArgumentConflict if !prior.is_empty() && prior != argument => match language {
            Language::Vi => format!("“{argument}” không đi cùng “{prior}”."),
            Language::En => format!("“{argument}” cannot be combined with “{prior}”."),
        },
        ErrorKind::ArgumentConflict if vi => {
            format!("“{argument}” được ghi nhiều lần hoặc không đi cùng tùy chọn khác.")
        }
        ErrorKind::ArgumentConflict => format!("“{argument}” is given twice or cannot be combined."),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues if vi => {
            format!("“{argument}” có thừa giá trị “{value}”.")
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            format!("“{argument}” takes no value “{value}”.")
        }
        ErrorKind::InvalidUtf8 if vi => "tham số không phải là chữ Unicode hợp lệ.".to_owned(),
        _ => error.kind().to_string(),
    }
}

/// What the error says of one of its circumstances, as text.
fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The nearest option, command or value that there is, in quotation marks.
fn similar(error: &Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    kinds.into_iter().find_map(|kind| context(error, kind)).map(|similar| format!("“{similar}”"))
}

/// The help text of the option that the error names, as the command has it that was called.
fn hint(error: &Error, command: &Command, arguments: &[OsString], language: Language) -> Option<String> {
    let named = context(error, ContextKind::InvalidArg)?;
    let long = named.split_whitespace().next()?.strip_prefix("--")?;
    let (path, called) = called(command, arguments);
    let all = called.get_arguments().chain(command.get_arguments());
    let id = all.into_iter().find(|argument| argument.get_long() == Some(long))?.get_id();
    let (_, text) = texts::argument(&path, id.as_str())?;
    Some(format!("--{long}: {}", language.pick(text.help[0], text.help[1])))
}

/// The command that was called, with the way to it: `rules list`.
fn called<'a>(command: &'a Command, arguments: &[OsString]) -> (String, &'a Command) {
    let mut path = Vec::new();
    let mut called = command;
    for argument in arguments.iter().skip(1) {
        if let Some(below) = called.find_subcommand(argument) {
            path.push(below.get_name());
            called = below;
        }
    }
    (path.join(" "), called)
}
