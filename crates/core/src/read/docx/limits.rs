//! Limits against harmful or broken packages. Each is far above what real drafts need: the
//! greatest part seen in real Word files has 12.6 MB of XML at a ratio of 38 to 1.

use crate::read::ReadError;
use crate::rulebook::vocabulary::Words;

/// Greatest size of a package, in bytes (256 MiB).
pub const PACKAGE_BYTES: usize = 256 << 20;
/// Greatest number of entries in a package.
pub const ENTRIES: usize = 4_096;
/// Greatest unpacked size of one XML part, in bytes (64 MiB).
pub const PART_BYTES: u64 = 64 << 20;
/// Greatest unpacked size of all parts that are read, in bytes (128 MiB).
pub const TOTAL_BYTES: u64 = 128 << 20;
/// Greatest ratio of unpacked to packed bytes of a part above [`RATIO_FROM_BYTES`].
pub const RATIO: u64 = 200;
/// Unpacked size from which on the ratio counts, in bytes (1 MiB).
pub const RATIO_FROM_BYTES: u64 = 1 << 20;
/// Greatest nesting of XML elements, in levels.
pub const DEPTH: usize = 256;
/// Greatest number of XML nodes (elements, texts, comments) in one part.
pub const NODES: u32 = 2_000_000;

/// The error for a package above [`PACKAGE_BYTES`].
pub fn package_too_big() -> ReadError {
    let mib = PACKAGE_BYTES >> 20;
    limit(format!("tệp lớn hơn {mib} MiB"), format!("the file is larger than {mib} MiB"))
}

/// The error for more than [`ENTRIES`] entries.
pub fn too_many_entries() -> ReadError {
    limit(format!("gói tệp có hơn {ENTRIES} mục"), format!("the package has more than {ENTRIES} entries"))
}

/// The error for a part above [`PART_BYTES`].
pub fn part_too_big(part: &str) -> ReadError {
    let mib = PART_BYTES >> 20;
    limit(
        format!("phần “{part}” lớn hơn {mib} MiB khi giải nén"),
        format!("part “{part}” unpacks to more than {mib} MiB"),
    )
}

/// The error for parts that together pass [`TOTAL_BYTES`].
pub fn total_too_big() -> ReadError {
    let mib = TOTAL_BYTES >> 20;
    limit(
        format!("các phần của tệp lớn hơn {mib} MiB khi giải nén"),
        format!("the parts unpack to more than {mib} MiB"),
    )
}

/// The error for a part that passes [`RATIO`].
pub fn ratio_too_high(part: &str) -> ReadError {
    limit(
        format!("phần “{part}” nén quá {RATIO} lần"),
        format!("part “{part}” is compressed more than {RATIO} to 1"),
    )
}

/// The error for XML nested deeper than [`DEPTH`].
pub fn too_deep(part: &str) -> ReadError {
    limit(
        format!("XML của phần “{part}” lồng nhau quá {DEPTH} cấp"),
        format!("the XML of part “{part}” is nested deeper than {DEPTH} levels"),
    )
}

/// The error for XML with more than [`NODES`] nodes.
pub fn too_many_nodes(part: &str) -> ReadError {
    limit(
        format!("XML của phần “{part}” có hơn {NODES} nút"),
        format!("the XML of part “{part}” has more than {NODES} nodes"),
    )
}

/// The error for a limit, named in both languages.
fn limit(vi: String, en: String) -> ReadError {
    ReadError::Limit(Words { vi, en })
}
