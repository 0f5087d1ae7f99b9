//! What `rules/skeletons/` says: the models that new drafts follow, and how organs show themselves.

use super::bilingual::Bilingual;
use super::error::RuleBookError;
use super::template::{Template, TemplateFault};
use crate::vocabulary::Date;
use crate::vocabulary::{Class, Level, OrganKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All of `rules/skeletons/`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Skeletons {
    /// `organs.yaml`.
    pub guise: Guise,
    /// The models, by name of the file.
    pub models: BTreeMap<String, Skeleton>,
    /// Lines that several models share (`parts/<name>.md`), by name.
    pub parts: BTreeMap<String, Template>,
}

/// A model: its front matter, and the Markdown below.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Skeleton {
    /// When it is taken, and its titles.
    pub head: SkeletonHead,
    /// Its lines.
    pub body: Template,
}

/// The front matter of a model.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SkeletonHead {
    /// Name of the model (`Mẫu 1.2: …`).
    pub name: Bilingual,
    /// The provisions that it follows; none where the law gives no model.
    #[serde(default)]
    pub law: Vec<String>,
    /// Canonical names of its forms.
    pub forms: Vec<String>,
    /// Class of the drafts.
    pub class: Class,
    /// Ids of regimes; all of the class if not given.
    pub regimes: Option<Vec<String>>,
    /// Kinds of organs that issue such documents.
    pub organs: Vec<OrganKind>,
    /// The title to be filled in where the drafter gave none.
    pub title: Option<String>,
    /// The title of a draft that promulgates an attached text; without one the model knows none.
    pub title_of_attached: Option<String>,
}

/// `organs.yaml`: how a draft shows the organ that issues it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Guise {
    /// Levels that do not exist on every day.
    pub levels: Vec<LevelPeriod>,
    /// Units that are always named with their common noun, which then has a capital.
    pub full_names: Vec<String>,
    /// Kinds of organs.
    pub organs: Vec<OrganGuise>,
    /// Heads of units such as departments; the first that fits is taken.
    pub heads: Vec<UnitHead>,
}

/// The days on which there is a level of local government.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LevelPeriod {
    /// The level.
    pub level: Level,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// The provisions.
    #[serde(default)]
    pub law: Vec<String>,
}

/// How organs of a kind are shown. Texts have `{places}`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OrganGuise {
    /// The kind.
    pub organ: OrganKind,
    /// What people call the kind.
    pub name: Bilingual,
    /// The line of the managing organ, if there is one.
    pub parent: Option<String>,
    /// The lines of the organ's own name in the header.
    pub header: Vec<String>,
    /// Its abbreviation in symbols.
    pub abbreviation: String,
    /// The competence line.
    pub competence: String,
    /// Its name at the head of a promulgating sentence.
    pub sentence: String,
    /// Its name in running text.
    pub speaker: String,
    /// The organ's name without the person who acts for it.
    pub issuer: String,
    /// The signing lines of administrative documents.
    pub signature: Vec<String>,
    /// Other signing lines for some forms.
    #[serde(default)]
    pub signature_of: BTreeMap<String, Vec<String>>,
}

/// The head of a unit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnitHead {
    /// How the name of the unit begins (`Sở `).
    pub begins: String,
    /// The position in the signature (`GIÁM ĐỐC`).
    pub position: String,
    /// The position with the name of the unit; `{field}` is the name without its beginning.
    pub title: String,
}

/// The places in the texts of [`OrganGuise`].
pub const GUISE_PLACES: [&str; 7] =
    ["unit", "unit_upper", "own", "own_upper", "position", "head", "head_upper"];

impl OrganGuise {
    /// All its texts.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let one = [&self.abbreviation, &self.competence, &self.sentence, &self.speaker, &self.issuer];
        let lines = self.header.iter().chain(&self.signature).chain(self.signature_of.values().flatten());
        self.parent.iter().chain(one).chain(lines).map(String::as_str)
    }
}

impl Skeleton {
    /// Reads a model.
    pub(super) fn read(path: &str, text: &str) -> Result<Self, RuleBookError> {
        let no_head = || {
            let vi = "mẫu phải bắt đầu bằng phần khai báo giữa hai dòng “---”".to_owned();
            let en = "a model begins with its front matter between two lines “---”".to_owned();
            RuleBookError::new(path, (1, 1), vi, en)
        };
        let rest = text.strip_prefix("---\n").ok_or_else(no_head)?;
        let (yaml, body) = rest.split_once("\n---\n").ok_or_else(no_head)?;
        let head = super::yaml::read(yaml).map_err(|fault| {
            let fault = RuleBookError::of(path, fault);
            RuleBookError { line: fault.line + 1, ..fault }
        })?;
        let before = yaml.lines().count() + 2;
        Ok(Self { head, body: template(path, body, before)? })
    }
}

/// Reads a template that begins behind `before` lines of its file.
pub(super) fn template(path: &str, text: &str, before: usize) -> Result<Template, RuleBookError> {
    Template::parse(text)
        .map_err(|TemplateFault { line, vi, en }| RuleBookError::new(path, (line + before, 1), vi, en))
}
