//! The names of copies: with remarks, and for signing. They never take a name that is in use by somebody.

use super::bytes::{read_file, shown};
use super::inputs::{Input, Inputs};
use super::system::reason;
use super::whole_file::WholeFile;
use super::words;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use thethuc_core::files::names;
use thethuc_core::finding::Words;

/// Where a copy goes.
pub struct Target {
    /// The path.
    pub path: PathBuf,
    /// Why it is not the usual name.
    pub because: Option<Words>,
    /// Whether a file that stands there is replaced; if not, the name must be free when the copy is written.
    pub replaces: bool,
}

/// Most times that a name is sought because somebody else took the one that was free.
const TRIES: usize = 20;

/// Writes a copy where `target` says, which is asked again if somebody took the name meanwhile.
///
/// # Errors
/// Says in one sentence why it could not be written.
pub fn write(bytes: &[u8], target: &dyn Fn() -> Result<Target, Words>) -> Result<Target, Words> {
    let mut tried = 0;
    loop {
        let target = target()?;
        let begun =
            if target.replaces { WholeFile::begin(&target.path) } else { WholeFile::begin_new(&target.path) };
        match begun.and_then(|mut file| file.write(bytes).and_then(|()| file.keep())) {
            Ok(()) => return Ok(target),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && tried < TRIES => tried += 1,
            Err(error) => return Err(not_written(&target.path, &error)),
        }
    }
}

/// Whether a file has the name of a copy with remarks, whatever number stands behind it.
pub fn is_copy(path: &Path) -> bool {
    names::is_copy(&stem(path))
}

/// The name of a file without its extension.
pub fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// What of the inputs is cleaned: in folders the copies with remarks, which a check passes over, and not the drafts.
pub fn to_clean(found: &mut Inputs) {
    found.items.retain(|input| !input.is_walked());
    let copies = std::mem::take(&mut found.copies).into_iter();
    found.items.extend(copies.map(|path| Input::File { path, walked: true }));
}

/// Where the copy with remarks of a draft goes. A copy that is annotated again is renewed; a copy that
/// stands there already is replaced if `is_ours` says that nobody wrote in it.
pub fn with_remarks(folder: &Path, path: &Path, is_ours: &dyn Fn(&[u8]) -> bool) -> Target {
    let end = extension(path);
    if is_copy(path) {
        let renewed = folder.join(path.file_name().unwrap_or_default());
        if !is_open(&renewed) {
            return Target { path: renewed, because: None, replaces: true };
        }
    }
    let base = names::with_remarks(&stem(path));
    let first = folder.join(format!("{base}{end}"));
    let because = match () {
        () if is_open(&first) => words(
            "(tệp cùng tên đang mở trong Word nên dùng tên khác)",
            "(a file of that name is open in Word, so another name was taken)",
        ),
        () if !first.exists() => return Target { path: first, because: None, replaces: false },
        () if read_file(&first).is_ok_and(|bytes| is_ours(&bytes)) => {
            return Target { path: first, because: None, replaces: true };
        }
        () => words(
            "(tệp cùng tên đã có nội dung của người khác nên dùng tên khác)",
            "(a file of that name holds what somebody wrote, so another name was taken)",
        ),
    };
    Target { path: free(folder, &base, &end), because: Some(because), replaces: false }
}

/// Where the copy for signing goes: always a name that is free.
pub fn for_signing(folder: &Path, path: &Path) -> Target {
    let (base, end) = (names::for_signing(&stem(path)), extension(path));
    Target { path: unused(folder, &base, &end), because: None, replaces: false }
}

/// A name that nobody has: as it is, or with a number.
pub fn unused(folder: &Path, base: &str, end: &str) -> PathBuf {
    let first = folder.join(format!("{base}{end}"));
    if first.exists() { free(folder, base, end) } else { first }
}

/// The first name with a number that nobody has.
fn free(folder: &Path, base: &str, end: &str) -> PathBuf {
    let numbered = (2..).map(|number| folder.join(format!("{base} ({number}){end}")));
    numbered.into_iter().find(|path| !path.exists()).unwrap_or_default()
}

fn extension(path: &Path) -> String {
    path.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default()
}

/// Whether Word has a file open: it keeps `~$` and the name without its first two letters beside it, or the
/// whole name where that is short.
fn is_open(path: &Path) -> bool {
    let name: Vec<char> = path.file_name().unwrap_or_default().to_string_lossy().chars().collect();
    let tails = [name.get(2..), Some(&name[..])];
    tails.into_iter().flatten().any(|tail| {
        let lock: String = ['~', '$'].iter().chain(tail).collect();
        path.with_file_name(lock).exists()
    })
}

/// Whether two paths lead to one file.
pub fn is_same(left: &Path, right: &Path) -> bool {
    match (left.canonicalize(), right.canonicalize()) {
        (Ok(left), Ok(right)) => left == right,
        _ => left == right,
    }
}

/// That a file is there which a copy does not take the place of.
pub fn in_the_way(path: &Path) -> Words {
    let path = shown(path);
    words(
        format!(
            "“{path}” đã có và không phải là bản trước của chính dự thảo này; hãy ghi vào tên khác, hoặc tự xóa tệp đó \
             trước."
        ),
        format!(
            "“{path}” is there already and is no earlier copy of this draft; write to another name, or remove that file \
             first."
        ),
    )
}

/// Why a copy could not be written, and what to do.
pub fn not_written(path: &Path, error: &std::io::Error) -> Words {
    let path = shown(path);
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => words(
            format!("không có quyền ghi “{path}”; hãy chọn nơi khác bằng --out-dir."),
            format!("“{path}” may not be written; choose another place with --out-dir."),
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => words(
            format!("ổ đĩa đã đầy, không ghi được “{path}”; tệp gốc giữ nguyên."),
            format!("the disk is full, “{path}” could not be written; the original is untouched."),
        ),
        _ => words(
            format!("không ghi được “{path}” ({}).", reason(error)),
            format!("“{path}” could not be written ({error})."),
        ),
    }
}
