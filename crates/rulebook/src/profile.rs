//! The profile of an issuing organ: what an office says of itself in `thethuc.yaml` ([`crate::config`]), so that
//! names in its drafts can be compared exactly.

use serde::{Deserialize, Serialize};

/// The name of the file that holds the profile and the rest of the configuration of a folder.
pub const FILE: &str = "thethuc.yaml";

/// The organs whose drafts lie in a folder: a council and a committee often share one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Profile {
    /// The organ, where there is one.
    pub organ: Option<OrganProfile>,
    /// The organs, where there are several.
    pub organs: Vec<OrganProfile>,
}

/// An issuing organ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OrganProfile {
    /// Its full name: `Ủy ban nhân dân xã Đồng Hạc`.
    pub name: String,
    /// Its level, where the name does not tell it.
    pub level: Option<LevelName>,
    /// The organ above it, as the line above its name has it.
    pub parent: Option<String>,
    /// The place of its seat, as before the date.
    pub place: Option<String>,
    /// Its abbreviation in symbols: `UBND`.
    pub abbreviation: Option<String>,
    /// Who signs.
    #[serde(default)]
    pub signers: Vec<Signer>,
}

/// The level of an organ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Signer {
    /// The position: `Chủ tịch`, `Phó Chủ tịch`.
    pub position: String,
    /// The full name; any, if not given.
    pub name: Option<String>,
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
