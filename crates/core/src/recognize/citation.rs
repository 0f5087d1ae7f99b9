//! Cited instruments: kind, number, issuer, date, title, and the instruments that amend them.
//!
//! A number with strokes and capitals is the mark of a citation; kind stands before it, date, issuer
//! and title behind it, each where it is there at all. Laws are also cited by name and day: that is
//! only looked for in bases, because in running text the name of a law has no end that could be told.

use super::dates;
use super::lines::Reader;
use super::number::canonical_symbol;
use crate::document::{Citation, CitedDate};
use crate::rulebook::Lexicon;
use crate::rulebook::terms::CitationTerms;
use crate::text::{Pattern, Span, Spans, first_bytes, last_bytes};
use std::ops::Range;

/// Number and symbol, `30/2020/NĐ-CP` as well as `62-QĐ/TW`, blanks within included.
static NUMBER: Pattern = Pattern::new(
    r"[0-9]{1,6}[a-z]? ?/ ?(?:[0-9]{4} ?/ ?)?[A-ZĐÐ][A-Za-zĐđÐ0-9&]*(?: ?[-–] ?[A-ZĐÐ0-9][A-Za-zĐđÐ0-9&.]*)*(?:/[A-ZĐÐ]+)?|[0-9]{1,4}-[A-ZĐÐ]{2,4}/[A-ZĐÐ]{2,}",
);
/// Words behind which the instruments stand that amend the one before.
static AMENDED: Pattern = Pattern::new(
    r"(?:được|đã)[ \n]+(?:được[ \n]+)?(?:sửa đổi|bổ sung)|sửa đổi,? bổ sung (?:bởi|tại|theo)|sửa đổi (?:bởi|tại|theo)",
);
/// A law that amends others and has their names in its own, up to the last of them.
static AMENDING_LAW: Pattern = Pattern::new(r"Luật[ \n]+[Ss]ửa đổi[^;]*$");
/// Name and day behind the word for a law.
static LAW_BY_DATE: Pattern = Pattern::new(
    r"^[ \n](?P<title>(?:[A-ZĐÀ-ỹ]|sửa đổi)[^;:.]*?)[ \n]?,?[ \n]?(?P<date>năm [0-9]{4}|ngày[ \n])",
);

/// Finds the instruments cited in a paragraph and appends them to `citations`.
/// In order of the text. `basis` holds the indices of the part and of the basis that the paragraph is.
pub fn find(reader: &Reader<'_>, span: Span, basis: Option<(usize, usize)>, citations: &mut Vec<Citation>) {
    let words = reader.words(span);
    let first = citations.len();
    if words.contains('/') || words.contains('-') {
        numbered(reader, span, basis, citations);
    }
    if basis.is_some() && reader.lexicon.terms.citations.laws.iter().any(|law| words.contains(law)) {
        laws_by_date(reader, (first, span), basis, citations);
    }
    citations[first..].sort_by_key(|citation| citation.span.start);
    relate(reader, first, span.start, citations);
}

/// The citations with a number. A number without a kind before it is something else: a file, a
/// fraction.
fn numbered(reader: &Reader<'_>, span: Span, basis: Option<(usize, usize)>, citations: &mut Vec<Citation>) {
    let words = reader.words(span);
    let numbers: Vec<_> = NUMBER.regex().find_iter(words).collect();
    let mut left = 0;
    let mut last_kind = String::new();
    for (index, number) in numbers.iter().enumerate() {
        let right = numbers.get(index + 1).map_or(words.len(), crate::text::regex::Match::start);
        let before = last_bytes(&words[left..number.start()], BEFORE_NUMBER);
        let Some((kind, start)) = kind_before(reader.lexicon, before, &last_kind) else { continue };
        let start = number.start() - before.len() + start;
        let mut citation = Citation {
            span: Span::new(span.start + start, span.start + number.end()),
            number: Some(canonical_symbol(number.as_str())),
            number_span: Some(Span::new(span.start + number.start(), span.start + number.end())),
            issuer: None,
            date: None,
            title: law_title(reader.lexicon, &kind, words, start..number.start())
                .map(|title| title.shift(span.start)),
            amended_by: Vec::new(),
            is_amender: false,
            basis,
            kind,
        };
        let limit = next_kind(reader.lexicon, words, number.end(), right);
        tail(reader, Span::new(span.start + number.end(), span.start + limit), &mut citation);
        left = citation.span.end - span.start;
        last_kind.clone_from(&citation.kind);
        citations.push(citation);
    }
}

