//! What the files of `rules/law/` say: instruments with their provisions in our own words.

use super::bilingual::Bilingual;
use super::membership::Joins;
use crate::vocabulary::{Class, Date, Evidence};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An instrument and what it demands.
///
/// ```
/// use thethuc_rulebook::{Instrument, yaml};
///
/// let law: Instrument = yaml::read("
/// id: nd30
/// number: 30/2020/NĐ-CP
/// title: { vi: Nghị định về công tác văn thư, en: Decree on clerical work }
/// provisions:
///   C-01:
///     at: Phụ lục I, Phần I, Mục II, khoản 1, điểm a
///     requirement: { vi: Quốc hiệu …, en: The national name … }
///     evidence: primary
/// ")?;
/// assert_eq!(law.cited(), "30/2020/NĐ-CP");
/// assert!(law.provisions.contains_key("C-01"));
/// # Ok::<(), yaml::Fault>(())
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Instrument {
    /// Short id, the same as the name of the file (`nd30`).
    pub id: String,
    /// Number as cited (`30/2020/NĐ-CP`); `null` for practice that no instrument lays down.
    pub number: Option<String>,
    /// Title.
    pub title: Bilingual,
    /// The classes of documents that its provisions bind; those of all its regimes if not given. An
    /// instrument on documents of one class often has a few words on those of the other.
    pub class: Option<Vec<Class>>,
    /// The regimes that it joins of itself, where `regimes.yaml` does not list it: an office adds an
    /// instrument of its own without a copy of that file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regimes: Vec<Joins>,
    /// The provisions by local id, which says the place (`annex-1.II.1.a`).
    pub provisions: BTreeMap<String, Provision>,
}

/// One demand of an instrument.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Provision {
    /// Where it stands, as cited in Vietnamese (`Phụ lục I, Phần I, Mục II, khoản 1, điểm a`).
    pub at: String,
    /// The demand in our own words.
    pub requirement: Bilingual,
    /// First day of force, where it is not that of the instrument in the regime.
    pub from: Option<Date>,
    /// Last day of force.
    pub to: Option<Date>,
    /// The classes of documents that it binds, where not those of its instrument.
    pub class: Option<Vec<Class>>,
    /// How well the text is known.
    pub evidence: Evidence,
    /// Number in the catalogue of requirements (`C-01`).
    pub catalog: Option<String>,
    /// Whom it binds, in plain words.
    pub applies: Option<String>,
    /// Why no machine can check it.
    pub not_checkable: Option<Bilingual>,
    /// Anything a reader should know.
    pub note: Option<Bilingual>,
}

impl Instrument {
    /// Whether one of its provisions binds documents of that class.
    pub fn binds(&self, provision: &Provision, class: Class) -> bool {
        provision.class.as_ref().or(self.class.as_ref()).is_none_or(|classes| classes.contains(&class))
    }

    /// What a finding cites: the number, or `Thông lệ` for practice.
    pub fn cited(&self) -> &str {
        self.number.as_deref().unwrap_or("Thông lệ")
    }
}

/// The two halves of a provision id: instrument and local id.
pub fn split_id(id: &str) -> Option<(&str, &str)> {
    id.split_once('/')
}

/// A provision that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct LawReference {
    /// Number of the instrument (`30/2020/NĐ-CP`).
    pub instrument: String,
    /// Where in the instrument, in Vietnamese (`Phụ lục I, Phần I, Mục II, khoản 1, điểm a`).
    pub at: String,
    /// How well its text is known.
    pub evidence: Evidence,
}
