//! How an amending document announces the new text of another one.

use super::lines::Reader;
use crate::text::{Pattern, Span};

static ANNOUNCEMENT: Pattern = Pattern::new(
    r"(?:Sửa đổi|Bổ sung|sửa đổi|bổ sung)[^“”.;]{0,30} (?:[Đđ]iều|[Kk]hoản|[Đđ]iểm) [0-9a-zđ][^“”;]*như sau ?:$",
);
static STEP: Pattern = Pattern::new(
    r"^(?:[-+•–] ?|\d+[.)] ?|[a-zđ]\d?[.)] ?)?(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay|Bỏ|Đổi|Điều chỉnh|Chuyển|Tại|Ở)",
);
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
pub fn unmarked(reader: &Reader<'_>, positions: std::ops::Range<usize>, quoted: &[Span]) -> Vec<Span> {
    let mut stretches: Vec<Span> = Vec::new();
    let mut begins = false;
    let mut open: Option<Span> = None;
    for position in positions {
        let span = reader.span(reader.paragraphs[position]);
        let words = reader.words(span).trim();
        let is_new = |first: bool| {
            !words.starts_with(['“', '"', '«', '‘', '\'', '„'])
                && !is_step(words)
                && (first || !ARTICLE.is_match(words))
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
        }
    }
    stretches.extend(open);
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<String> {
        let draft = crate::read::plain::read(source).expect("text");
        let reader = Reader::new(&draft);
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
    fn marked_text_and_lists_of_steps_are_none() {
        assert!(found("1. Sửa đổi Điều 5 như sau:\n“Điều 5. Một.”\n2. Hai.").is_empty());
        assert!(found("1. Sửa đổi Điều 5 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Một.”").is_empty());
    }
}
