//! The command of clap, dressed in one language.
//!
//! clap knows one language. The derived command carries names and values alone; every text comes
//! from [`texts`].

use super::args::Cli;
use super::texts;
use clap::{Arg, Command, CommandFactory};
use thethuc_core::rulebook::vocabulary::Language;

/// The command line with all its help in `language`.
pub fn command(language: Language) -> Command {
    dressed_with_subcommands(Cli::command(), "", language)
}

/// The command and those below it, which are named by the whole way to them: `rules list`.
fn dressed_with_subcommands(command: Command, path: &str, language: Language) -> Command {
    let mut command = dressed(command, path, language);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let path = below(path, &name);
        command = command.mut_subcommand(&name, |sub| dressed_with_subcommands(sub, &path, language));
    }
    command
}

/// The way to a subcommand, as [`texts::commands`] names it.
fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path} {name}") }
}

/// One command with its texts, the headings around its arguments in the same language.
fn dressed(command: Command, name: &str, language: Language) -> Command {
    let usage = language.pick("Cách dùng:", "Usage:");
    let template = format!("{{before-help}}{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}");
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(language.pick("Lệnh", "Commands"))
        .mut_args(|argument| dressed_argument(argument, name, language));
    if let Some(text) = texts::command(name) {
        let pick = |both: texts::Both| language.pick(both[0], both[1]);
        command = command.about(pick(text.about)).override_usage(pick(text.usage));
        if !text.after[0].is_empty() {
            command = command.after_help(pick(text.after));
        }
    }
    command
}

/// One argument with its text. It keeps its place in the list of texts, so that their order is that
/// of the help.
fn dressed_argument(argument: Arg, command: &str, language: Language) -> Arg {
    let heading = if argument.is_positional() {
        language.pick("Đối số", "Arguments")
    } else {
        language.pick("Tùy chọn", "Options")
    };
    let argument = argument.help_heading(heading);
    let Some((order, text)) = texts::argument(command, argument.get_id().as_str()) else { return argument };
    let argument = argument.help(language.pick(text.help[0], text.help[1])).display_order(order);
    match language.pick(text.value[0], text.value[1]) {
        "" => argument,
        // Default and possible values stand in the text, with what they mean.
        value => argument.value_name(value).hide_default_value(true).hide_possible_values(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        command(Language::Vi).debug_assert();
        command(Language::En).debug_assert();
    }

    #[test]
    fn every_command_and_argument_has_a_text_and_every_text_an_owner() {
        let root = Cli::command();
        let mut commands = Vec::new();
        collect(&root, "", &mut commands);
        let mut seen = 0;
        for (name, owner) in &commands {
            assert!(texts::command(name).is_some(), "no text for the command “{name}”");
            for argument in owner.get_arguments() {
                let id = argument.get_id().as_str();
                let has_text = texts::arguments().any(|text| text.command == *name && text.id == id);
                assert!(has_text, "no text for “{id}” of “{name}”");
                seen += 1;
            }
        }
        assert_eq!(commands.len(), texts::commands().count());
        assert_eq!(seen, texts::arguments().count());
    }

    fn collect<'a>(command: &'a Command, path: &str, all: &mut Vec<(String, &'a Command)>) {
        all.push((path.to_owned(), command));
        for sub in command.get_subcommands() {
            collect(sub, &below(path, sub.get_name()), all);
        }
    }
}
