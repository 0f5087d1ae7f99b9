//! Packs of registers: files of newer data that an office adds to the program.

use super::bytes::{lost, read_file, shown};
use super::words;
use std::path::{Path, PathBuf};
use thethuc_core::files::office::{self, OfficePack};
use thethuc_core::finding::Words;
use thethuc_core::rulebook::registry::Pack;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::rulebook::{RuleBook, RuleBookError, RuleFile};

/// The book with a pack or sheet above its registers, or in their place; the book itself where none is named.
///
/// # Errors
/// The file cannot be read, or has faults: told with file and line.
pub fn added(book: RuleBook, path: Option<&Path>) -> Result<RuleBook, Words> {
    let pack = read(path)?;
    Ok(match pack {
        Some(pack) => book.with_pack(pack),
        None => book,
    })
}

/// A pack or sheet; none where none is named.
///
/// # Errors
/// The file cannot be read, or has faults: told with file and line.
pub fn read(path: Option<&Path>) -> Result<Option<Pack>, Words> {
    let Some(path) = path else { return Ok(None) };
    let pack = file(path).and_then(|file| Pack::of_file(&file).map_err(|faults| fault_words(&faults)))?;
    Ok(Some(pack))
}

/// An office pack, and a book with what it holds.
///
/// # Errors
/// The file cannot be read, is no pack, or has faults: told with file and line.
pub fn office(path: &Path, book: &RuleBook) -> Result<(OfficePack, RuleBook), Words> {
    let bytes = read_file(path).map_err(|error| lost(path, &error))?;
    let named = shown(path);
    let pack = OfficePack::read(&named, &bytes)?;
    let made = pack.added(book).map_err(|faults| {
        let told = office::told(&faults);
        words(
            format!("gói “{named}” có lỗi:{}", told.vi),
            format!("the pack “{named}” has faults:{}", told.en),
        )
    })?;
    Ok((pack, made))
}

/// A pack of sheets.
///
/// # Errors
/// A sheet cannot be read, or has faults: told with file and line.
pub fn of_sheets(paths: &[PathBuf]) -> Result<Pack, Words> {
    let files = paths.iter().map(|path| file(path)).collect::<Result<Vec<_>, _>>()?;
    Pack::of_sheets(&files).map_err(|faults| fault_words(&faults))
}

/// The text of a file, which keeps the path by which people gave it.
fn file(path: &Path) -> Result<RuleFile, Words> {
    let bytes = read_file(path).map_err(|error| lost(path, &error))?;
    // A pack is as large as the sheets that it was made of.
    let text = String::from_utf8(bytes).map_err(|_| {
        let path = shown(path);
        words(
            format!("“{path}” không phải là văn bản UTF-8; hãy lưu lại với bảng mã UTF-8."),
            format!("“{path}” is not UTF-8 text; save it with the UTF-8 encoding."),
        )
    })?;
    Ok(RuleFile { path: shown(path), text })
}

/// One line a fault: `moi.csv:3:1: …`.
fn fault_words(faults: &[RuleBookError]) -> Words {
    let lines = |language: Language| {
        let line = |fault: &RuleBookError| {
            format!("\n{}:{}:{}: {}", fault.file, fault.line, fault.column, fault.words.in_language(language))
        };
        faults.iter().map(line).collect::<String>()
    };
    words(
        format!("dữ liệu danh mục có lỗi:{}", lines(Language::Vi)),
        format!("the data of the registry have faults:{}", lines(Language::En)),
    )
}
