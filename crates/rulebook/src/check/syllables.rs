//! What a check of syllables says in a rule file: the tables of Vietnamese orthography.
//!
//! A syllable is an onset, a rhyme and a tone. The tables are closed, so that a word which they cannot make
//! is misspelt, whatever it was meant to be; no list of words is needed.

use super::kind::{KindOfCheck, Writes, named, tests_nothing};
use crate::vocabulary::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A tone by its mark; the level tone has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// `ma`
    Ngang,
    /// `mà`
    Huyen,
    /// `má`
    Sac,
    /// `mả`
    Hoi,
    /// `mã`
    Nga,
    /// `mạ`
    Nang,
}

/// `syllables`: words that no onset, rhyme and tone of Vietnamese make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SyllablesCheck {
    /// Onsets, each with the letters that may begin a rhyme behind it (`""`: any letter). The empty onset is
    /// always there.
    pub onsets: BTreeMap<String, String>,
    /// Rhymes without tone marks.
    pub rhymes: Vec<String>,
    /// What may end a rhyme behind its vowels. Words that end otherwise are of another language.
    pub codas: Vec<String>,
    /// The endings that allow only `stop-tones`.
    pub stops: Vec<String>,
    /// The tones of syllables with such an ending.
    pub stop_tones: Vec<Tone>,
    /// Rhymes in plain letters that neither Vietnamese nor the foreign words of office texts have: all marks
    /// of the word were left out (`duoc`).
    #[serde(default)]
    pub unmarked: Vec<String>,
}

impl KindOfCheck for SyllablesCheck {
    const NAME: &'static str = "syllables";

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
        tests_nothing::<Self>(self.onsets.is_empty() || self.rhymes.is_empty())
    }
}

/// `phrases`: fixed phrases, of which a draft has the letters but not the marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PhrasesCheck {
    /// The phrases in small letters. Of three syllables and more, one inside may not stand twice.
    #[schemars(length(min = 1))]
    pub of: Vec<String>,
    /// Other words of the same letters, right by themselves: `bao cao` of `bao cao su`.
    #[serde(default)]
    pub except: Vec<String>,
}

impl KindOfCheck for PhrasesCheck {
    const NAME: &'static str = "phrases";

    fn gives(&self) -> Vec<String> {
        named(["expected"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Words
    }

    fn fault(&self) -> Option<Words> {
        tests_nothing::<Self>(self.of.is_empty())
    }
}
