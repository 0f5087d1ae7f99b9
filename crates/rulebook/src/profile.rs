//! The profile of an issuing organ: what an office says of itself in `thethuc.yaml` ([`crate::config`]), so that
//! names in its drafts can be compared exactly.

use crate::vocabulary::Words;
use crate::yaml::{Expected, told};
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// The name of the file that holds the profile and the rest of the configuration of a folder.
pub const FILE: &str = "thethuc.yaml";

/// Most signers of one organ: each is compared with each signature.
pub const SIGNERS: usize = 200;
/// Longest name of an organ, a place, a position or a person, in bytes: findings repeat them.
pub const NAME_BYTES: usize = 1_000;

/// The organs whose drafts lie in a folder: a council and a committee often share one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Profile {
    /// The organ, where there is one.
    pub organ: Option<OrganProfile>,
    /// The organs, where there are several.
    pub organs: Vec<OrganProfile>,
}

/// An issuing organ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OrganProfile {
    /// Its full name: `Ủy ban nhân dân xã Đồng Hạc`.
    #[serde(deserialize_with = "name")]
    pub name: String,
    /// Its level, where the name does not tell it.
    pub level: Option<LevelName>,
    /// The organ above it, as the line above its name has it.
    #[serde(default, deserialize_with = "maybe_name")]
    pub parent: Option<String>,
    /// The place of its seat, as before the date.
    #[serde(default, deserialize_with = "maybe_name")]
    pub place: Option<String>,
    /// Its abbreviation in symbols: `UBND`.
    #[serde(default, deserialize_with = "maybe_name")]
    pub abbreviation: Option<String>,
    /// Who signs.
    #[serde(default, deserialize_with = "signers")]
    pub signers: Vec<Signer>,
}

/// The level of an organ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LevelName {
    /// Tỉnh, thành phố trực thuộc trung ương.
    Province,
    /// Huyện, quận, thị xã, thành phố thuộc tỉnh (until 2025-06-30).
    District,
    /// Xã, phường, thị trấn.
    Commune,
    /// Đặc khu.
    SpecialZone,
}

/// Someone who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Signer {
    /// The position: `Chủ tịch`, `Phó Chủ tịch`.
    #[serde(deserialize_with = "name")]
    pub position: String,
    /// The full name; any, if not given.
    #[serde(default, deserialize_with = "maybe_name")]
    pub name: Option<String>,
}

/// Reads a name of at most [`NAME_BYTES`].
///
/// # Errors
/// It is longer, or no name.
pub fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    deserializer.deserialize_str(Name).map(Option::unwrap_or_default)
}

fn maybe_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    deserializer.deserialize_option(Name)
}

fn signers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Signer>, D::Error> {
    deserializer.deserialize_seq(Signers)
}

/// Takes a name; refused by the visitor, so that the error knows its line.
struct Name;

impl<'de> Visitor<'de> for Name {
    type Value = Option<String>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Expected("chữ", "words").write(formatter)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        if name.len() > NAME_BYTES {
            return Err(E::custom(told(&Words {
                vi: format!("tên dài hơn {NAME_BYTES} byte"),
                en: format!("a name is longer than {NAME_BYTES} bytes"),
            })));
        }
        Ok(Some(name.to_owned()))
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

/// Takes the signers of an organ.
struct Signers;

impl<'de> Visitor<'de> for Signers {
    type Value = Vec<Signer>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Expected("danh sách", "a list").write(formatter)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut signers = Vec::new();
        while let Some(signer) = entries.next_element()? {
            if signers.len() == SIGNERS {
                return Err(A::Error::custom(told(&Words {
                    vi: format!("hơn {SIGNERS} người ký"),
                    en: format!("there are more than {SIGNERS} signers"),
                })));
            }
            signers.push(signer);
        }
        Ok(signers)
    }
}

impl Profile {
    /// The profile of one organ.
    pub fn of(organ: OrganProfile) -> Self {
        Self { organ: Some(organ), organs: Vec::new() }
    }

    /// Its organs.
    pub fn all(&self) -> impl Iterator<Item = &OrganProfile> {
        self.organ.iter().chain(&self.organs)
    }
}
