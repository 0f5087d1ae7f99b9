//! How an amending document announces the new text of another one.
//!
//! Shared with the check of amendments, so that what is announced here and what a rule complains of
//! there are the same words.

use super::lines::Reader;
use crate::text::span::any_overlaps;
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
static ARTICLE: Pattern = Pattern::new(r"^Điều (?P<number>\d{1,4})[a-zđ]?[.:]");

/// A heading above the article, in what is not built of articles too. New text seldom has one, and silence
/// up to the end of a document would cost more.
static HEADING: Pattern = Pattern::new(
    r"^(?:(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC) +(?:[IVXLC]+|[0-9]{1,2})|[IVX]{1,5}\.)(?: |[.:]|$)",
);

/// Whether the words announce new text: `1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:`.
pub fn announces(words: &str) -> bool {
    words.ends_with(':') && ANNOUNCEMENT.is_match(words)
}

/// Whether the words are a further step of the amendment and not its new text.
pub fn is_step(words: &str) -> bool {
    STEP.is_match(words)
}

/// The stretches of new text that no pair of quotation marks holds: from behind the announcement, or from
/// a mark that is never closed, up to the next step or article. `quoted` is what stands between marks.
///
/// Where new text ends is not marked, so these stretches are only used to keep quiet about what may be
/// text of another document; nothing is ever reported because of them. A step is known by its verb or
/// by the number that follows that of the step before it; an article by its mark. Neither number tells
/// anything where it goes on with the articles or clauses of the new text.
pub fn unmarked(reader: &Reader<'_>, positions: std::ops::Range<usize>, quoted: &[Span]) -> Vec<Span> {
    let mut steps =
        Scan { quoted, stretches: Vec::new(), open: None, begins: Begins::Not, step: None, own: 0 };
    for position in positions {
        let span = reader.span(reader.paragraphs[position]);
        let words = reader.words(span).trim();
        if !words.is_empty() {
            steps.take(span, words);
        }
    }
    steps.stretches.extend(steps.open.map(|stretch| stretch.span));
    steps.stretches
}

/// What the paragraph before says of the one behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    /// No new text is announced.
    Not,
    /// It leads on to something: new text only where a mark opens it.
    WithMark,
    /// New text is announced.
    Surely,
}

/// A stretch of new text while it grows.
struct Stretch {
    /// Its paragraphs.
    span: Span,
    /// The number of its last article.
    article: Option<u32>,
    /// The number of its last clause.
    clause: Option<u32>,
}

/// The paragraphs while they are read.
struct Scan<'q> {
    /// What stands between marks.
    quoted: &'q [Span],
    /// The stretches that are closed.
    stretches: Vec<Span>,
    /// The one that is not.
    open: Option<Stretch>,
    /// What the last paragraph announced.
    begins: Begins,
    /// The number of the step behind the last one, whatever its words.
    step: Option<u32>,
    /// The number of the last article of the document itself.
    own: u32,
}

impl Scan<'_> {
    /// Puts a paragraph into a stretch, or ends the stretch before it.
    fn take(&mut self, span: Span, words: &str) {
        let article = article_number(words.trim_start_matches(OPENING));
        if any_overlaps(self.quoted, span) {
            self.end();
        } else if self.goes_on(words, article) {
            if let Some(stretch) = &mut self.open {
                stretch.span = stretch.span.join(span);
                stretch.article = article.or(stretch.article);
                stretch.clause = clause_number(words).or(stretch.clause);
            }
            return;
        } else {
            self.end();
            if self.is_first(words) {
                let clause = clause_number(words.trim_start_matches(OPENING));
                self.open = Some(Stretch { span, article, clause });
                self.begins = Begins::Not;
                return;
            }
            self.own = article.unwrap_or(self.own);
        }
        self.begins = Begins::Not;
        if words.ends_with(':') {
            self.begins = if announces(words) { Begins::Surely } else { Begins::WithMark };
            self.step = clause_number(words).map(|number| number + 1);
        }
    }

    /// Closes the open stretch.
    fn end(&mut self) {
        self.stretches.extend(self.open.take().map(|stretch| stretch.span));
    }

    /// Whether a paragraph is the first one of new text: announced, and no step itself.
    fn is_first(&self, words: &str) -> bool {
        let marked = words.starts_with(OPENING);
        match self.begins {
            Begins::Not => false,
            Begins::WithMark => marked,
            Begins::Surely => marked || (!words.starts_with(OTHER_MARKS) && !is_step(words)),
        }
    }

    /// Whether a paragraph goes on with the open stretch.
    fn goes_on(&self, words: &str, article: Option<u32>) -> bool {
        let Some(stretch) = &self.open else { return false };
        let of_new_text = article.is_none_or(|number| {
            number != self.own + 1 && stretch.article.is_some_and(|last| last + 1 == number)
        });
        let clause = clause_number(words).filter(|number| Some(*number) == self.step);
        let next_step = clause.is_some_and(|number| stretch.clause.is_none_or(|last| last + 1 != number));
        !words.starts_with(OPENING)
            && !words.starts_with(OTHER_MARKS)
            && !is_step(words)
            && !next_step
            && of_new_text
            && !HEADING.is_match(words)
    }
}

/// Marks that open new text, and are paired by [`super::quotes`].
const OPENING: [char; 2] = ['“', '"'];
/// Marks that are paired nowhere.
const OTHER_MARKS: [char; 4] = ['«', '‘', '\'', '„'];

/// The number of the article that the words head.
fn article_number(words: &str) -> Option<u32> {
    ARTICLE.captures(words)?.name("number")?.as_str().parse().ok()
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
    fn a_mark_that_is_never_closed_holds_no_step_and_no_article_of_the_document() {
        let source = "Điều 1. Sửa đổi\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Mức thu\n1. Mức thu là 5%.\n2. Mức khác.\nĐiều 6. Mức chi\n2. Bãi bỏ Điều 8.\nĐiều 2. Hiệu lực";
        assert_eq!(found(source), ["“Điều 5. Mức thu\n1. Mức thu là 5%.\n2. Mức khác.\nĐiều 6. Mức chi"]);
        let source = "1. Điều 5 được thay như sau:\n“Điều 5. Mức thu\n1. Mức thu.\nĐiều 2. Hiệu lực";
        assert_eq!(found(source), ["“Điều 5. Mức thu\n1. Mức thu."]);
        let source = "Điều 1. Sửa đổi\n1. Sửa đổi khoản 1 Điều 5 như sau:\n“1. Một.\n2. Sửa đổi khoản 2 Điều 5 như sau:\n2. Hai.”.";
        assert_eq!(found(source), ["“1. Một.", "2. Hai.”."]);
    }

    #[test]
    fn a_mark_that_is_never_closed_holds_no_heading_of_a_plan() {
        let source = "I. NỘI DUNG\n1. Khẩu hiệu:\n“Toàn dân tham gia.\nGiữ gìn vệ sinh.\n2. Thời gian: tháng 3.\nII. TỔ CHỨC";
        assert_eq!(found(source), ["“Toàn dân tham gia.\nGiữ gìn vệ sinh."]);
        assert_eq!(found("Treo các khẩu hiệu:\n“Một.\nHai.\nII. TỔ CHỨC\n1. Ba."), ["“Một.\nHai."]);
    }

    #[test]
    fn marked_text_and_lists_of_steps_are_none() {
        assert!(found("1. Sửa đổi Điều 5 như sau:\n“Điều 5. Một.”\n2. Hai.").is_empty());
        assert!(found("1. Sửa đổi Điều 5 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Một.”").is_empty());
    }
}
