//! The report as values, in both languages: what every face and every form of report shows.
//!
//! Words for people are of the type `W`: both languages in the model itself, one of them in what is
//! written from it ([`Document::in_language`]). The fields are those of `thethuc/report/v1`: they may be
//! added, never renamed or changed in meaning.

mod facts;
mod finding;
mod fix;
mod place;
mod rule;
mod triaged;
mod whole;

pub use super::position::Position;
pub use super::span::{SourceJson, SpanJson};
pub use facts::Facts;
pub use finding::Finding;
pub use fix::{EditJson, Fix, Repair};
pub use place::{Anchor, Place, Step};
pub use rule::{Contrast, Provision, Rule};
pub use triaged::{Gone, Notice};
pub use whole::{Head, Report, Summary, Tail, Tool};

use super::position::Positions;
use super::{Outcome, Reported, data_day, wording};
use crate::checker::{self, Checked, JudgedBy};
use crate::draft::{self, Draft, Format};
use crate::finding::{Reason, Words};
use crate::rulebook::vocabulary::Language;
use crate::text::Date;
use serde::Serialize;
use std::borrow::Cow;

/// A document and what became of it.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Document")]
pub struct Document<'a, W = Cow<'a, Words>> {
    /// The path as given, with forward slashes.
    pub path: &'a str,
    /// Whether it could be read.
    pub status: Status,
    /// Why it could not be read, in one sentence.
    pub error: Option<W>,
    /// The kind of file; null for one that could not be read, as all that follows.
    pub format: Option<Format>,
    /// What it was judged by.
    pub judged: Option<JudgedOn>,
    /// What it says of itself.
    pub facts: Option<Facts<'a>>,
    /// The findings in order of the text.
    pub findings: Vec<Finding<'a, W>>,
    /// Number of requirements that apply and could not be fully judged.
    pub skipped_checks: usize,
    /// By what it was judged; only `regime` without findings reads as clean.
    pub judged_by: Option<JudgedBy>,
    /// How far it was judged.
    pub coverage: Option<Coverage<W>>,
    /// Tracked changes that wait for a decision; the text is judged as if all were accepted.
    pub pending_changes: Option<usize>,
    /// Comments that stand in the file.
    pub comments: Option<usize>,
    /// How far the data on instruments reach, and what a younger draft leaves to be looked up.
    pub data: Option<Data<W>>,
    /// The mark of secrecy of the draft; not there if it bears none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<Secrecy<'a, W>>,
    /// The configurations that have a say in it, the nearest first; not there if there is none.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub configurations: &'a [String],
    /// Findings that were there before and are there no more; not there if there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<Gone<'a>>,
    /// What whoever wrote comments in the draft should know; not there if nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice<W>>,
}

/// The mark of secrecy of a draft.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Secrecy")]
pub struct Secrecy<'a, W> {
    /// The mark, as it stands there.
    pub mark: &'a str,
    /// Whether the report repeats words of the draft.
    pub quotes: bool,
    /// What is said before anything else.
    pub words: W,
}

impl<'a> Secrecy<'a, Cow<'a, Words>> {
    fn of(checked: &'a Checked) -> Option<Self> {
        let mark = checked.document.facts.secrecy.as_deref()?;
        let withholds = checked.judged.withholds;
        Some(Self { mark, quotes: !withholds, words: Cow::Owned(wording::secrecy(mark, withholds)) })
    }
}

/// How far the data on instruments reach.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Data")]
pub struct Data<W> {
    /// The last day that they know.
    pub until: Option<Date>,
    /// Whether the draft was judged by a later day.
    pub exceeded: bool,
    /// What that means, where it is so.
    pub words: Option<W>,
    /// The bases that are to be looked up then.
    pub to_look_up: Vec<String>,
}

impl Data<Cow<'_, Words>> {
    fn of(checked: &Checked) -> Self {
        let words = |language| data_day::exceeded(checked, language);
        let both = words(Language::Vi).zip(words(Language::En));
        Self {
            until: checked.reach.data_until,
            exceeded: checked.reach.is_exceeded,
            words: both.map(|(vi, en)| Cow::Owned(Words { vi, en })),
            to_look_up: data_day::to_look_up(checked),
        }
    }

    fn in_language(&self, language: Language) -> Data<&str> {
        Data {
            until: self.until,
            exceeded: self.exceeded,
            words: self.words.as_deref().map(|words| words.in_language(language)),
            to_look_up: self.to_look_up.clone(),
        }
    }
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It was read and checked.
    Checked,
    /// It could not be read.
    Unreadable,
}

/// The day by whose law a document was judged.
#[derive(Clone, Copy, Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Judged")]
pub struct JudgedOn {
    /// The day.
    pub day: Date,
}

/// How many of the requirements that apply were judged.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Coverage")]
pub struct Coverage<W> {
    /// Requirements that apply.
    pub applicable: usize,
    /// Those that were fully judged.
    pub evaluated: usize,
    /// Those that found something.
    pub failed: usize,
    /// Why the others were not fully judged, the most frequent reason first.
    pub not_evaluated: Vec<NotEvaluated<W>>,
    /// Requirements that apply too, but that the caller does not want; absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unwanted: Option<usize>,
    /// What may hold words that nobody could read.
    pub unread: Vec<Unread>,
}

