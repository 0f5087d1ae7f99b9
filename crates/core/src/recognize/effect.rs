//! From when a document takes effect, as its own clauses say.
//!
//! Only a clause whose subject is this document counts (`Quyết định này có hiệu lực …`): documents
//! speak of the effect of others, and of their own effect as the end of others.

use super::dates;
use super::lines::Reader;
use crate::document::{Effect, EffectDate};
use crate::rulebook::Lexicon;
use crate::text::span::any_covers;
use crate::text::{Pattern, Span};

/// Subject, verb and the rest of a clause.
static CLAUSE: Pattern = Pattern::new(
    r"^(?P<subject>[^.;\n]*?)(?P<verb>có hiệu lực(?: thi hành| pháp luật)?|hiệu lực thi hành)(?P<rest>[^;\n]*)",
);
/// So many days after signing, adoption or issue.
static AFTER: Pattern =
    Pattern::new(r"sau (?P<days>[0-9]{1,3}) *(?:\([^)]*\) *)?ngày[^.;]*?(?:ký|thông qua|ban hành)");
/// From the day of signing, adoption or issue.
static SIGNING: Pattern = Pattern::new(r"từ ngày (?:được )?(?:ký|thông qua|ban hành)");
/// A time is announced, whatever it is.
static FROM: Pattern =
    Pattern::new(r"(?:từ|vào|trong) (?:đầu |giữa |cuối )?(?:ngày|tháng|quý|năm)(?: [^.;]*|$)");

/// Characters between the word for the document and the words on its effect.
const LONGEST_SUBJECT: usize = 75;

/// Finds the clauses on the effect of the document itself among the paragraphs at `positions`.
pub fn find(reader: &Reader<'_>, positions: std::ops::Range<usize>, quoted: &[Span]) -> Vec<Effect> {
    let mut effects = Vec::new();
    for position in positions {
        let span = reader.span(reader.paragraphs[position]);
        let words = reader.words(span);
        if !words.contains("hiệu lực") || any_covers(quoted, span) {
            continue;
        }
        effects.extend(in_paragraph(reader, span, words));
    }
    effects
}

/// Where words for a document begin with a capital.
fn documents(lexicon: &Lexicon, words: &str) -> impl Iterator<Item = usize> {
    let capitals = words.char_indices().filter(|(_, letter)| letter.is_uppercase()).map(|(at, _)| at);
    capitals.filter(|at| lexicon.begin_document(&words[*at..]).is_some())
}

/// Whether the words end with the day of the document itself: `kể từ ngày Quyết định này`.
fn ends_with_day_of(lexicon: &Lexicon, words: &str) -> bool {
    let document = words.strip_suffix(" này").and_then(|words| words.rsplit_once("ngày "));
    document.and_then(|(_, name)| lexicon.begin_document(name)).is_some_and(|(_, rest)| rest.is_empty())
}

/// The clause of one paragraph. Days after signing are looked for before dates, since a date may follow
/// that belongs to something else.
fn in_paragraph(reader: &Reader<'_>, span: Span, words: &str) -> Option<Effect> {
    // The clause of the first word for a document that has one behind it.
    let start = documents(reader.lexicon, words).find(|at| CLAUSE.is_match(&words[*at..]))?;
    let found = CLAUSE.captures(&words[start..])?;
    let (verb, rest) = (found.name("verb")?, found.name("rest")?);
    let subject = &words[start..start + verb.start()];
    let span = Span::new(span.start + start, span.end);
    if subject.chars().count() > LONGEST_SUBJECT {
        return None;
    }
    // "Quyết định số 5/2020/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực" says nothing new.
    let before = words[..start + verb.start()].trim_end();
    if !subject.contains("này") || before.ends_with("hết") || ends_with_day_of(reader.lexicon, before) {
        return None;
    }
    let at = |offset: usize| span.start + rest.start() + offset;
    let clause = rest.as_str();
    if let Some(after) = AFTER.captures(clause) {
        let days = after.name("days")?.as_str().parse().ok()?;
        let end = at(after.get(0)?.end());
        return Some(Effect {
            span: Span::new(span.start + verb.start(), end),
            from: EffectDate::DaysAfterSigning(days),
        });
    }
    let date =
        dates::first(&reader.draft.text, Span::new(span.start + rest.start(), span.start + rest.end()));
    let signing = SIGNING.regex().find(clause);
    if let Some(signing) = signing
        && date.is_none_or(|date| date.span.start > at(signing.start()))
    {
        return Some(Effect {
            span: Span::new(span.start + verb.start(), at(signing.end())),
            from: EffectDate::Signing,
        });
    }
    let date = date.filter(|date| {
        let gap = Span::new(span.start + rest.start(), date.span.start).of(&reader.draft.text);
        gap.chars().count() < 30
    });
    match date {
        Some(date) => {
            let from = date.day().map_or(EffectDate::Unclear, EffectDate::Day);
            Some(Effect { span: Span::new(span.start + verb.start(), date.span.end), from })
        }
        None => FROM.regex().find(clause).map(|time| Effect {
            span: Span::new(span.start + verb.start(), at(time.end())).trim(&reader.draft.text),
            from: EffectDate::Unclear,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;
    use crate::text::Date;

    fn effect(words: &str) -> Vec<EffectDate> {
        let draft = crate::read::plain::read(words).expect("text");
        let reader = Reader::new(&draft, lexicon());
        find(&reader, 0..reader.paragraphs.len(), &[]).into_iter().map(|effect| effect.from).collect()
    }

    #[test]
    fn the_ways_to_state_it() {
        let day = |day| EffectDate::Day(Date::new(2026, 3, day).expect("a day"));
        let cases = [
            ("Quyết định này có hiệu lực thi hành kể từ ngày 12 tháng 3 năm 2026.", day(12)),
            (
                "Nghị quyết này có hiệu lực từ ngày 12/3/2026 và thay thế Nghị quyết số 3/2020/NQ-HĐND.",
                day(12),
            ),
            ("1. Quyết định này có hiệu lực kể từ ngày ký.", EffectDate::Signing),
            ("Quyết định này có hiệu lực sau 07 ngày kể từ ngày ký.", EffectDate::DaysAfterSigning(7)),
            ("Quyết định này có hiệu lực thi hành kể từ ngày … tháng … năm 2026.", EffectDate::Unclear),
            ("Nghị quyết này có hiệu lực từ quý II năm 2026.", EffectDate::Unclear),
            ("Nghị quyết này có hiệu lực thi hành từ năm học 2026 - 2027.", EffectDate::Unclear),
        ];
        for (words, expected) in cases {
            assert_eq!(effect(words), [expected], "{words}");
        }
    }

    #[test]
    fn other_sentences_state_nothing() {
        for words in [
            "Quyết định số 5/2020/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.",
            "Trường hợp văn bản dẫn chiếu hết hiệu lực thì áp dụng văn bản mới.",
        ] {
            assert_eq!(effect(words), [], "{words}");
        }
    }
}
