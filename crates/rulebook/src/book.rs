//! The rule book at run time: embedded rules that are read when a document needs them, and rules
//! that a caller loaded.
//!
//! One document needs the rules of its regime and little else of the book; so each part is read when
//! first wanted, and costs next to nothing until then. Whoever asks sees no difference between the
//! two.

use crate::embedded::{Embedded, EmbeddedRule};
use crate::law::{LawReference, split_id};
use crate::registry::{AdminUnits, Pack, Table};
use crate::vocabulary::{Class, Date, Severity};
use crate::{
    Bilingual, Contents, Example, Folder, Forms, Instrument, Layout, Lexicon, Organs, Origins, PackMark,
    Provision, Regime, Registry, Rule, RuleBookError, RuleFile, Skeletons, Terms,
};
use serde::de::DeserializeOwned;
use std::sync::OnceLock;

/// A value that is read from JSON when first wanted.
struct Lazy<T> {
    /// The text; empty where the value was given ready.
    json: &'static str,
    /// The value, once it was wanted.
    value: OnceLock<Option<T>>,
}

impl<T: DeserializeOwned> Lazy<T> {
    /// A value that is still JSON.
    const fn new(json: &'static str) -> Self {
        Self { json, value: OnceLock::new() }
    }

    /// A value that need not be read.
    fn ready(value: T) -> Self {
        Self { json: "", value: OnceLock::from(Some(value)) }
    }

    /// The value. `None` cannot happen: the build writes the JSON with the type that reads it, and
    /// the tests read all of it.
    fn get(&self) -> Option<&T> {
        self.value.get_or_init(|| serde_json::from_str(self.json).ok()).as_ref()
    }
}

/// The registry of an embedded book. The default cannot happen: see [`Lazy::get`].
fn embedded_registry(embedded: &Embedded) -> Registry {
    Registry {
        about: serde_json::from_str(embedded.about).unwrap_or_default(),
        curated: serde_json::from_str(embedded.instruments).unwrap_or_default(),
        titles: Table::of_ordered(embedded.titles),
        harvested: Table::of_ordered(embedded.harvested),
        units: AdminUnits::of_ordered(embedded.units),
        ..Registry::default()
    }
}

/// A rule with its id, read when first wanted.
struct Slot {
    /// The path of its file without the ending: `format/motto`.
    id: String,
    /// Ids that the rule had before.
    was: Vec<String>,
    /// Ids of the regimes in which it can ever apply; computed by the build, for it needs all of
    /// the law.
    regimes: Vec<String>,
    /// What engines need of it: no examples, no reason.
    rule: Lazy<Rule>,
    /// The rule as it holds in each of its regimes; empty where it has no variants.
    variants: OnceLock<Vec<(String, Rule)>>,
    /// Why it exists; for those who ask for an explanation.
    why: Lazy<Option<Bilingual>>,
    /// Its examples; for tests and explanations.
    examples: Lazy<Vec<Example>>,
}

impl Slot {
    /// The rule as it holds in a regime.
    fn in_regime(&self, regime: &str) -> Option<&Rule> {
        let rule = self.rule.get()?;
        if rule.variants.is_empty() {
            return Some(rule);
        }
        let whole = || self.regimes.iter().map(|id| (id.clone(), rule.in_regime(id))).collect();
        let variants = self.variants.get_or_init(whole);
        variants.iter().find(|(id, _)| id == regime).map(|(_, rule)| rule)
    }

    /// The rule as it holds in all of the regimes; `None` where it differs between them.
    fn in_regimes(&self, regimes: &[&Regime]) -> Option<&Rule> {
        let (first, rest) = regimes.split_first()?;
        let rule = self.rule.get()?;
        let variant = rule.variant_of(&first.id);
        let is_same = rest.iter().all(|regime| rule.variant_of(&regime.id) == variant);
        self.in_regime(&first.id).filter(|_| is_same)
    }
}

/// The law and the rules that documents are judged by.
pub struct RuleBook {
    /// With the instruments that join of themselves.
    regimes: Lazy<Vec<Regime>>,
    /// `forms.yaml`.
    forms: Lazy<Forms>,
    /// `terms.yaml`.
    terms: Lazy<Terms>,
    /// What recognition makes of forms, terms and units.
    lexicon: OnceLock<Lexicon>,
    /// `organs.yaml`.
    organs: Lazy<Organs>,
    /// `layout.yaml`.
    layout: Lazy<Option<Layout>>,
    /// The sheets of `registry/`, searched where they lie.
    registry: OnceLock<Registry>,
    /// What the registry is read from when first wanted.
    embedded: Option<&'static Embedded>,
    /// The models of `skeletons/`.
    skeletons: Lazy<Skeletons>,
    /// The instruments by id, in its order.
    law: Vec<(String, Lazy<Instrument>)>,
    /// The rules in the order of their ids.
    rules: Vec<Slot>,
    /// The base drafts by name.
    bases: Vec<(String, String)>,
    /// What came from an own folder.
    origins: Origins,
}

