//! Form and title.
//!
//! The form (`QUYẾT ĐỊNH`) is known by its words; the title below it has no mark at all and is whatever
//! follows in the same look until something begins that is surely none. A title is therefore never more
//! than guessed.

use super::header::is_form_line;
use super::lines::{Reader, without_dash};
use super::{attribution, organ};
use crate::document::Component;
use crate::read::plain::is_typed_rule;
use crate::rulebook::vocabulary::Certainty;
use crate::text::Span;

/// How many paragraphs behind the header the form line may stand.
/// Between them stand at most lines of a header that nobody recognized.
const REACH: usize = 6;

/// Letters in the longest title that is taken for one without further evidence.
/// Characters, not bytes. Whatever is longer is text.
const LONGEST: usize = 700;

/// Form and title of a part.
#[derive(Default)]
pub struct Found {
    /// The form line.
    pub form: Option<Component>,
    /// The canonical name of the form.
    pub name: Option<String>,
    /// The title.
    pub title: Option<Component>,
    /// Position of the first paragraph behind them.
    pub end: usize,
}

/// Looks for the form line from `start` on and reads the title below it.
///
/// Both bounds are positions in [`Reader::paragraphs`]; the form line must stand outside of tables.
/// Where no form is found the end is `start`, so that the next step reads the same paragraphs.
pub fn recognize(reader: &Reader<'_>, start: usize, limit: usize) -> Found {
    let reach = limit.min(start + REACH);
    for position in start..reach {
        let paragraph = reader.paragraphs[position];
        let lines = reader.lines(paragraph);
        if let Some(at) = lines.iter().position(|line| line.cell.is_none() && is_form_line(reader, line.span))
        {
            return form_found(
                reader,
                position,
                limit,
                &lines.iter().map(|line| line.span).collect::<Vec<_>>(),
                at,
            );
        }
        if stops_title(reader, paragraph) {
            break;
        }
        if let Some(found) = form_and_title_in_one(reader, position, limit) {
            return found;
        }
    }
    Found { end: start, ..Found::default() }
}

/// The form on line `at` of a paragraph, with the title that follows on its other lines and in the
/// paragraphs below. A misspelt form is still the form: that it is misspelt is for a rule to say.
fn form_found(reader: &Reader<'_>, position: usize, limit: usize, lines: &[Span], at: usize) -> Found {
    let words = reader.words(lines[at]);
    let named = reader.lexicon.form_named(words).or_else(|| reader.lexicon.form_misspelt(words));
    let name = named.map(|form| form.name.clone());
    let form = reader.component(lines[at], Certainty::Certain);
    let attributed = attribution::in_paragraph(reader, reader.paragraphs[position]);
    let is_title = |line: &&Span| attributed.is_none_or(|own| line.start < own.start);
    let mut title: Vec<Span> = lines[at + 1..].iter().take_while(is_title).copied().collect();
    // What stands behind the attribution on its paragraph is no title.
    let end = match attributed {
        Some(_) => position,
        None => read_title(reader, position + 1, limit, &mut title),
    };
    let title = (!title.is_empty()).then(|| reader.wrapped(&title, Certainty::Guessed));
    Found { form: Some(form), name, title, end }
}

/// `KẾ HOẠCH PHÁT TRIỂN …` in one line of capitals.
/// Guessed, because a heading of the body may begin with the same words.
fn form_and_title_in_one(reader: &Reader<'_>, position: usize, limit: usize) -> Option<Found> {
    let span = reader.span(reader.paragraphs[position]);
    let words = reader.words(span);
    let (named, length) = reader.lexicon.form_named_at_start(words)?;
    if !reader.is_capitals(Span::new(span.start, span.start + length)) || words.chars().count() > LONGEST {
        return None;
    }
    let form = reader.component(Span::new(span.start, span.start + length), Certainty::Guessed);
    let mut title = vec![Span::new(span.start + length, span.end).trim(&reader.draft.text)];
    title.retain(|line| !line.is_empty());
    let end = read_title(reader, position + 1, limit, &mut title);
    let title = (!title.is_empty()).then(|| reader.wrapped(&title, Certainty::Guessed));
    Some(Found { form: Some(form), name: Some(named.name.clone()), title, end })
}

