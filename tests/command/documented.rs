//! The commands of the manuals, one by one, as a reader types them.

use super::since::{git, has_git};
use super::support::{DRAFT, Folder};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What is answered to whatever asks.
const ANSWERS: &[u8] = b"UBND x\xc3\xa3 H\xc3\xb2a An\n\n\n\n";

/// The lines of the shell blocks of a manual.
fn lines(manual: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let (mut is_shell, mut goes_on) = (false, false);
    for line in manual.lines() {
        match line {
            "```sh" => is_shell = true,
            _ if line.starts_with("```") => is_shell = false,
            _ if is_shell && !line.trim().is_empty() => {
                match all.last_mut().filter(|_| goes_on) {
                    Some(own) => own.push_str(line),
                    None => all.push(line.to_owned()),
                }
                goes_on = line.ends_with('|') || line.ends_with('\\');
            }
            _ => {}
        }
    }
    all
}

/// Runs a line in a folder, with the program on the path; gives status and what was said.
fn run(folder: &Folder, line: &str) -> (Option<i32>, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_thethuc")).parent().expect("a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let mut child = Command::new("sh")
        .args(["-c", line])
        .current_dir(folder.path())
        .env("PATH", format!("{}:{path}", program.display()))
        .env("THETHUC_LANG", "vi")
        .env("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")
        .envs(["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"].map(|own| (own, "Lê")))
        .envs(["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"].map(|own| (own, "le@example.org")))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a shell");
    // What asks nothing may be gone before it is answered.
    let _ = child.stdin.take().expect("a pipe").write_all(ANSWERS);
    let ended = child.wait_with_output().expect("it ends");
    let said = [ended.stdout, ended.stderr].concat();
    (ended.status.code(), String::from_utf8_lossy(&said).into_owned())
}

/// A folder as the manuals speak of it.
fn office() -> Folder {
    let folder =
        Folder::with(&[("van-ban/a.md", &DRAFT.replace("CHỦ NGHĨA", "CHŨ NGHĨA")), ("du-thao/b.md", DRAFT)]);
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/quyet-dinh-ubnd-xa-2026.docx");
    std::fs::copy(sample, folder.path().join("van-ban/du-thao.docx")).expect("copied");
    git(&folder, &["init", "-q", "-b", "main"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "old"]);
    git(&folder, &["update-ref", "refs/remotes/origin/main", "HEAD"]);
    folder
}

#[cfg(unix)]
#[test]
fn the_commands_of_the_manuals_do_what_they_say() {
    if !has_git() {
        return;
    }
    for manual in [include_str!("../../docs/configuration.md"), include_str!("../../docs/pipelines.md")] {
        let folder = office();
        let lines = lines(manual);
        assert!(lines.len() > 3, "{lines:?}");
        for line in lines {
            let (status, said) = run(&folder, &line);
            assert!(matches!(status, Some(0 | 1)), "{line}: {status:?}\n{said}");
        }
    }
}

#[cfg(unix)]
#[test]
fn from_old_drafts_to_a_green_pipeline() {
    if !has_git() {
        return;
    }
    let folder = office();
    let (_, steps) = include_str!("../../docs/pipelines.md").split_once("## Từ kho cũ").expect("the steps");
    let steps = lines(steps.split("\n## ").next().unwrap_or_default());
    let ended: Vec<Option<i32>> = steps.iter().map(|line| run(&folder, line).0).collect();
    assert_eq!(ended, [Some(0), Some(1), Some(0), Some(0), Some(0), Some(0)], "{steps:?}");
    std::fs::write(folder.path().join("van-ban/c.md"), DRAFT.replace("Hạnh phúc", "Hạnh Phúc"))
        .expect("written");
    let (status, said) = run(&folder, "thethuc check van-ban");
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("format/motto") && !said.contains("CHŨ"), "{said}");
}
