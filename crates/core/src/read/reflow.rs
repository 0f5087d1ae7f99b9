//! Which lines of a typed text belong to one paragraph.
//!
//! Shared by Markdown and plain text. Joining too much would swallow a heading or an article, joining
//! too little breaks a sentence in two; where neither is sure, lines stay apart, because a component
//! that stands alone is what every recognizer looks for.

use crate::text::vietnamese::is_capitals;

/// Shortest line, in characters, that a program may have wrapped.
const WRAPPED_AT_LEAST: usize = 45;

/// Whether `next` goes on with the paragraph of `line`, as when a program wrapped a long
/// paragraph. Lines that begin with a mark of their own, short lines and lines in capitals stand
/// alone.
pub fn continues(line: &str, next: &str) -> bool {
    let (line, next) = (bare(line), bare(next));
    if line.is_empty() || next.is_empty() || begins_with_mark(next) {
        return false;
    }
    if line.chars().count() < WRAPPED_AT_LEAST || is_capitals(line) != is_capitals(next) {
        return false;
    }
    let ended = line.ends_with(['.', ';', ':', '!', '?', '/', '”', '"', '|']);
    let starts_small = next.chars().next().is_some_and(char::is_lowercase);
    starts_small || !ended
}

/// The line without blanks and emphasis around it.
fn bare(line: &str) -> &str {
    line.trim().trim_matches(['*', '_']).trim()
}

/// Whether a line begins like a paragraph of its own: a unit, a list item, a basis, a label.
pub fn begins_with_mark(line: &str) -> bool {
    /// These begin components of documents; a wrapped line begins so only by chance.
    const WORDS: [&str; 22] = [
        "Điều ",
        "Chương ",
        "Mục ",
        "Tiểu mục ",
        "Phần ",
        "Căn cứ ",
        "Theo đề nghị",
        "Xét ",
        "Số:",
        "Số ",
        "Nơi nhận",
        "Kính gửi",
        "V/v",
        "Phụ lục",
        "TM.",
        "KT.",
        "TL.",
        "TUQ.",
        "- ",
        "+ ",
        "• ",
        "(Kèm theo",
    ];
    (WORDS.iter().any(|word| line.starts_with(word)) && !begins_with_reference(line))
        || begins_with_number(line)
}

/// Whether a line begins with a unit that a sentence names: `Điều 1 chịu trách nhiệm …`, `Chương II của …`. A
/// heading has a mark behind its number, nothing, or a capital.
fn begins_with_reference(line: &str) -> bool {
    const UNITS: [&str; 4] = ["Điều ", "Chương ", "Mục ", "Phần "];
    let Some(rest) = UNITS.iter().find_map(|word| line.strip_prefix(word)) else { return false };
    let number = rest.split(' ').next().unwrap_or_default();
    let is_number = |number: &str| {
        !number.is_empty() && number.chars().all(|it| it.is_ascii_digit() || "IVXLC".contains(it))
    };
    let behind = rest[number.len()..].trim_start();
    let listed = number.strip_suffix([',', ';']).is_some_and(is_number);
    listed || (is_number(number) && behind.chars().next().is_some_and(char::is_lowercase))
}

/// `1. `, `1.2. `, `12) `, `a) `, `đ) `, `IV. `.
fn begins_with_number(line: &str) -> bool {
    let Some((label, _)) = line.split_once(' ') else { return false };
    let Some(number) = label.strip_suffix(['.', ')']) else { return false };
    let short = number.chars().count() <= 5;
    let letters = number.chars().count() <= 2 && number.chars().next().is_some_and(char::is_alphabetic);
    short
        && !number.is_empty()
        && (letters || number.chars().all(|it| it.is_ascii_digit() || it == '.' || "IVXL".contains(it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_prose_goes_on() {
        assert!(continues("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6", "năm 2025;"));
        assert!(continues(
            "Quyết định này quy định về quản lý chợ trên địa bàn huyện",
            "Sơn Dương và các xã."
        ));
    }

    #[test]
    fn lines_with_a_mark_stand_alone() {
        for next in
            ["Điều 2. Hiệu lực", "b) Sở Tài chính", "Căn cứ Luật Đất đai;", "- Như trên;", "2. Nội dung"]
        {
            assert!(!continues("Quyết định này quy định về quản lý chợ trên địa bàn huyện", next), "{next}");
        }
    }

    #[test]
    fn a_sentence_that_names_a_unit_goes_on() {
        let line = "Trưởng phòng Phòng Kinh tế và các ông, bà có tên tại";
        assert!(continues(line, "Điều 1 chịu trách nhiệm thi hành Quyết định này./."));
        assert!(continues(
            "Thực hiện các nhiệm vụ được giao tại khoản 2 và",
            "Điều 5, Điều 6 của Quy chế này."
        ));
        assert!(!continues(line, "Điều 2 Hiệu lực thi hành") && !continues(line, "Điều 2. một"));
    }

    #[test]
    fn short_lines_and_capitals_stand_alone() {
        assert!(!continues("ỦY BAN NHÂN DÂN", "TỈNH BẮC SƠN"));
        assert!(!continues("Độc lập - Tự do - Hạnh phúc", "Bắc Sơn, ngày 02 tháng 3 năm 2026"));
    }
}
