//! What `rules/organs.yaml` says: the authority matrix.

use super::bilingual::Bilingual;
use crate::vocabulary::Date;
use crate::vocabulary::{Class, Level, OrganKind};
use serde::{Deserialize, Serialize};

/// `rules/organs.yaml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Organs {
    /// The rows; the first that fits is taken.
    pub rows: Vec<Power>,
}

/// A row: what organs of a kind and level may issue, and how such a document is signed.
///
/// ```
/// use thethuc_rulebook::{Organs, yaml};
///
/// let organs: Organs = yaml::read("
/// rows:
///   - organ: people's-committee
///     level: [district, commune]
///     form: [Quyết định]
///     class: normative
///     from: 2016-07-01
///     to: 2025-03-31
///     allowed: true
///     symbol: [QĐ-UBND]
///     law: [law80/AUT-01, law80/AUT-20]
/// ")?;
/// assert!(organs.rows[0].allowed && organs.rows[0].signature.is_none());
/// # Ok::<(), yaml::Fault>(())
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Power {
    /// Kind of organ.
    pub organ: OrganKind,
    /// Levels.
    pub level: Vec<Level>,
    /// Canonical names of forms; any form if not given.
    pub form: Option<Vec<String>>,
    /// Class.
    pub class: Class,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Whether the organ may issue it.
    pub allowed: bool,
    /// Symbols that are right (`QĐ-UBND`); not judged if not given.
    pub symbol: Option<Vec<String>>,
    /// Stacks of signing lines that are right, each from the first line on (`[TM. ỦY BAN NHÂN DÂN,
    /// CHỦ TỊCH]`); a line fits if the line of the draft begins with it. Not judged if not given.
    pub signature: Option<Vec<Vec<String>>>,
    /// The provisions that the row rests on.
    pub law: Vec<String>,
    /// Anything a reader should know.
    pub note: Option<Bilingual>,
}

/// What a row is looked up by.
#[derive(Clone, Copy, Debug)]
pub struct PowerKey<'a> {
    /// Kind of organ.
    pub organ: OrganKind,
    /// Level.
    pub level: Level,
    /// Canonical name of the form.
    pub form: &'a str,
    /// Class.
    pub class: Class,
    /// Day of the document.
    pub day: Date,
}

impl Power {
    /// Whether the row is about such a document.
    pub fn fits(&self, key: PowerKey<'_>) -> bool {
        self.organ == key.organ
            && self.level.contains(&key.level)
            && self.form.as_ref().is_none_or(|forms| forms.iter().any(|form| form == key.form))
            && self.class == key.class
            && self.from.is_none_or(|from| from <= key.day)
            && self.to.is_none_or(|to| key.day <= to)
    }
}

impl Organs {
    /// The row for such a document; `None` where the matrix does not know.
    pub fn find(&self, key: PowerKey<'_>) -> Option<&Power> {
        self.rows.iter().find(|row| row.fits(key))
    }
}
