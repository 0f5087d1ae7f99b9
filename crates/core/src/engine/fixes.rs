//! What would put a finding right: the policy of the rule meets what its check can write.

use super::context::Context;
use super::outcome::Hit;
use crate::document::ComponentKind;
use crate::edit::{Edit, Look, Side, title};
use crate::finding::{Anchor, Certainty, Fix};
use crate::look::dress::{paragraph_style, run_style};
use crate::look::measure::length;
use crate::rulebook::bilingual::fill;
use crate::rulebook::repair::EXPECTED;
use crate::rulebook::{FixSpec, Layout, Rule, Safety, Selector};
use crate::text::Span;

/// The repair of the hits of one finding, all of them together: a repair that leaves one of them would not
/// close the finding. Places that were guessed, and words that wrap over lines, need a person.
pub fn fixes(context: &Context<'_>, rule: &Rule, hits: &[Hit], certainty: Certainty) -> Vec<Fix> {
    let Some(spec) = rule.fix.as_ref().filter(|spec| spec.safety != Safety::Never) else {
        return Vec::new();
    };
    let mut edits: Vec<Edit> = Vec::new();
    for hit in hits {
        let own = edits_of(context, rule, spec, hit);
        if own.is_empty() {
            return Vec::new();
        }
        edits.extend(own);
    }
    let is_certain = certainty == Certainty::Certain && hits.iter().all(|hit| hit.certainty == certainty);
    let is_safe =
        spec.safety == Safety::Safe && is_certain && edits.iter().all(|edit| is_narrow(context, edit));
    let safety = if is_safe { Safety::Safe } else { Safety::Ask };
    vec![Fix { title: title(context.draft, &edits), safety, edits }]
}

/// Whether the words that go stand on one line.
fn is_narrow(context: &Context<'_>, edit: &Edit) -> bool {
    match edit {
        Edit::Words { span, .. } => !context.words(*span).contains(['\n', '\t']),
        _ => true,
    }
}

/// The edits that put one hit right; none where that is not known.
fn edits_of(context: &Context<'_>, rule: &Rule, spec: &FixSpec, hit: &Hit) -> Vec<Edit> {
    if !spec.rewrite.is_empty() {
        let old = context.words(hit.span);
        return spec.rewritten(old).map(|new| least(hit.span, old, &new)).into_iter().collect();
    }
    let template = spec.replace_with.as_deref();
    let words = match template {
        Some(EXPECTED) => hit.replacement.clone(),
        Some(template) => Some(fill(template, |name| hit.variables.get(name).map(|value| value.vi.as_str()))),
        None if hit.edits.is_empty() => hit.replacement.clone(),
        None => None,
    };
    match words {
        Some(words) => written(context, rule, hit, words).into_iter().collect(),
        None if template.is_none() => hit.edits.clone(),
        None => Vec::new(),
    }
}

/// The least that makes the new words of the old ones: what is the same at both ends keeps its look.
fn least(span: Span, old: &str, new: &str) -> Edit {
    let same = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| -> usize {
        one.zip(other).take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8()).sum()
    };
    let head = same(&mut old.chars(), &mut new.chars());
    let (old, new) = (&old[head..], &new[head..]);
    let tail = same(&mut old.chars().rev(), &mut new.chars().rev());
    let with = new[..new.len() - tail].to_owned();
    Edit::Words { span: Span::new(span.start + head, span.end - tail), with }
}

/// Words put where the hit says: in the place of its own, at the end of its line, or in its gap.
fn written(context: &Context<'_>, rule: &Rule, hit: &Hit, words: String) -> Option<Edit> {
    match hit.anchor {
        Anchor::Gap { paragraph, side } => Some(inserted(context, rule, (paragraph, side), words)),
        Anchor::Paragraph(paragraph) if hit.span.is_empty() => {
            let own = context.draft.paragraphs.get(paragraph)?.span.trim(&context.draft.text);
            Some(Edit::Words { span: Span::at(own.end), with: behind(own.of(&context.draft.text), &words) })
        }
        Anchor::Words | Anchor::Paragraph(_) => {
            let is_other = words != context.words(hit.span);
            is_other.then_some(Edit::Words { span: hit.span, with: words })
        }
        Anchor::Section(_) | Anchor::HeaderPart(_) | Anchor::Document => None,
    }
}

/// What is added behind a line: not what it ends with already (`./.` behind a full stop).
fn behind(line: &str, words: &str) -> String {
    let mut ends = words.char_indices().rev().map(|(at, letter)| at + letter.len_utf8());
    let known = ends.find(|end| line.ends_with(&words[..*end])).unwrap_or(0);
    words[known..].to_owned()
}

/// A paragraph in a gap, in the look that the law prescribes for it where the source has looks at all.
fn inserted(context: &Context<'_>, rule: &Rule, gap: (usize, Side), words: String) -> Edit {
    let selector = rule.select.0.first().copied();
    let look = selector.filter(|_| context.draft.format.has_typography()).and_then(|selector| {
        let layout = context.book.layout()?;
        look(layout, selector, &words)
    });
    Edit::Insert { paragraph: gap.0, side: gap.1, words, look: look.map(Box::new) }
}

/// The look of a component in the layout of the book.
fn look(layout: &Layout, selector: Selector, words: &str) -> Option<Look> {
    let role = ComponentKind::selected_by(selector)?.role()?;
    let own = layout.look(role);
    let line = own.rule_line.as_ref().map(|line| length(words, own.size, own.bold) * line.ratio);
    Some(Look { letters: run_style(layout, role), paragraph: paragraph_style(own), line })
}
