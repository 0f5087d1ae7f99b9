//! What closes a document: recipients, signature, end mark, the closing line of a resolution.

use super::dates;
use super::lines::{Line, Reader};
use crate::document::{ClosingLine, Component, DateFact, Recipients, Signature, SignatureLine};
use crate::draft::CellAddress;
use crate::finding::Certainty;
use crate::read::plain::is_typed_rule;
use crate::text::vietnamese::{is_capitals, squeeze};
use crate::text::{Pattern, Span};

static LABEL: Pattern = Pattern::new(r"^(?:Nơi nhận|NƠI NHẬN|Nơi Nhận) *:?");
static ARCHIVE: Pattern = Pattern::new(r"^[-–•+]? *(?:Lưu|LƯU)(?:[ :;,.]|$)");
static CAPACITY: Pattern = Pattern::new(
    r"^(?P<mark>T\.?M|K\.?T|T\.?L|T\.?U\.?Q|T/M|K/T|T/L|Q)(?P<dot>[./] *| +)(?P<words>(?:Ủ|UỶ|UBND|HỘI|HĐND|CHỦ|GIÁM|TRƯỞNG|CHÁNH|BAN|THƯỜNG|HIỆU|CỤC|BỘ|CHÍNH|THỦ|ĐẢNG|ĐOÀN|PHÓ|SỞ|VIỆN|TỔNG|CHI|ĐẠI|TẬP|LÃNH|THỐNG|CHỈ|ỦY).*)$",
);
static POSITION: Pattern = Pattern::new(
    r"^(?:PHÓ |QUYỀN |Q\. ?)?(?:CHỦ TỊCH|CHỦ TOẠ|CHỦ TỌA|CHỦ TRÌ|THƯ KÝ|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|TRƯỞNG|HIỆU TRƯỞNG|CỤC TRƯỞNG|BỘ TRƯỞNG|VIỆN TRƯỞNG|CHỈ HUY TRƯỞNG|TỔNG GIÁM ĐỐC|THỦ TƯỚNG|NGƯỜI GHI BIÊN BẢN|ĐẠI DIỆN)(?:[ ,.]|$)",
);
static CLOSING: Pattern = Pattern::new(r"^Nghị quyết(?: này)? (?:đã )?được (?:Hội đồng nhân dân|HĐND)");

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

fn is_label(reader: &Reader<'_>, position: usize) -> bool {
    let words = reader.text(reader.paragraphs[position]);
    LABEL.regex().find(words).is_some_and(|label| {
        label.as_str().ends_with(':')
            || words.len() == label.end()
            || words[label.end()..].trim_start().starts_with('-')
    })
}

fn is_capacity_line(reader: &Reader<'_>, position: usize) -> bool {
    let paragraph = reader.paragraphs[position];
    let lines = reader.lines(paragraph);
    lines.iter().any(|line| {
        let words = reader.words(line.span);
        let marked = CAPACITY.is_match(words) && reader.is_capitals(line.span) && words.chars().count() < 90;
        marked || is_lone_position(reader, position, words)
    })
}

/// A position such as `CHỦ TỊCH` in a line of its own, as a resolution is signed.
fn is_lone_position(reader: &Reader<'_>, position: usize, words: &str) -> bool {
    let alone = words.chars().count() < 40 && is_capitals(words) && POSITION.is_match(words);
    let next = reader.paragraphs.get(position + 1).map(|paragraph| reader.text(*paragraph));
    let in_cell = reader.cell(reader.paragraphs[position]).is_some();
    alone
        && !words.contains("NHÂN DÂN")
        && (in_cell || next.is_none_or(|next| is_name(next) || is_signed_note(next)))
}

/// A table with the recipients in one cell and the signature in another.
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
    found
}

