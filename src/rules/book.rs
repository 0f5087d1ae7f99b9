//! The rule book at run time: embedded rules that are read when a document needs them, and rules
//! that a caller loaded.

use crate::document::Class;
use crate::finding::{LawReference, Severity};
use crate::rulebook::law::split_id;
use crate::rulebook::registry::{Table, Units};
use crate::rulebook::{
    Bilingual, Contents, Example, Forms, Instrument, Organs, Provision, Regime, Registry, Rule,
    RuleBookError, RuleFile, Skeletons, files::read_directory, validate::validate,
};
use crate::text::Date;
use serde::de::DeserializeOwned;
use std::path::Path;
use std::sync::OnceLock;

/// The embedded rule book as the build script writes it: JSON texts that were checked when the
/// program was built.
mod embedded {
    /// A rule.
    pub struct EmbeddedRule {
        /// `group/name`.
        pub id: &'static str,
        /// Ids of the regimes in which it can apply.
        pub regimes: &'static [&'static str],
        /// The rule without what no check needs: why it exists, and its examples.
        pub json: &'static str,
        /// Why it exists.
        pub why: &'static str,
        /// Its examples.
        pub examples: &'static str,
    }

    include!(concat!(env!("OUT_DIR"), "/rules.rs"));
}

/// A value that is read from JSON when first wanted.
struct Lazy<T> {
    json: &'static str,
    value: OnceLock<Option<T>>,
}

impl<T: DeserializeOwned> Lazy<T> {
    const fn new(json: &'static str) -> Self {
        Self { json, value: OnceLock::new() }
    }

    fn ready(value: T) -> Self {
        Self { json: "", value: OnceLock::from(Some(value)) }
    }

    /// The value. `None` cannot happen: the build writes the JSON with the type that reads it, and
    /// the tests read all of it.
    fn get(&self) -> Option<&T> {
        self.value.get_or_init(|| serde_json::from_str(self.json).ok()).as_ref()
    }
}

/// The registry that the program was built with. The default cannot happen: see [`Lazy::get`].
fn embedded_registry() -> Registry {
    Registry {
        curated: serde_json::from_str(embedded::INSTRUMENTS).unwrap_or_default(),
        titles: Table::of_ordered(embedded::TITLES),
        harvested: Table::of_ordered(embedded::HARVESTED),
        units: Units::of_ordered(embedded::UNITS),
    }
}

/// A rule with its id, read when first wanted.
struct Slot {
    id: String,
    regimes: Vec<String>,
    rule: Lazy<Rule>,
    why: Lazy<Option<Bilingual>>,
    examples: Lazy<Vec<Example>>,
}

/// The law and the rules that documents are judged by.
pub struct RuleBook {
    regimes: Lazy<Vec<Regime>>,
    forms: Lazy<Forms>,
    organs: Lazy<Organs>,
    registry: OnceLock<Registry>,
    skeletons: Lazy<Skeletons>,
    law: Vec<(String, Lazy<Instrument>)>,
    rules: Vec<Slot>,
    bases: Vec<(String, String)>,
}

impl RuleBook {
    /// The rules that the program was built with.
    pub fn embedded() -> Self {
        let slot = |rule: &embedded::EmbeddedRule| Slot {
            id: rule.id.to_owned(),
            regimes: rule.regimes.iter().map(|id| (*id).to_owned()).collect(),
            rule: Lazy::new(rule.json),
            why: Lazy::new(rule.why),
            examples: Lazy::new(rule.examples),
        };
        let law = embedded::LAW.iter().map(|(id, json)| ((*id).to_owned(), Lazy::new(json)));
        Self {
            regimes: Lazy::new(embedded::REGIMES),
            forms: Lazy::new(embedded::FORMS),
            organs: Lazy::new(embedded::ORGANS),
            registry: OnceLock::new(),
            skeletons: Lazy::new(embedded::SKELETONS),
            law: law.collect(),
            rules: embedded::RULES.iter().map(slot).collect(),
            bases: embedded::BASES
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect(),
        }
    }

    /// The embedded rules, with the files of a directory added or put in the place of those of the
    /// same path. A fault of the directory itself has “.” as its file.
    pub fn with_directory(directory: &Path) -> Result<Self, Vec<RuleBookError>> {
        let files = read_directory(directory).map_err(|error| {
            let vi = format!("không đọc được thư mục quy tắc: {error}");
            let en = format!("the directory of rules cannot be read: {error}");
            vec![RuleBookError::new(".", (1, 1), vi, en)]
        })?;
        Self::with_files(&files)
    }

    /// The embedded rules, with files added or put in the place of those of the same path.
    pub fn with_files(files: &[RuleFile]) -> Result<Self, Vec<RuleBookError>> {
        Self::embedded().extended(files)
    }

    /// A rule book of these files alone.
    pub fn of_files(files: &[RuleFile]) -> Result<Self, Vec<RuleBookError>> {
        Self::of_contents(Contents::default()).extended(files)
    }

    /// This book, with files added or put in the place of those of the same path.
    pub fn extended(&self, files: &[RuleFile]) -> Result<Self, Vec<RuleBookError>> {
        let mut contents = self.contents();
        let mut faults = contents.add(files);
        faults.extend(validate(&contents, files));
        if faults.is_empty() { Ok(Self::of_contents(contents)) } else { Err(faults) }
    }

