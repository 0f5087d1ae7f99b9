//! From the arguments to the drafts: folders and dossiers are walked, files named by the user always count.

use super::bytes::{STANDARD_INPUT, lost, read_all, read_file, shown};
use super::dossier;
use super::{list, words};
use ignore::WalkBuilder;
use std::borrow::Cow;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use thethuc_core::files::dossier::Entry;
use thethuc_core::files::kind::{self, Kind};
use thethuc_core::files::{copies, names};
use thethuc_core::finding::Words;
use thethuc_core::read::{ReadError, lock};

/// One thing to check.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file; `walked` if it was found in a folder and not named by the user.
    File {
        /// Its path.
        path: PathBuf,
        /// Whether it was found in a folder.
        walked: bool,
    },
    /// A file in a dossier.
    Packed {
        /// The path of the archive.
        archive: PathBuf,
        /// The file in it.
        entry: Entry,
    },
    /// Standard input, under the name that tells its kind, if one was given.
    Stdin(Option<String>),
    /// Something that cannot be had, with the reason.
    Lost(String, Words),
}

/// What the arguments lead to.
#[derive(Debug, Default)]
pub struct Inputs {
    /// What to check, in the order of the arguments, folders sorted by path.
    pub items: Vec<Input>,
    /// Documents in walked folders that are of a kind that cannot be read (.doc, .pdf).
    pub other_documents: usize,
    /// Files of walked folders that stand beside drafts and are none: copies with our remarks, locks of open
    /// documents, backups.
    pub not_drafts: usize,
    /// Those among them that are copies with our remarks, in the order of their paths.
    pub copies: Vec<PathBuf>,
}

/// Whether a file of that name is read where it is found in a folder.
pub fn is_read_in_folders(name: &str) -> bool {
    Kind::of(name) == Kind::Draft || kind::is_dossier(name)
}

/// Whether a path names a dossier.
fn is_dossier(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    kind::is_dossier(&name.to_string_lossy()) && path.is_file()
}

impl Input {
    /// The path as shown; the name of standard input is the one given with `--name`, or `-`.
    pub fn shown(&self) -> String {
        match self {
            Self::File { path, .. } => shown(path),
            Self::Packed { archive, entry } => format!("{}/{}", shown(archive), entry.name),
            Self::Stdin(name) => name.clone().unwrap_or_else(|| STANDARD_INPUT.to_owned()),
            Self::Lost(path, _) => path.clone(),
        }
    }

    /// The name that tells the reader the kind of file; empty where nobody named it.
    pub fn reading_name(&self) -> Cow<'_, str> {
        match self {
            Self::File { path, .. } => path.to_string_lossy(),
            Self::Stdin(name) => Cow::Borrowed(name.as_deref().unwrap_or_default()),
            Self::Packed { entry, .. } => Cow::Borrowed(&entry.name),
            Self::Lost(path, _) => Cow::Borrowed(path),
        }
    }

    /// Whether it was found in a folder and not named by the user.
    pub const fn is_walked(&self) -> bool {
        matches!(self, Self::File { walked: true, .. } | Self::Packed { .. })
    }

    /// The bytes, at most 256 MiB of them.
    ///
    /// # Errors
    /// Says in one sentence why they cannot be had.
    pub fn bytes(&self) -> Result<Vec<u8>, Words> {
        // Word lets nobody read its locks, so the name must tell before the system says something else.
        if let Some(end) = lock(&self.reading_name()) {
            return Err(ReadError::Lock(end.to_owned()).words());
        }
        match self {
            Self::File { path, .. } => read_file(path).map_err(|error| lost(path, &error)),
            Self::Packed { archive, entry } => dossier::bytes(archive, entry),
            Self::Stdin(_) => {
                read_all(io::stdin().lock()).map_err(|error| lost(Path::new(STANDARD_INPUT), &error))
            }
            Self::Lost(_, reason) => Err(reason.clone()),
        }
    }
}

/// Finds what the arguments name, and what the list does. Nothing is read but the list; the same path
/// counts once.
///
/// # Errors
/// Says in one sentence why the list cannot be had.
pub fn find(paths: &[PathBuf], stdin_name: Option<&str>, list: Option<&Path>) -> Result<Inputs, Words> {
    let mut inputs = Inputs::default();
    for path in paths {
        if path.as_os_str() == STANDARD_INPUT {
            inputs.items.push(Input::Stdin(stdin_name.map(str::to_owned)));
        } else if path.is_dir() {
            inputs.walk(path);
        } else if is_dossier(path) {
            inputs.unpack(path, false);
        } else {
            inputs.items.push(Input::File { path: path.clone(), walked: false });
        }
    }
    if let Some(list) = list {
        let takes_stdin = inputs.items.iter().any(|input| matches!(input, Input::Stdin(_)));
        for path in list::read(list, takes_stdin)? {
            if path.is_dir() { inputs.walk(&path) } else { inputs.take(&path, true) }
        }
    }
    let mut seen = HashSet::new();
    inputs.items.retain(|input| seen.insert(input.shown()));
    Ok(inputs)
}

