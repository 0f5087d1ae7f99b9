//! The components of a part: one list of their kinds, with what every room calls them, and the way to
//! where a part holds them. A component that is added here is addressed, selected, shown and dressed.

use super::{Component, Part};
use crate::rulebook::layout::Role;
use crate::rulebook::{HeaderField, Selector};

/// What is called how: Vietnamese, English.
pub type Name = (&'static str, &'static str);

/// Makes the list of kinds: the enum, all of its members, and their names.
macro_rules! component_kinds {
    ($(
        $(#[$note:meta])*
        $Kind:ident {
            name: $name:literal,
            label: $label:expr,
            place: $place:expr,
            selector: $selector:expr,
            role: $role:expr,
        }
    )+) => {
        /// A kind of component of a part.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ComponentKind {
            $($(#[$note])* $Kind,)+
        }

        impl ComponentKind {
            /// All of them, from the head of a document to its end.
            pub const ALL: &'static [Self] = &[$(Self::$Kind),+];

            /// Its name in the structure report, which is public.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$Kind => $name,)+
                }
            }

            /// What people call it.
            pub const fn label(self) -> Name {
                match self {
                    $(Self::$Kind => $label,)+
                }
            }

            /// The structural address of a place in it; `{number}` is its number from 1. `None` where
            /// the unit or paragraph that holds it says more.
            pub const fn place(self) -> Option<Name> {
                match self {
                    $(Self::$Kind => $place,)+
                }
            }

            /// The selector of rules that leads to it.
            pub const fn selector(self) -> Selector {
                match self {
                    $(Self::$Kind => $selector,)+
                }
            }

            /// The role whose look it has in an act; `None` where it looks like the text around it.
            pub const fn role(self) -> Option<Role> {
                match self {
                    $(Self::$Kind => $role,)+
                }
            }
        }
    };
}

