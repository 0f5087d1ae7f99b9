//! Paths as people write them and as triage knows them.

use super::bytes::shown;
use super::inputs::Input;
use std::path::{Path, PathBuf};

/// The folder of an input; drafts from standard input lie where the command runs.
pub fn folder(input: &Input) -> Option<PathBuf> {
    let path = match input {
        Input::File { path, .. } | Input::Packed { archive: path, .. } => path.parent().unwrap_or(path),
        Input::Stdin(_) => Path::new(""),
        Input::Lost(..) => return None,
    };
    whole(path)
}

/// The whole path of an input, with forward slashes, by which triage knows it; none where it cannot be had.
pub fn document_path(input: &Input) -> Option<String> {
    let name = match input {
        Input::File { path, .. } => shown(Path::new(path.file_name()?)),
        Input::Packed { archive, entry } => {
            format!("{}/{}", shown(Path::new(archive.file_name()?)), entry.name)
        }
        Input::Stdin(name) => name.clone().unwrap_or_else(|| "-".to_owned()),
        Input::Lost(..) => return None,
    };
    Some(format!("{}/{name}", shown(&folder(input)?).trim_end_matches('/')))
}

/// A file as people name it: from the working folder where it lies below it.
pub fn name(path: &Path) -> String {
    shown(&near(path))
}

/// A path from the working folder where it lies below it.
pub fn near(path: &Path) -> PathBuf {
    let here = whole(Path::new(""));
    let below = here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    below.filter(|own| !own.as_os_str().is_empty()).unwrap_or_else(|| path.to_owned())
}

/// A folder by its whole path, whatever way leads to it: `../b` lies in no `a`.
pub fn whole(path: &Path) -> Option<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    std::fs::canonicalize(path).or_else(|_| std::path::absolute(path)).map(plain).ok()
}

/// A path as people write it: Windows gives whole paths with a prefix (`\\?\`) that is read back in another way
/// once the strokes are turned, and that nobody knows.
pub fn plain(path: PathBuf) -> PathBuf {
    if !cfg!(windows) {
        return path;
    }
    let Some(text) = path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) else { return path };
    match text.strip_prefix(r"UNC\") {
        Some(share) => PathBuf::from(format!(r"\\{share}")),
        None => PathBuf::from(text),
    }
}

/// The folder that holds everything that is named: where what concerns the run as a whole is sought.
pub fn common_folder(paths: &[PathBuf]) -> PathBuf {
    let folder = |path: &PathBuf| {
        let own = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(Path::new("")) };
        whole(own)
    };
    let mut folders = paths.iter().filter_map(folder);
    let first = folders.next().or_else(|| whole(Path::new(""))).unwrap_or_default();
    folders.fold(first, |common, own| {
        common.ancestors().find(|above| own.starts_with(above)).unwrap_or(Path::new("/")).to_owned()
    })
}
