//! What was found before: the baseline that a run is held against, and the one that it writes.
//!
//! In the file paths count from its folder, so that it holds on every machine; in a run they are whole.

use super::bytes::shown;
use super::inputs::{Input, Inputs};
use super::paths::{document_path, whole};
use super::regular::{self, Unread};
use super::system::reason;
use super::whole_file::WholeFile;
use super::words;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::RuleBook;
use thethuc_core::triage::{Baseline, KnownDocument, MadeBy, Triage};

/// Largest baseline that is read, in bytes; one line a finding makes some hundred thousand of them.
const LARGEST_BASELINE: u64 = 64 << 20;

/// What was found before.
#[derive(Debug, Default)]
pub struct Known {
    file: Option<PathBuf>,
    baseline: Option<Arc<Baseline>>,
    present: BTreeSet<String>,
}

impl Known {
    /// What a baseline says; nothing where none is named. `is_written`: it is made anew, so that it need not be
    /// there, and nothing is held against it.
    ///
    /// # Errors
    /// It cannot be read, or is no baseline: told with the line.
    pub fn of(file: Option<PathBuf>, is_written: bool, found: &Inputs) -> Result<Self, Words> {
        let baseline = file.as_deref().map(|path| read(path, is_written)).transpose()?.flatten();
        let present = found.items.iter().filter_map(document_path).collect();
        Ok(Self { file, baseline: baseline.map(Arc::new), present })
    }

    /// Holds a run against it.
    pub fn against(&self, triage: Triage, book: &RuleBook) -> Triage {
        match &self.baseline {
            None => triage,
            Some(own) => triage.against(Arc::clone(own), self.present.clone()).with_changed_rules(book),
        }
    }

    /// Whether there is a baseline.
    pub const fn is_held(&self) -> bool {
        self.baseline.is_some()
    }

    /// The file, as people name it.
    pub fn name(&self) -> String {
        self.file.as_deref().map(super::paths::name).unwrap_or_default()
    }

    /// Whether a document was part of the run.
    pub fn is_present(&self, path: &str) -> bool {
        self.present.contains(path)
    }

    /// Writes what was found in this run. What is known of documents that were not part of it stays as long as
    /// they are there.
    ///
    /// # Errors
    /// No file is named, or it cannot be written.
    pub fn write(&self, documents: Vec<KnownDocument>, books: &[Arc<RuleBook>]) -> Result<(), Words> {
        let Some(file) = &self.file else { return Err(no_file()) };
        let folder = folder(file);
        let mut made_by = books.iter().rev().map(|book| MadeBy::of(book, env!("CARGO_PKG_VERSION")));
        // Folders may have rules of their own: what each of them says is kept.
        let first = made_by.next();
        let made_by = first.map(|first| {
            made_by.fold(first, |mut all, own| {
                all.rules.extend(own.rules);
                MadeBy { data_until: all.data_until.min(own.data_until), ..all }
            })
        });
        let mut baseline = Baseline::default();
        baseline.made_by = made_by;
        let earlier = self.baseline.iter().flat_map(|own| own.documents());
        let stays = |own: &&KnownDocument| {
            let path = &own.document.path;
            !self.present.contains(path) && Path::new(path).exists()
        };
        for known in earlier.filter(stays).cloned().chain(documents) {
            baseline.insert(known);
        }
        let text = baseline.with_paths(|path| Some(from_folder(&folder, Path::new(path)))).text();
        let written =
            WholeFile::begin(file).and_then(|mut own| own.write(text.as_bytes()).and_then(|()| own.keep()));
        written.map_err(|error| {
            let path = shown(file);
            words(
                format!("không ghi được tệp mốc “{path}” ({}).", reason(&error)),
                format!("the baseline “{path}” could not be written ({error})."),
            )
        })
    }
}

