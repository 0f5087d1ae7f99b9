//! One finding beside the words that it speaks of.

use crate::say::{Tongue, both};
use askama::Template;
use std::collections::HashSet;
use thethuc_core::checker::Checked;
use thethuc_core::finding::{self, Anchor, Certainty, Decision, Severity, State, Statement, Words};
use thethuc_core::report::{Names, citing, wording};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Span;
use thethuc_core::text::vietnamese::first_capital;

/// Letters of the words found that are repeated; what Word's search takes is about twice as long.
const LONGEST: usize = 120;

/// A finding as it is shown.
#[derive(Template)]
#[template(path = "finding.html")]
pub struct Card<'a> {
    l: Tongue,
    key: &'a str,
    number: usize,
    class: &'static str,
    level: Words,
    guessed: bool,
    is_open: bool,
    place: Words,
    message: &'a Words,
    found: Option<Quote>,
    instead: Option<&'a str>,
    help: Option<&'a Words>,
    law: Option<Words>,
    rule: &'a str,
    anchor: String,
    fingerprint: String,
    /// Where its first words are marked, as the end of their name; `None` if nowhere.
    mark: Option<String>,
    /// Its other places.
    more: Vec<usize>,
    decision: Option<Words>,
    state: &'static str,
    pending: Option<Words>,
}

/// Words of the draft, perhaps cut.
struct Quote {
    words: String,
    is_cut: bool,
}

/// What is the same for all findings of a draft.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Which places of which findings are marked in the draft.
    pub placed: &'a HashSet<(usize, usize)>,
    /// What the document goes by in links.
    pub key: &'a str,
    /// The draft.
    pub checked: &'a Checked,
    /// How people call instruments.
    pub names: &'a dyn Names,
    /// How words are written.
    pub l: Tongue,
    /// Whether it stands open.
    pub is_open: bool,
}

impl<'a> Card<'a> {
    /// The finding with this index.
    pub fn of(index: usize, own: &'a finding::Finding, around: Around<'a>) -> Self {
        let Around { key, checked, names, l, is_open, .. } = around;
        let withholds = checked.judged.withholds;
        let mut placed = (0..own.places.len()).filter(|place| around.placed.contains(&(index, *place)));
        let first = placed.next();
        let more = placed.collect();
        let span = words_found(own).filter(|_| !withholds);
        let law = both(|language| citing::law(&own.law, names, language));
        Self {
            l,
            key,
            number: index + 1,
            class: class(own.severity),
            level: both(|language| first_capital(&wording::severity(own.severity, language).to_lowercase())),
            guessed: own.certainty == Certainty::Guessed,
            is_open,
            place: place(own, checked),
            message: &own.message,
            found: span.and_then(|span| quote(span.of(&checked.draft.text))),
            instead: own.replacement().filter(|_| !withholds).map(|own| own.with),
            help: own.help.as_ref(),
            law: (!law.vi.is_empty()).then_some(law),
            rule: &own.rule,
            anchor: crate::close::anchor(&own.rule),
            fingerprint: own.fingerprint.to_string(),
            mark: first.map(|place| mark_name(index, place)),
            more,
            decision: decided(&own.decision),
            state: state(own),
            pending: own
                .is_pending(&checked.draft)
                .then(|| both(|language| wording::pending_here(language).to_owned())),
        }
    }
}

/// Where it is; without words of a draft that are not to be repeated.
fn place(own: &finding::Finding, checked: &Checked) -> Words {
    both(|language| {
        let told = if checked.judged.withholds {
            own.place.in_language(language).to_owned()
        } else {
            wording::place(own, &checked.draft, language)
        };
        first_capital(&told)
    })
}

/// The words that it is about; none where something is missing, or the page or a paragraph as a whole is meant.
fn words_found(own: &finding::Finding) -> Option<Span> {
    let first = own.places.first()?;
    (first.anchor == Anchor::Words && !first.span.is_empty()).then_some(first.span)
}

/// What the mark of a place is called, behind what its document goes by.
pub fn mark_name(finding: usize, place: usize) -> String {
    let number = finding + 1;
    if place == 0 { format!("m{number}") } else { format!("m{number}-{place}") }
}

/// The class of a severity in the style.
pub const fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "e",
        Severity::Warning => "w",
        Severity::Note => "n",
    }
}

/// Words to search for: one line, as Word's search wants it.
fn quote(words: &str) -> Option<Quote> {
    let line = words.trim().lines().next().unwrap_or_default().trim();
    let cut: String = line.chars().take(LONGEST).collect();
    let is_cut = cut.len() < words.trim().len();
    (!cut.is_empty()).then(|| Quote { words: cut.trim_end().to_owned(), is_cut })
}

/// What became of it, for the script.
pub const fn state(own: &finding::Finding) -> &'static str {
    match (&own.decision, own.state) {
        (Decision::Kept(_), _) => "kept",
        (Decision::Wrong(_), _) => "wrong",
        (Decision::Open, State::Known) => "known",
        (Decision::Open, State::New) => "open",
    }
}

/// What people decided.
fn decided(decision: &Decision) -> Option<Words> {
    match decision {
        Decision::Open => None,
        Decision::Kept(own) => Some(both(|l| said(l.pick("Giữ nguyên", "Kept"), own, l))),
        Decision::Wrong(own) => {
            Some(both(|l| said(l.pick("Máy nhận xét sai", "The finding is wrong"), own, l)))
        }
    }
}

/// `Giữ nguyên – lý do: … (người, ngày)`.
fn said(lead: &str, own: &Statement, language: Language) -> String {
    let reason =
        own.reason.as_ref().map(|reason| format!(" – {}: {reason}", language.pick("lý do", "because")));
    let day = own.day.map(|day| wording::date(day, language));
    let who: Vec<String> = own.who.clone().into_iter().chain(day).collect();
    let who = if who.is_empty() { String::new() } else { format!(" ({})", who.join(", ")) };
    format!("{lead}{}{who}", reason.unwrap_or_default())
}
