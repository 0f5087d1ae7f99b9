//! One rule explained.

use crate::document::Stage;
use crate::finding::{Evidence, Severity, Words};
use crate::rulebook::RuleBook;
use crate::rulebook::{Applies, Regime, Rule, Safety};
use crate::text::Date;
use crate::trial::{Demonstration, demonstrate};

/// The stages of a draft, in order.
pub const STAGES: [Stage; 3] = [Stage::Draft, Stage::Review, Stage::Issue];

/// A rule with all that a person needs to know of it.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// Its id.
    pub rule: String,
    /// What it demands, in a few words.
    pub title: Words,
    /// Its severity in each regime in which it can apply.
    pub severities: Vec<RegimeSeverity>,
    /// The documents it is for.
    pub applies: Applies,
    /// The provisions it enforces.
    pub law: Vec<ExplainedProvision>,
    /// Why it exists, where more is to be said than the law says.
    pub why: Option<Words>,
    /// A wrong and a right example.
    pub example: Option<Demonstration>,
    /// What to do.
    pub help: Option<Words>,
    /// Whether there is a mechanical repair, and whether it may be applied without asking.
    pub fix: Option<Safety>,
}

/// The severity of a rule in a regime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegimeSeverity {
    /// Id of the regime.
    pub regime: String,
    /// Its title.
    pub title: Words,
    /// Severity at each of [`STAGES`], as far as the evidence allows; `None` for silence.
    pub stages: [Option<Severity>; 3],
}

/// A provision that a rule enforces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedProvision {
    /// Its id, `instrument/local`.
    pub id: String,
    /// Number of the instrument as cited.
    pub instrument: String,
    /// Title of the instrument.
    pub title: Words,
    /// Where it stands in the instrument, in Vietnamese.
    pub at: String,
    /// What it demands.
    pub requirement: Words,
    /// How well its text is known.
    pub evidence: Evidence,
    /// First and last days of its force, one period for each regime in which the rule can apply.
    pub periods: Vec<(Date, Option<Date>)>,
}

/// Explains a rule; `None` if there is no such rule. `today` is the day for examples without a date.
pub fn explain(book: &RuleBook, id: &str, today: Date) -> Option<Explanation> {
    let rule = book.rule(id)?;
    let regimes = book.regimes_of(id);
    let wrong = book.examples(id).iter().position(|example| example.finds > 0);
    // An example that fails is told by the test of the rules, not here.
    let example = wrong.and_then(|index| demonstrate(book, id, index, today).ok());
    let found = example.as_ref().and_then(|own| own.finding.help.clone());
    Some(Explanation {
        rule: id.to_owned(),
        title: rule.title.words(),
        severities: regimes.iter().map(|regime| severity(book, rule, regime)).collect(),
        applies: rule.applies.clone(),
        law: rule.law.iter().filter_map(|id| provision(book, id, &regimes)).collect(),
        why: book.why(id).map(crate::rulebook::Bilingual::words),
        help: found.or_else(|| rule.help.as_ref().map(crate::rulebook::Bilingual::words)),
        fix: rule.fix.as_ref().map(|fix| fix.safety),
        example,
    })
}

fn severity(book: &RuleBook, rule: &Rule, regime: &Regime) -> RegimeSeverity {
    let own = rule.law.iter().filter_map(|id| book.provision(id));
    let own = own.filter(|(instrument, provision)| regime.days_of(instrument, provision).is_some());
    let cap = own.map(|(_, provision)| provision.evidence.cap()).max();
    let at = |stage| rule.severity_at(stage).map(|severity| cap.map_or(severity, |cap| severity.min(cap)));
    RegimeSeverity { regime: regime.id.clone(), title: regime.title.words(), stages: STAGES.map(at) }
}

fn provision(book: &RuleBook, id: &str, regimes: &[&Regime]) -> Option<ExplainedProvision> {
    let (instrument, provision) = book.provision(id)?;
    let periods = regimes.iter().filter_map(|regime| regime.days_of(instrument, provision));
    Some(ExplainedProvision {
        id: id.to_owned(),
        instrument: instrument.cited().to_owned(),
        title: instrument.title.words(),
        at: provision.at.clone(),
        requirement: provision.requirement.words(),
        evidence: provision.evidence,
        periods: joined(periods.collect()),
    })
}

/// Periods that touch or overlap are one.
fn joined(mut periods: Vec<(Date, Option<Date>)>) -> Vec<(Date, Option<Date>)> {
    periods.sort();
    let mut out: Vec<(Date, Option<Date>)> = Vec::new();
    for (from, to) in periods {
        match out.last_mut() {
            Some((_, last)) if last.is_none_or(|last| from.day_number() <= last.day_number() + 1) => {
                *last = later(*last, to);
            }
            _ => out.push((from, to)),
        }
    }
    out
}

/// The later of two last days; no last day is later than any.
fn later(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    Some(one?.max(other?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn periods_that_touch_are_one() {
        let (old, new) = (date("2016-07-01"), date("2025-04-01"));
        let touching = vec![(new, None), (old, Some(date("2025-03-31")))];
        assert_eq!(joined(touching), [(old, None)]);
        let apart = vec![(old, Some(date("2020-12-31"))), (new, None)];
        assert_eq!(joined(apart.clone()), apart);
        let inside = vec![(old, None), (new, Some(date("2026-01-01")))];
        assert_eq!(joined(inside), [(old, None)]);
    }
}