/// Where the words of the next instrument begin, so that a tail does not run into it.
fn next_kind(lexicon: &Lexicon, words: &str, from: usize, right: usize) -> usize {
    if right == words.len() {
        return right;
    }
    let between = &words[from..right];
    last_kind_in(lexicon, between).map_or(right, |kind| from + kind.start())
}

/// The last whole word (or words) of a kind.
/// The last one, because it is the nearest to the number.
fn last_kind_in<'t>(lexicon: &Lexicon, words: &'t str) -> Option<crate::text::regex::Match<'t>> {
    let bounded = |kind: &crate::text::regex::Match<'_>| {
        let before = words[..kind.start()].chars().next_back();
        let after = words[kind.end()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    };
    lexicon.kinds.find_iter(words).filter(bounded).last()
}

/// The word for a law in whose name a small one stands (`Luật Ban hành văn bản quy phạm pháp luật`), else the word
/// itself.
fn law_around<'t>(
    lexicon: &Lexicon,
    words: &'t str,
    kind: crate::text::regex::Match<'t>,
) -> crate::text::regex::Match<'t> {
    let terms = &lexicon.terms.citations;
    if !terms.small_laws.has(kind.as_str()) {
        return kind;
    }
    let between =
        |law: &crate::text::regex::Match<'_>| words.get(law.end()..kind.start()).unwrap_or_default();
    let laws = lexicon.laws.find_iter(words).filter(|law| law.end() <= kind.start());
    laws.last().filter(|law| !between(law).contains([';', ',', '/'])).unwrap_or(kind)
}

/// The kind whose words stand before a number, with the offset at which they begin.
fn kind_before(lexicon: &Lexicon, before: &str, last_kind: &str) -> Option<(String, usize)> {
    let kind = last_kind_in(lexicon, before);
    if let Some(kind) = kind.map(|kind| law_around(lexicon, before, kind)) {
        let gap = before[kind.end()..].trim();
        let terms = &lexicon.terms.citations;
        let is_law = terms.laws.has(kind.as_str()) || terms.small_laws.has(kind.as_str());
        let direct =
            gap.is_empty() || matches!(gap.trim_end_matches([':', '.']), "số" | "Số" | "liên tịch số");
        let named = is_law && gap.chars().count() < 220 && !gap.contains(';') && gap.ends_with("số");
        if direct || named {
            let amending =
                named.then(|| AMENDING_LAW.regex().find_iter(&before[..kind.start()]).last()).flatten();
            if let Some((law, at)) =
                amending.and_then(|found| Some((terms.laws.begin(found.as_str())?.0, found.start())))
            {
                return Some((law.to_owned(), at));
            }
            let word = kind.as_str();
            let name = crate::text::vietnamese::sentence_case(word);
            return Some((name, kind.start()));
        }
    }
    // "các Nghị định số 1/2020/NĐ-CP, số 2/2021/NĐ-CP": the kind goes on.
    let gap = before.trim_start_matches([',', ' ', ';']);
    let goes_on = gap.trim_start_matches("và").trim();
    (matches!(goes_on, "" | "số") && !last_kind.is_empty() && before.chars().count() < 12)
        .then(|| (last_kind.to_owned(), before.len() - gap.len()))
}

/// The name of a law between the word `Luật` and its number.
fn law_title(lexicon: &Lexicon, kind: &str, words: &str, within: Range<usize>) -> Option<Span> {
    if !lexicon.terms.citations.laws.has(kind) {
        return None;
    }
    // The word in the text differs from the kind by capitals alone.
    let name = words.get(within.start + kind.len()..within.end)?;
    let name = name.trim_end().strip_suffix("số")?.trim();
    (!name.is_empty()).then(|| {
        let from = name.as_ptr() as usize - words.as_ptr() as usize;
        Span::new(from, from + name.len())
    })
}

