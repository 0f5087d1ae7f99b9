//! The tree of units of a body, from labels as typed or as Word numbers them.
//!
//! A label is a word and a number (`Điều 3.`), a number (`1.`) or a letter (`a)`). Words tell a unit
//! for certain; bare numbers are also lists, dates and amounts, so they count by their place below a
//! larger unit and by the mark behind them, and are guessed where that mark is unusual.

use super::lines::Reader;
use crate::document::{Unit, UnitKind};
use crate::rulebook::vocabulary::Certainty;
use crate::text::vietnamese::{is_capitals, point_number};
use crate::text::{Pattern, Span, numeral};

/// A label at the head of a paragraph.
struct Label {
    /// The unit that it labels.
    kind: UnitKind,
    /// The number as written, with what is inserted behind it.
    number: String,
    /// Its value in a sequence; of a dotted number that of the last figure.
    value: Option<u32>,
    /// What is inserted behind it: `a` of `5a`.
    suffix: String,
    /// Length in bytes of the label in the text (0 for an automatic one).
    length: usize,
    /// The label as the reader sees it.
    shown: String,
    /// Lower where the mark behind the number is not the usual one.
    certainty: Certainty,
    /// Depth of a dotted number: 2 for `1.2.`
    depth: usize,
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
/// A dotted number without a mark behind it: `1.2 Nội dung`.
static DOTTED: Pattern = Pattern::new(r"^(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3}){1,3})[ \n\t]");
/// A point.
static POINT: Pattern =
    Pattern::new(r"^(?P<number>[a-zđ])(?P<suffix>[0-9]{0,2}) ?(?P<end>[).])(?:[ \n\t]|$)");
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

/// Reads the units of the paragraphs at `positions` that lie in no table and in no quotation.
/// An arena in order of the text, see [`Unit`]. A quotation may begin with a unit of its own: a
/// paragraph within one opens none.
pub fn recognize(reader: &Reader<'_>, positions: std::ops::Range<usize>, quoted: &[Span]) -> Vec<Unit> {
    let mut tree = Tree::default();
    let end = positions.end;
    let mut position = positions.start;
    while position < end {
        let paragraph = reader.paragraphs[position];
        let span = reader.span(paragraph);
        let inside_quotes =
            quoted.iter().any(|quoted| quoted.contains(span.start) && quoted.start < span.start);
        let structural =
            reader.cell(paragraph).is_none() && !inside_quotes && !reader.words(span).starts_with(['“', '"']);
        let label = structural.then(|| label(reader, paragraph, &tree)).flatten();
        if let Some(label) = label {
            position = tree.open(reader, label, position, end);
        } else {
            tree.extend(span.end);
            position += 1;
        }
    }
    tree.units
}

/// The label of a paragraph, typed or automatic.
/// An automatic label is read as if it were typed before the words, and has no length in the text.
fn label(reader: &Reader<'_>, paragraph: usize, tree: &Tree) -> Option<Label> {
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
    let found = ROMAN.captures(words)?;
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
    let (number, suffix, end, sure) = if let Some(found) = CLAUSE.captures(words) {
        let end = found.name("end")?;
        let suffix = found.name("suffix").map_or("", |suffix| suffix.as_str());
        (found.name("number")?.as_str().to_owned(), suffix.to_owned(), end.end(), end.as_str() == ".")
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
    let found = POINT.captures(words)?;
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

/// The tree while it grows: the arena and the chain of open units.
#[derive(Default)]
struct Tree {
    /// All units so far.
    units: Vec<Unit>,
    /// Open units from the root, each with the depth of its dotted number.
    open: Vec<(usize, usize)>,
    /// Whether an article was met: from then on Roman numerals are text.
    has_articles: bool,
    /// The letter of the last lettered section.
    lettered: Option<char>,
}

impl Tree {
    /// Roman headings (`I. MỤC ĐÍCH`) structure plans and reports; inside articles they are text.
    fn roman_allowed(&self) -> bool {
        !self.has_articles
    }

    /// Points stand below a clause, an article or a heading, never at the root.
    fn points_allowed(&self) -> bool {
        !self.open.is_empty()
    }

    /// Adds a unit below the open ones that can hold it; gives the position behind its heading.
    fn open(&mut self, reader: &Reader<'_>, label: Label, position: usize, end: usize) -> usize {
        let paragraph = reader.paragraphs[position];
        let span = reader.span(paragraph);
        self.has_articles |= label.kind == UnitKind::Article;
        if label.kind == UnitKind::Section && label.depth == 0 {
            self.lettered = label.number.chars().next();
        }
        self.close_above(&label);
        let parent = self.open.last().map(|(index, _)| *index);
        let index = self.units.len();
        if let Some(parent) = parent {
            self.units[parent].children.push(index);
        }
        let label_span = Span::new(span.start, span.start + label.length);
        let rest = Span::new(label_span.end, span.end).trim(&reader.draft.text);
        let (title, next) = heading(reader, label.kind, rest, position, end);
        let last = title.map_or(span.end, |title| title.end.max(span.end));
        self.units.push(Unit {
            kind: label.kind,
            number: label.number,
            value: label.value,
            suffix: label.suffix,
            label: label_span,
            label_text: label.shown,
            automatic: label.length == 0,
            title,
            span: Span::new(span.start, last),
            parent,
            children: Vec::new(),
            certainty: label.certainty,
        });
        self.open.push((index, label.depth));
        self.extend(last);
        next
    }

    /// Closes the units that a new one of this kind and depth ends.
    /// A dotted number is held by the shorter one before it: `1.2.` by `1.`; a Roman one by the letter
    /// before it.
    fn close_above(&mut self, label: &Label) {
        while let Some((last, depth)) = self.open.last() {
            let kind = self.units[*last].kind;
            let nests = kind == label.kind && matches!(kind, UnitKind::Clause | UnitKind::Section);
            let holds = kind < label.kind || (nests && *depth < label.depth);
            if holds {
                break;
            }
            self.open.pop();
        }
    }

    /// The open units reach to `end`.
    fn extend(&mut self, end: usize) {
        for (index, _) in &self.open {
            self.units[*index].span.end = end;
        }
    }
}

/// Letters in the longest line that is a heading of an article or a clause.
const LONGEST_HEADING: usize = 250;

/// The heading of a unit, on its line or (for parts to subsections) on the lines after it; gives
/// the position behind it.
fn heading(
    reader: &Reader<'_>,
    kind: UnitKind,
    rest: Span,
    position: usize,
    end: usize,
) -> (Option<Span>, usize) {
    let next = position + 1;
    match kind {
        UnitKind::Part | UnitKind::Chapter | UnitKind::Section | UnitKind::Subsection => {
            if !rest.is_empty() {
                return (Some(rest), next);
            }
            let mut title: Option<Span> = None;
            let mut position = next;
            while position < end {
                let paragraph = reader.paragraphs[position];
                let span = reader.span(paragraph);
                let first = title.is_none();
                let fits = reader.cell(paragraph).is_none()
                    && !begins_unit(reader.words(span))
                    && reader.label(paragraph).is_none()
                    && (reader.is_capitals(span)
                        || (first && reader.words(span).chars().count() < LONGEST_HEADING));
                if !fits {
                    break;
                }
                title = Some(title.map_or(span, |title| title.join(span)));
                position += 1;
                if !reader.is_capitals(span) {
                    break;
                }
            }
            (title, position)
        }
        UnitKind::Article | UnitKind::Clause => {
            let title = is_heading(reader, rest).then_some(rest).or_else(|| bold_beginning(reader, rest));
            (title, next)
        }
        UnitKind::Point => (None, next),
    }
}

/// The bold beginning of a paragraph whose heading and first sentence run together
/// (`**Điều 1. Phạm vi** Quy định này …`).
/// Eight letters at least: a bold first word is emphasis.
fn bold_beginning(reader: &Reader<'_>, rest: Span) -> Option<Span> {
    const FEWEST_LETTERS: usize = 8;
    let paragraph = &reader.draft.paragraphs[reader.draft.paragraph_at(rest.start)?];
    let is_bold = |offset: usize| {
        paragraph
            .runs
            .iter()
            .find(|run| run.span.contains(offset))
            .is_some_and(|run| run.style.bold == Some(true))
    };
    let end = paragraph
        .runs
        .iter()
        .filter(|run| run.span.end > rest.start)
        .take_while(|run| run.style.bold == Some(true))
        .last()?
        .span
        .end;
    let title = Span::new(rest.start, end.min(rest.end)).trim(&reader.draft.text);
    let runs_on = end < rest.end && is_bold(rest.start);
    (runs_on && reader.words(title).chars().count() >= FEWEST_LETTERS).then_some(title)
}

/// Characters of the longest heading that is bold from end to end, as its sentence never is.
const LONGEST_BOLD_HEADING: usize = 600;

/// Whether all words of the span are bold for certain.
fn is_bold_throughout(reader: &Reader<'_>, span: Span) -> bool {
    let Some(paragraph) = reader.draft.paragraph_at(span.start) else { return false };
    let runs = reader.draft.paragraphs[paragraph].runs_in(span);
    let mut worded = runs.filter(|run| !reader.words(run.span).trim().is_empty()).peekable();
    worded.peek().is_some() && worded.all(|run| run.style.bold == Some(true))
}

/// Whether the words behind a label are a heading and not the sentence itself.
/// By look where there is one: bold from end to end. Without typography a short line that does not end
/// as a sentence is taken for one.
fn is_heading(reader: &Reader<'_>, rest: Span) -> bool {
    let words = reader.words(rest);
    if is_bold_throughout(reader, rest) && words.chars().count() <= LONGEST_BOLD_HEADING {
        return true;
    }
    if words.is_empty() || words.chars().count() > LONGEST_HEADING || words.ends_with(['.', ';', '/']) {
        return false;
    }
    if !reader.draft.format.has_typography() {
        return !words.ends_with(':');
    }
    let Some(paragraph) = reader.draft.paragraph_at(rest.start) else { return false };
    let mut runs = reader.draft.paragraphs[paragraph].runs_in(rest).peekable();
    runs.peek().is_some()
        && runs.all(|run| run.style.bold != Some(false) || reader.words(run.span).trim().is_empty())
}
