//! The configurations that hold in a folder, the nearest first.

use super::read::{Loaded, read};
use crate::cli::bytes::{lost, shown};
use crate::cli::inputs::Input;
use crate::cli::paths::{folder, name, plain};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thethuc_core::configured::Said;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::config::{Config, FILE, Trust};
use thethuc_core::rulebook::profile::Profile;

/// The files that hold for a folder, the nearest first.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    files: Vec<Link>,
    /// Number of files, from the nearest, that lie below a faulty one: those above it say nothing of organs,
    /// because they are not what its author meant.
    organs: Option<usize>,
}

/// A file in a chain.
#[derive(Clone, Debug)]
pub struct Link {
    /// The file.
    pub file: Arc<Loaded>,
    /// Whether it is the user's own; if not, it came with the drafts of somebody whose word does not count.
    pub is_own: bool,
    /// Whether it came with the program: it is for the drafts of all folders, and whoever laid it there has the
    /// word before those who use the program.
    pub is_of_program: bool,
}

impl Link {
    /// The folder whose files it is for; empty for those of all folders.
    pub fn area(&self) -> String {
        if self.is_of_program { String::new() } else { shown(&self.file.folder) }
    }
}

/// The configurations of all folders that hold drafts of this run.
#[derive(Debug, Default)]
pub struct Configurations {
    /// The one that the command line names; it goes before all that are found.
    named: Option<Arc<Loaded>>,
    /// The one that lies beside the program. It holds above all others, wherever the drafts lie, so that an
    /// administrator who lays it into the folder of the program speaks for all its users.
    of_program: Option<Arc<Loaded>>,
    /// Whether none are sought.
    only_named: bool,
    /// Whose word counts, where the command line says it.
    trust: Option<Trust>,
    /// By folder, what holds in it; folders are canonical paths, each looked at once.
    known: HashMap<PathBuf, Chain>,
    /// What is wrong with files, each told once: file, line and column.
    pub faults: Vec<Words>,
}

impl Configurations {
    /// Those that the command line asks for.
    pub fn new(named: Option<&Path>, only_named: bool, trust: Option<Trust>) -> Self {
        let mut own = Self { only_named, trust, ..Self::default() };
        match named.map(|path| (read(path), path)) {
            None => {}
            Some((Ok(Some(file)), _)) => own.named = Some(Arc::new(file)),
            Some((Ok(None), path)) => {
                let error = std::io::ErrorKind::NotFound.into();
                own.faults.push(lost(path, &error));
            }
            Some((Err(fault), _)) => own.faults.push(fault),
        }
        match of_program().map(|path| read(&path)) {
            None => {}
            Some(Ok(file)) => own.of_program = file.map(Arc::new),
            Some(Err(fault)) => own.faults.push(fault),
        }
        own
    }

    /// What holds for an input.
    pub fn of(&mut self, input: &Input) -> Chain {
        folder(input).map(|folder| self.in_folder(&folder)).unwrap_or_default()
    }

    /// What holds in a folder, whether drafts lie in it or not.
    pub fn in_folder(&mut self, folder: &Path) -> Chain {
        let mut chain = if self.only_named { self.outermost() } else { self.learn(folder) };
        if let Some(file) = &self.named {
            chain.files.insert(0, Link { file: Arc::clone(file), is_own: true, is_of_program: false });
            chain.organs = chain.organs.map(|own| own + 1);
        }
        chain.part(self.trust, self.named.is_some());
        chain
    }

    /// The files that hold in a folder: its own, then those above. A faulty one counts as none and stops
    /// nothing else.
    fn learn(&mut self, folder: &Path) -> Chain {
        if let Some(known) = self.known.get(folder) {
            return known.clone();
        }
        let above = folder.parent().map(|above| self.learn(above));
        let mut chain = above.unwrap_or_else(|| self.outermost());
        let path = folder.join(FILE);
        let is_known = self.of_program.as_ref().is_some_and(|own| own.path == path);
        match if is_known { Ok(None) } else { read(&path) } {
            Ok(None) => {}
            Ok(Some(file)) => {
                let link = Link { file: Arc::new(file), is_own: true, is_of_program: false };
                chain.files.insert(0, link);
                chain.organs = chain.organs.map(|own| own + 1);
            }
            Err(fault) => {
                self.faults.push(fault);
                chain.organs = Some(0);
            }
        }
        self.known.insert(folder.to_owned(), chain.clone());
        chain
    }

