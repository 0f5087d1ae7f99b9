//! The bytes of one file or of standard input, within a limit, and why they cannot be had.

use super::system::reason;
use super::words;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use thethuc_core::finding::Words;

/// Largest file that is read, in bytes: far above any draft, far below the memory of an office machine.
const LARGEST_FILE: u64 = 256 * 1024 * 1024;
/// The name of standard input.
pub const STANDARD_INPUT: &str = "-";

/// A path as reports show it: forward slashes, and letters even where it is not Unicode.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

/// The bytes of a file. A folder is refused by name: reading one fails differently on every system.
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    read_all(File::open(path)?)
}

/// Everything up to the limit; the length of a device or a pipe is not known beforehand.
pub fn read_all(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = source.take(LARGEST_FILE + 1).read_to_end(&mut bytes)? as u64;
    if read > LARGEST_FILE { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// Why a path cannot be read, in one sentence.
pub fn lost(path: &Path, error: &io::Error) -> Words {
    let path = shown(path);
    match error.kind() {
        // Not every shell puts names in the place of a pattern.
        io::ErrorKind::NotFound if path.contains('*') => words(
            format!(
                "Không tìm thấy “{path}”; thay cho dấu *, hãy ghi tên thư mục để kiểm tra mọi tệp trong đó."
            ),
            format!("“{path}” was not found; instead of *, name the folder to check all of its files."),
        ),
        io::ErrorKind::NotFound => words(
            format!("Không tìm thấy “{path}”; hãy kiểm tra lại đường dẫn."),
            format!("“{path}” was not found; check the path."),
        ),
        io::ErrorKind::PermissionDenied => words(
            format!("Không có quyền đọc “{path}”; hãy đóng tệp đang mở hoặc xin quyền truy cập."),
            format!("“{path}” may not be read; close it where it is open, or ask for access."),
        ),
        io::ErrorKind::IsADirectory => words(
            format!("“{path}” là thư mục, ở đây cần một tệp."),
            format!("“{path}” is a folder; a file is needed here."),
        ),
        // Such a name may be as long as a command line: its beginning tells which it is.
        io::ErrorKind::InvalidFilename => {
            let path = thethuc_core::rulebook::yaml::shown(&path);
            words(
                format!("Tên “{path}” quá dài hoặc có ký tự không được phép; hãy đặt tên ngắn hơn."),
                format!(
                    "The name “{path}” is too long, or has characters that may not be there; shorten it."
                ),
            )
        }
        io::ErrorKind::FileTooLarge => words(
            format!("“{path}” lớn hơn {} MB, không phải là một dự thảo.", LARGEST_FILE >> 20),
            format!("“{path}” is larger than {} MB; it is no draft.", LARGEST_FILE >> 20),
        ),
        _ => words(
            format!("Không đọc được “{path}” ({}).", reason(error)),
            format!("“{path}” could not be read ({error})."),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_limits_says_what_the_code_does() {
        const TABLE: &str = include_str!("../../docs/limits.md");
        assert!(TABLE.contains(&format!("| `LARGEST_FILE` | {LARGEST_FILE} |")));
    }
}
