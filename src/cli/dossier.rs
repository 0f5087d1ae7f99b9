//! Dossiers on the disk: archives that are read as folders.

use super::bytes::{lost, shown};
use std::fs::File;
use std::io::{BufReader, Cursor};
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

/// The bytes of the entry of a name in an archive that lies in memory; none where it has no such entry.
///
/// # Errors
/// Says in one sentence why it is not read.
pub fn entry_of(shown: &str, archive: &[u8], name: &str) -> Result<Option<Vec<u8>>, Words> {
    let read = || {
        let entries = dossier::entries(shown, Cursor::new(archive))?.unwrap_or_default();
        let entry = entries.iter().find(|entry| entry.name == name);
        entry.map(|entry| dossier::bytes(shown, Cursor::new(archive), entry)).transpose()
    };
    read().map_err(|refused| told(Path::new(shown), refused))
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
