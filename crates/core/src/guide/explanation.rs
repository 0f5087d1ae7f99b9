//! One rule explained.

use crate::document::Stage;
use crate::finding::{Evidence, Severity, Words};
use crate::rulebook::RuleBook;
use crate::rulebook::{Applies, Because, Regime, Rule, Safety, Variant};
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
    /// An example and what to do; one of each for every way in which the rule differs by regime.
    pub cases: Vec<Case>,
    /// Whether what it finds is repaired, and why not; `None` where the rule does not say.
    pub fix: Option<Repair>,
}

/// What a rule says of repairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Whether they may be made.
    pub safety: Safety,
    /// Why it is so.
    pub because: Option<Because>,
}

/// How a rule shows itself in some regimes.
#[derive(Clone, Debug)]
pub struct Case {
    /// The titles of the regimes; none where the rule is the same in all of them.
    pub regimes: Vec<Words>,
    /// A wrong and a right example.
    pub example: Option<Demonstration>,
    /// What to do.
    pub help: Option<Words>,
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

/// Explains a rule by an id that it has or had; `None` if there is no such rule. `today` is the day
/// for examples without a date.
pub fn explain(book: &RuleBook, id: &str, today: Date) -> Option<Explanation> {
    let id = book.resolve(id)?;
    let rule = book.rule(id)?;
    let regimes = book.regimes_of(id);
    Some(Explanation {
        rule: id.to_owned(),
        title: rule.title.words(),
        severities: regimes.iter().map(|regime| severity(book, id, regime)).collect(),
        applies: rule.applies.clone(),
        law: rule.law.iter().filter_map(|id| provision(book, id, &regimes)).collect(),
        why: book.why(id).map(crate::rulebook::Bilingual::words),
        cases: cases(book, id, rule, &regimes, today),
        fix: rule.fix.as_ref().map(|fix| Repair { safety: fix.safety, because: fix.because }),
    })
}

/// The regimes of a rule, those together in which it says the same.
fn cases(book: &RuleBook, id: &str, rule: &Rule, regimes: &[&Regime], today: Date) -> Vec<Case> {
    let wrong = (0..).zip(book.examples(id)).filter(|(_, example)| example.finds > 0);
    // An example that fails is told by the test of the rules, not here.
    let mut shown = wrong.filter_map(|(index, _)| demonstrate(book, id, index, today).ok());
    let help = |rule: &Rule, example: Option<&Demonstration>| {
        let found = example.and_then(|own| own.finding.help.clone());
        found.or_else(|| rule.help.as_ref().map(crate::rulebook::Bilingual::words))
    };
    if !rule.variants.iter().any(Variant::speaks) {
        let example = shown.next();
        return vec![Case { regimes: Vec::new(), help: help(rule, example.as_ref()), example }];
    }
    let shown: Vec<_> = shown.collect();
    let mut numbers: Vec<Option<usize>> = Vec::new();
    let mut cases: Vec<Case> = Vec::new();
    for regime in regimes {
        let number = rule.variant_of(&regime.id).filter(|number| rule.variants[*number].speaks());
        if let Some(known) = numbers.iter().position(|own| *own == number) {
            cases[known].regimes.push(regime.title.words());
            continue;
        }
        let example = shown.iter().find(|own| own.regime.as_deref() == Some(regime.id.as_str())).cloned();
        let help = book.rule_in(id, regime).and_then(|rule| help(rule, example.as_ref()));
        numbers.push(number);
        cases.push(Case { regimes: vec![regime.title.words()], example, help });
    }
    cases
}

/// The severity of a rule in a regime at each stage, capped by the evidence for its provisions in force
/// there. `None` at a stage at which it is silent.
pub(super) fn severity(book: &RuleBook, id: &str, regime: &Regime) -> RegimeSeverity {
    let rule = book.rule_in(id, regime);
    let own = rule.into_iter().flat_map(|rule| &rule.law).filter_map(|id| book.provision(id));
    let own = own.filter(|(instrument, provision)| regime.days_of(instrument, provision).is_some());
    let cap = own.map(|(_, provision)| provision.evidence.cap()).max();
    let at = |stage| {
        rule.and_then(|rule| rule.severity_at(stage))
            .map(|severity| cap.map_or(severity, |cap| severity.min(cap)))
    };
    RegimeSeverity { regime: regime.id.clone(), title: regime.title.words(), stages: STAGES.map(at) }
}

/// A provision that the rule enforces, with the periods in which it is in force; `None` for an unknown
/// id.
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
