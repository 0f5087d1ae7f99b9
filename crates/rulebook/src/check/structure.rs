//! What checks of structure say in a rule file.

use crate::vocabulary::UnitKind;
use serde::{Deserialize, Serialize};

/// How units are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Numbering {
    /// 1, 2, 3.
    Arabic,
    /// I, II, III.
    Roman,
    /// a, b, c, d, đ, e, g …
    PointLetters,
}

/// Where numbering starts again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// In every unit that holds such units.
    #[default]
    Parent,
    /// In every part of the file.
    Part,
}

/// `sequence`: units (or appendices) are numbered without gap or repetition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SequenceCheck {
    /// The manner of numbering; not judged if not given.
    pub style: Option<Numbering>,
    /// The first number; not judged if not given.
    pub start: Option<u32>,
    /// Where numbering starts again.
    #[serde(default)]
    pub scope: Scope,
    /// Whether gaps, repetitions and disorder are looked for.
    #[serde(default = "yes")]
    pub consecutive: bool,
    /// Whether a single unit needs no number.
    #[serde(default)]
    pub single_may_lack: bool,
}

const fn yes() -> bool {
    true
}

/// `nesting`: what may hold the unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NestingCheck {
    /// Kinds of units that may directly hold it.
    pub parents: Vec<UnitKind>,
    /// Whether it may stand at the top of a body.
    #[serde(default)]
    pub top: bool,
}
