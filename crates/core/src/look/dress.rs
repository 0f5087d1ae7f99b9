//! Dressing: the same words, in the typography that the law prescribes.
//!
//! All values come from the layout of the rule book, lengths in mm, sizes and spaces in points; what
//! stands here is where each of them goes. Every paragraph gets a role from the recognized document,
//! and whatever was not recognized is dressed as body text.

use super::measure;
use super::plan::Plan;
use super::tables::{PADDING, Purpose, widths};
use crate::document::{Document, Part, PartKind};
use crate::draft::{
    Alignment, Capitals, Draft, Format, LineSpacing, Margins, NumberFormat, Orientation, PageNumber,
    PagePosition, PageSection, Paragraph, ParagraphStyle, RuleLine, RuleLineKind, Run, RunStyle, Script,
    WhichPages,
};
use crate::rulebook::layout::{Layout, Look, Role};
use crate::text::Span;

/// The draft with the typography of the law: styles, pages, page numbers, drawn lines and
/// borderless tables for header and signature. The text, and so every span, stays the same.
///
/// Tables come first, because the room for words hangs on the widths of cells; lines and pages come
/// last, because they hang on how the words break.
#[must_use]
pub fn dress(draft: &Draft, document: &Document, layout: &Layout) -> Draft {
    let plan = Plan::new(draft, document);
    let purposes: Vec<Purpose> =
        (0..draft.tables.len()).map(|table| Purpose::of(draft, table, &plan)).collect();
    let mut dressed = draft.clone();
    dressed.format = Format::Docx;
    for (table, purpose) in purposes.iter().enumerate() {
        dress_table(&mut dressed, table, *purpose, &plan, layout);
    }
    for index in 0..draft.paragraphs.len() {
        let role = role_of(draft, index, &plan, &purposes);
        dressed.paragraphs[index] = dress_paragraph(&draft.paragraphs[index], role, &plan, layout);
        if follows_data(draft, index, &purposes) {
            let style = &mut dressed.paragraphs[index].style;
            let least = layout.tables.space_after_data;
            style.space_before = Some(style.space_before.unwrap_or_default().max(least));
        }
    }
    part_signatures(&mut dressed, &purposes, layout);
    close_forms(&mut dressed, document, layout);
    balance(&mut dressed, layout);
    dressed.lines.retain(|line| line.kind == RuleLineKind::Typed);
    dressed.lines.extend(rule_lines(&dressed, document, layout));
    dressed.lines.sort_by_key(|line| line.paragraph);
    paginate(&mut dressed, document, layout);
    dressed
}

/// Gives the cells of a table their widths, and lines to those of data tables alone.
fn dress_table(dressed: &mut Draft, index: usize, purpose: Purpose, plan: &Plan, layout: &Layout) {
    let widths = widths(dressed, &dressed.tables[index], purpose, plan, layout);
    let whole: f32 = widths.iter().sum();
    for row in &mut dressed.tables[index].rows {
        let short = row.len() < widths.len();
        let last = row.len().saturating_sub(1);
        let before: f32 = widths.iter().take(last).sum();
        for (column, cell) in row.iter_mut().enumerate() {
            // The last cell of a short row spans the columns that it lacks.
            let width = if short && column == last { whole - before } else { widths[column] };
            cell.width = Some(width);
            cell.bordered = Some(purpose == Purpose::Data);
        }
    }
}

/// The role of a paragraph: that of its component, else what its place in a table tells, else body.
fn role_of(draft: &Draft, index: usize, plan: &Plan, purposes: &[Purpose]) -> Role {
    let paragraph = &draft.paragraphs[index];
    let in_data = paragraph.cell.filter(|cell| purposes.get(cell.table) == Some(&Purpose::Data));
    match (plan.role(paragraph), in_data) {
        (Some(role), None) => role,
        (_, Some(cell)) if cell.row == 0 => Role::TableHead,
        (_, Some(_)) => Role::TableCell,
        (None, None) if is_below_signature(draft, index, plan) => Role::SignatureName,
        (None, None) if paragraph.cell.is_some() => Role::TableCell,
        (None, None) => Role::Body,
    }
}

/// Whether a paragraph is the place of a name that is not filled in yet: `[Họ và tên]`.
fn is_below_signature(draft: &Draft, index: usize, plan: &Plan) -> bool {
    let Some(cell) = draft.paragraphs[index].cell else { return false };
    let above = draft.paragraphs[..index].iter().rev().take_while(|own| own.cell == Some(cell));
    above.map(|own| plan.role(own)).next() == Some(Some(Role::SignatureLine))
}

