//! The one change that an example makes to its base draft.
//!
//! Changes are made on the dressed draft, not on its Markdown: only so can an example be wrong in its
//! look or its pages. They are made in a fixed order, words before looks, because new words bring new
//! runs.

use super::both;
use crate::document::Document;
use crate::draft::edit::{insert_after, remove_paragraph, replace, restyle, restyle_paragraphs};
use crate::draft::{Draft, LineSpacing, RuleLineKind, RunStyle};
use crate::engine::node::Node;
use crate::engine::select::select;
use crate::finding::Words;
use crate::recognize::recognize;
use crate::rulebook::example::{LineChange, PageChange, PageNumberChange, Replacement, StyleChange};
use crate::rulebook::{Example, Lexicon, Pick};
use crate::text::Span;

/// The draft with all changes of the example, made one after the other.
/// # Errors
///
/// The place or the words that the base does not have.
pub fn apply(mut draft: Draft, example: &Example, lexicon: &Lexicon) -> Result<Draft, Words> {
    for (key, words) in &example.set {
        let node = find(&draft, lexicon, key.0)?;
        set(&mut draft, &node, words);
    }
    for pick in &example.remove {
        let node = find(&draft, lexicon, *pick)?;
        remove(&mut draft, &node);
    }
    for replacement in &example.replace {
        exchange(&mut draft, lexicon, replacement)?;
    }
    for (key, words) in &example.after {
        let node = find(&draft, lexicon, key.0)?;
        let paragraph = draft.paragraphs_in(last_line(&node)).last().ok_or_else(|| absent(key.0))?;
        // Several lines are several paragraphs.
        for line in words.trim_end().lines().rev() {
            insert_after(&mut draft, paragraph, line);
        }
    }
    for (key, change) in &example.style {
        let node = find(&draft, lexicon, key.0)?;
        style(&mut draft, &node, change);
    }
    for (key, change) in &example.rule_line {
        let node = find(&draft, lexicon, key.0)?;
        rule_line(&mut draft, &node, *change);
    }
    example.page.iter().for_each(|change| page(&mut draft, change));
    example.page_number.iter().for_each(|change| page_number(&mut draft, change));
    Ok(draft)
}

/// The node that an example names. Places move with every change, so each is sought anew.
/// # Errors
///
/// The base has no such place.
fn find(draft: &Draft, lexicon: &Lexicon, pick: Pick) -> Result<Node, Words> {
    let document: Document = recognize(draft, lexicon);
    let mut nodes = select(draft, &document, pick.selector);
    let index = pick.number - 1;
    if index < nodes.len() { Ok(nodes.swap_remove(index)) } else { Err(absent(pick)) }
}

/// The sentence for a place that the base does not have.
fn absent(pick: Pick) -> Words {
    both(&format!("bản gốc không có “{pick}”"), &format!("the base has no “{pick}”"))
}

/// The last line of a node, behind which a paragraph is inserted.
fn last_line(node: &Node) -> Span {
    node.lines.last().copied().unwrap_or(node.span)
}

/// The words take the place of the first line; the other lines go.
fn set(draft: &mut Draft, node: &Node, words: &str) {
    let mut lines = node.lines.clone();
    let first = if lines.is_empty() { node.span } else { lines.remove(0) };
    for line in lines.into_iter().rev() {
        remove_line(draft, line);
    }
    replace(draft, first, words);
}

/// Takes all lines of a node away, from the last on, so that the places of the others hold.
fn remove(draft: &mut Draft, node: &Node) {
    for line in node.lines.iter().rev() {
        remove_line(draft, *line);
    }
}

/// Takes a line away: its paragraph, if the line is all of it; else the words alone.
fn remove_line(draft: &mut Draft, line: Span) {
    let whole = draft.paragraphs_in(line).find(|index| {
        let own = draft.paragraphs[*index].span.trim(&draft.text);
        line.covers(own)
    });
    match whole {
        Some(index) => remove_paragraph(draft, index),
        None => replace(draft, line, ""),
    }
}

