//! Labels at the head of a paragraph: which unit they open, with which number, and how sure that is.

use super::Tree;
use crate::document::UnitKind;
use crate::recognize::lines::Reader;
use crate::rulebook::vocabulary::Certainty;
use crate::text::vietnamese::{is_capitals, point_number};
use crate::text::{Pattern, numeral};

/// A label at the head of a paragraph.
pub(super) struct Label {
    /// The unit that it labels.
    pub(super) kind: UnitKind,
    /// The number as written, with what is inserted behind it.
    pub(super) number: String,
    /// Its value in a sequence; of a dotted number that of the last figure.
    pub(super) value: Option<u32>,
    /// What is inserted behind it: `a` of `5a`.
    pub(super) suffix: String,
    /// Length in bytes of the label in the text (0 for an automatic one).
    pub(super) length: usize,
    /// The label as the reader sees it.
    pub(super) shown: String,
    /// Lower where the mark behind the number is not the usual one.
    pub(super) certainty: Certainty,
    /// Depth of a dotted number: 2 for `1.2.`
    pub(super) depth: usize,
}

/// Units above the article, with a number or an ordinal.
static DIVISION: Pattern = Pattern::new(
    r"^(?P<word>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Tiểu Mục) +(?P<number>[IVXLC]+[a-zđ]?|[0-9]{1,3}[a-zđ]?|(?:thứ|THỨ|Thứ) (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|NHẤT|HAI|BA|TƯ|NĂM|SÁU|BẢY|TÁM|CHÍN|MƯỜI|Nhất|Hai|Ba|Tư|Năm|Sáu|Bảy))(?P<end> *[.:–-]?)(?:[ \n\t]|$)",
);

/// An article. `Ð` is a look-alike of `Đ` from older keyboards.
static ARTICLE: Pattern = Pattern::new(
    r"^(?P<word>Điều|ĐIỀU|Ðiều) *(?P<number>[0-9]{1,4})(?P<suffix>[a-zđ]{0,2})(?P<end> *[.:)/]|[ \n\t]|$)",
);

/// A clause, dotted numbers included.
static CLAUSE: Pattern = Pattern::new(
    r"^(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3}){0,3})(?P<suffix>[a-zđ]?) ?(?P<end>[.)/])(?:[ \n\t]|$)",
);

/// A clause glued to its words: `2.Phó Chủ tịch`.
static GLUED_CLAUSE: Pattern = Pattern::new(
    r"^(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})(?P<suffix>)(?P<end>[.)])\p{Lu}(?:\p{L}|[ \n\t])",
);

/// A dotted number without a mark behind it: `1.2 Nội dung`.
static DOTTED: Pattern = Pattern::new(r"^(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3}){1,3})[ \n\t]");

/// A point.
static POINT: Pattern =
    Pattern::new(r"^(?P<number>[a-zđ])(?P<suffix>[0-9]{0,2}) ?(?P<end>[).])(?:[ \n\t]|$)");

/// A point glued to its words.
static GLUED_POINT: Pattern = Pattern::new(r"^(?P<number>[a-zđ])(?P<suffix>[0-9]?)(?P<end>\))\p{L}");

/// A Roman numeral glued to a heading in capitals; `V.I.` are initials.
static GLUED_ROMAN: Pattern = Pattern::new(r"^(?P<number>[IVX]{1,5})(?P<end>[.])\p{Lu}{2}");

/// A heading with a Roman numeral.
static ROMAN: Pattern = Pattern::new(r"^(?P<number>[IVXLC]{1,7}) ?(?P<end>[./)])[ \n\t]");

/// Words behind a number by which it is a reference in a sentence and heads nothing.
static REFERENCE: Pattern = Pattern::new(
    r"^ *(?:,|;|(?:và|của|này|Nghị|Luật|Quyết|Quy|Thông|Bộ|Mục|Chương|khoản|đến|trên|nêu)(?:[ \n,;.]|$))",
);

/// Whether the words begin like a unit, so that they are no title.
pub fn begins_unit(words: &str) -> bool {
    DIVISION.is_match(words)
        || ARTICLE.is_match(words)
        || ROMAN.is_match(words)
        || CLAUSE.is_match(words)
        || GLUED_CLAUSE.is_match(words)
        || POINT.is_match(words)
}

/// Whether the words begin the first unit of an act made of articles: an article, or a part or
/// chapter above it.
pub fn begins_articles(words: &str) -> bool {
    let article = ARTICLE.captures(words).is_some_and(|found| is_article_heading(words, &found));
    article || DIVISION.is_match(words)
}

