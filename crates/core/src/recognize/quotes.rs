//! Stretches between quotation marks that run over several paragraphs or begin one: the text that
//! an amending document puts into another one. It is content, not structure.
//!
//! Marks are paired like brackets. Drafts mix curved and straight ones and forget some, so a mark
//! without a partner ends nothing: half a document must not vanish into a quotation.

use super::amending;
use super::lines::Reader;
use crate::text::Span;

/// The quoted stretches among the paragraphs at `positions`, from the opening to the closing mark.
/// Marks without a partner are passed over; so are quotations inside a sentence.
/// Only the outermost stretch is kept of those that lie in each other.
pub fn find(reader: &Reader<'_>, positions: std::ops::Range<usize>) -> Vec<Span> {
    let mut marks = Marks::default();
    marks.pair(reader, positions.clone(), false);
    // Where some mark lacks its partner, the partner of another one may be taken for it: two steps of an
    // amendment away, with all that stands between.
    if marks.lone || !marks.open.is_empty() {
        marks = Marks::default();
        marks.pair(reader, positions, true);
    }
    let mut quoted = marks.quoted;
    quoted.sort();
    quoted.dedup_by(|later, earlier| earlier.covers(*later));
    quoted
}

/// Quotation marks while they are paired.
#[derive(Default)]
struct Marks {
    /// Those that wait for their partner.
    open: Vec<Opening>,
    /// The stretches between pairs.
    quoted: Vec<Span>,
    /// Whether one closes that none has opened.
    lone: bool,
}

impl Marks {
    /// Pairs the marks of the paragraphs at `positions`. No pair reaches over the announcement of further
    /// new text: with `within_steps` never, else where that new text has no mark, so that a quoted
    /// amendment may hold amendments.
    fn pair(&mut self, reader: &Reader<'_>, positions: std::ops::Range<usize>, within_steps: bool) {
        for position in positions {
            let span = reader.span(reader.paragraphs[position]);
            let words = reader.words(span);
            if amending::announces(words) && (within_steps || !opens_below(reader, position)) {
                self.open.clear();
            }
            for (at, letter) in words.char_indices() {
                match letter {
                    '“' => self.open.push(Opening::new(words, span.start, at)),
                    '"' if opens(words, at) => self.open.push(Opening::new(words, span.start, at)),
                    '”' | '"' => self.close(span.start + at + letter.len_utf8()),
                    _ => {}
                }
            }
        }
    }

    /// Pairs the last open mark with the closing one that ends at byte `end`; what begins within a sentence
    /// is no amending text and is dropped.
    fn close(&mut self, end: usize) {
        match self.open.pop() {
            Some(opening) if opening.introduces => self.quoted.push(Span::new(opening.offset, end)),
            Some(_) => {}
            None => self.lone = true,
        }
    }
}

/// Where the marks of a draft stand, in order of the text: a paragraph may hold thousands of references, and is not
/// searched anew for each of them.
pub struct InSentences {
    /// Curved ones, and whether each opens.
    curved: Vec<(usize, bool)>,
    /// Straight ones.
    straight: Vec<usize>,
}

impl InSentences {
    /// The marks of a text.
    pub fn of(text: &str) -> Self {
        let curved = text.match_indices(['“', '”']).map(|(at, mark)| (at, mark == "“"));
        let straight = text.match_indices('"').map(|(at, _)| at);
        Self { curved: curved.collect(), straight: straight.collect() }
    }

    /// Whether a stretch lies between two marks of its own paragraph.
    pub fn hold(&self, reader: &Reader<'_>, span: Span) -> bool {
        let Some(paragraph) = reader.draft.paragraph_at(span.start) else { return false };
        let whole = reader.span(paragraph);
        let curved = |at: usize| self.curved.partition_point(|(mark, _)| *mark < at);
        let last = curved(span.start).checked_sub(1).map(|index| self.curved[index]);
        let opened = last.is_some_and(|(at, opens)| opens && at >= whole.start);
        let next = self.curved.get(curved(span.end));
        let closed = next.is_some_and(|(at, opens)| !opens && *at < whole.end);
        let straight = |at: usize| self.straight.partition_point(|mark| *mark < at);
        let before = straight(span.start) - straight(whole.start.min(span.start));
        (opened && closed) || (before % 2 == 1 && straight(span.end) < straight(whole.end))
    }
}

/// The mark of a pair that lacks its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lone {
    /// The mark.
    pub span: Span,
    /// Whether it opens.
    pub opens: bool,
}

