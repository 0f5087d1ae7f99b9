//! The words by which lines of the closing block are known: the label of the recipients, capacities and
//! positions of signing, notes in the place of a signature, names.

use crate::recognize::lines::Reader;
use crate::rulebook::terms::ClosingTerms;
use crate::text::vietnamese::{ascii_key, is_capitals};

/// Where `Nơi nhận:` ends at the head of a paragraph.
/// In bytes; `None` where the paragraph does not begin with it.
pub(super) fn label(terms: &ClosingTerms, words: &str) -> Option<usize> {
    let rest = terms.recipients.strip_loosely(words).or_else(|| terms.recipients.strip_misspelt(words));
    let rest = rest?.trim_start_matches(' ');
    Some(words.len() - rest.strip_prefix(':').unwrap_or(rest).len())
}

/// A line of capacity, as its parts: `TM. ỦY BAN NHÂN DÂN` is `TM` and what it stands for.
pub(super) struct Capacity<'t> {
    /// The letters of the capacity, without dots.
    pub(super) mark: String,
    /// Whom it stands for, or the position.
    pub(super) represented: &'t str,
}

/// Reads a line that begins with an abbreviation of the capacity of signing, with dots or strokes or without.
pub(super) fn capacity<'t>(terms: &ClosingTerms, words: &'t str) -> Option<Capacity<'t>> {
    terms.capacities.iter().find_map(|mark| {
        let mut rest = words;
        for (index, letter) in mark.chars().enumerate() {
            if index > 0 {
                rest = rest.strip_prefix(['.', '/']).unwrap_or(rest);
            }
            rest = rest.strip_prefix(letter)?;
        }
        let parted = rest.strip_prefix(['.', '/', ' ', ':'])?.trim_start_matches(' ');
        let is_line = terms.represented.begins(parted) && !parted.contains('\n');
        is_line.then(|| Capacity { mark: mark.to_owned(), represented: parted })
    })
}

/// Whether the words are a line of capacity, some of it in small letters (`Tm. ỦY BAN NHÂN DÂN`). For lines of a
/// signature alone; that it is wrongly written is what rules tell.
pub(super) fn is_capacity_miswritten(terms: &ClosingTerms, words: &str) -> bool {
    const LONGEST: usize = 90;
    words.chars().count() < LONGEST
        && !words.contains([',', ';', ':'])
        && !is_capitals(words)
        && capacity(terms, &words.to_uppercase()).is_some()
}

/// Whether the words begin with a position, alone or as that of a deputy or an acting head.
pub(super) fn is_position(terms: &ClosingTerms, words: &str) -> bool {
    let acting = words.strip_prefix("Q.").map(|rest| rest.strip_prefix(' ').unwrap_or(rest));
    let deputy = || terms.deputies.strip(words).and_then(|rest| rest.strip_prefix(' '));
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', ',', '.']);
    let named = |words: &str| terms.positions.iter().any(|own| words.strip_prefix(own).is_some_and(ends));
    named(words) || acting.or_else(deputy).is_some_and(named)
}

/// Whether the words are a position in small letters, or one with wrong marks: nothing else, and no name.
/// For lines of a signature alone; that they are wrongly written is what rules tell.
pub(super) fn is_position_miswritten(terms: &ClosingTerms, words: &str) -> bool {
    const LONGEST: usize = 60;
    let capitals = words.to_uppercase();
    if words.chars().count() > LONGEST || words.contains([',', ';', ':']) {
        return false;
    }
    let key = ascii_key(words);
    let deputy = terms.deputies.iter().find_map(|own| key.strip_prefix(&ascii_key(own))?.strip_prefix(' '));
    let own = deputy.unwrap_or(&key);
    let same = |position: &str| position.contains(' ') && ascii_key(position) == own;
    is_position(terms, &capitals) || terms.positions.iter().any(same)
}

