//! The header of a part: national name, motto, organs, number, place and date, subject.
//!
//! Headers are tables of two columns, lines with tabs, or text boxes, and no component has a fixed
//! place. Each line is held against the marks that a component of a header can have; what none
//! explains, in capitals and beside the others, can only be the name of an organ.

mod marks;
mod place_date;

use super::lines::{Line, Reader, without_dash};
use super::{near, number, organ};
use crate::document::{Component, Header, PlaceDate};
use crate::draft::CellAddress;
use crate::read::plain::is_typed_rule;
use crate::rulebook::vocabulary::Certainty;
use crate::text::Span;
pub use marks::{is_form_line, is_national_name};
use marks::{is_motto, is_stamp, is_subject};
use place_date::{number_and_date, place_date};

/// Number of paragraphs at the head of a part within which its header is looked for.
/// Longer than any header, tables with a line to each cell included.
const REACH: usize = 30;

/// Letters of a name of an organ in small letters at most; a longer line is a sentence.
const SHORT_NAME: usize = 60;

/// How the first article begins.
const FIRST_ARTICLE: &str = "Điều 1";

/// Letters in the longest line that can be part of a header.
/// In characters. A longer paragraph outside of a table is text.
const LONGEST: usize = 160;

/// What was found at the head of a part.
pub struct Found {
    /// The header.
    pub header: Header,
    /// Position in [`Reader::paragraphs`] of the first paragraph behind the header.
    pub end: usize,
}

/// What a line of a header is, by its own mark.
enum Mark {
    /// Most syllables of the national name.
    NationalName,
    /// Most parts of the motto.
    Motto,
    /// Number and symbol, read already.
    Number(Box<crate::document::NumberLine>),
    /// Place and date, read already.
    PlaceDate(Box<PlaceDate>),
    /// `V/v …`.
    Subject,
    /// `Về việc …` below a heading that is no known form: the title of another paper, and no subject.
    Title,
    /// Secrecy, urgency, circulation, or the mark of a draft.
    Stamp,
    /// A line typed with characters.
    Rule,
    /// The form: the header is over.
    Form,
    /// None of them.
    Words,
}

/// Reads the header that begins at `start` (a position in [`Reader::paragraphs`]).
///
/// Only the first component of each kind is taken. The header ends behind the last line with a mark,
/// because words without one may already be the title.
pub fn recognize(reader: &Reader<'_>, start: usize, limit: usize) -> Found {
    let mut scan = Scan::default();
    let mut end = start;
    for position in start..limit.min(start + REACH) {
        let paragraph = reader.paragraphs[position];
        if scan.is_over(reader, paragraph) {
            break;
        }
        for line in reader.lines(paragraph) {
            for piece in number_and_date(reader, line) {
                scan.take(reader, piece, position);
            }
        }
        if scan.stopped {
            break;
        }
        end = position + 1;
    }
    let end = scan.end.unwrap_or(if scan.last_mark > 0 { scan.last_mark } else { start }).min(end);
    Found { header: scan.finish(reader), end: end.max(start) }
}

/// The header while its lines are read.
#[derive(Default)]
struct Scan {
    /// What was found so far.
    header: Header,
    /// Lines in capitals that no mark of their own explains: names of organs.
    organs: Vec<Line>,
    /// The lines of the subject, which often wraps within its cell.
    subject: Vec<Span>,
    /// The cell that holds them.
    subject_cell: Option<CellAddress>,
    /// One past the last position at which a mark was found.
    last_mark: usize,
    /// Whether a line in capitals stood behind number and date that is the name of no organ.
    headed: bool,
    /// Whether the form line was met.
    stopped: bool,
    /// The position of the form line.
    end: Option<usize>,
}

impl Scan {
    /// Whether the header ended before this paragraph.
    fn is_over(&self, reader: &Reader<'_>, paragraph: usize) -> bool {
        let text = reader.text(paragraph);
        let has_marks = self.header.national_name.is_some() || self.header.number.is_some();
        (has_marks && reader.cell(paragraph).is_none() && text.chars().count() > LONGEST)
            || reader.lexicon.terms.preamble.basis.begins(without_dash(text))
            || reader.lexicon.terms.preamble.addressees.begins(text)
            || reader.lexicon.terms.preamble.addressees.strip_misspelt(text).is_some()
            || text.starts_with(FIRST_ARTICLE)
    }

    /// Puts a line where its mark says it belongs.
    fn take(&mut self, reader: &Reader<'_>, line: Line, position: usize) {
        if self.stopped {
            return;
        }
        let certain = |span| Some(reader.component(span, Certainty::Certain));
        match self.mark(reader, line) {
            Mark::NationalName => self.header.national_name = certain(line.span),
            Mark::Motto => self.header.motto = certain(line.span),
            Mark::Number(number) => self.header.number = Some(*number),
            Mark::PlaceDate(date) => self.header.place_date = Some(*date),
            Mark::Subject => {
                self.subject.push(line.span);
                self.subject_cell = line.cell;
            }
            Mark::Title => {}
            Mark::Stamp => self.header.marks.extend(certain(line.span)),
            Mark::Rule => return,
            Mark::Form => {
                self.stopped = true;
                self.end = Some(position);
                return;
            }
            Mark::Words => return self.take_words(reader, line, position),
        }
        self.last_mark = position + 1;
    }

