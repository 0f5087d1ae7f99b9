//! One finding beside the words that it speaks of.

use askama::Template;
use std::collections::HashSet;
use thethuc_core::checker::Checked;
use thethuc_core::finding::{self, Anchor, Certainty, Decision, Severity, State, Statement};
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
    l: Language,
    key: &'a str,
    number: usize,
    class: &'static str,
    level: String,
    guessed: bool,
    place: String,
    message: &'a str,
    found: Option<Quote>,
    instead: Option<&'a str>,
    help: Option<&'a str>,
    law: String,
    rule: &'a str,
    anchor: String,
    fingerprint: String,
    /// Where its first words are marked, as the end of their name; `None` if nowhere.
    mark: Option<String>,
    /// Its other places.
    more: Vec<usize>,
    decision: Option<String>,
    kind: &'static str,
    known: bool,
    pending: Option<&'static str>,
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
    /// The language of the words.
    pub language: Language,
}

impl<'a> Card<'a> {
    /// The finding with this index.
    pub fn of(index: usize, own: &'a finding::Finding, around: Around<'a>) -> Self {
        let Around { key, checked, names, language, .. } = around;
        let withholds = checked.judged.withholds;
        let place = if withholds {
            own.place.in_language(language).to_owned()
        } else {
            wording::place(own, &checked.draft, language)
        };
        let mut placed = (0..own.places.len()).filter(|place| around.placed.contains(&(index, *place)));
        let first = placed.next();
        let more = placed.collect();
        let (kind, decision) = decided(&own.decision, language);
        Self {
            l: language,
            key,
            number: index + 1,
            class: class(own.severity),
            level: first_capital(&wording::severity(own.severity, language).to_lowercase()),
            guessed: own.certainty == Certainty::Guessed,
            place: first_capital(&place),
            message: own.message.in_language(language),
            found: words_found(own)
                .filter(|_| !withholds)
                .and_then(|span| quote(span.of(&checked.draft.text))),
            instead: own.replacement().filter(|_| !withholds).map(|own| own.with),
            help: own.help.as_ref().map(|help| help.in_language(language)),
            law: citing::law(&own.law, names, language),
            rule: &own.rule,
            anchor: crate::close::anchor(&own.rule),
            fingerprint: own.fingerprint.to_string(),
            mark: first.map(|place| mark_name(index, place)),
            more,
            decision,
            kind,
            known: own.state == State::Known,
            pending: own.is_pending(&checked.draft).then(|| wording::pending_here(language)),
        }
    }
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

/// What people decided, for the script and in words.
fn decided(decision: &Decision, language: Language) -> (&'static str, Option<String>) {
    match decision {
        Decision::Open => ("open", None),
        Decision::Kept(own) => ("kept", Some(said(language.pick("Giữ nguyên", "Kept"), own, language))),
        Decision::Wrong(own) => {
            let lead = language.pick("Máy nhận xét sai", "The finding is wrong");
            ("wrong", Some(said(lead, own, language)))
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
