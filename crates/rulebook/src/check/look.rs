//! What checks of typography and pages say in a rule file. Sizes and spaces in points, lengths in mm.
//!
//! The words of a rule file are read as they stand in its `check`:
//!
//! ```
//! use thethuc_rulebook::{Check, yaml};
//!
//! let check: Check = yaml::read("style: { size: { min: 12, max: 13 }, bold: true }")?;
//! let size = check.style.and_then(|style| style.size);
//! assert!(size.is_some_and(|points| points.holds(12.5, 0.25) && !points.holds(14.0, 0.25)));
//! # Ok::<(), yaml::Fault>(())
//! ```
//!
//! Numbers are those of the law, so none stands here but tolerances: what Word rounds must not be a
//! finding.

use super::kind::{KindOfCheck, Writes, named, tests_nothing};
use crate::selector::Selector;
use crate::value::{Color, Range};
use crate::vocabulary::{Alignment, NumberFormat, Orientation, PagePosition, Words};
use serde::{Deserialize, Serialize};

/// `style`: the runs of each node.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct StyleCheck {
    /// Size in points (tolerance 0.25).
    pub size: Option<Range>,
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Underlined.
    pub underline: Option<bool>,
    /// Names of the fonts that are allowed.
    pub font: Option<Vec<String>>,
    /// Colours that are allowed besides the automatic one.
    pub color: Option<Vec<Color>>,
    /// Shown in capitals: typed so, or made so by the style.
    pub capitals: Option<bool>,
    /// Marked with a colour behind the words; white and grey are no marks.
    pub highlight: Option<bool>,
    /// Only where all letters of the place are wrong: a word that is set off is no fault.
    pub whole: bool,
    /// Only where what follows on its line is not wrong alike: lead words may be set off together with their label.
    pub alone: bool,
}

impl KindOfCheck for StyleCheck {
    const NAME: &'static str = "style";

    fn gives(&self) -> Vec<String> {
        named(["expected", "fault", "property"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Changes
    }

    fn fault(&self) -> Option<Words> {
        let nothing = Self { whole: self.whole, alone: self.alone, ..Self::default() };
        tests_nothing::<Self>(*self == nothing)
    }
}

/// `paragraph`: the paragraphs of each node.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct ParagraphCheck {
    /// Alignments that are allowed.
    pub alignment: Option<Vec<Alignment>>,
    /// Indents of the first line that are allowed, in mm (tolerance 0.5).
    pub first_line_indent: Option<Vec<Range>>,
    /// Space between neighbouring paragraphs in points (tolerance 0.1): after the one and before
    /// the next, without what contextual spacing drops.
    pub space_between: Option<Range>,
    /// Multiple of the single line (tolerance 0.05).
    pub line_spacing: Option<Range>,
}

impl KindOfCheck for ParagraphCheck {
    const NAME: &'static str = "paragraph";

    fn gives(&self) -> Vec<String> {
        named(["expected", "fault", "property"])
    }

    fn is_collective(&self) -> bool {
        // Spaces lie between nodes; everything else of a paragraph is its own.
        self.space_between.is_some()
    }

    fn writes(&self) -> Writes {
        Writes::Changes
    }

    fn fault(&self) -> Option<Words> {
        tests_nothing::<Self>(*self == Self::default())
    }
}

/// `page`: each section of pages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PageCheck {
    /// Width of an upright page in mm.
    pub width: Option<f32>,
    /// Height of an upright page in mm.
    pub height: Option<f32>,
    /// The orientation that is wanted.
    pub orientation: Option<Orientation>,
    /// What excuses the other orientation in a section.
    pub unless: Vec<Excuse>,
    /// Margins of upright pages in mm.
    pub margins: Option<MarginRanges>,
    /// How many mm a length may differ; 0.5 if not given.
    pub tolerance: Option<f32>,
}

impl KindOfCheck for PageCheck {
    const NAME: &'static str = "page";

    fn gives(&self) -> Vec<String> {
        named(["expected", "property"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Changes
    }

    fn fault(&self) -> Option<Words> {
        let lengths = self.width.is_some() || self.height.is_some() || self.margins.is_some();
        tests_nothing::<Self>(!lengths && self.orientation.is_none())
    }
}

/// What excuses a lying page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Excuse {
    /// The section holds a table.
    Table,
    /// The section holds an appendix or a part of one.
    Appendix,
}

/// Margins in mm; the gutter counts to the left, or to the top where it lies there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct MarginRanges {
    /// Top.
    pub top: Option<Range>,
    /// Bottom.
    pub bottom: Option<Range>,
    /// Left.
    pub left: Option<Range>,
    /// Right.
    pub right: Option<Range>,
}

