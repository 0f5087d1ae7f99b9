//! Whether a rule is for a document.

use super::context::Context;
use crate::finding::Certainty;
use crate::rulebook::Applies;

/// Whether the rule is for the document, and how certain that is; `None` where it is not. A fact that
/// is not known fits no key that is given: unknown is never a violation.
///
/// The certainty is the lowest among the facts that the rule asks for, so that a rule for one form says
/// nothing in red where the form was guessed. Keys are joined by “and”, the values of a key by “or”;
/// the period counts both of its days.
pub fn applies(context: &Context<'_>, applies: &Applies) -> Option<Certainty> {
    let facts = &context.document.facts;
    let mut certainty = Certainty::Certain;
    if let Some(classes) = &applies.class
        && !classes.contains(&context.judged.class?)
    {
        return None;
    }
    if applies.form.is_some() || applies.except_form.is_some() {
        let form = facts.form.as_ref().map(|(name, known)| (name, *known));
        if let Some(wanted) = &applies.form {
            let (name, known) = form?;
            if !wanted.contains(name) {
                return None;
            }
            certainty = certainty.min(known);
        }
        if let Some(exempt) = &applies.except_form {
            let (name, known) = form?;
            if exempt.contains(name) {
                return None;
            }
            certainty = certainty.min(known);
        }
    }
    if applies.organ.is_some() || applies.level.is_some() {
        let (organ, known) = facts.organ.as_ref()?;
        let fits = applies.organ.as_ref().is_none_or(|kinds| kinds.contains(&organ.kind))
            && applies.level.as_ref().is_none_or(|levels| levels.contains(&organ.level));
        if !fits {
            return None;
        }
        certainty = certainty.min(*known);
    }
    if let Some(wanted) = &applies.organ_name {
        let (organ, known) = facts.organ.as_ref()?;
        let lexicon = context.book.lexicon();
        let name = lexicon.organ_key(&organ.name);
        if !wanted.iter().any(|wanted| lexicon.organ_key(wanted) == name) {
            return None;
        }
        certainty = certainty.min(*known);
    }
    if let Some(places) = &applies.place {
        let held = places.iter().filter_map(|place| context.territory().lies_in(context.book, place)).max();
        certainty = certainty.min(held?);
    }
    if let Some(regimes) = &applies.regime
        && !regimes.contains(context.judged.regime.as_ref()?)
    {
        return None;
    }
    let day = context.judged.day;
    let in_period = applies.from.is_none_or(|from| from <= day) && applies.to.is_none_or(|to| day <= to);
    in_period.then_some(certainty)
}
