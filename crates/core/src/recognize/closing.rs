//! What closes a document: recipients, signature, end mark, the closing line of a resolution.
//!
//! The block is known by `Nơi nhận:` or by a line of capacity (`TM.`, `KT.`), the surest marks of a
//! document. Recipients and signature stand beside each other in a table, or one after the other as
//! lines. The closing line and the end mark are sought from below: the last one closes the document,
//! while earlier ones stand in its text.

use super::dates;
use super::lines::{Line, Reader};
use crate::document::{ClosingLine, Component, DateFact, Recipients, Signature, SignatureLine};
use crate::draft::CellAddress;
use crate::read::plain::is_typed_rule;
use crate::rulebook::terms::ClosingTerms;
use crate::rulebook::vocabulary::Certainty;
use crate::text::vietnamese::{ascii_key, is_capitals, squeeze};
use crate::text::{Pattern, Span};

/// Where a document is closed.
pub struct Found {
    /// The `Nơi nhận` block.
    pub recipients: Option<Recipients>,
    /// The signatures.
    pub signatures: Vec<Signature>,
    /// Position of the first paragraph of the closing block.
    pub start: usize,
    /// Position of the first paragraph behind it.
    pub end: usize,
}

/// Finds the first closing block at or after `start`: a `Nơi nhận` label or a line of capacity.
/// The first one, since a file may go on with attachments that are signed again. Bounds are positions
/// in [`Reader::paragraphs`].
pub fn find(reader: &Reader<'_>, start: usize, limit: usize, quoted: &[Span]) -> Option<Found> {
    let position = (start..limit).find(|position| {
        let span = reader.span(reader.paragraphs[*position]);
        let structural = !quoted.iter().any(|quoted| quoted.covers(span));
        structural && (is_label(reader, *position) || is_capacity_line(reader, *position))
    })?;
    let table = reader.cell(reader.paragraphs[position]).map(|cell| cell.table);
    Some(match table {
        Some(table) => in_table(reader, position, start, limit, table),
        None => in_lines(reader, position, limit),
    })
}

/// Where `Nơi nhận:` ends at the head of a paragraph.
/// In bytes; `None` where the paragraph does not begin with it.
fn label(terms: &ClosingTerms, words: &str) -> Option<usize> {
    let rest = terms.recipients.strip_loosely(words).or_else(|| terms.recipients.strip_misspelt(words));
    let rest = rest?.trim_start_matches(' ');
    Some(words.len() - rest.strip_prefix(':').unwrap_or(rest).len())
}

/// A line of capacity, as its parts: `TM. ỦY BAN NHÂN DÂN` is `TM` and what it stands for.
struct Capacity<'t> {
    /// The letters of the capacity, without dots.
    mark: String,
    /// Whom it stands for, or the position.
    represented: &'t str,
}

/// Reads a line that begins with an abbreviation of the capacity of signing, with dots or strokes or without.
fn capacity<'t>(terms: &ClosingTerms, words: &'t str) -> Option<Capacity<'t>> {
    terms.capacities.iter().find_map(|mark| {
        let mut rest = words;
        for (index, letter) in mark.chars().enumerate() {
            if index > 0 {
                rest = rest.strip_prefix(['.', '/']).unwrap_or(rest);
            }
            rest = rest.strip_prefix(letter)?;
        }
        let parted = rest.strip_prefix(['.', '/', ' '])?.trim_start_matches(' ');
        let is_line = terms.represented.begins(parted) && !parted.contains('\n');
        is_line.then(|| Capacity { mark: mark.to_owned(), represented: parted })
    })
}

/// Whether the words begin with a position, alone or as that of a deputy or an acting head.
fn is_position(terms: &ClosingTerms, words: &str) -> bool {
    let acting = words.strip_prefix("Q.").map(|rest| rest.strip_prefix(' ').unwrap_or(rest));
    let deputy = || terms.deputies.strip(words).and_then(|rest| rest.strip_prefix(' '));
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', ',', '.']);
    let named = |words: &str| terms.positions.iter().any(|own| words.strip_prefix(own).is_some_and(ends));
    named(words) || acting.or_else(deputy).is_some_and(named)
}

