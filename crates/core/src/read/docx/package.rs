//! The zip package: its parts, relationships, and the main document part.
//!
//! Names of parts come from relationships and never from guesses: programs other than Word put the main
//! part anywhere. Every size is checked before and while a part is unpacked, for what the package
//! states of itself may be false.

use super::encoding::Encoding;
use super::{limits, sniff, xml};
use crate::read::{ReadError, cause};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// An opened package. Only the parts that are asked for are unpacked.
pub struct Package<'a> {
    /// The zip, over the bytes of the caller.
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Index by name in small letters: part names do not distinguish capitals.
    index: HashMap<String, usize>,
    /// Bytes unpacked so far, held against the limit of all parts together.
    unpacked: u64,
}

/// A part: its name as the package writes it, and its XML.
pub struct Part {
    /// Name in the package, without a leading slash.
    pub name: String,
    /// The XML as UTF-8.
    pub text: String,
    /// How the file writes it.
    pub encoding: Encoding,
}

/// A relationship of a part.
pub struct Relationship {
    /// Its identifier in the part.
    pub id: String,
    /// The last word of its type (`styles`, `header`), the same in both namespaces.
    pub kind: String,
    /// Name of the target part, without a leading slash.
    pub target: String,
}

impl<'a> Package<'a> {
    /// Opens a package.
    ///
    /// # Errors
    /// What the file is instead of a package, that it is encrypted or damaged, or a limit.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if let Some(error) = sniff::not_a_zip(bytes) {
            return Err(error);
        }
        if bytes.len() > limits::PACKAGE_BYTES {
            return Err(limits::package_too_big());
        }
        if stated_entries(bytes).is_some_and(|count| count > limits::ENTRIES as u64) {
            return Err(limits::too_many_entries());
        }
        // The library tries each of them from the back, and searches the rest of the file each time.
        let mut end_records = bytes.windows(4).filter(|window| window == b"PK\x05\x06");
        if end_records.nth(limits::END_RECORDS).is_some() {
            return Err(limits::too_many_end_records());
        }
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| ReadError::NotAPackage(cause::of_zip(&error)))?;
        if archive.len() > limits::ENTRIES {
            return Err(limits::too_many_entries());
        }
        let mut index = HashMap::with_capacity(archive.len());
        for (at, name) in archive.file_names().enumerate() {
            index.entry(key(name)).or_insert(at);
        }
        Ok(Self { archive, index, unpacked: 0 })
    }

    /// Whether the package has a part.
    pub fn has(&self, name: &str) -> bool {
        self.index.contains_key(&key(name))
    }

    /// A part, or `None` where there is none of that name.
    ///
    /// # Errors
    /// A damaged or encrypted member, a limit, or text in an unknown encoding.
    pub fn part(&mut self, name: &str) -> Result<Option<Part>, ReadError> {
        let Some(&at) = self.index.get(&key(name)) else { return Ok(None) };
        let name = self.archive.name_for_index(at).unwrap_or(name).trim_start_matches('/').to_owned();
        let bytes = self.unpack(at, &name)?;
        let (text, encoding) = xml::decode(&name, bytes)?;
        Ok(Some(Part { name, text, encoding }))
    }

    /// The bytes of a member.
    ///
    /// # Errors
    ///
    /// A password, damage, or a size, sum or ratio above the limits.
    fn unpack(&mut self, at: usize, name: &str) -> Result<Vec<u8>, ReadError> {
        let file = self.archive.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
                ReadError::Encrypted
            }
            other => ReadError::DamagedPart(name.to_owned(), cause::of_zip(&other)),
        })?;
        let (stated, packed) = (file.size(), file.compressed_size());
        check_size(name, stated, packed)?;
        let mut bytes = Vec::with_capacity(usize::try_from(stated.min(1 << 20)).unwrap_or(0));
        // The stated size may lie, so that the limit holds while unpacking too.
        file.take(limits::PART_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| ReadError::DamagedPart(name.to_owned(), cause::of_unpacking(&error)))?;
        let size = bytes.len() as u64;
        check_size(name, size, packed)?;
        self.unpacked += size;
        if self.unpacked > limits::TOTAL_BYTES {
            return Err(limits::total_too_big());
        }
        Ok(bytes)
    }

    /// The relationships of a part (of the package itself for an empty name); none if it has none.
    ///
    /// # Errors
    /// As for any part, or broken XML.
    pub fn relationships(&mut self, of: &str) -> Result<Vec<Relationship>, ReadError> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let name = join(folder, &format!("_rels/{file}.rels"));
        let Some(part) = self.part(&name)? else { return Ok(Vec::new()) };
        let document = xml::parse(&part.name, &part.text)?;
        let relationships = document.root_element().children().filter(roxmltree::Node::is_element);
        if relationships.clone().nth(limits::RELATIONSHIPS).is_some() {
            return Err(limits::too_many_relationships(&part.name));
        }
        Ok(relationships.filter_map(|node| relationship(node, folder)).collect())
    }

    /// The name of the main document part.
    ///
    /// # Errors
    /// The package is of another kind, or has no main part.
    pub fn main(&mut self) -> Result<String, ReadError> {
        let related = self.relationships("")?;
        let related = related.into_iter().find(|relation| relation.kind == "officeDocument");
        let named = match related.map(|relation| relation.target).filter(|target| self.has(target)) {
            Some(target) => Some(target),
            None => self.main_by_content_type()?,
        };
        match named {
            Some(name) if name.to_ascii_lowercase().ends_with(".bin") => {
                Err(ReadError::OtherKind("Excel (.xlsb)"))
            }
            Some(name) => Ok(name),
            None => Err(self.other_kind()),
        }
    }

    /// The main part by its content type, where no relationship leads to it.
    ///
    /// # Errors
    ///
    /// As for any part.
    fn main_by_content_type(&mut self) -> Result<Option<String>, ReadError> {
        let Some(part) = self.part("[Content_Types].xml")? else { return Ok(None) };
        let document = xml::parse(&part.name, &part.text)?;
        let main = document.root_element().children().find(|node| {
            node.attribute("ContentType").is_some_and(|kind| {
                kind.contains("wordprocessingml") && kind.ends_with("main+xml")
                    || kind.starts_with("application/vnd.ms-word.") && kind.ends_with("main+xml")
            })
        });
        let name = main.and_then(|node| node.attribute("PartName")).map(|name| join("", name));
        Ok(name.filter(|name| self.has(name)))
    }

    /// What a package without a Word document is.
    fn other_kind(&mut self) -> ReadError {
        let known = [
            ("xl/workbook.xml", "Excel (.xlsx)"),
            ("ppt/presentation.xml", "PowerPoint (.pptx)"),
            ("META-INF/container.xml", "EPUB"),
            ("visio/document.xml", "Visio (.vsdx)"),
            ("META-INF/MANIFEST.MF", "Java (.jar)"),
        ];
        let mimetype = self.part("mimetype").ok().flatten().map(|part| part.text).unwrap_or_default();
        if mimetype.contains("opendocument.text") {
            return ReadError::OtherKind("OpenDocument (.odt)");
        }
        if mimetype.contains("opendocument") {
            return ReadError::OtherKind("OpenDocument");
        }
        known
            .iter()
            .find(|(name, _)| self.has(name))
            .map_or(ReadError::NoDocumentPart, |(_, kind)| ReadError::OtherKind(kind))
    }
}

