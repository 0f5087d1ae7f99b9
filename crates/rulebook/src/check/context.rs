//! What checks say that look at the words around a place: its sentence, its paragraph, its text.

use super::kind::{KindOfCheck, Writes, named, tests_nothing};
use crate::pattern::Pattern;
use crate::vocabulary::Words;
use serde::{Deserialize, Serialize};

/// `leads`: where a reference leads.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct LeadsCheck {
    /// With `reference`: not to the very unit in which it stands.
    pub elsewhere: bool,
    /// With `recipients.item` (`Như Điều 3`): to an article in which these words stand, if any has them.
    pub to: Option<Pattern>,
    /// What words name by a number, its group `value`, heads a paragraph of the file.
    pub headed: Option<Headed>,
}

/// `calls-itself`: within a sentence, `Kế hoạch này` stands in a plan alone, unless a text of that form is named.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct CallsItselfCheck {
    /// Forms whose name in small letters is a verb, so that it names no document by itself.
    pub verbs: Vec<String>,
    /// Words before such a name that make it a noun (anchor them with `$`).
    pub noun: Option<Pattern>,
}

impl KindOfCheck for CallsItselfCheck {
    const NAME: &'static str = "calls-itself";

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
        None
    }
}

/// `signed-by`: who signs with an office is the person whom the text names in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SignedByCheck {
    /// The one line that names the person: `Chủ trì (chủ tọa): Ông …`. Without such a line nothing is compared.
    pub line: Pattern,
    /// The line of the signature above the name.
    pub office: Pattern,
}

impl KindOfCheck for SignedByCheck {
    const NAME: &'static str = "signed-by";

    fn gives(&self) -> Vec<String> {
        named(["expected"])
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

/// Words with a number, and the paragraphs that they lead to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Headed {
    /// Words that name one; the number is its group `value`.
    pub named: Pattern,
    /// How a paragraph begins that bears such a number, its group `value`. A file without any has them elsewhere.
    pub by: Pattern,
}

impl KindOfCheck for LeadsCheck {
    const NAME: &'static str = "leads";

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
        let reads = |pattern: &Pattern| pattern.groups().iter().any(|name| name == "value");
        if self.headed.as_ref().is_some_and(|headed| !reads(&headed.named) || !reads(&headed.by)) {
            return Some(Words {
                vi: "biểu thức của “headed” cần nhóm “value”".to_owned(),
                en: "the expressions of “headed” need a group “value”".to_owned(),
            });
        }
        tests_nothing::<Self>(!self.elsewhere && self.to.is_none() && self.headed.is_none())
    }
}

/// `sentence`: the words around a place in its sentence. As a condition it tells what a citation is there
/// for: to be followed, to be replaced, or to be told of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
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
