//! Dossiers: zip archives, which are read as folders.
//!
//! An archive comes from anywhere, so what it states is held against limits before anything is unpacked, and
//! what is unpacked is cut at them. An archive within an archive stays closed.

use super::bytes::{lost, shown};
use super::words;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use thethuc_core::finding::Words;
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
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its place in the directory of the archive.
    pub index: usize,
    /// Its path within the archive.
    pub name: String,
}

/// The files in an archive, in the order of their paths; `None` where it is an Office file by another name.
///
/// # Errors
/// Says in one sentence why it is not read.
pub fn entries(path: &Path) -> Result<Option<Vec<Entry>>, Words> {
    let ends = count_ends(File::open(path).map_err(|error| lost(path, &error))?);
    if ends.map_err(|error| lost(path, &error))? > ENDS {
        return Err(refused(path, "có quá nhiều bản ghi kết thúc", "it has too many end records"));
    }
    let archive = open(path)?;
    if archive.len() > ENTRIES {
        let (vi, en) = (format!("có hơn {ENTRIES} mục"), format!("it has more than {ENTRIES} entries"));
        return Err(refused(path, &vi, &en));
    }
    let mut entries: Vec<Entry> = archive
        .file_names()
        .enumerate()
        .filter(|(_, name)| !name.ends_with('/'))
        .map(|(index, name)| Entry {
            index: archive.index_for_name(name).unwrap_or(index),
            name: name.to_owned(),
        })
        .collect();
    if entries.iter().any(|entry| entry.name == OFFICE) {
        return Ok(None);
    }
    if archive.decompressed_size().is_some_and(|size| size > u128::from(TOTAL_BYTES)) {
        let mib = TOTAL_BYTES >> 20;
        let en = format!("it unpacks to more than {mib} MiB");
        return Err(refused(path, &format!("lớn hơn {mib} MiB khi giải nén"), &en));
    }
    entries.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Some(entries))
}

/// The bytes of an entry.
///
/// # Errors
/// Says in one sentence why they cannot be had.
pub fn bytes(path: &Path, entry: &Entry) -> Result<Vec<u8>, Words> {
    let mut archive = open(path)?;
    let file =
        archive.by_index(entry.index).map_err(|error| broken(path, &entry.name, &error.to_string()))?;
    let (size, packed) = (file.size(), file.compressed_size());
    let too_dense = size > RATIO_FROM_BYTES && size > packed.saturating_mul(RATIO);
    if size > ENTRY_BYTES || too_dense {
        let vi = format!("“{}” quá lớn hoặc nén quá {RATIO} lần", entry.name);
        let en = format!("“{}” is too large or compressed more than {RATIO} to 1", entry.name);
        return Err(refused(path, &vi, &en));
    }
    let mut bytes = Vec::new();
    let read = file.take(ENTRY_BYTES + 1).read_to_end(&mut bytes);
    let read = read.map_err(|error| broken(path, &entry.name, &error.to_string()))?;
    if read as u64 > ENTRY_BYTES {
        let en = format!("“{}” is larger than it states", entry.name);
        return Err(refused(path, &format!("“{}” lớn hơn số đã ghi", entry.name), &en));
    }
    Ok(bytes)
}

/// The directory of an archive.
fn open(path: &Path) -> Result<ZipArchive<BufReader<File>>, Words> {
    let file = File::open(path).map_err(|error| lost(path, &error))?;
    ZipArchive::new(BufReader::new(file)).map_err(|error| broken(path, "", &error.to_string()))
}

/// How many records of a file look like the end of an archive.
fn count_ends(file: impl Read) -> io::Result<usize> {
    let mut file = BufReader::new(file);
    let mut buffer = vec![0; 1 << 16];
    let (mut kept, mut ends) = (0, 0);
    loop {
        let read = file.read(&mut buffer[kept..])?;
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
fn refused(path: &Path, vi: &str, en: &str) -> Words {
    let path = shown(path);
    words(
        format!("Hồ sơ nén “{path}” vượt giới hạn an toàn: {vi}; hãy giải nén rồi kiểm tra thư mục."),
        format!("The archive “{path}” passes a safety limit: {en}; unpack it and check the folder."),
    )
}

/// An archive that cannot be unpacked.
fn broken(path: &Path, entry: &str, reason: &str) -> Words {
    let path = shown(path);
    let place = if entry.is_empty() { path } else { format!("{path}/{entry}") };
    words(
        format!("Không giải nén được “{place}” (chi tiết kỹ thuật: {reason}); tệp bị hỏng hoặc có mật khẩu."),
        format!("“{place}” cannot be unpacked ({reason}); it is damaged or has a password."),
    )
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
        assert_eq!(count_ends(bytes.as_slice()).expect("bytes"), 2);
    }
}
