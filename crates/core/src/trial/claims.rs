//! The regimes that rules claim, held against their examples: what no example shows, nobody knows.
//!
//! A regime is a law of a class in a period. A rule that names provisions of several regimes says that
//! it holds in all of them; one example for each is the least that shows it.

use super::{ExampleResult, Subject};
use crate::finding::Words;
use crate::rulebook::RuleBook;
use std::collections::{BTreeMap, BTreeSet};

/// A regime in which a rule can apply, and for which no example shows what it finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The rule.
    pub rule: String,
    /// Id of the regime.
    pub regime: String,
    /// Its title.
    pub title: Words,
}

/// The regimes, rule by rule, for which none of the examples that were run makes a finding. A rule
/// with a faulty example is passed over: what it lacks shows when the fault is put right.
pub fn lacking(book: &RuleBook, results: &[ExampleResult]) -> Vec<Lack> {
    let mut shown: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for result in results {
        let Subject::Example(rule, number) = &result.subject else { continue };
        let own = shown.entry(rule).or_default();
        let finds = book.examples(rule).get(number - 1).is_some_and(|example| example.finds > 0);
        own.extend(result.regime.as_deref().filter(|_| finds));
    }
    for result in results.iter().filter(|result| result.fault.is_some()) {
        if let Subject::Example(rule, _) = &result.subject {
            shown.remove(rule.as_str());
        }
    }
    let lacks = shown.iter().flat_map(|(rule, own)| {
        let claimed = book.regimes_of(rule).into_iter().filter(|regime| !own.contains(regime.id.as_str()));
        claimed.map(|regime| Lack {
            rule: (*rule).to_owned(),
            regime: regime.id.clone(),
            title: regime.title.words(),
        })
    });
    lacks.collect()
}
