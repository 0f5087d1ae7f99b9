//! What stands between title and body: addressees, competence line, bases, proposal, enacting words.
//!
//! Its lines are known by their first words. What is enacted has everything before its first article as
//! preamble; other documents may cite bases in their text, so there the preamble ends with the first
//! line that is none of its components.

use super::lines::{Reader, without_dash};
use super::{organ, units};
use crate::document::{Addressees, Basis, Component, Organ, OrganKind, Preamble};
use crate::read::plain::is_typed_rule;
use crate::rulebook::Lexicon;
use crate::rulebook::terms::PreambleTerms;
use crate::rulebook::vocabulary::Certainty;
use crate::text::vietnamese::is_capitals;
use crate::text::{Date, Span};

/// Paragraphs within which the first article must come for all before it to be preamble.
/// A longer one is none: then the act has no articles, or its first one was not recognized.
const REACH: usize = 90;

/// Preamble and addressees of a part.
#[derive(Default)]
pub struct Found {
    /// The preamble.
    pub preamble: Preamble,
    /// The `Kính gửi` block.
    pub addressees: Option<Addressees>,
    /// Position of the first paragraph of the body.
    pub end: usize,
}

/// Reads from `start` to the body. `is_act` says that the form is enacted by articles (a decision,
/// a resolution): then all before the first article is preamble.
///
/// Bounds are positions in [`Reader::paragraphs`]. `day` is the latest day the date allows, which
/// decides the level of cities in the names of organs.
pub fn recognize(reader: &Reader<'_>, start: usize, limit: usize, is_act: bool, day: Option<Date>) -> Found {
    let mut found = Found::default();
    let body = is_act.then(|| first_article(reader, start, limit)).flatten();
    let mut position = start;
    while position < limit {
        let paragraph = reader.paragraphs[position];
        let span = reader.span(paragraph);
        if body.is_some_and(|body| position >= body) {
            break;
        }
        if addressees_label(reader, reader.words(span)).is_some() && found.addressees.is_none() {
            position = addressees(reader, position, limit, &mut found);
            continue;
        }
        let taken = take(reader, paragraph, span, &mut found.preamble, is_act, day);
        if !taken && body.is_none() {
            break;
        }
        position += 1;
        if found.preamble.words.is_some() && body.is_none() {
            break;
        }
    }
    found.end = position;
    found
}

/// Position of the first article or chapter of an act.
/// Numbered by hand or by Word; articles in tables are content.
fn first_article(reader: &Reader<'_>, start: usize, limit: usize) -> Option<usize> {
    (start..limit.min(start + REACH)).find(|position| {
        let paragraph = reader.paragraphs[*position];
        let automatic = reader.label(paragraph).is_some_and(|label| units::begins_articles(label.trim()));
        reader.cell(paragraph).is_none() && (automatic || units::begins_articles(reader.text(paragraph)))
    })
}

/// Takes a paragraph into the preamble; `false` when it is none of its components.
/// The components are tried from the surest mark on; the competence line comes late, since names of
/// organs in capitals stand in many places.
fn take(
    reader: &Reader<'_>,
    paragraph: usize,
    span: Span,
    preamble: &mut Preamble,
    is_act: bool,
    day: Option<Date>,
) -> bool {
    let words = reader.words(span);
    if is_typed_rule(words) {
        return true;
    }
    let lexicon = reader.lexicon;
    let terms = &lexicon.terms.preamble;
    // A dash before a basis is superfluous, and the basis one all the same.
    let bare = if is_act { without_dash(words) } else { words };
    let certain = || reader.component(span, Certainty::Certain);
    let behind_dash = || reader.component(Span::new(span.end - bare.len(), span.end), Certainty::Certain);
    if is_enacting(terms, words) && (is_act || words.ends_with(':')) {
        preamble.words = Some(certain());
    } else if is_basis(lexicon, bare, is_act, !preamble.bases.is_empty()) {
        preamble.bases.push(Basis { line: behind_dash(), citations: Vec::new() });
    } else if terms.proposal.strip_whole(bare).is_some()
        && (is_act || words.ends_with(';') || ends_bases(preamble, words))
    {
        preamble.proposal = Some(behind_dash());
    } else if is_act && is_sentence(terms, words) {
        preamble.sentence_organ = sentence_organ(lexicon, words, day);
        preamble.sentence = Some(certain());
    } else if let Some(organ) = competence(reader, span, preamble, day) {
        preamble.competence = Some(certain());
        preamble.competence_organ = Some(organ);
    } else if is_act
        && terms.session.strip(words).is_some_and(|rest| rest.starts_with(' '))
        && preamble.competence.is_some()
    {
        extend_competence(reader, preamble, span);
    } else if is_act && goes_on_with_bases(lexicon, bare, preamble) && reader.cell(paragraph).is_none() {
        preamble
            .bases
            .push(Basis { line: reader.component(span, Certainty::Guessed), citations: Vec::new() });
    } else {
        return false;
    }
    true
}

/// `QUYẾT ĐỊNH:` in a line of its own.
fn is_enacting(terms: &PreambleTerms, words: &str) -> bool {
    let words = words.strip_suffix([':', '.']).unwrap_or(words);
    terms.enacting.has(words.trim_end_matches(' '))
}

