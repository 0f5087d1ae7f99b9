//! Files that are there as a whole or not at all: written beside their target, then moved over it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file that is being written. Unless it is kept, nothing is left of it.
pub struct WholeFile {
    file: Option<File>,
    beside: PathBuf,
    target: PathBuf,
}

impl WholeFile {
    /// Begins a file that will stand at `target`; what a link there points to is replaced, not the link.
    pub fn begin(target: &Path) -> io::Result<Self> {
        let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
        if target.exists() && !target.is_file() {
            // A device or a folder has nothing that could be replaced.
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut name = std::ffi::OsString::from(".");
        name.push(target.file_name().ok_or(io::ErrorKind::InvalidInput)?);
        name.push(format!(".{}.tmp", std::process::id()));
        let beside = target.with_file_name(name);
        let file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
        Ok(Self { file: Some(file), beside, target })
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
            // The reason is told; that its remains stay as well would only hide it.
            let _ = fs::remove_file(&self.beside);
        }
        moved
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // Nobody is left to be told.
            let _ = fs::remove_file(&self.beside);
        }
    }
}
