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
    /// Texts that documents of some form put into force, and that are no form of their own.
    #[serde(default)]
    pub attached_texts: Vec<AttachedText>,
}

/// A form of document (tên loại).
///
/// ```
/// use thethuc_rulebook::{Forms, yaml};
///
/// let forms: Forms = yaml::read("
/// forms:
///   - name: Quyết định
///     abbreviation: QĐ
///     english: Decision
///     shape: enacted
///     components:
///       administrative: { required: [signature] }
/// ")?;
/// assert!(forms.find("Quyết định").is_some_and(|form| form.components.contains_key("administrative")));
/// # Ok::<(), yaml::Fault>(())
/// ```
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
    /// How documents of the form are built, as far as recognition must know.
    #[serde(default)]
    pub shape: Shape,
    /// Whether a decision or the like can put such a text into force as its attachment.
    #[serde(default)]
    pub attachable: bool,
    /// The components that documents of the form need and must not have, by class or regime (its id); those
    /// of a class hold in all its regimes.
    #[serde(default)]
    pub components: BTreeMap<String, Components>,
}

/// How documents of a form are built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// Form and title, then whatever the matter needs.
    #[default]
    Plain,
    /// Enacted by articles, with the bases before them.
    Enacted,
    /// Without a line for the form: known by subject and addressees.
    Letter,
}

/// A text that is attached to documents, and no form of its own.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AttachedText {
    /// What it calls itself (`Điều lệ`).
    pub name: String,
    /// English name.
    pub english: String,
    /// Whether it is an appendix, with free content, and not a text of articles.
    #[serde(default)]
    pub appendix: bool,
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

impl Form {
    /// The components of a class, and those of a regime of it.
    pub fn components(&self, class: Class, regime: Option<&str>) -> impl Iterator<Item = &Components> {
        [Some(class.name()), regime].into_iter().flatten().filter_map(|key| self.components.get(key))
    }
}

impl Forms {
    /// The form of that name.
    pub fn find(&self, name: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.name == name)
    }

    /// Adds the forms and texts of another file; those of a name that is there already take its place.
    pub fn add(&mut self, other: Self) {
        for form in other.forms {
            match self.forms.iter_mut().find(|own| own.name == form.name) {
                Some(own) => *own = form,
                None => self.forms.push(form),
            }
        }
        for text in other.attached_texts {
            match self.attached_texts.iter_mut().find(|own| own.name == text.name) {
                Some(own) => *own = text,
                None => self.attached_texts.push(text),
            }
        }
    }
}
