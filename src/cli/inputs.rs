//! From the arguments to the drafts: folders are walked, files named by the user always count.

use super::bytes::{STANDARD_INPUT, lost, read_all, read_file, shown};
use super::list;
use ignore::WalkBuilder;
use std::borrow::Cow;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use thethuc_core::finding::Words;

/// Extensions of drafts, in small letters. A file that is named by the user is read whatever its
/// extension.
const DRAFTS: [&str; 7] = ["docx", "docm", "dotx", "dotm", "md", "markdown", "txt"];
/// Extensions of documents that people keep drafts in, but that cannot be read.
const OTHER_DOCUMENTS: [&str; 4] = ["doc", "odt", "rtf", "pdf"];

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
}

impl Input {
    /// The path as shown; the name of standard input is the one given with `--name`, or `-`.
    pub fn shown(&self) -> String {
        match self {
            Self::File { path, .. } => shown(path),
            Self::Stdin(name) => name.clone().unwrap_or_else(|| STANDARD_INPUT.to_owned()),
            Self::Lost(path, _) => path.clone(),
        }
    }

    /// The name that tells the reader the kind of file; empty where nobody named it.
    pub fn reading_name(&self) -> Cow<'_, str> {
        match self {
            Self::File { path, .. } => path.to_string_lossy(),
            Self::Stdin(name) => Cow::Borrowed(name.as_deref().unwrap_or_default()),
            Self::Lost(path, _) => Cow::Borrowed(path),
        }
    }

    /// Whether it was found in a folder and not named by the user.
    pub const fn is_walked(&self) -> bool {
        matches!(self, Self::File { walked: true, .. })
    }

    /// The bytes, at most 256 MiB of them.
    ///
    /// # Errors
    /// Says in one sentence why they cannot be had.
    pub fn bytes(&self) -> Result<Vec<u8>, Words> {
        match self {
            Self::File { path, .. } => read_file(path).map_err(|error| lost(path, &error)),
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
        let mut walk = WalkBuilder::new(folder);
        walk.require_git(false).sort_by_file_path(Path::cmp);
        for entry in walk.build() {
            match entry {
                Ok(entry) => self.take(entry.path(), false),
                Err(error) => self.items.push(lost_folder(folder, error)),
            }
        }
    }

    /// Takes what may be a draft and counts documents of another kind: files of a folder, and whatever a
    /// list names, for a path that leads nowhere is told when it is read.
    fn take(&mut self, path: &Path, is_listed: bool) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // Word keeps `~$name.docx` beside an open document.
        if name.starts_with("~$") {
            return;
        }
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        // Symbolic links to files are followed, links to folders are not: they may lead in circles.
        if DRAFTS.contains(&extension.as_str()) && (is_listed || path.is_file()) {
            self.items.push(Input::File { path: path.to_owned(), walked: true });
        } else if OTHER_DOCUMENTS.contains(&extension.as_str()) && (is_listed || path.is_file()) {
            self.other_documents += 1;
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
