//! The way back to the very bytes of the original, kept in the copy itself.
//!
//! A copy for signing should be the drafter's own file. The parts that need not change lie in the copy as
//! they were packed; what is missing for the original are the packed bytes of the changed parts and the
//! tables around them. They are kept in a custom XML part, which Word carries along.
//!
//! They can be read only while the copy is as it was written. They are enciphered with a key made of
//! the whole content of the copy: once somebody saves other content, words that he took out are not to be
//! found in a forgotten corner of the file, and the way back ends by itself.

use super::EditError;
use crate::read::cause;
use crate::read::docx::package::Package;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The namespace by which the part is known.
pub const SPACE: &str = "urn:thethuc:original";

/// Its content type: any XML.
pub const CONTENT_TYPE: &str = "application/xml";

/// Begins what was enciphered, so that a wrong key is noticed at once.
const MAGIC: &[u8; 8] = b"thethuc1";

/// Packed entries shorter than this are kept as they are: a reference would not be shorter.
const WORTH_A_REFERENCE: u64 = 64;

/// The part that leads from a copy back to its original. `copy` is the copy without the part.
///
/// # Errors
/// One of both is damaged.
pub fn seal(original: &[u8], copy: &[u8], part: &str) -> Result<Vec<u8>, EditError> {
    let mut plain = MAGIC.to_vec();
    plain.extend(Sha256::digest(original));
    let kept = packed(copy)?;
    let mut at = 0;
    for (start, end, name) in entries(original)? {
        let bytes = original.get(start..end).unwrap_or_default();
        if start >= at && kept.get(&name).is_some_and(|own| copy.get(own.clone()) == Some(bytes)) {
            literal(&mut plain, original.get(at..start).unwrap_or_default());
            number(&mut plain, name.len());
            plain.extend(name.as_bytes());
            at = end;
        }
    }
    literal(&mut plain, original.get(at..).unwrap_or_default());
    number(&mut plain, 0);
    encipher(&mut plain, &key(copy, part)?);
    Ok(format!("<original xmlns=\"{SPACE}\">{}</original>", BASE64_STANDARD.encode(plain)).into_bytes())
}

/// The original of a copy that is as it was written; `None` for every other file.
pub fn unseal(copy: &[u8], part: &str, text: &str) -> Option<Vec<u8>> {
    let inner = text.split_once('>')?.1.split_once("</")?.0;
    let mut plain = BASE64_STANDARD.decode(inner.trim()).ok()?;
    encipher(&mut plain, &key(copy, part).ok()?);
    let rest = plain.strip_prefix(MAGIC)?;
    let (digest, mut rest) = rest.split_at_checked(32)?;
    let kept = packed(copy).ok()?;
    let mut original = Vec::with_capacity(copy.len());
    loop {
        let (bytes, more) = take(rest)?;
        original.extend(bytes);
        let (name, more) = take(more)?;
        rest = more;
        if name.is_empty() {
            break;
        }
        original.extend(copy.get(kept.get(std::str::from_utf8(name).ok()?)?.clone())?);
    }
    (Sha256::digest(&original).as_slice() == digest).then_some(original)
}

/// Whether a custom XML part is one of these.
pub fn is_one(text: &str) -> bool {
    text.starts_with("<original") && text.contains(SPACE)
}

/// Where the packed bytes of the entries lie, in order, those worth a reference.
fn entries(bytes: &[u8]) -> Result<Vec<(usize, usize, String)>, EditError> {
    let damaged = |error: zip::result::ZipError| EditError::Package(cause::of_zip(&error));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut found = Vec::new();
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(damaged)?;
        let (Some(start), size) = (file.data_start(), file.compressed_size()) else { continue };
        let (Ok(start), Ok(size)) = (usize::try_from(start), usize::try_from(size)) else { continue };
        if file.compressed_size() >= WORTH_A_REFERENCE {
            found.push((start, start.saturating_add(size), file.name().to_owned()));
        }
    }
    found.sort();
    Ok(found)
}

/// The packed bytes of the entries by name.
fn packed(bytes: &[u8]) -> Result<BTreeMap<String, std::ops::Range<usize>>, EditError> {
    Ok(entries(bytes)?.into_iter().map(|(start, end, name)| (name, start..end)).collect())
}

/// The key of a copy: all that its other parts hold. Large parts count by size and check number, which are
/// enough to notice a change; the text of the document counts letter by letter, so that nobody can guess.
fn key(copy: &[u8], part: &str) -> Result<[u8; 32], EditError> {
    let damaged = |error: zip::result::ZipError| EditError::Package(cause::of_zip(&error));
    let main = Package::open(copy)?.main()?;
    let mut archive = ZipArchive::new(Cursor::new(copy)).map_err(damaged)?;
    let mut entries: Vec<(String, u32, u64)> = Vec::new();
    let mut hash = Sha256::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(damaged)?;
        let name = file.name().to_owned();
        if name == part {
            continue;
        }
        if name.trim_start_matches('/') == main {
            let mut content = Vec::new();
            file.read_to_end(&mut content)
                .map_err(|error| EditError::Package(cause::of_unpacking(&error)))?;
            hash.update(&content);
        }
        entries.push((name, file.crc32(), file.size()));
    }
    entries.sort();
    for (name, check, size) in entries {
        hash.update(name.as_bytes());
        hash.update(check.to_le_bytes());
        hash.update(size.to_le_bytes());
    }
    Ok(hash.finalize().into())
}

/// SHA-256 in counter mode: the same call enciphers and deciphers. A key is used for one content only.
fn encipher(bytes: &mut [u8], key: &[u8; 32]) {
    for (number, block) in bytes.chunks_mut(32).enumerate() {
        let pad = Sha256::new().chain_update(key).chain_update((number as u64).to_le_bytes()).finalize();
        block.iter_mut().zip(pad).for_each(|(byte, pad)| *byte ^= pad);
    }
}

fn number(out: &mut Vec<u8>, value: usize) {
    out.extend((value as u64).to_le_bytes());
}

fn literal(out: &mut Vec<u8>, bytes: &[u8]) {
    number(out, bytes.len());
    out.extend(bytes);
}

/// Bytes with their length before them, and what follows.
fn take(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_at_checked(8)?;
    let length = usize::try_from(u64::from_le_bytes(length.try_into().ok()?)).ok()?;
    rest.split_at_checked(length)
}
