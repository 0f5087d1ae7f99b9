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

/// Greatest number of attributes of one element, namespace declarations included.
pub const ATTRIBUTES: usize = 256;
/// Greatest number of namespace declarations in scope at one element.
pub const DECLARATIONS: usize = 256;
/// Greatest sum, over the elements that declare a namespace, of the declarations in scope: the parser copies them
/// for each of these elements.
pub const DECLARATIONS_COPIED: usize = 500_000;
/// Greatest number of end records of a package: those of packages stored within it are among them.
pub const END_RECORDS: usize = 256;
/// Greatest number of relationships of one part.
pub const RELATIONSHIPS: usize = 20_000;
/// Greatest number of page-number fields, each counted once for every section whose pages show it.
pub const PAGE_FIELDS: usize = 20_000;

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

/// The error for an element with more than [`ATTRIBUTES`] attributes.
pub fn too_many_attributes(part: &str) -> ReadError {
    limit(
        format!("XML của phần “{part}” có thẻ mang hơn {ATTRIBUTES} thuộc tính"),
        format!("the XML of part “{part}” has an element with more than {ATTRIBUTES} attributes"),
    )
}

/// The error for more than [`DECLARATIONS`] namespace declarations in scope, or too many copies of them.
pub fn too_many_declarations(part: &str) -> ReadError {
    limit(
        format!("XML của phần “{part}” khai báo quá nhiều không gian tên (nhiều nhất {DECLARATIONS})"),
        format!("the XML of part “{part}” declares too many namespaces ({DECLARATIONS} at most)"),
    )
}

/// The error for more than [`END_RECORDS`] end records.
pub fn too_many_end_records() -> ReadError {
    limit(
        format!("gói tệp có hơn {END_RECORDS} chỗ ghi kết thúc, không phải tệp .docx hợp lệ"),
        format!("the package has more than {END_RECORDS} end records; it is no valid .docx"),
    )
}

/// The error for more than [`RELATIONSHIPS`] relationships.
pub fn too_many_relationships(part: &str) -> ReadError {
    limit(
        format!("phần “{part}” có hơn {RELATIONSHIPS} liên kết"),
        format!("part “{part}” has more than {RELATIONSHIPS} relationships"),
    )
}

/// The error for more than [`PAGE_FIELDS`] page-number fields.
pub fn too_many_page_fields() -> ReadError {
    limit(
        format!("tệp có quá nhiều section hoặc trường số trang (hơn {PAGE_FIELDS} số trang)"),
        format!("there are too many sections or page-number fields (more than {PAGE_FIELDS} numbers)"),
    )
}

/// The error for a limit, named in both languages.
fn limit(vi: String, en: String) -> ReadError {
    ReadError::Limit(Words { vi, en })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::outcome::{COUNTED, FINDINGS, PLACES};
    use crate::read::bounds;

    /// The table for people, which must say what the code does.
    const TABLE: &str = include_str!("../../../../../docs/limits.md");

    #[test]
    fn the_table_of_limits_says_what_the_code_does() {
        let rows: [(&str, u64); 22] = [
            ("PACKAGE_BYTES", PACKAGE_BYTES as u64),
            ("ENTRIES", ENTRIES as u64),
            ("END_RECORDS", END_RECORDS as u64),
            ("PART_BYTES", PART_BYTES),
            ("TOTAL_BYTES", TOTAL_BYTES),
            ("RATIO", RATIO),
            ("RATIO_FROM_BYTES", RATIO_FROM_BYTES),
            ("DEPTH", DEPTH as u64),
            ("NODES", u64::from(NODES)),
            ("ATTRIBUTES", ATTRIBUTES as u64),
            ("DECLARATIONS", DECLARATIONS as u64),
            ("DECLARATIONS_COPIED", DECLARATIONS_COPIED as u64),
            ("RELATIONSHIPS", RELATIONSHIPS as u64),
            ("PAGE_FIELDS", PAGE_FIELDS as u64),
            ("PARAGRAPHS", bounds::PARAGRAPHS as u64),
            ("TEXT_BYTES", bounds::TEXT_BYTES as u64),
            ("CELL_BARS", bounds::CELL_BARS as u64),
            ("HIDDEN", bounds::HIDDEN as u64),
            ("COUNTED", COUNTED as u64),
            ("PLACES", PLACES as u64),
            ("FINDINGS", FINDINGS as u64),
            ("FRONT_MATTER_BYTES", bounds::FRONT_MATTER_BYTES as u64),
        ];
        for (name, value) in rows {
            let row = format!("| `{name}` | {value} |");
            assert!(TABLE.contains(&row), "docs/limits.md lacks {row}");
        }
    }
}
