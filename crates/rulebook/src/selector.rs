//! Selectors: the closed set of places of a document that a rule may look at.
//!
//! The set is closed: a rule author gets no language of paths to learn, a wrong name is told with
//! the one that was probably meant, and recognition may change without any rule being the wiser.

use super::scalar::word;
use super::suggest::hint;
use super::value::FromWord;
use super::yaml::{Expected, shown};
use crate::vocabulary::{UnitKind, Words};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A place, or a kind of places, of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Selector {
    /// The whole document: one node at the first line of the act.
    Document,
    /// A component of the header.
    Header(HeaderField),
    /// The form line.
    Form,
    /// The title below the form.
    Title,
    /// `(Kèm theo …)`.
    Attribution,
    /// The number that the attribution names.
    AttributionNumber,
    /// The date that the attribution names.
    AttributionDate,
    /// `Kính gửi:`.
    AddresseesLabel,
    /// Each addressee.
    AddresseesItem,
    /// The competence line in capitals.
    Competence,
    /// Each basis.
    Basis,
    /// The last basis.
    BasisLast,
    /// `Theo đề nghị …`, `Xét Tờ trình …`.
    Proposal,
    /// The last paragraph before the promulgating sentence or words: the proposal or the last basis.
    PreambleLast,
    /// The promulgating sentence.
    Sentence,
    /// `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:`.
    EnactingWords,
    /// The whole body.
    Body,
    /// Each paragraph of the body outside tables that is not the heading of a unit above the clause.
    BodyParagraph,
    /// Each unit of a kind: its label and title line, its label, or its title.
    Unit(UnitKind, UnitFacet),
    /// Each clause on the effect.
    Effect,
    /// The closing line of a resolution.
    Closing,
    /// `./.`.
    EndMark,
    /// Each signature block.
    Signature,
    /// Each line of capacity and position.
    SignatureLine,
    /// Each line that has a capacity (`TM.`, `KT.` …).
    SignatureCapacity,
    /// The last line before the name.
    SignaturePosition,
    /// The name of the signer.
    SignatureName,
    /// `Nơi nhận:`.
    RecipientsLabel,
    /// Each recipient.
    RecipientsItem,
    /// The first recipient.
    RecipientsFirst,
    /// `- Lưu: VT, …`.
    RecipientsArchive,
    /// The heading of each appendix.
    Appendix,
    /// Each cited instrument.
    Citation,
    /// The number of each cited instrument.
    CitationNumber,
    /// Each reference to a unit.
    Reference,
    /// Each section of pages.
    PageSection,
    /// All text of a part, tables included.
    Text,
    /// Each paragraph of the body stream that is not blank.
    Paragraph,
}

/// Components of a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeaderField {
    /// Quốc hiệu.
    NationalName,
    /// Tiêu ngữ.
    Motto,
    /// Cơ quan chủ quản.
    ParentOrgan,
    /// Cơ quan ban hành.
    Organ,
    /// `Số: 05/2022/QĐ-UBND`.
    NumberLine,
    /// `05`.
    Number,
    /// `QĐ-UBND`.
    Symbol,
    /// Địa danh, ngày tháng năm.
    PlaceDate,
    /// Địa danh.
    Place,
    /// Ngày tháng năm.
    Date,
    /// `V/v …`.
    Subject,
    /// Marks of secrecy, urgency, circulation.
    Mark,
}

/// What of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitFacet {
    /// Label and title.
    Heading,
    /// The label.
    Label,
    /// The title.
    Title,
    /// Label and words of a unit that is named by sense, whatever its letters look like: a short line without a
    /// mark at its end, and text of the unit below.
    Name,
    /// Label and words of a unit that has no text below, so that they are no heading.
    Sentence,
}

