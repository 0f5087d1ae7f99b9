//! Where results go: beside the drafts, or where people keep documents if that is no place to keep anything.

use crate::cli::bytes::shown;
use crate::cli::paths::whole;
use crate::cli::system::reason;
use crate::cli::words;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use thethuc_core::finding::Words;
use thethuc_core::text::Date;

/// The folder for results in the documents of the user; below it one for each day.
const FOLDER: &str = "Kiểm tra thể thức";
/// Names of folders in which mail programs and browsers keep what was opened and not saved. They lie in other
/// places where an administrator moved them, so the names alone tell.
const PASSING: [&str; 4] = ["inetcache", "temporary internet files", "content.outlook", "content.mso"];
/// Longest whole path of a result, in units of UTF-16: what Word and Explorer open.
const LONGEST_PATH: usize = 255;

/// Why results do not stand beside a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The draft was opened from a mail or an archive, and may be gone tomorrow.
    Passing,
    /// It lies in an archive.
    Packed,
    /// Nothing can be written there.
    Closed,
    /// The path would be longer than programs open.
    Long,
    /// The drafts lie in several folders.
    Apart,
}

/// The places for the results of one run.
pub struct Places {
    /// Where people keep documents, and the folder of today in it.
    documents: PathBuf,
    /// Folders of the system and of programs, in which nothing stays.
    passing: Vec<PathBuf>,
    /// Folders that were tried, and whether something can be written there.
    tried: RefCell<BTreeMap<PathBuf, bool>>,
}

impl Places {
    /// Those of this user and this day.
    pub fn of(day: Date) -> Self {
        let documents = super::known::documents().join(FOLDER).join(day.to_string());
        let passing = super::known::passing().iter().filter_map(|own| whole(own)).collect();
        Self { documents, passing, tried: RefCell::default() }
    }

    /// Whether results with names of so many units can stand in a folder; if not, why.
    pub fn refuses(&self, folder: &Path, name: usize) -> Option<Because> {
        let whole = whole(folder).unwrap_or_else(|| folder.to_owned());
        if self.is_passing(&whole) {
            return Some(Because::Passing);
        }
        if cfg!(windows) && whole.to_string_lossy().encode_utf16().count() + 1 + name > LONGEST_PATH {
            return Some(Because::Long);
        }
        let mut tried = self.tried.borrow_mut();
        let is_open = *tried.entry(whole).or_insert_with_key(|own| is_writable(own));
        (!is_open).then_some(Because::Closed)
    }

    /// The folder of today in the documents of the user, which is there afterwards.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn documents(&self) -> Result<&Path, Words> {
        fs::create_dir_all(&self.documents).map_err(|error| {
            let path = shown(&self.documents);
            words(
                format!("không lập được thư mục kết quả “{path}” ({}).", reason(&error)),
                format!("the folder for results, “{path}”, could not be made ({error})."),
            )
        })?;
        Ok(&self.documents)
    }

    fn is_passing(&self, folder: &Path) -> bool {
        let is_named = |step: std::path::Component<'_>| {
            let step = step.as_os_str().to_string_lossy().to_lowercase();
            PASSING.contains(&step.as_str())
        };
        self.passing.iter().any(|own| folder.starts_with(own)) || folder.components().any(is_named)
    }
}

impl Because {
    /// The sentence on it, with the folder that was taken.
    pub fn words(self, taken: &Path) -> Words {
        let (vi, en) = match self {
            Self::Passing => (
                "tệp đang mở từ thư, trình duyệt hoặc tệp nén nên không nằm ở chỗ lưu lâu dài",
                "the file was opened from a mail, a browser or an archive and does not stay where it is",
            ),
            Self::Packed => ("dự thảo nằm trong tệp nén", "the drafts lie in an archive"),
            Self::Closed => (
                "không ghi được vào thư mục của dự thảo",
                "nothing can be written into the folder of the draft",
            ),
            Self::Long => ("đường dẫn của dự thảo quá dài", "the path of the draft is too long"),
            Self::Apart => ("các dự thảo nằm ở nhiều thư mục", "the drafts lie in several folders"),
        };
        let taken = shown(taken);
        words(
            format!("Kết quả được lưu ở “{taken}”, vì {vi}."),
            format!("The results were saved in “{taken}”, because {en}."),
        )
    }
}

/// Whether a file can be made, filled and taken away again: rights of shares tell too little beforehand.
fn is_writable(folder: &Path) -> bool {
    let path = folder.join(format!(".thethuc-{}.tmp", std::process::id()));
    let written = OpenOptions::new().write(true).create_new(true).open(&path).and_then(|mut file| {
        let filled = file.write_all(b".");
        drop(file);
        let gone: io::Result<()> = fs::remove_file(&path);
        filled.and(gone)
    });
    written.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(passing: &Path) -> Places {
        Places {
            documents: passing.join("tài liệu"),
            passing: vec![whole(passing).expect("a folder")],
            tried: RefCell::default(),
        }
    }

    #[test]
    fn what_programs_keep_for_a_while_is_no_place() {
        let root = tempfile::tempdir().expect("a folder");
        let inside = root.path().join("Temp/Rar$DIa0.1");
        let kept = root.path().join("kho");
        let mail = root.path().join("D/INetCache/Content.Outlook/AB12");
        for folder in [&inside, &kept, &mail] {
            fs::create_dir_all(folder).expect("a folder");
        }
        let places = places(&root.path().join("Temp"));
        assert_eq!(places.refuses(&inside, 10), Some(Because::Passing));
        assert_eq!(places.refuses(&mail, 10), Some(Because::Passing));
        assert_eq!(places.refuses(&kept, 10), None);
        assert_eq!(fs::read_dir(&kept).expect("a folder").count(), 0, "the trial left something");
        assert_eq!(places.refuses(&root.path().join("không có"), 10), Some(Because::Closed));
    }
}
