//! Hands a file to the program of the system that shows it.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

/// Opens a file as a double click does.
///
/// # Errors
/// There is nothing that opens files.
pub fn show(path: &Path) -> io::Result<()> {
    started(&mut opener(path))
}

/// Opens the folder of a file, with the file chosen where the system can.
///
/// # Errors
/// There is nothing that opens folders.
pub fn reveal(path: &Path) -> io::Result<()> {
    started(&mut revealer(path))
}

/// Starts it and does not wait: what it shows stays open.
fn started(command: &mut Command) -> io::Result<()> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map(drop)
}

/// Explorer by its whole path: a program of that name beside ours must not be taken for it.
#[cfg(windows)]
fn explorer() -> Command {
    let windows = std::env::var_os("SystemRoot").unwrap_or_else(|| r"C:\Windows".into());
    Command::new(Path::new(&windows).join("explorer.exe"))
}

/// A path in quotation marks whatever it holds: Explorer parts its arguments at commas too. No name of Windows
/// holds such a mark.
#[cfg(windows)]
fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display().to_string().replace('/', "\\"))
}

#[cfg(windows)]
fn opener(path: &Path) -> Command {
    use std::os::windows::process::CommandExt;
    let mut command = explorer();
    command.raw_arg(quoted(path));
    command
}

#[cfg(windows)]
fn revealer(path: &Path) -> Command {
    use std::os::windows::process::CommandExt;
    let mut command = explorer();
    command.raw_arg(format!("/select,{}", quoted(path)));
    command
}

#[cfg(not(windows))]
fn opener(path: &Path) -> Command {
    let mut command = Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
    command.arg(path);
    command
}

#[cfg(not(windows))]
fn revealer(path: &Path) -> Command {
    opener(path.parent().unwrap_or(path))
}
