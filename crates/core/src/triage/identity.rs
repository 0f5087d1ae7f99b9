//! What a document is known by from one round to the next.

use crate::checker::Checked;
use crate::finding::fnv_1a_64;
use crate::recognize::canonical_symbol;
use crate::text::vietnamese::name_key;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// What a document is known by: its path; where it moved, its designation; where it has none, its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The path with forward slashes.
    pub path: String,
    /// Number and symbol with who gave them; `None` for a draft without a number.
    pub designation: Option<Designation>,
    /// The bytes.
    pub digest: Digest,
}

/// What names one document among all: every organ counts anew each year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// Number and symbol, without blanks: `05/2026/QĐ-UBND`.
    pub number: String,
    /// The year of the symbol, or else of the date.
    pub year: i32,
    /// The organ, without capitals and marks that are spelt in two ways.
    pub organ: String,
}

/// FNV-1a of 64 bits over the bytes of a file. It tells files of one office apart; it is no seal, for
/// whoever wants to can make two files of one digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(u64);

/// The name of the hash, before its figures, so that another one can take its place.
const HASH: &str = "fnv1a64:";

impl Identity {
    /// What a checked draft is known by.
    pub fn of(path: &str, checked: &Checked, bytes: &[u8]) -> Self {
        let facts = &checked.document.facts;
        let named = facts.designation.as_deref().zip(facts.year).zip(facts.organ.as_ref());
        let designation = named.map(|((number, year), (organ, _))| Designation {
            number: canonical_symbol(number),
            year,
            organ: name_key(&organ.name),
        });
        Self { path: path.to_owned(), designation, digest: Digest::of(bytes) }
    }

    /// Which of the known documents this one is: the one of its path; else the only one of its
    /// designation; else one of the same bytes. `is_present`: whether the document of a path is still
    /// there, so that it did not move to here.
    pub fn position_among<'k>(
        &self,
        known: impl IntoIterator<Item = &'k Self>,
        is_present: impl Fn(&str) -> bool,
    ) -> Option<usize> {
        let known: Vec<&Self> = known.into_iter().collect();
        if let Some(same) = known.iter().position(|own| own.path == self.path) {
            return Some(same);
        }
        let moved: Vec<_> = known.iter().enumerate().filter(|(_, own)| !is_present(&own.path)).collect();
        let mut named =
            moved.iter().filter(|(_, own)| self.designation.is_some() && own.designation == self.designation);
        if let (Some((index, _)), None) = (named.next(), named.next()) {
            return Some(*index);
        }
        moved.iter().find(|(_, own)| own.digest == self.digest).map(|(index, _)| *index)
    }
}

impl Digest {
    /// The digest of a file.
    pub fn of(bytes: &[u8]) -> Self {
        Self(fnv_1a_64(bytes))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{HASH}{:016x}", self.0)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let figures = text.strip_prefix(HASH).filter(|figures| figures.len() == 16);
        let number = figures.and_then(|figures| u64::from_str_radix(figures, 16).ok());
        number.map(Self).ok_or_else(|| serde::de::Error::custom(format!("expected {HASH} and 16 figures")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(path: &str, number: Option<&str>, bytes: &str) -> Identity {
        let designation = number.map(|number| Designation {
            number: number.to_owned(),
            year: 2026,
            organ: "ủy ban nhân dân xã hòa an".to_owned(),
        });
        Identity { path: path.to_owned(), designation, digest: Digest::of(bytes.as_bytes()) }
    }

    fn found(known: &[Identity], one: &Identity, present: &[&str]) -> Option<usize> {
        one.position_among(known, |path| present.contains(&path))
    }

    #[test]
    fn an_edited_document_is_known_by_its_path() {
        let known = [identity("a.docx", Some("01/QĐ-UBND"), "one"), identity("b.docx", None, "two")];
        assert_eq!(found(&known, &identity("b.docx", Some("01/QĐ-UBND"), "one"), &["b.docx"]), Some(1));
        assert_eq!(found(&known, &identity("a.docx", None, "new"), &["a.docx"]), Some(0));
    }

    #[test]
    fn a_renamed_and_edited_document_is_known_by_its_designation() {
        let known = [identity("a.docx", Some("01/QĐ-UBND"), "one"), identity("b.docx", None, "two")];
        let renamed = identity("sent/final.docx", Some("01/QĐ-UBND"), "edited");
        assert_eq!(found(&known, &renamed, &["sent/final.docx"]), Some(0));
        // A copy beside the original is a document of its own.
        assert_eq!(found(&known, &renamed, &["sent/final.docx", "a.docx"]), None);
    }

    #[test]
    fn a_moved_draft_without_a_number_is_known_by_its_bytes() {
        let known = [identity("a.docx", None, "one"), identity("b.docx", None, "two")];
        assert_eq!(found(&known, &identity("old/b.docx", None, "two"), &[]), Some(1));
        assert_eq!(found(&known, &identity("old/b.docx", None, "edited"), &[]), None);
    }

    #[test]
    fn a_designation_that_two_documents_bear_names_neither() {
        let known =
            [identity("a.docx", Some("01/QĐ-UBND"), "one"), identity("b.docx", Some("01/QĐ-UBND"), "two")];
        assert_eq!(found(&known, &identity("c.docx", Some("01/QĐ-UBND"), "three"), &[]), None);
        assert_eq!(found(&known, &identity("c.docx", Some("01/QĐ-UBND"), "two"), &[]), Some(1));
    }

    #[test]
    fn a_digest_is_written_with_the_name_of_its_hash() {
        let digest = Digest::of(b"foobar");
        let written = serde_json::to_string(&digest).expect("a string");
        assert_eq!(written, "\"fnv1a64:85944171f73967e8\"");
        assert_eq!(serde_json::from_str::<Digest>(&written).expect("a digest"), digest);
        assert!(serde_json::from_str::<Digest>("\"md5:85944171f73967e8\"").is_err());
    }
}
