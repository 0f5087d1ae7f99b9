//! The documents that a rule, an exemption or a saying is for.

use crate::vocabulary::{Class, Date, Level, OrganKind, PartKind};
use serde::{Deserialize, Serialize};

/// The documents that a rule is for. Each key narrows; an unknown fact does not fit a key that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Applies {
    /// Classes.
    pub class: Option<Vec<Class>>,
    /// Canonical names of forms.
    pub form: Option<Vec<String>>,
    /// Forms that are exempt.
    pub except_form: Option<Vec<String>>,
    /// Kinds of organs.
    pub organ: Option<Vec<OrganKind>>,
    /// Full names of organs (`Ủy ban nhân dân xã Hòa An`); the chair of a committee goes with it.
    pub organ_name: Option<Vec<String>>,
    /// Levels of organs.
    pub level: Option<Vec<Level>>,
    /// Words for the administrative unit in the organ's own name, in small letters (`phường`).
    pub unit: Option<Vec<String>>,
    /// Units in which the organ works: a province by its name (`Nghệ An`), any other unit with its kind
    /// (`xã Hòa An`). A province holds its communes.
    pub place: Option<Vec<String>>,
    /// Ids of regimes.
    pub regime: Option<Vec<String>>,
    /// First day of documents.
    pub from: Option<Date>,
    /// Last day of documents.
    pub to: Option<Date>,
    /// Kinds of parts of the file that are looked at; the act alone if not given.
    pub part: Option<Vec<PartKind>>,
}

impl Applies {
    /// Whether any of its days lies within these.
    pub fn has_day_within(&self, from: Date, to: Option<Date>) -> bool {
        self.to.is_none_or(|last| from <= last)
            && self.from.is_none_or(|first| to.is_none_or(|to| first <= to))
    }
}