    /// What the line is. The order is that of certainty: the national name can be nothing else, while a
    /// form line is only one where a header stands above it.
    fn mark(&self, reader: &Reader<'_>, line: Line) -> Mark {
        let words = reader.words(line.span);
        if is_typed_rule(words) {
            return Mark::Rule;
        }
        if self.header.national_name.is_none() && is_national_name(reader.lexicon, words) {
            return Mark::NationalName;
        }
        if self.header.motto.is_none() && is_motto(reader.lexicon, words) {
            return Mark::Motto;
        }
        if self.header.number.is_none()
            && let Some(number) =
                number::parse(reader, line.span).or_else(|| number::misspelt(reader, line.span))
        {
            return Mark::Number(Box::new(number));
        }
        if self.header.place_date.is_none()
            && let Some(date) = place_date(reader, line.span).or_else(|| near::place_date(reader, line.span))
        {
            return Mark::PlaceDate(Box::new(date));
        }
        if is_subject(reader.lexicon, words) && self.header.number.is_some() {
            return if self.headed && line.cell.is_none() { Mark::Title } else { Mark::Subject };
        }
        if is_stamp(reader.lexicon, words) {
            return Mark::Stamp;
        }
        let in_title_position = self.header.number.is_some() || self.header.national_name.is_some();
        if line.cell.is_none() && in_title_position && is_form_line(reader, line.span) {
            return Mark::Form;
        }
        Mark::Words
    }

    /// A line without a mark of its own: the rest of a subject, or the name of an organ.
    fn take_words(&mut self, reader: &Reader<'_>, line: Line, position: usize) {
        let goes_on = !self.subject.is_empty() && line.cell.is_some() && line.cell == self.subject_cell;
        if goes_on {
            self.subject.push(line.span);
            self.last_mark = position + 1;
            return;
        }
        let before_number = self.header.number.is_none();
        let begins_organ = organ::head(reader.lexicon, reader.words(line.span)).is_some();
        self.headed |= !before_number
            && line.cell.is_none()
            && self.header.place_date.is_some()
            && reader.is_capitals(line.span)
            && !begins_organ;
        // In the first row of the table of a header stands no running text, so that a name in small letters is read too.
        let in_small_letters = begins_organ
            && self.organs.is_empty()
            && line.cell.is_some_and(|cell| cell.row == 0 && cell.column == 0)
            && reader.words(line.span).chars().count() < SHORT_NAME;
        let is_name = reader.is_capitals(line.span) || in_small_letters;
        if before_number && is_name && self.belongs_to_organ(reader, line) {
            self.organs.push(line);
            self.last_mark = position + 1;
        }
    }

    /// Organ names stand in one column; with tables that is the column of the first of them. A
    /// line that no known word begins must stand in a header table, or go on with a name.
    fn belongs_to_organ(&self, reader: &Reader<'_>, line: Line) -> bool {
        let column = |line: &Line| line.cell.map(|cell| (cell.table, cell.column));
        let begins = organ::begins(reader.lexicon, reader.words(line.span));
        match self.organs.last() {
            Some(last) if line.cell.is_none() => begins || line.paragraph <= last.paragraph + 1,
            Some(last) => column(last) == column(&line),
            None => begins || line.cell.is_some_and(|cell| cell.row == 0),
        }
    }

    /// Words that no known name of an organ begins are one only by their place: in the table that
    /// holds the national name, or on its lines.
    fn stands_beside_national_name(&self, reader: &Reader<'_>) -> bool {
        let Some(first) = self.organs.first() else { return false };
        if self.organs.iter().any(|line| organ::begins(reader.lexicon, reader.words(line.span))) {
            return true;
        }
        let name =
            self.header.national_name.as_ref().and_then(|name| reader.draft.paragraph_at(name.span.start));
        let table = |paragraph: usize| reader.cell(paragraph).map(|cell| cell.table);
        name.is_some_and(|name| table(name) == table(first.paragraph))
    }

