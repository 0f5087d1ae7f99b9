//! Lists of paths, as `git diff --name-only`, `find -print0` and people write them.

use super::bytes::{STANDARD_INPUT, lost, read_all, read_file, shown};
use super::words;
use std::io;
use std::path::{Path, PathBuf};
use thethuc_core::finding::Words;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
/// How PowerShell marks the files that it writes unless told otherwise.
const UTF16_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];

/// The paths of a list, or of standard input.
///
/// # Errors
/// Says in one sentence why it cannot be had.
pub fn read(list: &Path, stdin_is_taken: bool) -> Result<Vec<PathBuf>, Words> {
    let bytes = if list.as_os_str() != STANDARD_INPUT {
        read_file(list)
    } else if stdin_is_taken {
        return Err(words(
            "đầu vào chuẩn (-) không thể vừa là dự thảo vừa là danh sách tệp.",
            "standard input (-) cannot be both a draft and the list of files.",
        ));
    } else {
        read_all(io::stdin().lock())
    };
    let bytes = bytes.map_err(|error| lost(list, &error))?;
    let fault = || {
        let list = shown(list);
        words(
            format!("danh sách tệp “{list}” không phải là văn bản UTF-8; hãy lưu lại bằng UTF-8."),
            format!("the list of files “{list}” is no UTF-8 text; save it as UTF-8."),
        )
    };
    if UTF16_MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(fault());
    }
    paths(&bytes).ok_or_else(fault)
}

/// The paths; `None` where one cannot be a path of this system. A list that holds a NUL has one behind
/// every path, and only there may a path hold a line break.
fn paths(bytes: &[u8]) -> Option<Vec<PathBuf>> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let by_nul = bytes.contains(&0);
    let separator = if by_nul { 0 } else { b'\n' };
    let pieces = bytes.split(|byte| *byte == separator);
    let pieces = pieces.map(|piece| if by_nul { piece } else { piece.strip_suffix(b"\r").unwrap_or(piece) });
    pieces.filter(|piece| !piece.is_empty()).map(path).collect()
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "on other systems a path is Unicode")]
fn path(bytes: &[u8]) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    Some(PathBuf::from(std::ffi::OsStr::from_bytes(bytes)))
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> Option<PathBuf> {
    std::str::from_utf8(bytes).ok().map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_or_nul_separate_paths() {
        let read = |text: &str| paths(text.as_bytes()).expect("paths");
        let two = [PathBuf::from("a b.md"), PathBuf::from("c.docx")];
        assert_eq!(read("a b.md\nc.docx\n"), two);
        assert_eq!(read("\u{FEFF}a b.md\r\n\r\nc.docx"), two);
        assert_eq!(read("a b.md\0c.docx\0"), two);
        assert_eq!(read("a\nb.md\0"), [PathBuf::from("a\nb.md")]);
        assert!(read("").is_empty());
    }
}
