//! The portable archive: the same files as the installer brings, in one folder.

use crate::{Fault, VERSION};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs a folder. Entries are in order and without a time of their own: the same contents give the same bytes.
///
/// # Errors
/// Something cannot be read or written.
pub fn write(contents: &Path, target: &Path) -> Result<(), Fault> {
    let mut files = Vec::new();
    collect(contents, &mut files)?;
    files.sort();
    let mut zip = ZipWriter::new(File::create(target)?);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for file in files {
        let name = file.strip_prefix(contents)?.to_string_lossy().replace('\\', "/");
        zip.start_file(format!("thethuc-{VERSION}/{name}"), options)?;
        io::copy(&mut File::open(&file)?, &mut zip)?;
    }
    zip.finish()?.flush()?;
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
