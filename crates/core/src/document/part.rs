//! A part of a file: the act, a regulation attached to it, an appendix.

use super::Component;
use super::facts::{DateFact, Organ};
use super::unit::Unit;
use crate::rulebook::vocabulary::Certainty;
pub use crate::rulebook::vocabulary::PartKind;
use crate::text::{Date, Span};

/// A part with its components, each where it belongs.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its kind.
    pub kind: PartKind,
    /// All its text.
    pub span: Span,
    /// The header.
    pub header: Header,
    /// The form line (`QUYẾT ĐỊNH`), or the heading of an appendix (`PHỤ LỤC I`).
    pub form: Option<Component>,
    /// Canonical name of the form (`Quyết định`, `Quy chế`), where it is one of the known forms.
    pub form_name: Option<String>,
    /// The title below the form.
    pub title: Option<Component>,
    /// Number of an appendix as written (`I`, `01`); `None` where it has none.
    pub appendix_number: Option<String>,
    /// `(Kèm theo Quyết định số …)` under the title of an attachment.
    pub attribution: Option<Attribution>,
    /// The `Kính gửi` block.
    pub addressees: Option<Addressees>,
    /// Bases and enacting words.
    pub preamble: Preamble,
    /// The body: from after the preamble to before the signature.
    pub body: Span,
    /// A form to be filled in behind the last article, up to the end of the body; its words are those of who
    /// fills it in.
    pub blank_form: Option<Span>,
    /// The units of the body; see [`Unit`].
    pub units: Vec<Unit>,
    /// The effect clauses of the body.
    pub effects: Vec<Effect>,
    /// The closing line of a resolution (`Nghị quyết này đã được … thông qua ngày …`).
    pub closing: Option<ClosingLine>,
    /// The end mark `./.`; the last one where there are several.
    pub end_mark: Option<Component>,
    /// Signatures: one in most documents, two in minutes.
    pub signatures: Vec<Signature>,
    /// The `Nơi nhận` block.
    pub recipients: Option<Recipients>,
}

/// The header of a part.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// Quốc hiệu.
    pub national_name: Option<Component>,
    /// Tiêu ngữ.
    pub motto: Option<Component>,
    /// The body above the issuing organ.
    pub parent_organ: Option<Component>,
    /// The issuing organ.
    pub organ: Option<Component>,
    /// The organ that the words name, abbreviations written out.
    pub organ_named: Option<Organ>,
    /// Number and symbol.
    pub number: Option<NumberLine>,
    /// Place and date.
    pub place_date: Option<PlaceDate>,
    /// `V/v …` of an official letter.
    pub subject: Option<Component>,
    /// Marks of secrecy, urgency or circulation (`MẬT`, `HỎA TỐC`, `LƯU HÀNH NỘI BỘ`), and `DỰ THẢO`.
    pub marks: Vec<Component>,
}

/// The line of number and symbol.
#[derive(Clone, Debug)]
pub struct NumberLine {
    /// All of it: `Số: 05/2022/QĐ-UBND`.
    pub line: Component,
    /// The number alone; an empty span where it is blank.
    pub number: Span,
    /// The year in the symbol.
    pub year: Option<Span>,
    /// The symbol alone: `QĐ-UBND`.
    pub symbol: Option<Span>,
    /// Abbreviation of the form in the symbol (`QĐ`), where the symbol has one.
    pub form_abbreviation: Option<String>,
    /// Abbreviation of the issuer in the symbol (`UBND`).
    pub organ_abbreviation: Option<String>,
}

/// The line of place and date.
#[derive(Clone, Debug)]
pub struct PlaceDate {
    /// All of it.
    pub line: Component,
    /// The place.
    pub place: Option<Span>,
    /// The words of the date, from `ngày` on.
    pub date_span: Option<Span>,
    /// The date as far as it is written.
    pub date: DateFact,
}

/// `(Kèm theo Quyết định số 05/2026/QĐ-UBND ngày … của …)`.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// All of it.
    pub line: Component,
    /// The number and symbol it names, as written; `None` when blank.
    pub number: Option<Span>,
    /// The date it names.
    pub date: DateFact,
    /// The words of the date.
    pub date_span: Option<Span>,
    /// The organ it names.
    pub organ: Option<Span>,
}

/// The `Kính gửi` block.
#[derive(Clone, Debug)]
pub struct Addressees {
    /// `Kính gửi:`.
    pub label: Component,
    /// The addressees one by one.
    pub items: Vec<Component>,
}

