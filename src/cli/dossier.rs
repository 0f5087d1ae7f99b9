//! Dossiers on the disk: archives that are read as folders.

use super::bytes::{lost, shown};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use thethuc_core::files::dossier::{self, Entry, Refused};
use thethuc_core::finding::Words;

/// The files in an archive, in the order of their paths; `None` where it is an Office file by another name.
///
/// # Errors
/// Says in one sentence why it is not read.
pub fn entries(path: &Path) -> Result<Option<Vec<Entry>>, Words> {
    open(path).and_then(|file| dossier::entries(&shown(path), file)).map_err(|refused| told(path, refused))
}

/// The bytes of an entry.
///
/// # Errors
/// Says in one sentence why they cannot be had.
pub fn bytes(path: &Path, entry: &Entry) -> Result<Vec<u8>, Words> {
    open(path)
        .and_then(|file| dossier::bytes(&shown(path), file, entry))
        .map_err(|refused| told(path, refused))
}

fn open(path: &Path) -> Result<BufReader<File>, Refused> {
    Ok(BufReader::new(File::open(path)?))
}

fn told(path: &Path, refused: Refused) -> Words {
    match refused {
        Refused::Io(error) => lost(path, &error),
        Refused::Because(words) => words,
    }
}
