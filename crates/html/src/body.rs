//! What shows of a draft when it is opened: what came of it, what was recognized, and the draft as it reads.

use crate::draw::{draw, placed};
use crate::facts::{self, Row};
use crate::finding::{Around, Card, class};
use crate::say::{Tongue, both, both_if, fixed};
use crate::{words, written};
use askama::Template;
use thethuc_core::checker::{Checked, JudgedBy};
use thethuc_core::finding::{Severity, Words};
use thethuc_core::report::format::Setting;
use thethuc_core::report::{Outcome, Tally, wording};
use thethuc_core::view::View;

/// Most findings that stand open, with what to do and the law: of more, the list would run far past the words.
const OPEN: usize = 6;

/// What is shown of a document that was read.
#[derive(Template)]
#[template(path = "body.html")]
pub struct Body<'a> {
    l: Tongue,
    key: &'a str,
    secrecy: Option<Words>,
    not_judged: Option<Words>,
    /// Whether the result says anything that is not said by why nothing was judged.
    has_result: bool,
    result: Words,
    set_aside: Option<Words>,
    repaired: Option<Words>,
    law: Option<Words>,
    coverage: Option<Words>,
    reasons: Vec<Reason>,
    remarks: Vec<Words>,
    numbers: Vec<Numbers>,
    rows: Vec<Row>,
    /// Cards of findings that stand nowhere in the text.
    apart: Vec<String>,
    /// The draft, drawn; `None` where none of its words may be repeated.
    draft: Option<String>,
}

/// Why some requirements were not judged.
struct Reason {
    because: Words,
    remedy: Words,
    rules: usize,
}

/// The findings of a level that are still to be dealt with, by number.
struct Numbers {
    class: &'static str,
    level: Words,
    all: Vec<usize>,
}

impl<'a> Body<'a> {
    /// The draft that goes by this key in links.
    pub fn of(key: &'a str, checked: &Checked, outcome: Outcome<'_>, setting: &Setting<'_>) -> Self {
        let l = Tongue(setting.language);
        let tally = Tally::of(outcome);
        let withholds = checked.judged.withholds;
        let view = (!withholds).then(|| View::of(checked));
        let placed = view.as_ref().map(placed).unwrap_or_default();
        let is_open = checked.findings.len() <= OPEN;
        let around = Around { placed: &placed, key, checked, names: setting.names, l, is_open };
        let cards = checked.findings.iter().enumerate();
        let cards = cards.map(|(index, own)| Some(written(&Card::of(index, own, around))));
        let mut cards: Vec<Option<String>> = cards.collect();
        let draft = view.map(|view| draw(&view, checked, key, l, &mut cards));
        let secrecy = checked.document.facts.secrecy.as_ref();
        let reasons = checked.coverage.not_evaluated.iter().map(|own| Reason {
            because: own.reason.because(),
            remedy: own.reason.remedy(),
            rules: own.rules,
        });
        Self {
            l,
            key,
            secrecy: secrecy.map(|mark| wording::secrecy(mark, withholds)),
            not_judged: both_if(|language| words::not_judged(checked, language)),
            has_result: checked.judged_by == JudgedBy::Regime
                || tally.findings() > tally.set_aside.findings(),
            result: both(|language| words::result(&tally, language)),
            set_aside: both_if(|language| words::set_aside(&tally, language)),
            repaired: both_if(|language| words::repaired(&tally, language)),
            law: both_if(|language| words::law(checked, setting.names, language)),
            coverage: both_if(|language| words::coverage(checked, language)),
            reasons: reasons.collect(),
            remarks: words::remarks(checked),
            numbers: numbers(checked),
            rows: facts::rows(checked),
            apart: cards.into_iter().flatten().collect(),
            draft,
        }
    }
}

/// The findings by level, those that were set aside left out.
fn numbers(checked: &Checked) -> Vec<Numbers> {
    let levels = [
        (Severity::Error, "Phải sửa", "Must fix"),
        (Severity::Warning, "Cần xem lại", "Please review"),
        (Severity::Note, "Lưu ý", "Note"),
    ];
    let each = levels.into_iter().map(|(severity, vi, en)| {
        let own = checked.findings.iter().enumerate();
        let own = own.filter(|(_, own)| own.severity == severity && !own.is_set_aside());
        Numbers {
            class: class(severity),
            level: fixed(vi, en),
            all: own.map(|(index, _)| index + 1).collect(),
        }
    });
    each.filter(|own| !own.all.is_empty()).collect()
}