/// Replaces words, at the first place or at every one, within a place or in all of the draft. The
/// search goes on behind what was put in, so that words that contain the old ones end it.
///
/// # Errors
///
/// The words are not there, or the place is not.
fn exchange(draft: &mut Draft, lexicon: &Lexicon, change: &Replacement) -> Result<(), Words> {
    let within = match change.inside {
        Some(pick) => find(draft, lexicon, pick)?.span,
        None => Span::new(0, draft.text.len()),
    };
    let mut from = within.start;
    let mut until = within.end;
    loop {
        let found = draft.text.get(from..until).and_then(|text| text.find(&change.find));
        let Some(offset) = found.map(|offset| from + offset) else { break };
        replace(draft, Span::new(offset, offset + change.find.len()), &change.with);
        let after = draft.text.len();
        from = offset + change.with.len().min(after - offset);
        until = (until + change.with.len()).saturating_sub(change.find.len()).min(after);
        if !change.every {
            return Ok(());
        }
    }
    if from > within.start {
        return Ok(());
    }
    let words = &change.find;
    Err(both(&format!("bản gốc không có chữ “{words}”"), &format!("the base does not hold “{words}”")))
}

/// Changes the look of the words of a node and of their paragraphs.
fn style(draft: &mut Draft, node: &Node, change: &StyleChange) {
    for line in &node.lines {
        restyle(draft, *line, |style| restyle_run(style, change));
        restyle_paragraphs(draft, *line, |style| {
            let set = |own: &mut Option<f32>, new: Option<f32>| *own = new.or(*own);
            style.alignment = change.alignment.or(style.alignment);
            set(&mut style.indent_first, change.first_line_indent);
            set(&mut style.space_before, change.space_before);
            set(&mut style.space_after, change.space_after);
            style.line_spacing = change.line_spacing.map(LineSpacing::Multiple).or(style.line_spacing);
        });
    }
}

/// Puts what the change states in the place of what was.
fn restyle_run(style: &mut RunStyle, change: &StyleChange) {
    style.size = change.size.or(style.size);
    style.bold = change.bold.or(style.bold);
    style.italic = change.italic.or(style.italic);
    style.underline = change.underline.or(style.underline);
    if let Some(font) = &change.font {
        style.font = Some(font.clone());
    }
    if let Some(color) = &change.color {
        style.color = Some(color.0.clone());
    }
}

/// The lines anchored in the paragraphs of the node, in its cell, or in blank paragraphs after it.
fn rule_line(draft: &mut Draft, node: &Node, change: LineChange) {
    let Some(last) = draft.paragraph_at(last_line(node).end) else { return };
    let first = draft.paragraph_at(node.span.start).unwrap_or(last);
    let blank = |index: &usize| draft.paragraphs[*index].text(draft).trim().is_empty();
    let after = (last + 1..draft.paragraphs.len()).take_while(blank).last().unwrap_or(last);
    let own = |paragraph: usize| (first..=after).contains(&paragraph);
    if change == LineChange::Remove {
        draft.lines.retain(|line| !own(line.paragraph));
        return;
    }
    for line in draft.lines.iter_mut().filter(|line| own(line.paragraph)) {
        match change {
            LineChange::Typed => line.kind = RuleLineKind::Typed,
            LineChange::Long | LineChange::Remove => line.length = line.length.map(|length| length * 3.0),
        }
    }
}

/// Changes the page of every section; lengths in mm.
fn page(draft: &mut Draft, change: &PageChange) {
    for section in &mut draft.sections {
        let set = |own: &mut Option<f32>, new: Option<f32>| *own = new.or(*own);
        set(&mut section.width, change.width);
        set(&mut section.height, change.height);
        set(&mut section.margins.top, change.top);
        set(&mut section.margins.bottom, change.bottom);
        set(&mut section.margins.left, change.left);
        set(&mut section.margins.right, change.right);
        section.orientation = change.orientation.or(section.orientation);
    }
}

/// Changes the page numbers of every section; size in points.
fn page_number(draft: &mut Draft, change: &PageNumberChange) {
    for section in &mut draft.sections {
        section.title_page = change.title_page.unwrap_or(section.title_page);
        section.number_format = change.format.unwrap_or(section.number_format);
        if change.continued {
            section.number_start = None;
        }
        if change.remove {
            section.page_numbers.clear();
        }
        for field in &mut section.page_numbers {
            field.position = change.position.unwrap_or(field.position);
            field.alignment = change.alignment.or(field.alignment);
            field.style.size = change.size.or(field.style.size);
            field.style.bold = change.bold.or(field.style.bold);
            if let Some(beside) = &change.beside {
                field.beside.clone_from(beside);
            }
        }
    }
}
