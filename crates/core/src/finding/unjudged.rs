//! Why a rule could not be fully judged: what is not known, and what the author can do about it.

use super::Words;
use serde::Serialize;
use std::fmt;
use std::ops::BitOrAssign;

/// A rule that was not fully judged. What it found besides still holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unjudged {
    /// Rule id, `group/file-name`.
    pub rule: String,
    /// Why; never empty.
    pub reasons: Reasons,
}

/// Makes the list of reasons: the enum, all of its members, and their words.
macro_rules! reasons {
    ($(
        $(#[$note:meta])*
        $Reason:ident {
            because: ($because_vi:literal, $because_en:literal),
            remedy: ($remedy_vi:literal, $remedy_en:literal),
        }
    )+) => {
        /// Why something cannot be told.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
        #[derive(schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum Reason {
            $($(#[$note])* $Reason,)+
        }

        impl Reason {
            /// All reasons, in the order in which people are told them.
            pub const ALL: &'static [Self] = &[$(Self::$Reason),+];

            /// What goes behind “vì”, “because”.
            pub fn because(self) -> Words {
                match self {
                    $(Self::$Reason => both($because_vi, $because_en),)+
                }
            }

            /// What the author can do, as a sentence.
            pub fn remedy(self) -> Words {
                match self {
                    $(Self::$Reason => both($remedy_vi, $remedy_en),)+
                }
            }
        }
    };
}

reasons! {
    /// There are more places than are told.
    TooManyPlaces {
        because: (
            "có quá nhiều chỗ cùng một lỗi, chỉ nêu những chỗ đầu",
            "one fault stands at so many places that only the first ones are told"
        ),
        remedy: (
            "Sửa những chỗ đã nêu rồi kiểm tra lại.",
            "Put right what is told and check again."
        ),
    }
    /// The kind of file has no typography: Markdown, plain text.
    NoTypography {
        because: (
            "loại tệp này không có cỡ chữ, phông chữ, canh lề, giãn dòng",
            "this kind of file has no sizes, fonts, alignment or spacing"
        ),
        remedy: ("Kiểm tra tệp Word (.docx) của văn bản.", "Check the Word file (.docx) of the document."),
    }
    /// The kind of file has no pages.
    NoPages {
        because: ("loại tệp này không chia trang", "this kind of file has no pages"),
        remedy: ("Kiểm tra tệp Word (.docx) của văn bản.", "Check the Word file (.docx) of the document."),
    }
    /// Neither the words nor their style say how they look, or what the page measures.
    LookUnstated {
        because: (
            "tệp không ghi cỡ chữ, kiểu chữ, canh lề, khoảng cách hoặc khổ giấy ở chỗ cần xem",
            "the file does not state the size, style, alignment, spacing or paper where it matters"
        ),
        remedy: (
            "Đặt rõ định dạng ấy trong Word rồi kiểm tra lại.",
            "Set it in Word and check again."
        ),
    }
    /// Blanks or tabs stand before the first word of a paragraph.
    TypedIndent {
        because: (
            "đầu dòng gõ dấu cách hoặc phím Tab nên không biết thụt vào bao nhiêu",
            "lines begin with blanks or tabs, whose width is not known"
        ),
        remedy: (
            "Xóa dấu cách, Tab ở đầu dòng và đặt thụt đầu dòng bằng mục First line của Word.",
            "Take the blanks and tabs out and set the indent of the first line in Word."
        ),
    }
    /// How long a drawn line is beside the words above it, or which of several lines is theirs.
    LineLength {
        because: (
            "không ước lượng được đường kẻ dài bao nhiêu so với dòng chữ bên trên",
            "how long a drawn line is beside the words above it cannot be estimated"
        ),
        remedy: ("Xem đường kẻ trên bản in.", "Look at the line in print."),
    }
    /// The document has no page number, and may have but one page.
    MaybeOnePage {
        because: (
            "văn bản ngắn, có thể chỉ có một trang",
            "the document is short and may fill one page only"
        ),
        remedy: (
            "Nếu in ra nhiều hơn một trang thì đánh số trang.",
            "If it prints on more than one page, number the pages."
        ),
    }
    /// A component or unit may be there without having been recognized.
    Unrecognized {
        because: (
            "thành phần, điều, khoản hoặc điểm cần xem có thể có trong văn bản mà chưa nhận ra được",
            "a component, article, clause or point may be there without having been recognized"
        ),
        remedy: (
            "Đặt mỗi thành phần, mỗi điều, khoản, điểm thành một đoạn riêng như trong mẫu.",
            "Give each component, article, clause and point a paragraph of its own, as the models do."
        ),
    }
    /// Of which document or article a referenced unit is.
    ReferenceUnclear {
        because: (
            "có chỗ dẫn điều, khoản, điểm mà không rõ của văn bản nào hoặc của điều nào",
            "a reference does not tell of which document, or of which article, the unit is"
        ),
        remedy: (
            "Ghi đủ điều và tên văn bản được dẫn.",
            "Name the article and the document that are meant."
        ),
    }
    /// The file has no appendix with a number, while one is named.
    AppendixElsewhere {
        because: (
            "phụ lục được nhắc đến không có số, hoặc ở tệp khác",
            "the appendices that are named have no numbers, or stand in other files"
        ),
        remedy: (
            "Đánh số phụ lục và để trong cùng tệp, hoặc tự đối chiếu.",
            "Number the appendices and keep them in the file, or compare them yourself."
        ),
    }
    /// The issuing organ, the form or the class is not known.
    FactsUnknown {
        because: (
            "chưa nhận ra cơ quan ban hành, tên loại hoặc nhóm của văn bản",
            "the issuing organ, the form or the class of the document is not known"
        ),
        remedy: (
            "Ghi đủ tên cơ quan, số và ký hiệu, tên loại ở phần mở đầu.",
            "Write organ, number, symbol and form in full in the header."
        ),
    }
    /// The authority matrix has no row for the organ, form, class and day.
    NoAuthorityRow {
        because: (
            "bộ quy tắc chưa nêu thẩm quyền của cơ quan này đối với loại văn bản này",
            "the rules do not tell the powers of this organ for this form"
        ),
        remedy: ("Tự đối chiếu thẩm quyền.", "Compare the power with the law yourself."),
    }
    /// A number, date or name is blank, or written so that it cannot be read.
    Blank {
        because: (
            "số, ngày hoặc tên cần so sánh còn để trống hoặc không đọc được",
            "a number, date or name to be compared is blank or cannot be read"
        ),
        remedy: ("Điền đủ rồi kiểm tra lại.", "Fill it in and check again."),
    }
    /// The form has no abbreviation in the rule book, or is none of its forms.
    NoAbbreviation {
        because: (
            "bộ quy tắc không có chữ viết tắt của tên loại này",
            "the rules have no abbreviation for this form"
        ),
        remedy: (
            "Tự đối chiếu ký hiệu với tên loại.",
            "Compare the symbol with the form yourself."
        ),
    }
    /// The register of administrative units begins later.
    UnitsUnknown {
        because: (
            "danh mục đơn vị hành chính chưa có dữ liệu cho ngày của văn bản",
            "the register of administrative units does not reach the day of the document"
        ),
        remedy: (
            "Tự đối chiếu tên đơn vị hành chính.",
            "Compare the names of administrative units yourself."
        ),
    }
    /// A cited instrument is not in the register, or not surely enough.
    InstrumentUnknown {
        because: (
            "có văn bản được dẫn không có trong danh mục văn bản, hoặc chưa đủ nguồn",
            "a cited instrument is not in the register of instruments, or not on good sources"
        ),
        remedy: (
            "Tra cứu ngày ban hành, hiệu lực của văn bản ấy trên Cơ sở dữ liệu quốc gia về pháp luật.",
            "Look up its date and whether it is in force in the national database of legal documents."
        ),
    }
    /// Nobody stated a profile.
    NoProfile {
        because: (
            "chưa có hồ sơ cơ quan (thethuc.yaml)",
            "there is no profile of the organ (thethuc.yaml)"
        ),
        remedy: (
            "Thêm tệp thethuc.yaml ghi tên, địa danh, chữ viết tắt, người ký của cơ quan.",
            "Add a file thethuc.yaml with name, place, abbreviation and signers of the organ."
        ),
    }
    /// The profile is that of another organ, or of another kind of organ.
    ProfileOfOther {
        because: (
            "văn bản không phải của cơ quan trong hồ sơ (thethuc.yaml)",
            "the document is not of an organ in the profile (thethuc.yaml)"
        ),
        remedy: (
            "Nếu cũng là cơ quan của mình, thêm vào mục organs của thethuc.yaml.",
            "If it is an organ of yours too, add it under organs in thethuc.yaml."
        ),
    }
    /// The profile does not say what is to be compared.
    ProfileSilent {
        because: (
            "hồ sơ cơ quan (thethuc.yaml) không ghi điều cần so sánh",
            "the profile of the organ (thethuc.yaml) does not say what is to be compared"
        ),
        remedy: (
            "Ghi thêm vào thethuc.yaml cơ quan chủ quản, địa danh, chữ viết tắt hoặc người ký.",
            "Add the parent organ, place, abbreviation or signers to thethuc.yaml."
        ),
    }
}

fn both(vi: &str, en: &str) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}

/// A set of reasons: a check that meets one at each of a thousand places tells it once.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Reasons(u32);

impl Reasons {
    /// Whether there is none: all is known.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a reason is among them.
    pub const fn contains(self, reason: Reason) -> bool {
        self.0 & bit(reason) != 0
    }

    /// Each reason once, in the order of [`Reason::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Reason> {
        Reason::ALL.iter().copied().filter(move |reason| self.contains(*reason))
    }
}