/// Reads the lines of the title from `position` on; gives the position behind them.
/// A drawn line typed in characters closes a title for certain and is passed over.
pub fn read_title(reader: &Reader<'_>, mut position: usize, limit: usize, title: &mut Vec<Span>) -> usize {
    while position < limit {
        let paragraph = reader.paragraphs[position];
        let span = reader.span(paragraph);
        if is_typed_rule(reader.words(span)) {
            return position + 1;
        }
        if stops_title(reader, paragraph) || !goes_on(reader, title.last().copied(), paragraph) {
            break;
        }
        if let Some(attribution) = attribution::in_paragraph(reader, paragraph) {
            // It stands on a further line of the same paragraph, and is read from there.
            title.push(Span::new(span.start, attribution.start).trim(&reader.draft.text));
            title.retain(|line| !line.is_empty());
            break;
        }
        title.push(span);
        position += 1;
    }
    position
}

/// Whether a paragraph goes on with a title whose last line is `last`.
/// In Word a title is all of one look; where there is no typography only capitals tell.
fn goes_on(reader: &Reader<'_>, last: Option<Span>, paragraph: usize) -> bool {
    let span = reader.span(paragraph);
    let words = reader.words(span);
    if words.chars().count() > LONGEST {
        return false;
    }
    let Some(last) = last else { return true };
    let before = reader.draft.paragraph_at(last.start).unwrap_or(paragraph);
    let same_case = reader.is_capitals(last) == reader.is_capitals(span);
    let alike = match (reader.is_bold(before), reader.is_bold(paragraph)) {
        (Some(bold_before), Some(bold_now)) if reader.draft.format.has_typography() => {
            bold_before == bold_now && reader.is_centered(paragraph) == reader.is_centered(before)
        }
        _ => reader.is_capitals(last),
    };
    same_case && alike && !reader.words(last).ends_with(['.', ':'])
}

/// Whether a paragraph is something that stands behind a title.
/// Each is known by a mark of its own: a table, a unit, a basis, the competence line, an attribution in
/// brackets, or words with which a body begins.
fn stops_title(reader: &Reader<'_>, paragraph: usize) -> bool {
    const UNITS: [&str; 5] = ["Điều 1", "Phần ", "Chương ", "PHẦN ", "CHƯƠNG "];
    let terms = &reader.lexicon.terms;
    let preamble = &terms.preamble;
    let words = reader.text(paragraph);
    // A sentence of the body begins so too; a title that does is bold.
    let begins_body = reader.is_bold(paragraph) != Some(true)
        && preamble.body_begins.strip(words).is_some_and(|rest| rest.starts_with(' '));
    let bare = words.trim_start_matches(['*', '_', ' ']);
    let labelled = reader.label(paragraph).is_some() || super::units::begins_unit(bare);
    let competence = reader.is_capitals(reader.span(paragraph))
        && organ::is_competence(reader.lexicon, words, reader.next_text(paragraph));
    // `… trân trọng giới thiệu:` leads on to what follows, as no title does.
    let leads_on = words.ends_with(':') && reader.is_bold(paragraph) != Some(true);
    let begins_preamble = preamble.basis.begins(without_dash(bare))
        || preamble.addressees.strip_loosely(bare).is_some()
        || preamble.proposal.strip_whole(without_dash(bare)).is_some();
    let bracket = bare.strip_prefix('(').is_some_and(|inside| {
        let attached = &terms.attachments;
        attached.promulgated.begins(inside) || attached.attached.iter().any(|words| inside.contains(words))
    });
    reader.cell(paragraph).is_some()
        || begins_body
        || labelled
        || competence
        || leads_on
        || bracket
        || begins_preamble
        || UNITS.iter().any(|mark| bare.starts_with(mark))
        || preamble.enacting.has(words.trim_end_matches(':'))
}