/// Date, issuer and title behind a number.
/// Each piece must follow the one before it directly; what is farther away belongs to the sentence.
fn tail(reader: &Reader<'_>, rest: Span, citation: &mut Citation) {
    let text = &reader.draft.text;
    let rest = until_amendment(reader, rest);
    let mut at = rest.start;
    if let Some(date) = dates::first(text, rest) {
        let gap = Span::new(at, date.span.start).of(text).trim_matches([' ', ',', '(']);
        if gap.is_empty() {
            citation.date = Some(CitedDate { span: date.span, date: date.day(), in_full: date.in_full });
            at = date.span.end;
            citation.span.end = at;
        }
    }
    let behind = Span::new(at, rest.end);
    let words = behind.of(text);
    let terms = &reader.lexicon.terms.citations;
    if let Some(issuer) = issuer_in(terms, words) {
        let end = title_in(terms, issuer).unwrap_or(issuer.len());
        let end = issuer[..end].find([',', '(', ';', ':', '.', ')']).unwrap_or(end);
        let start = at + words.len() - issuer.len();
        let span = Span::new(start, start + end).trim(text);
        citation.issuer = Some(span);
        citation.span.end = span.end;
        at = span.end;
    }
    if citation.title.is_none() {
        let words = Span::new(at, rest.end).of(text);
        if let Some(start) = title_in(terms, words).filter(|start| *start <= 1) {
            let end = words.find([';', ':']).unwrap_or(words.len());
            let span = Span::new(at + start, at + end).trim(text);
            let span = Span::new(span.start, span.start + span.of(text).trim_end_matches(['.', ',']).len());
            citation.title = Some(span);
            citation.span.end = citation.span.end.max(span.end);
        }
    }
}

/// The words from the issuer on: `của Chính phủ quy định …`.
fn issuer_in<'t>(terms: &CitationTerms, words: &'t str) -> Option<&'t str> {
    let words = words.strip_prefix(' ').unwrap_or(words);
    let words = words.strip_prefix(',').map_or(words, |words| words.strip_prefix(' ').unwrap_or(words));
    let issuer = words.strip_prefix("của")?.strip_prefix([' ', '\n'])?;
    terms.issuers.begins(issuer).then_some(issuer)
}

/// Where a title begins: at the blank before one of its first words.
fn title_in(terms: &CitationTerms, words: &str) -> Option<usize> {
    let blanks = words.match_indices([' ', '\n']).map(|(at, _)| at);
    blanks.into_iter().find(|at| {
        let title = terms.titles.begin_in_sentence(&words[at + 1..]);
        title.is_some_and(|(_, rest)| rest.starts_with([' ', '\n']))
    })
}

/// The words before `được sửa đổi, bổ sung bởi`: those speak of another instrument.
fn until_amendment(reader: &Reader<'_>, rest: Span) -> Span {
    let words = reader.words(rest);
    let end = AMENDED.regex().find(words).map_or(words.len(), |amended| amended.start());
    Span::new(rest.start, rest.start + end)
}

/// Characters in the longest name of a law.
const LONGEST_TITLE: usize = 200;
/// Bytes that hold a name and its day, and the day alone. A paragraph may name thousands of laws, and what
/// is sought behind each of them is not sought in all of it.
const NAME_AND_DAY: usize = 4 * LONGEST_TITLE + DAY;
/// See [`NAME_AND_DAY`].
const DAY: usize = 400;
/// Bytes that hold the kind before a number, a law by its whole name, and the law that amends it. Numbers without a
/// kind may follow each other.
const BEFORE_NUMBER: usize = 3 * NAME_AND_DAY;

/// Laws that are cited by name and date, without a number; those of the paragraph with one begin at index
/// `first`.
fn laws_by_date(
    reader: &Reader<'_>,
    (first, span): (usize, Span),
    basis: Option<(usize, usize)>,
    citations: &mut Vec<Citation>,
) {
    let words = reader.words(span);
    let text = &reader.draft.text;
    let known: Spans = citations[first..].iter().map(|known| known.span).collect();
    let (mut read, mut reached) = (0, 0);
    for kind in reader.lexicon.laws.find_iter(words) {
        if kind.start() < read {
            continue;
        }
        let Some(found) = LAW_BY_DATE.captures(first_bytes(&words[kind.end()..], NAME_AND_DAY)) else {
            continue;
        };
        let (Some(title), Some(date)) = (found.name("title"), found.name("date")) else { continue };
        read = kind.end() + date.end();
        let behind = span.start + kind.end();
        if title.as_str().contains('/') || title.as_str().chars().count() > LONGEST_TITLE {
            continue;
        }
        let title_span = Span::new(behind + title.start(), behind + title.end());
        let date_from = behind + date.start();
        let date_at =
            Span::new(date_from, date_from + first_bytes(Span::new(date_from, span.end).of(text), DAY).len());
        let date = dates::first(text, date_at).filter(|date| date.span.start == date_at.start);
        let end = date.map_or(title_span.end, |date| date.span.end);
        let own = Span::new(span.start + kind.start(), end);
        if known.overlap(own) || own.start < reached {
            continue;
        }
        reached = own.end;
        citations.push(Citation {
            span: own,
            kind: kind.as_str().to_owned(),
            number: None,
            number_span: None,
            issuer: None,
            date: date.map(|date| CitedDate { span: date.span, date: date.day(), in_full: date.in_full }),
            title: Some(title_span),
            amended_by: Vec::new(),
            is_amender: false,
            basis,
        });
    }
}

