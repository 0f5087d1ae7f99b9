//! How an amending document announces the new text of another one.
//!
//! Shared with the check of amendments, so that what is announced here and what a rule complains of
//! there are the same words.

use super::lines::Reader;
use crate::text::{Pattern, Span};

/// An amending verb, a unit, and `như sau:` at the end.
static ANNOUNCEMENT: Pattern = Pattern::new(
    r"(?:Sửa đổi|Bổ sung|sửa đổi|bổ sung)[^“”.;]{0,30} (?:[Đđ]iều|[Kk]hoản|[Đđ]iểm) [0-9a-zđ][^“”;]*như sau ?:$",
);
/// The verbs with which a further step of an amendment begins, behind a number or a dash or without.
static STEP: Pattern = Pattern::new(
    r"^(?:[-+•–] ?|\d+[.)] ?|[a-zđ]\d?[.)] ?)?(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay (?:thế|cụm|từ|bằng|đổi)|Bỏ (?:cụm|từ|khoản|điểm|Điều|các|nội)|Đổi |Điều chỉnh |Chuyển (?:khoản|điểm|Điều)|(?:Tại|Ở) (?:khoản|điểm|Điều|Phụ|Chương|Mục|các))",
);
/// An article with its mark. New text has articles too, which is why the numbers are looked at as well.
static ARTICLE: Pattern = Pattern::new(r"^Điều \d+[a-zđ]?[.:]");

/// Whether the words announce new text: `1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:`.
pub fn announces(words: &str) -> bool {
    words.ends_with(':') && ANNOUNCEMENT.is_match(words)
}

/// Whether the words are a further step of the amendment and not its new text.
pub fn is_step(words: &str) -> bool {
    STEP.is_match(words)
}

/// The stretches of new text that stand without quotation marks: from behind the announcement up to the
/// next step or article. `quoted` is what stands between marks.
///
/// Where new text ends is not marked, so these stretches are only used to keep quiet about what may be
/// text of another document; nothing is ever reported because of them. A step is known by its verb or
/// by the number that follows that of the step before it.
pub fn unmarked(reader: &Reader<'_>, positions: std::ops::Range<usize>, quoted: &[Span]) -> Vec<Span> {
    let mut stretches: Vec<Span> = Vec::new();
    let mut begins = false;
    let mut next_step = None;
    let mut open: Option<Span> = None;
    for position in positions {
        let span = reader.span(reader.paragraphs[position]);
        let words = reader.words(span).trim();
        let is_new = |first: bool| {
            !words.starts_with(['“', '"', '«', '‘', '\'', '„'])
                && !is_step(words)
                && (first
                    || !(ARTICLE.is_match(words)
                        || (next_step.is_some() && clause_number(words) == next_step)))
                && !quoted.iter().any(|quoted| quoted.overlaps(span))
        };
        open = match open {
            _ if words.is_empty() => open,
            Some(stretch) if is_new(false) => Some(stretch.join(span)),
            None if begins && is_new(true) => Some(span),
            _ => {
                stretches.extend(open);
                None
            }
        };
        if !words.is_empty() {
            begins = open.is_none() && announces(words);
            if begins {
                // The step behind this one bears the next number, whatever its words.
                next_step = clause_number(words).map(|number| number + 1);
            }
        }
    }
    stretches.extend(open);
    stretches
}

/// The number of the clause that the words are: `2. …`.
fn clause_number(words: &str) -> Option<u32> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let number: u32 = words[..digits].parse().ok()?;
    (number < u32::MAX && words[digits..].starts_with(". ")).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    fn found(source: &str) -> Vec<String> {
        let draft = crate::read::plain::read(source).expect("text");
        let reader = Reader::new(&draft, lexicon());
        let quoted = super::super::quotes::find(&reader, 0..reader.paragraphs.len());
        let stretches = unmarked(&reader, 0..reader.paragraphs.len(), &quoted);
        stretches.iter().map(|span| span.of(&draft.text).to_owned()).collect()
    }

    #[test]
    fn new_text_without_marks_goes_up_to_the_next_step() {
        let source = "1. Sửa đổi điểm đ khoản 7 Điều 2 như sau:\nđ) Trạm y tế;\ntheo khoản 3 Điều này.\n2. Bãi bỏ Điều 3.\nĐiều 2. Hiệu lực";
        assert_eq!(found(source), ["đ) Trạm y tế;\ntheo khoản 3 Điều này."]);
    }

    #[test]
    fn the_next_number_ends_it_whatever_its_words() {
        let source = "1. Sửa đổi khoản 3 Điều 2 như sau:\n3. Thay mặt chủ sở hữu nộp phí.\n2. Quy định mức thu tại Điều 6 là 5%.";
        assert_eq!(found(source), ["3. Thay mặt chủ sở hữu nộp phí."]);
    }

    #[test]
    fn marked_text_and_lists_of_steps_are_none() {
        assert!(found("1. Sửa đổi Điều 5 như sau:\n“Điều 5. Một.”\n2. Hai.").is_empty());
        assert!(found("1. Sửa đổi Điều 5 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Một.”").is_empty());
    }
}
