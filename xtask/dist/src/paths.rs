//! What is handed out tells nothing of the machine that it was made on: messages of faults name files of ours from
//! the root of the checkout, and files of third parties from the folder of their crate.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Has a run of cargo, and those that it starts, build for a target without the paths of this machine. Tools for
/// this machine are built as ever.
pub fn hide(cargo: &mut Command, target: &str, root: &Path) {
    let variable = format!("CARGO_TARGET_{}_RUSTFLAGS", target.to_uppercase().replace('-', "_"));
    let own = std::env::var_os(&variable).unwrap_or_default();
    cargo.env(variable, flags(&own, root, &sources()));
}

/// What rustc is told beside what it is told already. A path with a blank stays: flags in the environment are parted
/// by blanks.
fn flags(own: &OsStr, root: &Path, sources: &[PathBuf]) -> OsString {
    let hidden = std::iter::once((root, ".")).chain(sources.iter().map(|path| (path.as_path(), "crates")));
    let mut flags = own.to_owned();
    for (path, shown) in hidden.filter(|(path, _)| !path.display().to_string().contains(char::is_whitespace))
    {
        if !flags.is_empty() {
            flags.push(" ");
        }
        flags.push("--remap-path-prefix=");
        flags.push(path);
        flags.push(format!("={shown}"));
    }
    flags
}

/// The folders in which cargo keeps the sources of third parties.
fn sources() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let Some(home) = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))) else { return Vec::new() };
    let kept = home.join("registry/src").read_dir().into_iter().flatten();
    kept.filter_map(|folder| Some(folder.ok()?.path())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_path_is_hidden_behind_what_was_asked_for() {
        let root = Path::new("/a/thethuc");
        let kept = [PathBuf::from("/b/src/x"), PathBuf::from("/b c/src")];
        let told = flags(OsStr::new("-C debuginfo=0"), root, &kept);
        let wanted = "-C debuginfo=0 --remap-path-prefix=/a/thethuc=. --remap-path-prefix=/b/src/x=crates";
        assert_eq!(told, wanted);
        assert_eq!(flags(OsStr::new(""), root, &[]), "--remap-path-prefix=/a/thethuc=.");
    }
}