/// `Ủy ban nhân dân … ban hành Quyết định …`.
/// The verb must be near: the sentence names an organ before it and nothing else.
fn is_sentence(terms: &PreambleTerms, words: &str) -> bool {
    const LONGEST_NAME: usize = 120;
    let Some(rest) = terms.speakers.strip(words).and_then(|rest| rest.strip_prefix(' ')) else {
        return false;
    };
    let mut verbs = rest.match_indices(terms.promulgates.as_str());
    let verb = verbs.find(|(at, verb)| rest[at + verb.len()..].starts_with(' ')).map(|(at, _)| at);
    let organ = verb.map(|verb| &rest[..verb]).filter(|organ| !organ.contains(['.', ';']));
    organ.is_some_and(|organ| organ.chars().count() <= LONGEST_NAME)
}

/// A basis of an act begins with `Căn cứ`; in other documents it also ends like one of a list, or, behind another
/// one, names an instrument and ends with a full stop.
fn is_basis(lexicon: &Lexicon, words: &str, is_act: bool, goes_on: bool) -> bool {
    let Some(rest) = lexicon.terms.preamble.basis.strip(words) else { return false };
    let rest = rest.trim_start();
    let names_document = || lexicon.begins_instrument(rest) || lexicon.documents.begins(rest);
    let is_last = || goes_on && is_one_sentence(words) && names_document();
    is_act || words.ends_with([';', ',']) || is_last()
}

/// Whether a proposal without a semicolon ends a list of bases.
fn ends_bases(preamble: &Preamble, words: &str) -> bool {
    !preamble.bases.is_empty() && is_one_sentence(words)
}

/// Whether the words end with the one full stop that they have.
fn is_one_sentence(words: &str) -> bool {
    words.ends_with('.') && !words.trim_end_matches('.').contains(". ")
}

/// `Luật sửa đổi, bổ sung …;` in a paragraph of its own after a basis.
fn goes_on_with_bases(lexicon: &Lexicon, words: &str, preamble: &Preamble) -> bool {
    !preamble.bases.is_empty()
        && preamble.proposal.is_none()
        && words.ends_with([';', ','])
        && lexicon.begins_instrument(words)
}

/// The organ of the competence line, which stands once, in capitals, before the first basis.
fn competence(reader: &Reader<'_>, span: Span, preamble: &Preamble, day: Option<Date>) -> Option<Organ> {
    if preamble.competence.is_some() || !preamble.bases.is_empty() || !reader.is_capitals(span) {
        return None;
    }
    let words = reader.words(span);
    let next = reader.draft.paragraph_at(span.start).and_then(|paragraph| reader.next_text(paragraph));
    organ::is_competence(reader.lexicon, words, next)
        .then(|| organ::parse(reader.lexicon, words, day))
        .flatten()
}

/// A further line of the competence line: the session at which a council resolves.
fn extend_competence(reader: &Reader<'_>, preamble: &mut Preamble, span: Span) {
    if let Some(competence) = &preamble.competence {
        let lines: Vec<Span> = competence.lines.iter().copied().chain([span]).collect();
        preamble.competence = Some(reader.wrapped(&lines, Certainty::Certain));
    }
}

/// The organ at the head of a promulgating sentence.
/// Not from capitals: those are a competence line.
fn sentence_organ(lexicon: &Lexicon, words: &str, day: Option<Date>) -> Option<Organ> {
    let (name, _) = words.split_once(lexicon.terms.preamble.promulgates.as_str())?;
    organ::parse(lexicon, name.trim(), day)
        .filter(|organ| organ.kind != OrganKind::Other && !is_capitals(name))
}

/// What follows `Kính gửi` at the head of a paragraph, which may be misspelt.
fn addressees_label<'w>(reader: &Reader<'_>, words: &'w str) -> Option<&'w str> {
    let label = &reader.lexicon.terms.preamble.addressees;
    label.strip_loosely(words).or_else(|| label.strip_misspelt(words))
}

/// Reads `Kính gửi` and the addressees below or beside it; gives the position behind them.
/// One addressee may stand beside the label, several in a list below it or in its table.
fn addressees(reader: &Reader<'_>, start: usize, limit: usize, found: &mut Found) -> usize {
    let paragraph = reader.paragraphs[start];
    let span = reader.span(paragraph);
    let words = reader.words(span);
    let label = addressees_label(reader, words).map_or(0, |rest| {
        let label = words.len() - rest.len();
        let colon = rest.trim_start_matches(' ').strip_prefix(':');
        colon.map_or(label, |behind| words.len() - behind.len())
    });
    let label_span = Span::new(span.start, span.start + label).trim(&reader.draft.text);
    let mut items = Vec::new();
    let beside = Span::new(span.start + label, span.end).trim(&reader.draft.text);
    items.extend(
        reader.lines_in(paragraph, beside).into_iter().map(|line| reader.component(line, Certainty::Certain)),
    );
    let table = reader.cell(paragraph).map(|cell| cell.table);
    let mut position = start + 1;
    while position < limit {
        let paragraph = reader.paragraphs[position];
        let span = reader.span(paragraph);
        let in_table = table.is_some() && reader.cell(paragraph).map(|cell| cell.table) == table;
        let open = items.last().is_none_or(|last: &Component| !last.value.ends_with('.'));
        let listed = is_listed(reader, paragraph) && (items.is_empty() || open);
        let belongs = in_table || (table.is_none() && listed);
        if !belongs {
            break;
        }
        items.push(reader.component(span, Certainty::Certain));
        position += 1;
    }
    found.addressees = Some(Addressees { label: reader.component(label_span, Certainty::Certain), items });
    position
}

/// Whether the paragraph has a dash or bullet, typed or automatic.
fn is_listed(reader: &Reader<'_>, paragraph: usize) -> bool {
    reader.text(paragraph).starts_with(['-', '–', '•', '+'])
        || reader.label(paragraph).is_some_and(|label| label.starts_with(['-', '–', '•']))
}
