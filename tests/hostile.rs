//! Files that were made to hang, exhaust or fool a reader, each with its right outcome.
//!
//! They are test data that live beside the repository (`../shared`, or the folder named by `THETHUC_SHARED`);
//! without them the tests say so and are skipped. Each file is checked in a process of its own, under a limit of
//! memory, beside an ordinary draft that must be checked as if it stood alone.
#![cfg(target_os = "linux")]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Memory of a process in KiB, address space included: far below what the files asked for before they were
/// bounded.
const MEMORY: usize = 1_500_000;
/// CPU seconds of a process; a build without optimization takes ten times what a release takes.
const SECONDS: usize = 20;

fn shared() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
    let folder = std::env::var_os("THETHUC_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let hostile = folder.join("corpus/hostile");
    if !hostile.is_dir() {
        println!("skipped: ../shared/corpus/hostile is absent");
        return None;
    }
    Some(hostile)
}

/// The program under the limits.
fn limited(arguments: &[&str]) -> Output {
    let command = format!("ulimit -v {MEMORY}; ulimit -t {SECONDS}; exec \"$0\" \"$@\"");
    let mut shell = Command::new("sh");
    shell.args(["-c", &command, env!("CARGO_BIN_EXE_thethuc")]).args(arguments);
    shell.output().expect("a shell")
}

/// The reports of a check as JSON, by the order of its files, and its status.
fn checked(files: &[&Path]) -> (i32, Vec<Value>) {
    let mut arguments = vec!["check", "--jobs", "1", "--as-of", "2026-03-02", "--format", "json"];
    arguments.extend(files.iter().map(|file| file.to_str().expect("a name")));
    let output = limited(&arguments);
    let report: Value = serde_json::from_slice(&output.stdout).expect("whole JSON");
    (output.status.code().expect("no signal"), report["documents"].as_array().expect("documents").clone())
}

/// An ordinary draft.
fn ordinary() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/quyet-dinh-ubnd-tinh-2026.md")
}

fn assert_one_sentence(words: &str) {
    assert!(!words.trim().is_empty() && !words.contains(char::is_control), "{words:?}");
}

#[test]
fn each_file_has_its_right_outcome_and_stops_nothing_else() {
    let Some(folder) = shared() else { return };
    let ordinary = ordinary();
    let (_, alone) = checked(&[&ordinary]);
    let manifest = fs::read_to_string(folder.join("manifest.tsv")).expect("a manifest");
    let mut seen = 0;
    for row in manifest.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let path = folder.join(cells[0]);
        if !path.is_file() || !["docx", "md", "txt"].iter().any(|end| cells[0].ends_with(end)) {
            continue;
        }
        let (_, together) = checked(&[&path, &ordinary]);
        assert_eq!(together.len(), 2, "{row}");
        assert_eq!(together[1], alone[0], "the ordinary draft beside {}", cells[0]);
        let (status, own) = checked(&[&path]);
        let found = own[0]["status"].as_str().expect("a status");
        assert!(cells[3].split('|').any(|right| right == found), "{}: {found}, not {}", cells[0], cells[3]);
        let exit = status.to_string();
        assert!(cells[4].split('|').any(|right| right == exit), "{}: {exit}, not {}", cells[0], cells[4]);
        if let Some(words) = own[0]["error"].as_str() {
            assert_one_sentence(words);
        }
        seen += 1;
    }
    assert!(seen >= 8, "{seen} files were seen");
}

