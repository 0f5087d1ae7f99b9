//! Running text, wrapped to a width with a hanging indent.

use unicode_width::UnicodeWidthStr;

/// Wraps `text` at blanks so that no row passes `width` columns where words allow it. The first
/// row begins with `first`, the others with as many blanks as it is wide, at most `hanging`. Each
/// row ends with `\n`.
pub fn wrap(text: &str, first: &str, hanging: usize, width: usize) -> String {
    let indent = " ".repeat(hanging.min(first.width()));
    let mut rows = String::new();
    let mut row = first.to_owned();
    let mut is_fresh = true;
    for word in text.split_whitespace() {
        let gap = usize::from(!is_fresh);
        if !is_fresh && row.width() + gap + word.width() > width {
            rows.push_str(row.trim_end());
            rows.push('\n');
            row.clone_from(&indent);
        } else if !is_fresh {
            row.push(' ');
        }
        row.push_str(word);
        is_fresh = false;
    }
    rows.push_str(row.trim_end());
    rows.push('\n');
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_hang_below_the_first() {
        assert_eq!(wrap("một hai ba bốn năm", "  - ", 4, 12), "  - một hai\n    ba bốn\n    năm\n");
    }

    #[test]
    fn a_word_without_blanks_is_left_whole() {
        assert_eq!(wrap("72/2025/QH15 số", "", 0, 5), "72/2025/QH15\nsố\n");
    }
}