/// Recipients and signature typed as lines, one after the other in either order.
fn in_lines(reader: &Reader<'_>, position: usize, limit: usize) -> Found {
    const LONGEST_BLOCK: usize = 60;
    let mut found = Found { recipients: None, signatures: Vec::new(), start: position, end: position };
    let mut lines: Vec<Line> = Vec::new();
    let mut items: Vec<usize> = Vec::new();
    let mut at = position;
    while at < limit.min(position + LONGEST_BLOCK) {
        let paragraph = reader.paragraphs[at];
        if reader.cell(paragraph).is_some() {
            break;
        }
        let words = reader.text(paragraph);
        let listed = words.starts_with(['-', '–', '•', '+']) || reader.label(paragraph).is_some();
        if is_label(reader, at) && items.is_empty() {
            // "Nơi nhận:" and the capacity may share a line, in two columns.
            lines.extend(
                reader.lines(paragraph).into_iter().filter(|line| !LABEL.is_match(reader.words(line.span))),
            );
            items.push(at);
        } else if listed && !items.is_empty() {
            let (item, beside) = split_columns(reader, at);
            lines.extend(beside);
            items.push(item);
        } else if belongs_to_signature(reader, at, &lines) {
            lines.extend(reader.lines(paragraph));
        } else {
            break;
        }
        at += 1;
    }
    found.end = at.max(position + 1);
    found.recipients = (!items.is_empty()).then(|| recipients(reader, &items)).flatten();
    found.signatures.extend(signature(reader, &lines));
    found
}

/// A recipient with a line of the signature beside it, separated by tabs.
fn split_columns(reader: &Reader<'_>, position: usize) -> (usize, Vec<Line>) {
    let lines = reader.lines(reader.paragraphs[position]);
    (position, lines.into_iter().skip(1).filter(|line| is_signature_words(reader.words(line.span))).collect())
}

fn is_signature_words(words: &str) -> bool {
    CAPACITY.is_match(words) || POSITION.is_match(words) || is_name(words)
}

fn belongs_to_signature(reader: &Reader<'_>, position: usize, lines: &[Line]) -> bool {
    let span = reader.span(reader.paragraphs[position]);
    let words = reader.words(span);
    let named = lines.iter().any(|line| is_name(reader.words(line.span)));
    let block = CAPACITY.is_match(words) || POSITION.is_match(words) || is_signed_note(words);
    (block && !named)
        || (!lines.is_empty() && !named && (is_name(words) || is_signed_note(words)))
        || is_typed_rule(words)
}

/// `(Đã ký)`, `[Chữ ký]`, `(Ký, ghi rõ họ tên)`, or a place to sign.
fn is_signed_note(words: &str) -> bool {
    let words = words.trim();
    let bracketed = words.starts_with(['(', '[', '{']) && words.chars().count() < 80;
    let lower = words.to_lowercase();
    bracketed
        || lower == "đã ký"
        || (!words.is_empty() && words.chars().all(|letter| matches!(letter, '.' | '…' | '_')))
}

/// Words that can be the name of a person: two to six words, each with a capital.
fn is_name(words: &str) -> bool {
    let words = words.trim();
    let parts: Vec<&str> = words.split_whitespace().collect();
    (2..=9).contains(&parts.len())
        && words.chars().count() < 60
        && parts
            .iter()
            .all(|part| part.chars().find(|letter| letter.is_alphabetic()).is_none_or(char::is_uppercase))
        && !words.contains([':', ';', ',', '/'])
        && !CAPACITY.is_match(words)
        && !POSITION.is_match(words)
        && words.chars().all(|letter| {
            letter.is_alphabetic() || letter.is_whitespace() || matches!(letter, '.' | '-' | '\'' | '’')
        })
}

