//! What `rules/forms.yaml` says: the forms of documents, their abbreviations and components.

use super::selector::Selector;
use crate::vocabulary::Class;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `rules/forms.yaml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Forms {
    /// The forms.
    pub forms: Vec<Form>,
}

/// A form of document (tên loại).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Form {
    /// Canonical name (`Quyết định`).
    pub name: String,
    /// Abbreviation in the symbol (`QĐ`); `null` where the law gives none.
    pub abbreviation: Option<String>,
    /// English name.
    pub english: String,
    /// Whether local organs may make rules of law in this form.
    #[serde(default)]
    pub normative: bool,
    /// The components that each class of the form needs and must not have.
    #[serde(default)]
    pub components: BTreeMap<Class, Components>,
}

/// Components of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Components {
    /// Needed.
    pub required: Vec<Selector>,
    /// Not allowed.
    pub forbidden: Vec<Selector>,
}

impl Forms {
    /// The form of that name.
    pub fn find(&self, name: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.name == name)
    }
}
