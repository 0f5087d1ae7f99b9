//! Which place of a rule book a file takes, and files that would take one place together.

use crate::Contents;
use crate::Terms;
use crate::error::RuleBookError;
use crate::files::RuleFile;
use crate::registry::About;
use std::collections::BTreeMap;

/// What a path below the directory of rules is the place of.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    /// `regimes.yaml`.
    Regimes,
    /// `forms.yaml`, whose forms are added to those that are there.
    Forms,
    /// `terms.yaml`.
    Terms,
    /// `organs.yaml`.
    Organs,
    /// `layout.yaml`.
    Layout,
    /// `registry/about.yaml`.
    AboutRegistry,
    /// `registry/instruments.yaml`.
    Instruments,
    /// `registry/harvested.csv`.
    Harvested,
    /// `registry/units.csv`.
    Units,
    /// `law/nd30.yaml`, by the name of the file.
    Law(&'a str),
    /// `bases/letter.md`, by the name of the file.
    Base(&'a str),
    /// `skeletons/organs.yaml`.
    Guise,
    /// `skeletons/….md`, by the name of the file.
    Skeleton(&'a str),
    /// `skeletons/parts/….md`, by the name of the file.
    SkeletonPart(&'a str),
    /// `format/motto.yaml`, by the id of the rule.
    Rule(&'a str),
    /// Something that is no file of rules, such as a manual.
    Ignored,
    /// A file of rules where none belongs; its author must be told.
    Nothing,
}

/// The place of a path with `/` between its folders and the endings of [`RuleFile::key`].
pub(super) fn place(path: &str) -> Place<'_> {
    match path {
        "regimes.yaml" => return Place::Regimes,
        "forms.yaml" => return Place::Forms,
        "terms.yaml" => return Place::Terms,
        "organs.yaml" => return Place::Organs,
        "registry/about.yaml" => return Place::AboutRegistry,
        "registry/instruments.yaml" => return Place::Instruments,
        "registry/harvested.csv" => return Place::Harvested,
        "registry/units.csv" => return Place::Units,
        "skeletons/organs.yaml" => return Place::Guise,
        "layout.yaml" => return Place::Layout,
        _ => {}
    }
    let yaml = path.strip_suffix(".yaml");
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
    /// Files of other paths that are one and the same to the rule book, or that differ from one of it by capitals alone.
    pub(super) fn twice(&self, files: &[RuleFile]) -> Vec<RuleBookError> {
        let mut first: BTreeMap<String, &str> = BTreeMap::new();
        let mut faults = Vec::new();
        for file in files {
            let key = file.key();
            let folded = key.to_lowercase();
            let known = || self.rules.keys().find(|id| format!("{}.yaml", id.to_lowercase()) == folded);
            if let Some(other) = first.insert(folded.clone(), &file.path).filter(|other| **other != file.path)
            {
                faults.push(RuleBookError::new(
                    &file.path,
                    (1, 1),
                    format!("trùng với tệp “{other}”: hai tệp chỉ khác phần đuôi hoặc chữ hoa; bỏ hoặc đổi tên một tệp"),
                    format!("the same as “{other}”: only the ending or capitals differ; take away or rename one of them"),
                ));
            } else if let Some(id) = known().filter(|id| format!("{id}.yaml") != key) {
                faults.push(RuleBookError::new(
                    &file.path,
                    (1, 1),
                    format!("chỉ khác quy tắc “{id}” ở chữ hoa; đặt tên tệp đúng như vậy để thay, hoặc tên khác"),
                    format!("only capitals differ from the rule “{id}”; name the file so to replace it, or otherwise"),
                ));
            }
        }
        faults
    }

    /// Whether something stands at a place.
    pub(super) fn holds(&self, place: Place<'_>) -> bool {
        match place {
            Place::Regimes => !self.regimes.is_empty(),
            Place::Terms => self.terms != Terms::default(),
            Place::Organs => !self.organs.rows.is_empty(),
            Place::Layout => self.layout.is_some(),
            Place::AboutRegistry => self.registry.about != About::default(),
            Place::Instruments => !self.registry.curated.instruments.is_empty(),
            Place::Harvested => !self.registry.harvested.text().is_empty(),
            Place::Units => !self.registry.units.text().is_empty(),
            Place::Law(name) => self.law.contains_key(name),
            Place::Base(name) => self.bases.contains_key(name),
            Place::Guise => !self.skeletons.guise.organs.is_empty(),
            Place::Skeleton(name) => self.skeletons.models.contains_key(name),
            Place::SkeletonPart(name) => self.skeletons.parts.contains_key(name),
            Place::Rule(id) => self.rules.contains_key(id),
            // Forms are added one by one; see `Contents::add_own`.
            Place::Forms | Place::Ignored | Place::Nothing => false,
        }
    }
}