impl RuleBook {
    /// A book out of texts that were checked when the program was built.
    pub fn embedded(embedded: &'static Embedded) -> Self {
        let slot = |rule: &EmbeddedRule| Slot {
            id: rule.id.to_owned(),
            was: rule.was.iter().map(|id| (*id).to_owned()).collect(),
            regimes: rule.regimes.iter().map(|id| (*id).to_owned()).collect(),
            rule: Lazy::new(rule.json),
            variants: OnceLock::new(),
            why: Lazy::new(rule.why),
            examples: Lazy::new(rule.examples),
        };
        let bases = embedded.bases.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        Self {
            regimes: Lazy::new(embedded.regimes),
            forms: Lazy::new(embedded.forms),
            terms: Lazy::new(embedded.terms),
            lexicon: OnceLock::new(),
            organs: Lazy::new(embedded.organs),
            layout: Lazy::new(embedded.layout),
            registry: OnceLock::new(),
            embedded: Some(embedded),
            skeletons: Lazy::new(embedded.skeletons),
            law: embedded.law.iter().map(|(id, json)| ((*id).to_owned(), Lazy::new(json))).collect(),
            rules: embedded.rules.iter().map(slot).collect(),
            bases: bases.collect(),
            origins: Origins::default(),
        }
    }

    /// A rule book of these files alone. Without `terms.yaml` among them no part of a draft is recognized.
    ///
    /// # Errors
    /// Tells all faults of the files.
    pub fn of_files(files: &[RuleFile]) -> Result<Self, Vec<RuleBookError>> {
        let mut contents = Contents::default();
        let faults = contents.add(files);
        if faults.is_empty() { Ok(Self::of_contents(contents)) } else { Err(faults) }
    }

    /// This book, with an office's own files added or put in the place of those of the same path.
    ///
    /// # Errors
    /// Tells all faults of the files.
    pub fn extended(&self, files: &[RuleFile]) -> Result<Self, Vec<RuleBookError>> {
        self.with_own(&Folder { files: files.to_vec(), lost: Vec::new() })
    }

    /// This book, with an office's own folder.
    ///
    /// # Errors
    /// Tells why files were not read, and all faults of the others.
    pub fn with_own(&self, folder: &Folder) -> Result<Self, Vec<RuleBookError>> {
        let mut contents = self.contents();
        let faults = contents.add_own(folder);
        if faults.is_empty() { Ok(Self::of_contents(contents)) } else { Err(faults) }
    }

    /// This book with a pack of registers, which lies above its own or takes their place.
    #[must_use]
    pub fn with_pack(mut self, pack: Pack) -> Self {
        let mut registry = self.registry().clone();
        registry.add(pack);
        self.registry = OnceLock::from(registry);
        self.lexicon = OnceLock::new();
        self
    }

    /// This book, made with an office pack that is known by this.
    #[must_use]
    pub fn marked(mut self, mark: PackMark) -> Self {
        self.origins.add_pack(mark);
        self
    }

