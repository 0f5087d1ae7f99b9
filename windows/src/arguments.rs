//! What the program was started with. People never type it: Explorer and the installer's entries do.

use std::ffi::OsString;
use std::path::PathBuf;

/// For copies for signing instead of a check.
const CLEAN: &str = "--clean";
/// For entries that Explorer starts once for every chosen file.
const GATHER: &str = "--gather";

/// The arguments.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// Whether copies for signing are wanted.
    pub is_clean: bool,
    /// Whether other processes bring the rest of what was chosen.
    pub is_gathered: bool,
}

impl Arguments {
    /// Reads them. Whatever is no option is a path.
    pub fn of(words: impl IntoIterator<Item = OsString>) -> Self {
        let mut own = Self::default();
        for word in words {
            match word.to_str() {
                Some(CLEAN) => own.is_clean = true,
                Some(GATHER) => own.is_gathered = true,
                // A disk is named with a stroke at its end (`D:\`), which in quotation marks guards the closing
                // one: what arrives is `D:"`.
                Some(text) if text.ends_with('"') => own.paths.push(text.replace('"', "\\").into()),
                _ => own.paths.push(word.into()),
            }
        }
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> Arguments {
        Arguments::of(words.iter().map(OsString::from))
    }

    #[test]
    fn options_stand_anywhere_and_all_else_is_a_path() {
        let own = of(&["--gather", "C:\\Dự thảo\\a b.docx", "--clean"]);
        assert!(own.is_clean && own.is_gathered);
        assert_eq!(own.paths, [PathBuf::from("C:\\Dự thảo\\a b.docx")]);
        assert_eq!(of(&["D:\""]).paths, [PathBuf::from("D:\\")]);
        assert_eq!(of(&[]), Arguments::default());
    }
}
