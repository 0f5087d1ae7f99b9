//! Where the parts of a file begin: the act, what it promulgates, the appendices.
//!
//! The only safe sign of a further part is its attribution line, or a place behind the signature.
//! Headings that look the same occur in tables of contents, in quoted text and in the body, so a
//! heading counts only together with one of the two.

use super::header::{is_form_line, is_national_name};
use super::lines::Reader;
use super::{appendix_heading, attribution, closing};
use crate::document::PartKind;
use crate::text::Span;
use crate::text::span::any_covers;
use crate::text::vietnamese::is_capitals;

/// A part as a range of positions in [`Reader::paragraphs`].
#[derive(Debug)]
pub struct Range {
    /// Its kind.
    pub kind: PartKind,
    /// Its first paragraph.
    pub start: usize,
    /// Its heading (`QUY CHẾ`, `PHỤ LỤC I`); the same as `start` unless a header stands before it.
    pub heading: usize,
    /// The line of that paragraph which is the heading; the first one but for cells.
    pub line: usize,
    /// One past its last paragraph.
    pub end: usize,
}

/// How many paragraphs below a heading the attribution line may stand.
/// A title may wrap over several lines.
const REACH: usize = 7;

/// Splits the paragraphs into parts. The act comes first; `closing` is where it is closed.
///
/// Every paragraph belongs to exactly one part. Nothing within quoted amending text begins one, and in a
/// table only an appendix does, behind the signature.
pub fn split(reader: &Reader<'_>, closing: Option<&closing::Found>, quoted: &[Span]) -> Vec<Range> {
    let count = reader.paragraphs.len();
    let closed = closing.map_or(count, |closing| closing.end);
    let mut starts: Vec<(PartKind, usize, usize, usize)> = Vec::new();
    let mut position = 1;
    if let Some((kind, heading)) = alone(reader, closed) {
        starts.push((kind, 0, heading, 0));
        position = heading + 1;
    }
    while position < count {
        let span = reader.span(reader.paragraphs[position]);
        let cell = reader.cell(reader.paragraphs[position]);
        if any_covers(quoted, span) {
            position += 1;
            continue;
        }
        let found = match cell {
            None => heading(reader, position, position >= closed)
                .or_else(|| {
                    (position >= closed && starts.is_empty()).then(|| regulation(reader, position))?
                })
                .map(|kind| (kind, 0)),
            Some(_) if position >= closed => {
                heading_in_cell(reader, position).map(|line| (PartKind::Appendix, line))
            }
            Some(_) => None,
        };
        if let Some((kind, line)) = found {
            let floor = starts.last().map_or(closed.min(position), |(_, _, heading, _)| heading + 1);
            // In a cell the header of the act would be that of its own table.
            let start = if cell.is_some() { position } else { header_before(reader, position, floor) };
            starts.push((kind, start, position, line));
            position += REACH.min(attribution_below(reader, position).unwrap_or(0));
        }
        position += 1;
    }
    let first = starts.first().map_or(count, |(_, start, ..)| *start);
    let mut parts = Vec::with_capacity(starts.len() + 1);
    if first > 0 {
        parts.push(Range { kind: PartKind::Act, start: 0, heading: 0, line: 0, end: first });
    }
    for (index, (kind, start, heading, line)) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(count, |(_, next, ..)| *next);
        parts.push(Range { kind: *kind, start: *start, heading: *heading, line: *line, end });
    }
    parts
}

/// The attached text that a file holds without the act which puts it into force: its kind and the
/// position of its heading. Above it stands no number, as above an act.
fn alone(reader: &Reader<'_>, closed: usize) -> Option<(PartKind, usize)> {
    /// Below the longest header.
    const FARTHEST: usize = 12;
    let positions = 0..FARTHEST.min(closed).min(reader.paragraphs.len());
    let numbered = |position: usize| {
        let lines = reader.lines(reader.paragraphs[position]);
        lines.iter().any(|line| super::number::parse(reader, line.span).is_some())
    };
    positions.take_while(|position| !numbered(*position)).find_map(|position| {
        let free = reader.cell(reader.paragraphs[position]).is_none();
        let attributed = free && attribution_below(reader, position).is_some();
        Some((attributed.then(|| heading(reader, position, false)).flatten()?, position))
    })
}