/// Reads a signature from its lines; `None` when no line is a capacity or a position.
fn signature(reader: &Reader<'_>, lines: &[Line]) -> Option<Signature> {
    let lines: Vec<Line> =
        lines.iter().copied().filter(|line| !is_typed_rule(reader.words(line.span))).collect();
    let first = lines.iter().position(|line| {
        let words = reader.words(line.span);
        CAPACITY.is_match(words) || (POSITION.is_match(words) && reader.is_capitals(line.span))
    })?;
    let mut signature = Signature::default();
    for line in &lines[first..] {
        let words = reader.words(line.span);
        let is_position = reader.is_capitals(line.span) && signature.name.is_none() && !is_signed_note(words);
        if is_position && !(is_name(words) && !signature.lines.is_empty() && looks_like_person(words)) {
            signature.lines.push(signature_line(reader, *line));
        } else if !is_signed_note(words) && signature.name.is_none() {
            signature.name = Some(reader.component(line.span, Certainty::Guessed));
        }
    }
    let spans =
        signature.lines.iter().map(|line| line.line.span).chain(signature.name.iter().map(|name| name.span));
    signature.span = spans.reduce(Span::join)?;
    Some(signature)
}

/// A name in capitals below the position: no word of it belongs to positions or organs.
fn looks_like_person(words: &str) -> bool {
    const OFFICE: [&str; 18] = [
        "CHỦ",
        "TỊCH",
        "BAN",
        "PHÒNG",
        "GIÁM",
        "ĐỐC",
        "TRƯỞNG",
        "NHÂN",
        "DÂN",
        "VĂN",
        "SỞ",
        "THƯỜNG",
        "TRỰC",
        "PHÓ",
        "KÝ",
        "TỈNH",
        "XÃ",
        "HUYỆN",
    ];
    !words.split_whitespace().any(|word| OFFICE.contains(&word.trim_end_matches('.')))
}

fn signature_line(reader: &Reader<'_>, line: Line) -> SignatureLine {
    let words = reader.words(line.span);
    let found = CAPACITY.captures(words);
    let capacity = found.as_ref().and_then(|found| found.name("mark"));
    let capacity = capacity.map(|mark| mark.as_str().replace(['.', '/'], ""));
    let rest = found.as_ref().and_then(|found| found.name("words"));
    let rest = rest
        .map_or(line.span, |rest| Span::new(line.span.start + rest.start(), line.span.start + rest.end()));
    SignatureLine { line: reader.component(line.span, Certainty::Certain), capacity, words: rest }
}

/// Reads the recipients from the paragraphs at `positions`, the first of which holds the label.
fn recipients(reader: &Reader<'_>, positions: &[usize]) -> Option<Recipients> {
    let first = reader.paragraphs[*positions.first()?];
    let span = reader.span(first);
    let words = reader.words(span);
    let label = LABEL.regex().find(words)?;
    let label_span = Span::new(span.start, span.start + label.end());
    let mut items: Vec<Component> = Vec::new();
    let beside = Span::new(label_span.end, span.end).trim(&reader.draft.text);
    let beside =
        reader.lines_in(first, beside).into_iter().filter(|line| !is_signature_words(reader.words(*line)));
    items.extend(beside.map(|line| reader.component(line, Certainty::Certain)));
    for position in &positions[1..] {
        let paragraph = reader.paragraphs[*position];
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
    let archive = items.iter().rposition(|item| ARCHIVE.is_match(&item.value));
    Some(Recipients { label: reader.component(label_span, Certainty::Certain), items, archive })
}

/// The closing line of a resolution among the paragraphs at `positions`.
pub fn closing_line(reader: &Reader<'_>, positions: std::ops::Range<usize>) -> Option<(ClosingLine, usize)> {
    let position =
        positions.rev().find(|position| CLOSING.is_match(reader.text(reader.paragraphs[*position])))?;
    let span = reader.span(reader.paragraphs[position]);
    let words = reader.words(span);
    let adopted = words.find("thông qua").map_or(0, |at| span.start + at);
    let date = dates::first(&reader.draft.text, Span::new(adopted, span.end));
    let line = reader.component(span, Certainty::Certain);
    let fact = date.map_or(DateFact::default(), |date| date.fact);
    Some((ClosingLine { line, date: fact, date_span: date.map(|date| date.span) }, position))
}

/// The end mark `./.` that closes the paragraphs at `positions`: the last one.
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
