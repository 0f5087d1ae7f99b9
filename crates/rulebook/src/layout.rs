//! What `rules/layout.yaml` says: the look of the page and of each component.

use super::yaml::told;
use crate::vocabulary::{Alignment, Class, UnitKind, Words};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The prescribed typography. Lengths in mm, sizes and spacing in points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Layout {
    /// Ids of the regimes that the look fits.
    pub regimes: Vec<String>,
    /// The font of all text.
    pub font: String,
    /// The colour of all text, `RRGGBB`.
    pub color: String,
    /// The page.
    pub page: Page,
    /// The page number.
    pub page_number: NumberLook,
    /// The tables that hold header and signature.
    pub tables: LayoutTables,
    /// The named styles of Word documents, in the order in which Word is to offer them; without them
    /// every paragraph carries its look itself.
    #[serde(default)]
    pub styles: Vec<StyleName>,
    components: Looks,
}

/// A named style of Word documents: the look of a component, under a name that people read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StyleName {
    /// The name that Word shows.
    pub name: String,
    /// The component whose look it has.
    pub look: Role,
    /// Only paragraphs that begin a unit of this kind; those of the component in general where none is
    /// given.
    pub unit: Option<UnitKind>,
    /// The level of the heading in the navigation pane of Word, 1 to 9; none for what is no heading.
    pub outline: Option<u8>,
}

/// A look for every role.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
struct Looks(BTreeMap<Role, Look>);

impl<'de> Deserialize<'de> for Looks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let looks = BTreeMap::deserialize(deserializer)?;
        match Role::ALL.into_iter().find(|role| !looks.contains_key(role)) {
            Some(role) => {
                let name = role.name();
                Err(serde::de::Error::custom(told(&Words {
                    vi: format!("thiếu cách trình bày cho “{name}”; mỗi thành phần cần một khóa"),
                    en: format!("there is no look for “{name}”; every component needs a key"),
                })))
            }
            None => Ok(Self(looks)),
        }
    }
}

/// The page. All in mm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Ids of the provisions.
    pub law: Vec<String>,
    /// Why these values.
    pub choice: Option<String>,
    /// Width of the sheet.
    pub width: f32,
    /// Height of the sheet.
    pub height: f32,
    /// Top margin.
    pub top: f32,
    /// Bottom margin.
    pub bottom: f32,
    /// Left margin.
    pub left: f32,
    /// Right margin.
    pub right: f32,
}

/// The page number: Arabic, in the header.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NumberLook {
    /// Ids of the provisions.
    pub law: Vec<String>,
    /// Size in points.
    pub size: f32,
    /// Alignment.
    pub alignment: Alignment,
    /// Whether the first page bears none.
    pub hidden_on_first: bool,
    /// Classes of documents whose appendices count their pages from 1.
    pub restarts_at_appendix: Vec<Class>,
}

/// The tables that hold header and signature, and those of data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LayoutTables {
    /// The header: organ on the left, national name on the right.
    pub header: Columns,
    /// The end: recipients on the left, signature on the right.
    pub signature: Columns,
    /// Points between a table of data and the paragraph below it.
    pub space_after_data: f32,
    /// Points between the text and the table of recipients and signature below it.
    #[serde(default)]
    pub space_before_signature: f32,
}

/// Widths in mm of two columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// Why these widths.
    pub choice: Option<String>,
    /// The left one.
    pub left: f32,
    /// The right one.
    pub right: f32,
}

/// The look of a component.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Look {
    /// Ids of the provisions; none where the law is silent.
    #[serde(default)]
    pub law: Vec<String>,
    /// Why these values, where the law leaves room.
    pub choice: Option<String>,
    /// Size in points.
    pub size: f32,
    /// Bold.
    #[serde(default)]
    pub bold: bool,
    /// Italic.
    #[serde(default)]
    pub italic: bool,
    /// Alignment.
    pub alignment: Alignment,
    /// Indent of the whole paragraph in mm.
    #[serde(default)]
    pub indent: f32,
    /// Indent of the first line in mm.
    #[serde(default)]
    pub first_line_indent: f32,
    /// Space before in points.
    #[serde(default)]
    pub space_before: f32,
    /// Space after in points.
    #[serde(default)]
    pub space_after: f32,
    /// Distance between lines, as a multiple of the single line.
    #[serde(default = "single")]
    pub line_spacing: f32,
    /// The line drawn below, where there is one.
    pub rule_line: Option<RuleLook>,
}