/// Whether the paragraph is the label of the recipients and not a sentence that begins with its words.
pub(super) fn is_label(reader: &Reader<'_>, position: usize) -> bool {
    let words = reader.text(reader.paragraphs[position]);
    label(&reader.lexicon.terms.closing, words).is_some_and(|end| {
        let rest = &words[end..];
        words[..end].ends_with(':') || rest.is_empty() || rest.trim_start().starts_with('-')
    })
}

/// Whether a signature begins here: a capacity in capitals, or a lone position.
pub(super) fn is_capacity_line(reader: &Reader<'_>, position: usize) -> bool {
    let paragraph = reader.paragraphs[position];
    let terms = &reader.lexicon.terms.closing;
    let lines = reader.lines(paragraph);
    lines.iter().any(|line| {
        let words = reader.words(line.span);
        let marked =
            capacity(terms, words).is_some() && reader.is_capitals(line.span) && words.chars().count() < 90;
        marked || is_lone_position(reader, position, words)
    })
}

/// A position such as `CHỦ TỊCH` in a line of its own, as a resolution is signed.
/// It must have a name or a note of signing below it, or stand in a cell: positions in capitals head
/// sections too.
fn is_lone_position(reader: &Reader<'_>, position: usize, words: &str) -> bool {
    let terms = &reader.lexicon.terms;
    let alone = words.chars().count() < 40 && is_capitals(words) && is_position(&terms.closing, words);
    let next = reader.paragraphs.get(position + 1).map(|paragraph| reader.text(*paragraph));
    let in_cell = reader.cell(reader.paragraphs[position]).is_some();
    alone
        && !words.contains(terms.organs.people_words.as_str())
        && (in_cell
            || next.is_none_or(|next| is_name(&terms.closing, next) || is_signed_note(&terms.closing, next)))
}

/// Whether a paragraph is an item of a list, by a dash or a label.
pub(super) fn is_listed(reader: &Reader<'_>, paragraph: usize) -> bool {
    reader.text(paragraph).starts_with(['-', '–', '•', '+']) || reader.label(paragraph).is_some()
}

/// Whether words beside a recipient are of the signature.
pub(super) fn is_signature_words(terms: &ClosingTerms, words: &str) -> bool {
    capacity(terms, words).is_some() || is_position(terms, words) || is_name(terms, words)
}

/// `(Đã ký)`, `[Chữ ký]`, `(Ký, ghi rõ họ tên)`, or a place to sign.
pub(super) fn is_signed_note(terms: &ClosingTerms, words: &str) -> bool {
    let words = words.trim();
    let bracketed = words.starts_with(['(', '[', '{']) && words.chars().count() < 80;
    bracketed
        || terms.signed.has(&words.to_lowercase())
        || (!words.is_empty() && words.chars().all(|letter| matches!(letter, '.' | '…' | '_')))
}

/// Words that can be the name of a person: two to six words, each with a capital.
/// Names have no mark; this only says that nothing speaks against it.
pub(super) fn is_name(terms: &ClosingTerms, words: &str) -> bool {
    let words = words.trim();
    let parts: Vec<&str> = words.split_whitespace().collect();
    (2..=9).contains(&parts.len())
        && words.chars().count() < 60
        && parts
            .iter()
            .all(|part| part.chars().find(|letter| letter.is_alphabetic()).is_none_or(char::is_uppercase))
        && !words.contains([':', ';', ',', '/'])
        && capacity(terms, words).is_none()
        && !is_position(terms, words)
        && !is_position_miswritten(terms, words)
        && words.chars().all(|letter| {
            letter.is_alphabetic() || letter.is_whitespace() || matches!(letter, '.' | '-' | '\'' | '’')
        })
}

/// A name in capitals below the position: no word of it belongs to positions or organs.
pub(super) fn looks_like_person(terms: &ClosingTerms, words: &str) -> bool {
    let words = format!(" {} ", words.split_whitespace().collect::<Vec<_>>().join(" ").replace('.', ""));
    !terms.office_words.iter().any(|own| words.contains(&format!(" {own} ")))
}