/// Whether a paragraph stands right below a table of data, which knows no space of its own.
fn follows_data(draft: &Draft, index: usize, purposes: &[Purpose]) -> bool {
    let cell = |index: usize| draft.paragraphs.get(index).and_then(|paragraph| paragraph.cell);
    let above = index.checked_sub(1).and_then(cell);
    cell(index).is_none() && above.is_some_and(|above| purposes.get(above.table) == Some(&Purpose::Data))
}

/// A paragraph in the look of its role, under the name of its style. A heading of the source is one by its
/// role alone, so its level gives way to that of the style.
fn dress_paragraph(paragraph: &Paragraph, role: Role, plan: &Plan, layout: &Layout) -> Paragraph {
    let runs = match role {
        Role::TableHead | Role::TableCell => paragraph
            .runs
            .iter()
            .map(|run| Run { span: run.span, style: emphasized(layout, role, &run.style) })
            .collect(),
        _ => runs(paragraph.span, role, plan, layout),
    };
    let mut dressed = paragraph.clone();
    dressed.runs = runs;
    dressed.style = paragraph_style(layout.look(role));
    let named = layout.style(role, plan.unit(paragraph));
    if let Some(named) = named {
        dressed.style.name = Some(named.name.clone());
    }
    dressed.heading = named.and_then(|named| named.outline);
    dressed
}

/// The words of data tables keep the emphasis that their author gave them.
fn emphasized(layout: &Layout, role: Role, source: &RunStyle) -> RunStyle {
    let mut style = run_style(layout, role);
    style.bold = Some(style.bold == Some(true) || source.bold == Some(true));
    style.italic = Some(style.italic == Some(true) || source.italic == Some(true));
    style
}

/// The runs of a paragraph: each stretch in the look of its role, all other words in that of the
/// paragraph, or of the body where a role covers only the head of a sentence.
fn runs(span: Span, role: Role, plan: &Plan, layout: &Layout) -> Vec<Run> {
    let rest = if role.ends_before_body() { Role::Body } else { role };
    let mut runs: Vec<Run> = Vec::new();
    let mut push = |start: usize, end: usize, role: Role| {
        let style = run_style(layout, role);
        match runs.last_mut() {
            _ if start >= end => {}
            Some(last) if last.style == style => last.span.end = end,
            _ => runs.push(Run { span: Span::new(start, end), style }),
        }
    };
    let mut at = span.start;
    for (stretch, role) in plan.within(span) {
        push(at, stretch.start, rest);
        push(stretch.start.max(at), stretch.end, role);
        at = stretch.end.max(at);
    }
    push(at, span.end, rest);
    runs
}

/// The letters of a role: every property is stated, so that no style of Word shows through.
pub fn run_style(layout: &Layout, role: Role) -> RunStyle {
    let look = layout.look(role);
    RunStyle {
        font: Some(layout.font.clone()),
        size: Some(look.size),
        bold: Some(look.bold),
        italic: Some(look.italic),
        underline: Some(false),
        strike: Some(false),
        capitals: Some(Capitals::AsTyped),
        color: Some(layout.color.clone()),
        hidden: false,
        highlight: None,
        script: Script::default(),
    }
}

/// The paragraph of a look: indents in mm, spaces in points, the distance of lines as a multiple.
pub fn paragraph_style(look: &Look) -> ParagraphStyle {
    ParagraphStyle {
        alignment: Some(look.alignment),
        indent_left: Some(look.indent),
        indent_right: Some(0.0),
        indent_first: Some(look.first_line_indent),
        space_before: Some(look.space_before),
        space_after: Some(look.space_after),
        contextual_spacing: false,
        line_spacing: Some(LineSpacing::Multiple(look.line_spacing)),
        name: Some("Normal".to_owned()),
    }
}

