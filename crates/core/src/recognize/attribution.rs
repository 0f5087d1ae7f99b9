//! `(Kèm theo Quyết định số …)` under the title of an attachment.

use super::dates;
use super::lines::Reader;
use crate::document::{Attribution, DateFact};
use crate::finding::Certainty;
use crate::text::{Pattern, Span};

static LINE: Pattern = Pattern::new(
    r"^\(? *(?:(?:Được )?[Bb]an hành )?[Kk]èm theo (?:[Qq]uyết định|[Nn]ghị quyết|Kế hoạch|Tờ trình|Công văn|Chỉ thị|Thông báo|Văn bản|Báo cáo|Chương trình|Quy chế|Quy định)",
);
static NUMBER: Pattern = Pattern::new(
    r"số *:? *(?P<number>(?:[0-9]{1,6}[a-z]?|[ .…_]*) */ *(?:(?:[0-9]{4}|20[.…_ ]+) */ *)?[A-ZĐÐ][A-Za-zÀ-ỹ0-9&]*(?: ?[-–] ?[A-ZĐÐ][A-Za-zÀ-ỹ0-9]*)*)",
);
static ORGAN: Pattern = Pattern::new(
    r"của (?P<organ>(?:Chủ tịch )?(?:Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Sở|Chủ tịch|Ban|Phòng)[^)]*)",
);

/// Whether the words are an attribution line.
pub fn is_line(words: &str) -> bool {
    LINE.is_match(words.trim_start_matches(['*', '_']))
}

/// Reads an attribution line.
pub fn parse(reader: &Reader<'_>, span: Span) -> Option<Attribution> {
    let words = reader.words(span);
    if !is_line(words) {
        return None;
    }
    let group = |found: Option<crate::text::regex::Captures<'_>>, name: &str| {
        let part = found?.name(name).map(|part| (part.start(), part.end()))?;
        Some(Span::new(span.start + part.0, span.start + part.1).trim(&reader.draft.text))
    };
    let number = group(NUMBER.captures(words), "number");
    let number =
        number.filter(|number| reader.words(*number).starts_with(|letter: char| letter.is_ascii_digit()));
    let date = dates::first(&reader.draft.text, span);
    Some(Attribution {
        line: reader.component(span, Certainty::Certain),
        number,
        date: date.map_or(DateFact::default(), |date| date.fact),
        date_span: date.map(|date| date.span),
        organ: group(ORGAN.captures(words), "organ"),
    })
}
