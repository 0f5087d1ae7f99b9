//! What the files say, read: clean drafts, faults, neighbours; and the seeds that grow of them.

use super::base::{Base, all};
use super::grow::{Seed, grow};
use super::kind::{Family, families};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use thethuc_core::rulebook::{RuleBook, RuleFile};

/// What the files say.
pub struct Truth {
    /// Clean drafts.
    pub bases: Vec<Base>,
    faults: BTreeMap<String, Family>,
    neighbours: BTreeMap<String, Family>,
}

impl Truth {
    /// All seeds, in a fixed order.
    ///
    /// # Errors
    /// See [`grow`].
    pub fn seeds(&self, book: &RuleBook) -> Result<Vec<Seed<'_>>, String> {
        let mut seeds = grow(&self.faults, false, &self.bases, book)?;
        seeds.extend(grow(&self.neighbours, true, &self.bases, book)?);
        Ok(seeds)
    }
}

/// Reads the rules and the truth.
///
/// # Errors
/// Files that cannot be read.
pub fn read(root: &Path) -> Result<(RuleBook, Truth), Box<dyn Error>> {
    let book = book(root)?;
    let bases = all(root, &book)?;
    let faults = families(&root.join("xtask/seeds/faults"))?;
    let neighbours = families(&root.join("xtask/seeds/neighbours"))?;
    Ok((book, Truth { bases, faults, neighbours }))
}

/// The rules as they lie in the folder, so that a changed rule needs no build.
fn book(root: &Path) -> Result<RuleBook, Box<dyn Error>> {
    let mut files = Vec::new();
    collect(&root.join("rules"), "", &mut files)?;
    RuleBook::of_files(&files).map_err(|faults| {
        let told: Vec<String> =
            faults.iter().map(|fault| format!("{}: {}", fault.file, fault.words.en)).collect();
        told.join("\n").into()
    })
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<RuleFile>) -> Result<(), Box<dyn Error>> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let shown = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{shown}/"), files)?;
        } else if RuleFile::is_one(&shown) {
            let file = RuleFile::of_bytes(&shown, fs::read(entry.path())?);
            files.push(file.map_err(|fault| fault.words.en)?);
        }
    }
    Ok(())
}