/// A relationship to a part of the package; `None` for targets outside of it, which are never fetched.
fn relationship(node: roxmltree::Node<'_, '_>, folder: &str) -> Option<Relationship> {
    if node.attribute("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external")) {
        return None;
    }
    let kind = node.attribute("Type")?;
    let kind = kind.rsplit('/').next().unwrap_or(kind).to_owned();
    let target = join(folder, node.attribute("Target")?);
    Some(Relationship { id: node.attribute("Id").unwrap_or_default().to_owned(), kind, target })
}

/// The name of a target seen from a folder; a leading slash means the root of the package.
fn join(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut names: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            other => names.push(other),
        }
    }
    names.retain(|name| !name.is_empty());
    names.join("/")
}

/// A name as it is compared: with plain strokes, without the first one, in small letters.
fn key(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase()
}

/// Holds the unpacked and packed bytes of a part against the limits.
///
/// # Errors
///
/// The size of a part, or its ratio from a certain size on.
fn check_size(name: &str, size: u64, packed: u64) -> Result<(), ReadError> {
    if size > limits::PART_BYTES {
        return Err(limits::part_too_big(name));
    }
    if size > limits::RATIO_FROM_BYTES && size / packed.max(1) > limits::RATIO {
        return Err(limits::ratio_too_high(name));
    }
    Ok(())
}

/// The number of entries that the end record of the package states, before any are read.
fn stated_entries(bytes: &[u8]) -> Option<u64> {
    /// Bytes of the end record without its comment.
    const RECORD: usize = 22;
    /// Most bytes of the comment: its length is a number of two bytes.
    const COMMENT: usize = 65_535;
    let tail = bytes.len().saturating_sub(RECORD + COMMENT);
    let at = tail + bytes[tail..].windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let count = number::<2>(bytes, at + 10)?;
    if count < 0xFFFF {
        return Some(count);
    }
    // A large package: the record before points at the one with the true number.
    let locator = at.checked_sub(20).filter(|&locator| bytes[locator..].starts_with(b"PK\x06\x07"));
    let record = locator.and_then(|locator| number::<8>(bytes, locator + 8));
    let record = record.and_then(|record| usize::try_from(record).ok()?.checked_add(32));
    record.map_or(Some(count), |count_at| number::<8>(bytes, count_at))
}

/// A number of `SIZE` bytes, lowest first.
fn number<const SIZE: usize>(bytes: &[u8], at: usize) -> Option<u64> {
    let digits = bytes.get(at..at.checked_add(SIZE)?)?;
    Some(digits.iter().rev().fold(0, |number, &digit| number << 8 | u64::from(digit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_joined() {
        assert_eq!(join("word", "styles.xml"), "word/styles.xml");
        assert_eq!(join("word", "/other/styles.xml"), "other/styles.xml");
        assert_eq!(join("word", "../custom/./a.xml"), "custom/a.xml");
        assert_eq!(join("", "word\\document.xml"), "word/document.xml");
    }
}
