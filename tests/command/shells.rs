//! `thethuc completions` and `thethuc man`.

use super::support::Folder;

#[test]
fn every_shell_is_given_all_commands() {
    let folder = Folder::with(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ended = folder.run(&["completions", shell]);
        assert_eq!((ended.status, ended.err.as_str()), (0, ""), "{shell}");
        for word in ["annotate", "coverage", "registry", "files-from", "checkstyle"] {
            assert!(ended.out.contains(word), "{shell} lacks {word}");
        }
    }
    assert_eq!(folder.run(&["completions", "tcsh"]).status, 2);
}

#[test]
fn what_a_shell_shows_beside_a_command_is_the_help() {
    let folder = Folder::with(&[]);
    let vi = folder.run(&["completions", "fish"]).out;
    let en = folder.run(&["completions", "fish", "--lang", "en"]).out;
    assert!(vi.contains("Giải thích một quy tắc") && !vi.contains("Explain a rule"));
    assert!(en.contains("Explain a rule") && !en.contains("Giải thích"));
}

#[test]
fn bash_takes_its_completions() {
    let folder = Folder::with(&[]);
    let script = folder.run(&["completions", "bash"]).out;
    std::fs::write(folder.path().join("thethuc.bash"), script).expect("written");
    let ask = "source ./thethuc.bash; COMP_WORDS=(thethuc check --format sa); COMP_CWORD=3; \
               _thethuc thethuc sa --format; printf '%s\\n' \"${COMPREPLY[@]}\"";
    let asked = std::process::Command::new("bash").args(["-c", ask]).current_dir(folder.path()).output();
    let Ok(asked) = asked else {
        println!("skipped: there is no bash");
        return;
    };
    assert_eq!(String::from_utf8_lossy(&asked.stdout).trim(), "sarif", "{asked:?}");
}

#[test]
fn a_page_of_the_manual_has_headings_of_its_language() {
    let folder = Folder::with(&[]);
    let vi = folder.run(&["man", "rules", "list"]).out;
    assert!(vi.contains(".TH thethuc-rules-list 1"), "{vi}");
    for heading in ["TÊN", "CÁCH DÙNG", "MÔ TẢ", "TÙY CHỌN"] {
        assert!(vi.lines().any(|line| line.starts_with(".SH") && line.contains(heading)), "{heading}: {vi}");
    }
    assert!(!vi.contains("SYNOPSIS") && !vi.contains("Possible values"), "{vi}");
    let en = folder.run(&["man", "rules", "list", "--lang", "en"]).out;
    assert!(en.contains("SYNOPSIS") && !en.contains("CÁCH DÙNG"), "{en}");
    assert_eq!(folder.run(&["man", "chek"]).status, 2);
}

#[test]
fn a_folder_gets_a_page_for_each_command() {
    let folder = Folder::with(&[]);
    let ended = folder.run(&["man", "--out-dir", "man/man1"]);
    assert_eq!((ended.status, ended.out.as_str(), ended.err.as_str()), (0, "", ""));
    for name in ["thethuc.1", "thethuc-check.1", "thethuc-registry-build.1", "thethuc-man.1"] {
        let page = std::fs::read_to_string(folder.path().join("man/man1").join(name)).expect("a page");
        assert!(page.contains(".TH"), "{name}");
    }
}