/// The kind of the part that a paragraph heads; `closed` says that the act is closed before it.
fn heading(reader: &Reader<'_>, position: usize, closed: bool) -> Option<PartKind> {
    let paragraph = reader.paragraphs[position];
    // A heading may share its paragraph with title and attribution, each on a line of its own.
    let whole = reader.span(paragraph);
    let attributed = attribution_below(reader, position).is_some();
    let first = reader.words(whole).split('\n').next().unwrap_or_default().trim_end().len();
    let together = attribution::in_paragraph(reader, paragraph).is_some_and(|own| own.start > whole.start);
    let span = if together { Span::new(whole.start, whole.start + first) } else { whole };
    let words = reader.words(span);
    if (closed || attributed) && appendix_heading::is_heading(reader.lexicon, words) {
        return Some(PartKind::Appendix);
    }
    if attributed && is_form_line(reader, span) {
        let form = reader.lexicon.form_named(words)?;
        let kind = if form.appendix { PartKind::Appendix } else { PartKind::Attached };
        return form.attachable.then_some(kind);
    }
    // A heading in capitals that is no form, with its attribution below: a list, a table, a scheme. Above the
    // national name stands the name of an organ, the first line of a header.
    let first_of_capitals = is_capitals(words)
        && !preceded_by_capitals(reader, position)
        && !(0..attribution_below(reader, position).unwrap_or(0))
            .any(|down| is_named(reader, position + down));
    (closed && attributed && first_of_capitals).then(|| {
        let form = reader.lexicon.form_named_at_start(words).map(|(form, _)| form);
        if form.is_some_and(|form| form.attachable && !form.appendix) {
            PartKind::Attached
        } else {
            PartKind::Appendix
        }
    })
}

/// An attached text that lacks its attribution line: the first thing behind the signature, under the name of a form
/// that is attached, and in articles or below a header of its own without number. A form to be filled in has none.
fn regulation(reader: &Reader<'_>, position: usize) -> Option<PartKind> {
    let span = reader.span(reader.paragraphs[position]);
    let form = is_form_line(reader, span).then(|| reader.lexicon.form_named(reader.words(span)))??;
    let below = reader.paragraphs.iter().skip(position + 1).take(REACH);
    let mut words = below.map(|paragraph| reader.text(*paragraph));
    // Forms to be filled in bear a header too, but with a number, and the act does not promulgate them by their name.
    let bears_header = || {
        let begin = header_before(reader, position, position.saturating_sub(REACH + 1));
        let own = (begin..position).flat_map(|own| reader.lines(reader.paragraphs[own]));
        let numbered = own.map(|line| line.span).any(|line| super::number::parse(reader, line).is_some());
        let mut above = reader.paragraphs[..begin].iter().map(|paragraph| reader.text(*paragraph));
        begin < position && !numbered && above.any(|words| words.contains(form.name.as_str()))
    };
    (form.attachable && !form.appendix && (words.any(super::units::begins_articles) || bears_header()))
        .then_some(PartKind::Attached)
}

