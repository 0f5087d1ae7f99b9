//! The language, which must be known before the arguments are parsed: help and usage errors speak it.

use std::ffi::OsString;
use thethuc_core::rulebook::vocabulary::Language;

/// The language asked for by `--lang`, else by `THETHUC_LANG`, else by the locale, else Vietnamese. Windows in
/// Vietnamese offices often speaks English, so there the language of the system tells nothing of who uses it.
pub fn chosen(arguments: &[OsString]) -> Language {
    from_arguments(arguments)
        .or_else(|| from_variable("THETHUC_LANG"))
        .or_else(|| from_variable("LC_ALL"))
        .or_else(|| from_variable("LC_MESSAGES"))
        .or_else(|| from_variable("LANG"))
        .or_else(of_system)
        .unwrap_or_default()
}

/// The language of the system, where it means something.
fn of_system() -> Option<Language> {
    let locale = if cfg!(windows) { None } else { sys_locale::get_locale() };
    locale.map(|locale| Language::from_locale(&locale))
}

/// Whether the environment of this program, rather than that of the machine, says the language.
pub fn is_in_environment() -> bool {
    from_variable("THETHUC_LANG").is_some()
}

/// The value of `--lang vi` or `--lang=vi`; a wrong value is left to clap to complain about.
fn from_arguments(arguments: &[OsString]) -> Option<Language> {
    let words: Vec<_> = arguments.iter().map(|word| word.to_string_lossy()).collect();
    let options = words.iter().position(|word| word == "--").map_or(&words[..], |end| &words[..end]);
    let joined = options.iter().rev().find_map(|word| word.strip_prefix("--lang="));
    let apart = || options.windows(2).rev().find(|pair| pair[0] == "--lang").map(|pair| pair[1].as_ref());
    match joined.or_else(apart)? {
        "en" => Some(Language::En),
        "vi" => Some(Language::Vi),
        _ => None,
    }
}

/// The language of a locale in an environment variable (`en_US.UTF-8`); an empty one counts as
/// none.
fn from_variable(name: &str) -> Option<Language> {
    let value = std::env::var(name).ok().filter(|value| !value.is_empty())?;
    Some(Language::from_locale(&value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<Language> {
        from_arguments(&line.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_option_is_found_in_both_spellings() {
        assert_eq!(of("thethuc check --lang en a.md"), Some(Language::En));
        assert_eq!(of("thethuc --lang=vi check a.md"), Some(Language::Vi));
        assert_eq!(of("thethuc check -- --lang=en"), None);
        assert_eq!(of("thethuc check --lang fr"), None);
    }
}
