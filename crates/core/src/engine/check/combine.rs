//! `any`, `not` and `when`: judged node by node, unless a kind in them looks at all nodes together.
//!
//! The logic has three values. What cannot be told is carried along: it neither passes nor fails, and a
//! combination is only decided where the unknown could not have changed it.

use super::evaluate;
use crate::engine::context::{Context, Target};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Reasons;
use crate::rulebook::Check;
use crate::rulebook::check::Conditional;

/// The targets that a combination judges one by one.
/// Judged one by one, a rule can say of each place on its own that this or that must hold; a collective
/// kind (a sequence, a list) would lose its neighbours.
fn each(collective: bool, target: Target<'_>) -> Vec<Target<'_>> {
    if collective {
        return vec![target];
    }
    target.nodes.iter().map(|node| Target { nodes: std::slice::from_ref(node), ..target }).collect()
}

/// At least one check passes; the hits are those of the first check.
pub fn any(context: &Context<'_>, checks: &[Check], target: Target<'_>) -> Verdict {
    let collective = checks.iter().any(Check::is_collective);
    let judge = |target: Target<'_>| {
        let mut first: Option<Verdict> = None;
        let mut unknown = Reasons::default();
        for check in checks {
            let verdict = evaluate(context, check, target);
            if verdict.passes() {
                return Verdict::pass();
            }
            // What cannot be told might have passed.
            unknown |= verdict.undecided();
            first.get_or_insert(verdict);
        }
        if unknown.is_empty() { first.unwrap_or_default() } else { Verdict::unless(unknown) }
    };
    each(collective, target).into_iter().map(judge).collect()
}

/// The check does not pass; the hit is the node.
pub fn not(context: &Context<'_>, check: &Check, target: Target<'_>) -> Verdict {
    let judge = |target: Target<'_>| {
        let verdict = evaluate(context, check, target);
        if !verdict.passes() {
            return Verdict::unless(verdict.undecided());
        }
        target.nodes.first().map_or_else(Verdict::pass, |node| {
            Verdict::fail(Hit::new(node.span, node.certainty).with("found", node.value.clone()))
        })
    };
    each(check.is_collective(), target).into_iter().map(judge).collect()
}

/// Where the condition passes, the other check must.
/// A condition that cannot be told demands nothing, but is handed on as unknown.
pub fn when(context: &Context<'_>, both: &Conditional, target: Target<'_>) -> Verdict {
    let collective = both.condition.is_collective() || both.then.is_collective();
    let judge = |target: Target<'_>| {
        let condition = evaluate(context, &both.condition, target);
        if condition.passes() {
            evaluate(context, &both.then, target)
        } else {
            Verdict::unless(condition.undecided())
        }
    };
    each(collective, target).into_iter().map(judge).collect()
}