/// The curved marks without a partner among stretches of words, each with the byte of the draft at which it
/// begins, in order of the text. New text runs over several paragraphs, and some set an opening mark before
/// each of them. Where a straight mark lacks its partner too, it may be that of a curved one: then nothing
/// is sure.
pub fn lone<'w>(stretches: impl Iterator<Item = (usize, &'w str)>) -> Vec<Lone> {
    let mut open: Vec<(Span, char)> = Vec::new();
    let mut lone = Vec::new();
    let mut above = None;
    for (start, words) in stretches {
        let mut own = None;
        for (at, letter) in words.char_indices() {
            let mark = Span::new(start + at, start + at + letter.len_utf8());
            match letter {
                // Some keyboards write „so“.
                '“' if open.last().is_some_and(|(_, last)| *last == '„') => drop(open.pop()),
                '“' | '„' | '"' if letter != '"' || opens(words, at) => {
                    if at == 0 {
                        // The paragraph above began so too, and is not closed: one quotation.
                        open.pop_if(|(last, _)| Some(*last) == above);
                        own = Some(mark);
                    }
                    open.push((mark, letter));
                }
                '”' | '"' if open.pop().is_none() => lone.push((mark, letter)),
                _ => {}
            }
        }
        above = own;
    }
    if lone.iter().chain(&open).any(|(_, letter)| *letter == '"') {
        return Vec::new();
    }
    let closing = lone.into_iter().map(|(span, _)| Lone { span, opens: false });
    let mut all: Vec<Lone> =
        closing.chain(open.into_iter().map(|(span, _)| Lone { span, opens: true })).collect();
    all.sort_by_key(|mark| mark.span);
    all
}

/// Whether the paragraph below an announcement begins with a mark, or is a further step.
fn opens_below(reader: &Reader<'_>, position: usize) -> bool {
    let below = reader.paragraphs.get(position + 1).map(|paragraph| reader.text(*paragraph));
    below.is_some_and(|words| words.starts_with(['“', '"']) || amending::is_step(words))
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
    fn marks_without_partners_hold_no_further_steps() {
        let steps =
            "1. Sửa đổi khoản 1 Điều 5 như sau:\n\n“1. Một.\n\n2. Sửa đổi khoản 2 Điều 5 như sau:\n\n";
        assert!(quoted(&format!("{steps}2. Hai.”.\n")).is_empty());
        assert_eq!(quoted(&format!("{steps}“2. Hai.”.\n")), ["“2. Hai.”"]);
        let nested = "1. Sửa đổi Điều 1 như sau:\n\n“1. Sửa đổi khoản 2 Điều 5 như sau:\n\n“2. Hai.”.”.\n";
        assert_eq!(quoted(nested).len(), 1, "a quoted amendment holds amendments");
    }

    fn alone(source: &str) -> Vec<(usize, bool)> {
        let lines = source.lines().scan(0, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some((start, line))
        });
        lone(lines).iter().map(|mark| (source[..mark.span.start].chars().count(), mark.opens)).collect()
    }

    #[test]
    fn marks_without_a_partner() {
        assert_eq!(alone("Bỏ cụm từ “Sở A.\nHai."), [(10, true)]);
        assert_eq!(alone("Bỏ cụm từ Sở A”.\nHai “B”."), [(14, false)]);
        assert!(alone("“Một.\n“Hai.\n“Ba.”").is_empty(), "a mark before each paragraph");
        assert_eq!(alone("“Một.\nHai.\n“Ba.”"), [(0, true)]);
        assert_eq!(alone("Bỏ “Sở A.\n“Một.”\n“Hai.”"), [(3, true)]);
        assert!(alone("Bỏ cụm từ “Sở A\" tại Điều 3.").is_empty(), "its partner is straight");
        assert!(alone("Bỏ cụm từ „Sở A“ và „Sở B”.").is_empty());
        assert_eq!(alone("Dùng \"Một\" và “Hai."), [(14, true)], "straight ones in pairs are no partners");
    }

    #[test]
    fn what_lies_between_marks_of_its_sentence() {
        let source = "Bỏ cụm từ “theo Điều 9” tại Điều 3, thay \"Điều 4\" và Điều 5.\n";
        let draft = crate::read::plain::read(source).expect("text");
        let reader = Reader::new(&draft, lexicon());
        let lies = |words: &str| {
            let start = draft.text.find(words).expect("there");
            InSentences::of(&draft.text).hold(&reader, Span::new(start, start + words.len()))
        };
        assert!(lies("Điều 9") && lies("Điều 4"));
        assert!(!lies("Điều 3") && !lies("Điều 5"));
    }

    #[test]
    fn words_in_a_sentence_are_not_amending_text() {
        assert!(quoted("Thay cụm từ “Sở A” bằng cụm từ “Sở B”.\n\nMột dấu “ lạc.\n\nHai.\n").is_empty());
    }
}