    /// What holds where no folder says anything.
    fn outermost(&self) -> Chain {
        let link = |file: &Arc<Loaded>| Link { file: Arc::clone(file), is_own: true, is_of_program: true };
        Chain { files: self.of_program.iter().map(link).collect(), organs: None }
    }
}

impl Link {
    /// The file as all faces know one.
    pub fn said(&self) -> Said<'_> {
        let Loaded { path, text, config, .. } = self.file.as_ref();
        Said { config, text, name: name(path), folder: self.area(), is_own: self.is_own }
    }
}

impl Chain {
    /// Whether no faulty file stands between a draft and what is said of organs above.
    pub const fn knows_organs(&self) -> bool {
        self.organs.is_none()
    }

    /// The files, the nearest first.
    pub fn files(&self) -> &[Link] {
        &self.files
    }

    /// What the nearest file says that says anything of it, with that file. Files that are not the user's own
    /// have no say.
    pub fn nearest<T>(&self, key: impl Fn(&Config) -> Option<T>) -> Option<(T, &Arc<Loaded>)> {
        let own = self.files.iter().filter(|link| link.is_own);
        own.map(|link| &link.file).find_map(|file| Some((key(&file.config)?, file)))
    }

    /// The value alone.
    pub fn value<T>(&self, key: impl Fn(&Config) -> Option<T>) -> Option<T> {
        self.nearest(key).map(|(value, _)| value)
    }

    /// The profile of the nearest file that names organs; whoever sends a draft may say who it is.
    pub fn profile(&self) -> Option<Profile> {
        self.with_profile().map(|(profile, _)| profile)
    }

    /// The profile with its file.
    pub fn with_profile(&self) -> Option<(Profile, &Arc<Loaded>)> {
        let until = self.organs.unwrap_or(self.files.len());
        self.files.iter().take(until).find_map(|link| Some((link.file.config.profile()?, &link.file)))
    }

    /// Whose word counts. One file that trusts only its own is enough: one below must not give itself away as
    /// trusted.
    pub fn trusts_all(&self, stated: Option<Trust>) -> bool {
        let says_own = |link: &Link| link.file.config.trust == Some(Trust::Own);
        !self.is_bound() && stated.map_or_else(|| !self.files.iter().any(says_own), |own| own == Trust::All)
    }

    /// Whether the file beside the program trusts itself alone: then neither files of users nor the command line
    /// weaken what it says.
    pub fn is_bound(&self) -> bool {
        self.files.last().is_some_and(|link| link.is_of_program && link.file.config.trust == Some(Trust::Own))
    }

    /// Whether a file is left out when folders are walked.
    pub fn excludes(&self, path: &str) -> bool {
        let own = self.files.iter().filter(|link| link.is_own);
        own.into_iter().any(|link| {
            let Config { exclude, .. } = &link.file.config;
            let below = path.strip_prefix(link.area().trim_end_matches('/'));
            let below = below.and_then(|rest| rest.strip_prefix('/'));
            below.is_some_and(|below| exclude.iter().any(|pattern| pattern.holds(below)))
        })
    }

    /// Tells the user's own files from those that came with drafts. Whoever trusts only itself owns what the
    /// command line names and what lies in the working folder or above it; or, where a file says so, that file
    /// and those above it.
    fn part(&mut self, stated: Option<Trust>, has_named: bool) {
        // Where the file of the program binds its users, what they name is theirs and not its own.
        let named = usize::from(has_named && !self.is_bound());
        let first_own = match stated {
            _ if self.is_bound() => self.files.len() - 1,
            Some(Trust::All) => return,
            Some(Trust::Own) => {
                let here = std::env::current_dir().and_then(std::fs::canonicalize).unwrap_or_default();
                let is_above = |link: &Link| link.is_of_program || here.starts_with(&link.file.folder);
                self.files.iter().skip(named).position(is_above).map_or(self.files.len(), |at| at + named)
            }
            None => {
                // The outermost word counts: a file below must not give itself away as trusted.
                let says_own = |link: &Link| link.file.config.trust == Some(Trust::Own);
                let Some(at) = self.files.iter().rposition(says_own) else { return };
                at
            }
        };
        for link in self.files.iter_mut().take(first_own).skip(named) {
            link.is_own = false;
        }
    }
}

/// The configuration beside the program, whether it is there or not; links to the program are followed, so that
/// it is the folder of the program itself.
fn of_program() -> Option<PathBuf> {
    let program = std::env::current_exe().and_then(std::fs::canonicalize).map(plain).ok()?;
    Some(program.parent()?.join(FILE))
}
