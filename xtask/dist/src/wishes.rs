//! What the command line asks for.

use crate::Fault;
use std::path::PathBuf;

/// How it is called.
const USAGE: &str = "cargo xtask dist [--profile PROFILE] [--sign COMMAND] [--no-page] [--out FOLDER]";

/// The profile of what is handed out.
pub const HANDED_OUT: &str = "dist";

/// What is wanted.
#[derive(Debug, PartialEq, Eq)]
pub struct Wishes {
    /// The profile of cargo: `dist`, or a quicker one for trying.
    pub profile: String,
    /// The command that signs a file in its place.
    pub sign: Option<String>,
    /// Whether the page is made and handed out too.
    pub with_page: bool,
    /// The folder for everything, else `target/dist`.
    pub out: Option<PathBuf>,
}

impl Wishes {
    /// Reads the arguments.
    ///
    /// # Errors
    /// One is unknown, or lacks its value.
    pub fn of(words: impl Iterator<Item = String>) -> Result<Self, Fault> {
        let mut own = Self { profile: HANDED_OUT.to_owned(), sign: None, with_page: true, out: None };
        let mut words = words;
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("{word} needs a value; {USAGE}"));
            match word.as_str() {
                "--profile" => own.profile = value()?,
                "--sign" => own.sign = Some(value()?),
                "--out" => own.out = Some(std::path::absolute(value()?)?),
                "--no-page" => own.with_page = false,
                other => return Err(format!("{other} is unknown; {USAGE}").into()),
            }
        }
        Ok(own)
    }
}
