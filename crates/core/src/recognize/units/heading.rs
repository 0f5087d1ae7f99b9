//! What behind a label is the heading of its unit, and what is its text already.

use super::label::{begins_articles, begins_unit};
use crate::document::UnitKind;
use crate::recognize::lines::Reader;
use crate::text::Span;

/// Letters in the longest line that is a heading of an article or a clause.
const LONGEST_HEADING: usize = 250;

/// The heading of a unit, on its line or (for parts to subsections) on the lines after it; gives
/// the position behind it.
pub(super) fn heading(
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
            let is_alone = kind == UnitKind::Article && is_alone(reader, rest, next, end);
            let title = (!is_alone && is_heading(reader, rest)).then_some(rest);
            let title = title.or_else(|| bold_beginning(reader, rest));
            (title, next)
        }
        UnitKind::Point => (None, next),
    }
}

/// Whether a line is all that an article has, in a format without look: then it is what the article says,
/// and lacks its full stop at most. A short line whose label is not set off from it may be the heading of an
/// article without text.
fn is_alone(reader: &Reader<'_>, rest: Span, next: usize, end: usize) -> bool {
    /// Letters of the longest heading above nothing.
    const LONGEST: usize = 60;
    let below = reader.paragraphs.get(next).filter(|_| next < end);
    let has_text = below.is_some_and(|paragraph| !begins_articles(reader.text(*paragraph)));
    if reader.draft.format.has_typography() || has_text {
        return false;
    }
    let start = reader.draft.paragraph_at(rest.start).map(|paragraph| reader.span(paragraph).start);
    let label = start.map(|start| Span::new(start, rest.start).trim(&reader.draft.text));
    let is_set_off = label.is_some_and(|label| is_bold_throughout(reader, label));
    is_set_off && !is_bold_throughout(reader, rest) || reader.words(rest).chars().count() > LONGEST
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
    let Some(paragraph) = reader.draft.paragraph_at(rest.start) else { return false };
    if !reader.draft.format.has_typography() {
        return !words.ends_with(':');
    }
    let mut runs = reader.draft.paragraphs[paragraph].runs_in(rest).peekable();
    runs.peek().is_some()
        && runs.all(|run| run.style.bold != Some(false) || reader.words(run.span).trim().is_empty())
}
