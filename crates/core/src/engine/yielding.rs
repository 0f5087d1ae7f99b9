//! Consequences: findings that another rule's finding explains.
//!
//! A rule says to which rules it yields (`yields-to`). Its finding is the consequence of one of theirs where
//! both speak of the same words: all its primary places meet primary places of that finding. Two places
//! meet if their words share a letter, or if both hang on the same gap, paragraph, page or header. The rule
//! counts as one that found something all the same; and without the other rule it speaks.

use crate::finding::{Anchor, Finding, Place, Role};
use crate::rulebook::RuleBook;

/// Drops the findings that are consequences of others. Whether one is, is seen in what was found at first,
/// so that a chain of consequences leaves its beginning alone.
pub fn drop_consequences(book: &RuleBook, findings: &mut Vec<Finding>) {
    let is_consequence = |finding: &Finding, all: &[Finding]| {
        let yields_to = book.rule(&finding.rule).map(|rule| rule.yields_to.as_slice()).unwrap_or_default();
        all.iter().any(|other| yields_to.contains(&other.rule) && explains(other, finding))
    };
    let kept: Vec<bool> = findings.iter().map(|own| !is_consequence(own, findings)).collect();
    let mut kept = kept.into_iter();
    findings.retain(|_| kept.next().unwrap_or(true));
}

/// Whether all that a finding marks is marked by the cause too.
fn explains(cause: &Finding, finding: &Finding) -> bool {
    let mut own = primary(finding);
    own.all(|place| primary(cause).any(|other| meet(place, other)))
}

fn primary(finding: &Finding) -> impl Iterator<Item = &Place> {
    finding.places.iter().filter(|place| place.role == Role::Primary)
}

fn meet(one: &Place, other: &Place) -> bool {
    let is_same_home = one.anchor == other.anchor && !matches!(one.anchor, Anchor::Words | Anchor::Document);
    is_same_home || one.span.overlaps(other.span)
}
