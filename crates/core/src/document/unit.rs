//! The tree part → chapter → section → subsection → article → clause → point.

use crate::rulebook::vocabulary::Certainty;
pub use crate::rulebook::vocabulary::UnitKind;
use crate::text::Span;

/// A unit of a body. Units of a part form an arena: `parent` and `children` are indices into it.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its kind.
    pub kind: UnitKind,
    /// The number as written, without word and punctuation: `III`, `5a`, `đ`, `1.2`.
    pub number: String,
    /// Value of the number for sequences (5 for `5`, `5a`, `V`; place in the alphabet for points);
    /// `None` when it cannot be told.
    pub value: Option<u32>,
    /// Letter or number after an inserted unit: `a` of `Điều 5a`, `1` of `điểm a1`; empty otherwise.
    pub suffix: String,
    /// The label as it stands in the text (`Điều 3.`, `a)`); empty span at the start of the
    /// paragraph when Word numbers it automatically.
    pub label: Span,
    /// The label as shown, automatic ones included.
    pub label_text: String,
    /// Whether the label is an automatic number of Word.
    pub automatic: bool,
    /// The heading, on the line of the label or on the lines after it.
    pub title: Option<Span>,
    /// How its heading was recognized: without the look of one it is only guessed.
    pub title_certainty: Certainty,
    /// From the label to the end of the last child.
    pub span: Span,
    /// The unit that holds it.
    pub parent: Option<usize>,
    /// The units it holds, in order.
    pub children: Vec<usize>,
    /// How it was recognized.
    pub certainty: Certainty,
}
