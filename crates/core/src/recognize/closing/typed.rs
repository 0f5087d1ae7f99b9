//! A closing block typed as lines: recipients and signature one after the other, or in columns made with
//! tabs and blanks.

use super::Found;
use super::marks::{
    capacity, is_capacity_line, is_label, is_listed, is_name, is_position, is_position_miswritten,
    is_signature_words, is_signed_note, label,
};
use super::recipients::{goes_on, lacks_dash, recipients};
use super::signature::signature;
use crate::read::plain::is_typed_rule;
use crate::recognize::lines::{Line, Reader};
use crate::text::Span;

/// Recipients and signature typed as lines, one after the other in either order.
/// The block ends at the first paragraph that belongs to neither; at most sixty are looked at.
pub(super) fn read(reader: &Reader<'_>, position: usize, limit: usize) -> Found {
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
    found.signatures.extend(columns(reader, &lines).iter().filter_map(|lines| signature(reader, lines)));
    found
}

/// The lines of each signer: two may sign side by side, in columns made with tabs. There are two where one
/// row holds two capacities or positions, and each column then belongs to one of them.
fn columns(reader: &Reader<'_>, lines: &[Line]) -> Vec<Vec<Line>> {
    let terms = &reader.lexicon.terms.closing;
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        let beside = rows.last().and_then(|row| row.last()).is_some_and(|last| {
            last.paragraph == line.paragraph
                && !reader.words(Span::new(last.span.end, line.span.start)).contains('\n')
        });
        match rows.last_mut().filter(|_| beside) {
            Some(row) => row.push(*line),
            None => rows.push(vec![*line]),
        }
    }
    let signs = |line: &&Line| {
        let words = reader.words(line.span);
        capacity(terms, words).is_some() || is_position(terms, words)
    };
    let signers = rows.iter().map(|row| row.iter().filter(signs).count()).max().unwrap_or_default();
    if signers < 2 {
        return vec![lines.to_vec()];
    }
    let column = |at: usize| rows.iter().filter_map(|row| row.get(at).copied()).collect();
    (0..signers).map(column).collect()
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

/// Whether a paragraph goes on with the signature whose lines are given. Behind the name nothing does. What
/// stands in columns belongs to it with all of them.
fn belongs_to_signature(reader: &Reader<'_>, position: usize, lines: &[Line]) -> bool {
    let terms = &reader.lexicon.terms.closing;
    let named = lines.iter().any(|line| is_name(terms, reader.words(line.span)));
    let paragraph = reader.paragraphs[position];
    let belongs = |words: &str| {
        let noted = is_signed_note(terms, words);
        let official = is_position(terms, words) || is_position_miswritten(terms, words);
        let block = capacity(terms, words).is_some() || official || noted;
        (block && !named)
            || (!lines.is_empty() && !named && (is_name(terms, words) || noted))
            || is_typed_rule(words)
    };
    let columns = reader.lines(paragraph);
    belongs(reader.text(paragraph))
        || (columns.len() > 1 && columns.iter().all(|line| belongs(reader.words(line.span))))
}