/// Names in rule files, in the order of the page; units are put together from [`KINDS`] and
/// [`FACETS`].
const PLAIN: [(&str, Selector); 48] = [
    ("document", Selector::Document),
    ("header.national_name", Selector::Header(HeaderField::NationalName)),
    ("header.motto", Selector::Header(HeaderField::Motto)),
    ("header.parent_organ", Selector::Header(HeaderField::ParentOrgan)),
    ("header.organ", Selector::Header(HeaderField::Organ)),
    ("header.number_line", Selector::Header(HeaderField::NumberLine)),
    ("header.number", Selector::Header(HeaderField::Number)),
    ("header.symbol", Selector::Header(HeaderField::Symbol)),
    ("header.place_date", Selector::Header(HeaderField::PlaceDate)),
    ("header.place", Selector::Header(HeaderField::Place)),
    ("header.date", Selector::Header(HeaderField::Date)),
    ("header.subject", Selector::Header(HeaderField::Subject)),
    ("header.mark", Selector::Header(HeaderField::Mark)),
    ("form", Selector::Form),
    ("title", Selector::Title),
    ("attribution", Selector::Attribution),
    ("attribution.number", Selector::AttributionNumber),
    ("attribution.date", Selector::AttributionDate),
    ("addressees.label", Selector::AddresseesLabel),
    ("addressees.item", Selector::AddresseesItem),
    ("competence", Selector::Competence),
    ("basis", Selector::Basis),
    ("basis.last", Selector::BasisLast),
    ("proposal", Selector::Proposal),
    ("preamble.last", Selector::PreambleLast),
    ("sentence", Selector::Sentence),
    ("enacting_words", Selector::EnactingWords),
    ("body", Selector::Body),
    ("body.paragraph", Selector::BodyParagraph),
    ("effect", Selector::Effect),
    ("closing", Selector::Closing),
    ("end_mark", Selector::EndMark),
    ("signature", Selector::Signature),
    ("signature.line", Selector::SignatureLine),
    ("signature.capacity", Selector::SignatureCapacity),
    ("signature.position", Selector::SignaturePosition),
    ("signature.name", Selector::SignatureName),
    ("recipients.label", Selector::RecipientsLabel),
    ("recipients.item", Selector::RecipientsItem),
    ("recipients.first", Selector::RecipientsFirst),
    ("recipients.archive", Selector::RecipientsArchive),
    ("appendix", Selector::Appendix),
    ("citation", Selector::Citation),
    ("citation.number", Selector::CitationNumber),
    ("reference", Selector::Reference),
    ("section", Selector::PageSection),
    ("text", Selector::Text),
    ("paragraph", Selector::Paragraph),
];

/// What stands after `unit.`.
const KINDS: [(&str, UnitKind); 7] = [
    ("part", UnitKind::Part),
    ("chapter", UnitKind::Chapter),
    ("section", UnitKind::Section),
    ("subsection", UnitKind::Subsection),
    ("article", UnitKind::Article),
    ("clause", UnitKind::Clause),
    ("point", UnitKind::Point),
];

/// What stands after the kind of a unit.
const FACETS: [(&str, UnitFacet); 5] = [
    ("", UnitFacet::Heading),
    (".label", UnitFacet::Label),
    (".title", UnitFacet::Title),
    (".name", UnitFacet::Name),
    (".sentence", UnitFacet::Sentence),
];

impl Selector {
    /// The selector of that name.
    ///
    /// ```
    /// use thethuc_rulebook::{Selector, UnitFacet};
    /// use thethuc_rulebook::vocabulary::UnitKind;
    ///
    /// let label = Selector::Unit(UnitKind::Article, UnitFacet::Label);
    /// assert_eq!(Selector::parse("unit.article.label"), Ok(label));
    /// let fault = Selector::parse("header.orgen").err().unwrap_or_default();
    /// assert!(fault.en.ends_with("did you mean “header.organ”?"));
    /// ```
    ///
    /// # Errors
    /// Says that there is none, and which one was probably meant.
    pub fn parse(name: &str) -> Result<Self, Words> {
        if let Some((_, selector)) = PLAIN.iter().find(|(known, _)| *known == name) {
            return Ok(*selector);
        }
        if let Some(unit) = name.strip_prefix("unit.") {
            let (kind, facet) =
                unit.split_once('.').map_or((unit, ""), |(kind, _)| (kind, &unit[kind.len()..]));
            let kind = KINDS.iter().find(|(known, _)| *known == kind);
            let facet = FACETS.iter().find(|(known, _)| *known == facet);
            if let (Some((_, kind)), Some((_, facet))) = (kind, facet) {
                return Ok(Self::Unit(*kind, *facet));
            }
        }
        let names = Self::names();
        let hint = hint(name, names.iter().map(String::as_str));
        let name = shown(name);
        Err(Words {
            vi: format!("không có chỗ nào tên là “{name}”{}", hint.vi),
            en: format!("unknown selector “{name}”{}", hint.en),
        })
    }

