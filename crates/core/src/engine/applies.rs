//! Whether a rule is for a document.

use super::context::Context;
use crate::finding::Certainty;
use crate::rulebook::Applies;

/// How a document answers one key of a scope.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    /// It fits, as certainly as the fact is known.
    Fits(Certainty),
    /// It does not fit.
    No,
    /// The fact is not known.
    Unknown,
}

impl Answer {
    /// The answer of a fact that is known, or not.
    fn of(fact: Option<(bool, Certainty)>) -> Self {
        fact.map_or(Self::Unknown, |(fits, known)| if fits { Self::Fits(known) } else { Self::No })
    }
}

/// A key of a scope; `None` where the scope does not ask for it.
type Key = fn(&Context<'_>, &Applies) -> Option<Answer>;

/// The keys, those first that are told without a search.
const KEYS: &[Key] = &[period, class, form, except_form, organ, level, organ_name, regime, unit, place];

/// Whether the rule is for the document, and how certain that is; `None` where it is not. A fact that
/// is not known fits no key that is given: unknown is never a violation.
///
/// The certainty is the lowest among the facts that the rule asks for, so that a rule for one form says
/// nothing in red where the form was guessed. Keys are joined by “and”, the values of a key by “or”;
/// the period counts both of its days.
pub fn applies(context: &Context<'_>, scope: &Applies) -> Option<Certainty> {
    let mut answers = KEYS.iter().filter_map(|key| key(context, scope));
    answers.try_fold(Certainty::Certain, |certainty, answer| match answer {
        Answer::Fits(known) => Some(certainty.min(known)),
        Answer::No | Answer::Unknown => None,
    })
}

/// Whether the document is exempt by a scope: it fits, or may fit as far as is known. Here the
/// doubt is in favour of the draft, so a fact that is not known fits.
pub fn is_exempt(context: &Context<'_>, scope: &Applies) -> bool {
    KEYS.iter().filter_map(|key| key(context, scope)).all(|answer| answer != Answer::No)
}

fn period(context: &Context<'_>, scope: &Applies) -> Option<Answer> {
    if scope.from.is_none() && scope.to.is_none() {
        return None;
    }
    let day = context.judged.day;
    let fits = scope.from.is_none_or(|from| from <= day) && scope.to.is_none_or(|to| day <= to);
    Some(Answer::of(Some((fits, Certainty::Certain))))
}

fn class(context: &Context<'_>, scope: &Applies) -> Option<Answer> {
    let wanted = scope.class.as_ref()?;
    Some(Answer::of(context.judged.class.map(|own| (wanted.contains(&own), Certainty::Certain))))
}

fn form(context: &Context<'_>, scope: &Applies) -> Option<Answer> {
    let wanted = scope.form.as_ref()?;
    let own = context.document.facts.form.as_ref();
    Some(Answer::of(own.map(|(form, known)| (wanted.contains(form), *known))))
}

fn except_form(context: &Context<'_>, scope: &Applies) -> Option<Answer> {
    let exempt = scope.except_form.as_ref()?;
    let own = context.document.facts.form.as_ref();
    Some(Answer::of(own.map(|(form, known)| (!exempt.contains(form), *known))))
}

fn organ(context: &Context<'_>, scope: &Applies) -> Option<Answer> {
    let wanted = scope.organ.as_ref()?;
    let own = context.document.facts.organ.as_ref();
    Some(Answer::of(own.map(|(organ, known)| (wanted.contains(&organ.kind), *known))))
}

fn level(context: &Context<'_>, scope: &Applies) -> Option<Answer> {
    let wanted = scope.level.as_ref()?;
    let own = context.document.facts.organ.as_ref();
    Some(Answer::of(own.map(|(organ, known)| (wanted.contains(&organ.level), *known))))
}

fn organ_name(context: &Context<'_>, scope: &Applies) -> Option<Answer> {
    let wanted = scope.organ_name.as_ref()?;
    let lexicon = context.book.lexicon();
    Some(Answer::of(context.document.facts.organ.as_ref().map(|(organ, known)| {
        let name = lexicon.organ_key(&organ.name);
        (wanted.iter().any(|wanted| lexicon.organ_key(wanted) == name), *known)
    })))
}

fn regime(context: &Context<'_>, scope: &Applies) -> Option<Answer> {
    let wanted = scope.regime.as_ref()?;
    let own = context.judged.regime.as_ref();
    Some(Answer::of(own.map(|own| (wanted.contains(own), Certainty::Certain))))
}

fn unit(context: &Context<'_>, scope: &Applies) -> Option<Answer> {
    let wanted = scope.unit.as_ref()?;
    let own = context.territory().own_unit();
    Some(Answer::of(own.map(|(unit, known)| (wanted.iter().any(|wanted| wanted == unit), known))))
}

/// Where nothing tells the province in which the organ works, it may be any.
fn place(context: &Context<'_>, scope: &Applies) -> Option<Answer> {
    let wanted = scope.place.as_ref()?;
    let territory = context.territory();
    let held = wanted.iter().filter_map(|place| territory.lies_in(context.book, place)).max();
    Some(match held {
        Some(known) => Answer::Fits(known),
        None if territory.has_province() => Answer::No,
        None => Answer::Unknown,
    })
}