/// The place of a reason in a set.
const fn bit(reason: Reason) -> u32 {
    1 << reason as u32
}

impl From<Reason> for Reasons {
    fn from(reason: Reason) -> Self {
        Self(bit(reason))
    }
}

impl<R: Into<Self>> BitOrAssign<R> for Reasons {
    /// Adds a reason, or all reasons of another set.
    fn bitor_assign(&mut self, more: R) {
        self.0 |= more.into().0;
    }
}

impl fmt::Debug for Reasons {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_every_reason_once() {
        let mut all = Reasons::default();
        assert!(all.is_empty());
        for reason in Reason::ALL.iter().chain(Reason::ALL) {
            all |= *reason;
        }
        assert_eq!(all.iter().collect::<Vec<_>>(), Reason::ALL);
    }

    #[test]
    fn every_reason_is_a_clause_and_has_a_way_out() {
        for reason in Reason::ALL {
            let (because, remedy) = (reason.because(), reason.remedy());
            for clause in [because.vi, because.en] {
                let fits = clause.starts_with(char::is_lowercase) && !clause.ends_with('.');
                assert!(fits, "{reason:?}: {clause}");
            }
            for sentence in [remedy.vi, remedy.en] {
                let fits = sentence.starts_with(char::is_uppercase) && sentence.ends_with('.');
                assert!(fits, "{reason:?}: {sentence}");
            }
        }
    }
}
