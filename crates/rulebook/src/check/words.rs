//! What checks of words say in a rule file.
//!
//! What a message may say and what a fix may write follows from the check, so that a rule cannot
//! promise more:
//!
//! ```
//! use thethuc_rulebook::{Check, check::Writes, yaml};
//!
//! let check: Check = yaml::read(r"text: { not-matches: '^(?<label>[Kk]hoản)' }")?;
//! assert_eq!(check.variables(), ["count", "expected", "found", "label", "line", "own_place", "text"]);
//! assert_eq!(check.writes(), Writes::Nothing, "an expression does not say what would be right");
//! # Ok::<(), yaml::Fault>(())
//! ```

use super::kind::{KindOfCheck, Writes, named, tests_nothing};
use crate::bilingual::{Bilingual, placeholders};
use crate::pattern::Pattern;
use crate::value::OneOrMany;
use crate::vocabulary::Words;
use serde::{Deserialize, Serialize};

/// What does not matter when words are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ignoring {
    /// `HÒA` and `HOÀ`.
    ToneMarkPlacement,
    /// Capitals and small letters.
    Case,
    /// Blanks.
    Space,
    /// Hyphen, en dash, em dash.
    Dash,
}

/// `text`: the words of each node.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct TextCheck {
    /// The words are exactly these.
    pub equals: Option<String>,
    /// The words are one of these.
    pub one_of: Option<Vec<String>>,
    /// The words are the name of a form of `forms.yaml` or of an attached text, or begin with the abbreviation
    /// of a form.
    pub form: Option<FormWords>,
    /// The expression is found in the words (anchor it with `^` and `$`).
    pub matches: Option<Pattern>,
    /// The expression is found nowhere; each match is a hit, its named groups are variables.
    pub not_matches: Option<Pattern>,
    /// The words begin with one of these.
    pub starts_with: Option<OneOrMany<String>>,
    /// All letters are capitals, typed or by style (`true`), or not all are typed as such (`false`).
    pub capitals: Option<bool>,
    /// What `{expected}` shows, and what a fix writes, where it does not follow from the test
    /// itself; may use `{found}` and the groups of `not-matches`.
    pub expected: Option<String>,
    /// Differences that do not matter to `equals`, `one-of`, `form: name` and `starts-with`.
    pub ignoring: Vec<Ignoring>,
    /// An automatic bullet or number counts as the beginning of the words, for the tests of the whole node.
    pub with_label: bool,
}

impl TextCheck {
    /// Whether no test is given.
    fn is_empty(&self) -> bool {
        let nothing = Self {
            expected: self.expected.clone(),
            ignoring: self.ignoring.clone(),
            with_label: self.with_label,
            ..Self::default()
        };
        *self == nothing
    }

    /// The named groups whose matches are variables.
    fn groups(&self) -> Vec<String> {
        self.not_matches.as_ref().map(Pattern::groups).unwrap_or_default()
    }

    /// Whether the test itself says what a node should be as a whole.
    fn says_whole(&self) -> bool {
        let one = self.one_of.as_ref().is_some_and(|list| list.len() == 1);
        self.equals.is_some() || one || self.capitals == Some(true)
    }
}

impl KindOfCheck for TextCheck {
    const NAME: &'static str = "text";

    fn gives(&self) -> Vec<String> {
        let mut names = named(["expected"]);
        names.extend(self.groups());
        names
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        // Of a test with alternatives, of an expression, and of a beginning, what it says is not what the
        // words should be.
        match (self.says_whole(), &self.expected) {
            (true, _) => Writes::Words,
            (false, Some(_)) => Writes::Stated,
            (false, None) => Writes::Nothing,
        }
    }

    fn fault(&self) -> Option<Words> {
        let groups = self.groups();
        let is_known = |name: &&str| *name == "found" || groups.iter().any(|group| group == name);
        let mut names = self.expected.iter().flat_map(|words| placeholders(words));
        tests_nothing::<Self>(self.is_empty()).or_else(|| {
            names.find(|name| !is_known(name)).map(|name| Words {
                vi: format!(
                    "“expected” dùng {{{name}}}, không phải {{found}} hay nhóm nào của “not-matches”"
                ),
                en: format!(
                    "“expected” uses {{{name}}}, which is neither {{found}} nor a group of “not-matches”"
                ),
            })
        })
    }
}

/// What words say of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FormWords {
    /// `QUYẾT ĐỊNH`, or the name of a text that is attached to documents.
    Name,
    /// `QĐ-UBND`: the abbreviation of a form before a hyphen.
    Abbreviation,
}

/// One entry of `words`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Wording {
    /// The wrong words.
    pub pattern: Pattern,
    /// The right ones; `$1` or `$name` repeat a group.
    pub replace: Option<String>,
    /// A match is no hit where this expression matches all of it and more.
    pub except: Option<Pattern>,
}

/// `words`: wrong words and right ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WordsCheck(pub Vec<Wording>);

impl KindOfCheck for WordsCheck {
    const NAME: &'static str = "words";

    fn gives(&self) -> Vec<String> {
        let mut names = named(["expected"]);
        // A message can only use what every entry has.
        if let [first, rest @ ..] = self.0.as_slice() {
            let everywhere = |group: &String| rest.iter().all(|entry| entry.pattern.groups().contains(group));
            names.extend(first.pattern.groups().into_iter().filter(everywhere));
        }
        names
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::words_if(self.0.iter().any(|entry| entry.replace.is_some()))
    }

    fn fault(&self) -> Option<Words> {
        tests_nothing::<Self>(self.0.is_empty())
    }
}

