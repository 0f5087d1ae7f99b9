//! The executor on a draft.

use super::{Edit, LineChange, Look, PageChange, PageNumberChange, Side};
use crate::draft::edit::{insert, join, remove_paragraph, replace, restyle, split};
use crate::draft::{
    Alignment, Draft, PageNumber, PagePosition, PageSection, RuleLine, RuleLineKind, RunStyle, WhichPages,
};
use crate::text::Span;

/// Makes all the edits, whose places are those of the draft as it is given. Looks come first, for they move
/// nothing; then words and paragraphs, from the last to the first. Of edits that meet, see
/// [`super::conflict`], the outcome is not told. A place that is not there is passed over.
pub fn apply(draft: &mut Draft, edits: &[Edit]) {
    for edit in edits {
        look(draft, edit);
    }
    let mut moving: Vec<(usize, &Edit)> =
        edits.iter().filter_map(|edit| Some((place(draft, edit)?, edit))).collect();
    moving.sort_by_key(|(place, _)| std::cmp::Reverse(*place));
    for (_, edit) in moving {
        words(draft, edit);
    }
}

/// The byte at which an edit moves text; `None` for one that moves none, or has no place here.
fn place(draft: &Draft, edit: &Edit) -> Option<usize> {
    let own = |index: usize| draft.paragraphs.get(index).map(|paragraph| paragraph.span);
    match edit {
        Edit::Words { span, .. } => (span.end <= draft.text.len()).then_some(span.start),
        Edit::Insert { paragraph, side: Side::Before, .. } | Edit::Remove { paragraph } => {
            own(*paragraph).map(|span| span.start)
        }
        Edit::Insert { paragraph, side: Side::After, .. } | Edit::Join { paragraph } => {
            own(*paragraph).map(|span| span.end)
        }
        Edit::Split { at } => Some(*at),
        _ => None,
    }
}

/// Makes an edit of looks.
fn look(draft: &mut Draft, edit: &Edit) {
    match edit {
        Edit::Letters { span, style } => restyle(draft, *span, |own| style.apply(own)),
        Edit::Paragraph { paragraph, style } => {
            if let Some(own) = draft.paragraphs.get_mut(*paragraph) {
                style.apply(&mut own.style);
            }
        }
        Edit::Page { section, change } => {
            draft.sections.get_mut(*section).into_iter().for_each(|own| page(own, change));
        }
        Edit::PageNumber { section, change } => {
            draft.sections.get_mut(*section).into_iter().for_each(|own| page_number(own, change));
        }
        Edit::Line { paragraph, change } => line(draft, *paragraph, *change),
        Edit::Clean { kind, span } => {
            draft.oddities.retain(|oddity| oddity.kind != *kind || oddity.span != *span);
        }
        _ => {}
    }
}

/// Makes an edit of words or paragraphs.
fn words(draft: &mut Draft, edit: &Edit) {
    match edit {
        Edit::Words { span, with } => write(draft, *span, with),
        Edit::Insert { paragraph, side, words, look } => {
            let own = insert(draft, *paragraph, *side == Side::After, words);
            if let Some(look) = look {
                dress(draft, own, look);
            }
        }
        Edit::Remove { paragraph } => remove_paragraph(draft, *paragraph),
        Edit::Split { at } => split(draft, *at),
        Edit::Join { paragraph } => join(draft, *paragraph),
        _ => {}
    }
}

/// Gives a new paragraph its look.
fn dress(draft: &mut Draft, index: usize, look: &Look) {
    let Some(own) = draft.paragraphs.get_mut(index) else { return };
    own.runs.iter_mut().for_each(|run| run.style = look.letters.clone());
    own.style = look.paragraph.clone();
    if look.line.is_some() {
        line(draft, index, LineChange::Draw(look.line));
    }
}

/// Puts words in the place of others. Where those wrap over paragraphs, the first takes all that comes,
/// and the others keep what is not of these words, or go.
fn write(draft: &mut Draft, span: Span, with: &str) {
    let touched: Vec<usize> = draft.paragraphs_in(span).collect();
    let Some((first, rest)) = touched.split_first() else { return };
    for index in rest.iter().rev() {
        let own = draft.paragraphs[*index].span;
        let cut = Span::new(own.start.max(span.start), own.end.min(span.end));
        if cut.covers(own.trim(&draft.text)) {
            remove_paragraph(draft, *index);
        } else {
            replace(draft, cut, "");
        }
    }
    let own = draft.paragraphs[*first].span;
    replace(draft, Span::new(span.start, span.end.min(own.end)), with);
}

/// Lengths in mm.
fn page(section: &mut PageSection, change: &PageChange) {
    let set = |own: &mut Option<f32>, new: Option<f32>| *own = new.or(*own);
    set(&mut section.width, change.width);
    set(&mut section.height, change.height);
    set(&mut section.margins.top, change.top);
    set(&mut section.margins.bottom, change.bottom);
    set(&mut section.margins.left, change.left);
    set(&mut section.margins.right, change.right);
    section.orientation = change.orientation.or(section.orientation);
}

/// Sizes in points. A number that is wanted at a place where there is none is put there.
fn page_number(section: &mut PageSection, change: &PageNumberChange) {
    if change.title_page == Some(true) {
        // A first page of its own hides nothing while its own header bears a number.
        section.page_numbers.retain(|field| field.pages != WhichPages::First);
    }
    section.title_page = change.title_page.unwrap_or(section.title_page);
    section.number_format = change.format.unwrap_or(section.number_format);
    if change.continued {
        section.number_start = None;
    }
    if change.restart {
        section.number_start = Some(1);
    }
    section.number_start = change.start.or(section.number_start);
    if change.remove {
        section.page_numbers.clear();
    } else if let Some(position) = change.position.filter(|_| section.page_numbers.is_empty()) {
        section.page_numbers.push(new_number(position));
    }
    for field in &mut section.page_numbers {
        field.position = change.position.unwrap_or(field.position);
        field.alignment = change.alignment.or(field.alignment);
        field.style.size = change.size.or(field.style.size);
        field.style.bold = change.bold.or(field.style.bold);
        field.style.italic = change.italic.or(field.style.italic);
        if change.font.is_some() {
            field.style.font.clone_from(&change.font);
        }
        if let Some(beside) = &change.beside {
            field.beside.clone_from(beside);
        }
    }
}

/// A bare number on all pages, of the look that nobody has stated yet.
fn new_number(position: PagePosition) -> PageNumber {
    PageNumber {
        position,
        pages: WhichPages::Default,
        alignment: Some(Alignment::Center),
        style: RunStyle { bold: Some(false), italic: Some(false), ..RunStyle::default() },
        beside: String::new(),
    }
}

/// Changes the lines that a paragraph anchors or bears.
fn line(draft: &mut Draft, paragraph: usize, change: LineChange) {
    if paragraph >= draft.paragraphs.len() {
        return;
    }
    if matches!(change, LineChange::Draw(_) | LineChange::Drop) {
        draft.lines.retain(|line| line.paragraph != paragraph);
    }
    if let LineChange::Draw(length) = change {
        let at = draft.lines.partition_point(|line| line.paragraph <= paragraph);
        let drawn = RuleLine { kind: RuleLineKind::Drawn, paragraph, length, below_anchor: None };
        draft.lines.insert(at, drawn);
        return;
    }
    for line in draft.lines.iter_mut().filter(|line| line.paragraph == paragraph) {
        match change {
            LineChange::Typed => line.kind = RuleLineKind::Typed,
            LineChange::Length(length) => line.length = Some(length),
            LineChange::Draw(_) | LineChange::Drop => {}
        }
    }
}
