//! What checks of facts say in a rule file.
//!
//! They compare a draft with itself (`agree`), with tables of the rule book (`authority`,
//! `instrument`, `place-exists`) or with what an office says of itself (`profile`). Where the other
//! side is not known they say nothing.
//!
//! ```
//! use thethuc_rulebook::{Check, yaml};
//!
//! let check: Check = yaml::read("agree: { with: header.date, as: year, in-act: true }")?;
//! assert!(check.agree.is_some_and(|agree| agree.in_act));
//! # Ok::<(), yaml::Fault>(())
//! ```

use super::kind::{KindOfCheck, Writes, named, tests_nothing};
use crate::pattern::Pattern;
use crate::selector::Selector;
use crate::vocabulary::{Level, Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What two components are compared as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum As {
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
    /// A mention: the title of the node's part is found in the other component of any other part.
    Mention,
    /// The administrative unit of an organ, whichever organ of the unit it is.
    Unit,
    /// The issuer in a symbol: what stands behind its last hyphen (`UBND` of `QĐ-UBND`).
    Issuer,
    /// What the expression of `by` finds in both.
    Found,
    /// The number of an appendix: the other component names it, alone or in a list, in any other part.
    Numbered,
}

/// `agree`: two components say the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AgreeCheck {
    /// The other component; its first node is taken, of the same part before that of the act.
    pub with: Selector,
    /// Whether the other component is that of the act, whatever part the node stands in.
    #[serde(default)]
    pub in_act: bool,
    /// What they are compared as.
    #[serde(rename = "as")]
    pub compared_as: As,
    /// With `as: found`: where it finds something in both, its group `value` is compared, case aside and
    /// Roman figures as Arabic ones. A group `kind` must be the same for that.
    #[serde(default)]
    pub by: Option<Pattern>,
}

impl KindOfCheck for AgreeCheck {
    const NAME: &'static str = "agree";

    fn gives(&self) -> Vec<String> {
        named(["other", "other_place"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        let groups = self.by.as_ref().map(Pattern::groups);
        let is_read = groups.as_ref().is_none_or(|groups| groups.iter().any(|name| name == "value"));
        let fits = is_read && (self.compared_as == As::Found) == groups.is_some();
        (!fits).then(|| Words {
            vi: "“as: found” cần “by” có nhóm “value”, và chỉ “as: found” có “by”".to_owned(),
            en: "“as: found” needs “by” with a group “value”, and nothing else has “by”".to_owned(),
        })
    }
}

/// `authority`: a look into the authority matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AuthorityCheck {
    /// The organ may issue a document of this form and class.
    Power,
    /// The symbol is that of the organ and form.
    Symbol,
    /// The signing capacity is that of the organ.
    Signature,
}

impl KindOfCheck for AuthorityCheck {
    const NAME: &'static str = "authority";

    fn gives(&self) -> Vec<String> {
        named(["expected", "organ", "form"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        // A symbol is one word; which organ may act, and how it signs, is not for a machine to write.
        match self {
            Self::Symbol => Writes::Words,
            Self::Power | Self::Signature => Writes::Nothing,
        }
    }

    fn fault(&self) -> Option<Words> {
        None
    }
}

/// `instrument`: a look into the registry of instruments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentCheck {
    /// Number and date belong together; where the number is that of another law, `known-number` tells it.
    KnownDate,
    /// The number is not that of another law than date and name tell.
    KnownNumber,
    /// A number does not bear the name of another law.
    KnownTitle,
    /// The instrument takes effect no later than the document.
    InTime,
    /// The instrument had not expired on the day of the document.
    InForce,
    /// The date is a day of the calendar, and not later than the document.
    PossibleDate,
    /// The name of a law has the capitals of the registry.
    KnownCapitals,
    /// Where the text names an instrument for the first time, its issuer or title stands with it.
    CitedInFull,
    /// What the text has named with its title is named by its number afterwards.
    NamedOnce,
    /// The title is not cut short: the registry has more of it.
    WholeTitle,
    /// What is cited twice bears one date.
    OneDate,
}

impl KindOfCheck for InstrumentCheck {
    const NAME: &'static str = "instrument";