/// That `--write-baseline` needs a file.
pub fn no_file() -> Words {
    words(
        "--write-baseline cần biết ghi vào tệp nào: thêm --baseline TỆP, hoặc ghi “baseline” trong thethuc.yaml.",
        "--write-baseline needs a file: add --baseline FILE, or name one as “baseline” in thethuc.yaml.",
    )
}

/// The baseline of a file, with whole paths.
fn read(path: &Path, may_lack: bool) -> Result<Option<Baseline>, Words> {
    let name = shown(path);
    let bytes = match regular::read(path, LARGEST_BASELINE) {
        Ok(bytes) => bytes,
        Err(Unread::Io(error)) if error.kind() == ErrorKind::NotFound && may_lack => return Ok(None),
        Err(Unread::Io(error)) if error.kind() == ErrorKind::NotFound => {
            return Err(words(
                format!("không có tệp mốc “{name}”; lần đầu hãy thêm --write-baseline để lập tệp này."),
                format!("there is no baseline “{name}”; the first time add --write-baseline to make it."),
            ));
        }
        Err(Unread::Io(error)) => return Err(super::bytes::lost(path, &error)),
        Err(Unread::NoFile) => {
            return Err(words(
                format!("tệp mốc “{name}” không phải là tệp thường."),
                format!("the baseline “{name}” is no regular file."),
            ));
        }
    };
    let is_too_large = u64::try_from(bytes.len()).map_or(true, |length| length > LARGEST_BASELINE);
    let text = String::from_utf8(bytes).ok().filter(|_| !is_too_large).ok_or_else(|| {
        words(
            format!("tệp mốc “{name}” không phải văn bản UTF-8 hoặc quá lớn."),
            format!("the baseline “{name}” is no UTF-8 text, or too large."),
        )
    })?;
    let baseline = Baseline::read(&text).map_err(|fault| {
        let line = fault.line;
        words(format!("{name}:{line}: {}.", fault.words.vi), format!("{name}:{line}: {}.", fault.words.en))
    })?;
    let folder = folder(path);
    Ok(Some(baseline.with_paths(|path| Some(shown(&joined(&folder, Path::new(path)))))))
}

/// The folder of a file, whole.
fn folder(file: &Path) -> PathBuf {
    whole(file.parent().unwrap_or(Path::new(""))).unwrap_or_default()
}

/// A path from a folder, its steps upwards taken at once.
pub fn joined(folder: &Path, path: &Path) -> PathBuf {
    let mut all = folder.to_owned();
    for step in path.components() {
        match step {
            Component::ParentDir => {
                all.pop();
            }
            Component::CurDir => {}
            other => all.push(other),
        }
    }
    all
}

/// A whole path as it is named from a folder, with forward slashes.
fn from_folder(folder: &Path, path: &Path) -> String {
    let own: Vec<Component<'_>> = folder.components().collect();
    let other: Vec<Component<'_>> = path.components().collect();
    let common = own.iter().zip(&other).take_while(|(one, two)| one == two).count();
    let up = own.iter().skip(common).map(|_| Component::ParentDir);
    shown(&up.chain(other.iter().skip(common).copied()).collect::<PathBuf>())
}

/// Whether a document has a name by which it is known again.
pub const fn is_named(input: &Input) -> bool {
    !matches!(input, Input::Stdin(None) | Input::Lost(..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_count_from_the_folder_of_the_file_and_back() {
        let folder = Path::new("/kho/moc");
        for (whole, named) in [("/kho/moc/a.md", "a.md"), ("/kho/van-ban/b.md", "../van-ban/b.md")] {
            assert_eq!(from_folder(folder, Path::new(whole)), named);
            assert_eq!(joined(folder, Path::new(named)), Path::new(whole));
        }
    }

    #[test]
    fn the_table_of_limits_says_what_the_code_does() {
        const TABLE: &str = include_str!("../../docs/limits.md");
        assert!(TABLE.contains(&format!("| `LARGEST_BASELINE` | {LARGEST_BASELINE} |")));
    }
}
