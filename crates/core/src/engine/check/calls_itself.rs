//! `calls-itself`: a document speaks of itself by its own form (`Kế hoạch này`).
//!
//! Another form is left over from the model, or it means a text that was named before: so it is told only where no
//! part of the file has that form and nothing of it is named anywhere in the text.

use crate::document::{Document, Part, PartKind};
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Certainty;
use crate::rulebook::check::CallsItselfCheck;
use crate::text::{Span, last_bytes};
use std::collections::HashMap;

/// What makes of a form's name the document itself.
const THIS: &str = " này";

/// Judges paragraphs.
pub fn check(context: &Context<'_>, spec: &CallsItselfCheck, nodes: &[Node]) -> Verdict {
    let mut named: HashMap<&str, bool> = HashMap::new();
    let mut hits = Vec::new();
    for node in nodes {
        let Some(own) = node.part_of(context.document).and_then(|part| form_of(context.document, part))
        else {
            continue;
        };
        let words = context.words(node.span);
        if !words.contains(THIS) {
            continue;
        }
        for (at, form) in forms(context, words) {
            let span = Span::new(node.span.start + at, node.span.start + at + form.len() + THIS.len());
            let is_known =
                form == own || has_part(context.document, form) || context.document.is_quoted(span);
            if is_known || *named.entry(form).or_insert_with(|| is_named(context, spec, form)) {
                continue;
            }
            let hit = Hit::new(span, Certainty::Guessed).with("found", context.words(span));
            hits.push(hit.with("expected", format!("{own}{THIS}")));
        }
    }
    Verdict::of(hits)
}

/// The form of a part. A letter, which has no line for it, is known by other signs.
fn form_of<'d>(document: &'d Document, part: &'d Part) -> Option<&'d str> {
    let of_act = || document.facts.form.as_ref().filter(|_| part.kind == PartKind::Act);
    part.form_name.as_deref().or_else(|| of_act().map(|(name, _)| name.as_str()))
}

/// Whether a part of the file has that form.
fn has_part(document: &Document, form: &str) -> bool {
    document.parts.iter().any(|part| form_of(document, part) == Some(form))
}

/// Forms that are spoken of as this one within a sentence. At its beginning the words may mean what was just said.
fn forms<'a>(context: &Context<'a>, words: &str) -> Vec<(usize, &'a str)> {
    let documents = &context.book.lexicon().documents;
    let begins = words.match_indices(THIS).filter_map(|(at, _)| {
        let ends = words[at + THIS.len()..].chars().next().is_none_or(|letter| !letter.is_alphanumeric());
        let form = documents.iter().find(|form| ends && words[..at].ends_with(*form))?;
        let start = at - form.len();
        let before = words[..start].trim_end_matches([' ', '\u{a0}']);
        let goes_on =
            before.len() < start && before.ends_with(|letter: char| letter.is_alphabetic() || letter == ',');
        goes_on.then_some((start, form))
    });
    begins.collect()
}

/// Whether a text of that form is named anywhere else. Where the small word is a verb too, it counts behind certain
/// words alone.
fn is_named(context: &Context<'_>, spec: &CallsItselfCheck, form: &str) -> bool {
    const NEAR: usize = 40;
    let text = &context.draft.text;
    let named = |text: &str, form: &str, holds: &dyn Fn(&str) -> bool| {
        text.match_indices(form).any(|(at, _)| {
            let is_other = text.get(at + form.len()..).is_some_and(|rest| !rest.starts_with(THIS));
            is_other && holds(last_bytes(&text[..at], NEAR))
        })
    };
    let any = |_: &str| true;
    if !spec.verbs.iter().any(|verb| verb == form) {
        return named(&text.to_lowercase(), &form.to_lowercase(), &any);
    }
    let is_noun = |before: &str| spec.noun.as_ref().is_some_and(|noun| noun.is_match(before));
    named(text, form, &any) || named(text, &form.to_lowercase(), &is_noun)
}