/// Whether the word for an article is a label: it has a mark behind its number, or no words that make
/// it a reference.
fn is_article_heading(words: &str, found: &crate::text::regex::Captures<'_>) -> bool {
    let end = found.name("end").map_or("", |end| end.as_str().trim());
    let rest = &words[found.get(0).map_or(0, |whole| whole.end())..];
    !end.is_empty() || !REFERENCE.is_match(rest)
}

/// The label of a paragraph, typed or automatic.
/// An automatic label is read as if it were typed before the words, and has no length in the text.
pub(super) fn of(reader: &Reader<'_>, paragraph: usize, tree: &Tree) -> Option<Label> {
    let words = reader.text(paragraph);
    if let Some(letter) = lettered(reader, paragraph, tree) {
        return Some(letter);
    }
    if let Some(typed) = typed_label(words, tree) {
        return Some(typed);
    }
    let automatic = reader.label(paragraph)?.trim();
    let shown = format!("{automatic} {words}");
    let mut label = typed_label(&shown, tree)?;
    label.length = 0;
    automatic.clone_into(&mut label.shown);
    Some(label)
}

/// The label at the head of the words, of whichever kind is possible at this place of the tree.
fn typed_label(words: &str, tree: &Tree) -> Option<Label> {
    division(words)
        .or_else(|| article(words))
        .or_else(|| tree.roman_allowed().then(|| roman(words)).flatten())
        .or_else(|| clause(words))
        .or_else(|| tree.points_allowed().then(|| point(words)).flatten())
}

/// A part, chapter, section or subsection.
fn division(words: &str) -> Option<Label> {
    let found = DIVISION.captures(words)?;
    let word = found.name("word")?.as_str().to_lowercase();
    let kind = match word.as_str() {
        "phần" => UnitKind::Part,
        "chương" => UnitKind::Chapter,
        "mục" => UnitKind::Section,
        _ => UnitKind::Subsection,
    };
    let end = found.name("end")?;
    let rest = words[end.end()..].trim_start();
    // "Mục 2 Chương này quy định …" is a sentence; a heading is in capitals or alone on its line.
    let heading = rest.is_empty()
        || !end.as_str().trim().is_empty()
        || crate::text::vietnamese::is_capitals(rest)
        || words.chars().count() < 80;
    if !heading || REFERENCE.is_match(&words[found.name("number")?.end()..]) {
        return None;
    }
    let number = found.name("number")?.as_str();
    let digits = number.trim_end_matches(|letter: char| letter.is_lowercase());
    let value = numeral::from_roman(digits).or_else(|| digits.parse().ok()).or_else(|| ordinal(number));
    let suffix = if value.is_some() && ordinal(number).is_none() {
        number[digits.len()..].to_owned()
    } else {
        String::new()
    };
    Some(Label {
        kind,
        number: number.to_owned(),
        value,
        suffix,
        length: end.end(),
        shown: words[..end.end()].trim_end().to_owned(),
        certainty: Certainty::Certain,
        depth: 1,
    })
}

/// `thứ nhất` → 1.
fn ordinal(words: &str) -> Option<u32> {
    const WORDS: [&str; 10] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let last = words.to_lowercase();
    let last = last.strip_prefix("thứ")?.trim();
    (1u32..).zip(WORDS).find(|(_, word)| *word == last).map(|(value, _)| value)
}

/// An article; certain where its number has a mark behind it or stands alone.
fn article(words: &str) -> Option<Label> {
    let found = ARTICLE.captures(words)?;
    if !is_article_heading(words, &found) {
        return None;
    }
    let end = found.name("end")?;
    let marked = !end.as_str().trim().is_empty() || words.len() == end.end();
    let suffix = found.name("suffix")?.as_str();
    let number = found.name("number")?.as_str();
    let length = end.start() + end.as_str().trim_end().len();
    Some(Label {
        kind: UnitKind::Article,
        number: format!("{number}{suffix}"),
        value: number.parse().ok(),
        suffix: suffix.to_owned(),
        length,
        shown: words[..length].to_owned(),
        certainty: if marked { Certainty::Certain } else { Certainty::Guessed },
        depth: 1,
    })
}

