//! Files that are there as a whole or not at all: written beside their target, then moved over it.
//!
//! On a shared folder several people may write at once, from several machines: no name is taken that somebody
//! else uses, neither beside the target nor, where the file is to be a new one, at the target.

use super::bytes::shown;
use super::system::reason;
use super::words;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use thethuc_core::finding::Words;

/// Most names that are tried beside a target.
const TRIES: u32 = 100;

/// A file that is being written. Unless it is kept, nothing is left of it.
pub struct WholeFile {
    file: Option<File>,
    beside: PathBuf,
    target: PathBuf,
    /// Whether the target is an empty file of ours, which holds the name until the whole one comes.
    is_reserved: bool,
}

impl WholeFile {
    /// Begins a file that will stand at `target`; what a link there points to is replaced, not the link.
    pub fn begin(target: &Path) -> io::Result<Self> {
        let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
        if target.exists() && !target.is_file() {
            // A device or a folder has nothing that could be replaced.
            return Err(io::ErrorKind::InvalidInput.into());
        }
        Self::beside(target, false)
    }

    /// Begins a file that replaces none: `AlreadyExists` where somebody has the name, even if he took it a
    /// moment ago.
    pub fn begin_new(target: &Path) -> io::Result<Self> {
        OpenOptions::new().write(true).create_new(true).open(target)?;
        let begun = Self::beside(target.to_owned(), true);
        if begun.is_err() {
            // The reason is told; an empty file would only hide it.
            let _ = fs::remove_file(target);
        }
        begun
    }

    fn beside(target: PathBuf, is_reserved: bool) -> io::Result<Self> {
        if target.file_name().is_none() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let process = std::process::id();
        let mut tried = 0;
        loop {
            let beside = target.with_file_name(format!(".thethuc-{process}-{tried}.tmp"));
            match OpenOptions::new().write(true).create_new(true).open(&beside) {
                Ok(file) => return Ok(Self { file: Some(file), beside, target, is_reserved }),
                // Two machines may have a process of one number.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tried < TRIES => tried += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// Writes a piece.
    pub fn write(&mut self, text: &[u8]) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), |file| file.write_all(text))
    }

    /// Moves the file to its place.
    pub fn keep(mut self) -> io::Result<()> {
        let Some(file) = self.file.take() else { return Ok(()) };
        let moved = file.sync_all().and_then(|()| {
            drop(file);
            fs::rename(&self.beside, &self.target)
        });
        if moved.is_err() {
            self.leave_nothing();
        }
        moved
    }

    /// Takes away what was written so far. Nobody is left to be told where that fails.
    fn leave_nothing(&self) {
        let _ = fs::remove_file(&self.beside);
        if self.is_reserved {
            let _ = fs::remove_file(&self.target);
        }
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            self.leave_nothing();
        }
    }
}

/// Writes the file; never over another one unless `force` says so.
pub fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), Words> {
    let written = if force {
        // Whole or not at all, and never into a pipe or a device.
        WholeFile::begin(path).and_then(|mut file| file.write(bytes).and_then(|()| file.keep()))
    } else {
        OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut file| file.write_all(bytes))
    };
    let path = shown(path);
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => words(
            format!("tệp “{path}” đã có; chọn tên khác, hoặc thêm --force để ghi đè."),
            format!("the file “{path}” exists; choose another name, or add --force to write over it."),
        ),
        ErrorKind::InvalidInput => {
            words(format!("“{path}” không phải là tệp thường."), format!("“{path}” is no regular file."))
        }
        _ => words(
            format!("không ghi được tệp “{path}” ({}).", reason(&error)),
            format!("the file “{path}” could not be written ({error})."),
        ),
    })
}
