//! `authority`: looks into the authority matrix.
//!
//! Which organ may issue which form, under which symbol, signed by whom, stands in the rule book as
//! rows with days and provisions. The check finds the row and compares; it knows no organ and no form
//! itself.

use crate::document::Signature;
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Certainty, Reason};
use crate::rulebook::check::AuthorityCheck;
use crate::rulebook::{Power, PowerKey};
use crate::text::vietnamese::name_key;

/// Judges the nodes by the row of the matrix for this organ, form, class and day. Without a row, or
/// without one of the facts, it cannot be told.
pub fn check(context: &Context<'_>, mode: AuthorityCheck, nodes: &[Node]) -> Verdict {
    let facts = &context.document.facts;
    let (Some((organ, organ_known)), Some((form, form_known)), Some(class)) =
        (&facts.organ, &facts.form, context.judged.class)
    else {
        return Verdict::unknown(Reason::FactsUnknown);
    };
    let key = PowerKey { organ: organ.kind, level: organ.level, form, class, day: context.judged.day };
    let Some(row) = context.book.organs().and_then(|organs| organs.find(key)) else {
        return Verdict::unknown(Reason::NoAuthorityRow);
    };
    let known = (*organ_known).min(*form_known);
    let hits = nodes.iter().filter_map(|node| {
        let hit = match mode {
            AuthorityCheck::Power => power(row, node),
            AuthorityCheck::Symbol => symbol(row, node),
            AuthorityCheck::Signature => signature(context, row, node),
        }?;
        let certainty = hit.certainty.min(known);
        Some(Hit { certainty, ..hit }.with("organ", organ.name.clone()).with("form", form.clone()))
    });
    Verdict::of(hits.collect())
}

/// The form is one that the organ may issue; else the hit tells the symbols of the row that may be
/// right.
fn power(row: &Power, node: &Node) -> Option<Hit> {
    (!row.allowed).then(|| {
        let right = row.symbol.iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        Hit::new(node.span, node.certainty).with("found", node.value.clone()).with("expected", right)
    })
}

/// The symbol is one of the row. Only a single right symbol is a replacement.
fn symbol(row: &Power, node: &Node) -> Option<Hit> {
    let right = row.symbol.as_ref()?;
    if right.contains(&node.value) {
        return None;
    }
    let hit = Hit::new(node.span, node.certainty).with("found", node.value.clone());
    Some(match right.as_slice() {
        [one] => hit.expecting(one.clone()),
        several => hit.with("expected", several.join(", ")),
    })
}

/// The lines of a signature are one of the stacks that the row allows. A signature of which no line was
/// recognized tells nothing.
fn signature(context: &Context<'_>, row: &Power, node: &Node) -> Option<Hit> {
    let stacks = row.signature.as_ref()?;
    let Handle::Signature(index) = node.handle else { return None };
    let signature = node.part_of(context.document)?.signatures.get(index)?;
    if signature.lines.is_empty() || stacks.iter().any(|stack| fits(stack, signature)) {
        return None;
    }
    let shown = |lines: &[String]| lines.join(" / ");
    let found: Vec<String> = signature.lines.iter().map(|line| line.line.value.clone()).collect();
    let right: Vec<String> = stacks.iter().map(|stack| shown(stack)).collect();
    let certainty =
        signature.lines.iter().map(|line| line.line.certainty).min().unwrap_or(Certainty::Guessed);
    Some(Hit::new(node.span, certainty).with("found", shown(&found)).with_words(
        "expected",
        right.join(" hoặc "),
        right.join(" or "),
    ))
}

/// Whether the lines of a signature are those of a stack: each entry begins a line, in order, the
/// first one the first line, and no other line claims a capacity. A long name may wrap.
fn fits(stack: &[String], signature: &Signature) -> bool {
    let mut entries = stack.iter().map(|entry| name_key(entry)).peekable();
    for (index, line) in signature.lines.iter().enumerate() {
        let value = name_key(&line.line.value);
        if entries.peek().is_some_and(|entry| value.starts_with(entry.as_str())) {
            entries.next();
        } else if index == 0 || line.capacity.is_some() {
            return false;
        }
    }
    entries.peek().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Component, SignatureLine};
    use crate::text::Span;

    fn signed(lines: &[&str]) -> Signature {
        let line = |words: &&str| {
            let line = Component::line(words, Span::new(0, words.len()), Certainty::Certain);
            let capacity = words.split_once(". ").map(|(capacity, _)| capacity.to_owned());
            SignatureLine { words: line.span, line, capacity }
        };
        Signature { lines: lines.iter().map(line).collect(), ..Signature::default() }
    }

    fn stack(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn a_stack_fits_with_its_names_and_wrapped_lines() {
        let collective = stack(&["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]);
        assert!(fits(&collective, &signed(&["TM. UỶ BAN NHÂN DÂN", "CHỦ TỊCH"])));
        assert!(fits(&collective, &signed(&["TM. ỦY BAN NHÂN DÂN", "XÃ HÒA BÌNH", "CHỦ TỊCH"])));
    }

    #[test]
    fn another_capacity_does_not_fit() {
        let collective = stack(&["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]);
        assert!(!fits(&collective, &signed(&["CHỦ TỊCH"])));
        assert!(!fits(&collective, &signed(&["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"])));
        assert!(!fits(&stack(&["CHỦ TỊCH"]), &signed(&["TUQ. CHỦ TỊCH"])));
        assert!(!fits(&stack(&["CHỦ TỊCH"]), &signed(&["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"])));
    }
}
