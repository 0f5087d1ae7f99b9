//! The words by which lines of a header are known.

use crate::recognize::lines::Reader;
use crate::rulebook::Lexicon;
use crate::text::Span;
use crate::text::vietnamese::ascii_key;

/// Whether the words are meant to be the national name: most of its syllables are there, in spite of
/// wrong marks.
/// Two syllables may lack and one may be too many: that it is wrongly written is what rules tell.
pub fn is_national_name(lexicon: &Lexicon, words: &str) -> bool {
    const LACKING: usize = 2;
    const SURPLUS: usize = 1;
    let words = words.trim();
    if words.len() > 90 {
        return false;
    }
    let name = lexicon.national_name();
    let key = ascii_key(words);
    let syllables: Vec<&str> = key.split_whitespace().collect();
    let present = name.iter().filter(|syllable| syllables.contains(&syllable.as_str())).count();
    let fewest = name.len().saturating_sub(LACKING);
    !name.is_empty() && present >= fewest && (fewest..=name.len() + SURPLUS).contains(&syllables.len())
}

/// Whether the words are meant to be the motto: it begins so, and most of its parts are there.
pub(super) fn is_motto(lexicon: &Lexicon, words: &str) -> bool {
    if words.len() > 70 {
        return false;
    }
    let parts = lexicon.motto();
    let key = ascii_key(words);
    let present = parts.iter().filter(|part| key.contains(part.as_str())).count();
    let first = parts.first().and_then(|part| part.split(' ').next());
    present + 1 >= parts.len() && first.is_some_and(|first| key.starts_with(first))
}

/// Whether the words begin the subject of a letter.
pub(super) fn is_subject(lexicon: &Lexicon, words: &str) -> bool {
    let rest = lexicon.terms.header.subject.strip(words);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', '.']))
}

/// Whether the words are a mark of urgency, secrecy or circulation, or that of a draft.
pub(super) fn is_stamp(lexicon: &Lexicon, words: &str) -> bool {
    let terms = &lexicon.terms.header;
    terms.stamps.has(words) || (terms.draft_stamps.begins(words) && !words.contains('\n'))
}

/// Whether a line stands for the form of the document: `QUYẾT ĐỊNH`, in capitals, alone.
pub fn is_form_line(reader: &Reader<'_>, span: Span) -> bool {
    let words = reader.words(span);
    let lexicon = reader.lexicon;
    let known = lexicon.form_named(words).is_some() || lexicon.form_misspelt(words).is_some();
    known && (reader.is_capitals(span) || lexicon.may_name_form(words)) && !words.ends_with(':')
}
