//! What changed in git since a revision, and what was there before: git is called as a program.
//!
//! Only the names and bytes of files are taken from it. The earlier state of a draft is checked like the present
//! one, by the same program, rules and day: what differs is what the change brought.

use super::bytes::shown;
use super::inputs::{Input, Inputs};
use super::paths::name;
use super::{dossier, words};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use thethuc_core::files::kind::Kind;
use thethuc_core::finding::Words;

/// What is otherwise in the working folder than in a revision.
pub struct Since {
    /// The top folder of the repository.
    root: PathBuf,
    /// The revision that is compared with, by its own name.
    base: String,
    /// Files that are otherwise, by their whole paths, with their paths in the revision; none for new ones.
    changed: BTreeMap<PathBuf, Option<String>>,
    /// Paths in the revision of files that are there no more.
    gone: Vec<String>,
}

/// A draft of the revision.
pub struct Earlier {
    /// The whole path that it would have today.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why git did not answer.
enum Trouble {
    /// It is not there.
    Absent,
    /// What it said.
    Said(String),
}

impl Since {
    /// What changed in the repository of a folder since it left a revision: for a branch that went on meanwhile,
    /// since the last state that both share.
    ///
    /// # Errors
    /// There is no git, no repository, or no such revision.
    pub fn of(revision: &str, folder: &Path) -> Result<Self, Words> {
        let line =
            |args: &[&str]| git(folder, args).map(|out| String::from_utf8_lossy(&out).trim().to_owned());
        let root = line(&["rev-parse", "--show-toplevel"]).map_err(|own| no_repository(folder, own))?;
        let commit = format!("{revision}^{{commit}}");
        let commit = line(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]);
        let commit = commit.map_err(|own| no_revision(revision, own))?;
        let base = line(&["merge-base", &commit, "HEAD"]).unwrap_or(commit);
        let root = std::fs::canonicalize(&root).unwrap_or_else(|_| PathBuf::from(root));
        let mut since = Self { root, base, changed: BTreeMap::new(), gone: Vec::new() };
        since.compare().map_err(|own| no_revision(revision, own))?;
        Ok(since)
    }

    /// Asks which files are otherwise.
    fn compare(&mut self) -> Result<(), Trouble> {
        let diff = ["diff", "--name-status", "-z", "-M", "--no-relative", "--no-ext-diff", &self.base, "--"];
        let diff = git(&self.root, &diff)?;
        let mut fields = diff.split(|byte| *byte == 0).filter(|own| !own.is_empty());
        while let Some(status) = fields.next() {
            let Some(first) = fields.next() else { break };
            let old = String::from_utf8_lossy(first).into_owned();
            match status.first() {
                Some(b'D') => self.gone.push(old),
                Some(b'A') => self.add(first, None),
                Some(b'R') => {
                    let Some(new) = fields.next() else { break };
                    self.add(new, Some(old));
                }
                // A copy is a document of its own.
                Some(b'C') => {
                    let Some(new) = fields.next() else { break };
                    self.add(new, None);
                }
                _ => self.add(first, Some(old)),
            }
        }
        let others = git(&self.root, &["ls-files", "-z", "--others", "--exclude-standard"])?;
        for path in others.split(|byte| *byte == 0).filter(|own| !own.is_empty()) {
            self.add(path, None);
        }
        Ok(())
    }

    fn add(&mut self, path: &[u8], old: Option<String>) {
        let whole = self.root.join(path_of(path));
        let whole = std::fs::canonicalize(&whole).unwrap_or(whole);
        self.changed.insert(whole, old);
    }

    /// Leaves only what is otherwise, and gives how many drafts are not. What leads nowhere stays, so that it is
    /// told. `walked` are the folders that were walked.
    pub fn keep(&self, found: &mut Inputs, walked: &[PathBuf]) -> usize {
        let before = found.items.len();
        found.items.retain(|input| match input {
            Input::File { path, .. } | Input::Packed { archive: path, .. } => {
                std::fs::canonicalize(path).map_or(true, |whole| self.changed.contains_key(&whole))
            }
            Input::Stdin(_) | Input::Lost(..) => true,
        });
        let of_kind = |wanted: Kind| {
            let lies = |path: &&PathBuf| walked.iter().any(|own| path.starts_with(own));
            let is_it =
                |path: &PathBuf| Kind::of(&path.file_name().unwrap_or_default().to_string_lossy()) == wanted;
            self.changed.keys().filter(lies).filter(|path| is_it(path)).count()
        };
        found.other_documents = of_kind(Kind::OtherDocument);
        found.not_drafts = of_kind(Kind::NoDraft);
        before - found.items.len()
    }

