//! `thethuc check --output`: several reports of one run.

use super::support::{DRAFT, Folder};
use std::process::Stdio;

fn files(folder: &Folder) -> Vec<String> {
    let entries = std::fs::read_dir(folder.path()).expect("a folder");
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.expect("an entry").file_name();
    let mut names: Vec<_> = entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn read(folder: &Folder, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).expect("a report")
}

#[test]
fn several_reports_say_what_each_says_alone() {
    let folder = Folder::with(&[("a.md", DRAFT), ("b.md", DRAFT), ("a.json", "cũ")]);
    let day = ["check", "a.md", "b.md", "--as-of", "2026-03-02"];
    let run = |more: &[&str]| folder.run(&[&day, more].concat());
    let outputs =
        ["--output", "json=a.json", "--output", "jsonl=-", "--output", "terminal=r.txt", "--color", "always"];
    let ended = run(&outputs);
    assert_eq!((ended.status, ended.err.as_str()), (run(&[]).status, ""));
    assert_eq!(ended.out, run(&["--format", "jsonl"]).out);
    assert_eq!(read(&folder, "a.json"), run(&["--format", "json"]).out);
    assert_eq!(read(&folder, "r.txt"), run(&[]).out);
    assert_eq!(files(&folder), ["a.json", "a.md", "b.md", "r.txt"], "nothing is left beside them");
}

#[test]
fn a_file_alone_has_the_form_of_its_ending_or_the_one_that_is_said() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    let run = |more: &[&str]| folder.run(&[&["check", "a.md", "--as-of", "2026-03-02"], more].concat());
    let json = run(&["--format", "json"]).out;
    for more in [&["-o", "r.json"][..], &["--output", "r.json"], &["--format", "json", "-o", "r.json"]] {
        let ended = run(more);
        assert_eq!((ended.out.as_str(), ended.err.as_str()), ("", ""), "{more:?}");
        assert_eq!(read(&folder, "r.json"), json, "{more:?}");
    }
    // A form that is said counts before the ending; without a file of its own it goes to standard output.
    run(&["--format", "terminal", "-o", "r.json"]);
    assert_eq!(read(&folder, "r.json"), run(&[]).out);
    assert_eq!(run(&["--format", "json", "-o", "terminal=r.txt"]).out, json);
    assert!(run(&["-o", "r.html"]).out.is_empty() && read(&folder, "r.html").starts_with("<!"));
}

#[test]
fn a_line_is_a_document() {
    let folder = Folder::with(&[("a.md", DRAFT), ("rỗng.md", "")]);
    let ended = folder.run(&["check", ".", "--format", "jsonl"]);
    let lines: Vec<serde_json::Value> =
        ended.out.lines().map(|line| serde_json::from_str(line).expect("one JSON value")).collect();
    let documents = folder.run(&["check", ".", "--format", "json"]).json()["documents"].clone();
    assert_eq!(lines.len(), 2);
    for (line, document) in lines.iter().zip(documents.as_array().expect("a list")) {
        assert_eq!(line["schema"], "thethuc/document/v1");
        let fields = document.as_object().expect("an object");
        assert!(fields.iter().all(|(name, value)| line[name] == *value), "{line}");
    }
}

#[test]
fn what_cannot_be_written_is_said_before_anything_is_done() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    for (outputs, said) in [
        (&["xml=a.xml"][..], "terminal, html, sarif, junit, gitlab, github, checkstyle, json, jsonl"),
        (&["json"], "json=ket-qua.json"),
        (&["r.xml"], "json=ket-qua.json"),
        (&["json="], "json=ket-qua.json"),
        (&["json=-", "jsonl=-"], "“-”"),
        (&["json=a.md"], "dự thảo"),
        (&["json=không-có/a.json"], "không-có/a.json"),
        (&["json=."], "tệp thường"),
    ] {
        let outputs = outputs.iter().flat_map(|value| ["--output", value]);
        let arguments: Vec<_> = ["check", "a.md"].into_iter().chain(outputs).collect();
        let ended = folder.run(&arguments);
        assert_eq!(ended.status, 2, "{ended}");
        assert!(ended.err.contains(said) && ended.out.is_empty(), "{ended}");
        assert_eq!(files(&folder), ["a.md"]);
        assert_eq!(read(&folder, "a.md"), DRAFT);
    }
    let both = folder.run(&["check", "a.md", "--format", "json", "--output", "json=-"]);
    assert_eq!(both.status, 2, "{both}");
}

#[test]
fn a_reader_that_goes_away_takes_no_file_with_it() {
    let folder = Folder::with(&[("a.md", DRAFT), ("b.md", DRAFT)]);
    let arguments = ["check", "a.md", "b.md", "--output", "json=r.json", "--output", "jsonl=-"];
    let mut child = folder.command(&arguments).stdout(Stdio::piped()).spawn().expect("the program starts");
    drop(child.stdout.take());
    child.wait().expect("the program ends");
    let report: serde_json::Value = serde_json::from_str(&read(&folder, "r.json")).expect("JSON");
    assert_eq!(report["summary"]["documents"], 2);
}
