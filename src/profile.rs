//! The profile of an issuing organ: what an office says of itself in `thethuc.yaml`, so that names in
//! its drafts can be compared exactly.

use crate::document::Level;
use crate::rulebook::RuleBookError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The name of the file of a folder that holds a profile.
pub const FILE: &str = "thethuc.yaml";

/// The organs whose drafts lie in a folder: a council and a committee often share one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Profile {
    /// The organ, where there is one.
    pub organ: Option<OrganProfile>,
    /// The organs, where there are several.
    pub organs: Vec<OrganProfile>,
}

/// An issuing organ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OrganProfile {
    /// Its full name: `Ủy ban nhân dân xã Đồng Hạc`.
    pub name: String,
    /// Its level, where the name does not tell it.
    pub level: Option<Level>,
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

/// Someone who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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

    /// Reads the text of a file of that path, which errors name.
    ///
    /// # Errors
    /// Says with line and column which key or value is wrong.
    pub fn read(path: &str, text: &str) -> Result<Self, RuleBookError> {
        let profile: Self =
            serde_yaml::from_str(text).map_err(|error| RuleBookError::from_yaml(path, &error))?;
        if profile.all().next().is_none() {
            let vi = "chưa nêu cơ quan nào: cần khóa “organ” (hoặc “organs”) với “name”".to_owned();
            let en = "no organ is named: it needs “organ” (or “organs”) with a “name”".to_owned();
            return Err(RuleBookError::new(path, (1, 1), vi, en));
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
        let one = Profile::read(
            FILE,
            "organ: { name: Ủy ban nhân dân xã Đồng Hạc, level: commune, place: Đồng Hạc }",
        );
        assert_eq!(one.expect("a profile").all().count(), 1);
        let two = "organs:\n- name: Hội đồng nhân dân xã Đồng Hạc\n- name: Ủy ban nhân dân xã Đồng Hạc\n  signers:\n  - { position: Chủ tịch }\n";
        assert_eq!(Profile::read(FILE, two).expect("a profile").all().count(), 2);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let fault = Profile::read(FILE, "organ:\n  name: UBND\n  levle: commune\n").expect_err("a wrong key");
        assert_eq!(fault.line, 3, "{fault}");
        assert!(fault.words.vi.contains("level"), "{fault}");
        let empty = Profile::read(FILE, "organs: []").expect_err("no organ");
        assert!(empty.words.vi.contains("organ"), "{empty}");
    }
}
