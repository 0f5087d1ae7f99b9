//! The line of number and symbol: `Số: 05/2022/QĐ-UBND`, `Số:      /UBND-VX`.
//!
//! Number and year are often blank: dots, underlines, runs of blanks, brackets or the braces of a
//! template all mean the same here. Figures may be letters that look like them (`O`, `l`); a rule tells
//! that later.

use super::dates::is_blank;
use super::lines::Reader;
use crate::document::NumberLine;
use crate::rulebook::Lexicon;
use crate::rulebook::vocabulary::Certainty;
use crate::text::{Pattern, Span};

/// What follows the word `Số`.
static LINE: Pattern = Pattern::new(
    r"^[ \t\n]*[:.]?[ \t\n]*(?P<number>[0-9OoIl]{1,6}[a-z]?|(?:[ \t\n.…_xX-]|\[[^\]\n]*\]|\{+[^}\n]*\}+)*)[ \t\n]*(?:/[ \t\n]*(?P<year>[0-9]{4}|20[.…_ ]{1,6}|\[(?:yyyy|năm|NĂM)\]))?[ \t\n]*[/-]?[ \t\n]*(?P<symbol>(?:[A-Za-zÀ-ỹ]|\[[^\]\n]*\]|\{+[^}\n]*\}+)(?:[A-Za-zÀ-ỹ0-9&.,_ –—/-]|\[[^\]\n]*\]|\{+[^}\n]*\}+)*)?$",
);

/// Reads a line as number and symbol.
/// `None` where it is none: a line is known by the word for a number and by a slash or hyphen behind
/// it, or by having nothing else on it.
pub fn parse(reader: &Reader<'_>, span: Span) -> Option<NumberLine> {
    let words = reader.words(span);
    let line = reader.lexicon.terms.header.number.strip(words)?;
    let found = LINE.captures(line)?;
    let start = span.end - line.len();
    let at = |name: &str| found.name(name).map(|part| Span::new(start + part.start(), start + part.end()));
    let number = at("number")?.trim(&reader.draft.text);
    let number = if is_blank(reader.words(number)) { Span::at(number.start) } else { number };
    let symbol = at("symbol").map(|symbol| symbol.trim(&reader.draft.text));
    // "Số lượng: 5" and the like are no number lines.
    let marked = words.contains('/') || symbol.is_some_and(|symbol| reader.words(symbol).contains('-'));
    let bare = symbol.is_none() && (number.is_empty() || words.chars().count() < 16);
    if !(marked || bare) || words.chars().count() > 90 {
        return None;
    }
    let (form_abbreviation, organ_abbreviation) =
        abbreviations(reader.lexicon, symbol.map_or("", |symbol| reader.words(symbol)));
    Some(NumberLine {
        line: reader.component(span, Certainty::Certain),
        number,
        year: at("year").filter(|year| reader.words(*year).bytes().all(|byte| byte.is_ascii_digit())),
        symbol,
        form_abbreviation,
        organ_abbreviation,
    })
}

/// The same line with another sign where the stroke stands, or a year of too few or too many figures. Not
/// read rightly, it is the number line all the same, and a rule tells what is wrong with it.
static WRONG: Pattern = Pattern::new(
    r"^ *[:.]? *(?P<number>[0-9]{1,6})[^\p{L}0-9]{1,4}(?:(?P<year>[0-9]{2,6})[^\p{L}0-9]{1,3})?(?P<symbol>\p{Lu}[^ ]*)[.,;:]?$",
);

/// A number line without its word: `128/QĐ-UBND`.
static BARE: Pattern =
    Pattern::new(r"^(?P<number>[0-9]{1,6})/(?:(?P<year>[0-9]{4})/)?(?P<symbol>\p{Lu}\p{L}*-[\p{Lu}0-9]+)$");

