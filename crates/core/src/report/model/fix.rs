//! Repairs in the schema `thethuc/report/v1`.
//!
//! `fix` is what it always was: words that take the place of those that the finding marks. `fixes` says all
//! that would put it right, each repair with its edits. Sizes and spaces are points, lengths mm; paragraphs
//! and sections count from 1, as places do.

use crate::draft::{Alignment, Capitals, NumberFormat, Orientation, PagePosition};
use crate::edit::{Edit, LettersChange, LineChange, PageChange, PageNumberChange, ParagraphChange, Side};
use crate::finding::{Finding, Words};
use crate::report::position::Positions;
use crate::report::span::{SpanJson, span_json};
use crate::rulebook::Safety;
use crate::rulebook::vocabulary::Language;
use crate::text::{OddityKind, Span};
use serde::Serialize;
use std::borrow::Cow;

/// What to put in the place of the words found.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Fix<'a> {
    /// The words that go.
    pub span: SpanJson,
    /// The words that come.
    pub replacement: &'a str,
    /// Whether it can be applied without asking a person.
    pub safe: bool,
}

/// One repair.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Repair")]
pub struct Repair<'a, W> {
    /// What it does, in a few words.
    pub title: W,
    /// Whether it can be made without asking a person.
    pub safety: Safety,
    /// What it changes, all of it or nothing.
    pub edits: Vec<EditJson<'a>>,
}

/// One edit; keys that change nothing are left out.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Edit")]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum EditJson<'a> {
    /// Words take the place of words.
    Words {
        /// The words that go.
        span: SpanJson,
        /// The words that come.
        with: &'a str,
    },
    /// A paragraph is put in.
    Insert {
        /// The paragraph beside it, from 1.
        paragraph: usize,
        /// `before` or `after` that paragraph.
        side: &'static str,
        /// Its words.
        words: &'a str,
    },
    /// A paragraph is taken out.
    Remove {
        /// The paragraph, from 1.
        paragraph: usize,
    },
    /// A paragraph becomes two.
    Split {
        /// Where the second one begins.
        at: SpanJson,
    },
    /// A paragraph and the next one become one.
    Join {
        /// The first of the two, from 1.
        paragraph: usize,
    },
    /// Letters look otherwise.
    Letters {
        /// The letters.
        span: SpanJson,
        /// How.
        #[serde(flatten)]
        style: LettersJson<'a>,
    },
    /// A paragraph is set otherwise.
    Paragraph {
        /// The paragraph, from 1.
        paragraph: usize,
        /// How.
        #[serde(flatten)]
        style: ParagraphJson,
    },
    /// Pages are otherwise.
    Page {
        /// The section, from 1.
        section: usize,
        /// How.
        #[serde(flatten)]
        change: PageJson,
    },
    /// Page numbers are otherwise.
    PageNumber {
        /// The section, from 1.
        section: usize,
        /// How.
        #[serde(flatten)]
        change: PageNumberJson<'a>,
    },
    /// A rule line below a paragraph.
    Line {
        /// The paragraph, from 1.
        paragraph: usize,
        /// `draw`, `drop`, `typed` or `length`.
        line: &'static str,
        /// Length in mm.
        #[serde(skip_serializing_if = "Option::is_none")]
        length: Option<f32>,
    },
    /// Letters are typed anew, as anybody would type them.
    Clean {
        /// The letters.
        span: SpanJson,
        /// What is odd about them.
        oddity: &'static str,
    },
}

/// A struct whose fields are written only where they say something.
macro_rules! sparse {
    ($(#[$doc:meta])* $Name:ident$(<$life:lifetime>)? { $($(#[$said:meta])* $field:ident: $Type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize)]
        #[derive(schemars::JsonSchema)]
        pub struct $Name$(<$life>)? {
            $($(#[$said])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$Type>,)+
        }
    };
}

sparse! {
    /// See [`crate::edit::LettersChange`].
    LettersJson<'a> {
        /// Size in points.
        size: f32,
        /// Bold.
        bold: bool,
        /// Italic.
        italic: bool,
        /// Underlined.
        underline: bool,
        /// Font.
        font: &'a str,
        /// Colour, as Word writes it.
        color: &'a str,
        /// Shown as capitals.
        capitals: bool,
    }
}
sparse! {
    /// See [`crate::edit::ParagraphChange`].
    ParagraphJson {
        /// Alignment.
        alignment: Alignment,
        /// Indent of the first line in mm.
        first_line_indent: f32,
        /// Space before in points.
        space_before: f32,
        /// Space after in points.
        space_after: f32,
        /// Multiple of the single line.
        line_spacing: f32,
    }
}
sparse! {
    /// See [`crate::edit::PageChange`].
    PageJson {
        /// Width in mm.
        width: f32,
        /// Height in mm.
        height: f32,
        /// Orientation.
        orientation: Orientation,
        /// Top margin in mm.
        top: f32,
        /// Bottom margin in mm.
        bottom: f32,
        /// Left margin in mm.
        left: f32,
        /// Right margin in mm.
        right: f32,
    }
}
sparse! {
    /// See [`crate::edit::PageNumberChange`].
    PageNumberJson<'a> {
        /// The number goes.
        remove: bool,
        /// Where it stands.
        position: PagePosition,
        /// Alignment.
        alignment: Alignment,
        /// Words beside it.
        beside: &'a str,
        /// Whether the first page has a header of its own.
        title_page: bool,
        /// How numbers are written.
        format: NumberFormat,
        /// Numbering goes on from the section before.
        continued: bool,
        /// Numbering begins anew.
        restart: bool,
        /// Size in points.
        size: f32,
        /// Bold.
        bold: bool,
        /// Italic.
        italic: bool,
    }
}

/// The repair of the words that the finding marks.
pub(super) fn fix<'a>(finding: &'a Finding, positions: &Positions<'_>) -> Option<Fix<'a>> {
    let own = finding.replacement()?;
    Some(Fix { span: span_json(own.span, positions), replacement: own.with, safe: own.safe })
}

/// All repairs of a finding.
pub(super) fn fixes<'a>(finding: &'a Finding, positions: &Positions<'_>) -> Vec<Repair<'a, Cow<'a, Words>>> {
    let repairs = finding.fixes.iter().map(|fix| Repair {
        title: Cow::Borrowed(&fix.title),
        safety: fix.safety,
        edits: fix.edits.iter().map(|edit| edit_json(edit, positions)).collect(),
    });
    repairs.collect()
}

