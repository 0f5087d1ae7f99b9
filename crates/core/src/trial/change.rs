//! The one change that an example makes to its base draft.
//!
//! Changes are made on the dressed draft, not on its Markdown: only so can an example be wrong in its
//! look or its pages. They are made in a fixed order, words before looks, because new words bring new
//! runs.

use super::both;
use crate::document::Document;
use crate::draft::{Change, ChangeKind, Comment, Draft};
use crate::edit::{Edit, LettersChange, LineChange, ParagraphChange, Side, apply as apply_edits};
use crate::engine::node::Node;
use crate::engine::select::select;
use crate::finding::Words;
use crate::recognize::recognize;
use crate::rulebook::example::{LineChange as Line, Replacement, StyleChange};
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
            let words = line.to_owned();
            apply_edits(&mut draft, &[Edit::Insert { paragraph, side: Side::After, words, look: None }]);
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
    for pick in &example.comment {
        let span = find(&draft, lexicon, *pick)?.span;
        draft.beside.comments.push(Comment { span, ..Comment::default() });
    }
    for pick in &example.insertion {
        let span = find(&draft, lexicon, *pick)?.span;
        let kind = ChangeKind::Insertion;
        draft.beside.changes.push(Change { kind, author: None, date: None, span, words: String::new() });
    }
    if let Some(change) = &example.page {
        pages(&mut draft, |section| Edit::Page { section, change: change.clone() });
    }
    if let Some(change) = &example.page_number {
        pages(&mut draft, |section| Edit::PageNumber { section, change: change.clone() });
    }
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
    let mut lines = node.lines.iter().copied();
    let first = lines.next().unwrap_or(node.span);
    let mut edits: Vec<Edit> = lines.map(|line| Edit::without(draft, line)).collect();
    edits.push(Edit::Words { span: first, with: words.to_owned() });
    apply_edits(draft, &edits);
}

/// Takes all lines of a node away.
fn remove(draft: &mut Draft, node: &Node) {
    let edits: Vec<Edit> = node.lines.iter().map(|line| Edit::without(draft, *line)).collect();
    apply_edits(draft, &edits);
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
        let span = Span::new(offset, offset + change.find.len());
        apply_edits(draft, &[Edit::Words { span, with: change.with.clone() }]);
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
    let mut edits = Vec::new();
    for line in &node.lines {
        edits.push(Edit::Letters { span: *line, style: LettersChange::of(change) });
        let paragraphs = draft.paragraphs_in(*line);
        edits.extend(
            paragraphs.map(|paragraph| Edit::Paragraph { paragraph, style: ParagraphChange::of(change) }),
        );
    }
    apply_edits(draft, &edits);
}

/// The lines anchored in the paragraphs of the node, in its cell, or in blank paragraphs after it.
fn rule_line(draft: &mut Draft, node: &Node, change: Line) {
    let Some(last) = draft.paragraph_at(last_line(node).end) else { return };
    let first = draft.paragraph_at(node.span.start).unwrap_or(last);
    let blank = |index: &usize| draft.paragraphs[*index].text(draft).trim().is_empty();
    let after = (last + 1..draft.paragraphs.len()).take_while(blank).last().unwrap_or(last);
    let own = draft.lines.iter().filter(|line| (first..=after).contains(&line.paragraph));
    let edits = own.filter_map(|line| {
        let change = match change {
            Line::Remove => LineChange::Drop,
            Line::Typed => LineChange::Typed,
            Line::Long => LineChange::Length(line.length? * 3.0),
        };
        Some(Edit::Line { paragraph: line.paragraph, change })
    });
    let edits: Vec<Edit> = edits.collect();
    apply_edits(draft, &edits);
}

/// Changes the pages of every section.
fn pages(draft: &mut Draft, edit: impl Fn(usize) -> Edit) {
    let edits: Vec<Edit> = (0..draft.sections.len()).map(edit).collect();
    apply_edits(draft, &edits);
}