    /// Every name, for messages and documentation.
    pub fn names() -> Vec<String> {
        let plain = PLAIN.iter().map(|(name, _)| (*name).to_owned());
        let units = KINDS
            .iter()
            .flat_map(|(kind, _)| FACETS.iter().map(move |(facet, _)| format!("unit.{kind}{facet}")));
        plain.chain(units).collect()
    }

    /// Whether the kinds of parts that a rule names do not matter: pages and the document as a whole
    /// are no part of anything, and appendices are looked at wherever they are asked for.
    pub const fn is_everywhere(self) -> bool {
        matches!(self, Self::PageSection | Self::Document | Self::Appendix)
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Unit(kind, facet) = self {
            let kind = KINDS.iter().find(|(_, known)| known == kind).map_or("", |(name, _)| name);
            let facet = FACETS.iter().find(|(_, known)| known == facet).map_or("", |(name, _)| name);
            return write!(formatter, "unit.{kind}{facet}");
        }
        let name = PLAIN.iter().find(|(_, selector)| selector == self).map_or("", |(name, _)| name);
        formatter.write_str(name)
    }
}

impl FromWord for Selector {
    fn from_word(word: &str) -> Result<Self, Words> {
        Self::parse(word)
    }
}

impl Serialize for Selector {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Selector {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = Expected("tên một chỗ, ví dụ header.organ", "a selector such as header.organ");
        word(deserializer, expected, Self::parse)
    }
}

/// A selector with the number of one of its nodes (`basis[2]`, from 1), as examples use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pick {
    /// The kind of places.
    pub selector: Selector,
    /// Which of them, from 1.
    pub number: usize,
}

impl Pick {
    /// A selector with or without a number in brackets.
    ///
    /// # Errors
    /// The number is none from 1, or there is no such selector.
    fn parse(text: &str) -> Result<Self, Words> {
        let Some((name, rest)) = text.split_once('[') else {
            return Ok(Self { selector: Selector::parse(text)?, number: 1 });
        };
        let number =
            rest.strip_suffix(']').and_then(|digits| digits.parse().ok()).filter(|number| *number > 0);
        let number = number.ok_or_else(|| {
            let text = shown(text);
            Words {
                vi: format!("trong ngoặc vuông phải là số từ 1; ở đây là “{text}”"),
                en: format!("expected a number from 1 in brackets, found “{text}”"),
            }
        })?;
        Ok(Self { selector: Selector::parse(name)?, number })
    }
}

impl fmt::Display for Pick {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            1 => write!(formatter, "{}", self.selector),
            number => write!(formatter, "{}[{number}]", self.selector),
        }
    }
}

impl Serialize for Pick {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Pick {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = Expected("tên một chỗ, ví dụ basis[2]", "a selector such as basis[2]");
        word(deserializer, expected, Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_there_and_back() {
        for name in Selector::names() {
            let selector = Selector::parse(&name).expect("a known name");
            assert_eq!(selector.to_string(), name);
        }
    }

    #[test]
    fn a_wrong_name_gets_a_proposal() {
        let error = Selector::parse("header.moto").expect_err("unknown");
        assert!(error.vi.contains("header.motto") && error.en.contains("header.motto"), "{error:?}");
        assert!(Selector::parse("unit.article.body").is_err());
    }

    #[test]
    fn examples_count_nodes_from_one() {
        let pick = Pick::parse("basis[2]").expect("valid");
        assert_eq!((pick.selector, pick.number), (Selector::Basis, 2));
        assert!(Pick::parse("basis[0]").is_err());
    }
}
