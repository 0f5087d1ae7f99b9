//! `leads`: where a reference leads.
//!
//! What leads to the unit in which it stands says nothing: the number was not changed when units were moved. And
//! recipients that are named by an article (`Như Điều 3`) are those of the article that gives them their task.

use super::resolves::{Index, target_of};
use crate::document::{ReferenceTarget, UnitKind};
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Certainty;
use crate::rulebook::Pattern as Wanted;
use crate::rulebook::check::{Headed, LeadsCheck};
use crate::text::{Pattern, Span};
use std::collections::{HashMap, HashSet};

/// Judges references, or recipients.
pub fn check(context: &Context<'_>, spec: &LeadsCheck, nodes: &[Node]) -> Verdict {
    let mut hits = Vec::new();
    if spec.elsewhere {
        let mut known: HashMap<usize, Index<'_>> = HashMap::new();
        hits.extend(nodes.iter().filter_map(|node| to_itself(context, &mut known, node)));
    }
    if let Some(to) = &spec.to {
        hits.extend(nodes.iter().filter_map(|node| to_others(context, to, node)));
    }
    if let Some(headed) = &spec.headed {
        hits.extend(to_headings(context, headed, nodes));
    }
    Verdict::of(hits)
}

/// Words that name something by its number which heads no paragraph of the file, although others of its kind do.
fn to_headings(context: &Context<'_>, headed: &Headed, nodes: &[Node]) -> Vec<Hit> {
    let number = |value: &str| value.trim_start_matches('0').to_lowercase();
    let paragraphs =
        context.draft.paragraphs.iter().map(|paragraph| paragraph.text(context.draft).trim_start());
    let heads = paragraphs.filter_map(|words| {
        let captures = headed.by.regex_for(words)?.captures(words)?;
        Some(number(captures.name("value")?.as_str()))
    });
    let there: HashSet<String> = heads.collect();
    if there.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for node in nodes.iter().filter(|node| !context.document.is_quoted(node.span)) {
        let words = context.words(node.span);
        let Some(regex) = headed.named.regex_for(words) else { continue };
        for captures in regex.captures_iter(words) {
            let (Some(whole), Some(value)) = (captures.get(0), captures.name("value")) else { continue };
            if there.contains(&number(value.as_str())) {
                continue;
            }
            let span = Span::new(node.span.start + whole.start(), node.span.start + value.end());
            hits.push(Hit::new(span, Certainty::Guessed).with("found", context.words(span)));
        }
    }
    hits
}

/// The label of a clause or point within a paragraph.
static LABEL: Pattern = Pattern::new(r"[\s:;.](?:[0-9]{1,2}[.)/]|[a-zđ][0-9]?\))\s");

/// A reference that leads to the unit whose own words hold it. What stands in a clause may speak of its article by
/// number where the whole of it is meant, and in a point of its clause.
fn to_itself<'d>(context: &Context<'d>, known: &mut HashMap<usize, Index<'d>>, node: &Node) -> Option<Hit> {
    let Handle::Reference(index) = node.handle else { return None };
    let document = context.document;
    let reference = document.references.get(index)?;
    let is_own = reference.target == ReferenceTarget::ThisPart && reference.appendix.is_none();
    let from = reference.from.filter(|_| is_own && !document.is_quoted(reference.span))?;
    let part = document.parts.get(reference.part)?;
    let units = known.entry(reference.part).or_insert_with(|| Index::of(part));
    let target = target_of(&context.draft.text, part, units, Some(from), &reference.path)?;
    let unit = part.units.get(target).filter(|_| target == from)?;
    // What stands behind another label, or in a further paragraph, may be of a unit that was not recognized.
    let before = context.words(Span::new(unit.label.end, reference.span.start.max(unit.label.end)));
    if before.contains('\n') || LABEL.is_match(before) {
        return None;
    }
    let certainty = unit.certainty.min(Certainty::Guessed);
    let hit = Hit::new(reference.span, certainty).with("found", context.words(reference.span));
    Some(hit.with("expected", format!("{} này", unit.kind.word())))
}

/// A recipient that is named by other articles than those in which the words stand.
fn to_others(context: &Context<'_>, to: &Wanted, node: &Node) -> Option<Hit> {
    let words = node.value.to_lowercase();
    let (_, after) = words.split_once("như điều ")?;
    let part = node.part_of(context.document)?;
    let named: Vec<&str> = after
        .split(|letter: char| !letter.is_alphanumeric())
        .take_while(|word| {
            word.starts_with(|letter: char| letter.is_ascii_digit()) || matches!(*word, "" | "và" | "điều")
        })
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))
        .collect();
    let articles = || part.units.iter().filter(|unit| unit.kind == UnitKind::Article);
    let holds = |span| to.is_match(context.words(span));
    let right: Vec<&str> =
        articles().filter(|unit| holds(unit.span)).map(|unit| unit.number.as_str()).collect();
    // An article that is not there is told as such.
    let are_there = named.iter().all(|number| articles().any(|unit| unit.number == *number));
    let last = right.last().filter(|_| !named.is_empty() && are_there)?;
    if named.iter().any(|number| right.contains(number)) {
        return None;
    }
    let hit = Hit::new(node.span, node.certainty).with("found", node.value.clone());
    Some(hit.expecting(format!("Như Điều {last}")))
}
