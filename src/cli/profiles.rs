//! Finds the profile of the organ for each draft: `thethuc.yaml` in its folder or the nearest one above.

use super::bytes::shown;
use super::inputs::{Input, Inputs};
use super::regular::{self, Unread};
use super::words;
use crate::terminal::fault::draw;
use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::files::{not_a_file, not_utf8, too_large};
use thethuc_core::rulebook::profile::{FILE, Profile};

/// Largest profile that is read, in bytes; one of a hundred organs has less than a tenth of it.
const LARGEST_PROFILE: u64 = 1 << 20;

/// The profiles of all folders that hold drafts of this run.
#[derive(Debug, Default)]
pub struct Profiles {
    /// By folder, what was found in it or above it; folders are canonical paths, each looked at
    /// once.
    known: HashMap<PathBuf, Option<Arc<Profile>>>,
    /// What is wrong with profiles, each told once: file, line and column.
    pub faults: Vec<Words>,
}

impl Profiles {
    /// Looks for the profiles of all inputs. A faulty one counts as none, and stops nothing else.
    pub fn find(inputs: &Inputs) -> Self {
        let mut profiles = Self::default();
        for folder in inputs.items.iter().filter_map(folder) {
            profiles.learn(&folder);
        }
        profiles
    }

    /// The profile for an input; none where its folder and those above have none.
    pub fn of(&self, input: &Input) -> Option<Arc<Profile>> {
        self.known.get(&folder(input)?)?.clone()
    }

    /// The profile that holds in a folder: its own, else that of the nearest one above. A faulty
    /// profile ends the search, because the one above is not what its author meant.
    fn learn(&mut self, folder: &Path) -> Option<Arc<Profile>> {
        if let Some(known) = self.known.get(folder) {
            return known.clone();
        }
        let profile = match read(&folder.join(FILE)) {
            Ok(Some(own)) => Some(Arc::new(own)),
            Ok(None) => folder.parent().and_then(|above| self.learn(above)),
            Err(fault) => {
                self.faults.push(fault);
                None
            }
        };
        self.known.insert(folder.to_owned(), profile.clone());
        profile
    }
}

/// The folder of an input; drafts from standard input lie where the command runs.
fn folder(input: &Input) -> Option<PathBuf> {
    let path = match input {
        Input::File { path, .. } | Input::Packed { archive: path, .. } => path.parent().unwrap_or(path),
        Input::Stdin(_) => Path::new(""),
        Input::Lost(..) => return None,
    };
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    // The folder itself, whatever way leads to it: `../b` lies in no `a`.
    std::fs::canonicalize(path).or_else(|_| std::path::absolute(path)).ok()
}

/// The profile of a file; none where there is no such file.
///
/// # Errors
/// It is no regular file, larger than a profile may be, no UTF-8, or says what no profile says.
fn read(path: &Path) -> Result<Option<Profile>, Words> {
    let bytes = match regular::read(path, LARGEST_PROFILE) {
        Ok(bytes) => bytes,
        // A path that is too long leads nowhere; the draft below it is told as lost anyway.
        Err(Unread::Io(error))
            if matches!(
                error.kind(),
                ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename
            ) =>
        {
            return Ok(None);
        }
        Err(Unread::Io(error)) => {
            let path = shown(path);
            return Err(words(
                format!("không đọc được hồ sơ cơ quan “{path}”: {error}."),
                format!("the profile of the organ “{path}” cannot be read: {error}."),
            ));
        }
        Err(Unread::NoFile) => return Err(of_file(path, &not_a_file())),
    };
    if u64::try_from(bytes.len()).map_or(true, |length| length > LARGEST_PROFILE) {
        return Err(of_file(path, &too_large(LARGEST_PROFILE)));
    }
    let text = String::from_utf8(bytes).map_err(|_| of_file(path, &not_utf8()))?;
    Profile::read(&text).map(Some).map_err(|fault| {
        let place = format!("{}:{}:{}", shown(path), fault.line, fault.column);
        let drawn = |own: &str| draw(&format!("{place}: {own}"), Some(&text), (fault.line, fault.column));
        words(
            format!("hồ sơ cơ quan có lỗi:\n{}", drawn(&fault.words.vi)),
            format!("the profile of the organ has a fault:\n{}", drawn(&fault.words.en)),
        )
    })
}

/// A fault of the file as a whole.
fn of_file(path: &Path, fault: &Words) -> Words {
    let path = shown(path);
    words(
        format!("hồ sơ cơ quan “{path}”: {}.", fault.vi),
        format!("the profile of the organ “{path}”: {}.", fault.en),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_limits_says_what_the_code_does() {
        const TABLE: &str = include_str!("../../docs/limits.md");
        assert!(TABLE.contains(&format!("| `LARGEST_PROFILE` | {LARGEST_PROFILE} |")));
    }
}
