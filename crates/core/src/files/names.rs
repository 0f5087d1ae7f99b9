//! The names of copies, never with a word of approval.

use unicode_normalization::UnicodeNormalization;

/// Behind the name of a draft: its copy with remarks.
const REMARKED: &str = " - nhận xét thể thức";
/// Behind the name of a draft: its copy without remarks of ours.
const FOR_SIGNING: &str = " - bản sạch để trình ký";
/// Behind the name of what was checked: the report on it.
const REPORT: &str = " - báo cáo thể thức";
/// Longest name without extension that is made, in bytes: file systems hold 255, and a number and an extension
/// come behind it.
const LONGEST: usize = 220;

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
    fitting(original(stem), REMARKED)
}

/// The name of the copy for signing of a draft, both without extension.
pub fn for_signing(stem: &str) -> String {
    fitting(original(stem), FOR_SIGNING)
}

/// The name of the report on a draft, on its copy with remarks or on a folder, all without extension.
pub fn report(stem: &str) -> String {
    fitting(original(stem), REPORT)
}

/// A name with what stands behind it, cut where both together are too long for a file system.
fn fitting(mut name: String, behind: &str) -> String {
    let room = LONGEST.saturating_sub(behind.len());
    while name.len() > room {
        name.pop();
    }
    name.trim_end().to_owned() + behind
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_any_length_gives_one_that_a_file_can_have() {
        let long = "Quyết định ".repeat(40);
        for made in [with_remarks(&long), for_signing(&long), report(&long)] {
            assert!(made.len() <= LONGEST && made.starts_with("Quyết định Quyết"), "{made}");
        }
        assert!(is_copy(&with_remarks(&long)));
        assert_eq!(report("tờ trình - nhận xét thể thức (2)"), "tờ trình - báo cáo thể thức");
    }
}