/// What stands between title and body.
#[derive(Clone, Debug, Default)]
pub struct Preamble {
    /// The competence line in capitals (`ỦY BAN NHÂN DÂN TỈNH X`, `CHỦ TỊCH ỦY BAN NHÂN DÂN …`).
    pub competence: Option<Component>,
    /// The organ that the competence line names.
    pub competence_organ: Option<Organ>,
    /// The bases one by one.
    pub bases: Vec<Basis>,
    /// `Theo đề nghị của …` or `Xét Tờ trình …`.
    pub proposal: Option<Component>,
    /// `… ban hành Quyết định …`: the promulgating sentence.
    pub sentence: Option<Component>,
    /// The organ that the promulgating sentence names.
    pub sentence_organ: Option<Organ>,
    /// `QUYẾT ĐỊNH:` or `QUYẾT NGHỊ:`.
    pub words: Option<Component>,
}

/// One basis.
#[derive(Clone, Debug)]
pub struct Basis {
    /// The whole paragraph.
    pub line: Component,
    /// Indices of its instruments in [`super::Document::citations`], amending ones included.
    pub citations: Vec<usize>,
}

/// A clause on the effect of the document.
#[derive(Clone, Debug)]
pub struct Effect {
    /// The words from `có hiệu lực` to the end of the date.
    pub span: Span,
    /// From when.
    pub from: EffectDate,
}

/// The beginning of effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EffectDate {
    /// A concrete day.
    Day(Date),
    /// The day of signing or adoption.
    Signing,
    /// So many days after signing or adoption.
    DaysAfterSigning(u32),
    /// A day that is left blank or that the calendar does not have.
    Unclear,
}

/// `Nghị quyết này đã được Hội đồng nhân dân … thông qua ngày …`.
#[derive(Clone, Debug)]
pub struct ClosingLine {
    /// All of it.
    pub line: Component,
    /// The day of adoption, as far as it is written.
    pub date: DateFact,
    /// The words of the date.
    pub date_span: Option<Span>,
}

/// A signature block.
#[derive(Clone, Debug, Default)]
pub struct Signature {
    /// The lines of capacity and position in order: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
    pub lines: Vec<SignatureLine>,
    /// The name of the signer.
    pub name: Option<Component>,
    /// All of it.
    pub span: Span,
}

/// A line of a signature block.
#[derive(Clone, Debug)]
pub struct SignatureLine {
    /// All of it.
    pub line: Component,
    /// `TM`, `KT`, `TL`, `TUQ` or `Q`, without punctuation.
    pub capacity: Option<String>,
    /// What follows: a position or the name of an organ.
    pub words: Span,
}

/// The `Nơi nhận` block.
#[derive(Clone, Debug)]
pub struct Recipients {
    /// `Nơi nhận:`.
    pub label: Component,
    /// The recipients one by one, the archive line included.
    pub items: Vec<Component>,
    /// Index of the archive line (`- Lưu: VT, …`) among the items.
    pub archive: Option<usize>,
}

impl Part {
    /// The innermost unit that holds `offset`.
    pub fn unit_at(&self, offset: usize) -> Option<usize> {
        self.last_begun(offset, |unit| offset < unit.span.end)
    }

    /// The innermost unit that holds all of a span.
    pub fn unit_around(&self, span: Span) -> Option<usize> {
        self.last_begun(span.start, |unit| span.end <= unit.span.end)
    }

    /// The innermost unit of such that have begun at an offset. Units stand in the order of the text, and each
    /// lies within the one above it: the last one that has begun is such, or one of those above it is.
    fn last_begun(&self, offset: usize, is_such: impl Fn(&Unit) -> bool) -> Option<usize> {
        let begun = self.units.partition_point(|unit| unit.span.start <= offset);
        let mut chain = std::iter::successors(begun.checked_sub(1), |index| self.units.get(*index)?.parent);
        chain.find(|index| self.units.get(*index).is_some_and(&is_such))
    }

    /// The first signature.
    pub fn signature(&self) -> Option<&Signature> {
        self.signatures.first()
    }

    /// Lowest certainty with which the header was recognized.
    pub fn header_certainty(&self) -> Certainty {
        if self.header.national_name.is_some() { Certainty::Certain } else { Certainty::Guessed }
    }
}
