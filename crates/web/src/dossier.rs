//! A dossier that is open: its bytes stay until the next one, for drafts are read as their turn comes.

use crate::bundle::file_name;
use crate::facts::written;
use serde::Serialize;
use std::io::Cursor;
use thethuc_core::files::dossier::{self, Entry, Refused};
use thethuc_core::files::kind::{Kind, is_hidden};
use thethuc_core::files::office;
use thethuc_core::finding::Words;

/// An open dossier.
pub struct Dossier {
    path: String,
    bytes: Vec<u8>,
    entries: Vec<Entry>,
}

/// What lies in a dossier.
#[derive(Serialize)]
struct Listed<'a> {
    /// Numbers and names of the drafts.
    drafts: Vec<(usize, &'a str)>,
    others: usize,
    not_drafts: usize,
    /// Whether it is no dossier, but an office pack.
    pack: bool,
}

impl Dossier {
    /// Opens an archive; `None` where it is an Office file by another name.
    ///
    /// # Errors
    /// Why it is not read.
    pub fn open(path: &str, bytes: Vec<u8>) -> Result<Option<Self>, Words> {
        let entries = dossier::entries(path, Cursor::new(bytes.as_slice())).map_err(refused)?;
        Ok(entries.map(|entries| {
            let entries = entries.into_iter().filter(|entry| !is_hidden(&entry.name)).collect();
            Self { path: path.to_owned(), bytes, entries }
        }))
    }

    /// What lies in it, as JSON.
    pub fn listed(&self) -> String {
        let kind = |entry: &Entry| Kind::of(file_name(&entry.name));
        let count = |wanted| self.entries.iter().filter(|entry| kind(entry) == wanted).count();
        let drafts = self.entries.iter().enumerate().filter(|(_, entry)| kind(entry) == Kind::Draft);
        written(&Listed {
            drafts: drafts.map(|(index, entry)| (index, entry.name.as_str())).collect(),
            others: count(Kind::OtherDocument),
            not_drafts: count(Kind::NoDraft),
            pack: office::is_pack(&self.entries),
        })
    }

    /// The bytes of an entry.
    ///
    /// # Errors
    /// Why they cannot be had.
    pub fn unpack(&self, index: usize) -> Result<Vec<u8>, Words> {
        let Some(entry) = self.entries.get(index) else { return Err(Words::default()) };
        dossier::bytes(&self.path, Cursor::new(self.bytes.as_slice()), entry).map_err(refused)
    }
}

fn refused(refused: Refused) -> Words {
    match refused {
        Refused::Io(error) => Words { vi: error.to_string(), en: error.to_string() },
        Refused::Because(words) => words,
    }
}
