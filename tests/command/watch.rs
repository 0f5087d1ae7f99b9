//! `thethuc check --watch`.

use super::support::{DRAFT, Folder};
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

/// Longer than any machine takes to check one small draft.
const LONG: Duration = Duration::from_secs(120);

#[test]
fn a_draft_that_was_changed_is_checked_again() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    let mut child = folder
        .command(&["check", ".", "--format", "jsonl", "--watch"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let out = child.stdout.take().expect("standard output");
    let (sender, lines) = mpsc::channel();
    std::thread::spawn(move || BufReader::new(out).lines().try_for_each(|line| sender.send(line)));
    let next = || -> serde_json::Value {
        let line = lines.recv_timeout(LONG).expect("a report").expect("a line");
        serde_json::from_str(&line).expect("JSON")
    };
    let before = next();
    std::fs::write(folder.path().join("a.md"), DRAFT.replace("VIỆT NAM", "VIỆT NAN")).expect("written");
    let after = next();
    let is_quiet = lines.recv_timeout(Duration::from_secs(2)).is_err();
    child.kill().expect("it still waits");
    child.wait().expect("it ends");
    assert_ne!(before["findings"], after["findings"]);
    assert!(is_quiet, "what the check itself does changes nothing");
}

#[test]
fn what_cannot_be_watched_is_said() {
    let folder = Folder::with(&[]);
    for path in ["-", "không-có/a.md"] {
        let ended = folder.run(&["check", "--watch", path]);
        assert_eq!((ended.status, ended.out.as_str()), (2, ""), "{ended}");
        assert!(ended.err.contains("Lỗi: "), "{ended}");
    }
}