    fn of_contents(contents: Contents) -> Self {
        let mut slots = Vec::new();
        for (id, rule) in &contents.rules {
            let regimes = contents.regimes_of(rule).into_iter().map(|regime| regime.id.clone()).collect();
            let examples = Lazy::ready(rule.examples.clone());
            let why = Lazy::ready(rule.why.clone());
            let rule = Lazy::ready(Rule { why: None, ..rule.clone() });
            slots.push(Slot { id: id.clone(), regimes, rule, why, examples });
        }
        Self {
            regimes: Lazy::ready(contents.regimes),
            forms: Lazy::ready(contents.forms),
            organs: Lazy::ready(contents.organs),
            registry: OnceLock::from(contents.registry),
            skeletons: Lazy::ready(contents.skeletons),
            law: contents.law.into_iter().map(|(id, instrument)| (id, Lazy::ready(instrument))).collect(),
            rules: slots,
            bases: contents.bases.into_iter().collect(),
        }
    }

    /// All that the book says, read at once.
    pub fn contents(&self) -> Contents {
        let rules = self.rules.iter().filter_map(|slot| {
            let mut rule = slot.rule.get()?.clone();
            rule.examples.clone_from(slot.examples.get()?);
            rule.why.clone_from(slot.why.get()?);
            Some((slot.id.clone(), rule))
        });
        Contents {
            regimes: self.regimes().to_vec(),
            forms: self.forms.get().cloned().unwrap_or_default(),
            organs: self.organs.get().cloned().unwrap_or_default(),
            registry: self.registry().clone(),
            skeletons: self.skeletons.get().cloned().unwrap_or_default(),
            law: self.law.iter().filter_map(|(id, law)| Some((id.clone(), law.get()?.clone()))).collect(),
            rules: rules.collect(),
            bases: self.bases.iter().cloned().collect(),
        }
    }

    /// The regimes.
    pub fn regimes(&self) -> &[Regime] {
        self.regimes.get().map_or(&[], Vec::as_slice)
    }

    /// The regime of a class on a day; `None` where the book has none.
    pub fn regime(&self, class: Class, day: Date) -> Option<&Regime> {
        self.regimes().iter().find(|regime| regime.class == class && regime.holds(day))
    }

    /// The forms.
    pub fn forms(&self) -> Option<&Forms> {
        self.forms.get()
    }

    /// The authority matrix.
    pub fn organs(&self) -> Option<&Organs> {
        self.organs.get()
    }

    /// The registry of instruments and administrative units.
    pub fn registry(&self) -> &Registry {
        self.registry.get_or_init(embedded_registry)
    }

    /// The models of new drafts.
    pub fn skeletons(&self) -> Option<&Skeletons> {
        self.skeletons.get()
    }

    /// Ids of the rules, ordered.
    pub fn rule_ids(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|slot| slot.id.as_str())
    }

    /// Why a rule exists.
    pub fn why(&self, id: &str) -> Option<&Bilingual> {
        self.slot(id)?.why.get()?.as_ref()
    }

    /// A rule, without its examples and without why it exists.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.slot(id)?.rule.get()
    }

    /// The examples of a rule.
    pub fn examples(&self, id: &str) -> &[Example] {
        self.slot(id).and_then(|slot| slot.examples.get()).map_or(&[], Vec::as_slice)
    }

    /// The base drafts of examples: names and Markdown.
    pub fn bases(&self) -> impl Iterator<Item = (&str, &str)> {
        self.bases.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The rules that can apply in any of the regimes, with their ids.
    pub fn rules_of(&self, regimes: &[&Regime]) -> Vec<(&str, &Rule)> {
        let fits = |slot: &&Slot| regimes.iter().all(|regime| slot.regimes.contains(&regime.id));
        let own = self.rules.iter().filter(fits);
        own.filter_map(|slot| Some((slot.id.as_str(), slot.rule.get()?))).collect()
    }

    /// The regimes in which a rule can apply.
    pub fn regimes_of(&self, id: &str) -> Vec<&Regime> {
        let own = self.slot(id).map_or(&[][..], |slot| slot.regimes.as_slice());
        self.regimes().iter().filter(|regime| own.contains(&regime.id)).collect()
    }

    /// The instruments, with their provisions.
    pub fn instruments(&self) -> impl Iterator<Item = &Instrument> {
        self.law.iter().filter_map(|(_, law)| law.get())
    }

    /// A provision with its instrument.
    pub fn provision(&self, id: &str) -> Option<(&Instrument, &Provision)> {
        let (instrument, local) = split_id(id)?;
        let (_, law) = self.law.iter().find(|(own, _)| own == instrument)?;
        let instrument = law.get()?;
        Some((instrument, instrument.provisions.get(local)?))
    }

    /// The provisions of a rule that are in force in a regime on a day, as a finding cites them, and
    /// the gravest severity that the best evidence among them allows. `None` where none is in force.
    pub fn law_of(&self, rule: &Rule, regime: &Regime, day: Date) -> Option<(Vec<LawReference>, Severity)> {
        let mut law = Vec::new();
        for id in &rule.law {
            let Some((instrument, provision)) = self.provision(id) else { continue };
            if regime.has(&instrument.id, day) && provision.in_force(day) {
                law.push(LawReference {
                    instrument: instrument.cited().to_owned(),
                    at: provision.at.clone(),
                    evidence: provision.evidence,
                });
            }
        }
        let cap = law.iter().map(|reference| reference.evidence).max()?.cap();
        Some((law, cap))
    }

    fn slot(&self, id: &str) -> Option<&Slot> {
        self.rules.iter().find(|slot| slot.id == id)
    }
}
