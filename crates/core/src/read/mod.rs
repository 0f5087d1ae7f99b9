//! Readers: bytes in, a [`Draft`] out. They know files, not law.
//!
//! Each kind of file has a reader of its own; all of them give the same [`Draft`], so that whatever
//! comes after never asks where a draft came from. A reader states what the source tells and nothing
//! else: no value is made up to please a later step, and what cannot be read is a [`ReadError`], not an
//! empty draft.

mod bounds;
pub(crate) mod cause;
pub mod docx;
pub mod error;
pub mod markdown;
pub mod plain;
mod reflow;
mod unicode;
mod utf16;
mod wrap;

use crate::draft::Draft;
pub use error::ReadError;

/// Reads a draft. The kind of file follows from the extension of `name`; without a name, a package is a
/// Word document and all else Markdown. Content that is plainly something else is refused by its true
/// kind.
///
/// # Errors
/// Says in one sentence why the bytes cannot be read as a draft.
pub fn read(name: &str, bytes: &[u8]) -> Result<Draft, ReadError> {
    if let Some(end) = lock(name) {
        return Err(ReadError::Lock(end.to_owned()));
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let extension = match name {
        "" if bytes.starts_with(b"PK") => "docx".to_owned(),
        "" => "md".to_owned(),
        _ => extension(name),
    };
    let draft = match extension.as_str() {
        "docx" | "docm" | "dotx" | "dotm" => docx::read(bytes),
        "md" | "markdown" => markdown::read(&text(bytes)?),
        "txt" | "text" => plain::read(&text(bytes)?),
        _ if bytes.starts_with(b"PK") => docx::read(bytes).map_err(|error| rightly_named(error, &extension)),
        _ => Err(docx::other_kind(bytes)
            .map_or(ReadError::UnknownKind(extension.clone()), |error| rightly_named(error, &extension))),
    }?;
    bounds::of_draft(&draft)?;
    Ok(draft)
}

/// The error for a file that is what its name says: nobody must be told that it is not.
fn rightly_named(error: ReadError, extension: &str) -> ReadError {
    /// Extensions that do not stand in the name of the kind.
    const OTHERS: [(&str, &str); 12] = [
        ("jpg", "JPEG"),
        ("tif", "TIFF"),
        ("7z", "7-Zip"),
        ("gz", "gzip"),
        ("htm", "HTML"),
        ("mht", "MHTML"),
        ("webp", "RIFF"),
        ("ps", "PostScript"),
        ("dot", "Word 97"),
        ("doc", "Office 97"),
        ("xls", "Office 97"),
        ("ppt", "Office 97"),
    ];
    match error {
        ReadError::OtherKind(kind) => {
            let own = kind.to_lowercase();
            let named = own == extension
                || own.contains(&format!(".{extension})"))
                || OTHERS.iter().any(|(other, begins)| *other == extension && kind.starts_with(begins));
            if named { ReadError::NotYetRead(kind) } else { ReadError::OtherKind(kind) }
        }
        other => other,
    }
}

/// The text of a plain file; other kinds of files are refused by their kind.
/// # Errors
///
/// [`ReadError::OtherKind`] for files of a known kind under the wrong name, else why the bytes are no
/// text.
fn text(bytes: &[u8]) -> Result<std::borrow::Cow<'_, str>, ReadError> {
    let text = unicode::decode(bytes).map_err(|error| match error {
        ReadError::NotText(_) | ReadError::ZeroByte(_) => docx::other_kind(bytes).unwrap_or(error),
        other => other,
    })?;
    bounds::of_text(&text)?;
    Ok(text)
}

/// Of the name of a lock that Word keeps beside an open document, what the name of that document ends in. Its first
/// two letters are lost where it is long.
pub fn lock(name: &str) -> Option<&str> {
    name.rsplit(['/', '\\']).next()?.strip_prefix("~$")
}

/// The extension of a file name in small letters; empty where there is none.
fn extension(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_lowercase())
}