/// The line of a paragraph in the first cell of a row that heads an appendix: with its attribution below it
/// in the cell, or alone in the first row of its table. Lists name appendices in their cells too.
fn heading_in_cell(reader: &Reader<'_>, position: usize) -> Option<usize> {
    let paragraph = reader.paragraphs[position];
    let cell = reader.cell(paragraph).filter(|cell| cell.column == 0)?;
    let lines = reader.lines(paragraph);
    let at = lines
        .iter()
        .position(|line| appendix_heading::is_numbered(reader.lexicon, reader.words(line.span)))?;
    let below = |own: &usize| {
        let same = reader.cell(reader.paragraphs[*own]) == Some(cell);
        same && attribution::in_paragraph(reader, reader.paragraphs[*own]).is_some()
    };
    let within =
        attribution::in_paragraph(reader, paragraph).is_some_and(|own| own.start > lines[at].span.start);
    let last = reader.paragraphs.len().min(position + 1 + REACH);
    let attributed = within || (position + 1..last).any(|own| below(&own));
    let row = reader.draft.tables.get(cell.table).and_then(|table| table.rows.get(cell.row));
    let first_of_cell = at == 0
        && position.checked_sub(1).is_none_or(|above| reader.cell(reader.paragraphs[above]) != Some(cell));
    let alone = cell.row == 0
        && row.is_some_and(|row| row.len() == 1)
        && first_of_cell
        && reader.is_capitals(lines[at].span);
    (attributed || alone).then_some(at)
}

/// Whether the line above is in capitals too: then this one goes on with a heading and begins none.
fn preceded_by_capitals(reader: &Reader<'_>, position: usize) -> bool {
    let Some(before) = position.checked_sub(1) else { return false };
    let paragraph = reader.paragraphs[before];
    reader.cell(paragraph).is_none() && is_capitals(reader.text(paragraph))
}

/// Distance to the attribution line below a heading, with nothing but its title between.
/// In paragraphs; text that is no title between the two means that the line belongs to something else.
fn attribution_below(reader: &Reader<'_>, position: usize) -> Option<usize> {
    (0..=REACH)
        .find(|distance| {
            let paragraph = reader.paragraphs.get(position + distance);
            paragraph.is_some_and(|paragraph| attribution::in_paragraph(reader, *paragraph).is_some())
        })
        .filter(|distance| {
            (1..*distance).all(|between| {
                let words = reader.text(reader.paragraphs[position + between]);
                !super::units::begins_articles(words) && words.chars().count() < 400
            })
        })
}

/// Whether a line of the paragraph at a position is the national name.
fn is_named(reader: &Reader<'_>, position: usize) -> bool {
    let lines = reader.lines(reader.paragraphs[position]);
    lines.iter().any(|line| is_national_name(reader.lexicon, reader.words(line.span)))
}

/// The first paragraph of a header out of a table, in frames, text boxes or columns parted by tabs: the lines above a
/// heading up to the national name, and the names of organs above that.
fn free_header_before(reader: &Reader<'_>, heading: usize, floor: usize) -> usize {
    /// Lines of the longest such header.
    const MOST: usize = 8;
    let free = |position: &usize| {
        let paragraph = reader.paragraphs[*position];
        reader.cell(paragraph).is_none() && reader.text(paragraph).chars().count() < 160
    };
    let above: Vec<usize> = (floor..heading).rev().take(MOST).take_while(free).collect();
    let Some(named) = above.iter().copied().find(|position| is_named(reader, *position)) else {
        return heading;
    };
    let is_organ = |position: &usize| is_capitals(reader.text(reader.paragraphs[*position]));
    above.into_iter().filter(|position| *position < named).take_while(is_organ).last().unwrap_or(named)
}

