//! What `rules/terms.yaml` says: the words by which the parts of a document are recognized.

use super::spellings::{Spellings, trimmed};
use crate::vocabulary::{Level, OrganKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `rules/terms.yaml`. The file tells what each entry is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Terms {
    /// Of headers.
    pub header: HeaderTerms,
    /// Of what stands between title and body.
    pub preamble: PreambleTerms,
    /// Of signatures and recipients.
    pub closing: ClosingTerms,
    /// Of attached texts and appendices.
    pub attachments: AttachmentTerms,
    /// Of the names of organs.
    pub organs: OrganTerms,
    /// Of citations.
    pub citations: CitationTerms,
}

/// Words of headers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HeaderTerms {
    /// Quốc hiệu.
    #[serde(deserialize_with = "trimmed")]
    pub national_name: String,
    /// Tiêu ngữ.
    #[serde(deserialize_with = "trimmed")]
    pub motto: String,
    /// `Số`, before number and symbol.
    pub number: Spellings,
    /// `V/v`, before the subject of a letter.
    pub subject: Spellings,
    /// Marks of urgency, secrecy and circulation.
    pub stamps: Spellings,
    /// Those of them that are marks of secrecy.
    #[serde(default)]
    pub secrecy_stamps: Spellings,
    /// Marks of a draft.
    pub draft_stamps: Spellings,
    /// Forms whose day stands in their text.
    pub day_in_text: Spellings,
    /// What papers of the Party bear in the place of the national name.
    pub party: Spellings,
    /// Beginnings of the names of the Front and of mass organizations.
    pub unions: Spellings,
}

/// Words between title and body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PreambleTerms {
    /// `Kính gửi`.
    pub addressees: Spellings,
    /// `Căn cứ`.
    pub basis: Spellings,
    /// `Theo đề nghị`.
    pub proposal: Spellings,
    /// `của`, before who proposes.
    #[serde(default)]
    pub proposed_by: Spellings,
    /// What begins behind the name of who proposes.
    #[serde(default)]
    pub proposer_ends: Spellings,
    /// `KHÓA`, below the competence line of a council.
    pub session: Spellings,
    /// `QUYẾT ĐỊNH`, in a line of its own.
    pub enacting: Spellings,
    /// Who promulgates.
    pub speakers: Spellings,
    /// `ban hành`.
    #[serde(deserialize_with = "trimmed")]
    pub promulgates: String,
    /// What the bases of every normative document name.
    pub promulgation: Spellings,
    /// Beginnings of the titles of individual decisions.
    pub individual: Spellings,
    /// What stands before such words in a title.
    pub about: Spellings,
    /// Beginnings of a text without bases.
    pub body_begins: Spellings,
}

/// Words of signatures and recipients.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClosingTerms {
    /// `Nơi nhận`.
    pub recipients: Spellings,
    /// `Lưu`.
    pub archive: Spellings,
    /// `VT`, behind `Lưu`.
    #[serde(default)]
    pub registries: Spellings,
    /// `TM`, `KT`, without dots.
    pub capacities: Spellings,
    /// Beginnings of what stands behind a capacity.
    pub represented: Spellings,
    /// `CHỦ TỊCH`.
    pub positions: Spellings,
    /// `PHÓ`.
    pub deputies: Spellings,
    /// Words that are in no name of a person.
    pub office_words: Spellings,
    /// `đã ký`, in small letters.
    pub signed: Spellings,
    /// What is adopted.
    pub resolution: Spellings,
    /// Who adopts a resolution.
    pub adopting: Spellings,
    /// `thông qua`.
    #[serde(deserialize_with = "trimmed")]
    pub adopted: String,
}

/// Words of attached texts and appendices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AttachmentTerms {
    /// `PHỤ LỤC`.
    pub appendix: Spellings,
    /// `Ban hành`, before `kèm theo`.
    pub promulgated: Spellings,
    /// What a title may begin with without being another one (`Về việc`).
    pub about: Spellings,
    /// `Kèm theo`.
    pub attached: Spellings,
    /// `Ban hành theo`, which says both at once.
    pub promulgated_with: Spellings,
    /// Beginnings of the names of issuers.
    pub issuers: Spellings,
    /// `Mẫu`, which heads a form to be filled in.
    #[serde(default)]
    pub blank_forms: Spellings,
}

/// Words of the names of organs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OrganTerms {
    /// Beginnings of the names of organs, by kind, in small letters.
    pub heads: BTreeMap<OrganKind, Spellings>,
    /// Beginnings of titles that look like names of organs.
    pub no_heads: Spellings,
    /// The organs of the people's power.
    pub people: Vec<PeoplesOrgan>,
    /// What the full name of each of them holds, in capitals.
    #[serde(deserialize_with = "trimmed")]
    pub people_words: String,
    /// The chair of a committee.
    pub chair: ChairTerms,
    /// Kinds of organs that a field with a capital follows.
    pub with_field: Spellings,
    /// Words for administrative units.
    pub units: Vec<UnitTerms>,
    /// Words that are no unit behind others.
    pub no_units: Vec<NoUnit>,
    /// Last words of names that leave out the unit, by level.
    pub bare_units: BTreeMap<Level, Spellings>,
    /// What the names of central organs begin with.
    pub central: Spellings,
    /// Beginnings of names that only look like those of central organs.
    #[serde(default)]
    pub not_central: Spellings,
    /// Beginnings of the names of departments that one level alone has.
    #[serde(default)]
    pub only_at: BTreeMap<Level, Spellings>,
}

/// An organ of the people's power.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PeoplesOrgan {
    /// Its name.
    #[serde(deserialize_with = "trimmed")]
    pub name: String,
    /// Other spellings.
    #[serde(default)]
    pub also: Option<Spellings>,
    /// Its abbreviations, the proper one and its misspellings.
    pub abbreviations: Spellings,
}

/// The chair of a committee.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ChairTerms {
    /// The position, before the name of the committee.
    #[serde(deserialize_with = "trimmed")]
    pub title: String,
    /// The abbreviation at the end of a symbol.
    #[serde(deserialize_with = "trimmed")]
    pub abbreviation: String,
}

/// A word for administrative units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnitTerms {
    /// The word in small letters.
    #[serde(deserialize_with = "trimmed")]
    pub word: String,
    /// How it is abbreviated.
    #[serde(default)]
    pub short: Option<Spellings>,
    /// The level of such units; where it depends on the unit and the day, the registry tells it.
    pub level: Option<Level>,
}

/// Words that look like a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NoUnit {
    /// The words, in small letters.
    #[serde(deserialize_with = "trimmed")]
    pub words: String,
    /// What stands before them, if they are no unit.
    pub after: Vec<String>,
}

/// Words of citations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CitationTerms {
    /// Kinds that are cited by name and day.
    pub laws: Spellings,
    /// The same with a small letter.
    pub small_laws: Spellings,
    /// Other kinds of instruments, beside the forms.
    pub instruments: Spellings,
    /// Any document.
    pub any: Spellings,
    /// Texts made of others.
    pub consolidated: Spellings,
    /// Beginnings of the names of issuers.
    pub issuers: Spellings,
    /// Beginnings of titles, in small letters.
    pub titles: Spellings,
}

impl OrganTerms {
    /// The unit that a word (`tp.`, `XÃ`) is for.
    pub fn unit(&self, word: &str) -> Option<&UnitTerms> {
        let word = word.to_lowercase();
        let is_such = |unit: &&UnitTerms| {
            unit.word == word || unit.short.as_ref().is_some_and(|short| short.has(&word))
        };
        self.units.iter().find(is_such)
    }
}
