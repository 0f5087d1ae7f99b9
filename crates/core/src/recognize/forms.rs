//! The names of forms of documents, as words to recognize. What each form must hold is law and
//! stands in the rule book.

use crate::text::vietnamese::{ascii_key, tone_key};
use std::sync::LazyLock;

/// Names of forms as they stand in the form line, with the abbreviation used in symbols.
const FORMS: [(&str, &str); 32] = [
    ("Nghị quyết", "NQ"),
    ("Quyết định", "QĐ"),
    ("Chỉ thị", "CT"),
    ("Quy chế", "QC"),
    ("Quy định", "QyĐ"),
    ("Thông cáo", "TC"),
    ("Thông báo", "TB"),
    ("Hướng dẫn", "HD"),
    ("Chương trình", "CTr"),
    ("Kế hoạch", "KH"),
    ("Phương án", "PA"),
    ("Đề án", "ĐA"),
    ("Dự án", "DA"),
    ("Báo cáo", "BC"),
    ("Biên bản", "BB"),
    ("Tờ trình", "TTr"),
    ("Hợp đồng", "HĐ"),
    ("Công văn", ""),
    ("Công điện", "CĐ"),
    ("Bản ghi nhớ", "BGN"),
    ("Bản thỏa thuận", "BTT"),
    ("Giấy ủy quyền", "GUQ"),
    ("Giấy mời", "GM"),
    ("Giấy giới thiệu", "GGT"),
    ("Giấy nghỉ phép", "GNP"),
    ("Phiếu gửi", "PG"),
    ("Phiếu chuyển", "PC"),
    ("Phiếu báo", "PB"),
    ("Thư công", ""),
    ("Điều lệ", ""),
    ("Danh mục", ""),
    ("Nội quy", ""),
];

/// Characters in the longest name, with room for punctuation.
const LONGEST_NAME: usize = 20;

/// The form whose name the words are, in whatever case and tone placement.
pub fn named(words: &str) -> Option<&'static str> {
    let words = words.trim().trim_end_matches([':', '.']).trim_end();
    if words.chars().count() > LONGEST_NAME {
        return None;
    }
    let key = tone_key(&words.to_lowercase());
    KEYS.iter().find(|keys| keys.exact == key).map(|keys| keys.name)
}

/// A form with its keys for comparison.
struct Keys {
    name: &'static str,
    exact: String,
    ascii: String,
}

static KEYS: LazyLock<Vec<Keys>> = LazyLock::new(|| {
    let keys =
        |name: &'static str| Keys { name, exact: tone_key(&name.to_lowercase()), ascii: ascii_key(name) };
    FORMS.iter().map(|(name, _)| keys(name)).collect()
});

/// The form whose name the words begin with, and the length of that name in bytes of the words.
pub fn named_at_start(words: &str) -> Option<(&'static str, usize)> {
    let ends = words.char_indices().map(|(at, _)| at).chain([words.len()]);
    let boundary = |at: &usize| words[*at..].chars().next().is_none_or(|letter| !letter.is_alphanumeric());
    let ends: Vec<usize> = ends.filter(boundary).take(8).collect();
    ends.into_iter().rev().find_map(|end| Some((named(&words[..end])?, end)))
}

/// The form whose name the words would be but for wrong marks (`QUYẾT ĐINH`).
pub fn misspelt(words: &str) -> Option<&'static str> {
    let words = words.trim().trim_end_matches([':', '.']);
    if words.chars().count() > LONGEST_NAME {
        return None;
    }
    let key = ascii_key(words);
    KEYS.iter().find(|keys| keys.ascii == key).map(|keys| keys.name)
}

/// The form that an abbreviation in a symbol stands for, in whatever case.
pub fn abbreviated(abbreviation: &str) -> Option<&'static str> {
    let same = |known: &str| !known.is_empty() && known.to_lowercase() == abbreviation.to_lowercase();
    FORMS.iter().find(|(_, known)| same(known)).map(|(name, _)| *name)
}

/// Whether a form can be promulgated by an act as an attachment of its own.
pub fn is_attachable(name: &str) -> bool {
    matches!(
        name,
        "Quy định"
            | "Quy chế"
            | "Điều lệ"
            | "Nội quy"
            | "Kế hoạch"
            | "Chương trình"
            | "Phương án"
            | "Đề án"
            | "Dự án"
            | "Hướng dẫn"
            | "Danh mục"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_case() {
        assert_eq!(named("QUYẾT ĐỊNH:"), Some("Quyết định"));
        assert_eq!(named("GIẤY UỶ QUYỀN"), Some("Giấy ủy quyền"));
        assert_eq!(named("QUYẾT ĐỊNH VỀ VIỆC"), None);
        assert_eq!(misspelt("QUYẾT ĐINH"), Some("Quyết định"));
        assert_eq!(abbreviated("ttr"), Some("Tờ trình"));
    }

    #[test]
    fn names_at_the_start_of_a_longer_line() {
        let line = "KẾ HOẠCH PHÁT TRIỂN CHỢ";
        assert_eq!(named_at_start(line), Some(("Kế hoạch", "KẾ HOẠCH".len())));
        assert_eq!(named_at_start("QUYẾT"), None);
    }
}
