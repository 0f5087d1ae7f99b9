//! Files of decisions, as the page of a report saves them.

use super::bytes::{lost, read_file, shown};
use super::known::joined;
use super::paths::{name, whole};
use super::words;
use std::path::Path;
use thethuc_core::finding::Words;
use thethuc_core::triage::{Record, Silence, file};

/// The decisions of a file. Paths in it count from `folder`, the one in which the report was made.
///
/// # Errors
/// The file cannot be read, or is no file of decisions.
pub fn read(path: &Path, folder: &Path) -> Result<Vec<Silence>, Words> {
    let bytes = read_file(path).map_err(|error| lost(path, &error))?;
    let named = shown(path);
    let told = |fault: &Words| words(format!("“{named}”: {}", fault.vi), format!("“{named}”: {}", fault.en));
    let text = String::from_utf8(bytes)
        .map_err(|_| told(&words("tệp không phải là văn bản UTF-8.", "the file is no UTF-8 text.")))?;
    let records = file::read(&text).map_err(|fault| told(&fault))?;
    let folder = whole(folder).unwrap_or_default();
    let one = |(index, mut record): (usize, Record)| {
        record.path = record.path.map(|own| shown(&joined(&folder, Path::new(&own))));
        Silence { stands_in: format!("{}, decisions {}", name(path), index + 1), ..Silence::from(record) }
    };
    Ok(records.into_iter().enumerate().map(one).collect())
}
