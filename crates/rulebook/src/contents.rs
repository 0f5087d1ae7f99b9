//! All that a directory of rules says: read, file by file, and kept with the texts for error messages.

use super::error::RuleBookError;
use super::files::RuleFile;
use super::form::Forms;
use super::law::{Instrument, Provision, split_id};
use super::layout::Layout;
use super::organ::Organs;
use super::regime::Regime;
use super::registry::{Registry, Units, read_harvested};
use super::rule::Rule;
use super::skeleton::{Skeleton, Skeletons, template};
use super::terms::Terms;
use serde::de::DeserializeOwned;
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
}

/// What a path below the directory of rules is the place of.
enum Place<'a> {
    Regimes,
    Forms,
    Terms,
    Organs,
    Layout,
    Instruments,
    Harvested,
    Units,
    Law(&'a str),
    Base(&'a str),
    Guise,
    Skeleton(&'a str),
    SkeletonPart(&'a str),
    Rule(&'a str),
    Ignored,
    Nothing,
}

fn place(path: &str) -> Place<'_> {
    match path {
        "regimes.yaml" => return Place::Regimes,
        "forms.yaml" => return Place::Forms,
        "terms.yaml" => return Place::Terms,
        "organs.yaml" => return Place::Organs,
        "registry/instruments.yaml" => return Place::Instruments,
        "registry/harvested.csv" => return Place::Harvested,
        "registry/units.csv" => return Place::Units,
        "skeletons/organs.yaml" => return Place::Guise,
        "layout.yaml" => return Place::Layout,
        _ => {}
    }
    let yaml = path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml"));
    let markdown = path.strip_suffix(".md");
    if let Some(name) = markdown.and_then(|path| path.strip_prefix("skeletons/")) {
        return name.strip_prefix("parts/").map_or(Place::Skeleton(name), Place::SkeletonPart);
    }
    match (path.split_once('/'), yaml) {
        (Some(("bases", name)), None) => name.strip_suffix(".md").map_or(Place::Nothing, Place::Base),
        (Some(("law", _)), Some(stem)) => Place::Law(&stem["law/".len()..]),
        (Some(("registry" | "bases" | "skeletons", _)), _) | (None, Some(_)) => Place::Nothing,
        (Some((_, name)), Some(stem)) if !name.contains('/') => Place::Rule(stem),
        (Some(_), Some(_)) => Place::Nothing,
        (_, None) => Place::Ignored,
    }
}

impl Contents {
    /// Adds files: a file takes the place of an earlier one of the same path, but forms are added to those
    /// that are there. Returns the faults of reading; faults across files are found by
    /// [`super::validate::validate`].
    pub fn add(&mut self, files: &[RuleFile]) -> Vec<RuleBookError> {
        let mut faults = Vec::new();
        for file in files {
            if let Err(fault) = self.add_file(file) {
                faults.push(fault);
            }
        }
        faults
    }

    fn add_file(&mut self, file: &RuleFile) -> Result<(), RuleBookError> {
        match place(&file.path) {
            Place::Regimes => self.regimes = read(file)?,
            Place::Forms => self.forms.add(read(file)?),
            Place::Terms => self.terms = read(file)?,
            Place::Organs => self.organs = read(file)?,
            Place::Layout => self.layout = Some(read(file)?),
            Place::Instruments => {
                self.registry.curated = read(file)?;
                self.registry.index();
            }
            Place::Harvested => {
                self.registry.harvested = read_harvested(file)?;
                self.registry.index();
            }
            Place::Units => self.registry.units = Units::read(file)?,
            Place::Law(name) => {
                let instrument: Instrument = read(file)?;
                if instrument.id != name {
                    let place = super::locate::locate(&file.text, &["id"], &instrument.id);
                    let (vi, en) = (
                        format!("id phải trùng với tên tệp “{name}”"),
                        format!("the id must be the name of the file, “{name}”"),
                    );
                    return Err(RuleBookError::new(&file.path, place, vi, en));
                }
                self.law.insert(instrument.id.clone(), instrument);
            }
            Place::Base(name) => {
                self.bases.insert(name.to_owned(), file.text.clone());
            }
            Place::Guise => self.skeletons.guise = read(file)?,
            Place::Skeleton(name) => {
                self.skeletons.models.insert(name.to_owned(), Skeleton::read(&file.path, &file.text)?);
            }
            Place::SkeletonPart(name) => {
                self.skeletons.parts.insert(name.to_owned(), template(&file.path, &file.text, 0)?);
            }
            Place::Rule(id) => {
                self.rules.insert(id.to_owned(), read(file)?);
            }
            Place::Ignored => {}
            Place::Nothing => {
                let vi = "tệp đặt sai chỗ: mỗi quy tắc nằm ở <nhóm>/<tên>.yaml".to_owned();
                let en = "no place for a file: a rule lies at <group>/<name>.yaml".to_owned();
                return Err(RuleBookError::new(&file.path, (1, 1), vi, en));
            }
        }
        Ok(())
    }

    /// The provision of that id, with its instrument.
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

    /// The regimes in which a rule can ever apply.
    pub fn regimes_of(&self, rule: &Rule) -> Vec<&Regime> {
        let has = |regime: &&Regime| {
            rule.law
                .iter()
                .filter_map(|id| split_id(id))
                .any(|(instrument, _)| regime.instruments.iter().any(|own| own.id == instrument))
                && rule.applies.regime.as_ref().is_none_or(|ids| ids.contains(&regime.id))
                && rule.applies.class.as_ref().is_none_or(|classes| classes.contains(&regime.class))
        };
        self.regimes.iter().filter(has).collect()
    }
}

pub(crate) fn read<T: DeserializeOwned>(file: &RuleFile) -> Result<T, RuleBookError> {
    serde_yaml::from_str(&file.text).map_err(|error| RuleBookError::from_yaml(&file.path, &error))
}