/// Reads a line of a header that is meant to be number and symbol, in spite of a slip in the word before the
/// number, of a lacking one or of wrong signs.
pub fn misspelt(reader: &Reader<'_>, span: Span) -> Option<NumberLine> {
    let words = reader.words(span);
    let label = &reader.lexicon.terms.header.number;
    let rest = label.strip(words).or_else(|| label.strip_misspelt(words));
    let found = match rest {
        Some(rest) => WRONG.captures(rest).or_else(|| LINE.captures(rest).filter(|_| rest.contains('/'))),
        None => BARE.captures(words),
    }?;
    let start = span.end - rest.unwrap_or(words).len();
    let at = |name: &str| found.name(name).map(|part| Span::new(start + part.start(), start + part.end()));
    let number = at("number")?.trim(&reader.draft.text);
    let number = if is_blank(reader.words(number)) { Span::at(number.start) } else { number };
    let symbol = at("symbol").map(|symbol| symbol.trim(&reader.draft.text));
    let (form_abbreviation, organ_abbreviation) =
        abbreviations(reader.lexicon, symbol.map_or("", |symbol| reader.words(symbol)));
    let is_year = |year: &Span| reader.words(*year).len() == 4;
    Some(NumberLine {
        line: reader.component(span, Certainty::Certain),
        number,
        year: at("year").filter(is_year),
        symbol,
        form_abbreviation,
        organ_abbreviation,
    })
}

/// The symbol in canonical spelling: no blanks, `Đ` for its look-alikes, a plain hyphen.
/// For comparing alone; what the draft shows is kept as it stands.
pub fn canonical_symbol(symbol: &str) -> String {
    let letter = |letter: char| match letter {
        'Ð' | 'Ɖ' => 'Đ',
        '–' | '—' | '−' => '-',
        other => other,
    };
    symbol.chars().filter(|letter| !letter.is_whitespace()).map(letter).collect()
}

/// The abbreviations of form and issuer in a symbol. An official letter has none of the form: its
/// symbol begins with the issuer.
fn abbreviations(lexicon: &Lexicon, symbol: &str) -> (Option<String>, Option<String>) {
    let symbol = canonical_symbol(symbol);
    let mut groups = symbol.splitn(2, '-').map(str::to_owned);
    let (first, second) = (groups.next().filter(|group| !group.is_empty()), groups.next());
    let people = &lexicon.terms.organs.people;
    let is_organ = |group: &str| {
        people.iter().flat_map(|organ| organ.abbreviations.iter()).any(|own| group.ends_with(own))
    };
    match (first, second) {
        (Some(first), Some(second)) if is_organ(&first) && !is_organ(&second) => (None, Some(first)),
        (Some(first), Some(second)) if is_organ(&second) || lexicon.form_abbreviated(&first).is_some() => {
            (Some(first), Some(second))
        }
        (Some(first), Some(_)) => (None, Some(first)),
        (Some(first), None) if is_organ(&first) => (None, Some(first)),
        (first, _) => (first, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    /// Number, year, symbol and abbreviation of the form.
    type Read = (String, Option<String>, Option<String>, Option<String>);

    fn read(words: &str) -> Option<Read> {
        let draft = crate::read::plain::read(words).expect("text");
        let reader = Reader::new(&draft, lexicon());
        let line = parse(&reader, reader.span(0))?;
        Some((
            reader.words(line.number).to_owned(),
            line.year.map(|year| reader.words(year).to_owned()),
            line.symbol.map(|symbol| canonical_symbol(reader.words(symbol))),
            line.form_abbreviation,
        ))
    }

    #[test]
    fn numbers_of_all_kinds() {
        let some = |text: &str| Some(text.to_owned());
        let cases = [
            ("Số: 05/2022/QĐ-UBND", "05", some("2022"), some("QĐ-UBND"), some("QĐ")),
            ("Số: 4085/UBND-ĐT", "4085", None, some("UBND-ĐT"), None),
            ("Số:      /QĐ-UBND", "", None, some("QĐ-UBND"), some("QĐ")),
            ("Số:    /2026/NQ-HĐND", "", some("2026"), some("NQ-HĐND"), some("NQ")),
            ("Số: 12/TTr-SNV", "12", None, some("TTr-SNV"), some("TTr")),
            ("Số: 1977 /QÐ – UBND", "1977", None, some("QĐ-UBND"), some("QĐ")),
            ("Số: …/KH-UBND", "", None, some("KH-UBND"), some("KH")),
            ("Số 1830 QĐ-UBND", "1830", None, some("QĐ-UBND"), some("QĐ")),
            ("Số: [số]/QĐ-[CQ]", "", None, some("QĐ-[CQ]"), some("QĐ")),
        ];
        for (words, number, year, symbol, form) in cases {
            assert_eq!(read(words), Some((number.to_owned(), year, symbol, form)), "{words}");
        }
    }

    #[test]
    fn other_lines_are_no_numbers() {
        for words in ["Số lượng đại biểu tham dự là 25 người", "Số liệu báo cáo", "Sổ: 05/QĐ"]
        {
            assert_eq!(read(words), None, "{words}");
        }
    }
}
