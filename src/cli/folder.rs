//! Reads a folder of rules.

use std::io;
use std::path::Path;
use thethuc_core::rulebook::{RuleBookError, RuleFile};

/// All files of rules below `directory`, ordered by path. A fault of the folder itself has “.” as its
/// file.
pub fn read(directory: &Path) -> Result<Vec<RuleFile>, Vec<RuleBookError>> {
    let mut files = Vec::new();
    collect(directory, "", &mut files).map_err(|error| {
        let vi = format!("không đọc được thư mục quy tắc: {error}");
        let en = format!("the directory of rules cannot be read: {error}");
        vec![RuleBookError::new(".", (1, 1), vi, en)]
    })?;
    files.sort_by(|left, right| left.path.cmp(&right.path));
    Ok(files)
}

fn collect(directory: &Path, prefix: &str, files: &mut Vec<RuleFile>) -> io::Result<()> {
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if RuleFile::is_one(&path) {
            let text = std::fs::read_to_string(entry.path())
                .map_err(|error| io::Error::new(error.kind(), format!("{path}: {error}")))?;
            files.push(RuleFile { path, text });
        }
    }
    Ok(())
}
