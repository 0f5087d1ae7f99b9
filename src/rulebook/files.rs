//! Reading a directory of rules. The only place of the rule book that touches the file system: the
//! build and the command line use it, the core is given texts.

use std::io;
use std::path::Path;

/// A file of a directory of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFile {
    /// Path below the directory, with `/` between its parts.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// All `.yaml`, `.yml`, `.md` and `.csv` files below `directory`, ordered by path.
pub fn read_directory(directory: &Path) -> io::Result<Vec<RuleFile>> {
    let mut files = Vec::new();
    collect(directory, "", &mut files)?;
    files.sort_by(|left, right| left.path.cmp(&right.path));
    Ok(files)
}

fn collect(directory: &Path, prefix: &str, files: &mut Vec<RuleFile>) -> io::Result<()> {
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &path, files)?;
        } else if [".yaml", ".yml", ".md", ".csv"].iter().any(|end| name.ends_with(end)) {
            let text = std::fs::read_to_string(entry.path())
                .map_err(|error| io::Error::new(error.kind(), format!("{path}: {error}")))?;
            files.push(RuleFile { path, text });
        }
    }
    Ok(())
}
