//! The file of the report: its name, and that no file of anybody is lost to it.

use super::place::{Because, Places};
use super::{Job, folder};
use crate::cli::bytes::shown;
use crate::cli::copies::{not_written, stem, unused};
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use thethuc_core::files::names;
use thethuc_core::finding::Words;

const END: &str = ".html";
/// How a report of ours begins that may be renewed; it stands within this many bytes.
const OURS: &str = "<meta name=\"generator\" content=\"thethuc ";
const HEAD: u64 = 4096;
/// Most times that a name is sought because somebody else took the one that was free.
const TRIES: usize = 20;

/// Where the report goes.
pub struct Report {
    /// The file.
    pub path: PathBuf,
    /// Why it is not beside the drafts.
    pub because: Option<Words>,
    /// Whether the file is an empty one that holds its name.
    is_reserved: bool,
}

impl Job<'_> {
    /// The file of the report. One of ours that stands beside the drafts is renewed; in the documents of the user,
    /// where drafts of one name come from many places, every report is a new one.
    ///
    /// # Errors
    /// There is no place for it.
    pub fn report(&self) -> Result<Report, Words> {
        let base = names::report(&self.name());
        let home = self.home(&base);
        let (folder, because) = match home {
            Ok(folder) => (folder, None),
            Err(because) => {
                let taken = self.places.documents()?;
                (taken.to_owned(), Some(because.words(taken)))
            }
        };
        let usual = folder.join(format!("{base}{END}"));
        if because.is_none() && is_ours(&usual) {
            return Ok(Report { path: usual, because, is_reserved: false });
        }
        let path = reserved(&folder, &base)?;
        Ok(Report { path, because, is_reserved: true })
    }

    /// The folder of everything that was named, or why it is none for a report.
    fn home(&self, base: &str) -> Result<PathBuf, Because> {
        let mut folders = self.named.iter().map(|path| home_of(path, self.named.len() == 1));
        let first = folders.next().unwrap_or_default();
        if folders.any(|own| own != first) {
            return Err(Because::Apart);
        }
        if self.named.iter().any(|path| is_archive(path)) {
            return Err(Because::Packed);
        }
        if first.to_str().is_none() {
            // Its name could not be written down.
            return Err(Because::Closed);
        }
        let units = base.encode_utf16().count() + super::NUMBERED;
        Places::refuses(self.places, &first, units).map_or(Ok(first), Err)
    }

    /// What the report is named after.
    fn name(&self) -> String {
        let first = self.named.first().map(|path| if path.is_dir() { full_name(path) } else { stem(path) });
        let first = first.unwrap_or_default();
        match self.named.len() {
            0 | 1 => first,
            more => {
                let are_files = self.named.iter().all(|path| !path.is_dir());
                let things = if are_files { "tệp" } else { "mục" };
                format!("{} và {} {things} khác", names::original(&first), more - 1)
            }
        }
    }
}

impl Report {
    /// Makes sure that nothing is left of a report that was not written.
    ///
    /// # Errors
    /// It was not.
    pub fn keep(&self) -> Result<(), Words> {
        let is_written = fs::metadata(&self.path).is_ok_and(|own| own.len() > 0);
        if is_written { Ok(()) } else { Err(not_written(&self.path, &ErrorKind::UnexpectedEof.into())) }
    }
}

impl Drop for Report {
    fn drop(&mut self) {
        if self.is_reserved && fs::metadata(&self.path).is_ok_and(|own| own.len() == 0) {
            // Nobody is left to be told.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// The folder for a report on one thing: a folder holds the report on itself where nothing else was named.
fn home_of(path: &Path, is_alone: bool) -> PathBuf {
    if is_alone && path.is_dir() { path.to_owned() } else { folder(path).to_owned() }
}

fn is_archive(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    thethuc_core::files::kind::is_dossier(&name) && path.is_file()
}

/// The name of a folder, which has no extension; that of a disk is its letter.
fn full_name(path: &Path) -> String {
    let name = path.file_name().map(|own| own.to_string_lossy().into_owned());
    name.unwrap_or_else(|| shown(path).replace(['/', '\\', ':'], ""))
}

/// Whether a file is a report of ours.
fn is_ours(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    read.is_ok() && String::from_utf8_lossy(&head).contains(OURS)
}

/// A name that was free and is now held by an empty file.
fn reserved(folder: &Path, base: &str) -> Result<PathBuf, Words> {
    let mut tried = 0;
    loop {
        let path = unused(folder, base, END);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && tried < TRIES => tried += 1,
            Err(error) => return Err(not_written(&path, &error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_that_of_the_page() {
        assert!(include_str!("../../../crates/html/templates/open.html").contains(OURS));
    }
}
