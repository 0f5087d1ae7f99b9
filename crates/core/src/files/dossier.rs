//! Dossiers: zip archives, which are read as folders.
//!
//! An archive comes from anywhere, so what it states is held against limits before anything is unpacked, and
//! what is unpacked is cut at them. An archive within an archive stays closed.

use crate::finding::Words;
use crate::read::cause;
use std::io::{self, Read, Seek};
use zip::ZipArchive;

/// Most entries of a dossier.
const ENTRIES: usize = 2_000;
/// Largest entry, unpacked, in bytes.
const ENTRY_BYTES: u64 = 64 << 20;
/// Largest sum of what the entries state to be unpacked, in bytes.
const TOTAL_BYTES: u64 = 512 << 20;
/// Greatest ratio of unpacked to packed bytes, from [`RATIO_FROM_BYTES`] on.
const RATIO: u64 = 200;
/// Unpacked size from which on the ratio counts, in bytes.
const RATIO_FROM_BYTES: u64 = 1 << 20;
/// Most records that may look like the end of an archive: each is tried, at the cost of the whole.
const ENDS: usize = 256;
/// How such a record begins.
const END: &[u8] = b"PK\x05\x06";

/// The part by which a Word file that was named .zip is known.
const OFFICE: &str = "[Content_Types].xml";

/// An entry of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the directory of the archive.
    pub index: usize,
    /// Its path within the archive.
    pub name: String,
}

/// Why a dossier is not read.
#[derive(Debug)]
pub enum Refused {
    /// Its bytes cannot be had.
    Io(io::Error),
    /// It passes a limit, or is damaged: one sentence.
    Because(Words),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The files in an archive, in the order of their paths; `None` where it is an Office file by another name.
/// `shown` is what people call the archive.
///
/// # Errors
/// Says why it is not read.
pub fn entries<R: Read + Seek>(shown: &str, mut source: R) -> Result<Option<Vec<Entry>>, Refused> {
    if count_ends(&mut source)? > ENDS {
        return Err(refused(shown, "có quá nhiều bản ghi kết thúc", "it has too many end records"));
    }
    source.rewind()?;
    let archive = open(shown, source)?;
    if archive.len() > ENTRIES {
        let (vi, en) = (format!("có hơn {ENTRIES} mục"), format!("it has more than {ENTRIES} entries"));
        return Err(refused(shown, &vi, &en));
    }
    let mut entries: Vec<Entry> = archive
        .file_names()
        .enumerate()
        .filter(|(_, name)| !name.ends_with(['/', '\\']))
        .map(|(index, name)| Entry {
            index: archive.index_for_name(name).unwrap_or(index),
            name: below(name),
        })
        .collect();
    if entries.iter().any(|entry| entry.name == OFFICE) {
        return Ok(None);
    }
    if archive.decompressed_size().is_some_and(|size| size > u128::from(TOTAL_BYTES)) {
        let mib = TOTAL_BYTES >> 20;
        let en = format!("it unpacks to more than {mib} MiB");
        return Err(refused(shown, &format!("lớn hơn {mib} MiB khi giải nén"), &en));
    }
    entries.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Some(entries))
}

/// The path of an entry below the archive, whatever it says: `../a/b.docx` and `/a/b.docx` are `a/b.docx`. Some
/// programs pack such paths, and what is written beside an archive must not leave its folder.
fn below(name: &str) -> String {
    let steps = name.split(['/', '\\']).filter(|step| !matches!(*step, "" | "." | ".."));
    steps.collect::<Vec<_>>().join("/")
}

/// The bytes of an entry.
///
/// # Errors
/// Says why they cannot be had.
pub fn bytes<R: Read + Seek>(shown: &str, source: R, entry: &Entry) -> Result<Vec<u8>, Refused> {
    let mut archive = open(shown, source)?;
    let file =
        archive.by_index(entry.index).map_err(|error| broken(shown, &entry.name, &cause::of_zip(&error)))?;
    let (size, packed) = (file.size(), file.compressed_size());
    let too_dense = size > RATIO_FROM_BYTES && size > packed.saturating_mul(RATIO);
    if size > ENTRY_BYTES || too_dense {
        let vi = format!("“{}” quá lớn hoặc nén quá {RATIO} lần", entry.name);
        let en = format!("“{}” is too large or compressed more than {RATIO} to 1", entry.name);
        return Err(refused(shown, &vi, &en));
    }
    let mut bytes = Vec::new();
    let read = file.take(ENTRY_BYTES + 1).read_to_end(&mut bytes);
    let read = read.map_err(|error| broken(shown, &entry.name, &cause::of_unpacking(&error)))?;
    if read as u64 > ENTRY_BYTES {
        let en = format!("“{}” is larger than it states", entry.name);
        return Err(refused(shown, &format!("“{}” lớn hơn số đã ghi", entry.name), &en));
    }
    Ok(bytes)
}

/// The directory of an archive.
fn open<R: Read + Seek>(shown: &str, source: R) -> Result<ZipArchive<R>, Refused> {
    ZipArchive::new(source).map_err(|error| broken(shown, "", &cause::of_zip(&error)))
}

/// How many records of a file look like the end of an archive.
fn count_ends(source: &mut impl Read) -> io::Result<usize> {
    let mut buffer = vec![0; 1 << 16];
    let (mut kept, mut ends) = (0, 0);
    loop {
        let read = source.read(&mut buffer[kept..])?;
        if read == 0 {
            return Ok(ends);
        }
        let filled = kept + read;
        ends += buffer[..filled].windows(END.len()).filter(|window| *window == END).count();
        // A record may lie across two stretches.
        kept = filled.min(END.len() - 1);
        buffer.copy_within(filled - kept..filled, 0);
    }
}

/// An archive that passes a limit.
fn refused(shown: &str, vi: &str, en: &str) -> Refused {
    Refused::Because(Words {
        vi: format!("Hồ sơ nén “{shown}” vượt giới hạn an toàn: {vi}; hãy giải nén rồi kiểm tra thư mục."),
        en: format!("The archive “{shown}” passes a safety limit: {en}; unpack it and check the folder."),
    })
}

/// An archive that cannot be unpacked.
fn broken(shown: &str, entry: &str, reason: &Words) -> Refused {
    let place = if entry.is_empty() { shown.to_owned() } else { format!("{shown}/{entry}") };
    Refused::Because(Words {
        vi: format!(
            "Không giải nén được “{place}” (chi tiết kỹ thuật: {}); tệp bị hỏng hoặc có mật khẩu.",
            reason.vi
        ),
        en: format!("“{place}” cannot be unpacked ({}); it is damaged or has a password.", reason.en),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_across_two_stretches_count_once() {
        let mut bytes = vec![b'x'; (1 << 16) - 2];
        bytes.extend(END);
        bytes.extend([b'y'; 10]);
        bytes.extend(END);
        assert_eq!(count_ends(&mut bytes.as_slice()).expect("bytes"), 2);
    }
}