/// Tells which of the citations since `first` amend the one before them.
fn relate(reader: &Reader<'_>, first: usize, start: usize, citations: &mut [Citation]) {
    let mut main: Option<usize> = None;
    let mut end = start;
    for index in first..citations.len() {
        let own = citations[index].span;
        let between = Span::new(end.min(own.start), own.start).of(&reader.draft.text);
        let joined = matches!(between.trim().trim_matches(','), "" | "và" | ", và");
        let amends =
            AMENDED.is_match(between) || (joined && index > first && citations[index - 1].is_amender);
        match main {
            Some(main) if amends => {
                citations[index].is_amender = true;
                citations[main].amended_by.push(index);
            }
            _ => main = Some(index),
        }
        end = own.end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    fn cited(words: &str) -> (String, Vec<Citation>) {
        let draft = crate::read::plain::read(words).expect("text");
        let reader = Reader::new(&draft, lexicon());
        let mut citations = Vec::new();
        find(&reader, reader.span(0), Some((0, 0)), &mut citations);
        (draft.text, citations)
    }

    #[test]
    fn a_decree_with_date_issuer_and_title() {
        let (text, citations) = cited(
            "Căn cứ Nghị định số 85/2024/NĐ-CP ngày 10 tháng 7 năm 2024 của Chính phủ quy định chi tiết một số điều của Luật Giá;",
        );
        let one = &citations[0];
        assert_eq!((one.kind.as_str(), one.number.as_deref()), ("Nghị định", Some("85/2024/NĐ-CP")));
        assert_eq!(one.issuer.map(|span| span.of(&text)), Some("Chính phủ"));
        assert_eq!(one.title.map(|span| span.of(&text)), Some("quy định chi tiết một số điều của Luật Giá"));
        assert_eq!(
            one.date.as_ref().and_then(|date| date.date).map(|date| date.to_string()).as_deref(),
            Some("2024-07-10")
        );
        assert_eq!(citations.len(), 1);
    }

    #[test]
    fn a_law_with_its_amending_laws() {
        let (text, citations) = cited(
            "Căn cứ Luật Quản lý, sử dụng tài sản công số 15/2017/QH14 đã được sửa đổi, bổ sung bởi Luật số 64/2020/QH14, Luật số 07/2022/QH15 và Luật số 90/2025/QH15;",
        );
        assert_eq!(citations.len(), 4);
        assert_eq!(citations[0].title.map(|span| span.of(&text)), Some("Quản lý, sử dụng tài sản công"));
        assert_eq!(citations[0].amended_by, [1, 2, 3]);
        assert!(citations[3].is_amender);
    }

    #[test]
    fn laws_by_date() {
        let (text, citations) = cited(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;",
        );
        assert_eq!(citations.len(), 2);
        assert_eq!(citations[0].title.map(|span| span.of(&text)), Some("Tổ chức chính quyền địa phương"));
        assert_eq!(
            citations[1].date.as_ref().and_then(|date| date.date).map(|date| date.to_string()).as_deref(),
            Some("2019-11-22")
        );
    }

    #[test]
    fn party_numbers_and_numbers_without_year() {
        let (_, citations) = cited(
            "Thực hiện Chỉ thị số 46-CT/TW ngày 16/5/2025 của Bộ Chính trị và Kế hoạch số 94/KH-UBND của tỉnh",
        );
        let numbers: Vec<_> = citations.iter().filter_map(|citation| citation.number.as_deref()).collect();
        assert_eq!(numbers, ["46-CT/TW", "94/KH-UBND"]);
    }
}
