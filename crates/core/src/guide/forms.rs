//! The forms that a new draft can have, with the models that it follows.

use crate::document::Class;
use crate::finding::Words;
use crate::rulebook::{Form, RuleBook, Skeleton};
use serde::Serialize;

/// A form with its models.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormRow {
    /// Canonical name (`Quyết định`).
    pub form: String,
    /// Abbreviation in the symbol, where the law gives one.
    pub abbreviation: Option<String>,
    /// English name.
    pub english: String,
    /// The models, in the order in which they are tried.
    pub models: Vec<ModelRow>,
}

/// A model of new drafts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ModelRow {
    /// What it is called.
    pub name: Words,
    /// Class of the drafts.
    pub class: Class,
    /// The kinds of organs that it is for.
    pub organs: Vec<Words>,
    /// Ids of the regimes that it is for; all of the class where none is named.
    pub regimes: Vec<String>,
    /// Whether such an act can promulgate an attached text.
    pub attaches: bool,
}

/// All forms of the rule book that have a model of the class, or of any where none is given.
#[must_use]
pub fn forms(book: &RuleBook, class: Option<Class>) -> Vec<FormRow> {
    let all = book.forms().into_iter().flat_map(|forms| &forms.forms);
    all.map(|form| row(book, form, class)).filter(|row| !row.models.is_empty()).collect()
}

/// A form with its models of a class.
fn row(book: &RuleBook, form: &Form, class: Option<Class>) -> FormRow {
    let models = book.skeletons().into_iter().flat_map(|skeletons| skeletons.models.values());
    let own = models.filter(|model| {
        let head = &model.head;
        head.forms.contains(&form.name) && class.is_none_or(|class| class == head.class)
    });
    FormRow {
        form: form.name.clone(),
        abbreviation: form.abbreviation.clone(),
        english: form.english.clone(),
        models: own.map(|model| model_row(book, model)).collect(),
    }
}

/// What people need of a model.
fn model_row(book: &RuleBook, model: &Skeleton) -> ModelRow {
    let head = &model.head;
    let guises = || book.skeletons().into_iter().flat_map(|skeletons| &skeletons.guise.organs);
    let named = guises().filter(|guise| head.organs.contains(&guise.organ));
    ModelRow {
        name: head.name.words(),
        class: head.class,
        organs: named.map(|guise| guise.name.words()).collect(),
        regimes: head.regimes.clone().unwrap_or_default(),
        attaches: head.title_of_attached.is_some(),
    }
}
