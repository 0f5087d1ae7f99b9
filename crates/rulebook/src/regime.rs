//! What `rules/regimes.yaml` says: which instruments govern which class of document between which days.

use super::bilingual::{Bilingual, placeholders};
use super::law::{Instrument, Provision};
use super::membership::InForce;
use crate::vocabulary::Class;
use crate::vocabulary::Date;
use serde::{Deserialize, Serialize};

/// A regime. For a class and a day there is one or none.
///
/// ```
/// use thethuc_rulebook::{Regime, yaml};
///
/// let regimes: Vec<Regime> = yaml::read("
/// - id: administrative-2020
///   class: administrative
///   from: 2020-03-05
///   title: { vi: Văn bản hành chính, en: Administrative documents }
///   instruments: [{ id: nd30 }]
/// ")?;
/// assert!("2026-03-02".parse().is_ok_and(|day| regimes[0].holds(day)));
/// assert!(regimes[0].lists("nd30"));
/// # Ok::<(), yaml::Fault>(())
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Regime {
    /// Id (`normative-2025`).
    pub id: String,
    /// The class of document it governs.
    pub class: Class,
    /// First day of documents.
    pub from: Date,
    /// Last day of documents.
    pub to: Option<Date>,
    /// Last day on which a document may still be one of the regime before, begun under its law: until
    /// then what only this regime demands is no more than a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transition: Option<Date>,
    /// Title.
    pub title: Bilingual,
    /// How its documents cite an instrument, for advice on what to write; the first manner for the kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Manner>,
    /// The instruments it consists of.
    pub instruments: Vec<InForce>,
}

/// How documents cite instruments of some kinds.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Manner {
    /// The kinds (`Luật`); all if not given.
    pub kinds: Option<Vec<String>>,
    /// The words, with `{kind}`, `{number}`, `{title}`, `{issuer}` and `{day}` (`ngày 05 tháng 3 năm 2020`).
    #[serde(rename = "as")]
    pub words: String,
}

impl Manner {
    /// The variables that its words may have.
    pub const VARIABLES: [&'static str; 5] = ["kind", "number", "title", "issuer", "day"];

    /// The variables in its words.
    pub fn placeholders(&self) -> impl Iterator<Item = &str> {
        placeholders(&self.words)
    }
}

impl Regime {
    /// Whether it governs documents of that day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// First and last day on which a provision of an instrument binds the documents of the regime:
    /// its own days within those of the instrument and of the regime. `None` if it never does, for
    /// the class or for the days.
    pub fn days_of(&self, instrument: &Instrument, provision: &Provision) -> Option<(Date, Option<Date>)> {
        let own = self.instruments.iter().find(|own| own.id == instrument.id)?;
        let from = [own.from, provision.from].into_iter().flatten().fold(self.from, Date::max);
        let to = earlier(earlier(own.to, provision.to), self.to);
        let is_any_day = to.is_none_or(|to| from <= to);
        (instrument.binds(provision, self.class) && is_any_day).then_some((from, to))
    }

    /// Whether a provision of an instrument binds a document of the regime on that day.
    pub fn has(&self, instrument: &Instrument, provision: &Provision, day: Date) -> bool {
        let days = self.days_of(instrument, provision);
        days.is_some_and(|(from, to)| from <= day && to.is_none_or(|to| day <= to))
    }

    /// Whether a document of that day may still be one of the regime before.
    pub fn is_transition(&self, day: Date) -> bool {
        self.holds(day) && self.transition.is_some_and(|last| day <= last)
    }

    /// How its documents cite an instrument of that kind, where it says so.
    pub fn manner_of(&self, kind: &str) -> Option<&Manner> {
        let fits =
            |manner: &&Manner| manner.kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|own| own == kind));
        self.cites.iter().find(fits)
    }

    /// Whether `regimes.yaml` lists an instrument.
    pub fn lists(&self, instrument: &str) -> bool {
        self.instruments.iter().any(|own| own.id == instrument)
    }

    /// Whether any day is in both regimes.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.class == other.class
            && other.to.is_none_or(|to| self.from <= to)
            && self.to.is_none_or(|to| other.from <= to)
    }
}

/// The earlier of two last days; `None` is no last day.
fn earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