/// Content of a file that may hold words that nobody could read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Unread {
    /// What it is.
    pub kind: UnreadKind,
    /// Its page, from 1, where the file tells it.
    pub page: Option<usize>,
    /// Its paragraph, from 1.
    pub paragraph: usize,
}

/// Kinds of content that may hold words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum UnreadKind {
    /// A picture that fills a page.
    Picture,
    /// An embedded object.
    Object,
    /// Another file that is taken in when the document is opened.
    Import,
}

impl Unread {
    fn of(own: &draft::Picture, draft: &Draft) -> Self {
        let kind = match own.kind {
            draft::PictureKind::Picture => UnreadKind::Picture,
            draft::PictureKind::Object => UnreadKind::Object,
            draft::PictureKind::Import => UnreadKind::Import,
        };
        Self { kind, page: draft.page_at(own.at), paragraph: own.paragraph + 1 }
    }
}

/// A reason for which requirements were not fully judged.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "NotEvaluated")]
pub struct NotEvaluated<W> {
    /// The reason.
    pub reason: Reason,
    /// The reason in words.
    pub words: W,
    /// What can be done about it.
    pub remedy: W,
    /// Number of requirements.
    pub rules: usize,
}

impl<'a> Document<'a> {
    /// What is to be reported of an input, in both languages.
    pub fn of(reported: &Reported<'a>) -> Self {
        match reported.outcome {
            Outcome::Checked { checked, source } => Self::checked(reported.path, checked, source),
            Outcome::Unreadable(reason) => Self::unreadable(reported.path, reason),
        }
    }

    fn unreadable(path: &'a str, reason: &'a Words) -> Self {
        Self {
            path,
            status: Status::Unreadable,
            error: Some(Cow::Borrowed(reason)),
            format: None,
            judged: None,
            facts: None,
            findings: Vec::new(),
            skipped_checks: 0,
            judged_by: None,
            coverage: None,
            pending_changes: None,
            comments: None,
            data: None,
            secrecy: None,
            configurations: &[],
            gone: Vec::new(),
            notices: Vec::new(),
        }
    }

    fn checked(path: &'a str, checked: &'a Checked, source: &[u8]) -> Self {
        let positions = Positions::new(&checked.draft, source);
        let findings = checked.findings.iter();
        Self {
            path,
            status: Status::Checked,
            error: None,
            format: Some(checked.draft.format),
            judged: Some(JudgedOn { day: checked.judged.day }),
            facts: Some(Facts::of(checked)),
            findings: findings
                .map(|own| Finding::of(own, &checked.draft, &positions, checked.judged.withholds))
                .collect(),
            skipped_checks: checked.unjudged.len(),
            judged_by: Some(checked.judged_by),
            coverage: Some(Coverage::of(&checked.coverage, &checked.draft)),
            pending_changes: Some(checked.draft.beside.pending()),
            comments: Some(checked.draft.beside.comments.len()),
            data: Some(Data::of(checked)),
            secrecy: Secrecy::of(checked),
            configurations: &checked.triaged.configurations,
            gone: checked.triaged.gone.iter().map(Gone::of).collect(),
            notices: checked.triaged.notices.iter().map(Notice::of).collect(),
        }
    }

    /// The same in one language.
    pub fn in_language(&self, language: Language) -> Document<'_, &str> {
        Document {
            path: self.path,
            status: self.status,
            error: self.error.as_deref().map(|words| words.in_language(language)),
            format: self.format,
            judged: self.judged,
            facts: self.facts.clone(),
            findings: self.findings.iter().map(|finding| finding.in_language(language)).collect(),
            skipped_checks: self.skipped_checks,
            judged_by: self.judged_by,
            coverage: self.coverage.as_ref().map(|coverage| coverage.in_language(language)),
            pending_changes: self.pending_changes,
            comments: self.comments,
            data: self.data.as_ref().map(|data| data.in_language(language)),
            secrecy: self.secrecy.as_ref().map(|own| Secrecy {
                mark: own.mark,
                quotes: own.quotes,
                words: own.words.in_language(language),
            }),
            configurations: self.configurations,
            gone: self.gone.clone(),
            notices: self.notices.iter().map(|own| own.in_language(language)).collect(),
        }
    }
}

impl Coverage<Cow<'_, Words>> {
    fn of(coverage: &checker::Coverage, draft: &Draft) -> Self {
        let reasons = coverage.not_evaluated.iter().map(|own| NotEvaluated {
            reason: own.reason,
            words: Cow::Owned(own.reason.because()),
            remedy: Cow::Owned(own.reason.remedy()),
            rules: own.rules,
        });
        Self {
            applicable: coverage.applicable,
            evaluated: coverage.evaluated,
            failed: coverage.failed,
            not_evaluated: reasons.collect(),
            unwanted: Some(coverage.unwanted).filter(|number| *number > 0),
            unread: draft.unread().map(|own| Unread::of(own, draft)).collect(),
        }
    }

    fn in_language(&self, language: Language) -> Coverage<&str> {
        let reasons = self.not_evaluated.iter().map(|own| NotEvaluated {
            reason: own.reason,
            words: own.words.in_language(language),
            remedy: own.remedy.in_language(language),
            rules: own.rules,
        });
        Coverage {
            applicable: self.applicable,
            evaluated: self.evaluated,
            failed: self.failed,
            not_evaluated: reasons.collect(),
            unwanted: self.unwanted,
            unread: self.unread.clone(),
        }
    }
}
