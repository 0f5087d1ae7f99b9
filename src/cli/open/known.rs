//! The folders of this user and this machine that have a meaning.

use std::env;
use std::path::{Path, PathBuf};

/// Where this user keeps documents. Windows tells it, for the folder has another name in each language and is
/// moved to other disks and to OneDrive.
#[cfg(windows)]
pub fn documents() -> PathBuf {
    use known_folders::{KnownFolder, get_known_folder_path};
    let home = || env::home_dir().unwrap_or_default().join("Documents");
    get_known_folder_path(KnownFolder::Documents).unwrap_or_else(home)
}

/// Where this user keeps documents: as the desktop says, else by its usual name.
#[cfg(not(windows))]
pub fn documents() -> PathBuf {
    let home = env::home_dir().unwrap_or_default();
    let config = variable("XDG_CONFIG_HOME").unwrap_or_else(|| home.join(".config"));
    let said = std::fs::read_to_string(config.join("user-dirs.dirs")).unwrap_or_default();
    let value = said.lines().find_map(|line| line.trim().strip_prefix("XDG_DOCUMENTS_DIR="));
    let path = value.map(|own| own.trim_matches('"')).map(|own| match own.strip_prefix("$HOME/") {
        Some(below) => home.join(below),
        None => PathBuf::from(own),
    });
    path.filter(|own| own.is_absolute()).unwrap_or_else(|| home.join("Documents"))
}

/// Where programs keep what is to go again: opened attachments, unpacked archives, caches. Nobody finds a
/// report there.
pub fn passing() -> Vec<PathBuf> {
    let mut all = vec![env::temp_dir()];
    if cfg!(windows) {
        all.extend(["TEMP", "TMP"].into_iter().filter_map(variable));
        // Mail programs, browsers and chats keep their files below it, each in a place of its own.
        let local = variable("LOCALAPPDATA");
        let low = local.as_deref().and_then(Path::parent).map(|above| above.join("LocalLow"));
        all.extend(local.into_iter().chain(low));
    } else {
        let home = env::home_dir().unwrap_or_default();
        all.push(variable("XDG_CACHE_HOME").unwrap_or_else(|| home.join(".cache")));
    }
    all.retain(|own| own.is_absolute());
    all
}

/// A folder that a variable names.
fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