    /// A book of what was read and is without fault. Examples and reasons are parted from the rules
    /// as the build does it.
    fn of_contents(contents: Contents) -> Self {
        let mut slots = Vec::new();
        for (id, rule) in &contents.rules {
            let regimes = contents.regimes_of(rule).into_iter().map(|regime| regime.id.clone()).collect();
            let examples = Lazy::ready(rule.examples.clone());
            let why = Lazy::ready(rule.why.clone());
            let was = rule.was.clone();
            let rule = Lazy::ready(Rule { why: None, ..rule.clone() });
            let variants = OnceLock::new();
            slots.push(Slot { id: id.clone(), was, regimes, rule, variants, why, examples });
        }
        Self {
            regimes: Lazy::ready(contents.joined_regimes()),
            forms: Lazy::ready(contents.forms),
            terms: Lazy::ready(contents.terms),
            lexicon: OnceLock::new(),
            organs: Lazy::ready(contents.organs),
            layout: Lazy::ready(contents.layout),
            registry: OnceLock::from(contents.registry),
            embedded: None,
            skeletons: Lazy::ready(contents.skeletons),
            law: contents.law.into_iter().map(|(id, instrument)| (id, Lazy::ready(instrument))).collect(),
            rules: slots,
            bases: contents.bases.into_iter().collect(),
            origins: contents.origins,
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
        let mut contents = Contents {
            regimes: self.regimes().to_vec(),
            forms: self.forms.get().cloned().unwrap_or_default(),
            terms: self.terms.get().cloned().unwrap_or_default(),
            organs: self.organs.get().cloned().unwrap_or_default(),
            layout: self.layout().cloned(),
            registry: self.registry().clone(),
            skeletons: self.skeletons.get().cloned().unwrap_or_default(),
            law: self.law.iter().filter_map(|(id, law)| Some((id.clone(), law.get()?.clone()))).collect(),
            rules: rules.collect(),
            bases: self.bases.iter().cloned().collect(),
            origins: self.origins.clone(),
        };
        contents.part_regimes();
        contents
    }

    /// Which files are an office's own, and which of them stand in the place of one of the rule book.
    pub const fn origins(&self) -> &Origins {
        &self.origins
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

    /// What recognition knows; made ready when first wanted, then kept.
    pub fn lexicon(&self) -> &Lexicon {
        self.lexicon.get_or_init(|| {
            // The registry as a whole is more than recognition needs.
            let units = match (self.registry.get(), self.embedded) {
                (None, Some(embedded)) => AdminUnits::of_ordered(embedded.units),
                _ => self.registry().units.clone(),
            };
            let terms = self.terms.get().cloned().unwrap_or_default();
            match self.forms.get() {
                Some(forms) => Lexicon::new(forms, terms, units),
                None => Lexicon::new(&Forms::default(), terms, units),
            }
        })
    }

    /// The authority matrix.
    pub fn organs(&self) -> Option<&Organs> {
        self.organs.get()
    }

    /// The prescribed typography; `None` where the book prescribes none.
    pub fn layout(&self) -> Option<&Layout> {
        self.layout.get()?.as_ref()
    }

    /// The registry of instruments and administrative units.
    pub fn registry(&self) -> &Registry {
        self.registry.get_or_init(|| self.embedded.map(embedded_registry).unwrap_or_default())
    }

    /// The models of new drafts.
    pub fn skeletons(&self) -> Option<&Skeletons> {
        self.skeletons.get()
    }

    /// Ids of the rules, ordered.
    pub fn rule_ids(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|slot| slot.id.as_str())
    }

    /// The id that a rule has today, for one that it has or had; `None` where there is no such rule.
    /// Whoever is given the id of a rule asks here.
    pub fn resolve(&self, id: &str) -> Option<&str> {
        let former = || self.rules.iter().find(|slot| slot.was.iter().any(|old| old == id));
        self.slot(id).or_else(former).map(|slot| slot.id.as_str())
    }

    /// Why a rule exists.
    pub fn why(&self, id: &str) -> Option<&Bilingual> {
        self.slot(id)?.why.get()?.as_ref()
    }

    /// A rule as it holds in a regime, its variants resolved; `None` where it can never apply.
    pub fn rule_in(&self, id: &str, regime: &Regime) -> Option<&Rule> {
        self.slot(id)?.in_regime(&regime.id)
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

    /// The rules that hold in all of the regimes alike, with their ids.
    pub fn rules_of(&self, regimes: &[&Regime]) -> Vec<(&str, &Rule)> {
        let fits = |slot: &&Slot| regimes.iter().all(|regime| slot.regimes.contains(&regime.id));
        let own = self.rules.iter().filter(fits);
        own.filter_map(|slot| Some((slot.id.as_str(), slot.in_regimes(regimes)?))).collect()
    }

    /// Whether a rule of a regime demands the same of documents of the regime that went before.
    /// Without one before there is nothing to differ from.
    pub fn held_before(&self, id: &str, regime: &Regime) -> bool {
        let earlier = self.regimes().iter().filter(|own| own.class == regime.class && own.from < regime.from);
        let Some(before) = earlier.max_by_key(|own| own.from) else { return true };
        self.slot(id).is_some_and(|slot| {
            let demands_alike = |rule: &Rule| rule.variant_of(&before.id) == rule.variant_of(&regime.id);
            slot.regimes.contains(&before.id) && slot.rule.get().is_some_and(demands_alike)
        })
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

    /// A provision (`nd30/annex-1.II.1.a`) with its instrument; `None` where the book has none of
    /// that id.
    pub fn provision(&self, id: &str) -> Option<(&Instrument, &Provision)> {
        let (instrument, local) = split_id(id)?;
        let (_, law) = self.law.iter().find(|(own, _)| own == instrument)?;
        let instrument = law.get()?;
        Some((instrument, instrument.provisions.get(local)?))
    }

    /// The provisions of a rule that are in force in a regime on a day, as a finding cites them,
    /// and the gravest severity that the best evidence among them allows: where several instruments
    /// demand the same, the one whose text is known best decides. `None` where none is in force.
    pub fn law_of(&self, rule: &Rule, regime: &Regime, day: Date) -> Option<(Vec<LawReference>, Severity)> {
        let mut law = Vec::new();
        for id in &rule.law {
            let Some((instrument, provision)) = self.provision(id) else { continue };
            if regime.has(instrument, provision, day) {
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

    /// The rule of that id of today.
    fn slot(&self, id: &str) -> Option<&Slot> {
        self.rules.iter().find(|slot| slot.id == id)
    }
}
