//! The program that does the work, and what it says when it fails.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Its name, beside this one.
const PROGRAM: &str = if cfg!(windows) { "thethuc.exe" } else { "thethuc" };
/// Least status that means more than findings.
const FAILED: i32 = 2;
/// Statuses of the program; every other one is that of a crash.
const KNOWN: std::ops::RangeInclusive<i32> = 0..=3;
/// Most letters that a box shows: the first faults say enough.
const LONGEST: usize = 1500;

/// How a run ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Ended {
    /// Its status.
    pub status: u8,
    /// What is to be shown, if something failed that no report tells.
    pub told: Option<String>,
}

/// Has everything checked, reports and copies written, and the report opened; or copies for signing written.
pub fn open(paths: &[PathBuf], is_clean: bool) -> Ended {
    let beside = std::env::current_exe().unwrap_or_default().with_file_name(PROGRAM);
    match run(&beside, paths, is_clean) {
        Ok(output) => ended(output.status.code(), &String::from_utf8_lossy(&output.stderr)),
        Err(error) => Ended {
            status: 2,
            told: Some(format!(
                "Không chạy được “{}” ({error}).\n\nTệp này phải nằm cùng thư mục với chương trình: hãy giải nén cả \
                 thư mục, hoặc cài đặt lại.\n\nThe program that checks drafts could not be started. Unpack the \
                 whole folder, or install it again.",
                beside.display()
            )),
        },
    }
}

/// Runs it without a console. The paths go in a list, for there may be more of them than a command line holds.
fn run(program: &Path, paths: &[PathBuf], is_clean: bool) -> io::Result<Output> {
    let mut command = Command::new(program);
    command.args(["open", "--files-from", "-"]).args(is_clean.then_some("--clean"));
    without_console(&mut command);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    if let Some(mut list) = child.stdin.take() {
        // A program that ended before it read its list says itself why.
        let _ = list.write_all(&listed(paths));
    }
    child.wait_with_output()
}

#[cfg(windows)]
fn without_console(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    /// `CREATE_NO_WINDOW` of Windows.
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_console(_command: &mut Command) {}

/// Paths with a NUL behind each, which no name holds.
fn listed(paths: &[PathBuf]) -> Vec<u8> {
    paths.iter().flat_map(|path| [path.to_string_lossy().as_bytes(), b"\0"].concat()).collect()
}

/// What a status means, and whether people must be told.
fn ended(code: Option<i32>, said: &str) -> Ended {
    let said = said.trim();
    let Some(code) = code.filter(|code| KNOWN.contains(code)) else {
        let code = code.map_or_else(String::new, |code| format!(" (mã {code:#x})"));
        let told = format!(
            "Chương trình dừng đột ngột{code}; tệp gốc vẫn nguyên. Hãy thử lại; nếu vẫn vậy, báo bộ phận công nghệ \
             thông tin.\n\nThe program stopped; the originals are untouched.\n\n{said}"
        );
        return Ended { status: 2, told: Some(cut(told.trim())) };
    };
    let is_told = code >= FAILED && !said.is_empty();
    Ended { status: u8::try_from(code).unwrap_or(2), told: is_told.then(|| cut(said)) }
}

/// The beginning of a text that is too long for a box.
fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(LONGEST).collect();
    beginning + " …"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_no_failure_and_the_report_tells_what_could_not_be_read() {
        assert_eq!(ended(Some(1), "Lưu ý: …"), Ended { status: 1, told: None });
        assert_eq!(ended(Some(3), ""), Ended { status: 3, told: None });
        assert_eq!(ended(Some(2), "Lỗi: a\n"), Ended { status: 2, told: Some("Lỗi: a".to_owned()) });
    }

    #[test]
    fn a_crash_is_told_whatever_was_said() {
        for code in [None, Some(101), Some(-1_073_741_571)] {
            let own = ended(code, "");
            assert_eq!(own.status, 2);
            assert!(own.told.is_some_and(|told| told.contains("dừng đột ngột")));
        }
        let long = ended(Some(2), &"ă".repeat(5000)).told.unwrap_or_default();
        assert_eq!(long.chars().count(), LONGEST + 2);
    }

    #[test]
    fn the_list_parts_paths_by_nul() {
        assert_eq!(listed(&["a b".into(), "c".into()]), b"a b\0c\0");
    }
}