impl Inputs {
    /// Takes the drafts below a folder in the order of their paths, so that two runs report alike.
    /// Hidden files and what `.gitignore` names are left out. A folder that may not be read is an
    /// input of its own, which is reported.
    fn walk(&mut self, folder: &Path) {
        let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let special = whole.ancestors().find_map(special_list);
        self.walk_below(folder, special);
    }

    /// Walks a folder. Where an ignore list is no regular file the lists are left alone from there on, since
    /// whoever opens a pipe waits for ever; that is told once.
    fn walk_below(&mut self, folder: &Path, special: Option<PathBuf>) {
        let lists = special.is_none();
        self.items.extend(special.map(|path| Input::Lost(shown(&path), no_regular_list())));
        let met: Arc<Mutex<Vec<(PathBuf, PathBuf)>>> = Arc::default();
        let found = Arc::clone(&met);
        let mut walk = WalkBuilder::new(folder);
        // What a user's own git leaves out everywhere must not hide drafts without a word.
        walk.require_git(false).git_global(false).git_exclude(false).sort_by_file_path(Path::cmp);
        walk.git_ignore(lists).ignore(lists).parents(lists);
        walk.filter_entry(move |entry| {
            let is_below = entry.depth() > 0 && entry.file_type().is_some_and(|kind| kind.is_dir());
            let special = if lists && is_below { special_list(entry.path()) } else { None };
            let Some(list) = special else { return true };
            if let Ok(mut met) = found.lock() {
                met.push((entry.path().to_owned(), list));
            }
            false
        });
        for entry in walk.build() {
            match entry {
                Ok(entry) => self.take(entry.path(), false),
                Err(error) => self.items.push(lost_folder(folder, error)),
            }
        }
        let left = met.lock().map(|mut met| std::mem::take(&mut *met)).unwrap_or_default();
        for (folder, list) in left {
            self.walk_below(&folder, Some(list));
        }
    }

    /// Takes what may be a draft and counts documents of another kind: files of a folder, and whatever a
    /// list names, for a path that leads nowhere is told when it is read.
    fn take(&mut self, path: &Path, is_listed: bool) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // Symbolic links to files are followed, links to folders are not: they may lead in circles.
        if !is_listed && !path.is_file() {
            return;
        }
        if is_dossier(path) {
            return self.unpack(path, true);
        }
        match Kind::of(&name) {
            Kind::Draft => self.items.push(Input::File { path: path.to_owned(), walked: true }),
            Kind::OtherDocument => self.other_documents += 1,
            Kind::NoDraft => {
                self.not_drafts += 1;
                self.copies.extend(is_with_remarks(path).then(|| path.to_owned()));
            }
            Kind::Unknown => {}
        }
    }

    /// Takes the drafts in a dossier; `walked` says that it was found in a folder.
    fn unpack(&mut self, path: &Path, walked: bool) {
        let entries = match dossier::entries(path) {
            Ok(Some(entries)) => entries,
            Ok(None) => return self.items.push(Input::File { path: path.to_owned(), walked }),
            Err(reason) => return self.items.push(Input::Lost(shown(path), reason)),
        };
        for entry in entries {
            if kind::is_hidden(&entry.name) {
                continue;
            }
            let name = entry.name.rsplit('/').next().unwrap_or_default();
            match Kind::of(name) {
                Kind::Draft => self.items.push(Input::Packed { archive: path.to_owned(), entry }),
                Kind::OtherDocument => self.other_documents += 1,
                Kind::NoDraft => self.not_drafts += 1,
                Kind::Unknown => {}
            }
        }
    }
}

/// A place that could not be walked, as an input that cannot be had.
fn lost_folder(folder: &Path, error: ignore::Error) -> Input {
    let path = path_of(&error).unwrap_or_else(|| folder.to_owned());
    let text = error.to_string();
    let error = error.into_io_error().unwrap_or_else(|| io::Error::other(text));
    Input::Lost(shown(&path), lost(&path, &error))
}

/// The path that an error of the walk is about, if it tells.
fn path_of(error: &ignore::Error) -> Option<PathBuf> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path.clone()),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

/// The ignore list of a folder that is a pipe or a device; `None` for regular files and where there is none.
fn special_list(folder: &Path) -> Option<PathBuf> {
    [".gitignore", ".ignore"]
        .into_iter()
        .map(|name| folder.join(name))
        .find(|path| path.metadata().is_ok_and(|own| !own.is_file() && !own.is_dir()))
}

/// Why an ignore list was not read.
fn no_regular_list() -> Words {
    words(
        "Danh sách bỏ qua này không phải là tệp thường nên không được mở; mọi dự thảo trong thư mục vẫn được kiểm tra.",
        "This ignore list is no regular file and was not opened; all drafts of the folder are checked.",
    )
}

/// Whether a file is a copy with remarks, and no lock or backup of one.
fn is_with_remarks(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    names::is_copy(&stem) && !name.starts_with("~$") && copies::Kind::of(&name).is_some()
}
