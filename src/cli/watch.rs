//! `thethuc check --watch`: the drafts are checked again whenever one of them changes, or a rule, or what a
//! configuration says, until the user ends it.
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
use thethuc_core::rulebook::RuleFile;
use thethuc_core::rulebook::profile::FILE;
use thethuc_core::rulebook::vocabulary::Language;

/// How long nothing must happen before drafts are checked again: editors save in several steps.
const QUIET: Duration = Duration::from_millis(300);

/// What decides beside the drafts what is told of them.
#[derive(Debug, Default)]
pub struct Followed {
    /// Folders of own rules.
    pub rules: Vec<PathBuf>,
    /// Configurations, packs, decisions.
    pub files: Vec<PathBuf>,
}

/// Folders that are watched.
pub struct Watch {
    events: Receiver<notify::Result<Event>>,
    followed: Followed,
    /// Nothing is watched any more when it is gone.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Begins to watch files and folders, and what decides on them. Folders are watched with all that is below
    /// them.
    ///
    /// # Errors
    /// Standard input comes only once; or a path leads nowhere.
    pub fn over(paths: &[PathBuf], followed: &Followed) -> Result<Self, Failure> {
        if paths.iter().any(|path| path.as_os_str() == STANDARD_INPUT) {
            return Err(Failure(words(
                "--watch cần tệp hoặc thư mục; dữ liệu từ đầu vào chuẩn chỉ đọc được một lần.",
                "--watch takes files and folders; standard input can be read only once.",
            )));
        }
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender).map_err(|error| lost(None, &error))?;
        let whole = |path: &Path| {
            std::fs::canonicalize(path).map_err(|error| lost(Some(path), &notify::Error::io(error)))
        };
        let is_folder = |path: &&PathBuf| path.is_dir();
        let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(is_folder);
        let mut trees = folders.into_iter().map(|path| whole(path)).collect::<Result<Vec<_>, _>>()?;
        let rules: Vec<PathBuf> = followed.rules.iter().map(|path| whole(path)).collect::<Result<_, _>>()?;
        trees.extend(rules.iter().cloned());
        let mut alone = Vec::new();
        for file in files.into_iter().chain(&followed.files) {
            alone.push(whole(folder_of(file))?);
        }
        let named = followed.files.iter().filter_map(|path| std::fs::canonicalize(path).ok());
        let followed = Followed { rules, files: named.collect() };
        // A folder that is watched twice, once without what is below it, would lose that.
        let mut seen = HashSet::new();
        trees.sort();
        for tree in trees {
            if !seen.iter().any(|own| tree.starts_with(own)) {
                watcher.watch(&tree, RecursiveMode::Recursive).map_err(|error| lost(Some(&tree), &error))?;
                seen.insert(tree);
            }
        }
        alone.retain(|folder| !seen.iter().any(|own| folder.starts_with(own)));
        alone.sort();
        alone.dedup();
        for folder in alone {
            watcher
                .watch(&folder, RecursiveMode::NonRecursive)
                .map_err(|error| lost(Some(&folder), &error))?;
        }
        Ok(Self { events, followed, _watcher: watcher })
    }

    /// Waits until something was written that a report may depend on, and all is quiet again.
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
                Ok(event) if matters(&event, &self.followed) => break,
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
fn matters(event: &notify::Result<Event>, followed: &Followed) -> bool {
    let Ok(event) = event else { return true };
    if matches!(event.kind, EventKind::Access(_)) {
        return false;
    }
    // A folder that comes or goes may hold drafts; one that only changed had something written into it, which is
    // told for itself.
    let moves = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)));
    let is_told = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        let is_rule = RuleFile::is_one(&name.to_string_lossy()) && !name.as_encoded_bytes().starts_with(b".");
        (is_rule && followed.rules.iter().any(|own| path.starts_with(own)))
            || followed.files.contains(path)
            || name == FILE
            || inputs::is_read_in_folders(&name.to_string_lossy())
            || (moves && path.is_dir())
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
        let followed = Followed { rules: vec!["luật".into()], files: vec!["dm.thethuc".into()] };
        let is_told =
            |kind: EventKind, name: &str| matters(&Ok(Event::new(kind).add_path(name.into())), &followed);
        let modified = EventKind::Modify(ModifyKind::Any);
        for name in ["a/b.docx", "b.MD", "thethuc.yaml", "hồ sơ.zip", "luật/format/a.yaml", "dm.thethuc"]
        {
            assert!(is_told(modified, name), "{name}");
        }
        for name in [
            "a/bao-cao.html",
            "~$b.docx",
            ".a.json.7.tmp",
            "b - nhận xét thể thức.docx",
            "a",
            "a/b.yaml",
            "luật/.a.yaml",
        ] {
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
