//! Reads small files that a person wrote: regular ones alone, and never more than is sensible. A pipe
//! would be waited for, a device never ends.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Why a file was not read.
pub enum Unread {
    /// It is a pipe, a device or a folder.
    NoFile,
    /// It cannot be read.
    Io(io::Error),
}

/// The bytes of a regular file, but no more than one above `limit` (bytes): the one more tells the
/// caller that the file is too large without reading the rest.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Unread> {
    if !fs::metadata(path).map_err(Unread::Io)?.is_file() {
        return Err(Unread::NoFile);
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Unread::Io)?;
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(Unread::Io)?;
    Ok(bytes)
}
