//! A file of a rule book. Whoever has a file system reads it; the rule book is given texts.

use super::clean::clean;
use super::error::RuleBookError;
use crate::vocabulary::Words;
use serde::de::DeserializeOwned;
use unicode_normalization::UnicodeNormalization;

/// Endings of the files of a rule book, in small letters.
const ENDINGS: [&str; 4] = [".yaml", ".yml", ".md", ".csv"];

/// Largest file that is read, in bytes: the longest rule file of today has six thousand.
const LARGEST: u64 = 1 << 20;
/// Largest sheet that is read, in bytes: the registers of today have less than one million.
const LARGEST_SHEET: u64 = 16 << 20;

/// A file of a directory of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFile {
    /// Path below the directory, with `/` between its parts.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// What a folder of rules holds: the files, and what is wrong with those that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// The files that were read.
    pub files: Vec<RuleFile>,
    /// Why others were not.
    pub lost: Vec<RuleBookError>,
}

impl RuleFile {
    /// Whether the path of a file has one of the endings that a rule book reads, in small letters or
    /// capitals. Manuals for people are no part of it.
    pub fn is_one(path: &str) -> bool {
        let path = path.to_lowercase();
        ENDINGS.iter().any(|ending| path.ends_with(ending)) && !path.ends_with("readme.md")
    }

    /// Most bytes that a file of this path may have.
    pub fn limit(path: &str) -> u64 {
        if path.to_lowercase().ends_with(".csv") { LARGEST_SHEET } else { LARGEST }
    }

    /// A file of these bytes.
    ///
    /// # Errors
    /// Says that they are too many, or where they cease to be UTF-8.
    pub fn of_bytes(path: &str, bytes: Vec<u8>) -> Result<Self, RuleBookError> {
        let fault = |place, words: Words| RuleBookError::new(path, place, words.vi, words.en);
        let limit = Self::limit(path);
        if u64::try_from(bytes.len()).map_or(true, |length| length > limit) {
            return Err(fault((1, 1), too_large(limit)));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self { path: path.to_owned(), text }),
            Err(error) => {
                let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                let line = String::from_utf8_lossy(before).matches('\n').count() + 1;
                Err(fault((line, 1), not_utf8()))
            }
        }
    }

    /// The path by which the rule book knows the file: composed letters, the ending in small letters,
    /// `.yml` as `.yaml`.
    pub(crate) fn key(&self) -> String {
        let path: String = self.path.nfc().collect();
        let Some((stem, ending)) = path.rsplit_once('.') else { return path };
        let ending = ending.to_lowercase();
        format!("{stem}.{}", if ending == "yml" { "yaml" } else { &ending })
    }

    /// What the file says, as the type of its place.
    ///
    /// # Errors
    /// The first fault, with file, line and column.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, RuleBookError> {
        super::yaml::read(&self.text).map_err(|fault| RuleBookError::of(&self.path, fault))
    }

    /// The file as the rule book reads it.
    pub(crate) fn cleaned(&self) -> Self {
        Self { path: self.path.clone(), text: clean(&self.text).into_owned() }
    }
}

/// What is said of a file that is too large.
pub fn too_large(limit: u64) -> Words {
    let limit = limit >> 20;
    Words {
        vi: format!("tệp lớn hơn {limit} MiB nên không được đọc"),
        en: format!("the file is larger than {limit} MiB and is not read"),
    }
}

/// What is said of a file that is no text.
pub fn not_utf8() -> Words {
    Words {
        vi: "tệp không phải là văn bản UTF-8; hãy lưu lại với bảng mã UTF-8".to_owned(),
        en: "the file is not UTF-8 text; save it with the UTF-8 encoding".to_owned(),
    }
}

/// What is said of something that is no file, a pipe or a device.
pub fn not_a_file() -> Words {
    Words {
        vi: "không phải là tệp thường nên không được đọc".to_owned(),
        en: "this is no regular file and is not read".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_limits_says_what_the_code_does() {
        const TABLE: &str = include_str!("../../../docs/limits.md");
        assert!(TABLE.contains(&format!("| `LARGEST` | {LARGEST} |")));
        assert!(TABLE.contains(&format!("| `LARGEST_SHEET` | {LARGEST_SHEET} |")));
    }

    #[test]
    fn endings_and_letters_do_not_make_another_file() {
        let key = |path: &str| RuleFile { path: path.to_owned(), text: String::new() }.key();
        assert_eq!(key("language/x.yml"), "language/x.yaml");
        assert_eq!(key("language/X.YAML"), "language/X.yaml");
        assert_eq!(key("bases/ke\u{302}\u{301}.md"), "bases/kế.md");
        assert!(RuleFile::is_one("law/ND30.YAML") && !RuleFile::is_one("ReadMe.md"));
    }

    #[test]
    fn bytes_that_are_no_text_are_told_with_their_line() {
        let fault = RuleFile::of_bytes("format/x.yaml", b"a: 1\nb: \xff\n".to_vec()).expect_err("no text");
        assert_eq!((fault.file.as_str(), fault.line), ("format/x.yaml", 2));
        let large = vec![b' '; (1 << 20) + 1];
        assert!(RuleFile::of_bytes("x.yaml", large.clone()).expect_err("large").words.vi.contains("1 MiB"));
        assert!(RuleFile::of_bytes("registry/units.csv", large).is_ok());
    }
}
