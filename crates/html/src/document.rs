//! One document: what came of it, what was recognized, and the draft as it reads.

use crate::draw::{draw, placed};
use crate::facts::{self, Row};
use crate::finding::{Around, Card, class};
use crate::{hash, words, written};
use askama::Template;
use thethuc_core::checker::{Checked, JudgedBy};
use thethuc_core::finding::{Decision, State};
use thethuc_core::report::format::Setting;
use thethuc_core::report::model::Document;
use thethuc_core::report::{Outcome, Reported, Tally, wording};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::view::View;

/// A document as a piece of the page.
#[derive(Template)]
#[template(path = "document.html")]
pub struct Page<'a> {
    l: Language,
    key: String,
    path: &'a str,
    digest: Option<String>,
    row: Overview,
    /// Why it could not be read.
    error: Option<&'a str>,
    body: Option<Body>,
}

/// What the table of files tells of a document.
#[derive(Default)]
struct Overview {
    judged: &'static str,
    organ: String,
    level: String,
    form: String,
    proposer: String,
    day: String,
    sorted_day: String,
    number: String,
    open: [usize; 3],
    aside: usize,
    applicable: usize,
    evaluated: usize,
}

/// What is shown of a document that was read.
struct Body {
    secrecy: Option<String>,
    not_judged: Option<String>,
    result: String,
    set_aside: Option<String>,
    law: Option<String>,
    coverage: Option<String>,
    reasons: Vec<Reason>,
    remarks: Vec<String>,
    numbers: Vec<Numbers>,
    rows: Vec<Row>,
    /// Cards of findings that stand nowhere in the text.
    apart: Vec<String>,
    /// The draft, drawn; `None` where none of its words may be repeated.
    draft: Option<String>,
}

/// Why some requirements were not judged.
struct Reason {
    because: String,
    remedy: String,
    rules: usize,
}

/// The findings of a level that are still to be dealt with, by number.
struct Numbers {
    class: &'static str,
    level: &'static str,
    all: Vec<usize>,
}

impl<'a> Page<'a> {
    /// The piece of a document.
    pub fn of(document: &'a Document<'_>, reported: &Reported<'a>, setting: &Setting<'_>) -> Self {
        let key = hash::key(reported.path);
        let l = setting.language;
        let page = Self {
            l,
            key,
            path: reported.path,
            digest: None,
            row: Overview::default(),
            error: None,
            body: None,
        };
        match reported.outcome {
            Outcome::Unreadable(reason) => {
                let row = Overview { judged: "unreadable", ..Overview::default() };
                Self { error: Some(reason.in_language(l)), row, ..page }
            }
            Outcome::Checked { checked, source } => {
                let tally = Tally::of(reported.outcome);
                Self {
                    digest: Some(hash::of_file(source)),
                    row: Overview::of(document, checked, &tally, l),
                    body: Some(Body::of(&page.key, checked, &tally, setting)),
                    ..page
                }
            }
        }
    }
}

impl Overview {
    fn of(document: &Document<'_>, checked: &Checked, tally: &Tally, language: Language) -> Self {
        let judged = match checked.judged_by {
            JudgedBy::Regime => "regime",
            JudgedBy::Common => "common",
            JudgedBy::None => "none",
        };
        let aside = &tally.set_aside;
        let open = [tally.errors - aside.errors, tally.warnings - aside.warnings, tally.notes - aside.notes];
        let mut row = Self { judged, open, aside: aside.findings(), ..Self::default() };
        (row.applicable, row.evaluated) = (checked.coverage.applicable, checked.coverage.evaluated);
        if let Some(facts) = &document.facts {
            let owned = |words: Option<&str>| words.unwrap_or_default().to_owned();
            row.organ = owned(facts.organ.map(|own| own.name.as_str()));
            row.level =
                facts.organ.map_or_else(String::new, |own| wording::level(own.level, language).to_owned());
            row.form = owned(facts.form);
            row.proposer = owned(facts.proposer);
            row.number = owned(facts.designation);
            row.day = facts.date.map_or_else(String::new, |day| wording::date(day, language));
            row.sorted_day = facts.date.map_or_else(String::new, |day| day.to_string());
        }
        row
    }
}

impl Body {
    fn of(key: &str, checked: &Checked, tally: &Tally, setting: &Setting<'_>) -> Self {
        let language = setting.language;
        let withholds = checked.judged.withholds;
        let view = (!withholds).then(|| View::of(checked));
        let placed = view.as_ref().map(placed).unwrap_or_default();
        let around = Around { placed: &placed, key, checked, names: setting.names, language };
        let cards = checked.findings.iter().enumerate();
        let cards = cards.map(|(index, own)| Some(written(&Card::of(index, own, around))));
        let mut cards: Vec<Option<String>> = cards.collect();
        let draft = view.map(|view| draw(&view, checked, key, language, &mut cards));
        let secrecy = checked.document.facts.secrecy.as_ref();
        let reasons = checked.coverage.not_evaluated.iter().map(|own| Reason {
            because: own.reason.because().in_language(language).to_owned(),
            remedy: own.reason.remedy().in_language(language).to_owned(),
            rules: own.rules,
        });
        Self {
            secrecy: secrecy.map(|mark| wording::secrecy(mark, withholds).in_language(language).to_owned()),
            not_judged: words::not_judged(checked, language),
            result: words::result(tally, language),
            set_aside: words::set_aside(tally, language),
            law: words::law(checked, setting.names, language),
            coverage: words::coverage(checked, language),
            reasons: reasons.collect(),
            remarks: words::remarks(checked, setting),
            numbers: numbers(checked, language),
            rows: facts::rows(checked, language),
            apart: cards.into_iter().flatten().collect(),
            draft,
        }
    }
}

/// The findings by level, those that were set aside left out.
fn numbers(checked: &Checked, language: Language) -> Vec<Numbers> {
    use thethuc_core::finding::Severity;
    let levels = [
        (Severity::Error, "Phải sửa", "Must fix"),
        (Severity::Warning, "Cần xem lại", "Please review"),
        (Severity::Note, "Lưu ý", "Note"),
    ];
    let each = levels.into_iter().map(|(severity, vi, en)| {
        let own = checked.findings.iter().enumerate().filter(|(_, own)| {
            own.severity == severity && own.decision == Decision::Open && own.state == State::New
        });
        let all = own.map(|(index, _)| index + 1).collect();
        Numbers { class: class(severity), level: language.pick(vi, en), all }
    });
    each.filter(|own| !own.all.is_empty()).collect()
}
