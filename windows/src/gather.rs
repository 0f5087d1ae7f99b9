//! Brings together what Explorer takes apart: for an entry of its menu it starts one process for every chosen
//! file, and people want one report.
//!
//! Each process leaves a note of its paths in a folder and asks for a lock. Who gets it waits until no new note
//! comes, takes all notes and does the work for all; the others are done. After giving the lock back, and before
//! the work, the one looks again: a note that was laid while the lock was held has nobody else to take it.

use std::fs::{self, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// The folder of notes below the user's folder for passing things.
pub const FOLDER: &str = "thethuc";
/// How long no note must come: processes that Explorer starts follow each other faster, also where each is looked
/// at by an antivirus before it runs. Who chose a single file waits as long.
const QUIET: Duration = Duration::from_millis(800);
/// The longest that is waited for more.
const LONGEST: Duration = Duration::from_secs(8);
const STEP: Duration = Duration::from_millis(50);
/// Notes of a process that never came to take them, after a crash, are nobody's any more.
const STALE: Duration = Duration::from_secs(600);

/// Has `work` done once for these paths and for those of all processes of this kind that were started with
/// this one; not at all if another process does it.
///
/// # Errors
/// Notes cannot be left in the folder.
pub fn with_others(
    folder: &Path,
    kind: &str,
    paths: &[PathBuf],
    work: &mut impl FnMut(&[PathBuf]),
) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let lock = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(kind))?;
    leave(folder, kind, paths)?;
    let mut all = Vec::new();
    loop {
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::Error(error)) if all.is_empty() => return Err(error),
            Err(_) => break,
        }
        wait(folder, kind);
        let more = taken(folder, kind);
        let is_free = lock.unlock().is_ok();
        let is_last = more.is_empty() || notes(folder, kind).map_or(true, |left| left.is_empty());
        all.extend(more);
        if is_last || !is_free {
            break;
        }
    }
    if !all.is_empty() {
        work(&all);
    }
    Ok(())
}

/// Leaves a note. It is there as a whole or not at all.
fn leave(folder: &Path, kind: &str, paths: &[PathBuf]) -> io::Result<()> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_nanos();
    let name = format!("{now:032}-{}", std::process::id());
    let beside = folder.join(format!("{name}.tmp"));
    let text: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    fs::write(&beside, text.join("\0"))?;
    fs::rename(beside, folder.join(format!("{name}.{kind}")))
}

/// The notes of a kind, in the order in which they came.
fn notes(folder: &Path, kind: &str) -> io::Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|own| own == kind) {
            all.push(path);
        }
    }
    all.sort();
    Ok(all)
}

/// Waits until no note comes any more. Where the notes come slowly, for the machine has other work, the next one may
/// take longer too.
fn wait(folder: &Path, kind: &str) {
    let number = || notes(folder, kind).map_or(0, |all| all.len());
    let begun = Instant::now();
    let (mut known, mut changed, mut quiet) = (number(), begun, QUIET);
    while changed.elapsed() < quiet && begun.elapsed() < LONGEST {
        thread::sleep(STEP);
        let now = number();
        if now != known {
            quiet = quiet.max(changed.elapsed() * 3);
            (known, changed) = (now, Instant::now());
        }
    }
}

/// Takes all notes, for one who holds the lock. One that cannot be read now stays for the next who looks; nothing
/// that was taken is lost to it.
fn taken(folder: &Path, kind: &str) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for note in notes(folder, kind).unwrap_or_default() {
        let is_stale = fs::metadata(&note)
            .and_then(|own| own.modified())
            .is_ok_and(|at| at.elapsed().is_ok_and(|age| age > STALE));
        let Ok(text) = fs::read_to_string(&note) else { continue };
        // Whoever cannot take it away would take it for ever.
        if fs::remove_file(&note).is_ok() && !is_stale {
            all.extend(text.split('\0').filter(|path| !path.is_empty()).map(PathBuf::from));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn what_is_started_together_is_done_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let done: Mutex<Vec<Vec<PathBuf>>> = Mutex::default();
        thread::scope(|scope| {
            for number in 0..12 {
                let (folder, done) = (folder.path(), &done);
                scope.spawn(move || {
                    let paths = [PathBuf::from(format!("{number}.docx"))];
                    let mut work = |all: &[PathBuf]| done.lock().expect("no panic").push(all.to_vec());
                    with_others(folder, "check", &paths, &mut work).expect("a folder for notes");
                });
            }
        });
        let done = done.into_inner().expect("no panic");
        let mut all: Vec<_> = done.iter().flatten().cloned().collect();
        all.sort();
        all.dedup();
        assert_eq!((done.len(), all.len()), (1, 12), "{done:?}");
        assert!(notes(folder.path(), "check").expect("a folder").is_empty());
    }

    #[test]
    fn a_later_choice_is_a_choice_of_its_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut rounds = Vec::new();
        for name in ["a", "b"] {
            let mut work = |all: &[PathBuf]| rounds.push(all.to_vec());
            with_others(folder.path(), "check", &[name.into()], &mut work).expect("a folder for notes");
        }
        assert_eq!(rounds, [[PathBuf::from("a")], [PathBuf::from("b")]]);
    }
}
