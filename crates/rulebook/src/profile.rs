//! The profile of an issuing organ: what an office says of itself in `thethuc.yaml`, so that names in
//! its drafts can be compared exactly.

use super::yaml::{self, Fault};
use crate::vocabulary::Words;
use serde::{Deserialize, Serialize};

/// The name of the file of a folder that holds a profile.
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

    /// Reads the text of a file.
    ///
    /// ```
    /// use thethuc_rulebook::profile::Profile;
    ///
    /// let profile = Profile::read("organ: { name: Ủy ban nhân dân xã Đồng Hạc, abbreviation: UBND }")?;
    /// assert_eq!(profile.all().count(), 1);
    /// assert_eq!(Profile::read("organ: {}").map_err(|fault| fault.line), Err(1));
    /// # Ok::<(), thethuc_rulebook::yaml::Fault>(())
    /// ```
    ///
    /// # Errors
    /// Says with line and column which key or value is wrong, or that no organ is named.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let profile: Self = yaml::read(text)?;
        if profile.all().next().is_none() || profile.all().any(|organ| organ.name.trim().is_empty()) {
            let words = Words {
                vi: "cần khóa “organ” hoặc “organs” với “name”".to_owned(),
                en: "it needs “organ” or “organs” with a “name”".to_owned(),
            };
            return Err(Fault { line: 1, column: 1, words });
        }
        Ok(profile)
    }

    /// Its organs.
    pub fn all(&self) -> impl Iterator<Item = &OrganProfile> {
        self.organ.iter().chain(&self.organs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_names_one_organ_or_several() {
        let one =
            Profile::read("organ: { name: Ủy ban nhân dân xã Đồng Hạc, level: commune, place: Đồng Hạc }");
        assert_eq!(one.expect("a profile").all().count(), 1);
        let two = "organs:\n- name: Hội đồng nhân dân xã Đồng Hạc\n- name: Ủy ban nhân dân xã Đồng Hạc\n  signers:\n  - { position: Chủ tịch }\n";
        assert_eq!(Profile::read(two).expect("a profile").all().count(), 2);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let fault = Profile::read("organ:\n  name: UBND\n  levle: commune\n").expect_err("a wrong key");
        assert_eq!((fault.line, fault.column), (3, 3), "{fault}");
        assert!(Profile::read("organs: []").expect_err("no organ").to_string().contains("organ"));
    }
}