/// Space between the text and the block of recipients and signature: above the first paragraph of each
/// cell of its first row, so that both columns begin at one height.
fn part_signatures(dressed: &mut Draft, purposes: &[Purpose], layout: &Layout) {
    let ends = purposes.iter().enumerate().filter(|(_, purpose)| **purpose == Purpose::End);
    for (table, _) in ends {
        let first_row = dressed.tables[table].rows.first().map_or(&[][..], Vec::as_slice);
        let firsts: Vec<usize> = first_row
            .iter()
            .filter(|cell| cell.paragraphs.0 < cell.paragraphs.1)
            .map(|cell| cell.paragraphs.0)
            .collect();
        for index in firsts {
            let space = &mut dressed.paragraphs[index].style.space_before;
            *space = Some(space.unwrap_or_default().max(layout.tables.space_before_signature));
        }
    }
}

/// A form without a title keeps the distance that the title would have, and has the line of the
/// title below it. The space above it moves to what stands above: programs do not agree whether a
/// drawn line is placed from above or from below such space.
fn close_forms(dressed: &mut Draft, document: &Document, layout: &Layout) {
    for part in document.parts.iter().filter(|part| part.kind != PartKind::Appendix && part.title.is_none()) {
        let index = part.form.as_ref().and_then(|form| dressed.paragraph_at(form.span.start));
        let Some((index, above)) = index.and_then(|index| Some((index, index.checked_sub(1)?))) else {
            continue;
        };
        let space = dressed.paragraphs[index].style.space_before.replace(0.0);
        dressed.paragraphs[index].style.space_after = Some(layout.look(Role::Title).space_after);
        dressed.paragraphs[above].style.space_after = space;
    }
}

/// Indents centred paragraphs that need several lines, so that the lines are of like length and
/// none ends in a single word.
fn balance(dressed: &mut Draft, layout: &Layout) {
    for index in 0..dressed.paragraphs.len() {
        let paragraph = &dressed.paragraphs[index];
        let Some(style) = paragraph.runs.first().map(|run| &run.style) else { continue };
        if paragraph.style.alignment != Some(Alignment::Center) || is_data(dressed, paragraph) {
            continue;
        }
        let whole = room(dressed, index, layout);
        let set = |width| {
            let (size, bold) = (style.size.unwrap_or_default(), style.bold == Some(true));
            measure::lines(paragraph.text(dressed), size, bold, width)
        };
        let Some(width) = balanced(whole, set) else { continue };
        let indent = Some(((whole - width) / 2.0 - SLACK).max(0.0));
        let style = &mut dressed.paragraphs[index].style;
        (style.indent_left, style.indent_right) = (indent, indent);
    }
}

/// Whether a paragraph stands in a table of data, whose columns are as wide as they should be.
fn is_data(draft: &Draft, paragraph: &Paragraph) -> bool {
    let cell = paragraph.cell.and_then(|at| draft.tables.get(at.table)?.rows.get(at.row)?.get(at.column));
    cell.is_some_and(|cell| cell.bordered != Some(false))
}

/// The narrowest width in mm in which words need no more lines than in `room`; `None` where one
/// line is enough.
fn balanced(room: f32, set: impl Fn(f32) -> Vec<f32>) -> Option<f32> {
    let lines = set(room);
    if lines.len() < 2 {
        return None;
    }
    let least = lines.iter().sum::<f32>() / lines.len() as f32;
    let mut width = room;
    while width - STEP >= least && set(width - STEP).len() == lines.len() {
        width -= STEP;
    }
    Some(width)
}

/// Steps in mm in which the narrowest width is sought.
const STEP: f32 = 2.0;
/// Room in mm left on either side, since our measure of words is not that of Word.
const SLACK: f32 = 2.0;

/// The lines below organ, motto and title of the act and of what it promulgates.
fn rule_lines(dressed: &Draft, document: &Document, layout: &Layout) -> Vec<RuleLine> {
    let parts = document.parts.iter().filter(|part| part.kind != PartKind::Appendix);
    let components = parts.flat_map(|part| {
        [
            (part.header.organ.as_ref(), Role::Organ),
            (part.header.motto.as_ref(), Role::Motto),
            (part.title.as_ref().or(part.form.as_ref()), Role::Title),
        ]
    });
    components.filter_map(|(component, role)| rule_line(dressed, &component?.lines, layout, role)).collect()
}

