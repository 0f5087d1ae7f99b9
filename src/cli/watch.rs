//! `thethuc check --watch`: the drafts are checked again whenever one of them changes, until the user ends it.
//!
//! Folders are watched and not files, for editors put a new file in the place of the old one. Only what is
//! written counts: the check itself reads what it watches.

use super::bytes::{STANDARD_INPUT, shown};
use super::output::{Failure, tell};
use super::{inputs, words};
use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;
use thethuc_core::rulebook::profile::FILE;
use thethuc_core::rulebook::vocabulary::Language;

/// How long nothing must happen before drafts are checked again: editors save in several steps.
const QUIET: Duration = Duration::from_millis(300);

/// Folders that are watched.
pub struct Watch {
    events: Receiver<notify::Result<Event>>,
    /// Nothing is watched any more when it is gone.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Begins to watch files and folders. Folders are watched with all that is below them.
    ///
    /// # Errors
    /// Standard input comes only once; or a path leads nowhere.
    pub fn over(paths: &[PathBuf]) -> Result<Self, Failure> {
        if paths.iter().any(|path| path.as_os_str() == STANDARD_INPUT) {
            return Err(Failure(words(
                "--watch cần tệp hoặc thư mục; dữ liệu từ đầu vào chuẩn chỉ đọc được một lần.",
                "--watch takes files and folders; standard input can be read only once.",
            )));
        }
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender).map_err(|error| lost(None, &error))?;
        let mut seen = HashSet::new();
        for path in paths {
            let (folder, mode) = if path.is_dir() {
                (path.as_path(), RecursiveMode::Recursive)
            } else {
                (folder_of(path), RecursiveMode::NonRecursive)
            };
            if seen.insert(folder.to_owned()) {
                watcher.watch(folder, mode).map_err(|error| lost(Some(path), &error))?;
            }
        }
        Ok(Self { events, _watcher: watcher })
    }

    /// Waits until a draft or a profile was written and all is quiet again.
    ///
    /// # Errors
    /// The system ended the watch.
    pub fn wait(&self, language: Language) -> Result<(), Failure> {
        tell(language.pick(
            "Đang chờ dự thảo thay đổi (dừng: Ctrl+C)…",
            "Waiting for drafts to change (Ctrl+C ends)…",
        ));
        loop {
            match self.events.recv() {
                Ok(event) if matters(&event) => break,
                Ok(_) => {}
                Err(_) => return Err(ended()),
            }
        }
        loop {
            match self.events.recv_timeout(QUIET) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return Ok(()),
                Err(RecvTimeoutError::Disconnected) => return Err(ended()),
            }
        }
    }
}

/// The folder that a file lies in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether something was written that a report may depend on. What the system could not tell may have been.
fn matters(event: &notify::Result<Event>) -> bool {
    let Ok(event) = event else { return true };
    if matches!(event.kind, EventKind::Access(_)) {
        return false;
    }
    // A folder that comes or goes may hold drafts; one that only changed had something written into it, which is
    // told for itself.
    let moves = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)));
    let is_told = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name == FILE || inputs::is_read_in_folders(&name.to_string_lossy()) || (moves && path.is_dir())
    };
    event.need_rescan() || event.paths.iter().any(is_told)
}

fn lost(path: Option<&Path>, error: &notify::Error) -> Failure {
    let named = path.map(|path| format!("“{}”", shown(path)));
    let (vi, en) = (named.as_deref().unwrap_or("thư mục"), named.as_deref().unwrap_or("the folder"));
    Failure(words(
        format!("không theo dõi được {vi}; hãy kiểm tra lại đường dẫn."),
        format!("{en} could not be watched ({error}); check the path."),
    ))
}

fn ended() -> Failure {
    Failure(words("hệ thống đã ngừng theo dõi các thư mục.", "the system ended the watch on the folders."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, RenameMode};

    #[test]
    fn reading_and_what_lies_beside_drafts_do_not_matter() {
        let is_told = |kind: EventKind, name: &str| matters(&Ok(Event::new(kind).add_path(name.into())));
        let modified = EventKind::Modify(ModifyKind::Any);
        for name in ["a/b.docx", "b.MD", "thethuc.yaml", "hồ sơ.zip"] {
            assert!(is_told(modified, name), "{name}");
        }
        for name in ["a/bao-cao.html", "~$b.docx", ".a.json.7.tmp", "b - nhận xét thể thức.docx", "a"]
        {
            assert!(!is_told(modified, name), "{name}");
        }
        assert!(is_told(EventKind::Create(CreateKind::File), "b.docx"));
        assert!(is_told(EventKind::Modify(ModifyKind::Name(RenameMode::To)), "b.docx"));
        assert!(!is_told(EventKind::Access(AccessKind::Read), "b.docx"));
    }

    #[test]
    fn a_name_alone_lies_in_this_folder() {
        assert_eq!(folder_of(Path::new("a.md")), Path::new("."));
        assert_eq!(folder_of(Path::new("b/a.md")), Path::new("b"));
    }
}
