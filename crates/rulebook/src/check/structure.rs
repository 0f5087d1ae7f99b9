//! What checks of structure say in a rule file.
//!
//! ```
//! use thethuc_rulebook::{Check, yaml};
//!
//! let check: Check = yaml::read("sequence: { style: arabic, start: 1, scope: part }")?;
//! assert!(check.is_collective(), "a gap shows only when all units are seen together");
//! # Ok::<(), yaml::Fault>(())
//! ```

use super::kind::{KindOfCheck, Writes, named, tests_nothing};
use crate::count::Count;
use crate::selector::Selector;
use crate::vocabulary::{UnitKind, Words};
use serde::{Deserialize, Serialize};

impl KindOfCheck for Count {
    const NAME: &'static str = "present";

    fn gives(&self) -> Vec<String> {
        named(["expected"])
    }

    fn is_collective(&self) -> bool {
        true
    }

    fn writes(&self) -> Writes {
        // What is too much can go; what is missing the rule has to write itself.
        if self.limits() == (0, Some(0)) { Writes::Changes } else { Writes::Nothing }
    }

    fn fault(&self) -> Option<Words> {
        // What allows everything is refused when it is read.
        None
    }
}

/// How units are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// In every unit that holds such units.
    #[default]
    Parent,
    /// In every part of the file.
    Part,
}

/// `sequence`: units (or appendices) are numbered without gap or repetition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
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

impl KindOfCheck for SequenceCheck {
    const NAME: &'static str = "sequence";

    fn gives(&self) -> Vec<String> {
        named(["expected", "order"])
    }

    fn is_collective(&self) -> bool {
        true
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        tests_nothing::<Self>(self.style.is_none() && self.start.is_none() && !self.consecutive)
    }
}

/// What holds of `consecutive` where a rule says nothing: gaps are looked for.
const fn yes() -> bool {
    true
}

/// `nesting`: what may hold the unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NestingCheck {
    /// Kinds of units that may directly hold it; at the top of a body it may not stand. What stands there is
    /// a unit or a paragraph.
    pub parents: Vec<UnitKind>,
}

impl KindOfCheck for NestingCheck {
    const NAME: &'static str = "nesting";

    fn gives(&self) -> Vec<String> {
        named(["expected"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        tests_nothing::<Self>(self.parents.is_empty())
    }
}

/// `titled`: whether the unit has a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TitledCheck(pub bool);

impl KindOfCheck for TitledCheck {
    const NAME: &'static str = "titled";

    fn gives(&self) -> Vec<String> {
        Vec::new()
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

/// `order`: the components, as far as they are there, follow each other in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderCheck(pub Vec<Selector>);

impl KindOfCheck for OrderCheck {
    const NAME: &'static str = "order";

    fn gives(&self) -> Vec<String> {
        named(["other"])
    }

    fn is_collective(&self) -> bool {
        true
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        // One component alone has no order.
        tests_nothing::<Self>(self.0.len() < 2)
    }
}
