//! Help and wrong use.

use super::support::Folder;

#[test]
fn help_speaks_both_languages() {
    let folder = Folder::with(&[]);
    insta::assert_snapshot!("help-vi", folder.run(&["--help"]));
    insta::assert_snapshot!("help-en", folder.run(&["--help", "--lang", "en"]));
    insta::assert_snapshot!("help-check-vi", folder.run(&["check", "-h"]));
    insta::assert_snapshot!("help-check-en", folder.run(&["--lang=en", "check", "--help"]));
}

#[test]
fn no_command_prints_the_help_and_fails() {
    let ended = Folder::with(&[]).run(&[]);
    assert_eq!(ended.status, 2);
    assert!(ended.out.is_empty());
    assert!(ended.err.contains("Cách dùng: thethuc"));
}

#[test]
fn wrong_use_is_explained() {
    let folder = Folder::with(&[]);
    let wrong: [&[&str]; 8] = [
        &["chek", "a.md"],
        &["check"],
        &["check", "a.md", "--stag", "draft"],
        &["check", "a.md", "--stage", "ban-hành"],
        &["check", "a.md", "--as-of", "2026-02-30"],
        &["check", "a.md", "--as-of"],
        &["check", "a.md", "--jobs", "0"],
        &["check", "a.md", "--format", "json", "--format", "json"],
    ];
    let mut transcript = String::new();
    for arguments in wrong {
        for language in ["vi", "en"] {
            let ended = folder.run(&[arguments, &["--lang", language]].concat());
            assert_eq!(ended.status, 2, "{arguments:?}");
            let line = arguments.join(" ");
            transcript.extend([format!("$ thethuc {line} --lang {language}\n{ended}\n\n")]);
        }
    }
    insta::assert_snapshot!(transcript);
}

#[test]
fn the_language_follows_option_then_variable_then_locale() {
    let folder = Folder::with(&[]);
    let speaks = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = folder.command(arguments);
        command.env_remove("THETHUC_LANG").envs(variables.iter().copied());
        let output = command.output().expect("the program runs");
        if String::from_utf8_lossy(&output.stdout).contains("Usage:") { "en" } else { "vi" }
    };
    assert_eq!(speaks(&["--help"], &[("LC_ALL", "en_GB.UTF-8")]), "en");
    assert_eq!(speaks(&["--help"], &[("LC_ALL", "vi_VN.UTF-8"), ("LANG", "en_GB")]), "vi");
    assert_eq!(speaks(&["--help"], &[("LC_ALL", "en_GB"), ("THETHUC_LANG", "vi")]), "vi");
    assert_eq!(speaks(&["--help", "--lang", "en"], &[("THETHUC_LANG", "vi")]), "en");
    assert_eq!(speaks(&["--help"], &[("LC_ALL", "C")]), "vi");
}
