//! Chance, and what it does to bytes, to text and to packages.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Numbers that follow from a seed (SplitMix64).
pub struct Chance(u64);

impl Chance {
    /// The numbers of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        value ^ (value >> 31)
    }

    /// A number below another one; 0 where there is none below it.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % end).unwrap_or_default()
    }

    /// One of several.
    pub fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

/// What readers stumble over.
const ODD: [&str; 44] = [
    "\u{0}",
    "\u{7}",
    "\u{1b}[31m",
    "\r",
    "\r\n",
    "\t",
    "\u{9b}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{301}",
    "\u{323}\u{301}",
    "\u{1161}",
    "\u{fffd}",
    "\u{e000}",
    "\u{10ffff}",
    "đ",
    "---\n",
    "\n\n",
    "|",
    "| a | b |\n|---|---|\n",
    "“",
    "”",
    "\"",
    "<!--",
    "-->",
    "<br>",
    "[",
    "](",
    "***",
    "> ",
    "Điều 1. ",
    "điểm a khoản 1 Điều 1",
    "1. ",
    "a) ",
    "PHỤ LỤC I\n\n",
    "Nghị định số 30/2020/NĐ-CP",
    "ngày 31/02/2020",
    "ngày … tháng … năm 2026",
    "TM. ỦY BAN NHÂN DÂN\n",
    "18446744073709551616",
];

/// Pieces of XML, well formed and not.
const MARKUP: [&str; 22] = [
    "<w:p/>",
    "<w:p>",
    "</w:p>",
    "<w:r><w:t>",
    "</w:t></w:r>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tc>",
    "<w:tab/>",
    "<w:br/>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#x1F;",
    "&#55296;",
    "&lol;",
    "<!DOCTYPE a>",
    "<w:sectPr/>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:commentRangeStart w:id=\"0\"/>",
    "w:val=\"-9223372036854775808\"",
];

/// A text with a few things done to it: stretches that go, come twice, change places or come from another one.
pub fn text(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut text = chance.of(seeds).cloned().unwrap_or_default();
    for _ in 0..=chance.below(8) {
        damage(&mut text, seeds, &ODD, chance);
    }
    text
}

/// Does one thing to some bytes.
fn damage(bytes: &mut Vec<u8>, others: &[Vec<u8>], odd: &[&str], chance: &mut Chance) {
    let at = boundary(bytes, chance.below(bytes.len() + 1));
    let reach = if chance.below(4) == 0 { 4_000 } else { 40 };
    let end = boundary(bytes, (at + chance.below(reach)).min(bytes.len())).max(at);
    match chance.below(8) {
        0 => drop(bytes.drain(at..end)),
        1 => {
            let again: Vec<u8> = bytes[at..end].repeat(1 + chance.below(3));
            bytes.splice(at..at, again);
        }
        2 => {
            let cut: Vec<u8> = bytes.drain(at..end).collect();
            let to = boundary(bytes, chance.below(bytes.len() + 1));
            bytes.splice(to..to, cut);
        }
        3 => {
            let other = chance.of(others).cloned().unwrap_or_default();
            let from = chance.below(other.len() + 1);
            let until = (from + chance.below(reach)).min(other.len());
            bytes.splice(at..at, other[from..until].to_vec());
        }
        4 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << chance.below(8);
            }
        }
        5 => bytes.truncate(bytes.len().saturating_sub(chance.below(reach))),
        _ => {
            let piece = chance.of(odd).copied().unwrap_or_default();
            let many = if chance.below(10) == 0 { 300 } else { 1 };
            bytes.splice(at..at, piece.repeat(many).into_bytes());
        }
    }
}

/// The start of the letter at a byte or before it, so that most damage leaves a text.
fn boundary(bytes: &[u8], at: usize) -> usize {
    (0..=at.min(bytes.len()))
        .rev()
        .find(|at| bytes.get(*at).is_none_or(|byte| byte & 0xC0 != 0x80))
        .unwrap_or(0)
}

/// A Word document with damage in its parts, in the list of its parts, or in the bytes of the package.
pub fn package(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let seed = chance.of(seeds).cloned().unwrap_or_default();
    if chance.below(8) == 0 {
        let mut bytes = seed;
        for _ in 0..=chance.below(4) {
            damage(&mut bytes, seeds, &["PK\u{5}\u{6}", "PK\u{1}\u{2}", "\u{0}\u{0}"], chance);
        }
        return bytes;
    }
    let Some(mut parts) = unpacked(&seed) else { return seed };
    let wanted =
        ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"];
    for _ in 0..=chance.below(5) {
        let at = match chance.below(3) {
            0 => chance.below(parts.len()),
            1 => parts.iter().position(|(name, _)| *name == wanted[0]).unwrap_or_default(),
            _ => parts.iter().position(|(name, _)| *name == wanted[chance.below(4)]).unwrap_or_default(),
        };
        let others: Vec<Vec<u8>> = parts.get(at).map(|(_, own)| own.clone()).into_iter().collect();
        let Some((_, part)) = parts.get_mut(at) else { continue };
        match chance.below(6) {
            0 => damage(part, &others, &ODD, chance),
            1 => damage(part, &others, &MARKUP, chance),
            2 => drop(parts.remove(at)),
            _ => tags(part, chance),
        }
    }
    packed(&parts).unwrap_or(seed)
}

/// Takes, doubles or moves a stretch between two tags, so that the XML often stays well formed.
fn tags(part: &mut Vec<u8>, chance: &mut Chance) {
    let starts: Vec<usize> =
        part.iter().enumerate().filter(|(_, byte)| **byte == b'<').map(|(at, _)| at).collect();
    let (Some(from), ahead) = (chance.of(&starts).copied(), chance.below(12)) else { return };
    let name = |at: usize| {
        let rest = &part[at + 1..];
        rest[..rest.iter().position(|byte| b" />".contains(byte)).unwrap_or(rest.len())].to_vec()
    };
    let own = name(from);
    let closing = [b"</".as_slice(), &own, b">"].concat();
    let rest = &part[from..];
    let close = rest
        .windows(closing.len().max(1))
        .position(|bytes| bytes == closing)
        .map(|at| from + at + closing.len());
    let next = starts.iter().filter(|at| **at > from).nth(ahead).copied();
    let Some(end) = close.or(next).filter(|end| *end <= part.len()) else { return };
    let piece = part[from..end].to_vec();
    let to = chance.of(&starts).copied().unwrap_or_default();
    match chance.below(3) {
        0 => drop(part.drain(from..end)),
        1 => drop(part.splice(from..from, piece)),
        _ => drop(part.splice(to..to, piece)),
    }
}

/// The names and bytes of the parts of a package.
fn unpacked(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).ok()?;
        let mut part = Vec::new();
        entry.read_to_end(&mut part).ok()?;
        parts.push((entry.name().to_owned(), part));
    }
    Some(parts)
}

/// A package of parts.
fn packed(parts: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).ok()?;
        writer.write_all(part).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}
