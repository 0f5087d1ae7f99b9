//! Repairs in the schema `thethuc/report/v1`.
//!
//! `fix` is what it always was: words that take the place of those that the finding marks. `fixes` says all
//! that would put it right, each repair with its edits. Sizes and spaces are points, lengths mm; paragraphs
//! and sections count from 1, as places do.

use super::position::Positions;
use super::span::{SpanJson, span_json};
use crate::draft::{Alignment, Capitals, NumberFormat, Orientation, PagePosition};
use crate::edit::{Edit, LettersChange, LineChange, PageChange, PageNumberChange, ParagraphChange, Side};
use crate::finding::{Finding, Fix};
use crate::rulebook::Safety;
use crate::rulebook::vocabulary::Language;
use crate::text::{OddityKind, Span};
use serde::Serialize;

/// Words for words.
#[derive(Serialize)]
pub struct FixJson<'a> {
    span: SpanJson,
    replacement: &'a str,
    safe: bool,
}

/// One repair.
#[derive(Serialize)]
pub struct RepairJson<'a> {
    title: &'a str,
    safety: Safety,
    edits: Vec<EditJson<'a>>,
}

/// One edit; keys that change nothing are left out.
#[derive(Serialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
enum EditJson<'a> {
    Words {
        span: SpanJson,
        with: &'a str,
    },
    Insert {
        paragraph: usize,
        side: &'static str,
        words: &'a str,
    },
    Remove {
        paragraph: usize,
    },
    Split {
        at: SpanJson,
    },
    Join {
        paragraph: usize,
    },
    Letters {
        span: SpanJson,
        #[serde(flatten)]
        style: LettersJson<'a>,
    },
    Paragraph {
        paragraph: usize,
        #[serde(flatten)]
        style: ParagraphJson,
    },
    Page {
        section: usize,
        #[serde(flatten)]
        change: PageJson,
    },
    PageNumber {
        section: usize,
        #[serde(flatten)]
        change: PageNumberJson<'a>,
    },
    Line {
        paragraph: usize,
        line: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        length: Option<f32>,
    },
    Clean {
        span: SpanJson,
        oddity: &'static str,
    },
}

/// A struct whose fields are written only where they say something.
macro_rules! sparse {
    ($(#[$doc:meta])* $Name:ident$(<$life:lifetime>)? { $($field:ident: $Type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Serialize)]
        struct $Name$(<$life>)? {
            $(#[serde(skip_serializing_if = "Option::is_none")] $field: Option<$Type>,)+
        }
    };
}

sparse! {
    /// See [`crate::edit::LettersChange`].
    LettersJson<'a> {
        size: f32,
        bold: bool,
        italic: bool,
        underline: bool,
        font: &'a str,
        color: &'a str,
        capitals: bool,
    }
}
sparse! {
    /// See [`crate::edit::ParagraphChange`].
    ParagraphJson {
        alignment: Alignment,
        first_line_indent: f32,
        space_before: f32,
        space_after: f32,
        line_spacing: f32,
    }
}
sparse! {
    /// See [`crate::edit::PageChange`].
    PageJson {
        width: f32,
        height: f32,
        orientation: Orientation,
        top: f32,
        bottom: f32,
        left: f32,
        right: f32,
    }
}
sparse! {
    /// See [`crate::edit::PageNumberChange`].
    PageNumberJson<'a> {
        remove: bool,
        position: PagePosition,
        alignment: Alignment,
        beside: &'a str,
        title_page: bool,
        format: NumberFormat,
        continued: bool,
        restart: bool,
        size: f32,
        bold: bool,
        italic: bool,
    }
}

/// The repair of the words that the finding marks.
pub fn fix<'a>(finding: &'a Finding, positions: &Positions<'_>) -> Option<FixJson<'a>> {
    let own = finding.replacement()?;
    Some(FixJson { span: span_json(own.span, positions), replacement: own.with, safe: own.safe })
}

/// All repairs of a finding.
pub fn fixes<'a>(finding: &'a Finding, positions: &Positions<'_>, language: Language) -> Vec<RepairJson<'a>> {
    let repair = |fix: &'a Fix| RepairJson {
        title: fix.title.in_language(language),
        safety: fix.safety,
        edits: fix.edits.iter().map(|edit| edit_json(edit, positions)).collect(),
    };
    finding.fixes.iter().map(repair).collect()
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
