//! The digests by which people see that they got what was handed out.

use crate::Fault;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes a line for each file, as `sha256sum --check` reads it.
///
/// # Errors
/// Something cannot be read or written.
pub fn write(target: &Path, files: &[PathBuf]) -> Result<(), Fault> {
    let mut text = String::new();
    for file in files {
        let digest = Sha256::digest(fs::read(file)?);
        for byte in digest {
            write!(text, "{byte:02x}")?;
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        writeln!(text, "  {name}")?;
    }
    fs::write(target, text)?;
    Ok(())
}
