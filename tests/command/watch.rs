//! `thethuc check --watch`.

use super::support::{DRAFT, Folder};
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// Longer than any machine takes to check one small draft.
const LONG: Duration = Duration::from_secs(120);

/// A run that watches, and its reports as they come.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    /// A run in a folder within.
    fn of(folder: &Folder, within: &str) -> Self {
        let mut child = folder
            .command(&["check", ".", "--format", "jsonl", "--watch"])
            .current_dir(folder.path().join(within))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let out = child.stdout.take().expect("standard output");
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            BufReader::new(out).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        Self { child, lines }
    }

    fn next(&self) -> serde_json::Value {
        serde_json::from_str(&self.lines.recv_timeout(LONG).expect("a report")).expect("JSON")
    }

    fn is_quiet(&self) -> bool {
        self.lines.recv_timeout(Duration::from_secs(2)).is_err()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended by itself; the test tells that.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_draft_that_was_changed_is_checked_again() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    let watching = Watching::of(&folder, "");
    let before = watching.next();
    std::fs::write(folder.path().join("a.md"), DRAFT.replace("VIỆT NAM", "VIỆT NAN")).expect("written");
    let after = watching.next();
    assert_ne!(before["findings"], after["findings"]);
    assert!(watching.is_quiet(), "what the check itself does changes nothing");
}

#[test]
fn a_rule_and_a_configuration_that_were_changed_are_followed() {
    let rule = include_str!("../../rules/format/national-name.yaml");
    let folder = Folder::with(&[
        ("kho/van-ban/a.md", &DRAFT.replace("VIỆT NAM", "VIỆT NAN")),
        ("kho/thethuc.yaml", "only: [format/national-name]\nallow-unjudged: true\nrules: [../luật]\n"),
        ("luật/format/national-name.yaml", rule),
    ]);
    let watching = Watching::of(&folder, "kho/van-ban");
    assert_eq!(watching.next()["findings"][0]["severity"], "error");
    let milder = rule.replacen("severity: error", "severity: note", 1);
    std::fs::write(folder.path().join("luật/format/national-name.yaml"), milder).expect("written");
    assert_eq!(watching.next()["findings"][0]["severity"], "note");
    let config = "only: [format/motto]\nallow-unjudged: true\n";
    std::fs::write(folder.path().join("kho/thethuc.yaml"), config).expect("written");
    assert_eq!(watching.next()["findings"], serde_json::json!([]));
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