/// `mentions`: the parts of a thing, all of which are spoken of where most are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MentionsCheck {
    /// Parts that must be mentioned for the check to speak at all.
    pub least: usize,
    /// The parts.
    #[schemars(length(min = 1))]
    pub parts: Vec<MentionedPart>,
}

impl KindOfCheck for MentionsCheck {
    const NAME: &'static str = "mentions";

    fn gives(&self) -> Vec<String> {
        named(["missing"])
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

/// A part of a thing, and how words speak of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MentionedPart {
    /// Its name in the middle of a sentence.
    pub name: Bilingual,
    /// Words that speak of it.
    pub pattern: Pattern,
}

/// `unique`: no two nodes say the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct UniqueCheck {
    /// Differences that do not matter.
    pub ignoring: Vec<Ignoring>,
}

impl KindOfCheck for UniqueCheck {
    const NAME: &'static str = "unique";

    fn gives(&self) -> Vec<String> {
        named(["other_place"])
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

/// `mixed`: two manners that may not both occur in one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MixedCheck {
    /// One manner.
    pub first: Pattern,
    /// The other.
    pub second: Pattern,
    /// Whether only the same words in both manners count, whatever the place of tone marks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub same_words: bool,
    /// What is of neither manner where this expression matches all of it and more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub except: Option<Pattern>,
    /// Whether the first manner is the wrong one, however often it stands; else the rarer one is told.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first_is_wrong: bool,
}

impl KindOfCheck for MixedCheck {
    const NAME: &'static str = "mixed";

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
        None
    }
}

/// `abbreviation`: capital tokens that are used without having been explained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AbbreviationCheck {
    /// What an abbreviation looks like.
    pub pattern: Pattern,
    /// Expression whose group `short` names an explained abbreviation.
    pub explained_by: Pattern,
    /// What the word right before or behind looks like where the token abbreviates nothing: a heading in
    /// capitals that is cited.
    #[serde(default)]
    pub not_beside: Option<Pattern>,
    /// Abbreviations that need no explanation.
    #[serde(default)]
    pub known: Vec<String>,
}

impl KindOfCheck for AbbreviationCheck {
    const NAME: &'static str = "abbreviation";

    fn gives(&self) -> Vec<String> {
        Vec::new()
    }

    fn is_collective(&self) -> bool {
        true
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        let names_it = self.explained_by.groups().iter().any(|group| group == "short");
        (!names_it).then(|| Words {
            vi: "“explained-by” cần nhóm (?<short>…)".to_owned(),
            en: "“explained-by” needs a group (?<short>…)".to_owned(),
        })
    }
}

/// `list-punctuation`: the ends of the items of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct ListPunctuation {
    /// Every item but the last ends so.
    pub each_ends: Option<OneOrMany<String>>,
    /// The last item ends so.
    pub last_ends: Option<OneOrMany<String>>,
    /// Every item starts so.
    pub starts: Option<OneOrMany<String>>,
    /// Whether a list of one item is left alone.
    pub ignore_single: bool,
}

impl KindOfCheck for ListPunctuation {
    const NAME: &'static str = "list-punctuation";

    fn gives(&self) -> Vec<String> {
        named(["expected"])
    }

    fn is_collective(&self) -> bool {
        true
    }

    fn writes(&self) -> Writes {
        // One mark can be put in the place of another; between several a person chooses.
        let all = [&self.each_ends, &self.last_ends, &self.starts];
        Writes::words_if(all.into_iter().flatten().any(|marks| marks.0.len() == 1))
    }

    fn fault(&self) -> Option<Words> {
        tests_nothing::<Self>(self.each_ends.is_none() && self.last_ends.is_none() && self.starts.is_none())
    }
}

/// Peculiarities of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OddLetter {
    /// Vowels with separately typed marks.
    Decomposed,
    /// Characters without width.
    ZeroWidth,
    /// Soft hyphens.
    SoftHyphen,
    /// Control characters.
    Control,
    /// `Ð` (eth) for `Đ` and their like.
    Lookalike,
    /// Cyrillic or Greek letters inside Latin words.
    MixedScript,
    /// Text typed for a TCVN3 font (`.VnTime`).
    LegacyTcvn3,
    /// Text typed for a VNI font.
    LegacyVni,
    /// Characters of the private use area.
    PrivateUse,
    /// `�`: a letter was lost in a conversion.
    Replacement,
}

/// `encoding`: letters that are not what they seem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EncodingCheck {
    /// What to look for.
    pub find: Vec<OddLetter>,
    /// Wrong letters and the right ones, for `lookalike`.
    #[serde(default)]
    pub letters: Vec<Lookalike>,
    /// Words of a legacy encoding as they look in Unicode; each is proof by itself.
    #[serde(default)]
    pub marks: Vec<String>,
}

impl KindOfCheck for EncodingCheck {
    const NAME: &'static str = "encoding";

    fn gives(&self) -> Vec<String> {
        named(["expected", "kind"])
    }

    fn is_collective(&self) -> bool {
        true
    }

    fn writes(&self) -> Writes {
        // What nobody sees can be cleaned; of the rest, only a letter that was taken for another one has a
        // right one beside it.
        let unseen = [OddLetter::Decomposed, OddLetter::ZeroWidth, OddLetter::SoftHyphen, OddLetter::Control];
        if self.find.contains(&OddLetter::Lookalike) && !self.letters.is_empty() {
            Writes::Words
        } else if unseen.iter().any(|kind| self.find.contains(kind)) {
            Writes::Changes
        } else {
            Writes::Nothing
        }
    }

    fn fault(&self) -> Option<Words> {
        tests_nothing::<Self>(self.find.is_empty())
    }
}

/// A wrong letter and the right one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Lookalike {
    /// The letter that should not be there.
    pub wrong: char,
    /// The letter it stands for.
    pub right: char,
}
