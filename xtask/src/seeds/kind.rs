//! What the files of `xtask/seeds/faults` and `xtask/seeds/neighbours` say: kinds of faults, each with the
//! ways in which offices commit it, and the lawful drafts that look like them.

use super::base::About;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use thethuc_core::rulebook::example::{LineChange, PageChange, PageNumberChange, StyleChange};

/// A family of kinds; a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// What it is called in the table.
    pub title: String,
    /// Rules that speak of the matter of the whole family, beside those that cite the provisions of a kind;
    /// `format/motto*` for all that begin so.
    #[serde(default)]
    pub rules: Vec<String>,
    /// The kinds, by name.
    pub kinds: BTreeMap<String, Kind>,
}

/// A kind of fault, or of lawful neighbour.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Kind {
    /// The provisions that are broken (`nd30/C-02`), or that a neighbour keeps. It is planted only where one
    /// of them binds.
    pub law: Vec<String>,
    /// Further rules that speak of the matter.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Whether it is a breach whatever the facts behind the draft are.
    #[serde(default = "yes")]
    pub sure: bool,
    /// Whether a note is all that the provision permits.
    #[serde(default)]
    pub note: bool,
    /// In which drafts.
    #[serde(default, rename = "for")]
    pub fits: Fits,
    /// In how many drafts each way is planted; see `grow` for what holds if it is not given.
    #[serde(default)]
    pub most: Option<usize>,
    /// The ways.
    pub ways: Vec<Step>,
}

/// Documents; each key narrows.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Fits {
    /// Ids of regimes.
    pub regime: Vec<String>,
    /// Forms.
    pub form: Vec<String>,
    /// Forms that are left out.
    pub not_form: Vec<String>,
    /// Kinds of organs.
    pub organ: Vec<String>,
    /// Levels.
    pub level: Vec<String>,
    /// Class.
    pub class: Vec<String>,
    /// Beginnings of names of drafts.
    pub base: Vec<String>,
    /// Beginnings of names of drafts that are left out.
    pub not_base: Vec<String>,
}

/// One way to commit it: a step, and those that follow. Expressions are of several lines: `^` and `$` are the ends of a line of the draft. They and what
/// is put in may hold `{variables}` of the draft; without one of them the draft is passed over.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a key of the file")]
pub struct Step {
    /// What is sought; the first place.
    pub on: Option<String>,
    /// All places.
    pub every: bool,
    /// The place of that number, from 1; from the end if negative.
    pub nth: Option<isize>,
    /// These words take its place; `${1}` is the first group.
    pub with: Option<String>,
    /// Its paragraphs go.
    pub remove: bool,
    /// These paragraphs come below its own.
    pub after: Option<String>,
    /// These paragraphs come above its own.
    pub before: Option<String>,
    /// Its paragraph goes below that of this expression.
    pub to: Option<String>,
    /// Its paragraph and the next become one.
    pub join: bool,
    /// Its letters and paragraphs look like this.
    pub style: Option<StyleChange>,
    /// The rule line below.
    pub line: Option<LineChange>,
    /// All pages.
    pub page: Option<PageChange>,
    /// All page numbers.
    pub page_number: Option<PageNumberChange>,
    /// The words are put into the Markdown as they are, without normalization.
    pub raw: bool,
    /// The steps that follow.
    pub then: Vec<Step>,
    /// The words that are to be marked: an expression on the changed text. What the last step changed if not
    /// given.
    pub at: Option<String>,
    /// Whether it cannot be told where in the document.
    pub anywhere: bool,
}

const fn yes() -> bool {
    true
}

impl Fits {
    /// Whether a draft is one of these.
    pub fn holds(&self, name: &str, about: &About) -> bool {
        let is_one = |list: &[String], word: &str| list.is_empty() || list.iter().any(|own| own == word);
        let begins = |list: &[String]| list.iter().any(|own| name.starts_with(own.as_str()));
        is_one(&self.regime, &about.regime.id)
            && is_one(&self.form, &about.form)
            && !self.not_form.contains(&about.form)
            && is_one(&self.organ, &about.organ)
            && is_one(&self.level, &about.level)
            && is_one(&self.class, about.class_name())
            && (self.base.is_empty() || begins(&self.base))
            && !begins(&self.not_base)
    }
}

impl Step {
    /// Whether only a Word document shows it.
    pub fn is_of_looks(&self) -> bool {
        let own = self.style.is_some() || self.line.is_some() || self.page.is_some();
        own || self.page_number.is_some() || self.then.iter().any(Self::is_of_looks)
    }

    /// Whether only a text file shows it.
    pub fn is_raw(&self) -> bool {
        self.raw || self.then.iter().any(Self::is_raw)
    }
}

/// The families of a folder by name, which is the name of their file.
///
/// # Errors
/// A file that cannot be read.
pub fn families(folder: &Path) -> Result<BTreeMap<String, Family>, Box<dyn Error>> {
    let mut families = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let family = serde_yaml::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        families.insert(name, family);
    }
    Ok(families)
}
