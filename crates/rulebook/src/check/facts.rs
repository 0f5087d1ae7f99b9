//! What checks of facts say in a rule file.

use super::words::Ignoring;
use crate::pattern::Pattern;
use crate::selector::Selector;
use crate::vocabulary::Level;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What two components are compared as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum As {
    /// The words.
    #[default]
    Text,
    /// A number, with or without leading zeros.
    Number,
    /// A date in any of its spellings.
    Date,
    /// The name of an organ, abbreviations written out.
    Organ,
    /// A year.
    Year,
    /// A form: the abbreviation in a symbol is that of the form in `forms.yaml`.
    Form,
    /// A title: the one is found in the other.
    Title,
}

/// `agree`: two components say the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AgreeCheck {
    /// The other component; its first node is taken, of the same part before that of the act.
    pub with: Selector,
    /// Whether the other component is that of the act, whatever part the node stands in.
    #[serde(default)]
    pub in_act: bool,
    /// What they are compared as.
    #[serde(rename = "as", default)]
    pub compared_as: As,
    /// Differences that do not matter.
    #[serde(default)]
    pub ignoring: Vec<Ignoring>,
}

/// `authority`: a look into the authority matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AuthorityCheck {
    /// The organ may issue a document of this form and class.
    Power,
    /// The symbol is that of the organ and form.
    Symbol,
    /// The signing capacity is that of the organ.
    Signature,
}

/// `instrument`: a look into the registry of instruments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentCheck {
    /// Number and date belong together.
    KnownDate,
    /// A number does not bear the name of another law.
    KnownTitle,
    /// The instrument takes effect no later than the document.
    InTime,
    /// The instrument had not expired on the day of the document.
    InForce,
    /// The date is a day of the calendar, and not later than the document.
    PossibleDate,
    /// Where the text names an instrument for the first time, its issuer or title stands with it.
    CitedInFull,
}

/// `place-exists`: the administrative units that words name exist on the day of the document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PlaceExistsCheck {
    /// Only names within a match of this expression are looked at; all, if not given.
    pub within: Option<Pattern>,
    /// Names within a match of this expression are left alone.
    pub except: Option<Pattern>,
}

/// `profile`: what is compared with the profile of the organ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProfileCheck {
    /// The name of the organ.
    Organ,
    /// The organ above it.
    Parent,
    /// The place.
    Place,
    /// The abbreviation of the organ in the symbol.
    Abbreviation,
    /// The position of the signer.
    Position,
    /// The name of the signer.
    Signer,
}

/// `amendment`: how a document that amends another one is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AmendmentCheck {
    /// The new text stands between quotation marks.
    Quotation,
    /// The amended articles follow each other as in the amended instrument.
    Order,
    /// An inserted unit bears the number of the unit before it and a letter; a point a digit.
    Label,
}

/// `date-distance`: days between signing and effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DateDistanceCheck {
    /// Fewest days by level of the issuing organ; a level that is not named is not judged.
    pub min_days: BTreeMap<Level, u32>,
    /// Whether effect on the day of signing is left to another rule.
    #[serde(default)]
    pub ignore_same_day: bool,
}