    /// The draft of the revision that an input was; none where it is new.
    ///
    /// # Errors
    /// It was there and cannot be had.
    pub fn earlier(&self, input: &Input) -> Result<Option<Earlier>, Words> {
        let path = match input {
            Input::File { path, .. } | Input::Packed { archive: path, .. } => path,
            Input::Stdin(_) | Input::Lost(..) => return Ok(None),
        };
        let whole = std::fs::canonicalize(path).ok();
        let Some(Some(old)) = whole.and_then(|whole| self.changed.get(&whole)) else { return Ok(None) };
        let earlier = self.at(old)?;
        let Input::Packed { entry, .. } = input else { return Ok(Some(earlier)) };
        dossier::entry_of(&earlier.path, &earlier.bytes, &entry.name).map(|bytes| {
            bytes.map(|bytes| Earlier { path: format!("{}/{}", earlier.path, entry.name), bytes })
        })
    }

    /// The drafts that were there and are no more: one of them may be what a new one was before it was both moved
    /// and changed. Those that cannot be had are left out.
    pub fn gone(&self) -> impl Iterator<Item = Earlier> {
        let drafts = self.gone.iter().filter(|path| {
            let name = path.rsplit('/').next().unwrap_or_default();
            Kind::of(name) == Kind::Draft
        });
        drafts.filter_map(|path| self.at(path).ok())
    }

    /// A file of the revision, as it would stand in the working folder.
    fn at(&self, path: &str) -> Result<Earlier, Words> {
        let bytes = git(&self.root, &["cat-file", "--filters", &format!("{}:{path}", self.base)]);
        let bytes = bytes.map_err(|own| unread(path, own))?;
        Ok(Earlier { path: shown(&self.root.join(path)), bytes })
    }

    /// What is compared, for people.
    pub fn told(&self, revision: &str, changed: usize, untouched: usize) -> Words {
        let base: String = self.base.chars().take(10).collect();
        let root = name(&self.root);
        words(
            format!(
                "so với {revision} ({base}) trong “{root}”: {changed} dự thảo đã đổi, {untouched} không đổi."
            ),
            format!("since {revision} ({base}) in “{root}”: {changed} drafts changed, {untouched} did not."),
        )
    }
}

/// What git writes on standard output.
fn git(folder: &Path, args: &[&str]) -> Result<Vec<u8>, Trouble> {
    let ran = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["-c", "core.quotepath=off"])
        .args(args)
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output();
    match ran {
        Ok(ended) if ended.status.success() => Ok(ended.stdout),
        Ok(ended) => {
            let said = String::from_utf8_lossy(&ended.stderr);
            let first = said.lines().next().unwrap_or_default();
            Err(Trouble::Said(first.trim_start_matches("fatal: ").to_owned()))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Err(Trouble::Absent),
        Err(error) => Err(Trouble::Said(error.to_string())),
    }
}

/// A path as git writes it.
#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

/// A path as git writes it.
#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(OsStr::new(&*String::from_utf8_lossy(bytes)))
}

fn absent() -> Words {
    words(
        "--changed-since cần chương trình git, máy này chưa có; hãy cài git, hoặc bỏ tùy chọn này và dùng --baseline.",
        "--changed-since needs the program git, which this machine does not have; install it, or leave the option out and use --baseline.",
    )
}

fn no_repository(folder: &Path, trouble: Trouble) -> Words {
    let Trouble::Said(said) = trouble else { return absent() };
    let folder = name(folder);
    let said = bracketed(&said);
    words(
        format!(
            "“{folder}” không nằm trong kho git nào nên không biết điều gì đã đổi{said}; hãy bỏ --changed-since."
        ),
        format!(
            "“{folder}” lies in no git repository, so what changed is not known{said}; leave --changed-since out."
        ),
    )
}

fn no_revision(revision: &str, trouble: Trouble) -> Words {
    let Trouble::Said(said) = trouble else { return absent() };
    let said = bracketed(&said);
    words(
        format!(
            "kho git không có phiên bản “{revision}”{said}; hãy kiểm tra lại tên, hoặc tải đủ lịch sử (git fetch --unshallow)."
        ),
        format!(
            "the repository has no revision “{revision}”{said}; check its name, or fetch the whole history (git fetch --unshallow)."
        ),
    )
}

fn unread(path: &str, trouble: Trouble) -> Words {
    let Trouble::Said(said) = trouble else { return absent() };
    let said = bracketed(&said);
    words(
        format!("không lấy được bản cũ của “{path}” từ git{said}."),
        format!("git did not give the earlier state of “{path}”{said}."),
    )
}

/// What git said, in brackets; nothing where it said nothing.
fn bracketed(said: &str) -> String {
    if said.is_empty() { String::new() } else { format!(" ({said})") }
}