    fn gives(&self) -> Vec<String> {
        match self {
            Self::KnownDate => named(["expected", "number", "title"]),
            Self::KnownNumber => named(["expected", "other", "cited"]),
            Self::KnownTitle => named(["expected", "number", "title", "other"]),
            Self::KnownCapitals => named(["expected"]),
            Self::InTime => named(["number", "title", "effective", "limit"]),
            Self::InForce => named(["number", "title", "expired", "replaced_by"]),
            Self::PossibleDate => named(["why"]),
            Self::WholeTitle => named(["title"]),
            Self::OneDate => named(["number", "other", "other_place"]),
            Self::CitedInFull | Self::NamedOnce => Vec::new(),
        }
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        match self {
            Self::KnownDate | Self::KnownNumber | Self::KnownTitle | Self::KnownCapitals => Writes::Words,
            Self::InTime
            | Self::InForce
            | Self::PossibleDate
            | Self::CitedInFull
            | Self::NamedOnce
            | Self::WholeTitle
            | Self::OneDate => Writes::Nothing,
        }
    }

    fn fault(&self) -> Option<Words> {
        None
    }
}

/// `resolves`: the units that words refer to exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ResolvesCheck(pub bool);

impl KindOfCheck for ResolvesCheck {
    const NAME: &'static str = "resolves";

    fn gives(&self) -> Vec<String> {
        named(["part"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        tests_nothing::<Self>(!self.0)
    }
}

/// `place-exists`: the administrative units that words name exist on the day of the document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PlaceExistsCheck {
    /// Only names within a match of this expression are looked at; all, if not given.
    pub within: Option<Pattern>,
    /// Names within a match of this expression are left alone.
    pub except: Option<Pattern>,
    /// Instead of their days, the capitals of the names are held against the register.
    #[serde(default)]
    pub capitals: bool,
}

impl KindOfCheck for PlaceExistsCheck {
    const NAME: &'static str = "place-exists";

    fn gives(&self) -> Vec<String> {
        if self.capitals { named(["expected"]) } else { named(["state"]) }
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        if self.capitals { Writes::Words } else { Writes::Nothing }
    }

    fn fault(&self) -> Option<Words> {
        None
    }
}

/// `profile`: what is compared with the profile of the organ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
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

impl KindOfCheck for ProfileCheck {
    const NAME: &'static str = "profile";

    fn gives(&self) -> Vec<String> {
        named(["expected", "organ"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        // The place alone is written as the profile has it. An organ stands in capitals, a symbol holds
        // more than the abbreviation, and who signs is not for a machine to write.
        match self {
            Self::Place => Writes::Words,
            Self::Organ | Self::Parent | Self::Abbreviation | Self::Position | Self::Signer => {
                Writes::Nothing
            }
        }
    }

    fn fault(&self) -> Option<Words> {
        None
    }
}

/// `amendment`: how a document that amends another one is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AmendmentCheck {
    /// The new text stands between quotation marks.
    Quotation,
    /// Every quotation mark has its partner, in whatever document.
    Pairs,
    /// The amended articles follow each other as in the amended instrument.
    Order,
    /// An inserted unit bears the number of the unit before it and a letter; a point a digit.
    Label,
    /// New text bears the number that the step above it announces.
    Announced,
    /// What a step announces stands below it.
    NewText,
    /// The articles amend the instrument that the title names.
    Target,
}

impl KindOfCheck for AmendmentCheck {
    const NAME: &'static str = "amendment";

    fn gives(&self) -> Vec<String> {
        match self {
            Self::Order | Self::Announced | Self::Target => named(["other"]),
            Self::Label => named(["expected", "other"]),
            Self::Quotation | Self::Pairs | Self::NewText => Vec::new(),
        }
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        None
    }
}

/// `not-after`: the date of a component is not later than a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NotAfterCheck {
    /// The day on which the draft is checked.
    Today,
}

impl KindOfCheck for NotAfterCheck {
    const NAME: &'static str = "not-after";

    fn gives(&self) -> Vec<String> {
        named(["limit"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        None
    }
}

/// `unsettled`: what people left in the file beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UnsettledCheck {
    /// Comments that nobody marked as done.
    Comments,
    /// Tracked changes of words that nobody accepted or rejected.
    Changes,
}

impl KindOfCheck for UnsettledCheck {
    const NAME: &'static str = "unsettled";

    fn gives(&self) -> Vec<String> {
        named(["author"])
    }

    fn is_collective(&self) -> bool {
        true
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        None
    }
}

/// `date-distance`: days between signing and effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DateDistanceCheck {
    /// Fewest days by level of the issuing organ; a level that is not named is not judged.
    pub min_days: BTreeMap<Level, u32>,
    /// Whether effect on the day of signing is left to another rule.
    #[serde(default)]
    pub ignore_same_day: bool,
}

impl KindOfCheck for DateDistanceCheck {
    const NAME: &'static str = "date-distance";

    fn gives(&self) -> Vec<String> {
        named(["expected", "from", "to"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        tests_nothing::<Self>(self.min_days.is_empty())
    }
}
