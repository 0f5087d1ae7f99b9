//! What `rules/registry/instruments.yaml` says: instruments that drafts cite.

use crate::text::Date;
use serde::{Deserialize, Serialize};

/// `rules/registry/instruments.yaml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Registry {
    /// The instruments. A number that is absent proves nothing.
    pub instruments: Vec<Registered>,
}

/// A cited instrument.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Registered {
    /// Number and symbol (`80/2015/QH13`).
    pub number: String,
    /// Kind (`Luật`, `Nghị định`).
    pub kind: String,
    /// Issuer.
    pub issuer: String,
    /// Title without the kind.
    pub title: String,
    /// Day of signing or adoption.
    pub issued: Option<Date>,
    /// First day of effect.
    pub effective: Option<Date>,
    /// First day on which it is no longer in force. Absence does not prove force.
    pub expired: Option<Date>,
    /// Numbers of the instruments that replace it.
    #[serde(default)]
    pub replaced_by: Vec<String>,
    /// How sure the entry is.
    pub confidence: Confidence,
}

/// How sure an entry of the registry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Compared with the published instrument by a person.
    Checked,
    /// Curated by hand, not yet compared with the publication.
    Curated,
    /// Harvested from citations.
    Harvested,
}

impl Registry {
    /// The entry of that number.
    pub fn find(&self, number: &str) -> Option<&Registered> {
        self.instruments.iter().find(|entry| entry.number == number)
    }
}
