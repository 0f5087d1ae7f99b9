//! Reads one configuration, and words what is wrong with it.

use crate::cli::bytes::shown;
use crate::cli::paths::whole;
use crate::cli::regular::{self, Unread};
use crate::cli::system::reason;
use crate::cli::words;
use crate::terminal::fault::draw;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use thethuc_core::finding::Words;
use thethuc_core::rulebook::config::Config;
use thethuc_core::rulebook::files::{not_a_file, not_utf8, too_large};
use thethuc_core::rulebook::yaml::Fault;

/// A file that was read.
#[derive(Debug, PartialEq)]
pub struct Loaded {
    /// Where it is.
    pub path: PathBuf,
    /// The folder that its paths count from.
    pub folder: PathBuf,
    /// Its text.
    pub text: String,
    /// What it says.
    pub config: Config,
}

/// Largest configuration that is read, in bytes; one of a hundred organs has less than a tenth of it.
const LARGEST_PROFILE: u64 = 1 << 20;

/// What a file says; none where there is no such file.
///
/// # Errors
/// It is no regular file, larger than a configuration may be, no UTF-8, or says what none says.
pub fn read(path: &Path) -> Result<Option<Loaded>, Words> {
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
                format!("không đọc được cấu hình “{path}”: {}.", reason(&error)),
                format!("the configuration “{path}” cannot be read: {error}."),
            ));
        }
        Err(Unread::NoFile) => return Err(of_file(path, &not_a_file())),
    };
    if u64::try_from(bytes.len()).map_or(true, |length| length > LARGEST_PROFILE) {
        return Err(of_file(path, &too_large(LARGEST_PROFILE)));
    }
    let text = String::from_utf8(bytes).map_err(|_| of_file(path, &not_utf8()))?;
    let config = Config::read(&text).map_err(|fault| told(path, &text, &fault))?;
    let folder = path.parent().and_then(whole).unwrap_or_default();
    Ok(Some(Loaded { path: path.to_owned(), folder, text, config }))
}

/// A fault with its place, and the line that it is in.
pub fn told(path: &Path, text: &str, fault: &Fault) -> Words {
    let place = format!("{}:{}:{}", shown(path), fault.line, fault.column);
    let drawn = |own: &str| draw(&format!("{place}: {own}"), Some(text), (fault.line, fault.column));
    words(
        format!("cấu hình có lỗi:\n{}", drawn(&fault.words.vi)),
        format!("the configuration has a fault:\n{}", drawn(&fault.words.en)),
    )
}

/// A fault of the file as a whole.
fn of_file(path: &Path, fault: &Words) -> Words {
    let path = shown(path);
    words(format!("cấu hình “{path}”: {}.", fault.vi), format!("the configuration “{path}”: {}.", fault.en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_limits_says_what_the_code_does() {
        const TABLE: &str = include_str!("../../../docs/limits.md");
        assert!(TABLE.contains(&format!("| `LARGEST_PROFILE` | {LARGEST_PROFILE} |")));
    }
}
