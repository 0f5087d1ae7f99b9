//! Running text, wrapped to a width with a hanging indent.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// Wraps `text` at blanks so that no row passes `width` columns where words allow it. The first
/// row begins with `first`, the others with as many blanks as it is wide, at most `hanging`. Each
/// row ends with `\n`.
pub fn wrap(text: &str, first: &str, hanging: usize, width: usize) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return format!("{}\n", first.trim_end());
    }
    let indent = " ".repeat(hanging.min(first.width()));
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(&indent)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .break_words(false);
    textwrap::wrap(&words, options).iter().flat_map(|row| [row.trim_end(), "\n"]).collect()
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
