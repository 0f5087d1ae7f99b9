//! Reads a folder of rules.
//!
//! The library takes rule files as texts with paths; walking folders and judging links and rights
//! is done here.

use super::regular::{self, Unread};
use std::fs;
use std::io;
use std::path::Path;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::files::not_a_file;
use thethuc_core::rulebook::{Folder, RuleBookError, RuleFile};

/// All files of rules below `directory`, ordered by path, and why others could not be read: one that is
/// lost stops none of the rest. A fault of the folder itself has “.” as its file.
pub fn read(directory: &Path) -> Folder {
    let mut folder = Folder::default();
    collect(directory, "", &mut folder);
    folder.files.sort_by(|left, right| left.path.cmp(&right.path));
    folder.lost.sort_by(|left, right| left.file.cmp(&right.file));
    folder
}

/// Adds the files below a folder, `prefix` being its path from the folder of rules with a `/` at
/// its end.
fn collect(directory: &Path, prefix: &str, folder: &mut Folder) {
    let here = if prefix.is_empty() { "." } else { prefix };
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error) => return folder.lost.push(lost(here, io_words(&error))),
    };
    for entry in entries {
        let taken = entry.and_then(|entry| Ok((entry.path(), entry.file_name(), entry.file_type()?)));
        let (path, name, kind) = match taken {
            Ok(taken) => taken,
            Err(error) => {
                folder.lost.push(lost(here, io_words(&error)));
                continue;
            }
        };
        let name = name.to_string_lossy();
        // Hidden files are left behind by editors and systems.
        if name.starts_with('.') {
            continue;
        }
        let shown = format!("{prefix}{name}");
        if kind.is_dir() {
            collect(&path, &format!("{shown}/"), folder);
        } else if RuleFile::is_one(&shown) {
            match file(&path, &shown) {
                Ok(file) => folder.files.push(file),
                Err(fault) => folder.lost.push(fault),
            }
        }
    }
}

/// One file of rules, up to the largest size its kind may have.
///
/// # Errors
/// It is no regular file, cannot be read, is too large or no UTF-8.
fn file(path: &Path, shown: &str) -> Result<RuleFile, RuleBookError> {
    match regular::read(path, RuleFile::limit(shown)) {
        Ok(bytes) => RuleFile::of_bytes(shown, bytes),
        Err(Unread::NoFile) => Err(lost(shown, not_a_file())),
        Err(Unread::Io(error)) => Err(lost(shown, io_words(&error))),
    }
}

/// A fault of a file as a whole, which stands at its first letter.
fn lost(path: &str, words: Words) -> RuleBookError {
    RuleBookError::new(path, (1, 1), words.vi, words.en)
}

/// Why the system refused, in words that a person can act on; the code of the system stands in
/// English only.
fn io_words(error: &io::Error) -> Words {
    let vi = match error.kind() {
        io::ErrorKind::PermissionDenied => "không có quyền đọc".to_owned(),
        io::ErrorKind::NotFound => "không tìm thấy; liên kết trỏ đến chỗ không có".to_owned(),
        _ => "không đọc được".to_owned(),
    };
    Words { vi, en: format!("cannot be read: {error}") }
}
