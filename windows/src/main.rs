//! “Kiểm tra thể thức.exe”: what a double click, a drop, “Gửi tới” and the menu of the right button start.
//!
//! It has no console and shows no window of its own but a box to choose files and a box to say that something
//! failed. All work is done by `thethuc open`, the program beside it: one flow for all doors, and no second copy of
//! the rules on the disk. On other systems it builds, so that its parts can be tested, and is not handed out.
#![cfg_attr(windows, windows_subsystem = "windows")]

mod arguments;
mod dialog;
mod gather;
mod program;

use arguments::Arguments;
use std::path::PathBuf;
use std::process::ExitCode;

/// Nothing was chosen, or another process took what was chosen.
const NOTHING_TO_DO: u8 = 0;

/// The exit status is that of the program beside it.
fn main() -> ExitCode {
    let Arguments { paths, is_clean, is_gathered } = Arguments::of(std::env::args_os().skip(1));
    let paths = if paths.is_empty() { dialog::choose(is_clean) } else { paths };
    if paths.is_empty() {
        return ExitCode::from(NOTHING_TO_DO);
    }
    let mut status = NOTHING_TO_DO;
    let mut open = |paths: &[PathBuf]| status = status.max(opened(paths, is_clean));
    if is_gathered {
        let folder = std::env::temp_dir().join(gather::FOLDER);
        let kind = if is_clean { "clean" } else { "check" };
        if gather::with_others(&folder, kind, &paths, &mut open).is_err() {
            // Where nothing can be gathered each file has a report of its own, which is better than none.
            open(&paths);
        }
    } else {
        open(&paths);
    }
    ExitCode::from(status)
}

/// Has everything checked and opened; what failed is shown in a box.
fn opened(paths: &[PathBuf], is_clean: bool) -> u8 {
    let ended = program::open(paths, is_clean);
    if let Some(told) = &ended.told {
        dialog::tell(told);
    }
    ended.status
}