/// A section with a letter (`A. TÌNH HÌNH CHUNG`), which holds those with Roman numerals. The first one
/// is known by its look, a further one by the letter before it: `C. Mác` follows none.
fn lettered(reader: &Reader<'_>, paragraph: usize, tree: &Tree) -> Option<Label> {
    const LETTERS: &str = "ABCDĐEGHIKLMNOPQRSTUVXY";
    let words = reader.text(paragraph);
    let mut rest = words.chars();
    let letter = rest.next()?;
    let behind = rest.as_str().trim_start_matches(' ').strip_prefix(['.', '/', ')'])?;
    let title = behind.trim_start();
    if !tree.roman_allowed() || title.len() == behind.len() || title.is_empty() {
        return None;
    }
    let place = |wanted: char| LETTERS.chars().position(|own| own == wanted);
    let at = place(letter)?;
    let follows = match tree.lettered.and_then(place) {
        // Some go on from D to E, others have Đ between them.
        Some(last) => (last + 1..=last + 2).contains(&at),
        None => at == 0,
    };
    let heads = is_capitals(title) || reader.is_bold(paragraph) == Some(true);
    let length = words.len() - behind.len();
    (follows && heads).then(|| Label {
        kind: UnitKind::Section,
        number: letter.to_string(),
        // Where Đ is left out, and where not, is custom: letters make no row of numbers.
        value: None,
        suffix: String::new(),
        length,
        shown: words[..length].to_owned(),
        certainty: Certainty::Guessed,
        depth: 0,
    })
}

/// A section numbered by a Roman numeral alone, as in plans and reports. A letter that would be a hundred
/// is an initial.
fn roman(words: &str) -> Option<Label> {
    let found = ROMAN.captures(words).or_else(|| GLUED_ROMAN.captures(words))?;
    let number = found.name("number")?.as_str();
    let value = numeral::from_roman(number).filter(|_| !matches!(number, "C" | "L"))?;
    let end = found.name("end")?;
    Some(Label {
        kind: UnitKind::Section,
        number: number.to_owned(),
        value: Some(value),
        suffix: String::new(),
        length: end.end(),
        shown: words[..end.end()].to_owned(),
        certainty: if end.as_str() == "." { Certainty::Certain } else { Certainty::Guessed },
        depth: 1,
    })
}

/// A clause; certain where a stop follows, since `1)` and `1/` are lists as well.
fn clause(words: &str) -> Option<Label> {
    let glued = || GLUED_CLAUSE.captures(words);
    let (number, suffix, end, sure) = if let Some(found) = CLAUSE.captures(words).or_else(glued) {
        let end = found.name("end")?;
        let suffix = found.name("suffix").map_or("", |suffix| suffix.as_str());
        let apart = words[end.end()..].chars().next().is_none_or(char::is_whitespace);
        let sure = end.as_str() == "." && apart;
        (found.name("number")?.as_str().to_owned(), suffix.to_owned(), end.end(), sure)
    } else {
        let number = DOTTED.captures(words)?.name("number")?;
        if is_amount(number.as_str(), &words[number.end()..]) {
            return None;
        }
        (number.as_str().to_owned(), String::new(), number.end(), true)
    };
    let depth = number.split('.').count();
    let value = number.rsplit('.').next().and_then(|last| last.parse().ok());
    Some(Label {
        kind: UnitKind::Clause,
        value,
        shown: words[..end].to_owned(),
        length: end,
        number: format!("{number}{suffix}"),
        suffix,
        certainty: if sure { Certainty::Certain } else { Certainty::Guessed },
        depth,
    })
}

/// Whether a number without a mark behind it counts something: `100.000.000 đồng`, `1.5 tỷ đồng`. The words
/// of a clause begin with a capital.
fn is_amount(number: &str, rest: &str) -> bool {
    const GROUP: usize = 3;
    let grouped = number.split('.').skip(1).all(|group| group.len() == GROUP);
    let first = rest.trim_start().chars().next();
    grouped || first.is_some_and(|letter| letter.is_lowercase() || matches!(letter, '%' | '-'))
}

/// A point; certain with a bracket, since `a.` is a list as well.
fn point(words: &str) -> Option<Label> {
    let found = POINT.captures(words).or_else(|| GLUED_POINT.captures(words))?;
    let (number, suffix) = (found.name("number")?.as_str(), found.name("suffix")?.as_str());
    let end = found.name("end")?;
    Some(Label {
        kind: UnitKind::Point,
        value: number.chars().next().and_then(point_number),
        number: format!("{number}{suffix}"),
        suffix: suffix.to_owned(),
        length: end.end(),
        shown: words[..end.end()].to_owned(),
        certainty: if end.as_str() == ")" { Certainty::Certain } else { Certainty::Guessed },
        depth: 1,
    })
}
