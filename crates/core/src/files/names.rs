//! The names of copies, never with a word of approval.

use unicode_normalization::UnicodeNormalization;

/// Behind the name of a draft: its copy with remarks.
const REMARKED: &str = " - nhận xét thể thức";
/// Behind the name of a draft: its copy without remarks of ours.
const FOR_SIGNING: &str = " - bản sạch để trình ký";

/// Whether a file has the name of a copy with remarks, whatever number stands behind it.
pub fn is_copy(name: &str) -> bool {
    name.nfc().collect::<String>().contains(REMARKED)
}

/// The name, without its extension, of the draft that a copy with remarks was made of.
pub fn original(stem: &str) -> String {
    let stem: String = stem.nfc().collect();
    stem.split(REMARKED).next().unwrap_or(&stem).to_owned()
}

/// The name of the copy with remarks of a draft, both without extension.
pub fn with_remarks(stem: &str) -> String {
    original(stem) + REMARKED
}

/// The name of the copy for signing of a draft, both without extension.
pub fn for_signing(stem: &str) -> String {
    original(stem) + FOR_SIGNING
}
