//! How much the registry knows: instruments by kind, confidence and year, units by tier.

use crate::rulebook::registry::{Fact, Grade, Rank, Registered, Registry};
use crate::text::Date;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Counts over a whole registry.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Stock {
    /// The day up to which the data on instruments reach.
    pub data_until: Option<Date>,
    /// Instruments.
    pub instruments: usize,
    /// Those of them that are known to be no longer in force, today or from a later day on.
    pub ended: usize,
    /// Those of them of which only parts are known to have ended.
    pub partly_ended: usize,
    /// By kind, the most frequent first.
    pub kinds: Vec<OfKind>,
    /// Facts by confidence, the surest first.
    pub confidence: Vec<OfGrade>,
    /// By the year of the number, the latest first; instruments without one come last.
    pub years: Vec<OfYear>,
    /// Units by tier.
    pub units: Vec<OfRank>,
}

/// Instruments of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct OfKind {
    /// `Nghị định`.
    pub kind: String,
    /// How many.
    pub instruments: usize,
}

/// Facts that are equally sure.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct OfGrade {
    /// How sure.
    pub confidence: Grade,
    /// Days of issue.
    pub issued: usize,
    /// Days of effect.
    pub effective: usize,
    /// Days of expiry.
    pub expired: usize,
}

/// Instruments of a year, by their surest fact.
#[derive(Clone, Debug, Default, Serialize)]
pub struct OfYear {
    /// The year of their numbers.
    pub year: Option<i32>,
    /// How many.
    pub instruments: usize,
    /// Those that may contradict a draft (confidence A or B).
    pub well_founded: usize,
    /// Those whose day of effect is known.
    pub with_effect: usize,
}

/// Administrative units of a tier.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct OfRank {
    /// The tier.
    pub rank: Rank,
    /// Units that are there.
    pub present: usize,
    /// Units that ended.
    pub ended: usize,
}

/// Counts what the registry knows.
pub fn stock(registry: &Registry) -> Stock {
    let all = registry.all();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut years: BTreeMap<Option<i32>, OfYear> = BTreeMap::new();
    for own in &all {
        *kinds.entry(own.kind.as_str()).or_default() += 1;
        let year = year_of(&own.number);
        let of_year = years.entry(year).or_insert_with(|| OfYear { year, ..OfYear::default() });
        of_year.instruments += 1;
        let is_firm = |fact: &Fact| own.day(*fact).is_some() && own.grade(*fact).contradicts();
        of_year.well_founded += usize::from(Fact::ALL.iter().any(is_firm));
        of_year.with_effect += usize::from(own.effective.is_some());
    }
    let kinds = kinds.into_iter().map(|(kind, instruments)| OfKind { kind: kind.to_owned(), instruments });
    let mut kinds: Vec<OfKind> = kinds.collect();
    kinds.sort_by_key(|own| Reverse(own.instruments));
    Stock {
        data_until: registry.data_until(),
        instruments: all.len(),
        ended: all.iter().filter(|own| own.expired.is_some()).count(),
        partly_ended: all.iter().filter(|own| !own.partly_ended_by.is_empty()).count(),
        kinds,
        confidence: Grade::ALL.into_iter().map(|grade| of_grade(&all, grade)).collect(),
        years: years.into_values().rev().collect(),
        units: [Rank::Province, Rank::District, Rank::Commune].map(|rank| of_rank(registry, rank)).to_vec(),
    }
}

/// Facts of a grade.
fn of_grade(all: &[Registered], confidence: Grade) -> OfGrade {
    let count =
        |fact| all.iter().filter(|own| own.day(fact).is_some() && own.grade(fact) == confidence).count();
    OfGrade {
        confidence,
        issued: count(Fact::Issued),
        effective: count(Fact::Effective),
        expired: count(Fact::Expired),
    }
}

/// Units of a tier.
fn of_rank(registry: &Registry, rank: Rank) -> OfRank {
    let units = registry.units.all();
    let (present, ended): (Vec<_>, Vec<_>) =
        units.iter().filter(|unit| unit.rank == rank).partition(|unit| unit.to.is_none());
    OfRank { rank, present: present.len(), ended: ended.len() }
}

/// The year in a number.
fn year_of(number: &str) -> Option<i32> {
    number.split('/').nth(1).filter(|year| year.len() == 4)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_registry_is_counted() {
        let book = thethuc_law::book();
        let stock = stock(book.registry());
        assert_eq!(stock.kinds.iter().map(|own| own.instruments).sum::<usize>(), stock.instruments);
        assert_eq!(stock.years.iter().map(|own| own.instruments).sum::<usize>(), stock.instruments);
        assert!(stock.data_until.is_some() && stock.confidence.iter().all(|own| own.issued > 0));
        let communes = stock.units.iter().find(|own| own.rank == Rank::Commune);
        assert_eq!(communes.map(|own| own.present), Some(3321));
    }
}
