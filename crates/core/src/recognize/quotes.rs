//! Stretches between quotation marks that run over several paragraphs or begin one: the text that
//! an amending document puts into another one. It is content, not structure.
//!
//! Marks are paired like brackets. Drafts mix curved and straight ones and forget some, so a mark
//! without a partner ends nothing: half a document must not vanish into a quotation.

use super::lines::Reader;
use crate::text::Span;

/// The quoted stretches among the paragraphs at `positions`, from the opening to the closing mark.
/// Marks without a partner are passed over; so are quotations inside a sentence.
/// Only the outermost stretch is kept of those that lie in each other.
pub fn find(reader: &Reader<'_>, positions: std::ops::Range<usize>) -> Vec<Span> {
    let mut open: Vec<Opening> = Vec::new();
    let mut quoted: Vec<Span> = Vec::new();
    for position in positions {
        let span = reader.span(reader.paragraphs[position]);
        let words = reader.words(span);
        for (at, letter) in words.char_indices() {
            match letter {
                '“' => open.push(Opening::new(words, span.start, at)),
                '”' => close(&mut open, &mut quoted, span.start + at + letter.len_utf8()),
                '"' if opens(words, at) => open.push(Opening::new(words, span.start, at)),
                '"' => close(&mut open, &mut quoted, span.start + at + 1),
                _ => {}
            }
        }
    }
    quoted.sort();
    quoted.dedup_by(|later, earlier| earlier.covers(*later));
    quoted
}

/// A mark that waits for its partner.
struct Opening {
    /// Byte of the draft at which it stands.
    offset: usize,
    /// Whether it begins its paragraph, or follows a colon: only so amending text begins.
    introduces: bool,
}

impl Opening {
    /// From byte `at` of a paragraph whose words begin at byte `start` of the draft.
    fn new(words: &str, start: usize, at: usize) -> Self {
        let before = words[..at].trim_end();
        Self { offset: start + at, introduces: before.is_empty() || before.ends_with(':') }
    }
}

/// A straight mark opens at the start of a word.
fn opens(words: &str, at: usize) -> bool {
    words[..at]
        .chars()
        .next_back()
        .is_none_or(|before| before.is_whitespace() || matches!(before, '(' | ':' | '“'))
        && words[at + 1..]
            .chars()
            .next()
            .is_some_and(|after| !after.is_whitespace() && !matches!(after, '.' | ';' | ','))
}

/// Pairs the last open mark with the closing one that ends at byte `end`; what begins within a sentence
/// is no amending text and is dropped.
fn close(open: &mut Vec<Opening>, quoted: &mut Vec<Span>, end: usize) {
    let Some(opening) = open.pop() else { return };
    if opening.introduces {
        quoted.push(Span::new(opening.offset, end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    fn quoted(source: &str) -> Vec<String> {
        let draft = crate::read::markdown::read(source).expect("readable");
        let reader = Reader::new(&draft, lexicon());
        find(&reader, 0..reader.paragraphs.len()).iter().map(|span| span.of(&draft.text).to_owned()).collect()
    }

    #[test]
    fn amending_text_over_several_paragraphs() {
        let source = "1. Sửa đổi Điều 5 như sau:\n\n“Điều 5. Mức thu\n\n1. Mức thu “thường” là 5%.\n\n2. Khác.”.\n\n2. Bãi bỏ Điều 6.\n";
        let quoted = quoted(source);
        assert_eq!(quoted.len(), 1);
        assert!(quoted[0].starts_with("“Điều 5") && quoted[0].ends_with("Khác.”"));
    }

    #[test]
    fn words_in_a_sentence_are_not_amending_text() {
        assert!(quoted("Thay cụm từ “Sở A” bằng cụm từ “Sở B”.\n\nMột dấu “ lạc.\n\nHai.\n").is_empty());
    }
}