component_kinds! {
    /// Quốc hiệu.
    NationalName {
        name: "national_name",
        label: ("Quốc hiệu", "National name"),
        place: Some(("Phần mở đầu, Quốc hiệu", "Header, national name")),
        selector: Selector::Header(HeaderField::NationalName),
        role: Some(Role::NationalName),
    }
    /// Tiêu ngữ.
    Motto {
        name: "motto",
        label: ("Tiêu ngữ", "Motto"),
        place: Some(("Phần mở đầu, Tiêu ngữ", "Header, motto")),
        selector: Selector::Header(HeaderField::Motto),
        role: Some(Role::Motto),
    }
    /// The body above the issuing organ.
    ParentOrgan {
        name: "parent_organ",
        label: ("Cơ quan chủ quản", "Parent organ"),
        place: Some(("Phần mở đầu, cơ quan chủ quản", "Header, parent organ")),
        selector: Selector::Header(HeaderField::ParentOrgan),
        role: Some(Role::ParentOrgan),
    }
    /// The issuing organ.
    Organ {
        name: "organ",
        label: ("Cơ quan ban hành", "Issuing organ"),
        place: Some(("Phần mở đầu, tên cơ quan ban hành", "Header, issuing organ")),
        selector: Selector::Header(HeaderField::Organ),
        role: Some(Role::Organ),
    }
    /// `Số: 05/2022/QĐ-UBND`.
    NumberLine {
        name: "number_line",
        label: ("Số, ký hiệu", "Number and symbol"),
        place: Some(("Phần mở đầu, số và ký hiệu", "Header, number and symbol")),
        selector: Selector::Header(HeaderField::NumberLine),
        role: Some(Role::Number),
    }
    /// Place and date.
    PlaceDate {
        name: "place_date",
        label: ("Địa danh, ngày tháng", "Place and date"),
        place: Some(("Phần mở đầu, địa danh và ngày tháng", "Header, place and date")),
        selector: Selector::Header(HeaderField::PlaceDate),
        role: Some(Role::PlaceDate),
    }
    /// `V/v …` of an official letter.
    Subject {
        name: "subject",
        label: ("Trích yếu công văn", "Subject"),
        place: Some(("Phần mở đầu, trích yếu", "Header, subject")),
        selector: Selector::Header(HeaderField::Subject),
        role: Some(Role::Subject),
    }
    /// A mark of secrecy, urgency or circulation.
    Mark {
        name: "mark",
        label: ("Dấu chỉ", "Mark"),
        place: None,
        selector: Selector::Header(HeaderField::Mark),
        role: Some(Role::Mark),
    }
    /// The form line, or the heading of an appendix.
    Form {
        name: "form",
        label: ("Tên loại", "Form"),
        place: Some(("Phần mở đầu, tên loại", "Header, form")),
        selector: Selector::Form,
        role: Some(Role::Form),
    }
    /// The title below the form.
    Title {
        name: "title",
        label: ("Trích yếu", "Title"),
        place: Some(("Phần mở đầu, trích yếu", "Header, title")),
        selector: Selector::Title,
        role: Some(Role::Title),
    }
    /// `(Kèm theo Quyết định số …)`.
    Attribution {
        name: "attribution",
        label: ("Dòng kèm theo", "Attribution"),
        place: Some(("Dòng kèm theo", "Attribution line")),
        selector: Selector::Attribution,
        role: Some(Role::Attribution),
    }
    /// `Kính gửi:`.
    AddresseesLabel {
        name: "addressees",
        label: ("Kính gửi", "Addressees"),
        place: Some(("Kính gửi", "Addressees")),
        selector: Selector::AddresseesLabel,
        role: Some(Role::AddresseesLabel),
    }
    /// An addressee.
    Addressee {
        name: "addressee",
        label: ("Kính gửi", "Addressees"),
        place: Some(("Kính gửi", "Addressees")),
        selector: Selector::AddresseesItem,
        role: Some(Role::AddresseesItem),
    }
    /// The competence line in capitals.
    Competence {
        name: "competence",
        label: ("Dòng thẩm quyền", "Competence line"),
        place: Some(("Dòng thẩm quyền", "Competence line")),
        selector: Selector::Competence,
        role: Some(Role::Competence),
    }
    /// A basis.
    Basis {
        name: "basis",
        label: ("Căn cứ", "Basis"),
        place: Some(("Căn cứ thứ {number}", "Basis {number}")),
        selector: Selector::Basis,
        role: Some(Role::Basis),
    }
    /// `Theo đề nghị của …`, `Xét Tờ trình …`.
    Proposal {
        name: "proposal",
        label: ("Đề nghị", "Proposal"),
        place: Some(("Dòng đề nghị", "Proposal line")),
        selector: Selector::Proposal,
        role: Some(Role::Proposal),
    }
    /// The promulgating sentence.
    Sentence {
        name: "sentence",
        label: ("Lời ban hành", "Enacting words"),
        place: Some(("Lời ban hành", "Promulgating sentence")),
        selector: Selector::Sentence,
        role: Some(Role::Sentence),
    }
    /// `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:`.
    EnactingWords {
        name: "enacting_words",
        label: ("Lời ban hành", "Enacting words"),
        place: Some(("Lời ban hành", "Enacting words")),
        selector: Selector::EnactingWords,
        role: Some(Role::EnactingWords),
    }
    /// The closing line of a resolution.
    Closing {
        name: "closing",
        label: ("Câu thông qua", "Closing line"),
        place: Some(("Câu thông qua nghị quyết", "Closing line")),
        selector: Selector::Closing,
        role: Some(Role::Closing),
    }
    /// `./.`.
    EndMark {
        name: "end_mark",
        label: ("Dấu kết thúc", "End mark"),
        place: None,
        selector: Selector::EndMark,
        role: None,
    }
    /// A line of capacity or position.
    SignatureLine {
        name: "signature_line",
        label: ("Quyền hạn, chức vụ ký", "Signing capacity"),
        place: Some(("Phần ký", "Signature")),
        selector: Selector::SignatureLine,
        role: Some(Role::SignatureLine),
    }
    /// The name of a signer.
    SignatureName {
        name: "signature_name",
        label: ("Người ký", "Signer"),
        place: Some(("Phần ký", "Signature")),
        selector: Selector::SignatureName,
        role: Some(Role::SignatureName),
    }
    /// `Nơi nhận:`.
    RecipientsLabel {
        name: "recipients",
        label: ("Nơi nhận", "Recipients"),
        place: Some(("Nơi nhận", "Recipients")),
        selector: Selector::RecipientsLabel,
        role: Some(Role::RecipientsLabel),
    }
    /// A recipient, the archive line included.
    Recipient {
        name: "recipient",
        label: ("Nơi nhận", "Recipients"),
        place: Some(("Nơi nhận, dòng {number}", "Recipients, line {number}")),
        selector: Selector::RecipientsItem,
        role: Some(Role::RecipientsItem),
    }
}

