//! Consequences: findings that another rule's finding explains.
//!
//! A rule says to which rules it yields (`yields-to`). Its finding is the consequence of one of theirs where
//! both speak of the same words: all its primary places meet primary places of that finding. Two places
//! meet if their words share a letter, or if both hang on the same gap, paragraph, page or header. The rule
//! counts as one that found something all the same; and without the other rule it speaks.

use crate::finding::{Anchor, Finding, Place, Role};
use crate::rulebook::RuleBook;
use crate::text::Spans;
use std::collections::{HashMap, HashSet};

/// Drops the findings that are consequences of others. Whether one is, is seen in what was found at first,
/// so that a chain of consequences leaves its beginning alone.
pub fn drop_consequences(book: &RuleBook, findings: &mut Vec<Finding>) {
    let mut by_rule: HashMap<&str, Vec<&Finding>> = HashMap::new();
    for finding in findings.iter() {
        by_rule.entry(&finding.rule).or_default().push(finding);
    }
    let mut causes: HashMap<&str, Causes> = HashMap::new();
    let mut is_consequence = |finding: &Finding| {
        let yields_to = book.rule(&finding.rule).map(|rule| rule.yields_to.as_slice()).unwrap_or_default();
        yields_to.iter().any(|rule| {
            let Some((rule, own)) = by_rule.get_key_value(rule.as_str()) else { return false };
            causes.entry(rule).or_insert_with(|| Causes::of(own)).explain(finding)
        })
    };
    let kept: Vec<bool> = findings.iter().map(|own| !is_consequence(own)).collect();
    let mut kept = kept.into_iter();
    findings.retain(|_| kept.next().unwrap_or(true));
}

/// The findings of one rule as causes of others. A rule may find something in every paragraph, and so may
/// the rule that yields to it.
struct Causes {
    /// What each of them marks.
    each: Vec<Marked>,
    /// What any of them marks.
    all: Marked,
}

impl Causes {
    fn of(findings: &[&Finding]) -> Self {
        let each = findings.iter().map(|own| Marked::of(primary(own))).collect();
        Self { each, all: Marked::of(findings.iter().flat_map(|own| primary(own))) }
    }

    /// Whether all that a finding marks is marked by one of the causes too.
    fn explain(&self, finding: &Finding) -> bool {
        if !primary(finding).all(|place| self.all.meets(place)) {
            return false;
        }
        // A single place that any of them marks is marked by one of them.
        let is_single = primary(finding).nth(1).is_none();
        is_single || self.each.iter().any(|cause| primary(finding).all(|place| cause.meets(place)))
    }
}

/// What primary places mark.
struct Marked {
    words: Spans,
    homes: HashSet<Anchor>,
}

impl Marked {
    fn of<'a>(places: impl Iterator<Item = &'a Place> + Clone) -> Self {
        let homes = places.clone().map(|place| place.anchor).filter(|anchor| is_home(*anchor));
        Self { homes: homes.collect(), words: places.map(|place| place.span).collect() }
    }

    fn meets(&self, place: &Place) -> bool {
        self.homes.contains(&place.anchor) || self.words.overlap(place.span)
    }
}

fn primary(finding: &Finding) -> impl Iterator<Item = &Place> + Clone {
    finding.places.iter().filter(|place| place.role == Role::Primary)
}

/// Whether two places with that anchor are one, whatever their words.
const fn is_home(anchor: Anchor) -> bool {
    !matches!(anchor, Anchor::Words | Anchor::Document)
}