/// The line below the last of the words, placed by how many lines they fill; `None` for a role without
/// one.
fn rule_line(dressed: &Draft, lines: &[Span], layout: &Layout, role: Role) -> Option<RuleLine> {
    let look = layout.look(role);
    let ratio = look.rule_line.as_ref()?.ratio;
    let index = dressed.paragraph_at(lines.last()?.start)?;
    let width = room(dressed, index, layout);
    let set = |span: &Span| measure::lines(span.of(&dressed.text), look.size, look.bold, width);
    let all: Vec<f32> = lines.iter().flat_map(set).collect();
    let own = set(&dressed.paragraphs[index].span);
    let height = measure::points_to_mm(own.len() as f32 * look.size * measure::LINE_HEIGHT);
    Some(RuleLine {
        kind: RuleLineKind::Drawn,
        paragraph: index,
        length: Some(rule_length(&all, *all.last()?, ratio)),
        below_anchor: Some(height + GAP),
    })
}

/// Distance in mm between words and the line below them.
const GAP: f32 = 1.2;

/// `ratio` of the text. Where the text breaks into lines of unequal length, at most that much of
/// the widest one and no more than half of the last one, so that the line is short below both.
fn rule_length(lines: &[f32], last: f32, ratio: f32) -> f32 {
    let widest = lines.iter().copied().fold(0.0, f32::max);
    if ratio >= 1.0 { widest } else { (widest * ratio).min(last * 0.5).max(widest.min(last) / 3.0) }
}

/// Width in mm that a paragraph has for its text.
fn room(draft: &Draft, paragraph: usize, layout: &Layout) -> f32 {
    let own = &draft.paragraphs[paragraph];
    let indents = own.style.indent_left.unwrap_or_default() + own.style.indent_right.unwrap_or_default();
    let cell = own.cell.and_then(|at| draft.tables.get(at.table)?.rows.get(at.row)?.get(at.column));
    cell.and_then(|cell| cell.width).map_or_else(|| layout.text_width(), |width| width - PADDING) - indents
}

/// Pages: a section for the act and what it promulgates, one for each appendix that counts its
/// pages anew; a new page for each part.
fn paginate(dressed: &mut Draft, document: &Document, layout: &Layout) {
    let restarts = document
        .facts
        .class
        .is_some_and(|(class, _)| layout.page_number.restarts_at_appendix.contains(&class));
    let mut starts = vec![0];
    for part in document.parts.iter().skip(1) {
        let Some(first) = first_paragraph(dressed, part) else { continue };
        let start = dressed.paragraphs[first].span.start;
        if restarts && part.kind == PartKind::Appendix {
            starts.push(start);
        } else {
            dressed.paragraphs[first].page_break_before = true;
        }
    }
    starts.dedup();
    dressed.sections = sections(&starts, dressed.text.len(), layout);
    for paragraph in &mut dressed.paragraphs {
        let after = starts.partition_point(|start| *start <= paragraph.span.start);
        paragraph.section = after.saturating_sub(1);
    }
}

/// The first paragraph of a part that is not blank.
fn first_paragraph(draft: &Draft, part: &Part) -> Option<usize> {
    draft.paragraphs_in(part.span).find(|index| !draft.paragraphs[*index].text(draft).trim().is_empty())
}

/// The sections that begin at these bytes; each but the first counts its pages from 1.
fn sections(starts: &[usize], end: usize, layout: &Layout) -> Vec<PageSection> {
    starts
        .iter()
        .enumerate()
        .map(|(index, start)| {
            let end = starts.get(index + 1).copied().unwrap_or(end);
            PageSection {
                number_start: (index > 0).then_some(1),
                span: Span::new(*start, end),
                ..page(layout)
            }
        })
        .collect()
}

/// A section with the prescribed page and number.
fn page(layout: &Layout) -> PageSection {
    let page = &layout.page;
    let mut style = run_style(layout, Role::Body);
    style.size = Some(layout.page_number.size);
    let number = PageNumber {
        position: PagePosition::Header,
        pages: WhichPages::Default,
        alignment: Some(layout.page_number.alignment),
        style,
        beside: String::new(),
    };
    PageSection {
        width: Some(page.width),
        height: Some(page.height),
        orientation: Some(Orientation::Portrait),
        margins: Margins {
            top: Some(page.top),
            bottom: Some(page.bottom),
            left: Some(page.left),
            right: Some(page.right),
            gutter: 0.0,
            gutter_at_top: false,
        },
        title_page: layout.page_number.hidden_on_first,
        number_start: None,
        number_format: NumberFormat::Arabic,
        page_numbers: vec![number],
        span: Span::default(),
    }
}

#[cfg(test)]
pub(super) mod tests;