/// Whether the words are a position in small letters, or one with wrong marks: nothing else, and no name.
/// For lines of a signature alone; that they are wrongly written is what rules tell.
fn is_position_miswritten(terms: &ClosingTerms, words: &str) -> bool {
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
fn is_label(reader: &Reader<'_>, position: usize) -> bool {
    let words = reader.text(reader.paragraphs[position]);
    label(&reader.lexicon.terms.closing, words).is_some_and(|end| {
        let rest = &words[end..];
        words[..end].ends_with(':') || rest.is_empty() || rest.trim_start().starts_with('-')
    })
}

/// Whether a signature begins here: a capacity in capitals, or a lone position.
fn is_capacity_line(reader: &Reader<'_>, position: usize) -> bool {
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

/// A table with the recipients in one cell and the signature in another.
/// Cells of one column are read together: a table may have a row for each line of the signature. Two
/// columns with a capacity each are two signatures, as under minutes.
fn in_table(reader: &Reader<'_>, position: usize, start: usize, limit: usize, table: usize) -> Found {
    let inside =
        |position: &usize| reader.cell(reader.paragraphs[*position]).is_some_and(|cell| cell.table == table);
    let first = (start..position).rev().take_while(|position| inside(position)).last().unwrap_or(position);
    let end = (position..limit).take_while(|position| inside(position)).last().unwrap_or(position) + 1;
    let mut cells: Vec<(CellAddress, Vec<usize>)> = Vec::new();
    for position in first..end {
        let paragraph = reader.paragraphs[position];
        let Some(cell) = reader.cell(paragraph) else { continue };
        match cells.iter_mut().find(|(known, _)| *known == cell) {
            Some((_, positions)) => positions.push(position),
            None => cells.push((cell, vec![position])),
        }
    }
    let mut found = Found { recipients: None, signatures: Vec::new(), start: first, end };
    let mut columns: Vec<(usize, Vec<Line>)> = Vec::new();
    for (cell, positions) in cells {
        let labelled = positions.iter().position(|position| is_label(reader, *position));
        let (above, below) = positions.split_at(labelled.unwrap_or(positions.len()));
        if !below.is_empty() && found.recipients.is_none() {
            found.recipients = recipients(reader, below);
        }
        let lines = above.iter().flat_map(|position| reader.lines(reader.paragraphs[*position]));
        match columns.iter_mut().find(|(column, _)| *column == cell.column) {
            Some((_, known)) => known.extend(lines),
            None => columns.push((cell.column, lines.collect())),
        }
    }
    found.signatures = columns.iter().filter_map(|(_, lines)| signature(reader, lines)).collect();
    list_below(reader, &mut found, first..end, limit);
    name_below(reader, &mut found, limit);
    found
}

/// A list in the rows below its label, or in the paragraphs below the table.
fn list_below(reader: &Reader<'_>, found: &mut Found, table: std::ops::Range<usize>, limit: usize) {
    let Some(recipients) = found.recipients.as_mut().filter(|recipients| recipients.items.is_empty()) else {
        return;
    };
    let own = |position: usize| reader.paragraphs[position];
    let label = table.clone().find(|position| is_label(reader, *position));
    let column = label.and_then(|label| reader.cell(own(label))).map(|cell| cell.column);
    let below = |position: &usize| {
        Some(*position) > label && reader.cell(own(*position)).map(|cell| cell.column) == column
    };
    let mut positions: Vec<usize> =
        table.clone().filter(below).filter(|position| is_listed(reader, own(*position))).collect();
    if positions.is_empty() {
        let free =
            |position: &usize| reader.cell(own(*position)).is_none() && is_listed(reader, own(*position));
        positions = (table.end..limit).take_while(free).collect();
        found.end = found.end.max(positions.last().map_or(0, |last| last + 1));
    }
    (recipients.items, recipients.archive) = items(reader, Vec::new(), &positions);
}

/// The name of the signer in a paragraph below the table of the block. In capitals it might as well head
/// what follows.
fn name_below(reader: &Reader<'_>, found: &mut Found, limit: usize) {
    const REACH: usize = 3;
    let terms = &reader.lexicon.terms.closing;
    let [signature] = found.signatures.as_mut_slice() else { return };
    if signature.name.is_some() {
        return;
    }
    for position in found.end..limit.min(found.end + REACH) {
        let paragraph = reader.paragraphs[position];
        let span = reader.span(paragraph);
        let words = reader.words(span);
        if reader.cell(paragraph).is_some() || super::parts::is_appendix_heading(reader.lexicon, words) {
            return;
        }
        if is_name(terms, words)
            && !reader.is_capitals(span)
            && looks_like_person(terms, &words.to_uppercase())
        {
            signature.name = Some(reader.component(span, Certainty::Guessed));
            signature.span = signature.span.join(span);
            found.end = position + 1;
            return;
        }
        if !is_signed_note(terms, words) && !is_typed_rule(words) {
            return;
        }
    }
}

/// Whether a paragraph is an item of a list, by a dash or a label.
fn is_listed(reader: &Reader<'_>, paragraph: usize) -> bool {
    reader.text(paragraph).starts_with(['-', '–', '•', '+']) || reader.label(paragraph).is_some()
}

/// Recipients and signature typed as lines, one after the other in either order.
/// The block ends at the first paragraph that belongs to neither; at most sixty are looked at.
fn in_lines(reader: &Reader<'_>, position: usize, limit: usize) -> Found {
    const LONGEST_BLOCK: usize = 60;
    let terms = &reader.lexicon.terms.closing;
    let mut found = Found { recipients: None, signatures: Vec::new(), start: position, end: position };
    let mut lines: Vec<Line> = Vec::new();
    let mut items: Vec<usize> = Vec::new();
    let mut at = position;
    while at < limit.min(position + LONGEST_BLOCK) {
        let paragraph = reader.paragraphs[at];
        if reader.cell(paragraph).is_some() {
            break;
        }
        let listed = is_listed(reader, paragraph);
        if is_label(reader, at) && items.is_empty() {
            // "Nơi nhận:" and the capacity may share a line, in two columns.
            let beside = reader.lines(paragraph).into_iter();
            lines.extend(beside.filter(|line| label(terms, reader.words(line.span)).is_none()));
            items.push(at);
        } else if listed && !items.is_empty() {
            let (item, beside) = split_columns(reader, at);
            lines.extend(beside);
            items.push(item);
        } else if belongs_to_signature(reader, at, &lines) {
            lines.extend(reader.lines(paragraph));
        } else if !items.is_empty()
            && lines.is_empty()
            && (goes_on(reader, &items, at) || lacks_dash(reader, at))
        {
            items.push(at);
        } else if items.is_empty() || !lines.is_empty() || !is_typist_mark(reader, at, limit) {
            break;
        }
        at += 1;
    }
    found.end = at.max(position + 1);
    found.recipients = (!items.is_empty()).then(|| recipients(reader, &items)).flatten();
    found.signatures.extend(signature(reader, &lines));
    found
}

/// Whether a paragraph without a dash goes on with the last recipient, who is not ended yet.
fn goes_on(reader: &Reader<'_>, items: &[usize], position: usize) -> bool {
    let [.., last] = items else { return false };
    let (last, paragraph) = (reader.paragraphs[*last], reader.paragraphs[position]);
    let words = reader.text(paragraph);
    let open = is_listed(reader, last) && !reader.text(last).ends_with([';', '.', ':']);
    // What begins with a capital goes on only where it ends the item: it may be the mark of a typist.
    let goes_on = reader.text(last).ends_with(',')
        || words.starts_with(char::is_lowercase)
        || words.ends_with([';', '.']);
    open && goes_on && !is_listed(reader, paragraph) && !reader.is_capitals(reader.span(paragraph))
}

/// Whether a paragraph in the list of recipients is one whose dash was forgotten: it ends as they do.
fn lacks_dash(reader: &Reader<'_>, position: usize) -> bool {
    const LONGEST: usize = 120;
    let words = reader.text(reader.paragraphs[position]);
    words.ends_with(';') && words.chars().count() <= LONGEST
}

/// Whether a short line between recipients and signature is the mark of who typed the text: the signature
/// follows it.
fn is_typist_mark(reader: &Reader<'_>, position: usize, limit: usize) -> bool {
    const LONGEST: usize = 40;
    const REACH: usize = 2;
    let words = reader.text(reader.paragraphs[position]);
    let coded = words.contains(['/', '(', '0', '1', '2', '3']) || !words.contains(' ');
    coded
        && words.chars().count() <= LONGEST
        && (position + 1..limit.min(position + 1 + REACH)).any(|next| is_capacity_line(reader, next))
}

/// A recipient with a line of the signature beside it, separated by tabs.
fn split_columns(reader: &Reader<'_>, position: usize) -> (usize, Vec<Line>) {
    let terms = &reader.lexicon.terms.closing;
    let lines = reader.lines(reader.paragraphs[position]).into_iter().skip(1);
    (position, lines.filter(|line| is_signature_words(terms, reader.words(line.span))).collect())
}

/// Whether words beside a recipient are of the signature.
fn is_signature_words(terms: &ClosingTerms, words: &str) -> bool {
    capacity(terms, words).is_some() || is_position(terms, words) || is_name(terms, words)
}

/// Whether a paragraph goes on with the signature whose lines are given. Behind the name nothing does.
fn belongs_to_signature(reader: &Reader<'_>, position: usize, lines: &[Line]) -> bool {
    let span = reader.span(reader.paragraphs[position]);
    let words = reader.words(span);
    let terms = &reader.lexicon.terms.closing;
    let named = lines.iter().any(|line| is_name(terms, reader.words(line.span)));
    let noted = is_signed_note(terms, words);
    let official = is_position(terms, words) || is_position_miswritten(terms, words);
    let block = capacity(terms, words).is_some() || official || noted;
    (block && !named)
        || (!lines.is_empty() && !named && (is_name(terms, words) || noted))
        || is_typed_rule(words)
}

/// `(Đã ký)`, `[Chữ ký]`, `(Ký, ghi rõ họ tên)`, or a place to sign.
fn is_signed_note(terms: &ClosingTerms, words: &str) -> bool {
    let words = words.trim();
    let bracketed = words.starts_with(['(', '[', '{']) && words.chars().count() < 80;
    bracketed
        || terms.signed.has(&words.to_lowercase())
        || (!words.is_empty() && words.chars().all(|letter| matches!(letter, '.' | '…' | '_')))
}

/// Words that can be the name of a person: two to six words, each with a capital.
/// Names have no mark; this only says that nothing speaks against it.
fn is_name(terms: &ClosingTerms, words: &str) -> bool {
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

/// Reads a signature from its lines; `None` when no line is a capacity or a position.
/// The name is guessed, see [`is_name`]. A note in the place of a signature is no line of it.
fn signature(reader: &Reader<'_>, lines: &[Line]) -> Option<Signature> {
    let terms = &reader.lexicon.terms.closing;
    let lines: Vec<Line> =
        lines.iter().copied().filter(|line| !is_typed_rule(reader.words(line.span))).collect();
    let first = lines.iter().position(|line| {
        let words = reader.words(line.span);
        let official = is_position(terms, words) && reader.is_capitals(line.span);
        capacity(terms, words).is_some() || official || is_position_miswritten(terms, words)
    })?;
    let mut signature = Signature::default();
    for line in &lines[first..] {
        let words = reader.words(line.span);
        let noted = is_signed_note(terms, words);
        let person =
            || is_name(terms, words) && !signature.lines.is_empty() && looks_like_person(terms, words);
        let official = reader.is_capitals(line.span) || is_position_miswritten(terms, words);
        if official && signature.name.is_none() && !noted && !person() {
            signature.lines.push(signature_line(reader, *line));
        } else if !noted && signature.name.is_none() {
            signature.name = Some(reader.component(line.span, Certainty::Guessed));
        }
    }
    let spans =
        signature.lines.iter().map(|line| line.line.span).chain(signature.name.iter().map(|name| name.span));
    signature.span = spans.reduce(Span::join)?;
    Some(signature)
}

/// A name in capitals below the position: no word of it belongs to positions or organs.
fn looks_like_person(terms: &ClosingTerms, words: &str) -> bool {
    let words = format!(" {} ", words.split_whitespace().collect::<Vec<_>>().join(" ").replace('.', ""));
    !terms.office_words.iter().any(|own| words.contains(&format!(" {own} ")))
}

/// A line of capacity or position, taken apart.
fn signature_line(reader: &Reader<'_>, line: Line) -> SignatureLine {
    let found = capacity(&reader.lexicon.terms.closing, reader.words(line.span));
    let represented = found
        .as_ref()
        .map_or(line.span, |found| Span::new(line.span.end - found.represented.len(), line.span.end));
    SignatureLine {
        line: reader.component(line.span, Certainty::Certain),
        capacity: found.map(|found| found.mark),
        words: represented,
    }
}

/// Reads the recipients from the paragraphs at `positions`, the first of which holds the label.
/// The archive line is the last that looks like one.
fn recipients(reader: &Reader<'_>, positions: &[usize]) -> Option<Recipients> {
    let first = reader.paragraphs[*positions.first()?];
    let span = reader.span(first);
    let terms = &reader.lexicon.terms.closing;
    let label_span = Span::new(span.start, span.start + label(terms, reader.words(span))?);
    let beside = Span::new(label_span.end, span.end).trim(&reader.draft.text);
    let beside = reader.lines_in(first, beside).into_iter();
    let beside = beside.filter(|line| !is_signature_words(terms, reader.words(*line)));
    let beside = beside.map(|line| reader.component(line, Certainty::Certain)).collect();
    let (items, archive) = items(reader, beside, &positions[1..]);
    Some(Recipients { label: reader.component(label_span, Certainty::Certain), items, archive })
}

/// The recipients at `positions` behind those that stand beside the label, with the index of the archive
/// line. One who needs two paragraphs is one recipient.
fn items(
    reader: &Reader<'_>,
    beside: Vec<Component>,
    positions: &[usize],
) -> (Vec<Component>, Option<usize>) {
    let terms = &reader.lexicon.terms.closing;
    let mut items = beside;
    for (index, position) in positions.iter().enumerate() {
        let paragraph = reader.paragraphs[*position];
        if goes_on(reader, &positions[..index], *position)
            && let Some(last) = items.last_mut()
        {
            let lines: Vec<Span> = last.lines.iter().copied().chain([reader.span(paragraph)]).collect();
            *last = reader.wrapped(&lines, Certainty::Certain);
            continue;
        }
        let lines = reader.lines(paragraph);
        // A recipient may wrap; only its first column is his.
        let own: Vec<Span> = if reader.cell(paragraph).is_some() {
            vec![reader.span(paragraph)]
        } else {
            lines.into_iter().map(|line| line.span).take(1).collect()
        };
        items.extend(own.into_iter().map(|line| reader.component(line, Certainty::Certain)));
    }
    items.retain(|item| !is_typed_rule(&item.value));
    let archive = items.iter().rposition(|item| is_archive(terms, &item.value));
    (items, archive)
}

/// Whether a recipient is the archive: `- Lưu: VT`.
fn is_archive(terms: &ClosingTerms, item: &str) -> bool {
    let words = item.strip_prefix(['-', '–', '•', '+']).unwrap_or(item).trim_start_matches(' ');
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', ':', ';', ',', '.']);
    terms.archive.strip(words).or_else(|| terms.archive.strip_misspelt(words)).is_some_and(ends)
}

/// Whether the words are the line of adoption: `Nghị quyết này đã được Hội đồng nhân dân …`.
fn is_adoption(terms: &ClosingTerms, words: &str) -> bool {
    let Some(rest) = terms.resolution.strip(words) else { return false };
    let rest = rest.strip_prefix(" này").unwrap_or(rest);
    let rest = rest.strip_prefix(" đã").unwrap_or(rest);
    rest.strip_prefix(" được ").is_some_and(|rest| terms.adopting.begins(rest))
}

/// The closing line of a resolution among the paragraphs at `positions`.
/// The day is read behind the word for the adoption: the line may name other days before it. Gives the
/// position of the line too, behind which no unit goes on.
pub fn closing_line(reader: &Reader<'_>, positions: std::ops::Range<usize>) -> Option<(ClosingLine, usize)> {
    let terms = &reader.lexicon.terms.closing;
    let position =
        positions.rev().find(|position| is_adoption(terms, reader.text(reader.paragraphs[*position])))?;
    let span = reader.span(reader.paragraphs[position]);
    let words = reader.words(span);
    let adopted = words.find(terms.adopted.as_str()).map_or(0, |at| span.start + at);
    let date = dates::first(&reader.draft.text, Span::new(adopted, span.end));
    let line = reader.component(span, Certainty::Certain);
    let fact = date.map_or(DateFact::default(), |date| date.fact);
    Some((ClosingLine { line, date: fact, date_span: date.map(|date| date.span) }, position))
}

/// The end mark `./.` that closes the paragraphs at `positions`: the last one.
/// Slips of it (`/.`, `./`) count as one: a rule tells what is wrong with them.
pub fn end_mark(reader: &Reader<'_>, positions: std::ops::Range<usize>) -> Option<Component> {
    static MARK: Pattern = Pattern::new(r"[.]? ?/ ?[.-]? *[”\x22]? *$");
    let position = positions.rev().find(|position| {
        let words = reader.text(reader.paragraphs[*position]);
        words.ends_with("./.") || words.ends_with("/.") || squeeze(words) == "./"
    })?;
    let span = reader.span(reader.paragraphs[position]);
    let found = MARK.regex().find(reader.words(span))?;
    Some(
        reader.component(Span::new(span.start + found.start(), span.start + found.end()), Certainty::Certain),
    )
}
