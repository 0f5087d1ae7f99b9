//! What checks say that look at the words around a place: its sentence, its paragraph, its text.

use super::kind::{KindOfCheck, Writes, tests_nothing};
use crate::pattern::Pattern;
use crate::vocabulary::Words;
use serde::{Deserialize, Serialize};

/// `sentence`: the words around a place in its sentence. As a condition it tells what a citation is there
/// for: to be followed, to be replaced, or to be told of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct SentenceCheck {
    /// Found in the words of the sentence before the place (anchor it with `$`).
    pub before: Option<Pattern>,
    /// Found in the words of the sentence behind the place (anchor it with `^`).
    pub after: Option<Pattern>,
    /// Found nowhere in the sentence.
    pub without: Option<Pattern>,
}

impl KindOfCheck for SentenceCheck {
    const NAME: &'static str = "sentence";

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
        tests_nothing::<Self>(*self == Self::default())
    }
}
