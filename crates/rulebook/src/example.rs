//! Examples of a rule: a clean base draft and one change. They are the tests of the rule.

use super::selector::Pick;
use super::value::Color;
use crate::profile::OrganProfile;
use crate::vocabulary::Date;
use crate::vocabulary::Severity;
use crate::vocabulary::{Alignment, NumberFormat, Orientation, PagePosition};
use crate::vocabulary::{Class, Stage};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One example. Changes are made in the order of the fields.
#[derive(Clone, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Example {
    /// Name of the base (`rules/bases/<name>.md`).
    pub from: String,
    /// Words that take the place of a node.
    #[serde(default)]
    pub set: BTreeMap<PickKey, String>,
    /// Nodes that are taken away with their paragraphs.
    #[serde(default)]
    pub remove: Vec<Pick>,
    /// Words that take the place of other words.
    #[serde(default)]
    pub replace: Vec<Replacement>,
    /// Paragraphs that are put after the paragraph of a node.
    #[serde(default)]
    pub after: BTreeMap<PickKey, String>,
    /// Style of nodes.
    #[serde(default)]
    pub style: BTreeMap<PickKey, StyleChange>,
    /// The page of every section.
    pub page: Option<PageChange>,
    /// The page-number fields.
    pub page_number: Option<PageNumberChange>,
    /// Rule lines below nodes.
    #[serde(default)]
    pub rule_line: BTreeMap<PickKey, LineChange>,
    /// Nodes on which a comment is put.
    #[serde(default)]
    pub comment: Vec<Pick>,
    /// Nodes whose words become a tracked insertion.
    #[serde(default)]
    pub insertion: Vec<Pick>,
    /// What the caller of the check states.
    #[serde(default)]
    pub options: ExampleOptions,
    /// Number of findings of this rule.
    #[serde(default = "one")]
    pub finds: usize,
    /// The exact words of the first finding.
    pub at: Option<String>,
    /// Severity of the first finding.
    pub severity: Option<Severity>,
    /// Whether its findings are consequences: alone the rule makes them, beside the rules that it yields
    /// to it is silent.
    #[serde(default)]
    pub yields: bool,
}

impl Example {
    /// Whether it changes words and nothing else.
    pub fn only_replaces(&self) -> bool {
        self.set.is_empty()
            && self.remove.is_empty()
            && self.after.is_empty()
            && self.style.is_empty()
            && self.page.is_none()
            && self.page_number.is_none()
            && self.rule_line.is_empty()
            && self.comment.is_empty()
            && self.insertion.is_empty()
    }
}

/// Findings of an example that says nothing of them: it shows a fault.
const fn one() -> usize {
    1
}

/// A [`Pick`] as a key of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct PickKey(pub Pick);

impl PartialOrd for PickKey {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PickKey {
    /// By name, as the file would be sorted by hand.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.to_string().cmp(&other.0.to_string())
    }
}

/// Words that take the place of other words.
#[derive(Clone, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Replacement {
    /// Where to look; the whole text if not given.
    #[serde(rename = "in")]
    pub inside: Option<Pick>,
    /// The words that go (their first occurrence).
    pub find: String,
    /// The words that come.
    pub with: String,
    /// Whether every occurrence goes.
    #[serde(default)]
    pub every: bool,
}

/// A change of style; sizes and spaces in points, lengths in mm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct StyleChange {
    /// Size.
    pub size: Option<f32>,
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Underlined.
    pub underline: Option<bool>,
    /// Font.
    pub font: Option<String>,
    /// Colour.
    pub color: Option<Color>,
    /// Marked with a colour behind the words.
    pub highlight: Option<bool>,
    /// Alignment of the paragraphs.
    pub alignment: Option<Alignment>,
    /// Indent of the first line.
    pub first_line_indent: Option<f32>,
    /// Space before.
    pub space_before: Option<f32>,
    /// Space after.
    pub space_after: Option<f32>,
    /// Multiple of the single line.
    pub line_spacing: Option<f32>,
}

/// A change of the page of every section, in mm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PageChange {
    /// Width.
    pub width: Option<f32>,
    /// Height.
    pub height: Option<f32>,
    /// Orientation.
    pub orientation: Option<Orientation>,
    /// Top margin.
    pub top: Option<f32>,
    /// Bottom margin.
    pub bottom: Option<f32>,
    /// Left margin.
    pub left: Option<f32>,
    /// Right margin.
    pub right: Option<f32>,
}

/// A change of the page-number fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PageNumberChange {
    /// Whether they are taken away.
    pub remove: bool,
    /// Where they stand.
    pub position: Option<PagePosition>,
    /// Alignment.
    pub alignment: Option<Alignment>,
    /// Words beside the number.
    pub beside: Option<String>,
    /// Whether the first page has a header of its own.
    pub title_page: Option<bool>,
    /// How numbers are written.
    pub format: Option<NumberFormat>,
    /// Whether numbering goes on in every section.
    pub continued: bool,
    /// Whether every section counts its pages from 1.
    pub restart: bool,
    /// The number of its first page.
    pub start: Option<u32>,
    /// Size.
    pub size: Option<f32>,
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Font.
    pub font: Option<String>,
}

/// A change of the rule line below a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineChange {
    /// It is taken away.
    Remove,
    /// It is drawn with typed characters.
    Typed,
    /// It is three times as long.
    Long,
}

/// What the caller of a check states.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct ExampleOptions {
    /// The stage.
    pub stage: Option<Stage>,
    /// The day whose law is applied.
    pub as_of: Option<Date>,
    /// The class.
    pub class: Option<Class>,
    /// The profile of the organ.
    pub profile: Option<OrganProfile>,
}