impl ComponentKind {
    /// The kind that a selector leads to, if it leads to whole components.
    pub fn selected_by(selector: Selector) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.selector() == selector)
    }

    /// Whether it stands behind the body.
    pub const fn is_after_body(self) -> bool {
        use ComponentKind::{Closing, EndMark, Recipient, RecipientsLabel, SignatureLine, SignatureName};
        matches!(self, Closing | EndMark | SignatureLine | SignatureName | RecipientsLabel | Recipient)
    }
}

/// The components of one kind, in order of the text, each with its number among its like from 0. Lines
/// and name of a signature bear the number of the signature.
type Numbered<'a> = Box<dyn Iterator<Item = (usize, &'a Component)> + 'a>;

impl Part {
    /// The components of a kind.
    pub fn each(&self, kind: ComponentKind) -> Numbered<'_> {
        let (header, preamble) = (&self.header, &self.preamble);
        let one = |it: Option<_>| -> Numbered<'_> { Box::new(it.into_iter().enumerate()) };
        match kind {
            ComponentKind::NationalName => one(header.national_name.as_ref()),
            ComponentKind::Motto => one(header.motto.as_ref()),
            ComponentKind::ParentOrgan => one(header.parent_organ.as_ref()),
            ComponentKind::Organ => one(header.organ.as_ref()),
            ComponentKind::NumberLine => one(header.number.as_ref().map(|own| &own.line)),
            ComponentKind::PlaceDate => one(header.place_date.as_ref().map(|own| &own.line)),
            ComponentKind::Subject => one(header.subject.as_ref()),
            ComponentKind::Mark => Box::new(header.marks.iter().enumerate()),
            ComponentKind::Form => one(self.form.as_ref()),
            ComponentKind::Title => one(self.title.as_ref()),
            ComponentKind::Attribution => one(self.attribution.as_ref().map(|own| &own.line)),
            ComponentKind::AddresseesLabel => one(self.addressees.as_ref().map(|block| &block.label)),
            ComponentKind::Addressee => {
                Box::new(self.addressees.iter().flat_map(|block| &block.items).enumerate())
            }
            ComponentKind::Competence => one(preamble.competence.as_ref()),
            ComponentKind::Basis => Box::new(preamble.bases.iter().map(|basis| &basis.line).enumerate()),
            ComponentKind::Proposal => one(preamble.proposal.as_ref()),
            ComponentKind::Sentence => one(preamble.sentence.as_ref()),
            ComponentKind::EnactingWords => one(preamble.words.as_ref()),
            ComponentKind::Closing => one(self.closing.as_ref().map(|own| &own.line)),
            ComponentKind::EndMark => one(self.end_mark.as_ref()),
            ComponentKind::SignatureLine => {
                let signatures = self.signatures.iter().enumerate();
                Box::new(
                    signatures
                        .flat_map(|(number, own)| own.lines.iter().map(move |line| (number, &line.line))),
                )
            }
            ComponentKind::SignatureName => {
                let signatures = self.signatures.iter().enumerate();
                Box::new(signatures.filter_map(|(number, own)| Some((number, own.name.as_ref()?))))
            }
            ComponentKind::RecipientsLabel => one(self.recipients.as_ref().map(|block| &block.label)),
            ComponentKind::Recipient => {
                Box::new(self.recipients.iter().flat_map(|block| &block.items).enumerate())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_selectors_and_roles_are_told_apart() {
        let all = ComponentKind::ALL;
        let names: HashSet<&str> = all.iter().map(|kind| kind.name()).collect();
        let roles: HashSet<Role> = all.iter().filter_map(|kind| kind.role()).collect();
        assert_eq!(names.len(), all.len());
        assert_eq!(roles.len(), all.len() - 1, "the end mark looks like the words before it");
        for kind in all {
            assert_eq!(ComponentKind::selected_by(kind.selector()), Some(*kind));
        }
    }
}
