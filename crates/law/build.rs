//! Checks the files of `rules/` and writes them into the program, so that no user ever waits for
//! YAML or meets a broken embedded rule.
//!
//! All checking is done by `thethuc-rulebook`, the same code that checks a folder of own rules at
//! run time; here are only the folder and the voice of Cargo.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a build script reads files and speaks to Cargo"
)]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs, io};
use thethuc_rulebook::{Contents, RuleFile, embedded};

/// Tells every fault at once, each as an error of the build with file, line and column, and writes
/// nothing then.
fn main() -> Result<(), Box<dyn Error>> {
    let rules = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../rules");
    let mut files = Vec::new();
    collect(&rules, "", &mut files)?;
    let mut contents = Contents::default();
    let faults = contents.add(&files);
    for fault in &faults {
        say(&format!("error=rules/{fault}"));
    }
    if !faults.is_empty() {
        return Err("the files of rules/ have faults".into());
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("book.rs"), embedded::source(&contents)?)?;
    Ok(())
}

/// All texts of rules below a folder, and the folder itself, are watched: what is made from them
/// (the schema) and the manuals beside them are not.
fn collect(folder: &Path, prefix: &str, files: &mut Vec<RuleFile>) -> io::Result<()> {
    if !prefix.is_empty() {
        say(&format!("rerun-if-changed={}", folder.display()));
    }
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if RuleFile::is_one(&path) {
            say(&format!("rerun-if-changed={}", entry.path().display()));
            files.push(RuleFile { path, text: fs::read_to_string(entry.path())? });
        }
    }
    Ok(())
}

/// One line of Cargo's own language: a file to watch, or an error.
#[allow(clippy::print_stdout, reason = "the way in which a build script speaks to Cargo")]
fn say(line: &str) {
    println!("cargo::{line}");
}