    /// The header as a whole: subject and organs are put together from their lines. Of two names the
    /// first is the parent organ; a name is certain only where the national name and a known first word
    /// vouch for it.
    fn finish(mut self, reader: &Reader<'_>) -> Header {
        if !self.subject.is_empty() {
            self.header.subject = Some(reader.wrapped(&self.subject, Certainty::Certain));
        }
        let names = if self.stands_beside_national_name(reader) {
            organ_names(reader, &self.organs)
        } else {
            Vec::new()
        };
        let day = self.header.place_date.as_ref().and_then(|date| date.date.latest());
        let mut names = names.into_iter();
        let (first, second) = (names.next(), names.next());
        let (parent, own) = if second.is_some() { (first, second) } else { (None, first) };
        let certainty =
            if self.header.national_name.is_some() { Certainty::Certain } else { Certainty::Guessed };
        let component = |spans: Vec<Span>| -> Component {
            let known = organ::begins(reader.lexicon, reader.words(spans[0]));
            reader.wrapped(&spans, if known { certainty } else { Certainty::Guessed })
        };
        self.header.parent_organ = parent.map(component);
        self.header.organ = own.map(component);
        self.header.organ_named =
            self.header.organ.as_ref().and_then(|it| organ::parse(reader.lexicon, &it.value, day));
        if let (Some(named), Some(parent)) = (&mut self.header.organ_named, &self.header.parent_organ) {
            named.level = organ::level_below(reader.lexicon, named, &parent.value, day);
        }
        self.header
    }
}

/// Groups the lines of organ names: a line that begins a name of its own begins a group.
fn organ_names(reader: &Reader<'_>, lines: &[Line]) -> Vec<Vec<Span>> {
    let mut groups: Vec<Vec<Span>> = Vec::new();
    for line in lines {
        let begins = organ::begins(reader.lexicon, reader.words(line.span));
        match groups.last_mut() {
            Some(group) if !begins => group.push(line.span),
            _ => groups.push(vec![line.span]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    fn header(source: &str) -> (Header, String) {
        let draft = crate::read::markdown::read(source).expect("readable");
        let reader = Reader::new(&draft, lexicon());
        let found = recognize(&reader, 0, reader.paragraphs.len());
        let rest =
            reader.paragraphs.get(found.end).map_or("", |paragraph| reader.text(*paragraph)).to_owned();
        (found.header, rest)
    }

    fn value(component: Option<&Component>) -> &str {
        component.map_or("", |component| component.value.as_str())
    }

    const TABLE: &str = "| **ỦY BAN NHÂN DÂN**<br>TỈNH BẮC SƠN<br>-------- | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>Độc lập - Tự do - Hạnh phúc<br>------- |\n|---|---|\n| Số: 70/2025/QĐ-UBND | *Bắc Sơn, ngày 17 tháng 11 năm 2025* |\n\n**QUYẾT ĐỊNH**\n";

    #[test]
    fn a_table_header() {
        let (header, rest) = header(TABLE);
        assert_eq!(value(header.organ.as_ref()), "ỦY BAN NHÂN DÂN TỈNH BẮC SƠN");
        assert!(header.parent_organ.is_none());
        assert!(header.national_name.is_some() && header.motto.is_some());
        assert_eq!(header.place_date.map(|date| date.date.day), Some(Some(17)));
        assert_eq!(rest, "QUYẾT ĐỊNH");
    }

    #[test]
    fn plain_lines_with_a_parent_organ_and_a_wrong_national_name() {
        let source = "UBND HUYỆN SƠN NAM\nPHÒNG TƯ PHÁP\n\nCỘNG HOÀ XÃ HỘI CHŨ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\n\nSố:      /TB-PTP\n\nSơn Nam, ngày    tháng 3 năm 2022\n\nTHÔNG BÁO\n";
        let (header, rest) = header(source);
        assert_eq!(value(header.parent_organ.as_ref()), "UBND HUYỆN SƠN NAM");
        assert_eq!(value(header.organ.as_ref()), "PHÒNG TƯ PHÁP");
        assert_eq!(value(header.national_name.as_ref()), "CỘNG HOÀ XÃ HỘI CHŨ NGHĨA VIỆT NAM");
        assert_eq!(header.place_date.map(|date| date.date.month), Some(Some(3)));
        assert_eq!(rest, "THÔNG BÁO");
    }

    #[test]
    fn two_columns_by_tabs() {
        let source = "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ HÒA AN\tĐộc lập - Tự do - Hạnh phúc\nSố: 12/UBND-VHXH\tHòa An, ngày 02 tháng 3 năm 2026\nV/v chuẩn bị lễ hội\n\nKính gửi: Các thôn\n";
        let draft = crate::read::plain::read(source).expect("text");
        let reader = Reader::new(&draft, lexicon());
        let found = recognize(&reader, 0, reader.paragraphs.len());
        assert_eq!(value(found.header.organ.as_ref()), "ỦY BAN NHÂN DÂN XÃ HÒA AN");
        assert_eq!(value(found.header.subject.as_ref()), "V/v chuẩn bị lễ hội");
        assert_eq!(reader.text(reader.paragraphs[found.end]), "Kính gửi: Các thôn");
    }

    #[test]
    fn the_title_of_a_paper_of_another_form_is_no_subject() {
        let head = TABLE.replace("**QUYẾT ĐỊNH**", "**GIẤY XÁC NHẬN**");
        let (found, _) = header(&format!("{head}\nVề việc cư trú tại địa phương\n\nÔng A cư trú tại xã.\n"));
        assert!(found.subject.is_none());
        let (found, _) = header(&TABLE.replace("**QUYẾT ĐỊNH**", "Về việc cư trú"));
        assert!(found.subject.is_some());
    }
}
