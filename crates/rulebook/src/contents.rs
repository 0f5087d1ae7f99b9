//! All that a directory of rules says: read, file by file, and kept with the texts for error messages.
//!
//! One file that is broken stops no other: an author sees all faults at once, and none that only
//! follows from another.

use super::form::Forms;
use super::law::{Instrument, Provision, split_id};
use super::layout::Layout;
use super::membership::InForce;
use super::organ::Organs;
use super::origin::Origins;
use super::regime::Regime;
use super::registry::Registry;
use super::rule::Rule;
use super::skeleton::Skeletons;
use super::terms::Terms;
use std::collections::BTreeMap;

/// What the files of a rule book say. Maps are ordered, so that everything made from them is
/// the same every time.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// The regimes in the order of the file.
    pub regimes: Vec<Regime>,
    /// The forms.
    pub forms: Forms,
    /// The words of recognition.
    pub terms: Terms,
    /// The authority matrix.
    pub organs: Organs,
    /// The prescribed typography.
    pub layout: Option<Layout>,
    /// The registry of instruments and administrative units.
    pub registry: Registry,
    /// The instruments with their provisions, by id.
    pub law: BTreeMap<String, Instrument>,
    /// The rules, by id.
    pub rules: BTreeMap<String, Rule>,
    /// The base drafts of examples (Markdown), by name.
    pub bases: BTreeMap<String, String>,
    /// The models of new drafts.
    pub skeletons: Skeletons,
    /// Which files are an office's own.
    pub origins: Origins,
}

impl Contents {
    /// The provision of that id (`nd30/annex-1.II.1.a`), with its instrument.
    pub fn provision(&self, id: &str) -> Option<(&Instrument, &Provision)> {
        let (instrument, local) = split_id(id)?;
        let instrument = self.law.get(instrument)?;
        Some((instrument, instrument.provisions.get(local)?))
    }

    /// Ids of all provisions.
    pub fn provision_ids(&self) -> impl Iterator<Item = String> + '_ {
        self.law.values().flat_map(|instrument| {
            instrument.provisions.keys().map(move |local| format!("{}/{local}", instrument.id))
        })
    }

    /// Whether an instrument belongs to a regime: `regimes.yaml` lists it, or it joins of itself.
    pub fn belongs(&self, instrument: &str, regime: &Regime) -> bool {
        regime.lists(instrument) || self.joins(instrument, regime)
    }

    /// Whether an instrument says of itself that it belongs to a regime.
    fn joins(&self, instrument: &str, regime: &Regime) -> bool {
        self.law.get(instrument).is_some_and(|own| own.regimes.iter().any(|joined| joined.id == regime.id))
    }

    /// The regimes with the instruments that join of themselves behind those that `regimes.yaml` lists.
    pub fn joined_regimes(&self) -> Vec<Regime> {
        let mut regimes = self.regimes.clone();
        for regime in &mut regimes {
            for (id, instrument) in &self.law {
                let joined = instrument.regimes.iter().filter(|joined| joined.id == regime.id);
                let joined = joined.map(|own| InForce { id: id.clone(), from: own.from, to: own.to });
                regime.instruments.extend(joined);
            }
        }
        regimes
    }

    /// Takes away again what [`Contents::joined_regimes`] added: no sound book lists an instrument that
    /// joins of itself.
    pub(crate) fn part_regimes(&mut self) {
        let mut regimes = std::mem::take(&mut self.regimes);
        for regime in &mut regimes {
            let listed = std::mem::take(&mut regime.instruments);
            regime.instruments = listed.into_iter().filter(|own| !self.joins(&own.id, regime)).collect();
        }
        self.regimes = regimes;
    }

    /// The regimes in which a rule can ever apply: on some day of it one of its provisions binds the
    /// documents of the regime.
    pub fn regimes_of(&self, rule: &Rule) -> Vec<&Regime> {
        let has = |regime: &Regime| {
            let law = rule.law.iter().filter_map(|id| self.provision(id));
            let mut days = law.filter_map(|(instrument, provision)| regime.days_of(instrument, provision));
            days.any(|(from, to)| rule.applies.has_day_within(from, to))
                && rule.applies.regime.as_ref().is_none_or(|ids| ids.contains(&regime.id))
                && rule.applies.class.as_ref().is_none_or(|classes| classes.contains(&regime.class))
        };
        let joined = self.joined_regimes();
        self.regimes.iter().zip(&joined).filter(|(_, joined)| has(joined)).map(|(own, _)| own).collect()
    }
}
