//! What a file is when it is no zip package, from its first bytes.
//!
//! People rename files. To be told that a draft is in truth a PDF, an old `.doc` or locked by a
//! password helps more than that it is no zip. Only the first bytes and the directory of OLE files are
//! looked at.

use crate::read::{ReadError, cause};

/// How compound files begin: the old Office kinds, and new ones under a password.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// First bytes of kinds of files that are often given a wrong name.
const MAGIC: [(&[u8], &str); 15] = [
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"RIFF", "RIFF (WebP)"),
    (b"BM", "BMP"),
    (b"Rar!", "RAR"),
    (b"7z\xBC\xAF", "7-Zip"),
    (b"\x1F\x8B", "gzip"),
    (b"%!PS", "PostScript"),
    (b"MIME-Version:", "MHTML"),
    (b"\xDB\xA5", "Word 2.0 (.doc)"),
    (b"<pkg:package", "Word XML (.xml)"),
];

/// Names of streams in the directory of an OLE file, and the kind of file each one shows.
const STREAMS: [(&str, &str); 6] = [
    ("WordDocument", "Word 97-2003 (.doc)"),
    ("Workbook", "Excel 97-2003 (.xls)"),
    ("Book", "Excel 5.0 (.xls)"),
    ("PowerPoint Document", "PowerPoint 97-2003 (.ppt)"),
    ("__properties_version1.0", "Outlook (.msg)"),
    ("VisioDocument", "Visio (.vsd)"),
];

/// Why `bytes` are no zip package, or `None` if they begin like one.
pub fn not_a_zip(bytes: &[u8]) -> Option<ReadError> {
    if bytes.is_empty() {
        return Some(ReadError::Empty);
    }
    if bytes.starts_with(b"PK") {
        return None;
    }
    if bytes.starts_with(OLE) {
        return Some(ole(bytes));
    }
    let head = &bytes[..bytes.len().min(1024)];
    // Readers of PDF accept some bytes before the mark.
    if head.windows(5).any(|window| window == b"%PDF-") {
        return Some(ReadError::OtherKind("PDF"));
    }
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(ReadError::OtherKind(kind));
    }
    let unknown = || {
        ReadError::NotAPackage(cause::said_as(
            "tệp không bắt đầu như một gói .docx",
            "it does not begin as a .docx does",
        ))
    };
    Some(markup(head).map_or_else(unknown, ReadError::OtherKind))
}

/// The kind of an OLE file. Directory entries are 128 bytes long, begin with their name in
/// UTF-16 and lie at multiples of 128 bytes.
fn ole(bytes: &[u8]) -> ReadError {
    let has = |name: &str| {
        let mut stored: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        stored.extend([0, 0]);
        bytes.chunks(128).any(|entry| entry.starts_with(&stored))
    };
    if has("EncryptedPackage") {
        return ReadError::Encrypted;
    }
    let kind = STREAMS.iter().find(|(name, _)| has(name)).map_or("Office 97-2003", |(_, kind)| kind);
    ReadError::OtherKind(kind)
}

/// The kind of a file that begins with a tag.
fn markup(head: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(head).to_lowercase();
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    if ["<!doctype html", "<html", "<head", "<meta"].iter().any(|tag| text.starts_with(tag)) {
        return Some("HTML");
    }
    if !text.starts_with("<?xml") {
        return None;
    }
    if text.contains("<html") {
        Some("HTML")
    } else if text.contains("word.document") || text.contains("pkg:package") {
        Some("Word XML (.xml)")
    } else {
        Some("XML")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ole_with(stream: &str) -> Vec<u8> {
        let mut bytes = OLE.to_vec();
        bytes.resize(1024, 0);
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(2048, 0);
        bytes
    }

    #[test]
    fn other_kinds_are_told_by_their_first_bytes() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], "PDF"),
            (b"{\\rtf1\\ansi", "RTF"),
            (b"\x89PNG\r\n\x1A\n", "PNG"),
            (b"\xFF\xD8\xFF\xE0", "JPEG"),
            (b"\xEF\xBB\xBF <!DOCTYPE html><p>", "HTML"),
            (b"<?xml version='1.0'?><html/>", "HTML"),
            (b"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?>", "Word XML (.xml)"),
        ] {
            assert_eq!(not_a_zip(bytes), Some(ReadError::OtherKind(kind)));
        }
        assert_eq!(not_a_zip(b""), Some(ReadError::Empty));
        assert!(matches!(not_a_zip(b"xin chao"), Some(ReadError::NotAPackage(_))));
        assert_eq!(not_a_zip(b"PK\x03\x04"), None);
    }

    #[test]
    fn an_ole_file_is_told_by_its_streams() {
        assert_eq!(not_a_zip(&ole_with("EncryptedPackage")), Some(ReadError::Encrypted));
        let word = Some(ReadError::OtherKind("Word 97-2003 (.doc)"));
        assert_eq!(not_a_zip(&ole_with("WordDocument")), word);
        let excel = Some(ReadError::OtherKind("Excel 97-2003 (.xls)"));
        assert_eq!(not_a_zip(&ole_with("Workbook")), excel);
        // Cut off before its list of streams: which program it is of is not known.
        assert_eq!(not_a_zip(OLE), Some(ReadError::OtherKind("Office 97-2003")));
    }
}