impl<'a> Repair<'a, Cow<'a, Words>> {
    /// The same in one language.
    pub(super) fn in_language(&self, language: Language) -> Repair<'_, &str> {
        Repair { title: self.title.in_language(language), safety: self.safety, edits: self.edits.clone() }
    }
}

fn edit_json<'a>(edit: &'a Edit, positions: &Positions<'_>) -> EditJson<'a> {
    match edit {
        Edit::Words { span, with } => EditJson::Words { span: span_json(*span, positions), with },
        Edit::Insert { paragraph, side, words, .. } => {
            let side = match side {
                Side::Before => "before",
                Side::After => "after",
            };
            EditJson::Insert { paragraph: paragraph + 1, side, words }
        }
        Edit::Remove { paragraph } => EditJson::Remove { paragraph: paragraph + 1 },
        Edit::Split { at } => EditJson::Split { at: span_json(Span::at(*at), positions) },
        Edit::Join { paragraph } => EditJson::Join { paragraph: paragraph + 1 },
        Edit::Letters { span, style } => {
            EditJson::Letters { span: span_json(*span, positions), style: letters(style) }
        }
        Edit::Paragraph { paragraph, style } => {
            EditJson::Paragraph { paragraph: paragraph + 1, style: paragraph_style(style) }
        }
        Edit::Page { section, change } => EditJson::Page { section: section + 1, change: page(change) },
        Edit::PageNumber { section, change } => {
            EditJson::PageNumber { section: section + 1, change: page_number(change) }
        }
        Edit::Line { paragraph, change } => {
            let (line, length) = line(*change);
            EditJson::Line { paragraph: paragraph + 1, line, length }
        }
        Edit::Clean { kind, span } => {
            EditJson::Clean { span: span_json(*span, positions), oddity: oddity(*kind) }
        }
    }
}

const fn line(change: LineChange) -> (&'static str, Option<f32>) {
    match change {
        LineChange::Draw(length) => ("draw", length),
        LineChange::Drop => ("drop", None),
        LineChange::Typed => ("typed", None),
        LineChange::Length(length) => ("length", Some(length)),
    }
}

const fn oddity(kind: OddityKind) -> &'static str {
    match kind {
        OddityKind::Decomposed => "decomposed",
        OddityKind::ZeroWidth => "zero_width",
        OddityKind::SoftHyphen => "soft_hyphen",
        OddityKind::Control => "control",
    }
}

fn letters(style: &LettersChange) -> LettersJson<'_> {
    LettersJson {
        size: style.size,
        bold: style.bold,
        italic: style.italic,
        underline: style.underline,
        font: style.font.as_deref(),
        color: style.color.as_deref(),
        capitals: style.capitals.map(|own| own == Capitals::All),
    }
}

const fn paragraph_style(style: &ParagraphChange) -> ParagraphJson {
    ParagraphJson {
        alignment: style.alignment,
        first_line_indent: style.indent_first,
        space_before: style.space_before,
        space_after: style.space_after,
        line_spacing: style.line_spacing,
    }
}

const fn page(change: &PageChange) -> PageJson {
    PageJson {
        width: change.width,
        height: change.height,
        orientation: change.orientation,
        top: change.top,
        bottom: change.bottom,
        left: change.left,
        right: change.right,
    }
}

fn page_number(change: &PageNumberChange) -> PageNumberJson<'_> {
    let stated = |value: bool| value.then_some(true);
    PageNumberJson {
        remove: stated(change.remove),
        position: change.position,
        alignment: change.alignment,
        beside: change.beside.as_deref(),
        title_page: change.title_page,
        format: change.format,
        continued: stated(change.continued),
        restart: stated(change.restart),
        size: change.size,
        bold: change.bold,
        italic: change.italic,
    }
}