#[test]
fn nothing_of_a_draft_steers_the_terminal() {
    let Some(folder) = shared() else { return };
    for name in ["front-matter-escape.md", "front-matter-line-break.md", "half-letter.txt"] {
        let path = folder.join(name);
        let path = path.to_str().expect("a name");
        for command in ["check", "show"] {
            let output = limited(&[command, path, "--color", "always"]);
            let text =
                String::from_utf8(output.stdout).expect("UTF-8") + &String::from_utf8_lossy(&output.stderr);
            // Our own colours are bold, dim, red, yellow and blue-green.
            let own = ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[2m", "\u{1b}[1;31m", "\u{1b}[1;33m", "\u{1b}[1;36m"];
            let rest = own.iter().fold(text, |text, code| text.replace(code, ""));
            let steering: Vec<char> = rest.chars().filter(|own| own.is_control() && *own != '\n').collect();
            assert!(steering.is_empty(), "{command} {name}: {steering:?}");
        }
    }
}

#[test]
fn sources_and_letters_are_whole() {
    let Some(folder) = shared() else { return };
    let (_, cdata) = checked(&[&folder.join("cdata.docx")]);
    for finding in cdata[0]["findings"].as_array().expect("findings") {
        let (text, source) = (finding["text"].as_str().unwrap_or_default(), &finding["source"]);
        let length = source["end"].as_u64().unwrap_or(u64::MAX) - source["start"].as_u64().unwrap_or(0);
        assert!(source.is_null() || length >= text.len() as u64, "{finding}");
    }
    let (_, half) = checked(&[&folder.join("half-letter.txt")]);
    for finding in half[0]["findings"].as_array().expect("findings") {
        let text = finding["text"].as_str().unwrap_or_default();
        let is_mark = |letter: char| ('\u{300}'..='\u{36f}').contains(&letter);
        assert!(!text.starts_with(is_mark), "{finding}");
    }
}

#[test]
fn end_records_by_the_thousand_are_refused_at_once() {
    let record: Vec<u8> = b"PK\x05\x06"
        .iter()
        .copied()
        .chain([0, 0, 0, 0, 244, 1, 244, 1, 22, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("records.docx");
    fs::write(&path, [b"PK\x03\x04".as_slice(), &record.repeat(80_000)].concat()).expect("written");
    let (status, own) = checked(&[&path]);
    assert_eq!(status, 3);
    assert_one_sentence(own[0]["error"].as_str().expect("a sentence"));
}

#[test]
fn the_dearest_files_stay_below_the_budget() {
    let folder = tempfile::tempdir().expect("a folder");
    let ordinary = ordinary();
    // Just above a limit each: refused before they cost anything.
    let made = [
        ("lines.txt", "x\n".repeat(100_001)),
        ("hidden.md", "a\u{200b}".repeat(100_001)),
        ("bars.md", format!("| a |\n|---|\n{}", "| a ".repeat(200_001))),
        ("long.txt", "a ".repeat(2_200_000)),
        ("front.md", format!("---\norgan: {}\n---\n\n", "a".repeat(70_000))),
    ];
    for (name, text) in made {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("written");
        let (status, documents) = checked(&[&path, &ordinary]);
        assert_eq!((status, documents.len()), (3, 2), "{name}");
        assert_eq!(documents[0]["status"], "unreadable", "{name}");
        assert_eq!(documents[1]["status"], "checked", "{name}");
    }
}

#[test]
fn what_is_not_told_of_too_many_places_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("blanks.md");
    let draft = fs::read_to_string(ordinary()).expect("a sample");
    fs::write(
        &path,
        draft.replacen("\n\n**Điều 1.", &format!("\n\n{}\n\n**Điều 1.", "chợ  xã ".repeat(20_001)), 1),
    )
    .expect("written");
    let path = path.to_str().expect("a name");
    let output = limited(&[
        "check",
        "--as-of",
        "2026-03-02",
        "--only",
        "language/double-blank",
        "--format",
        "json",
        path,
    ]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("whole JSON");
    let document = &report["documents"][0];
    let finding = &document["findings"][0];
    assert_eq!(finding["places"].as_array().map(Vec::len), Some(20_000));
    assert!(
        finding["message"].as_str().is_some_and(|words| words.contains("20001")),
        "{}",
        finding["message"]
    );
    assert!(document.to_string().contains("too-many-places"));
}

#[test]
fn a_reader_that_leaves_changes_no_status() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/quyet-dinh-huyen-2022-sai.docx");
    let run = |behind: &str| {
        let command = format!("\"$0\" check --full --format json \"$1\" {behind}; exit ${{PIPESTATUS[0]}}");
        let mut shell = Command::new("bash");
        shell.args(["-c", &command, env!("CARGO_BIN_EXE_thethuc")]).arg(&sample);
        shell.output().expect("bash").status.code()
    };
    assert_eq!(run("| true"), Some(1));
    assert_eq!(run("> /dev/null"), Some(1));
}