/// `page-number`: the page-number fields of the document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PageNumberCheck {
    /// Where the number stands.
    pub position: Option<PagePosition>,
    /// Alignment of its paragraph.
    pub alignment: Option<Alignment>,
    /// How it is written.
    pub format: Option<NumberFormat>,
    /// Whether it stands alone, without `Trang` or dashes.
    pub bare: Option<bool>,
    /// Whether the first page of the document shows none.
    pub hidden_on_first: Option<bool>,
    /// Whether there must be one (in a document that surely fills more than a page).
    pub present: Option<bool>,
    /// Whether numbering starts again at 1 in the section of each appendix.
    pub restart_in_appendix: Option<bool>,
    /// The number of the first page; only a section that states another one is told.
    pub first: Option<u32>,
    /// Its style.
    pub style: Option<StyleCheck>,
}

impl KindOfCheck for PageNumberCheck {
    const NAME: &'static str = "page-number";

    fn gives(&self) -> Vec<String> {
        named(["expected", "property"])
    }

    fn is_collective(&self) -> bool {
        true
    }

    fn writes(&self) -> Writes {
        Writes::Changes
    }

    fn fault(&self) -> Option<Words> {
        // What a page-number field does not tell would be passed over in silence.
        let told = |style: &StyleCheck| StyleCheck {
            size: style.size,
            bold: style.bold,
            italic: style.italic,
            font: style.font.clone(),
            ..StyleCheck::default()
        };
        let silent = self.style.as_ref().is_some_and(|style| *style != told(style));
        tests_nothing::<Self>(*self == Self::default()).or_else(|| {
            silent.then(|| Words {
                vi: "“style” của số trang chỉ kiểm tra “size”, “bold”, “italic”, “font”".to_owned(),
                en: "the “style” of a page number tests “size”, “bold”, “italic” and “font” only".to_owned(),
            })
        })
    }
}

/// `rule-line`: the drawn line below each node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleLineCheck {
    /// Whether there must be a line below (`true`) or no line (`false`).
    pub below: bool,
    /// Length of the line as a part of the length of the words, which is estimated.
    pub ratio: Option<Range>,
}

impl KindOfCheck for RuleLineCheck {
    const NAME: &'static str = "rule-line";

    fn gives(&self) -> Vec<String> {
        named(["expected"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Changes
    }

    fn fault(&self) -> Option<Words> {
        None
    }
}

/// `together`: sizes of several places that must move together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TogetherCheck {
    /// The places.
    pub of: Vec<Selector>,
    /// The rows of sizes that are allowed, in the order of the places.
    pub sizes: Vec<Vec<f32>>,
}

impl KindOfCheck for TogetherCheck {
    const NAME: &'static str = "together";

    fn gives(&self) -> Vec<String> {
        named(["expected"])
    }

    fn is_collective(&self) -> bool {
        true
    }

    fn writes(&self) -> Writes {
        Writes::Changes
    }

    fn fault(&self) -> Option<Words> {
        let uneven = self.sizes.iter().any(|row| row.len() != self.of.len());
        uneven.then(|| Words {
            vi: "mỗi dòng của “sizes” cần một cỡ chữ cho từng vị trí của “of”".to_owned(),
            en: "every row of “sizes” needs one size for each place of “of”".to_owned(),
        })
    }
}

/// `same-size`: the letters of each node are as large as those of a place in the same part. Where the place itself has
/// no size that most of its letters share it tests nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SameSizeCheck {
    /// The place whose size counts.
    #[serde(rename = "as")]
    pub of: Selector,
    /// Sizes in points that are told; others are the matter of a check of their own.
    pub within: Range,
}

impl KindOfCheck for SameSizeCheck {
    const NAME: &'static str = "same-size";

    fn gives(&self) -> Vec<String> {
        named(["expected"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Changes
    }

    fn fault(&self) -> Option<Words> {
        None
    }
}

/// `beside`: of two places in one row of a table the one stands to the left of the other. Where they do not
/// stand in one row it tests nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BesideCheck {
    /// What stands on the left.
    pub left: Selector,
    /// What stands on the right.
    pub right: Selector,
}

impl KindOfCheck for BesideCheck {
    const NAME: &'static str = "beside";

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