/// A line drawn below a component.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleLook {
    /// Its length as a part of the length of the text above it.
    pub ratio: f32,
}

/// The distance of lines where none is given.
const fn single() -> f32 {
    1.0
}

/// The components that have a look of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names are those of the document model")]
pub enum Role {
    NationalName,
    Motto,
    ParentOrgan,
    Organ,
    Number,
    PlaceDate,
    Subject,
    Mark,
    Form,
    Title,
    Attribution,
    AddresseesOne,
    AddresseesLabel,
    AddresseesItem,
    Competence,
    Basis,
    Proposal,
    Sentence,
    EnactingWords,
    DivisionLabel,
    DivisionTitle,
    SectionHeading,
    ArticleHeading,
    ClauseHeading,
    Body,
    Closing,
    TableHead,
    TableCell,
    SignatureLine,
    SignatureName,
    RecipientsLabel,
    RecipientsItem,
    AppendixHeading,
    AppendixTitle,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 34] = [
        Self::NationalName,
        Self::Motto,
        Self::ParentOrgan,
        Self::Organ,
        Self::Number,
        Self::PlaceDate,
        Self::Subject,
        Self::Mark,
        Self::Form,
        Self::Title,
        Self::Attribution,
        Self::AddresseesOne,
        Self::AddresseesLabel,
        Self::AddresseesItem,
        Self::Competence,
        Self::Basis,
        Self::Proposal,
        Self::Sentence,
        Self::EnactingWords,
        Self::DivisionLabel,
        Self::DivisionTitle,
        Self::SectionHeading,
        Self::ArticleHeading,
        Self::ClauseHeading,
        Self::Body,
        Self::Closing,
        Self::TableHead,
        Self::TableCell,
        Self::SignatureLine,
        Self::SignatureName,
        Self::RecipientsLabel,
        Self::RecipientsItem,
        Self::AppendixHeading,
        Self::AppendixTitle,
    ];
}

impl Layout {
    /// The look of a component.
    pub fn look(&self, role: Role) -> &Look {
        // `Looks` is only ever made with all of them.
        &self.components.0[&role]
    }

    /// The named style of a paragraph of a component that begins such a unit, if it begins one: the style
    /// for that unit, else the one for the component in general.
    pub fn style(&self, role: Role, unit: Option<UnitKind>) -> Option<&StyleName> {
        let of_look = || self.styles.iter().filter(|style| style.look == role);
        let own = unit.and_then(|unit| of_look().find(|style| style.unit == Some(unit)));
        own.or_else(|| of_look().find(|style| style.unit.is_none()))
    }

    /// Ids of all provisions that it names, each once.
    pub fn provisions(&self) -> BTreeSet<&str> {
        let looks = self.components.0.values().map(|look| &look.law);
        let all = looks.chain([&self.page.law, &self.page_number.law]);
        all.flatten().map(String::as_str).collect()
    }

    /// Whether the look is that of a regime (`administrative-2020`).
    pub fn fits(&self, regime: &str) -> bool {
        self.regimes.iter().any(|own| own == regime)
    }

    /// Width in mm of the text between the margins.
    pub fn text_width(&self) -> f32 {
        self.page.width - self.page.left - self.page.right
    }
}

impl Role {
    /// Its name in `layout.yaml` (`national-name`).
    fn name(self) -> String {
        serde_json::to_value(self).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Whether the words of a paragraph beyond this stretch are plain body.
    pub const fn ends_before_body(self) -> bool {
        matches!(self, Self::ArticleHeading | Self::ClauseHeading | Self::SectionHeading)
    }

    /// Whether a table that holds this is the header.
    pub const fn is_header(self) -> bool {
        matches!(
            self,
            Self::NationalName
                | Self::Motto
                | Self::ParentOrgan
                | Self::Organ
                | Self::Number
                | Self::PlaceDate
                | Self::Subject
        )
    }

    /// Whether a table that holds this is the one of recipients and signature.
    pub const fn is_end(self) -> bool {
        matches!(
            self,
            Self::SignatureLine | Self::SignatureName | Self::RecipientsLabel | Self::RecipientsItem
        )
    }
}