/// The first paragraph of a header (a table with the national name) that stands just before a heading.
/// An attached text may repeat the header of the act; it then belongs to the part that it heads. Not
/// before `floor`, the end of what is closed already.
fn header_before(reader: &Reader<'_>, heading: usize, floor: usize) -> usize {
    let Some(last) = heading.checked_sub(1).filter(|last| *last >= floor) else { return heading };
    let Some(table) = reader.cell(reader.paragraphs[last]).map(|cell| cell.table) else {
        return free_header_before(reader, heading, floor);
    };
    let inside =
        |position: &usize| reader.cell(reader.paragraphs[*position]).is_some_and(|cell| cell.table == table);
    let positions: Vec<usize> = (floor..=last).rev().take_while(inside).collect();
    let named = positions.iter().any(|position| is_named(reader, *position));
    if named { positions.last().copied().unwrap_or(heading) } else { heading }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    #[test]
    fn an_appendix_headed_in_the_first_cell_of_a_table() {
        let act = "QUYẾT ĐỊNH\n\nĐiều 1. Một.\n\n**Nơi nhận:**\n\n- Lưu: VT.\n\n**TM. ỦY BAN NHÂN DÂN**\n\n**CHỦ TỊCH**\n\n**Nguyễn Văn An**\n\n";
        let attribution = "(Kèm theo Quyết định số 5/QĐ-UBND của Ủy ban nhân dân xã Hòa An)";
        let numbers = |tables: &str| {
            let draft = crate::read::markdown::read(&format!("{act}{tables}")).expect("readable");
            let document = crate::recognize::recognize(&draft, lexicon());
            let appendices = document.parts.into_iter().filter(|part| part.kind == PartKind::Appendix);
            appendices
                .map(|part| (part.appendix_number.unwrap_or_default(), part.attribution.is_some()))
                .collect::<Vec<_>>()
        };
        let free =
            format!("PHỤ LỤC 1\n\nDANH MỤC CHỢ\n\n{attribution}\n\n| STT | Tên |\n|---|---|\n| 1 | A |\n\n");
        let headed = format!(
            "| Tổng số: 2<br>PHỤ LỤC 2<br>DANH MỤC QUẦY<br>{attribution} | Tên |\n|---|---|\n| 1 | A |\n"
        );
        assert_eq!(numbers(&format!("{free}{headed}")), [("1".to_owned(), true), ("2".to_owned(), true)]);
        assert_eq!(numbers("| Phụ lục I | Danh mục chợ |\n|---|---|\n| Phụ lục II | Mức thu |\n"), []);
    }

    #[test]
    fn an_attached_text_without_its_attribution_is_read_by_its_articles() {
        let act = "QUYẾT ĐỊNH\n\nĐiều 1. Một.\n\n**Nơi nhận:**\n\n- Lưu: VT.\n\n**TM. ỦY BAN NHÂN DÂN**\n\n**CHỦ TỊCH**\n\n**Nguyễn Văn An**\n\n";
        let kinds = |rest: &str| {
            let draft = crate::read::markdown::read(&format!("{act}{rest}")).expect("readable");
            let document = crate::recognize::recognize(&draft, lexicon());
            document.parts.into_iter().map(|part| part.kind).collect::<Vec<_>>()
        };
        let regulation = "**QUY CHẾ**\n\n**Làm việc**\n\n**Điều 1. Phạm vi**\n\nQuy chế này quy định.\n";
        assert_eq!(kinds(regulation), [PartKind::Act, PartKind::Attached]);
        assert_eq!(kinds("**BÁO CÁO**\n\nKết quả thực hiện năm …\n"), [PartKind::Act]);
    }

    #[test]
    fn a_header_out_of_a_table_belongs_to_the_text_that_it_heads() {
        let act = "QUYẾT ĐỊNH\n\nĐiều 1. Một.\n\n**Nơi nhận:**\n\n- Lưu: VT.\n\n**TM. ỦY BAN NHÂN DÂN**\n\n**CHỦ TỊCH**\n\n**Nguyễn Văn An**\n\n";
        let header = "ỦY BAN NHÂN DÂN\n\nXÃ HÒA AN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n";
        let attribution = "(Kèm theo Quyết định số 5/QĐ-UBND của Ủy ban nhân dân xã Hòa An)\n\n";
        for form in ["QUY CHẾ", "KẾ HOẠCH"] {
            let source = format!("{act}{header}**{form}**\n\n**Làm việc**\n\n{attribution}1. Một.\n");
            let draft = crate::read::markdown::read(&source).expect("readable");
            let document = crate::recognize::recognize(&draft, lexicon());
            let kinds: Vec<PartKind> = document.parts.iter().map(|part| part.kind).collect();
            assert_eq!(kinds, [PartKind::Act, PartKind::Attached], "{form}");
            assert!(document.parts[1].header.national_name.is_some(), "{form}");
        }
    }
}
