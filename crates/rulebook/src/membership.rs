//! That an instrument belongs to a regime, for which days: as `regimes.yaml` lists it, and as an office's
//! own instrument says it of itself.

use crate::vocabulary::Date;
use crate::yaml::Expected;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// An instrument within a regime.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct InForce {
    /// Id of the instrument.
    pub id: String,
    /// First day, where it is later than that of the regime.
    pub from: Option<Date>,
    /// Last day, where it is earlier than that of the regime.
    pub to: Option<Date>,
}

/// A regime that an instrument joins: its id, or its id and the days of the instrument in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Joins {
    /// Id of the regime.
    pub id: String,
    /// First day, where it is later than that of the regime.
    pub from: Option<Date>,
    /// Last day, where it is earlier than that of the regime.
    pub to: Option<Date>,
}

impl<'de> Deserialize<'de> for Joins {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JoinsVisitor)
    }
}

/// Reads an id alone, or an id with days.
struct JoinsVisitor;

impl<'de> Visitor<'de> for JoinsVisitor {
    type Value = Joins;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Expected(
            "id của khung pháp luật hoặc { id: …, from: … }",
            "the id of a regime, or { id: …, from: … }",
        )
        .write(formatter)
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<Joins, E> {
        Ok(Joins { id: id.to_owned(), from: None, to: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Joins, A::Error> {
        let InForce { id, from, to } = InForce::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Joins { id, from, to })
    }
}
