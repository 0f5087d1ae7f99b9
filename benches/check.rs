//! How long one draft takes: the whole process beside an empty one, and each step inside.
//!
//! `cargo bench` prints medians over interleaved runs, so that a slow moment of the machine hits
//! all alike.
#![allow(clippy::expect_used, clippy::print_stdout)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use thethuc_core::checker::{Checker, Options};
use thethuc_core::read::read;
use thethuc_core::recognize::recognize;

/// Runs of each figure.
const RUNS: usize = 41;

/// The drafts that are timed, below the root of the repository.
const DRAFTS: [&str; 2] =
    ["samples/quyet-dinh-ban-hanh-quy-che-2026.docx", "samples/quyet-dinh-ubnd-tinh-2026.md"];

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for draft in DRAFTS {
        let path = root.join(draft);
        println!("{draft}");
        whole_process(&path);
        steps(&path);
    }
}

/// The command line, its start alone, and a program that does nothing, in turn.
fn whole_process(draft: &PathBuf) {
    let (mut check, mut start, mut empty) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        check.push(timed(|| run(Command::new(env!("CARGO_BIN_EXE_thethuc")).arg("check").arg(draft))));
        start.push(timed(|| run(Command::new(env!("CARGO_BIN_EXE_thethuc")).arg("--version"))));
        empty.push(timed(|| run(&mut Command::new("true"))));
    }
    show("whole process: check", check);
    show("whole process: --version", start);
    show("whole process: true", empty);
}

fn run(command: &mut Command) {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(status.is_ok(), "{command:?} can be run");
}

/// The steps inside one process, warm.
fn steps(draft: &Path) {
    let name = draft.to_string_lossy();
    let bytes = std::fs::read(draft).expect("a sample");
    let options = Options::on("2026-12-31".parse().expect("a day"));
    let checker = Checker::new(thethuc_law::book(), options).expect("no names");
    let (mut reading, mut recognition, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        reading.push(timed(|| drop(read(&name, &bytes))));
        let draft = read(&name, &bytes).expect("readable");
        recognition.push(timed(|| drop(recognize(&draft, checker.book().lexicon()))));
        all.push(timed(|| drop(checker.check_draft(draft.clone()))));
    }
    show("read", reading);
    show("recognize", recognition);
    show("recognize and judge", all);
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn show(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    let (least, median) = (milliseconds(times[0]), milliseconds(times[times.len() / 2]));
    println!("  {what:<26} median {median:7.2} ms   least {least:7.2} ms");
}
