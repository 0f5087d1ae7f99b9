//! All that a directory of rules says: read, file by file, and kept with the texts for error messages.
//!
//! One file that is broken stops no other: an author sees all faults at once, and none that only
//! follows from another.

mod place;

use super::error::RuleBookError;
use super::files::{Folder, RuleFile};
use super::form::Forms;
use super::law::{Instrument, Provision, split_id};
use super::layout::Layout;
use super::organ::Organs;
use super::origin::Origins;
use super::regime::{InForce, Regime};
use super::registry::{AdminUnits, Registry, read_harvested};
use super::rule::Rule;
use super::skeleton::{Skeleton, Skeletons, template};
use super::terms::Terms;
use super::validate::validate;
use place::{Place, place};
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
    /// Which files are an office's own.
    pub origins: Origins,
}

impl Contents {
    /// Adds the files of a rule book: a file takes the place of an earlier one of the same path,
    /// but forms are added to those that are there. Returns all faults: of reading, and of what
    /// does not fit together, ordered by file and line. With faults the contents are not fit for
    /// use.
    pub fn add(&mut self, files: &[RuleFile]) -> Vec<RuleBookError> {
        let files: Vec<RuleFile> = files.iter().map(RuleFile::cleaned).collect();
        self.take(&files, Vec::new())
    }

    /// Adds the files of an office's own folder; a file takes the place of one of the same path. Returns
    /// all faults, those of the folder among them.
    pub fn add_own(&mut self, folder: &Folder) -> Vec<RuleBookError> {
        let files: Vec<RuleFile> = folder.files.iter().map(RuleFile::cleaned).collect();
        for file in &files {
            let key = file.key();
            let replaces = self.holds(place(&key)) || self.has_forms_of(&key, file);
            self.origins.add(key, replaces);
        }
        self.take(&files, folder.lost.clone())
    }

    /// Whether a file of forms takes the place of a form that is there. A file that cannot be read tells its
    /// fault elsewhere.
    fn has_forms_of(&self, key: &str, file: &RuleFile) -> bool {
        let own = || read::<Forms>(file).map(|own| own.forms).unwrap_or_default();
        matches!(place(key), Place::Forms) && own().iter().any(|form| self.forms.find(&form.name).is_some())
    }

    /// Reads the files and looks at all that they say together. What follows from a fault of reading is
    /// not told again.
    fn take(&mut self, files: &[RuleFile], mut faults: Vec<RuleBookError>) -> Vec<RuleBookError> {
        faults.extend(self.twice(files));
        for file in files {
            if let Err(fault) = self.add_file(file) {
                faults.push(fault);
            }
        }
        let broken = faults.iter().map(|fault| key_of(&fault.file)).collect();
        faults.extend(validate(self, files, &broken));
        faults.sort_by(|left, right| (&left.file, left.line).cmp(&(&right.file, right.line)));
        faults
    }

    /// Reads a file into its place.
    ///
    /// # Errors
    /// The file does not say what its place demands, or lies where nothing has a place.
    fn add_file(&mut self, file: &RuleFile) -> Result<(), RuleBookError> {
        let key = file.key();
        match place(&key) {
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
            Place::Units => self.registry.units = AdminUnits::read(file)?,
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

/// The path by which the rule book knows a file.
fn key_of(path: &str) -> String {
    RuleFile { path: path.to_owned(), text: String::new() }.key()
}

/// What a file says, as the type of its place.
///
/// # Errors
/// The first fault, with file, line and column.
pub(crate) fn read<T: DeserializeOwned>(file: &RuleFile) -> Result<T, RuleBookError> {
    super::yaml::read(&file.text).map_err(|fault| RuleBookError::of(&file.path, fault))
}
